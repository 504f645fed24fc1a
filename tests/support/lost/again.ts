import type { SerializedError } from 'vitest'
import type { TestCase, TestModule, TestSuite } from 'vitest/node'

type Failure = readonly Pick<SerializedError, 'name' | 'message'>[]

// What Playwright says of every question to a browser that has ended, and of a page whose own process has.
const closed = /browser has been closed/i
const crashed = /(Target|Page) crashed/

const isOf = (words: RegExp) => (error: Failure[number]) =>
  error.name !== 'AssertionError' && words.test(error.message)

/** Its failures in the order in which they came: what follows a failed step tells nothing of its own. */
function* failuresOf(of: TestModule | TestSuite | TestCase): Generator<Failure> {
  if (of.type === 'test') yield of.result().errors ?? []
  else {
    for (const child of of.children) yield* failuresOf(child)
    yield of.errors()
  }
}

/** Whether the end of a process of the browser is what made a file fail, and no expectation before it. */
export function failedByLostBrowser(file: TestModule): boolean {
  const first = [...failuresOf(file)].find(({ length }) => length > 0) ?? []
  if (first.length === 0) return false
  // A page that the test closed itself is told in the same words as a browser that has ended.
  return first.every(isOf(crashed)) || (file.meta().lostBrowser === true && first.every(isOf(closed)))
}
