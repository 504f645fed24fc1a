import { writeFileSync } from 'node:fs'
import type { Mistake } from '../mistake.ts'
import { gone } from './gone.ts'
import { readMeasured, standingOf, type Measured, type Standing } from './kept.ts'
import { areas, mistakes } from './list.ts'
import { untouchedPage } from './untouched.ts'

const words: Record<Standing, string> = {
  seen: 'seen',
  'not seen': 'not seen',
  before: 'seen before its test was changed',
  'not run': 'not run'
}

const cell = (text: string) => text.replaceAll('|', '\\|')
const placeOf = ({ file, sql }: Mistake) => (sql ? 'the database' : `\`${file}\``)
const wordOf = (one: Mistake, measured: Measured) =>
  one.argued ? `lives: ${one.argued}` : words[standingOf(one, measured)]

const section = (area: string, list: readonly Mistake[], measured: Measured) => [
  `## ${area}`,
  '',
  '| What it would do | Where | Test | |',
  '|---|---|---|---|',
  ...list.map(
    (one) =>
      `| ${cell(one.why)} | ${placeOf(one)} | \`${one.seen.replace('tests/', '')}\` | ${cell(wordOf(one, measured))} |`
  ),
  ''
]

const countOf = (area: string, list: readonly Mistake[], measured: Measured) => {
  const tried = list.filter(({ argued }) => !argued).map((one) => standingOf(one, measured))
  const of = (standing: Standing) => tried.filter((one) => one === standing).length
  const counts = [of('seen'), of('before'), of('not seen'), list.length - tried.length, of('not run')]
  return `| ${area} | ${list.length} | ${counts.join(' | ')} |`
}

const neverOf = ({ tests }: Measured) => {
  const all = Object.values(tests)
  const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0)
  return `Of ${sum(all.map((one) => one.tests))} tests in the ${all.length} files that a run asked, ${sum(all.map(({ never }) => never.length))} never fell under a mistake that their file must see, [by name](mutants.untouched.md).`
}

/** The list by area, with what the last run of each mistake found. */
export const page = (measured: Measured = readMeasured()): string => {
  const days = Object.values(measured.mistakes)
    .map(({ day }) => day)
    .sort()
  const ran = days.length === 0 ? 'none has been run' : `run from ${days[0]} to ${days.at(-1)}`
  return [
    '# Mistakes made by hand, and the test that sees each',
    '',
    '_Written by `npm run docs` from `verify/mutation/house/` and from what `npm run mutants -- --write` has found: do not edit it._',
    '',
    `${mistakes.length} mistakes of one line, each put into a copy of the tree alone; ${ran}. A mistake whose text no longer stands fails the list. Where the file of tests was changed since, the mistake is to be made again: \`npm run mutants -- --missing --write\`. What stands around a mistake, and what its tests take from other files, may have changed since: that is not looked at. One test that fails among others that pass is a witness, whatever it fails by.`,
    '',
    neverOf(measured),
    '',
    '| Area | Mistakes | Seen | Seen before its test was changed | Not seen | Argued | Not run |',
    '|---|---|---|---|---|---|---|',
    ...Object.entries(areas).map(([area, list]) => countOf(area, list, measured)),
    countOf('all', mistakes, measured),
    '',
    ...Object.entries(areas).flatMap(([area, list]) => section(area, list, measured)),
    '## Survivors of the review that can no longer be made',
    '',
    ...Object.entries(gone).map(([why, reason]) => `- « ${why} »: ${reason}`)
  ]
    .join('\n')
    .trimEnd()
    .concat('\n')
}

/** What is computed from the list and from what was found, by the name of its file in `docs/`. */
export const mutantPages: Readonly<Record<string, () => string>> = {
  'mutants.md': page,
  'mutants.untouched.md': untouchedPage
}

export const writePages = (): void => {
  for (const [name, write] of Object.entries(mutantPages))
    writeFileSync(new URL(`../../../docs/${name}`, import.meta.url), write())
}
