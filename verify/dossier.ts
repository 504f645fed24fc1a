import { advance, isOpen } from '../workflows/advance.ts'
import type { CivilDate } from '../workflows/calendar.ts'
import type { Effect } from '../workflows/command.ts'
import { commandRow, type CommandType } from '../workflows/commands.ts'
import { planOf } from '../workflows/deadline.plan.ts'
import { deadlineRegister, type DeadlineCode } from '../workflows/deadlines.ts'
import { lawCodes } from '../workflows/deadline.patience.ts'
import { isMinor } from '../workflows/facts.ts'
import { guards, type Situation } from '../workflows/guards.ts'
import { factProblems } from '../workflows/input.ts'
import { isFrozenIn, withoutReason } from '../workflows/lapsing.ts'
import { openedBy } from '../workflows/opening.ts'
import { minorKinds } from '../workflows/kinds/minor.ts'
import { deskOf } from '../workflows/places/places.ts'
import { keptByLaw, kindRow, seekTheSame } from '../workflows/referral.kinds.ts'
import {
  advanceReferral,
  openReferralStates,
  type ReferralCommand,
  type ReferralState
} from '../workflows/referral.machine.ts'
import {
  consentScopes,
  referralKindIds,
  type ConsentScope,
  type ReferralKind
} from '../workflows/vocabulary.ts'

// The composed case: its eight regions, its referrals, its place and its clocks, moved by the same rows as the server
// moves them in the database. A test drives both with the same steps and compares.

export type Referral = { kind: ReferralKind; state: ReferralState; place: number | null }
/** A place and the offer that it rests on. */
export type Stay = { place: number; by: number }
export type Clock = 'running' | 'suspended'

export type Dossier = {
  situation: Situation
  referrals: readonly Referral[]
  /** A place that waits for her, and the one she sleeps in until she arrives there. */
  held: Stay | null
  bed: Stay | null
  clocks: Readonly<Partial<Record<DeadlineCode, Clock>>>
}

export type Step =
  | { type: 'act'; command: CommandType; input: Record<string, unknown> }
  | { type: 'referral'; index: number; command: ReferralCommand; input: Record<string, unknown> }
  /** `on`: the day it was due. */
  | { type: 'clock'; code: DeadlineCode; on: CivilDate }

const by = { personId: 'p-1', orgId: 'org-1', orgType: 'association' }
export const isUnanswered = (state: ReferralState) =>
  (openReferralStates as readonly string[]).includes(state)
export const isLive = ({ state }: Referral) => isUnanswered(state) || state === 'accepted'
const offersPlaces = (kind: ReferralKind) => kindRow(kind).route === 'placeOwner'

const stepped = (referral: Referral, command: ReferralCommand): Referral => ({
  ...referral,
  state: advanceReferral(referral.state, command) ?? referral.state
})

/** No place is held by a referral that is over. */
const freed = (dossier: Dossier): Dossier => {
  const rests = (stay: Stay | null) => (stay && isLive(dossier.referrals[stay.by]!) ? stay : null)
  return { ...dossier, held: rests(dossier.held), bed: rests(dossier.bed) }
}

const withdrawn = (
  dossier: Dossier,
  kinds: readonly ReferralKind[],
  except: readonly (number | undefined)[] = []
): Dossier =>
  freed({
    ...dossier,
    referrals: dossier.referrals.map((referral, index) =>
      !except.includes(index) && kinds.includes(referral.kind) && isLive(referral)
        ? stepped(referral, referral.state === 'accepted' ? 'end' : 'withdraw')
        : referral
    )
  })

const placeOffers = referralKindIds.filter(offersPlaces)

/** She keeps the bed she sleeps in. */
const heldGivenBack = (dossier: Dossier): Dossier =>
  dossier.held === null
    ? dossier
    : withdrawn(dossier, [dossier.referrals[dossier.held.by]!.kind], [dossier.bed?.by])

/** A second request to who must still answer is refused; to who has accepted, it is said again without a second referral. */
const referred = (dossier: Dossier, kind: ReferralKind, place: number | null): Dossier | null => {
  const live = dossier.referrals.filter((referral) => referral.kind === kind && isLive(referral))
  const sent: Referral = { kind, state: 'sent', place }
  if (offersPlaces(kind))
    return live.some((referral) => referral.place === place)
      ? null
      : { ...dossier, referrals: [...dossier.referrals, sent] }
  if (live.some(({ state }) => state !== 'accepted')) return null
  return live.length > 0 ? dossier : { ...dossier, referrals: [...dossier.referrals, sent] }
}

