import { spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'

type Told = {
  testResults: { assertionResults: { status: string; failureMessages?: string[] }[] }[]
}

/** `none`: no test of that name ran. `broken`: something else than an expectation failed. */
export type Outcome = 'green' | 'red' | 'none' | 'broken'

const exact = (name: string) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

const outcomeIn = (file: string): Outcome => {
  if (!existsSync(file)) return 'broken'
  const { testResults } = JSON.parse(readFileSync(file, 'utf8')) as Told
  const ran = testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status }) => status === 'passed' || status === 'failed')
  const failed = ran.filter(({ status }) => status === 'failed')
  if (ran.length === 0) return 'none'
  if (failed.length === 0) return 'green'
  const expected = failed.some(({ failureMessages = [] }) =>
    failureMessages.some((one) => one.includes('AssertionError'))
  )
  return expected ? 'red' : 'broken'
}

/** Runs test files of a copy of the tree, all of their tests or those whose name contains a text. */
export const runTests = async (root: string, files: readonly string[], name?: string): Promise<Outcome> => {
  // Where the configuration of the tests has them written.
  const out = join(root, 'test-results', 'vitest.json')
  rmSync(out, { force: true })
  const named = name === undefined ? [] : ['-t', exact(name)]
  const child = spawn(
    process.execPath,
    [join('node_modules', 'vitest', 'vitest.mjs'), 'run', ...files, '--maxWorkers=1', ...named],
    { cwd: root, stdio: 'ignore' }
  )
  await new Promise((resolve, reject) => child.on('close', resolve).on('error', reject))
  return outcomeIn(out)
}
