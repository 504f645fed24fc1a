import type { Pool, PoolClient, QueryConfig } from 'pg'

// An act that is tried to be seen answered, and never was: all that it did to the database is taken back where it would be kept.

type Wire = { query: (...asked: unknown[]) => unknown }
const textOf = (asked: unknown) =>
  typeof asked === 'string' ? asked : ((asked as QueryConfig | undefined)?.text ?? '')

/** What an act writes and a reading does not, in its one transaction: its key. */
const isKey = (text: string) => text.startsWith('insert into idempotency')

export type Undoing = <T>(work: () => Promise<T>) => Promise<{ answer: T; done: boolean }>

/** While it runs, connections of this pool undo what they are told to keep; `done` says that an act would have been kept. */
export const undoingOn = (pool: Pool, clients: readonly PoolClient[]): Undoing => {
  const state = { undoes: false, written: false, done: false }
  const seen = new WeakSet<object>()
  const listen = (client: PoolClient) => {
    if (seen.has(client)) return
    seen.add(client)
    const wire = client as unknown as Wire
    const query = wire.query.bind(client)
    wire.query = (asked, ...rest) => {
      const text = textOf(asked)
      if (!state.undoes) return query(asked, ...rest)
      if (text === 'begin') state.written = false
      if (isKey(text)) state.written = true
      if (text !== 'commit') return query(asked, ...rest)
      state.done ||= state.written
      return query({ text: 'rollback' }, ...rest)
    }
  }
  for (const client of clients) listen(client)
  pool.on('connect', listen)
  return async (work) => {
    Object.assign(state, { undoes: true, written: false, done: false })
    try {
      const answer = await work()
      return { answer, done: state.done }
    } finally {
      state.undoes = false
    }
  }
}