type Happening = { before: Situation; input: Record<string, unknown>; offer: number | null }

/** While a person sleeps there, what her stay rests on goes on, so that the place can be freed. */
const sharingEnds = (dossier: Dossier, ending: readonly ConsentScope[]): Dossier => {
  const { held, bed, referrals } = dossier
  const kept = [held, bed].map((stay) => stay && kindRow(referrals[stay.by]!.kind).consent)
  const scopes = ending.filter((scope) => !kept.includes(scope))
  return withdrawn(
    dossier,
    referralKindIds.filter((kind) => scopes.some((scope) => scope === kindRow(kind).consent))
  )
}

/** Known to be an adult, she shares only what she agreed to: what protected a minor without consent ends. */
const minorSharingEnds = (dossier: Dossier, { before }: Happening): Dossier => {
  if (!isMinor(before.facts)) return dossier
  const left = heldGivenBack(dossier)
  const ofMinors = (Object.keys(minorKinds) as ReferralKind[]).filter(
    (kind) => kind !== 'minor_place' || left.bed === null
  )
  const { consents } = left.situation.facts
  const unsaid = (Object.keys(consentScopes) as ConsentScope[]).filter((scope) => !consents.includes(scope))
  return sharingEnds(withdrawn(left, ofMinors), unsaid)
}

const ofMajority: readonly DeadlineCode[] = ['D-MAJORITY-PREPARED', 'D-MAJORITY']

/** Clocks from which a birth date could be read go with what identified the person. */
const withoutBirth = (
  clocks: Dossier['clocks'],
  telling: readonly DeadlineCode[] = [...ofMajority, 'D-LIMIT-MINOR', 'D-LIMIT-CRIME-MINOR']
): Dossier['clocks'] =>
  Object.fromEntries(Object.entries(clocks).filter(([code]) => !telling.includes(code as DeadlineCode)))

const effects: {
  [T in Effect['type']]?: (
    dossier: Dossier,
    effect: Extract<Effect, { type: T }>,
    happening: Happening
  ) => Dossier | null
} = {
  openReferral: (dossier, { kind }, { input }) =>
    referred(dossier, kind, offersPlaces(kind) ? ((input['place'] as number | undefined) ?? 0) : null),
  ensureReferral: (dossier, { kind }) =>
    dossier.referrals.some((referral) => referral.kind === kind && isLive(referral))
      ? dossier
      : { ...dossier, referrals: [...dossier.referrals, { kind, state: 'sent', place: null }] },
  withdrawReferrals: (dossier, { kinds }) => withdrawn(dossier, kinds),
  reserveStay: (dossier, _effect, { offer }) => {
    const place = offer === null ? null : dossier.referrals[offer]!.place
    if (offer === null || place === null) return null
    return withdrawn({ ...dossier, held: { place, by: offer } }, placeOffers, [offer, dossier.bed?.by])
  },
  admitStay: (dossier) => {
    if (dossier.held === null) return null
    const left = withdrawn(dossier, placeOffers, [dossier.held.by])
    return { ...left, bed: dossier.held, held: null }
  },
  releaseStay: (dossier) => ({ ...dossier, held: null, bed: null }),
  releaseHeld: heldGivenBack,
  refuseHeld: (dossier) =>
    dossier.held === null
      ? null
      : freed({
          ...dossier,
          referrals: dossier.referrals.map((one, index) =>
            index === dossier.held?.by ? stepped(one, 'renounce') : one
          )
        }),
  endOffers: (dossier) => (dossier.bed === null ? null : withdrawn(dossier, placeOffers, [dossier.bed.by])),
  needNoPlace: (dossier) => (dossier.held || dossier.bed ? null : dossier),
  endConsentedSharing: (dossier, _effect, { before }) => {
    const { consents } = dossier.situation.facts
    return sharingEnds(
      dossier,
      before.facts.consents.filter((scope) => !consents.includes(scope))
    )
  },
  endMinorSharing: (dossier, _effect, happening) => minorSharingEnds(dossier, happening),
  endEverySharing: (dossier) => withdrawn(dossier, referralKindIds),
  eraseSealed: (dossier) => ({ ...dossier, clocks: withoutBirth(dossier.clocks) }),
  eraseIdentity: (dossier) => ({ ...dossier, clocks: withoutBirth(dossier.clocks, ofMajority) })
}

