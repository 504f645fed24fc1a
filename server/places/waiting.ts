import { deskCapacity, offerIn, type PlaceKind } from '../../workflows/places/places.ts'
import { aheadBy, byPriority, priorityRule, type FactorId } from '../../workflows/places/priority.ts'
import { constraints, weigh, type Needs, type Place } from '../../workflows/places/fit.ts'
import { refusalWords } from '../../workflows/places/search.ts'
import { openReferralStates } from '../../workflows/referral/machine.ts'
import type { Bilingual, ReferralKind } from '../../workflows/vocabulary/vocabulary.ts'
import { badgesOf } from '../disclosure/badges.ts'
import { decodeCursor, encodeCursor } from '../http/cursor.ts'
import { discloseLine, type DisclosedLine } from '../disclosure/line.ts'
import { showCode } from '../cases/code.ts'
import type { CaseRow } from '../cases/store.ts'
import type { Reader } from '../disclosure/reader.ts'
import { runQuery, settleAll, type Tx } from '../db/context.ts'
import { NotFound } from '../errors.ts'
import { pageOf, type PageQuery } from '../http/requested.ts'
import type { Locale } from '../locale.ts'
import type { WaitingLine, WaitingList } from '../views/places.ts'
import { freePlaces, needsTold } from './list.ts'
import { poolOfRole } from '../../policies/pools.ts'
import { rankedList, requestOf, type Ranked } from './ranking.ts'
import { quoted, refusalActsOf, wantedOf, type Wanted } from './searches.ts'

/** What a line says beside its rank: read for the lines of one page. */
type Row = Pick<CaseRow, 'id' | 'asylum' | 'facts'> & {
  reason: string | null
  wanted: Wanted | null
  pending: number
}

/** What the desk was last told of a refusal of its own search. */
const toldWhy = (kind: ReferralKind) => `(select e.input ->> 'reason' from case_event e where e.case_id = c.id
        and e.struck_by is null and e.command in (${quoted(refusalActsOf(kind))}) order by e.seq desc limit 1)`

const linesOf = (pool: PlaceKind) => {
  const kind = requestOf(pool)
  const offers = `from referral r where r.case_id = c.id and r.kind = '${offerIn[pool]}'`
  return `select c.id, c.asylum, c.facts,
      coalesce(${kind ? toldWhy(kind) : 'null'},
        (select r.reason ${offers} and r.state = 'declined' order by r.answered_at desc limit 1)) as reason,
      ${kind ? wantedOf(kind) : 'null::jsonb'} as wanted,
      (select count(*)::int ${offers} and r.state in (${quoted(openReferralStates)})) as pending
    from "case" c where c.id = any($1::uuid[])`
}

const ahead: Bilingual = { fr: 'Avant la suivante', en: 'Before the next' }
const older: Bilingual = { fr: 'demande plus ancienne', en: 'earlier request' }

const becauseOf = (ids: readonly FactorId[], locale: Locale) =>
  ids.length === 0 ? older[locale] : ids.map((id) => priorityRule.factors[id].label[locale]).join(', ')

/** How the free places of the pool answer one person, by the weighing that an offer uses. */
const weighed = (needs: Needs, free: readonly Place[], locale: Locale): WaitingLine['weighing'] => {
  const { against, ...counts } = weigh(free, needs)
  return {
    ...counts,
    against: against.map(({ id, places }) => ({ id, label: constraints[id].reason[locale], places }))
  }
}

type Beside = {
  row: Row
  told: DisclosedLine
  rank: number
  next: Ranked | undefined
  free: readonly Place[]
}

const lineOf = (one: Ranked, { row, told, rank, next, free }: Beside, locale: Locale): WaitingLine => ({
  caseId: one.id,
  code: showCode(one.code),
  rank,
  score: one.priority.score,
  rule: one.priority.rule,
  why: one.priority.why.map(({ label, points }) => ({ label: label[locale], points })),
  ahead: next ? `${ahead[locale]} : ${becauseOf(aheadBy(one.priority, next.priority), locale)}` : null,
  since: new Date(one.since).toISOString(),
  days: one.days,
  reason: row.reason === null ? null : (refusalWords[row.reason]?.[locale] ?? null),
  needs: badgesOf(told.facts, locale),
  pending: row.pending,
  weighing: weighed(needsTold(told, row.asylum, row.wanted), free, locale)
})

const cursorOf = ({ priority: { score }, since, code }: Ranked) =>
  encodeCursor([String(score), new Date(since).toISOString(), code])

/** Where a page begins: behind the line whose key its cursor is, wherever that line stands by now. */
const beginsAt = (ranked: readonly Ranked[], cursor: string | undefined): number => {
  if (cursor === undefined) return 0
  const [score, since, code] = decodeCursor(cursor, ['seq', 'at', 'code'])
  const last = { priority: { score: Number(score) }, since: Date.parse(since!), code: code! }
  const found = ranked.findIndex((one) => byPriority(last, one) < 0)
  return found < 0 ? ranked.length : found
}

/** The rule by which the list is in order, in words. */
const ruleInWords = (locale: Locale) => ({
  version: priorityRule.version,
  words: Object.values(priorityRule.factors).map(({ rule }) => rule[locale])
})

/** One page of the waiting list, each line with why it stands where it does. */
export const waitingList = async (
  tx: Tx,
  { actor, locale, now }: Reader,
  { limit = 50, cursor }: PageQuery
): Promise<WaitingList> => {
  const pool = poolOfRole(actor.role)
  if (pool === null) throw new NotFound('not a desk')
  const ranked = await rankedList(tx, actor, now)
  const from = beginsAt(ranked, cursor)
  const { page, last } = pageOf(ranked.slice(from, from + limit + 1), limit)
  const [rows, free] = await settleAll([
    runQuery<Row>(tx, linesOf(pool), [page.map(({ id }) => id)]),
    freePlaces(tx, actor.orgId)
  ])
  const byId = new Map(rows.map((row) => [row.id, row]))
  return {
    items: page.map((one, index) => {
      const rank = from + index + 1
      const row = byId.get(one.id)!
      const told = discloseLine({ capacity: deskCapacity[pool], facts: row.facts })
      return lineOf(one, { row, told, rank, next: ranked[rank], free }, locale)
    }),
    next: last && cursorOf(last),
    total: ranked.length,
    oldestDays: ranked.length > 0 ? Math.max(...ranked.map(({ days }) => days)) : null,
    rule: ruleInWords(locale)
  }
}
