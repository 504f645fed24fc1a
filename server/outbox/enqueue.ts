import { sql } from 'drizzle-orm'
import type { Tx } from '../db/context.ts'
import type { noticeSubjects } from '../db/schema/schema.ts'

/**
 * The line of a journal that says what happened, by its number: an act of a case, a step of a referral. What is told again
 * without a new line (a reminder, where a meeting or an emergency access stands) is numbered by `minuteOf`.
 */
export type Line = { about: (typeof noticeSubjects)[number]; id: string; seq: number }

export const minuteOf = (at: Date) => Math.floor(at.getTime() / 60_000)

/** Who must hear that something moved. Ids only: what moved is read under each reader's own right. */
export type Telling = {
  about: 'case' | 'referral' | 'meeting'
  id: string
  to: readonly string[]
  line: Line
  /** When it happened, where those who hear of it are told another moment than that of the telling. */
  at?: Date
}

/** A job of the queue, committed with the act or not at all. */
export const tell = async (tx: Tx, { about, id, to, line, at }: Telling) => {
  if (to.length === 0) return
  const payload = { about, id, to: [...new Set(to)], line, at }
  await tx.execute(sql`select enqueue('tell', ${JSON.stringify(payload)}::json)`)
}
