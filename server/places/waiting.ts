import type { Actor } from '../../policies/actor.ts'
import type { Capacity } from '../../workflows/vocabulary/capacities.ts'
import { civilDate, daysBetween } from '../../workflows/calendar/calendar.ts'
import { deskCapacity, deskOf, offerIn, offersOf, type PlaceKind } from '../../workflows/places/places.ts'
import {
  aheadBy,
  byPriority,
  priority,
  priorityRule,
  type FactorId,
  type Priority
} from '../../workflows/places/priority.ts'
import { constraints, weigh, type Place } from '../../workflows/places/fit.ts'
import { askingFor, endsSearchOf, refusalWords, searchedIn } from '../../workflows/places/search.ts'
import { openReferralStates } from '../../workflows/referral/machine.ts'
import { asylumHousingIn } from '../../workflows/regions/housing/states.ts'
import { searching } from '../../workflows/regions/housing/ways.ts'
import { zoneOf } from '../../workflows/calendar/territories.ts'
import type { Bilingual, ReferralKind } from '../../workflows/vocabulary/vocabulary.ts'
import { badgesOf } from '../disclosure/badges.ts'
import { discloseLine } from '../disclosure/line.ts'
import { showCode } from '../cases/code.ts'
import { poolOfRole } from '../../policies/pools.ts'
import { freePlaces, needsOf } from './list.ts'
import {
  childSearchSince,
  quoted,
  refusalActsOf,
  searchSince,
  unplacedChild,
  wantedOf,
  type Wanted
} from './searches.ts'
import type { CaseRow } from '../cases/store.ts'
import type { Reader } from '../disclosure/reader.ts'
import { runQuery, type Tx } from '../db/context.ts'
import type { Locale } from '../locale.ts'
import type { WaitingLine } from '../views/places.ts'

const requestOf = (pool: PlaceKind) =>
  (Object.keys(deskOf) as ReferralKind[]).find((kind) => offersOf[deskOf[kind]!] === pool) ?? null

type Row = Pick<CaseRow, 'id' | 'code' | 'territory' | 'asylum' | 'facts'> & {
  since: Date
  reason: string | null
  refusals: number
  until: string | null
  wanted: Wanted | null
  pending: number
}

const wentHome = 'went_home(a.command, a.input)'

/** Where a search goes on: a night of emergency shelter does not leave the list. */
const sought = { housing: searching, asylum_housing: asylumHousingIn('seeking') }

/** Of which cases a desk has taken the search up, and since when. */
const asked = (kind: ReferralKind) => ({
  since: searchSince(`e.command in (${quoted(askingFor([kind]))})`, wentHome, endsSearchOf(kind)),
  seeks: `c.${searchedIn(kind)} in (${quoted(sought[searchedIn(kind)])}) and exists (select from referral r where r.case_id = c.id
    and r.kind = '${kind}' and r.recipient_org_id = $1 and r.state = 'accepted')`
})

/** Nobody is asked for a child: who protects it seeks, from the act that makes a place needed. */
const ofChild = { since: childSearchSince(wentHome), seeks: unplacedChild }

/** What the desk was last told of a refusal of its own search. */
const toldWhy = (kind: ReferralKind) => `(select e.input ->> 'reason' from case_event e where e.case_id = c.id
        and e.command in (${quoted(refusalActsOf(kind))}) order by e.seq desc limit 1)`

const waitingRows = (pool: PlaceKind) => {
  const kind = requestOf(pool)
  const { since, seeks } = kind ? asked(kind) : ofChild
  const declined = `from referral r where r.case_id = c.id and r.state = 'declined' and r.kind = '${offerIn[pool]}'`
  return `select * from (
    select c.id, c.code, c.territory, c.asylum, c.facts, ${since} as since,
      coalesce(${kind ? toldWhy(kind) : 'null'},
        (select r.reason ${declined} order by r.answered_at desc limit 1)) as reason,
      (select count(*)::int ${declined}) as refusals,
      ${kind ? wantedOf(kind) : 'null::jsonb'} as wanted,
      (select count(*)::int from referral r where r.case_id = c.id and r.kind = '${offerIn[pool]}'
        and r.state in (${quoted(openReferralStates)})) as pending,
      (select e.input ->> 'until' from case_event e where e.case_id = c.id and e.command = 'danger.immediate'
        order by e.seq desc limit 1) as until
    from participation p join "case" c on c.id = p.case_id
    where p.org_id = $1 and p.until is null and p.capacity = '${deskCapacity[pool]}' and ${seeks}
  ) waits where since is not null`
}

