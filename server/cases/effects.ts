import { randomUUID } from 'node:crypto'
import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Actor } from '../../policies/actor.ts'
import { capacities, type Capacity } from '../../workflows/capacities.ts'
import type { Effect } from '../../workflows/command.ts'
import { commandRow, type CommandType } from '../../workflows/commands.ts'
import { isMinor } from '../../workflows/facts.ts'
import { kindRow } from '../../workflows/referral.kinds.ts'
import { guards, type Situation } from '../../workflows/guards.ts'
import { consentScopes, referralKindIds, type ConsentScope } from '../../workflows/vocabulary.ts'
import type { Tx } from '../db/context.ts'
import { brokenConstraint } from '../db/constraints.ts'
import { stays } from '../db/schema.ts'
import { InvalidInput, PlaceTaken, RuleRefused } from '../errors.ts'
import { withdrawReferrals } from '../referrals/close.ts'
import { referOnce } from '../referrals/send.ts'
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
  caseId: string
  actor: Actor
  at: Date
  command: CommandType
  input: Record<string, unknown>
  before: Situation
  after: Situation
  version: string
  /** The offer whose acceptance reserves a place. */
  offer: { referralId: string; placeId: string } | null
}

type Handlers = {
  [T in Effect['type']]: (effect: Extract<Effect, { type: T }>, context: EffectContext) => Promise<unknown>
}

const active = ['reserved', 'admitted']

const endStay = ({ tx, caseId, at }: EffectContext) =>
  tx
    .update(stays)
    .set({ state: 'ended', endedAt: at })
    .where(and(eq(stays.caseId, caseId), inArray(stays.state, active)))

const reserve = async (context: EffectContext) => {
  const { tx, caseId, at, offer, actor } = context
  if (!offer) throw new Error('a stay is reserved by the acceptance of an offer')
  // A person moved for safety leaves the place she was in as she is given another.
  await endStay(context)
  try {
    await tx.insert(stays).values({ id: randomUUID(), caseId, ...offer, state: 'reserved', reservedAt: at })
  } catch (cause) {
    if (brokenConstraint(cause)?.startsWith('stay_one_active')) throw new PlaceTaken(cause)
    throw cause
  }
  await withdrawReferrals(tx, { caseId, kinds: ['acse_place'], actor, at, except: offer.referralId })
}

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
 * Ends what rests on these scopes. While a person sleeps there, the shelter and the desk keep the place and nothing of who
 * she is, so that it can be freed.
 */
const endSharing = async ({ tx, caseId, actor, at }: EffectContext, ending: readonly ConsentScope[]) => {
  const housed = ending.includes('C') && (await activeStay(tx, caseId))
  const scopes = housed ? ending.filter((scope) => scope !== 'C') : ending
  const kinds = referralKindIds.filter((kind) => {
    const { consent } = kindRow(kind)
    return consent !== null && scopes.includes(consent)
  })
  if (kinds.length > 0) await withdrawReferrals(tx, { caseId, kinds, actor, at })
  if (scopes.length > 0) await endParticipation(tx, { caseId, at, scopes })
}

const activeStay = async (tx: Tx, caseId: string): Promise<boolean> => {
  const rows = await tx
    .select({ id: stays.id })
    .from(stays)
    .where(and(eq(stays.caseId, caseId), inArray(stays.state, active)))
  return rows.length > 0
}

const noSuchCase = {
  fr: 'Aucun dossier de ce territoire ne porte ce code parmi ceux que vous lisez.',
  en: 'No case of this territory that you read bears this code.'
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
  openReferral: ({ kind }, { tx, caseId, actor, at, input, after, version }) =>
    referOnce(tx, { caseId, kind, actor, at, input, situation: after, version }),
  withdrawReferrals: ({ kinds }, { tx, caseId, actor, at }) =>
    withdrawReferrals(tx, { caseId, kinds, actor, at }),
  reserveStay: (_effect, context) => reserve(context),
  admitStay: (_effect, { tx, caseId, input }) =>
    tx
      .update(stays)
      .set({ state: 'admitted', admittedOn: String(input['on']) })
      .where(and(eq(stays.caseId, caseId), eq(stays.state, 'reserved'))),
  releaseStay: (_effect, context) => endStay(context),
  endParticipation: async ({ capacities }, { tx, caseId, at }) => {
    for (const capacity of capacities) await endParticipation(tx, { caseId, at, capacity })
  },
  // The old cell reads no more; the new one was let in by its acceptance, or is invited now.
  moveTerritory: async (_effect, { tx, caseId, at, before, after, command }) => {
    for (const orgId of await organisationsOf(tx, 'cell', before.facts.territory))
      await endParticipation(tx, { caseId, at, capacity: 'cell', orgId })
    await endParticipation(tx, { caseId, at, capacity: 'cell_member' })
    for (const orgId of await organisationsOf(tx, 'cell', after.facts.territory))
      await invite(tx, { caseId, orgId, capacity: 'cell', at, basis: command })
  },
  endEverySharing: async (_effect, { tx, caseId, actor, at }) => {
    await withdrawReferrals(tx, { caseId, kinds: referralKindIds, actor, at })
    for (const capacity of Object.keys(capacities) as Capacity[])
      if (capacity !== 'cell') await endParticipation(tx, { caseId, at, capacity })
  },
  checkMergeTarget: async (_effect, { tx, caseId, before, after }) => {
    const into = after.facts.merging?.into ?? ''
    const { rows } = await tx.execute<{ id: string }>(
      sql`select id from "case" where code = ${into} and id <> ${caseId} and territory = ${before.facts.territory}
        and identification <> 'duplicate_merged'`
    )
    if (rows.length === 0)
      throw new InvalidInput([{ field: 'into', code: 'unknown_case', message: noSuchCase }])
  },
  eraseSealed: (_effect, { tx }) => tx.execute(sql`select erase_sealed()`),
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
    await endParticipation(context.tx, {
      caseId: context.caseId,
      at: context.at,
      capacity: 'child_protection'
    })
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
