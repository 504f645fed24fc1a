import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { standPostgres } from '../../tests/support/running/postgres.ts'
import { copyOfTree } from './copy.ts'
import type { Mistake } from './mistake.ts'
import { runTests, type Outcome } from './named-test.ts'

/** As many as there are cores on the machine that this is measured on. */
const atOnce = 2

const words: Record<Outcome, string> = {
  red: 'seen    ',
  green: 'SURVIVED',
  none: 'FAILED: no test of that name',
  broken: 'FAILED: no expectation',
  late: 'FAILED: out of time'
}

/** What became of each, by what it would do. */
export type Outcomes = Map<string, Outcome>

/** @throws Error where the text no longer stands, or stands twice: the list is then wrong. */
export const spoiled = (source: string, { file, text, instead }: Mistake): string => {
  if (source.split(text).length !== 2) throw new Error(`${file} does not hold once: ${text}`)
  return source.replace(text, () => instead)
}

/** Makes the mistake in a copy, asks the test that is named, and mends the copy. */
const outcomeOf = async (root: string, mistake: Mistake, urls: string): Promise<Outcome> => {
  const path = join(root, mistake.file)
  const source = readFileSync(path, 'utf8')
  writeFileSync(path, spoiled(source, mistake))
  try {
    // A mistake in the database is made as the test's own is built.
    const database = mistake.sql === undefined ? urls : undefined
    return await runTests(root, { files: [mistake.seen], name: mistake.named, database })
  } finally {
    writeFileSync(path, source)
  }
}

/** Takes from the queue until it is empty. */
const work = async (queue: Mistake[], outcomes: Outcomes, urls: string): Promise<void> => {
  const { root, remove } = copyOfTree()
  try {
    for (let mistake = queue.shift(); mistake; mistake = queue.shift()) {
      const from = Date.now()
      const outcome = await outcomeOf(root, mistake, urls)
      outcomes.set(mistake.why, outcome)
      const seconds = Math.round((Date.now() - from) / 1000)
      console.log(`${words[outcome]} ${seconds} s  ${mistake.file}  ${mistake.why}`)
    }
  } finally {
    remove()
  }
}

/** Whether the files of tests are green with no mistake made: one that is red already would see everything. */
export const standWhole = async (files: readonly string[]): Promise<boolean> => {
  const { root, remove } = copyOfTree()
  try {
    return (await runTests(root, { files, minutes: 60 })) === 'green'
  } finally {
    remove()
  }
}

/** Makes each mistake in a copy of the tree, two at a time. */
export const putBack = async (mistakes: readonly Mistake[]): Promise<Outcomes> => {
  const queue = [...mistakes]
  const outcomes: Outcomes = new Map()
  const { stop, ...urls } = await standPostgres()
  const working = Array.from({ length: Math.min(atOnce, mistakes.length) }, () =>
    work(queue, outcomes, JSON.stringify(urls))
  )
  try {
    await Promise.all(working)
  } finally {
    await stop()
  }
  return outcomes
}

export const unseenIn = (outcomes: Outcomes): string[] =>
  [...outcomes].flatMap(([why, outcome]) => (outcome === 'red' ? [] : [why]))
