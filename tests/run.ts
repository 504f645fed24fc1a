import { relative } from 'node:path'
import { createVitest, JsonReporter, parseCLI, type JsonOptions, type TestModule } from 'vitest/node'
import { failedByLostBrowser } from './support/lost/again.ts'

const { filter, options } = parseCLI(['vitest', 'run', ...process.argv.slice(2)])
const vitest = await createVitest({ ...options, watch: false })

// Every test; then once more each file whose browser ended by itself, which says nothing of what the file expects.
try {
  const { testModules, unhandledErrors } = await vitest.start(filter)
  const lost = testModules.filter(failedByLostBrowser)
  if (lost.length > 0) await tryAgain(lost, unhandledErrors.length)
} finally {
  await vitest.close()
}

/** One after the other: what ended the browser may have been how much ran at once. */
async function tryAgain(lost: TestModule[], unhandled: number): Promise<void> {
  console.error(`The browser ended by itself in ${lost.length} test file(s), which are tried once more.`)
  for (const file of lost) {
    const again = await vitest.runTestSpecifications([file.toTestSpecification()])
    unhandled += again.unhandledErrors.length
  }
  const files = vitest.state.getTestModules()
  process.exitCode = files.every((file) => file.ok()) && unhandled === 0 ? 0 : 1
  await countAll(files)
  console.error(`The browser ended by itself, and these were tried once more: ${lost.length}`)
  for (const { moduleId } of lost) {
    const passed = files.find((file) => file.moduleId === moduleId)?.ok() ?? false
    console.error(`  ${relative('', moduleId)}: ${passed ? 'passed' : 'failed'} the second time`)
  }
}

/** The report of a run names its own files alone: the last would hide the others. */
async function countAll(files: TestModule[]): Promise<void> {
  for (const reporter of vitest.config.reporters) {
    if (!Array.isArray(reporter) || reporter[0] !== 'json') continue
    const json = new JsonReporter(reporter[1] as JsonOptions)
    json.onInit(vitest)
    await json.onTestRunEnd(files)
  }
}
