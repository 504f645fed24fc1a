import { grants } from '../../../policies/grants.ts'
import { isExpected, open } from '../../../workflows/case/advance.ts'
import { commandRow, commandTypes, sentBy, type CommandType } from '../../../workflows/case/commands.ts'
import type { FlagInput } from '../../../workflows/facts/flag.ts'
import { consented, guards, type Situation } from '../../../workflows/guards/guards.ts'
import { kindRow } from '../../../workflows/referral/kinds/kinds.ts'
import type { Capacity } from '../../../workflows/vocabulary/capacities.ts'
import { referralKindIds, type ReferralKind } from '../../../workflows/vocabulary/vocabulary.ts'
import { isLive, offersPlaces, type Dossier, type Step } from '../../../verify/dossier.ts'
import { inputsOf } from '../../../verify/inputs.ts'
import { step } from '../../../verify/walk/moves.ts'
import { stride } from '../../../verify/walk/step.ts'
import { answerName, answersTo } from './answers.ts'
import type { Json } from './inputs.ts'

// The way to where an act is open, found in the composed case of `verify`: what closes it is looked for among its rows, then
// the acts and answers that would change that, and what closes those in turn.

/** One step of a way: an act with the answers that lead on, or the answer of one kind of recipient. */
export type Led = { name: string; input: Json | null; by?: string }
type At = { dossier: Dossier; way: readonly Led[] }
type Condition = (dossier: Dossier) => boolean

const taken = (at: At, next: Exclude<Step, { type: 'clock' }>): At | null => {
  const dossier = step(at.dossier, next)
  const name =
    next.type === 'act' ? next.command : answerName({ ...next, kind: at.dossier.referrals[next.index]!.kind })
  const { place: _place, ...input } = next.input
  return dossier && { dossier, way: [...at.way, { name, input }] }
}

/** In which capacities an act may be done. */
const capacitiesOf = (command: CommandType): Capacity[] =>
  Object.values(grants)
    .flat()
    .flatMap(({ as, may }) => (may.includes(command) ? [as] : []))

/** Who takes part from the first hour on; the others once they have said yes, or were told by law. */
const always: readonly Capacity[] = ['referent', 'cell', 'cell_member']

const takesPart = ({ referrals }: Dossier, capacity: Capacity) =>
  always.includes(capacity) ||
  referrals.some((one) => {
    const row = kindRow(one.kind)
    return row.capacity === capacity && (one.state === 'accepted' || (row.opensAtOnce && isLive(one)))
  })

/** `leading`: the acts that lead there whatever the facts make of it meanwhile; `kinds`: whose acceptance would. */
type Unmet = { holds: Condition; kinds?: readonly ReferralKind[]; leading?: readonly CommandType[] }

const leadingTo = (region: string, states: readonly string[]) =>
  commandTypes.filter((type) => commandRow(type).region === region && states.includes(commandRow(type).to))

/** The first of what an act asks for and does not find. */
const unmetOf = (dossier: Dossier, command: CommandType): Unmet | null => {
  const { region, from, guards: asked, consent, offered } = commandRow(command)
  const capacities = capacitiesOf(command)
  const ofCase = (holds: (situation: Situation) => boolean): Unmet => ({
    holds: ({ situation }) => holds(situation)
  })
  const all: Unmet[] = [
    ...(region && from !== 'any'
      ? [
          {
            ...ofCase(({ regions }) => from.includes(regions[region])),
            leading: leadingTo(region, from)
          }
        ]
      : []),
    ...asked.map((guard) => ofCase(guards[guard].holds)),
    ofCase((situation) => consented(situation, consent)),
    ofCase((situation) => isExpected(situation, command)),
    {
      holds: (so) => !offered || capacities.some((one) => takesPart(so, one)),
      kinds: referralKindIds.filter((kind) => capacities.includes(kindRow(kind).capacity))
    }
  ]
  return all.find(({ holds }) => !holds(dossier)) ?? null
}

type Act = { command: CommandType; input: Record<string, unknown> }

const moving = commandTypes.filter((type) => commandRow(type).region !== null || commandRow(type).apply)
const most = 8

