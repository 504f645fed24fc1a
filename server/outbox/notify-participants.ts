import type { Actor } from '../../policies/actor.ts'
import type { Party } from '../../policies/awaited.ts'
import type { Happening } from '../../policies/disclosure.ts'
import type { Situation } from '../../workflows/guards/guards.ts'
import { openReferralStates } from '../../workflows/referral/machine.ts'
import type { ReferralKind } from '../../workflows/vocabulary/vocabulary.ts'
import { runQuery, settleAll, type Tx } from '../db/context.ts'
import { countedFor } from '../deadlines/disclosure.ts'
import { heirOf, hearersOf, seenBy } from '../disclosure/hearers.ts'
import type { Keys } from '../keys.ts'
import { tell, type Line, type Telling } from './enqueue.ts'
import type { Gate } from '../acts/command-validation.ts'
import { liveDeadlines, partiesOf, type Taking, type Written } from '../cases/store.ts'
import { over, refreshWorklist, settles, type Pending, type Standing } from './worklist.ts'

/** `settling` false leaves the worklists to whoever tells many acts of one case in one transaction, and settles once. */
export type Desk = {
  tx: Tx
  keys: Keys
  telling: boolean
  settling?: boolean
  /** The lists as the act left them: what its author is answered is made from them. */
  written?: readonly Written[]
}
export const deskOf = ({ keys, telling = true }: Gate, tx: Tx): Desk => ({ tx, keys, telling })

// Nothing in either is an instant or a day: both come in one row. What this transaction wrote is told, in one order: two clocks of
// one moment would tell it twice, and where a row lies is nobody's to know.
const stands = `select (select coalesce(jsonb_agg(e), '[]') from (${partiesOf}) e) as everyone,
  (select coalesce(jsonb_agg(r), '[]') from (select id, recipient_org_id as "recipientOrgId", sender_org_id as "senderOrgId", kind, state, version,
    follow_up as "followUp", awaits_org_id as "awaitsOrgId", sent_at = $2 and xmin = pg_current_xact_id()::xid as fresh
  from referral
  where case_id = $1 and (state = any($3::text[]) or follow_up is not null or (moved_at = $2 and xmin = pg_current_xact_id()::xid))
  order by sent_at, id) r) as referrals`

const isOver = ({ state }: Pending) => (over as readonly string[]).includes(state)
const isWaiting = (one: Pending) =>
  !isOver(one) && (one.followUp !== null || (openReferralStates as readonly string[]).includes(one.state))

type Asked = Pending & { id: string; recipientOrgId: string; version: number; fresh: boolean }

const heirIn = (kind: ReferralKind, { facts }: Situation, taking: readonly Taking[]): string | null => {
  const heir = heirOf(kind, facts)
  return taking.find(({ capacity }) => capacity === heir)?.orgId ?? null
}

const handOn = `update referral r set awaits_org_id = one.heir, awaits_person_id = null, escalated_to = null
  from unnest($1::uuid[], $2::uuid[]) as one (id, heir) where r.id = one.id`

/**
 * Referrals that waited for an organisation which takes part no more are handed on, so that the heir has one line in
 * its worklist and one in its box.
 */
const handedOn = async (
  tx: Tx,
  referrals: readonly Asked[],
  { situation, taking }: { situation: Situation; taking: readonly Taking[] }
): Promise<readonly Asked[]> => {
  const present = new Set(taking.filter(settles).map(({ orgId }) => orgId))
  const left = (one: Asked) =>
    (one.followUp !== null || one.state === 'escalated') && !present.has(one.awaitsOrgId ?? '')
  const inherited = referrals.flatMap((one) => {
    const heir = left(one) ? heirIn(one.kind as ReferralKind, situation, taking) : null
    return heir ? [{ ...one, awaitsOrgId: heir }] : []
  })
  if (inherited.length === 0) return referrals
  await runQuery(tx, handOn, [inherited.map(({ id }) => id), inherited.map(({ awaitsOrgId }) => awaitsOrgId)])
  return referrals.map((one) => inherited.find(({ id }) => id === one.id) ?? one)
}

