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
import { releaseHeld, scopesOfStays, sleepsInPlace } from '../places/stays.ts'
import { leaveCase, withdrawReferrals } from '../referrals/close.ts'
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

export const invited = async (
  { who }: Extract<Effect, { type: 'invite' }>,
  { tx, caseId, after, input }: Sharing
): Promise<string[]> => {
  const { territory } = after.facts
  if (who === 'territoryCell') return organisationsOf(tx, 'cell', territory)
  if (who === 'cellMembers') return cellMemberOrganisations(tx, territory)
  if (who === 'territoryChildProtection') return organisationsOf(tx, 'ase', territory)
  if (who === 'childPlacePolice') return searchersOf(tx, { caseId, facts: after.facts })
  const associations = await organisationsOf(tx, 'association', territory)
  const named = String(input['orgId'])
  if (!associations.includes(named))
    throw new RuleRefused('not an accredited association', {
      fr: 'Cette association n’est pas habilitée dans ce territoire.',
      en: 'This association is not accredited in this territory.'
    })
  return [named]
}

/**
 * Ends what rests on these scopes. While a person sleeps there, the shelter and its desk keep the place and nothing of who
 * she is, so that it can be freed.
 */
export const endSharing = async ({ tx, caseId, actor, at }: Sharing, ending: readonly ConsentScope[]) => {
  const kept = await scopesOfStays(tx, caseId)
  const scopes = ending.filter((scope) => !kept.includes(scope))
  const kinds = referralKindIds.filter((kind) => {
    const { consent } = kindRow(kind)
    return consent !== null && scopes.includes(consent)
  })
  if (kinds.length > 0) await withdrawReferrals(tx, { caseId, kinds, actor, at })
  if (scopes.length > 0) await endParticipation(tx, { caseId, at, scopes })
}

const handWaiting = `update referral set awaits_org_id = $3, awaits_person_id = null
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
  const { tx, caseId, actor, at } = context
  const pools = poolsOf('housing')
  await releaseHeld(tx, { caseId, actor, at, pools })
  // While she sleeps there, the shelter keeps its part: the place is freed by an act of the case.
  const kinds = (await sleepsInPlace(tx, { caseId, pools }))
    ? ofMinors.filter((kind) => kind !== 'minor_place')
    : ofMinors
  await withdrawReferrals(tx, { caseId, kinds, actor, at })
  await endParticipation(tx, { caseId, at, capacity: 'child_protection' })
  await endSearch(context)
  const scopes = Object.keys(consentScopes) as ConsentScope[]
  await endSharing(
    context,
    scopes.filter((scope) => !context.after.facts.consents.includes(scope))
  )
}