/** Acts after which it would hold, wherever they are open; those that are open now first. */
const actsFor = ({ situation }: Dossier, { holds, leading = [] }: Unmet): Act[] =>
  moving
    .flatMap((command) => {
      const inputs = inputsOf(command)
      const input =
        inputs.find((one) => holds({ situation: stride(situation, command, one) } as Dossier)) ??
        (leading.includes(command) ? inputs[0] : undefined)
      return input ? [{ command, input }] : []
    })
    .sort((one, other) => +isExpected(situation, other.command) - +isExpected(situation, one.command))
    .slice(0, most)

/** A search ends when it has looked so often. */
type Search = { looks: number }

const firstOf = <T>(list: readonly T[], found: (one: T) => At | null): At | null => {
  for (const one of list) {
    const at = found(one)
    if (at) return at
  }
  return null
}

const withReferral = (at: At, kind: ReferralKind, left: number, search: Search): At | null => {
  const { referrals } = at.dossier
  if (referrals.some((one) => one.kind === kind && one.state === 'sent')) return at
  const senders = commandTypes.filter((type) => sentBy(type).includes(kind))
  return firstOf(senders, (command) => done(at, { command, input: inputsOf(command)[0]! }, left, search))
}

const indexOf = ({ referrals }: Dossier, kind: ReferralKind) =>
  referrals.findLastIndex((one) => one.kind === kind && isLive(one))

const accepted = (at: At, kind: ReferralKind, left: number, search: Search): At | null => {
  const sent = withReferral(at, kind, left, search)
  return (
    sent &&
    taken(sent, { type: 'referral', index: indexOf(sent.dossier, kind), command: 'accept', input: {} })
  )
}

/** Before an answer that leads to an act that nobody does by itself. */
const beforeAnswer = (at: At, { command }: Act, left: number, search: Search) =>
  answersTo(command).flatMap((answer) => {
    const sent =
      answer.command === 'end'
        ? accepted(at, answer.kind, left, search)
        : withReferral(at, answer.kind, left, search)
    const opened = sent && reached(sent, command, left, search)
    return opened ? [{ answer, opened }] : []
  })

/** Does an act, once all is there that it asks for. */
const done = (at: At, act: Act, left: number, search: Search): At | null => {
  const { command, input } = act
  if (left === 0) return null
  if (!commandRow(command).offered)
    return firstOf(beforeAnswer(at, act, left - 1, search), ({ answer, opened }) => {
      const { kind, ...answered } = answer
      return taken(opened, { type: 'referral', index: indexOf(opened.dossier, kind), ...answered })
    })
  const opened = reached(at, command, left - 1, search)
  const offers = sentBy(command).some(offersPlaces)
  return (
    opened &&
    firstOf(offers ? [0, 1] : [0], (place) =>
      taken(opened, { type: 'act', command, input: offers ? { ...input, place } : input })
    )
  )
}

/** The nearest place at which all is there that an act asks for. */
const reached = (at: At, command: CommandType, left: number, search: Search): At | null => {
  const unmet = unmetOf(at.dossier, command)
  if (!unmet) return at
  if (left === 0 || (search.looks -= 1) < 0) return null
  const goOn = (so: At | null) =>
    so && unmet.holds(so.dossier) ? reached(so, command, left - 1, search) : null
  return unmet.kinds
    ? firstOf(unmet.kinds, (kind) => goOn(accepted(at, kind, left, search)))
    : firstOf(actsFor(at.dossier, unmet), (act) => goOn(done(at, act, left, search)))
}

const deepest = 7
const looks = 100

/** The way from where a case stands to where an act is open to somebody; null where none was found. */
export const wayTo = (command: CommandType, dossier: Dossier): readonly Led[] | null => {
  for (let left = 0; left <= deepest; left += 1) {
    const search: Search = { looks }
    const at: At = { dossier, way: [] }
    const found = commandRow(command).offered
      ? reached(at, command, left, search)
      : (beforeAnswer(at, { command, input: {} }, left, search)[0]?.opened ?? null)
    if (found) return found.way
  }
  return null
}

/** Where a flagged person stands, and once these acts are done that lives begin with. */
export const standingAfter = (flag: FlagInput, acts: readonly Act[]): Dossier => {
  const begun: Dossier = { situation: open(flag), referrals: [], held: {}, bed: null, clocks: {} }
  return acts.reduce<Dossier>((so, act) => step(so, { type: 'act', ...act }) ?? so, begun)
}
