import { and, eq, inArray, ne, sql } from 'drizzle-orm'
import type { Actor } from '../../policies/actor.ts'
import { capacities, type Capacity } from '../../workflows/capacities.ts'
import type { Effect } from '../../workflows/command.ts'
import { commandRow, commandTypes, type CommandType } from '../../workflows/commands.ts'
import { needsHeldPlace } from '../../workflows/regions/minor.placement.ts'
import { isMinor } from '../../workflows/facts.ts'
import { minorKinds } from '../../workflows/kinds/minor.ts'
import { liveReferralStates } from '../../workflows/referral.machine.ts'
import { kindRow } from '../../workflows/referral.kinds.ts'
import { guards, type Situation } from '../../workflows/guards.ts'
import { freeWordsOf } from '../../workflows/split.ts'
import {
  consentScopes,
  referralKindIds,
  type ConsentScope,
  type ReferralKind
} from '../../workflows/vocabulary.ts'
import { ask, type Tx } from '../db/context.ts'
import { referrals } from '../db/schema.ts'
import { RuleRefused } from '../errors.ts'
import type { Keys } from '../keys.ts'
import { changePlace } from '../places/within.ts'
import { leaveCase, withdrawReferrals } from '../referrals/close.ts'
import {
  admitStay,
  endStay,
  hasActiveStay,
  noPlaceHeld,
  placeStillHers,
  endOffers,
  refuseHeld,
  releaseHeld,
  reserveStay,
  scopesOfStays,
  sleepsInPlace,
  type Offer
} from '../places/stays.ts'
import { ensureReferred, referAnew, referOnce } from '../referrals/refer.ts'
import { checkMerge } from './merging.ts'
import {
  alreadyAccompanied,
  cellMemberOrganisations,
  endParticipation,
  hasReferent,
  invite,
  organisationsOf
} from './participation.ts'

export type EffectContext = {
  tx: Tx
  keys: Keys
  caseId: string
  actor: Actor
  at: Date
  command: CommandType
  input: Record<string, unknown>
  before: Situation
  after: Situation
  version: string
  offer: Offer | null
}

type Handlers = {
  [T in Effect['type']]: (effect: Extract<Effect, { type: T }>, context: EffectContext) => Promise<unknown>
}

/** What the log of acts keeps in free words, act by act: erased with the file. */
const freeWords = JSON.stringify(
  Object.fromEntries(
    commandTypes
      .filter((type) => commandRow(type).offered)
      .map((type) => [type, freeWordsOf(commandRow(type).input)])
  )
)

/** Kinds whose recipients take part because the person is a child. */
const ofMinors = Object.keys(minorKinds) as ReferralKind[]

