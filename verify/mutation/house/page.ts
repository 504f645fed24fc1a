import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import type { Mistake } from '../mistake.ts'
import type { Outcome } from '../named-test.ts'
import type { Outcomes } from '../put-back.ts'
import { areas, mistakes } from './list.ts'

const address = new URL('../../../docs/mutants.md', import.meta.url)
const measured = new URL('../../../docs/mutants.json', import.meta.url)

type Kept = { day: string; outcome: Outcome }
type Measured = Record<string, Kept>

/** What was measured of a mistake holds for that mistake alone: made otherwise, or asked of another test, it was not. */
const digestOf = ({ file, text, instead, seen, named = '' }: Mistake) =>
  createHash('sha256').update([file, text, instead, seen, named].join('\0')).digest('hex').slice(0, 12)

const readMeasured = (): Measured =>
  existsSync(measured) ? (JSON.parse(readFileSync(measured, 'utf8')) as Measured) : {}

const wordOf = (mistake: Mistake, kept: Kept | undefined) => {
  if (mistake.argued) return `lives: ${mistake.argued}`
  if (!kept) return 'not run'
  return kept.outcome === 'red' ? 'seen' : 'not seen'
}

const cell = (text: string) => text.replaceAll('|', '\\|')
const placeOf = ({ file, sql }: Mistake) => (sql ? 'the database' : `\`${file}\``)

const section = (area: string, list: readonly Mistake[], kept: Measured) => [
  `## ${area}`,
  '',
  '| What it would do | Where | Test | |',
  '|---|---|---|---|',
  ...list.map(
    (one) =>
      `| ${cell(one.why)} | ${placeOf(one)} | \`${one.seen.replace('tests/', '')}\` | ${cell(wordOf(one, kept[digestOf(one)]))} |`
  ),
  ''
]

const countOf = (area: string, list: readonly Mistake[], kept: Measured) => {
  const words = list.map((one) => wordOf(one, kept[digestOf(one)]))
  const of = (word: string) => words.filter((one) => one.startsWith(word)).length
  return `| ${area} | ${list.length} | ${of('seen')} | ${of('not seen')} | ${of('lives')} | ${of('not run')} |`
}

/** The list by area, with what the last run of each mistake found. */
export const page = (kept: Measured = readMeasured()): string => {
  const days = Object.values(kept).map(({ day }) => day)
  const ran = days.length === 0 ? 'none has been run' : `run from ${days.sort()[0]} to ${days.at(-1)}`
  return [
    '# Mistakes made by hand, and the test that sees each',
    '',
    '_Written by `npm run mutants -- --write` from `verify/mutation/house/` and docs/mutants.json: do not edit it._',
    '',
    `${mistakes.length} mistakes of one line, each put into a copy of the tree alone; ${ran}. A mistake whose text no longer stands fails the list.`,
    '',
    '| Area | Mistakes | Seen | Not seen | Argued | Not run |',
    '|---|---|---|---|---|---|',
    ...Object.entries(areas).map(([area, list]) => countOf(area, list, kept)),
    countOf('all', mistakes, kept),
    '',
    ...Object.entries(areas).flatMap(([area, list]) => section(area, list, kept))
  ]
    .join('\n')
    .trimEnd()
    .concat('\n')
}

/** Adds what a run found to what earlier runs did, forgets the mistakes that are no longer in the list, and writes the page. */
export const keepOutcomes = (outcomes: Outcomes): void => {
  const before = readMeasured()
  const day = new Date().toISOString().slice(0, 10)
  const kept: Measured = {}
  for (const mistake of mistakes) {
    const [digest, outcome] = [digestOf(mistake), outcomes.get(mistake.why)]
    const found = outcome ? { day, outcome } : before[digest]
    if (found) kept[digest] = found
  }
  writeFileSync(measured, `${JSON.stringify(kept, null, 2)}\n`)
  writeFileSync(address, page(kept))
}
