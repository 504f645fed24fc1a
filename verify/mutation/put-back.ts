import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { copyOfTree } from './copy.ts'
import type { LawMutant } from './law-mutant.ts'
import { runTests, type Outcome } from './named-test.ts'

/** Each starts a PostgreSQL where its test needs one. */
const atOnce = 2

const words: Record<Outcome, string> = {
  red: 'seen    ',
  green: 'SURVIVED',
  none: 'FAILED: no test of that name',
  broken: 'FAILED: no expectation'
}

const spoiled = (source: string, { file, text, instead }: LawMutant) => {
  if (source.split(text).length !== 2) throw new Error(`${file} does not hold once: ${text}`)
  return source.replace(text, () => instead)
}

/** Puts an old reading back in a copy, asks the test that is named, and mends the copy. */
const outcomeOf = async (root: string, mutant: LawMutant): Promise<Outcome> => {
  const path = join(root, mutant.file)
  const source = readFileSync(path, 'utf8')
  writeFileSync(path, spoiled(source, mutant))
  try {
    return await runTests(root, [mutant.seen], mutant.named)
  } finally {
    writeFileSync(path, source)
  }
}

/** Takes from the queue until it is empty; returns how many were not seen. */
const work = async (queue: LawMutant[]): Promise<number> => {
  const { root, remove } = copyOfTree()
  let unseen = 0
  try {
    for (let mutant = queue.shift(); mutant; mutant = queue.shift()) {
      const outcome = await outcomeOf(root, mutant)
      if (outcome !== 'red') unseen += 1
      console.log(`${words[outcome]} ${mutant.file}  ${mutant.why}`)
    }
  } finally {
    remove()
  }
  return unseen
}

/** A test that is red before anything is put back would see everything. */
const standsWhole = async (files: readonly string[]): Promise<boolean> => {
  const { root, remove } = copyOfTree()
  try {
    return (await runTests(root, files)) === 'green'
  } finally {
    remove()
  }
}

/** Puts each old reading of the law back in a copy of the tree; returns how many no test saw. */
export const runLawMutants = async (mutants: readonly LawMutant[]): Promise<number> => {
  if (!(await standsWhole([...new Set(mutants.map(({ seen }) => seen))]))) {
    console.log('FAILED: the tests are not green as they stand')
    return mutants.length
  }
  const queue = [...mutants]
  const unseen = await Promise.all(Array.from({ length: atOnce }, () => work(queue)))
  return unseen.reduce((sum, one) => sum + one, 0)
}
