import { accessTo } from '../../policies/data-classes.ts'
import { actClass, referralClass, toldAloud } from '../../policies/disclosure.ts'
import type { Capacity } from '../../workflows/vocabulary/capacities.ts'
import type { Effect } from '../../workflows/act/command.ts'
import { commandRow } from '../../workflows/case/commands.ts'
import { flagInput } from '../../workflows/facts/flag.ts'
import type { PlaceKind } from '../../workflows/places/places.ts'
import { kindRow } from '../../workflows/referral/kinds/kinds.ts'
import { classOfField, splitInput } from '../../workflows/vocabulary/split.ts'
import type { Facts } from '../../workflows/facts/facts.ts'
import {
  scopeClass,
  type ConsentScope,
  type DataClass,
  type ReferralKind
} from '../../workflows/vocabulary/vocabulary.ts'
import type { TObject } from 'typebox'
import { kindNamed, leadsTo } from './lives/answers.ts'
import type { Json } from './lives/inputs.ts'
import { linkClass } from './lives/linked.ts'
import type { Step } from './lives/play.ts'

const classesIn = (form: TObject, input: Json): (DataClass | null)[] => {
  const { sealed } = splitInput(form, input)
  const open = Object.keys(input).filter(
    (field) => !(form.properties[field] as { properties?: object })?.properties
  )
  return [...open.map((field) => classOfField(form, field) ?? null), ...(Object.keys(sealed) as DataClass[])]
}

const ofAnswer = (step: Step & { type: 'referral' }): DataClass[] => {
  const kind = kindNamed(step.of)
  const own = referralClass(kind)
  const command = leadsTo({ ...step, kind })
  if (command === null) return [own]
  const its = actClass(command)
  // All are told of what follows from it.
  return its === null || toldAloud({ command, input: step.input }) !== null ? [] : [...new Set([own, its])]
}

const ofPlaces: readonly Effect['type'][] = [
  'reserveStay',
  'admitStay',
  'releaseStay',
  'releaseHeld',
  'refuseHeld',
  'changePlace'
]

/** Whether a step gives, changes or ends a place where the person sleeps, whoever keeps it: whoever opened that in an emergency sees it. */
export const movesPlace = (step: Step): boolean => {
  if (step.type !== 'act' && step.type !== 'referral') return false
  const command = step.type === 'act' ? step.command : leadsTo({ ...step, kind: kindNamed(step.of) })
  return command !== null && commandRow(command).effects.some(({ type }) => ofPlaces.includes(type))
}

/** Of which scheme a place is that a step gives, changes or ends: whoever keeps its places knows which are free. */
export const poolMoved = (step: Step): PlaceKind[] => {
  if (!movesPlace(step) || (step.type !== 'act' && step.type !== 'referral')) return []
  const name = step.type === 'act' ? step.command : `${kindNamed(step.of)}.`
  if (name.startsWith('minor')) return ['minor']
  return name.startsWith('dna') ? ['dna'] : ['acse']
}

/** Which of her consents a step is about; it is secret where all of them are. */
export const scopesOf = (step: Step): ConsentScope[] =>
  step.type === 'act' && ['consent.record', 'consent.refuse', 'consent.withdraw'].includes(step.command)
    ? (step.input['scopes'] as ConsentScope[])
    : []

const ofConsents = (scopes: readonly ConsentScope[]): DataClass[] => {
  const classes = scopes.map((scope) => scopeClass[scope])
  return classes.every((one) => one !== null) ? [...new Set(classes)] : []
}

/**
 * All the classes that a step touches, its own first; none where anybody who takes part is told of it. Of an act that is told to
 * all, but asks for nothing and moves nothing, the answers are of their class, and to have given them is too.
 */
export const classesOf = (step: Step): DataClass[] => {
  // Told to whoever answers for it, and to no capacity.
  if (step.type === 'emergency') return ['L']
  // To both associations, and to no capacity, until the answer is an act of the case.
  if (step.type === 'handing') return step.command === 'accept' ? [] : ['L']
  if (step.type === 'link') return [linkClass(step)]
  if (step.type !== 'act' && step.type !== 'referral') return []
  if (step.type === 'referral') return ofAnswer(step)
  if (scopesOf(step).length > 0) return ofConsents(scopesOf(step))
  if (toldAloud(step) !== null) return []
  const own = actClass(step.command)
  const { to, input: form } = commandRow(step.command)
  const said = [...new Set(classesIn(form, step.input))]
  if (own === null)
    return to === 'same' && !form.required?.length && said.length === 1 && said[0] ? [said[0]] : []
  return [...new Set([own, ...said.filter((one) => one !== null)])]
}

/** The matrix alone: nothing of these classes, not even a coarse word, in any of the capacities held. */
export const isBlind = (classes: readonly DataClass[], held: readonly Capacity[], facts: Facts) =>
  held.every((capacity) => classes.every((one) => accessTo(one, capacity, facts).access === 'closed'))

/** Facts that no field of the flag gives, by what they tell. */
const classOfFact: Record<string, DataClass> = {
  factsTerritory: 'F',
  foundIn: 'F',
  permitAsked: 'E',
  besideAsked: 'E',
  procedureOpen: 'F',
  programmePeriods: 'E',
  returnAssessed: 'C'
}

/** What a recipient is shown before accepting, by the table of previews: of these classes they are not kept blind. */
export const previewed = (kind: ReferralKind): DataClass[] =>
  kindRow(kind).preview.flatMap((fact) => classOfField(flagInput, fact) ?? classOfFact[fact] ?? [])
