import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'

type Told = {
  testResults: {
    status: string
    assertionResults: { fullName: string; status: string; failureMessages?: string[] }[]
  }[]
}

/** `none`: no test of that name ran. `broken`: all that ran fell over no expectation, or nothing could be loaded. `late`: it was stopped. */
export type Outcome = 'green' | 'red' | 'none' | 'broken' | 'late'

/** With the names of the tests that ran, and of those that failed. */
export type Run = { outcome: Outcome; ran: readonly string[]; failed: readonly string[] }

const exact = (name: string) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

// What `rejects` or `resolves` did not find is written as an error like any other, but for whence it was thrown.
const anExpectation = /AssertionError|at \S*Assertion\.__VITEST_(?:REJECTS|RESOLVES)__/

const nothing = (outcome: Outcome): Run => ({ outcome, ran: [], failed: [] })

const runIn = (file: string): Run => {
  if (!existsSync(file)) return nothing('broken')
  const { testResults } = JSON.parse(readFileSync(file, 'utf8')) as Told
  const ran = testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status }) => status === 'passed' || status === 'failed')
  if (ran.length === 0)
    return nothing(testResults.some(({ status }) => status === 'failed') ? 'broken' : 'none')
  const failed = ran.filter(({ status }) => status === 'failed')
  const expected = failed.some(({ failureMessages = [] }) =>
    failureMessages.some((one) => anExpectation.test(one))
  )
  const fell = expected || failed.length < ran.length ? 'red' : 'broken'
  const names = (of: typeof ran) => of.map(({ fullName }) => fullName)
  return { outcome: failed.length === 0 ? 'green' : fell, ran: names(ran), failed: names(failed) }
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

// Those that read pages as they are served, and not their modules.
const servesPages = /\bweb: true\b|\b(?:readPlainly|openPages|openStage)\(/

/** Builds the pages of a copy where a source of theirs is newer, for the tests that read them as they are served. */
const buildPages = async (root: string, files: readonly string[]): Promise<boolean> => {
  if (!files.some((file) => servesPages.test(readFileSync(join(root, file), 'utf8')))) return true
  const build = promisify(execFile)(process.execPath, [join('server', 'web-build.cli.ts')], { cwd: root })
  return build.then(
    () => true,
    () => false
  )
}

/** Runs test files of a copy of the tree. */
export const runTests = async (root: string, { files, name, minutes = 4, database }: Asked): Promise<Run> => {
  // Where the configuration of the tests has them written.
  const out = join(root, 'test-results', 'vitest.json')
  rmSync(out, { force: true })
  if (!(await buildPages(root, files))) return nothing('broken')
  const named = name === undefined ? [] : ['-t', exact(name)]
  const child = spawn(
    process.execPath,
    [join('node_modules', 'vitest', 'vitest.mjs'), 'run', ...files, '--maxWorkers=1', ...named],
    { cwd: root, stdio: 'ignore', env: { ...process.env, ...(database && { TEST_POSTGRES: database }) } }
  )
  // Whoever ends the run ends its tests.
  const stop = () => void child.kill('SIGINT')
  process.once('exit', stop)
  let late = false
  const bound = setTimeout(() => {
    late = true
    end(child)
  }, minutes * 60_000)
  await new Promise((resolve, reject) => child.on('close', resolve).on('error', reject))
  clearTimeout(bound)
  process.off('exit', stop)
  return late ? nothing('late') : runIn(out)
}
