import { advance, openness } from '../workflows/advance.ts'
import type { Effect, Opening } from '../workflows/command.ts'
import { commandRow, isCommandType, type CommandType } from '../workflows/commands.ts'
import { deadlineRegister, type DeadlineCode, type DeadlineRow } from '../workflows/deadlines.ts'
import { guards, type Situation } from '../workflows/guards.ts'
import { stillCounts, withoutReason } from '../workflows/lapsing.ts'
import { kindRow } from '../workflows/referral.kinds.ts'
import {
  advanceReferral,
  openReferralStates,
  type ReferralCommand,
  type ReferralState
} from '../workflows/referral.machine.ts'
import { referralKindIds, type ReferralKind } from '../workflows/vocabulary.ts'

// The composed case: its eight regions, its referrals, its place and its clocks, moved by the same rows as the server
// moves them in the database. A test drives both with the same steps and compares.

export type Referral = { kind: ReferralKind; state: ReferralState; place: number | null }
export type Stay = { place: number; by: number; state: 'reserved' | 'admitted' }
export type Clock = 'running' | 'suspended'

export type Dossier = {
  situation: Situation
  referrals: readonly Referral[]
  stay: Stay | null
  clocks: Readonly<Partial<Record<DeadlineCode, Clock>>>
}

export type Step =
  | { type: 'act'; command: CommandType; input: Record<string, unknown> }
  | { type: 'referral'; index: number; command: ReferralCommand; input: Record<string, unknown> }
  | { type: 'clock'; code: DeadlineCode }

const by = { personId: 'p-1', orgId: 'org-1', orgType: 'association' }
const isOpen = (state: ReferralState) => (openReferralStates as readonly string[]).includes(state)
export const isLive = ({ state }: Referral) => isOpen(state) || state === 'accepted'
const offersPlaces = (kind: ReferralKind) => kindRow(kind).route === 'placeOwner'

const stepped = (referral: Referral, command: ReferralCommand): Referral => ({
  ...referral,
  state: advanceReferral(referral.state, command) ?? referral.state
})

const withdrawn = (dossier: Dossier, kinds: readonly ReferralKind[], except = -1): Dossier => ({
  ...dossier,
  referrals: dossier.referrals.map((referral, index) =>
    index !== except && kinds.includes(referral.kind) && isLive(referral)
      ? stepped(referral, referral.state === 'accepted' ? 'end' : 'withdraw')
      : referral
  )
})

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

const sharingEnds = (dossier: Dossier, { before }: Happening): Dossier => {
  const { consents } = dossier.situation.facts
  const gone = before.facts.consents.filter((scope) => !consents.includes(scope))
  const kept = dossier.stay ? gone.filter((scope) => scope !== 'C') : gone
  return withdrawn(
    dossier,
    referralKindIds.filter((kind) => kept.some((scope) => scope === kindRow(kind).consent))
  )
}

const effects: {
  [T in Effect['type']]?: (
    dossier: Dossier,
    effect: Extract<Effect, { type: T }>,
    happening: Happening
  ) => Dossier | null
} = {
  openReferral: (dossier, { kind }, { input }) =>
    referred(dossier, kind, offersPlaces(kind) ? ((input['place'] as number | undefined) ?? 0) : null),
  withdrawReferrals: (dossier, { kinds }) => withdrawn(dossier, kinds),
  reserveStay: (dossier, _effect, { offer }) => {
    const place = offer === null ? null : dossier.referrals[offer]!.place
    if (offer === null || place === null) return null
    const held = { ...dossier, stay: { place, by: offer, state: 'reserved' } satisfies Stay }
    return withdrawn(held, referralKindIds.filter(offersPlaces), offer)
  },
  admitStay: (dossier) =>
    dossier.stay ? { ...dossier, stay: { ...dossier.stay, state: 'admitted' } } : dossier,
  releaseStay: (dossier) => ({ ...dossier, stay: null }),
  endConsentedSharing: (dossier, _effect, happening) => sharingEnds(dossier, happening),
  endEverySharing: (dossier) => withdrawn(dossier, referralKindIds)
}

const frozen = (code: DeadlineCode, situation: Situation) => {
  const { frozenWhile }: DeadlineRow = deadlineRegister[code]
  return frozenWhile !== null && guards[frozenWhile].holds(situation)
}

const opens = (situation: Situation, input: Record<string, unknown>) => (opening: Opening) => {
  const { code, when, unless, whenInput } = opening
  return (
    (!when || guards[when].holds(situation)) &&
    (!unless || !guards[unless].holds(situation)) &&
    (!whenInput || input[whenInput.field] === whenInput.is) &&
    stillCounts(code, situation)
  )
}

const ticked = (dossier: Dossier, command: CommandType, input: Record<string, unknown>): Dossier => {
  const { opens: opened, closes, suspends, resumes } = commandRow(command)
  const { situation } = dossier
  const clocks = { ...dossier.clocks }
  for (const code of [...closes, ...withoutReason(situation)]) delete clocks[code]
  for (const code of suspends) if (clocks[code]) clocks[code] = 'suspended'
  for (const code of resumes) if (clocks[code]) clocks[code] = 'running'
  for (const { code } of opened.filter(opens(situation, input)))
    clocks[code] = frozen(code, situation) ? 'suspended' : 'running'
  for (const code of Object.keys(clocks) as DeadlineCode[])
    if (deadlineRegister[code].frozenWhile) clocks[code] = frozen(code, situation) ? 'suspended' : 'running'
  return { ...dossier, clocks }
}

const acted = (
  dossier: Dossier,
  command: CommandType,
  input: Record<string, unknown>,
  offer: number | null = null
): Dossier | null => {
  if (!openness(dossier.situation, command).open) return null
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

const holdsStay = ({ stay }: Dossier, index: number) => stay?.by === index

const answered = (dossier: Dossier, step: Extract<Step, { type: 'referral' }>): Dossier | null => {
  const { index, command, input } = step
  const referral = dossier.referrals[index]
  if (!referral || advanceReferral(referral.state, command) === null) return null
  const { onAccept, onDecline, onWithdraw, refusals } = kindRow(referral.kind)
  const walksAway = command === 'withdraw' || command === 'end'
  if (walksAway && holdsStay(dossier, index)) return null
  const next: Dossier = {
    ...dossier,
    referrals: dossier.referrals.map((one, at) => (at === index ? stepped(one, command) : one))
  }
  if (command === 'accept') return onAccept ? acted(next, onAccept, {}, index) : next
  const leadsTo = command === 'decline' ? refusals[String(input['reason'])]?.leadsTo : undefined
  const follows = leadsTo ? onDecline[leadsTo] : walksAway ? onWithdraw : null
  if (!follows || !openness(next.situation, follows).open) return next
  return acted(next, follows, command === 'decline' ? { reason: input['reason'] } : {})
}

const fired = (dossier: Dossier, code: DeadlineCode): Dossier | null => {
  if (dossier.clocks[code] !== 'running') return null
  const { fires, repeats }: DeadlineRow = deadlineRegister[code]
  const { [code]: _over, ...others } = dossier.clocks
  const rung: Dossier = repeats ? dossier : { ...dossier, clocks: others }
  if (!fires || fires === 'expire' || !isCommandType(fires)) return rung
  return openness(rung.situation, fires).open ? acted(rung, fires, {}) : rung
}

/** One step of the composed case, or null where it is refused. Pure. */
export const step = (dossier: Dossier, next: Step): Dossier | null => {
  if (next.type === 'act') return acted(dossier, next.command, next.input)
  return next.type === 'referral' ? answered(dossier, next) : fired(dossier, next.code)
}
