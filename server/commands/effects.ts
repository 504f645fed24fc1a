import { eq, sql } from 'drizzle-orm'
import { capacities, type Capacity } from '../../workflows/vocabulary/capacities.ts'
import type { Effect } from '../../workflows/act/command.ts'
import { commandRow, commandTypes } from '../../workflows/case/commands.ts'
import { poolsOf } from '../../workflows/places/places.ts'
import { kindRow } from '../../workflows/referral/kinds/kinds.ts'
import { consented, guards } from '../../workflows/guards/guards.ts'
import { freeWordsOf } from '../../workflows/vocabulary/split.ts'
import { referralKindIds } from '../../workflows/vocabulary/vocabulary.ts'
import { referrals } from '../db/schema/schema.ts'
import { pinToDistrict } from './district.ts'
import { endHandings } from '../handing/proposal/ending.ts'
import type { Keys } from '../keys.ts'
import { changePlace } from '../places/internal-transfer.ts'
import { withdrawReferrals } from '../referrals/close.ts'
import {
  admitStay,
  endStay,
  endOffers,
  refuseHeld,
  releaseHeld,
  reserveStay,
  type Doing
} from '../places/stays.ts'
import { ensureReferred, referAnew, referOnce } from '../referrals/refer.ts'
import type { Act } from './event.ts'
import { checkMerge, checkNothingLive } from './merging.ts'
import { endMinorSharing, endSharing, handOver, invited, type Sharing } from './sharing.ts'
import {
  endParticipation,
  endParts,
  invite,
  lostReferentsOf,
  organisationsIn
} from '../cases/participation.ts'
import { forgetStory } from '../cases/story.ts'

