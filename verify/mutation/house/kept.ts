import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { digestOfText } from '../digest.ts'
import type { Mistake } from '../mistake.ts'
import type { Outcome } from '../named-test.ts'
import type { Found } from '../put-back.ts'
import { mistakes } from './list.ts'

/** `witness`: the digest of the file of tests that was asked. */
type Kept = { day: string; outcome: Outcome; witness?: string }

/** Of a file of tests as it was then: how many it holds, and the names of those that no mistake brought down. */
type Untouched = { witness: string; tests: number; never: readonly string[] }

/** What runs have found: by the digest of a mistake, and by file of tests. */
export type Measured = {
  mistakes: Readonly<Record<string, Kept>>
  tests: Readonly<Record<string, Untouched>>
}

/** What was measured of a mistake holds for that mistake alone: made otherwise, or asked of another test, it was not. */
const digestOf = ({ file, text, instead, seen, named = '' }: Mistake) =>
  digestOfText([file, text, instead, seen, named].join('\0'))

export const witnessOf = (seen: string): string => digestOfText(readFileSync(seen, 'utf8'))

const files = {
  mistakes: new URL('../../../docs/mutants.json', import.meta.url),
  tests: new URL('../../../docs/mutants.tests.json', import.meta.url)
}
const read = (file: URL) =>
  existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, never>) : {}

export const readMeasured = (): Measured => ({ mistakes: read(files.mistakes), tests: read(files.tests) })

/** Whole or not at all: a run may be cut at any moment. */
const write = (file: URL, what: object) => {
  const beside = new URL(`${file.href}.part`)
  writeFileSync(beside, `${JSON.stringify(what, null, 2)}\n`)
  renameSync(beside, file)
}

export const writeMeasured = (measured: Measured): void => {
  write(files.mistakes, measured.mistakes)
  write(files.tests, measured.tests)
}

/** `before`: it was seen by a test that has been changed since. `late` says nothing of a mistake. */
export type Standing = 'seen' | 'not seen' | 'before' | 'not run'

export const standingOf = (mistake: Mistake, measured: Measured): Standing => {
  const kept = measured.mistakes[digestOf(mistake)]
  if (!kept || kept.outcome === 'late') return 'not run'
  const same = kept.witness === witnessOf(mistake.seen)
  if (kept.outcome === 'red') return same ? 'seen' : 'before'
  return same ? 'not seen' : 'not run'
}

/** What is known once a mistake was made. What is no longer in the list, or no longer its test, is forgotten. */
export const withFound = (
  measured: Measured,
  { mistake, outcome, witness, whole, failed }: Found,
  list: readonly Mistake[] = mistakes
): Measured => {
  if (outcome === 'untried') return measured
  const digest = digestOf(mistake)
  const found = {
    ...measured.mistakes,
    [digest]: { day: new Date().toISOString().slice(0, 10), outcome, witness }
  }
  const before = measured.tests[mistake.seen]
  const never = before?.witness === witness ? before.never : whole
  const tests = {
    ...measured.tests,
    [mistake.seen]: {
      witness,
      tests: whole.length,
      // A file may be given tests, or lose them, by what it stands on.
      never: never.filter((name) => whole.includes(name) && !failed.includes(name))
    }
  }
  return {
    mistakes: Object.fromEntries(
      list.flatMap((one) => (found[digestOf(one)] ? [[digestOf(one), found[digestOf(one)]!]] : []))
    ),
    tests: Object.fromEntries(
      Object.entries(tests)
        .filter(([file]) => list.some(({ seen }) => seen === file))
        .sort(([one], [other]) => (one < other ? -1 : 1))
    )
  }
}
