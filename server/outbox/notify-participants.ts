import type { Actor } from '../../policies/actor.ts'
import type { Party } from '../../policies/awaited.ts'
import type { Happening } from '../../policies/disclosure.ts'
import type { Situation } from '../../workflows/guards/guards.ts'
import { openReferralStates, type ReferralState } from '../../workflows/referral/machine.ts'
import type { ReferralKind } from '../../workflows/vocabulary/vocabulary.ts'
import { runQuery, settleAll, type Tx } from '../db/context.ts'
import { heirOf, hearersOf, seenBy } from '../disclosure/hearers.ts'
import type { Keys } from '../keys.ts'
import { tell, type Line } from './enqueue.ts'
import type { Gate } from '../acts/command-validation.ts'
import { activeParticipations, liveDeadlines } from '../cases/store.ts'
import { refreshWorklist, settles, type Pending, type Standing } from './worklist.ts'

/** `settling` false leaves the worklists to whoever tells many acts of one case in one transaction, and settles once. */
export type Desk = { tx: Tx; keys: Keys; telling: boolean; settling?: boolean }
export const deskOf = ({ keys, telling = true }: Gate, tx: Tx): Desk => ({ tx, keys, telling })

const pending = `select id, recipient_org_id as "recipientOrgId", sender_org_id as "senderOrgId", kind, state, version,
    follow_up as "followUp", awaits_org_id as "awaitsOrgId", sent_at = $3 as fresh
  from referral
  where case_id = $1 and (state = any($2::text[]) or follow_up is not null or (moved_at = $3 and state = any($4::text[])))`

const over: readonly ReferralState[] = ['withdrawn', 'ended']
const isOver = ({ state }: Pending) => (over as readonly string[]).includes(state)

type Asked = Pending & { id: string; recipientOrgId: string; version: number; fresh: boolean }

type Taking = Awaited<ReturnType<typeof activeParticipations>>

const heirIn = (kind: ReferralKind, { facts }: Situation, taking: Taking): string | null => {
  const heir = heirOf(kind, facts)
  return taking.find(({ capacity }) => capacity === heir)?.orgId ?? null
}

const handOn = `update referral set awaits_org_id = $2, awaits_person_id = null, escalated_to = null where id = $1`

/**
 * Referrals that waited for an organisation which takes part no more are handed on, so that the heir has one line in
 * its worklist and one in its box.
 */
const handedOn = async (
  tx: Tx,
  referrals: readonly Asked[],
  { situation, taking }: { situation: Situation; taking: Taking }
): Promise<Asked[]> => {
  const present = new Set(taking.filter(settles).map(({ orgId }) => orgId))
  const left = (one: Asked) =>
    (one.followUp !== null || one.state === 'escalated') && !present.has(one.awaitsOrgId ?? '')
  const inherited: Asked[] = []
  for (const one of referrals) {
    const heir = left(one) ? heirIn(one.kind as ReferralKind, situation, taking) : null
    if (heir) await runQuery(tx, handOn, [one.id, heir])
    inherited.push(heir ? { ...one, awaitsOrgId: heir } : one)
  }
  return inherited
}

type Stands = Pick<Standing, 'situation' | 'at'>
/** Where a case stands and whom it waits for, as its lines are written from; with the referrals that began or ended at that moment. */
const standingOf = async (tx: Tx, caseId: string, { situation, at }: Stands) => {
  const [everyone, clocks, referrals] = await settleAll([
    activeParticipations(tx, caseId, at),
    liveDeadlines(tx, caseId),
    runQuery<Asked>(tx, pending, [caseId, openReferralStates, at, over])
  ])
  const taking = everyone.filter(({ left }) => !left)
  const waiting = referrals.filter((one) => !isOver(one))
  return {
    everyone,
    taking,
    standing: { situation, clocks, at, referrals: await handedOn(tx, waiting, { situation, taking }) },
    // Worklists are sorted and counted by what they show, so each is stored as its organisation is told the case.
    told: seenBy(situation.facts),
    asked: referrals.filter((one) => one.fresh || isOver(one))
  }
}

/** Writes the lists anew and tells nobody. */
export const rewriteLists = async (tx: Tx, caseId: string, stands: Stands) => {
  const { taking, standing, told } = await standingOf(tx, caseId, stands)
  await refreshWorklist(tx, taking, { standing, told, movedAt: null })
}

/** `metAt`: when it happened as counted where she was met. */
type Told = { actor: Actor; at: Date; metAt?: Date; happening: Happening; line: Line }

/**
 * What happened to everyone who takes part: their lists, and a word that something moved, to those who may read it, to
 * those whose part it ended, and to whom it asks something.
 */
export const settleParticipants = async (desk: Desk, caseId: string, situation: Situation, what: Told) => {
  if (desk.settling === false) return
  const { tx } = desk
  const { actor, at, metAt = at, happening, line } = what
  const { everyone, taking, standing, told, asked } = await standingOf(tx, caseId, { situation, at })
  const hears = hearersOf(happening, situation.facts)
  const movedAt = (one: Pick<Party, 'capacity' | 'orgId'>) => ({
    at: told(one.capacity).placed ? at : metAt,
    told: hears(one.capacity) || (one.orgId === actor.orgId && settles(one))
  })
  const moved = await refreshWorklist(tx, taking, { standing, told, movedAt })
  if (!desk.telling) return
  const left = everyone.filter((one) => one.left).map(({ orgId }) => ({ orgId, at }))
  const others = [...moved, ...left].filter(({ orgId }) => orgId !== actor.orgId)
  for (const [ms, these] of Map.groupBy(others, (one) => one.at.getTime())) {
    const to = these.map(({ orgId }) => orgId)
    await tell(tx, { about: 'case', id: caseId, to, line, ...(ms !== at.getTime() && { at: new Date(ms) }) })
  }
  for (const { id, recipientOrgId, version } of asked)
    if (recipientOrgId !== actor.orgId)
      await tell(tx, {
        about: 'referral',
        id,
        to: [recipientOrgId],
        line: { about: 'referral', id, seq: version }
      })
}
