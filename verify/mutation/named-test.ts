import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'

type Told = {
  testResults: { assertionResults: { status: string; failureMessages?: string[] }[] }[]
}

/** `none`: no test of that name ran. `broken`: all that ran fell, and over no expectation. `late`: it was stopped. */
export type Outcome = 'green' | 'red' | 'none' | 'broken' | 'late'

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
  return expected || failed.length < ran.length ? 'red' : 'broken'
}

const wayOut = 10_000

/** Asks it to end, so that its PostgreSQL ends with it; after ten seconds it is ended as it is. */
const end = (child: ChildProcess) => {
  child.kill('SIGINT')
  const last = setTimeout(() => child.kill('SIGKILL'), wayOut)
  child.once('close', () => clearTimeout(last))
}

/** `name`: of these tests those alone whose name contains it. `minutes`: the most that they may take. `database`: a PostgreSQL that stands. */
type Asked = {
  files: readonly string[]
  name?: string | undefined
  minutes?: number
  database?: string | undefined
}

/** Runs test files of a copy of the tree. */
export const runTests = async (
  root: string,
  { files, name, minutes = 4, database }: Asked
): Promise<Outcome> => {
  // Where the configuration of the tests has them written.
  const out = join(root, 'test-results', 'vitest.json')
  rmSync(out, { force: true })
  const named = name === undefined ? [] : ['-t', exact(name)]
  const child = spawn(
    process.execPath,
    [join('node_modules', 'vitest', 'vitest.mjs'), 'run', ...files, '--maxWorkers=1', ...named],
    { cwd: root, stdio: 'ignore', env: { ...process.env, ...(database && { TEST_POSTGRES: database }) } }
  )
  let late = false
  const bound = setTimeout(() => {
    late = true
    end(child)
  }, minutes * 60_000)
  await new Promise((resolve, reject) => child.on('close', resolve).on('error', reject))
  clearTimeout(bound)
  return late ? 'late' : outcomeIn(out)
}