type Ranked = { row: Row; days: number; priority: Priority }

/** Who waits for a place of this desk's pool, the most urgent first by the rule of the day. */
export const rankedList = async (tx: Tx, actor: Actor, now: Date): Promise<Ranked[]> => {
  const pool = poolOfRole(actor.role)
  if (!pool) return []
  const rows = await runQuery<Row>(tx, waitingRows(pool), [actor.orgId])
  return rows
    .map((row) => {
      const today = civilDate(now, zoneOf(row.territory))
      const days = daysBetween(civilDate(row.since, zoneOf(row.territory)), today)
      const { danger, children } = row.facts
      const { refusals, until: shelteredUntil } = row
      return { row, days, priority: priority({ danger, children, days, refusals, shelteredUntil, today }) }
    })
    .map((one) => ({ ...one, since: one.row.since.getTime(), code: one.row.code }))
    .sort(byPriority)
}

const ahead: Bilingual = { fr: 'Avant la suivante', en: 'Before the next' }
const older: Bilingual = { fr: 'demande plus ancienne', en: 'earlier request' }

const becauseOf = (ids: readonly FactorId[], locale: Locale) =>
  ids.length === 0 ? older[locale] : ids.map((id) => priorityRule.factors[id].label[locale]).join(', ')

/** How the free places of the pool answer one person, by the weighing that an offer uses. */
const weighed = ({ row }: Ranked, free: readonly Place[], locale: Locale): WaitingLine['weighing'] => {
  const { against, ...counts } = weigh(free, needsOf(row, row.wanted))
  return {
    ...counts,
    against: against.map(({ id, places }) => ({ id, label: constraints[id].reason[locale], places }))
  }
}

type Beside = { next: Ranked | undefined; free: readonly Place[]; locale: Locale; capacity: Capacity }

const lineOf = (one: Ranked, rank: number, { next, free, locale, capacity }: Beside): WaitingLine => ({
  caseId: one.row.id,
  code: showCode(one.row.code),
  rank,
  score: one.priority.score,
  rule: one.priority.rule,
  why: one.priority.why.map(({ label, points }) => ({ label: label[locale], points })),
  ahead: next ? `${ahead[locale]} : ${becauseOf(aheadBy(one.priority, next.priority), locale)}` : null,
  since: one.row.since.toISOString(),
  days: one.days,
  reason: one.row.reason === null ? null : (refusalWords[one.row.reason]?.[locale] ?? null),
  needs: badgesOf(discloseLine({ capacity, facts: one.row.facts }).facts, locale),
  pending: one.row.pending,
  weighing: weighed(one, free, locale)
})

const longest = 300

/** The waiting list, each line with why it stands where it does. */
export const waitingList = async (tx: Tx, { actor, locale, now }: Reader): Promise<WaitingLine[]> => {
  const pool = poolOfRole(actor.role)
  if (pool === null) return []
  const capacity = deskCapacity[pool]
  const ranked = (await rankedList(tx, actor, now)).slice(0, longest)
  const free = await freePlaces(tx, actor.orgId)
  return ranked.map((one, index) =>
    lineOf(one, index + 1, { next: ranked[index + 1], free, locale, capacity })
  )
}

/** The rule by which the list is in order, in words. */
export const ruleInWords = (locale: Locale) => ({
  version: priorityRule.version,
  words: Object.values(priorityRule.factors).map(({ rule }) => rule[locale])
})

const inPoints = ({ why }: Priority) => why.map(({ label, points }) => `${label.fr} : ${points}`).join(' ; ')

/** Where a case stands as a place is offered, kept with the offer: by which rule, in which rank, and what counted. */
export const standingOf = async (tx: Tx, actor: Actor, asked: { caseId: string; at: Date }) => {
  const ranked = await rankedList(tx, actor, asked.at)
  const index = ranked.findIndex(({ row }) => row.id === asked.caseId)
  const found = ranked[index]
  return {
    rule: priorityRule.version,
    ...(found && { rank: index + 1, weighed: inPoints(found.priority) })
  }
}