export type EffectContext = Omit<Act, 'met'> &
  Sharing & {
    keys: Keys
    version: string
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

/** Of whom and in which pools the act touches a place. */
const places = ({ caseId, actor, at, after, command }: EffectContext): Doing => ({
  ...{ caseId, actor, at },
  facts: after.facts,
  pools: poolsOf(commandRow(command).region)
})

const withoutCell = (Object.keys(capacities) as Capacity[]).filter((capacity) => capacity !== 'cell')
const followingKinds = referralKindIds.filter((kind) => kindRow(kind).follows)

/** What an act does beyond its own region. A missing handler does not compile. */
const handlers: Handlers = {
  invite: async (effect, context) => {
    const { tx, caseId, at, command } = context
    const orgIds = await invited(effect, context)
    const scope = commandRow(command).consent
    await invite(tx, { caseId, orgIds, capacity: effect.capacity, at, basis: command, scope })
  },
  // Of a house that is closed or suspended; what it had asked is answered to the one who is named.
  relieveReferent: async (_effect, { tx, caseId, at, input }) => {
    const lost = await lostReferentsOf(tx, caseId)
    if (lost.length === 0) return
    await endHandings(tx, at)
    const parts = lost.map((orgId) => ({ orgId, capacity: 'referent' as const }))
    await endParts(tx, caseId, parts, at)
    for (const orgId of lost) await handOver(tx, caseId, [orgId, String(input['orgId'])])
  },
  openReferral: ({ kind }, { tx, keys, caseId, actor, at, input, after, version }) =>
    referOnce(tx, { caseId, kind, actor, at, input, situation: after, version, keys }),
  ensureReferral: async ({ kind, orRefused, ifAgreed }, context) => {
    const { tx, keys, caseId, actor, at, input, after, version } = context
    if (ifAgreed && !consented(after, kindRow(kind).consent)) return
    await ensureReferred(tx, { caseId, kind, actor, at, input, situation: after, version, keys, orRefused })
  },
  withdrawReferrals: ({ kinds }, { tx, caseId, actor, at, after: { facts } }) =>
    withdrawReferrals(tx, { caseId, facts, kinds, actor, at }),
  reserveStay: (_effect, context) =>
    reserveStay(context.tx, { ...places(context), offer: context.offer ?? null }),
  admitStay: (_effect, context) =>
    admitStay(context.tx, { ...places(context), on: String(context.input['on']) }),
  // Where it waits for how the case stands, and the case stood so before, the stay ended then.
  releaseStay: async ({ when }: Pick<Effect, 'when'>, context) => {
    if (!when || !guards[when].holds(context.before)) await endStay(context.tx, places(context))
  },
  refuseHeld: (_effect, context) =>
    refuseHeld(context.tx, { ...places(context), reason: context.input['reason'] }),
  changePlace: (_effect, context) =>
    changePlace(context.tx, { ...places(context), placeId: String(context.input['placeId']) }),
  endOffers: (_effect, context) => endOffers(context.tx, places(context)),
  releaseHeld: (_effect, context) => releaseHeld(context.tx, places(context)),
  endParticipation: ({ capacities }, { tx, caseId, at }) => endParticipation(tx, { caseId, at, capacities }),
  // The old cell reads no more; the new one was let in by its acceptance, or is invited now.
  moveTerritory: async (_effect, context) => {
    const { tx, caseId, at, before, after, command } = context
    const places = [before.facts.territory, after.facts.territory]
    const [was = [], is = []] = await organisationsIn(tx, 'cell', places)
    const leaving = was.map((orgId) => ({ orgId, capacity: 'cell' as const }))
    await endParts(tx, caseId, leaving, at)
    await endParticipation(tx, { caseId, at, capacities: ['cell_member'] })
    await invite(tx, { caseId, orgIds: is, capacity: 'cell', at, basis: command })
    await handOver(tx, caseId, [was[0], is[0]])
    await referAnew(tx, { ...context, situation: after }, followingKinds)
  },
  endEverySharing: async (_effect, { tx, caseId, actor, at, after: { facts } }) => {
    await endHandings(tx, at)
    await withdrawReferrals(tx, { caseId, facts, kinds: referralKindIds, actor, at })
    await endParticipation(tx, { caseId, at, capacities: withoutCell })
  },
  checkMergeTarget: (_effect, { tx, caseId, before, after }) =>
    checkMerge(tx, { caseId, typed: after.facts.merging?.into ?? '', before }),
  checkNothingLive: (_effect, { tx, caseId, before, after }) =>
    checkNothingLive(tx, { caseId, typed: after.facts.merging?.into ?? '', before }),
  pinToDistrict: (_effect, context) => pinToDistrict(context),
  // Erases as well what each recipient was asked: even the kind of care tells something of the person.
  eraseSealed: async (_effect, { tx, caseId }) => {
    await tx
      .update(referrals)
      .set({ preview: sql`preview - 'told'` })
      .where(eq(referrals.caseId, caseId))
    await tx.execute(
      sql`update referral_link set masked = null where referral_id in (select id from referral where case_id = ${caseId})`
    )
    await tx.execute(
      sql`select erase_sealed(${freeWords}::jsonb), erase_openings(), erase_requests(), erase_traces(), erase_handings(), erase_links()`
    )
    await forgetStory(tx, caseId)
  },
  eraseIdentity: (_effect, { tx }) =>
    tx.execute(sql`select erase_identity(), erase_requests(), erase_traces()`),
  endCellSheet: (_effect, { tx, caseId, at }) =>
    endParticipation(tx, { caseId, at, capacities: ['cell_member'] }),
  // Ends what rests on the consents that are gone. What the law required was done, and stays in the log.
  endConsentedSharing: (_effect, context) =>
    endSharing(
      context,
      context.before.facts.consents.filter((scope) => !context.after.facts.consents.includes(scope))
    ),
  endMinorSharing: (_effect, context) => endMinorSharing(context)
}

export const applyEffects = async (effects: readonly Effect[], context: EffectContext) => {
  for (const effect of effects.filter(({ when }) => !when || guards[when].holds(context.after)))
    await handlers[effect.type](effect as never, context)
}
