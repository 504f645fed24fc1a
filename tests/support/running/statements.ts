import { AsyncLocalStorage } from 'node:async_hooks'
import pg from 'pg'

const listening = new AsyncLocalStorage<string[]>()
const { query } = pg.Client.prototype

const textOf = (asked: unknown) => (typeof asked === 'string' ? asked : (asked as { text: string }).text)

/** Hears what the driver is asked for, on whichever connection. `off` gives the driver back. */
export const countStatements = () => {
  const heard = function (this: pg.Client, ...asked: unknown[]) {
    listening.getStore()?.push(textOf(asked[0]))
    return (query as (...all: unknown[]) => unknown).apply(this, asked)
  }
  pg.Client.prototype.query = heard as typeof query
  return { off: () => void (pg.Client.prototype.query = query) }
}

/** What is asked of PostgreSQL on behalf of this work, and of nothing that goes on beside it. */
export const statementsOf = async <T>(work: () => Promise<T>): Promise<{ done: T; statements: string[] }> => {
  const statements: string[] = []
  // What only begins once it is awaited, as an injected request does, is awaited in there.
  return { done: await listening.run(statements, async () => await work()), statements }
}
