import type { Actor } from '../../policies/actor.ts'
import { type ClassAccess, sight } from '../../policies/data-classes.ts'
import { referralClass, capacitiesHearing } from '../../policies/disclosure.ts'
import { capacities, type Capacity } from '../../workflows/vocabulary/capacities.ts'
import type { Effect } from '../../workflows/act/command.ts'
import { commandRow, sentBy, type CommandType } from '../../workflows/case/commands.ts'
import { isMinor, prosecutedIn, type Facts } from '../../workflows/facts/facts.ts'
import { guards, type Situation } from '../../workflows/guards/guards.ts'
import { kindRow, mayRepeat } from '../../workflows/referral/kinds/kinds.ts'
import {
  dataClasses,
  referralKindIds,
  sealedClasses,
  type DataClass,
  type ReferralKind
} from '../../workflows/vocabulary/vocabulary.ts'
import type { Beside } from './beside.ts'
import { sightOf, type Sight } from '../../policies/sight.ts'

/** Whom an act reaches, as far as its author may know. */
export type Reach = {
  /** Those of whom the author knows that they take part and learn of it at once; null where all who take part do. */
  told: Capacity[] | null
  /** Others of whom the author may not know might. */
  others: boolean
  asks: { kind: ReferralKind; opens: { dataClass: DataClass; waitsFor: ClassAccess['opensWith'] }[] }[]
}

export type Looking = {
  sight: Sight
  beside: Pick<Beside, 'inCharge' | 'takingPart'>
  actor?: Pick<Actor, 'orgType' | 'territory'>
}

/** By which referrals one comes to take part in a capacity; by none where one flags, follows or weighs. */
const waysInto = (capacity: Capacity): ReferralKind[] =>
  referralKindIds.filter((kind) => kindRow(kind).capacity === capacity)

/** Capacities in which one takes part only in a file that knows asylum: whatever leads into them tells of it. */
const ofAsylum = (Object.keys(capacities) as Capacity[]).filter((capacity) => {
  const ways = waysInto(capacity)
  return ways.length > 0 && ways.every((kind) => referralClass(kind) === 'I')
})

const everyField = (type: CommandType) =>
  Object.fromEntries(Object.keys(commandRow(type).input.properties).map((field) => [field, true]))

/** Whoever takes part in one of these capacities learns of the act at once; null when all who take part do. */
const toldOf = (type: CommandType, facts: Facts, knowsOfAsylum: boolean): Capacity[] | null => {
  const possible = (Object.keys(capacities) as Capacity[])
    .filter((capacity) => isMinor(facts) || !sight[capacity].minorsOnly)
    .filter((capacity) => knowsOfAsylum || !ofAsylum.includes(capacity))
  const hears = capacitiesHearing({ command: type, input: everyField(type) }, facts)
  return possible.every((one) => hears.includes(one)) ? null : possible.filter((one) => hears.includes(one))
}

/** Whether this reader may know that somebody takes part in a capacity; who flags, follows and weighs is known to all. */
const mayKnowOf = (capacity: Capacity, sight: Sight) => {
  const ways = waysInto(capacity)
  return ways.length === 0 || ways.some(sight.referral)
}

/** Those that the act itself lets in: by the sending, where the law has it told whole, or by name. */
const letIn = (type: CommandType, asks: readonly ReferralKind[]): Capacity[] => [
  ...asks.filter((kind) => kindRow(kind).opensAtOnce).map((kind) => kindRow(kind).capacity),
  ...commandRow(type).effects.flatMap((effect: Effect) => (effect.type === 'invite' ? [effect.capacity] : []))
]

/** A link shows what is sealed and nothing else, and never where the person is. */
export const shownByLink = sealedClasses.filter((one) => one !== 'A')

/** Each class that acceptance opens, with the consent it waits for where she has not given it. */
const opensTo = (kind: ReferralKind, facts: Facts): Reach['asks'][number]['opens'] => {
  const { capacity, recipient } = kindRow(kind)
  const theirs = sightOf([capacity], facts)
  const shown = recipient === 'external' ? shownByLink : (Object.keys(dataClasses) as DataClass[])
  return shown.flatMap((dataClass) => {
    const { access, opensWith } = theirs.accessTo(dataClass)
    return access === 'closed' && opensWith === null ? [] : [{ dataClass, waitsFor: opensWith }]
  })
}

/**
 * Whether the act would ask the very service that does it, from which no answer is then awaited. It can only be so of a court
 * that is found by the place of the facts: the prosecutor of that place, or the interregional court that took the procedure
 * over. Where the facts do not say which court leads, the one that acts is taken for it.
 */
const isOneself = (kind: ReferralKind, facts: Facts, { actor, sight }: Looking) => {
  const { route, capacity } = kindRow(kind)
  if (route !== 'factsPlace' || !actor || !sight.held.includes(capacity)) return false
  const leads = facts.jirs === null ? prosecutedIn(facts) : facts.jirs
  if (facts.jirs !== null && actor.orgType !== 'jirs') return false
  return leads === null || leads === actor.territory
}

/** A new search ends the one before, and asks the desk again. */
const asksAnew = (type: CommandType, kind: ReferralKind) =>
  commandRow(type).effects.some(
    (effect) => effect.type === 'withdrawReferrals' && effect.kinds.includes(kind)
  )

const once = <T>(words: readonly T[]) => [...new Set(words)]

/** What depends on where the act leads is not promised. `situation` is the one that the reader is told. */
export const reachOf = (type: CommandType, situation: Situation, looking: Looking): Reach => {
  const { sight, beside } = looking
  const { facts } = situation
  // With only the consents of which the reader may be told: whom an act reaches would tell the others.
  const known = { ...facts, consents: facts.consents.filter((scope) => sight.scopes.includes(scope)) }
  const knowsOfAsylum = sight.sees('I')
  const heard = toldOf(type, known, knowsOfAsylum)
  // Who is let in to search for her reads what it is for, though nothing was open to it before.
  const hears = heard && once([...heard, ...letIn(type, [])])
  const asks = sentBy(type, (when) => !when || guards[when].holds(situation))
    .filter((kind) => knowsOfAsylum || referralClass(kind) !== 'I')
    .filter((kind) => !isOneself(kind, known, looking))
    .filter((kind) => mayRepeat(kind) || asksAnew(type, kind) || !beside.inCharge.includes(kind))
  const there = [...beside.takingPart, ...letIn(type, asks)]
  return {
    told: hears && hears.filter((one) => there.includes(one) && !sight.held.includes(one)),
    others: hears?.some((one) => !there.includes(one) && !mayKnowOf(one, sight)) ?? false,
    asks: once(asks).map((kind) => ({ kind, opens: opensTo(kind, known) }))
  }
}