const invited = async (
  { who }: Extract<Effect, { type: 'invite' }>,
  { tx, caseId, after, input }: EffectContext
): Promise<string[]> => {
  const { territory } = after.facts
  if (who === 'territoryCell') return organisationsOf(tx, 'cell', territory)
  if (who === 'cellMembers') return cellMemberOrganisations(tx, territory)
  if (who === 'territoryChildProtection') return organisationsOf(tx, 'ase', territory)
  if (who === 'territoryPolice') return organisationsOf(tx, 'police', territory)
  if (await hasReferent(tx, caseId)) throw new RuleRefused('there is a referent', alreadyAccompanied)
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
const endSharing = async ({ tx, caseId, actor, at }: EffectContext, ending: readonly ConsentScope[]) => {
  const kept = await scopesOfStays(tx, caseId)
  const scopes = ending.filter((scope) => !kept.includes(scope))
  const kinds = referralKindIds.filter((kind) => {
    const { consent } = kindRow(kind)
    return consent !== null && scopes.includes(consent)
  })
  if (kinds.length > 0) await withdrawReferrals(tx, { caseId, kinds, actor, at })
  if (scopes.length > 0) await endParticipation(tx, { caseId, at, scopes })
}

/** What the old cell had sent is the new one's to answer for, to withdraw and to end. */
const handOver = async (tx: Tx, caseId: string, territories: [string, string]) => {
  const [[old], [next]] = [
    await organisationsOf(tx, 'cell', territories[0]),
    await organisationsOf(tx, 'cell', territories[1])
  ]
  if (!old || !next) return
  await tx
    .update(referrals)
    .set({ awaitsOrgId: next, awaitsPersonId: null })
    .where(and(eq(referrals.caseId, caseId), eq(referrals.awaitsOrgId, old)))
  await tx
    .update(referrals)
    .set({ senderOrgId: next })
    .where(
      and(
        eq(referrals.caseId, caseId),
        eq(referrals.senderOrgId, old),
        ne(referrals.kind, 'cell'),
        inArray(referrals.state, [...liveReferralStates])
      )
    )
}

/** Let in to search for a child, police leave with the search; an accepted referral of their own keeps them, for its consent. */
const endSearch = async ({ tx, caseId, at }: EffectContext) => {
  const searching = await ask<{ orgId: string }>(
    tx,
    `select p.org_id as "orgId" from participation p
      where p.case_id = $1 and p.until is null and p.basis = 'runaway.report' and not exists (
        select from case_event e where e.case_id = $1 and e.command = 'case.flag' and e.org_id = p.org_id)`,
    [caseId]
  )
  for (const { orgId } of searching) await leaveCase(tx, { caseId, kind: 'police', orgId, at })
}

/** What an act does beyond its own region. A missing handler does not compile. */
const handlers: Handlers = {
  invite: async (effect, context) => {
    const { tx, caseId, at, command } = context
    for (const orgId of await invited(effect, context))
      await invite(tx, {
        caseId,
        orgId,
        capacity: effect.capacity,
        at,
        basis: command,
        scope: commandRow(command).consent
      })
  },
  openReferral: ({ kind }, { tx, keys, caseId, actor, at, input, after, version }) =>
    referOnce(tx, { caseId, kind, actor, at, input, situation: after, version, keys }),
  ensureReferral: ({ kind }, { tx, keys, caseId, actor, at, input, after, version }) =>
    ensureReferred(tx, { caseId, kind, actor, at, input, situation: after, version, keys }),
  withdrawReferrals: ({ kinds }, { tx, caseId, actor, at }) =>
    withdrawReferrals(tx, { caseId, kinds, actor, at }),
  reserveStay: (_effect, { tx, caseId, offer, actor, at }) => reserveStay(tx, { caseId, offer, actor, at }),
  admitStay: (_effect, { tx, caseId, input, actor, at }) =>
    admitStay(tx, { caseId, on: String(input['on']), actor, at }),
  releaseStay: (_effect, { tx, caseId, at }) => endStay(tx, caseId, at),
  refuseHeld: (_effect, { tx, caseId, input, actor, at }) =>
    refuseHeld(tx, { caseId, actor, at, reason: input['reason'] }),
  changePlace: (_effect, { tx, caseId, input, actor, at }) =>
    changePlace(tx, { caseId, actor, at, placeId: String(input['placeId']) }),
  endOffers: (_effect, { tx, caseId, actor, at }) => endOffers(tx, { caseId, actor, at }),
  releaseHeld: async (_effect, { tx, caseId, actor, at, command }) => {
    const held = await releaseHeld(tx, { caseId, actor, at })
    if (!held && needsHeldPlace.includes(command)) throw new RuleRefused('no place is held', noPlaceHeld)
  },
  needNoPlace: async (_effect, { tx, caseId }) => {
    if (await hasActiveStay(tx, caseId)) throw new RuleRefused('a place is hers', placeStillHers)
  },
  endParticipation: async ({ capacities }, { tx, caseId, at }) => {
    for (const capacity of capacities) await endParticipation(tx, { caseId, at, capacity })
  },
  // The old cell reads no more; the new one was let in by its acceptance, or is invited now.
  moveTerritory: async (_effect, context) => {
    const { tx, caseId, at, before, after, command } = context
    for (const orgId of await organisationsOf(tx, 'cell', before.facts.territory))
      await endParticipation(tx, { caseId, at, capacity: 'cell', orgId })
    await endParticipation(tx, { caseId, at, capacity: 'cell_member' })
    for (const orgId of await organisationsOf(tx, 'cell', after.facts.territory))
      await invite(tx, { caseId, orgId, capacity: 'cell', at, basis: command })
    await handOver(tx, caseId, [before.facts.territory, after.facts.territory])
    for (const kind of referralKindIds.filter((one) => kindRow(one).follows))
      await referAnew(tx, { ...context, kind, situation: after })
  },
  endEverySharing: async (_effect, { tx, caseId, actor, at }) => {
    await withdrawReferrals(tx, { caseId, kinds: referralKindIds, actor, at })
    for (const capacity of Object.keys(capacities) as Capacity[])
      if (capacity !== 'cell') await endParticipation(tx, { caseId, at, capacity })
  },
  checkMergeTarget: (_effect, { tx, caseId, before, after }) =>
    checkMerge(tx, { caseId, typed: after.facts.merging?.into ?? '', before }),
  // What was asked of each recipient goes with the rest: the kind of care alone tells of her.
  eraseSealed: async (_effect, { tx, caseId }) => {
    await tx
      .update(referrals)
      .set({ preview: sql`preview - 'told'` })
      .where(eq(referrals.caseId, caseId))
    await tx.execute(
      sql`update referral_link set masked = null where referral_id in (select id from referral where case_id = ${caseId})`
    )
    await tx.execute(sql`select erase_sealed(${freeWords}::jsonb), erase_openings()`)
  },
  eraseIdentity: (_effect, { tx }) => tx.execute(sql`select erase_identity()`),
  endCellSheet: (_effect, { tx, caseId, at }) =>
    endParticipation(tx, { caseId, at, capacity: 'cell_member' }),
  // Sharing that rests on a consent stops with it; what law required was done, and stays in the log.
  endConsentedSharing: (_effect, context) =>
    endSharing(
      context,
      context.before.facts.consents.filter((scope) => !context.after.facts.consents.includes(scope))
    ),
  // A minor's protection waited for no consent: once the person is known to be an adult, only what she agreed to goes on.
  endMinorSharing: async (_effect, context) => {
    if (!isMinor(context.before.facts)) return
    const { tx, caseId, actor, at } = context
    await releaseHeld(tx, { caseId, actor, at })
    // While she sleeps there, the shelter keeps its part: the place is freed by an act of the case.
    const kinds = (await sleepsInPlace(tx, caseId))
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
}

export const applyEffects = async (effects: readonly Effect[], context: EffectContext) => {
  for (const effect of effects.filter(({ when }) => !when || guards[when].holds(context.after)))
    await handlers[effect.type](effect as never, context)
}
