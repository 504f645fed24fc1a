import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Urls } from '../../tests/support/running/db.ts'
import { standPostgres, withSpoiled } from '../../tests/support/running/postgres.ts'
import { copyOfTree } from './copy.ts'
import { digestOfText } from './digest.ts'
import type { Mistake } from './mistake.ts'
import { runTests, type Outcome, type Run } from './named-test.ts'

/** As many as there are cores on the machine that this is measured on. */
const atOnce = 2

/** `untried`: its file of tests is not green as it stands, and would see everything. */
export type Fate = Outcome | 'untried'

const words: Record<Fate, string> = {
  red: 'seen    ',
  green: 'SURVIVED',
  none: 'FAILED: no test of that name',
  broken: 'FAILED: no expectation',
  late: 'FAILED: out of time',
  untried: 'FAILED: the tests are not green as they stand'
}

/** What became of each, by what it would do. */
export type Outcomes = Map<string, Fate>

/** What one mistake showed: `witness` is the digest of its file of tests, `whole` the tests of that file as it stands, `failed` those that it brought down. */
export type Found = {
  mistake: Mistake
  outcome: Fate
  witness: string
  whole: readonly string[]
  failed: readonly string[]
}

/** @throws Error where the text no longer stands, or stands twice: the list is then wrong. */
export const spoiled = (source: string, { file, text, instead }: Mistake): string => {
  if (source.split(text).length !== 2) throw new Error(`${file} does not hold once: ${text}`)
  return source.replace(text, () => instead)
}

/** Makes the mistake in a copy, asks the test that is named, and mends the copy. */
const runWith = async (root: string, mistake: Mistake, urls: Urls): Promise<Run> => {
  const path = join(root, mistake.file)
  const source = readFileSync(path, 'utf8')
  // One in the database is made here as well: a test may build a PostgreSQL of its own.
  writeFileSync(path, spoiled(source, mistake))
  const asked = (database: Urls) =>
    runTests(root, { files: [mistake.seen], name: mistake.named, database: JSON.stringify(database) })
  try {
    return await (mistake.sql === undefined ? asked(urls) : withSpoiled(urls, mistake.sql, asked))
  } finally {
    writeFileSync(path, source)
  }
}

/** `whole`: each file of tests with no mistake made, run once, before its first. */
type Work = {
  queue: Mistake[]
  urls: Urls
  whole: Map<string, Promise<Run>>
  tell: (found: Found) => void
}

const foundOf = async (root: string, mistake: Mistake, { whole, urls }: Work): Promise<Found> => {
  const { seen } = mistake
  const standing = whole.get(seen) ?? runTests(root, { files: [seen], database: JSON.stringify(urls) })
  whole.set(seen, standing)
  const { outcome: stands, ran } = await standing
  const known = { mistake, witness: digestOfText(readFileSync(join(root, seen), 'utf8')), whole: ran }
  if (stands !== 'green') return { ...known, outcome: 'untried', failed: [] }
  const { outcome, failed } = await runWith(root, mistake, urls)
  return { ...known, outcome, failed }
}

/** Takes from the queue until it is empty. */
const work = async (doing: Work): Promise<void> => {
  const { root, remove } = copyOfTree()
  try {
    for (let mistake = doing.queue.shift(); mistake; mistake = doing.queue.shift()) {
      const from = Date.now()
      const found = await foundOf(root, mistake, doing)
      const seconds = Math.round((Date.now() - from) / 1000)
      console.log(`${words[found.outcome]} ${seconds} s  ${mistake.file}  ${mistake.why}`)
      doing.tell(found)
    }
  } finally {
    remove()
  }
}

/** Makes each mistake in a copy of the tree, two at a time, and tells what it showed before the next is made. */
export const putBack = async (
  mistakes: readonly Mistake[],
  tell: (found: Found) => void = () => undefined
): Promise<Outcomes> => {
  const outcomes: Outcomes = new Map()
  if (mistakes.length === 0) return outcomes
  const { stop, ...urls } = await standPostgres()
  const doing: Work = {
    queue: [...mistakes],
    urls,
    whole: new Map(),
    tell: (found) => {
      outcomes.set(found.mistake.why, found.outcome)
      tell(found)
    }
  }
  try {
    await Promise.all(Array.from({ length: Math.min(atOnce, mistakes.length) }, () => work(doing)))
  } finally {
    await stop()
  }
  return outcomes
}

export const unseenIn = (outcomes: Outcomes): string[] =>
  [...outcomes].flatMap(([why, outcome]) => (outcome === 'red' ? [] : [why]))
