import { poolOf, runQuery, whenCommitted, type Tx } from '../db/context.ts'
import { wake } from './wake.ts'
import type { noticeSubjects } from '../db/schema/schema.ts'

/**
 * The line of a journal that says what happened, by its number: an act of a case, a step of a referral. What is told again
 * without a new line (a reminder, where a meeting or an emergency access stands) is numbered by `minuteOf`.
 */
export type Line = { about: (typeof noticeSubjects)[number]; id: string; seq: number }

export const minuteOf = (at: Date) => Math.floor(at.getTime() / 60_000)

/** Who must hear that something moved. Ids only: what moved is read under each reader's own right. */
export type Telling = {
  about: 'case' | 'referral' | 'meeting' | 'protocol'
  id: string
  to: readonly string[]
  line: Line
  /** When it happened, where those who hear of it are told another moment than that of the telling. */
  at?: Date
}

/** What the outbox carries: a word that something moved, a letter with a link, one about one’s access, one that takes a letter back, what waits for somebody, a case to be counted again. */
export type Kind = 'tell' | 'mail_link' | 'mail_access' | 'mail_error' | 'mail_call' | 'count'

const putting = `insert into outbox (kind, payload)
  select $1, payload from jsonb_array_elements($2::jsonb) with ordinality as one (payload, n) order by n`

/** Leaves with the act or not at all, once it is committed. */
export const put = async (tx: Tx, kind: Kind, payloads: readonly object[]) => {
  if (payloads.length === 0) return
  await runQuery(tx, putting, [kind, JSON.stringify(payloads)])
  whenCommitted(tx, () => wake(poolOf(tx)))
}

/** Several tellings of one act, in the order in which they are heard. */
export const tell = (tx: Tx, ...tellings: readonly Telling[]) =>
  put(
    tx,
    'tell',
    tellings.filter(({ to }) => to.length > 0).map((one) => ({ ...one, to: [...new Set(one.to)] }))
  )