const ticked = (dossier: Dossier, command: CommandType, input: Record<string, unknown>): Dossier => {
  const { closes, suspends, resumes } = commandRow(command)
  const { situation } = dossier
  const clocks = { ...dossier.clocks }
  for (const code of [...closes, ...withoutReason(situation)]) delete clocks[code]
  for (const { code, restarts } of openedBy(command, input, situation))
    if (restarts || !clocks[code]) clocks[code] = isFrozenIn(code, situation) ? 'suspended' : 'running'
  for (const code of suspends) if (clocks[code]) clocks[code] = 'suspended'
  for (const code of resumes) if (clocks[code]) clocks[code] = 'running'
  for (const code of Object.keys(clocks) as DeadlineCode[])
    if (deadlineRegister[code].frozenWhile)
      clocks[code] = isFrozenIn(code, situation) ? 'suspended' : 'running'
  return { ...dossier, clocks }
}

/** Acts whose form the case itself may refuse for what would follow; elsewhere the sample values are no story. */
const refusable: readonly CommandType[] = ['case.close', 'closing.ask', 'facts.complete']

const acted = (
  dossier: Dossier,
  command: CommandType,
  input: Record<string, unknown>,
  offer: number | null = null
): Dossier | null => {
  if (!isOpen(dossier.situation, command)) return null
  if (refusable.includes(command) && factProblems(command, input, dossier.situation).length > 0) return null
  const before = dossier.situation
  const situation = advance(before, { type: command, input, by })
  const moved = commandRow(command)
    .effects.filter(({ when }) => !when || guards[when].holds(situation))
    .reduce<Dossier | null>(
      (so, effect) => {
        const apply = effects[effect.type] as
          ((one: Dossier, effect: Effect, happening: Happening) => Dossier | null) | undefined
        return so && (apply ? apply(so, effect, { before, input, offer }) : so)
      },
      { ...dossier, situation }
    )
  return moved && ticked(moved, command, input)
}

/** A stay rests on it, or the desk found the place that is held and not yet reached. */
const holdsStay = ({ held, bed, referrals }: Dossier, index: number) =>
  held?.by === index ||
  bed?.by === index ||
  (held !== null && referrals[held.by]!.kind === deskOf[referrals[index]!.kind])

const answered = (dossier: Dossier, step: Extract<Step, { type: 'referral' }>): Dossier | null => {
  const { index, command, input } = step
  const referral = dossier.referrals[index]
  if (!referral || advanceReferral(referral.state, command) === null) return null
  const { onAccept, onDecline, onEnd, onWithdraw, refusals } = kindRow(referral.kind)
  // Taken back by an act of the case alone.
  if (command === 'renounce') return null
  if (keptByLaw(referral.kind, command, { ...referral, situation: dossier.situation })) return null
  const walksAway = command === 'withdraw' || command === 'end'
  if (walksAway && holdsStay(dossier, index)) return null
  const next: Dossier = {
    ...dossier,
    referrals: dossier.referrals.map((one, at) => (at === index ? stepped(one, command) : one))
  }
  if (command === 'accept') return onAccept ? acted(next, onAccept, {}, index) : next
  const leadsTo = command === 'decline' ? refusals[String(input['reason'])]?.leadsTo : undefined
  const others = next.referrals.some((one) => isLive(one) && seekTheSame(referral.kind, one.kind))
  const goesOn = others || next.bed !== null
  const whenOver = command === 'end' && onEnd ? onEnd : goesOn ? null : onWithdraw
  const follows = leadsTo ? onDecline[leadsTo] : walksAway ? whenOver : null
  if (!follows || !isOpen(next.situation, follows)) return next
  return acted(next, follows, command === 'decline' ? { reason: input['reason'] } : {})
}

const fired = (dossier: Dossier, { code, on }: Extract<Step, { type: 'clock' }>): Dossier | null => {
  if (dossier.clocks[code] !== 'running') return null
  const lawCounts = lawCodes.some((law) => dossier.clocks[law])
  // Clocks of answers are the server's alone: here an answer may be late at any moment.
  const plan = planOf(code, dossier.situation, { lawCounts, ofReferral: false })
  // It is put off, never lost: the server gives it another day, and here nothing moves.
  if (plan.does === 'wait') return null
  const { [code]: _over, ...others } = dossier.clocks
  const rung: Dossier = { ...dossier, clocks: plan.again ? { ...others, [plan.again]: 'running' } : others }
  if (plan.does === 'act') return acted(rung, plan.command, {})
  return plan.does === 'lapse' ? acted(rung, 'clock.lapse', { deadline: code, on }) : rung
}

/** One step of the composed case, or null where it is refused. Pure. */
export const step = (dossier: Dossier, next: Step): Dossier | null => {
  if (next.type === 'act') return acted(dossier, next.command, next.input)
  return next.type === 'referral' ? answered(dossier, next) : fired(dossier, next)
}
