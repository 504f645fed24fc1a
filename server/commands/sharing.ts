import type { Actor } from '../../policies/actor.ts'
import type { Effect } from '../../workflows/act/command.ts'
import type { Situation } from '../../workflows/guards/guards.ts'
import { isMinor } from '../../workflows/facts/facts.ts'
import { minorKinds } from '../../workflows/referral/kinds/minor.ts'
import { poolsOf } from '../../workflows/places/places.ts'
import { liveReferralStates } from '../../workflows/referral/machine.ts'
import { kindRow } from '../../workflows/referral/kinds/kinds.ts'
import {
  consentScopes,
  referralKindIds,
  type ConsentScope,
  type ReferralKind
} from '../../workflows/vocabulary/vocabulary.ts'
import { runQuery, type Tx } from '../db/context.ts'
import { RuleRefused } from '../errors.ts'
import { endHandings } from '../handing/proposal/ending.ts'
import { giveBack, housedIn } from '../places/stays.ts'
import { leaveCase, soughtOf, withdrawAll, withdrawReferrals } from '../referrals/close.ts'
import { accompanying, mustBeStaffed } from '../cases/habilitations.ts'
import { cellMemberOrganisations, endParticipation, organisationsOf } from '../cases/participation.ts'
import { searchersOf } from '../cases/child.place.ts'

// Who is let into a case, and what ends with a consent, a childhood or a territory.

/** Of an act: the case as it leaves it, and as it was. */
export type Sharing = {
  tx: Tx
  caseId: string
  actor: Actor
  at: Date
  input: Record<string, unknown>
  before: Situation
  after: Situation
}

/** Kinds whose recipients take part because the person is a child. */
const ofMinors = Object.keys(minorKinds) as ReferralKind[]
const everyScope = Object.keys(consentScopes) as ConsentScope[]

export const invited = async (
  { who }: Extract<Effect, { type: 'invite' }>,
  { tx, caseId, after, input }: Sharing
): Promise<string[]> => {
  const { territory } = after.facts
  if (who === 'territoryCell') return organisationsOf(tx, 'cell', territory)
  if (who === 'cellMembers') return cellMemberOrganisations(tx, territory)
  if (who === 'territoryChildProtection') return organisationsOf(tx, 'ase', territory)
  if (who === 'childPlacePolice') return searchersOf(tx, { caseId, facts: after.facts })
  const associations = await accompanying(tx, await organisationsOf(tx, 'association', territory))
  const named = String(input['orgId'])
  if (!associations.includes(named)) {
    await mustBeStaffed(tx, named)
    throw new RuleRefused('not an accredited association', {
      fr: 'Cette association n’est pas habilitée dans ce territoire.',
      en: 'This association is not accredited in this territory.'
    })
  }
  return [named]
}

/** The kinds of what rests on these scopes. */
const restingOn = (scopes: readonly ConsentScope[]): ReferralKind[] =>
  referralKindIds.filter((kind) => {
    const { consent } = kindRow(kind)
    return consent !== null && scopes.includes(consent)
  })

/**
 * Ends what rests on these scopes. While a person sleeps there, the shelter and its desk keep the place and nothing of who
 * she is, so that it can be freed.
 */
export const endSharing = async (
  { tx, caseId, actor, at, after: { facts } }: Sharing,
  ending: readonly ConsentScope[]
) => {
  // Before anybody's part ends: whoever writes the act still takes part. What was agreed of another association, they agree to anew.
  if (ending.length > 0) await endHandings(tx, at)
  const kept = (await housedIn(tx, caseId)).scopes()
  const scopes = ending.filter((scope) => !kept.includes(scope))
  const kinds = restingOn(scopes)
  if (kinds.length > 0) await withdrawReferrals(tx, { caseId, facts, kinds, actor, at })
  if (scopes.length > 0) await endParticipation(tx, { caseId, at, scopes })
}

const handWaiting = `update referral set awaits_org_id = $3, awaits_person_id = null, escalated_to = null
  where case_id = $1 and awaits_org_id = $2`
const handSent = `update referral set sender_org_id = $3
  where case_id = $1 and sender_org_id = $2 and kind <> 'cell' and state = any($4::text[])`

/** Referrals that the old cell had sent pass to the new one, which answers for them, withdraws and ends them. */
export const handOver = async (
  tx: Tx,
  caseId: string,
  [old, next]: readonly [string | undefined, string | undefined]
) => {
  if (!old || !next) return
  await runQuery(tx, handWaiting, [caseId, old, next])
  await runQuery(tx, handSent, [caseId, old, next, liveReferralStates])
}

/**
 * Ends the part of police who were let in to search for a child. One whose referral was accepted stays, for the
 * consent of that referral.
 */
const endSearch = async ({ tx, caseId, at }: Sharing) => {
  const searching = await runQuery<{ orgId: string }>(
    tx,
    `select p.org_id as "orgId" from participation p
      where p.case_id = $1 and p.until is null and p.basis = 'runaway.report' and not exists (
        select from case_event e where e.case_id = $1 and e.command = 'case.flag' and e.org_id = p.org_id)`,
    [caseId]
  )
  for (const { orgId } of searching)
    await leaveCase(tx, { caseId, kind: 'police', recipientOrgId: orgId }, at)
}

/** A minor's protection waited for no consent: once the person is known to be an adult, only what she agreed to goes on. */
export const endMinorSharing = async (context: Sharing) => {
  if (!isMinor(context.before.facts)) return
  const { tx, caseId, actor, at, after } = context
  const { facts } = after
  await endHandings(tx, at)
  const pools = poolsOf('housing')
  const by = { caseId, facts, actor, at }
  const housed = await housedIn(tx, caseId)
  const places = housed.of(pools)
  const kept = housed.scopes(await giveBack(tx, places, { ...by, pools }))
  // While she sleeps there, the shelter keeps its part: the place is freed by an act of the case.
  const ofChild = ofMinors.filter((kind) => places.bed === null || kind !== 'minor_place')
  const scopes = everyScope.filter((scope) => ![...kept, ...facts.consents].includes(scope))
  const unconsented = restingOn(scopes)
  const rows = await soughtOf(tx, { caseId, kinds: [...ofChild, ...unconsented] })
  const of = (kinds: readonly ReferralKind[]) => rows.filter(({ kind }) => kinds.includes(kind))
  await withdrawAll(tx, of(ofChild), by)
  await endParticipation(tx, { caseId, at, capacities: ['child_protection'] })
  await endSearch(context)
  await withdrawAll(tx, of(unconsented), by)
  if (scopes.length > 0) await endParticipation(tx, { caseId, at, scopes })
}