type Stands = Pick<Standing, 'situation' | 'at'>
/** Where a case stands and whom it waits for, as its lines are written from; with the referrals that moved at that moment. */
const standingOf = async (tx: Tx, caseId: string, { situation, at }: Stands) => {
  const [[found], clocks] = await settleAll([
    runQuery<{ everyone: Taking[]; referrals: Asked[] }>(tx, stands, [caseId, at, openReferralStates]),
    liveDeadlines(tx, caseId)
  ])
  const { everyone, referrals } = found!
  const taking = everyone.filter(({ left }) => !left)
  const waiting = await handedOn(tx, referrals.filter(isWaiting), { situation, taking })
  return {
    everyone,
    taking,
    standing: { situation, clocks, referrals: waiting },
    // Worklists are sorted and counted by what they show, so each is stored as its organisation is told the case.
    told: seenBy(situation.facts),
    asked: referrals.filter((one) => isOver(one) || (one.fresh && isWaiting(one))),
    awaits: (id: string) => [...waiting, ...referrals].find((one) => one.id === id)?.awaitsOrgId ?? null
  }
}

/** Writes the lists anew and tells nobody. */
export const rewriteLists = async (tx: Tx, caseId: string, stands: Stands) => {
  const { taking, standing, told } = await standingOf(tx, caseId, stands)
  await refreshWorklist(tx, taking, { standing, told, movedAt: null })
}

/** `metAt`: when it happened as counted where she was met. */
type Told = {
  actor: Actor
  at: Date
  metAt?: Date
  happening: Happening
  line: Line
  /** A referral that moved, whose two sides are told as well, and whoever is waited for now. */
  moved?: Pick<Asked, 'id' | 'senderOrgId' | 'recipientOrgId'>
}

const sidesOf = (
  { id, senderOrgId, recipientOrgId }: NonNullable<Told['moved']>,
  awaited: string | null,
  { actor, line }: Pick<Told, 'actor' | 'line'>
): Telling => {
  const sides = [senderOrgId, recipientOrgId, awaited]
  const to = sides.filter((orgId): orgId is string => orgId !== null && orgId !== actor.orgId)
  return { about: 'referral', id, to, line }
}

/**
 * What happened to everyone who takes part: their lists, and a word that something moved, to those who may read it, to
 * those whose part it ended, and to whom it asks something.
 */
export const settleParticipants = async (desk: Desk, caseId: string, situation: Situation, what: Told) => {
  if (desk.settling === false) return
  const { tx } = desk
  const { actor, at, metAt = at, happening, line, moved: referral } = what
  const { everyone, taking, standing, told, asked, awaits } = await standingOf(tx, caseId, { situation, at })
  const hears = hearersOf(happening, situation.facts)
  const movedAt = (one: Pick<Party, 'capacity' | 'orgId'>) => ({
    at: countedFor(told(one.capacity), at, () => metAt),
    told: hears(one.capacity) || (one.orgId === actor.orgId && settles(one))
  })
  const written = await refreshWorklist(tx, taking, { standing, told, movedAt })
  desk.written = written
  if (!desk.telling) return
  const moved = written.filter((one) => one.moved)
  const left = everyone.filter((one) => one.left).map(({ orgId }) => ({ orgId, at }))
  const others = [...moved, ...left].filter(({ orgId }) => orgId !== actor.orgId)
  const ofCase = [...Map.groupBy(others, (one) => one.at.getTime())].map(([ms, these]): Telling => {
    const to = these.map(({ orgId }) => orgId)
    return { about: 'case', id: caseId, to, line, ...(ms !== at.getTime() && { at: new Date(ms) }) }
  })
  const ofReferrals = asked
    .filter(({ recipientOrgId }) => recipientOrgId !== actor.orgId)
    .map(({ id, recipientOrgId, version }): Telling => {
      const sent = { about: 'referral', id, seq: version } as const
      return { about: 'referral', id, to: [recipientOrgId], line: sent }
    })
  const ofSides = referral ? [sidesOf(referral, awaits(referral.id), what)] : []
  await tell(tx, ...ofCase, ...ofReferrals, ...ofSides)
}
