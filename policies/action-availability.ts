import { factClasses, isMinor, unknownFacts, type Facts } from '../workflows/case/facts.ts'
import { IllegalTransition, isOpen, openness, type Openness } from '../workflows/case/advance.ts'
import type { Capacity } from '../workflows/vocabulary/capacities.ts'
import { commandRow, regionIds, regionTables, type CommandType } from '../workflows/case/commands.ts'
import { guards, type Guard, type Situation } from '../workflows/guards/guards.ts'
import { askingFor, desks, searchPhase } from '../workflows/places/search.ts'
import { minorPlacement } from '../workflows/regions/minor/placement.ts'
import { asylumScope, type Bilingual, type RegionId } from '../workflows/vocabulary/vocabulary.ts'
import { maySee, scopesShownTo, seesWhole } from './data-classes.ts'
import { regionClass } from './disclosure.ts'

const neutral: Bilingual = {
  fr: 'Les conditions de cet acte ne sont pas réunies à ce jour.',
  en: 'The conditions of this act are not met today.'
}

type Refused = Extract<Openness, { open: false }>

/**
 * Why an act is not open, as this reader may know it: a reason tells the facts its guard looked at, or where a region
 * stands. Who may not see those is told only that the conditions are not met.
 */
export const reasonFor = (
  type: CommandType,
  verdict: Refused,
  situation: Situation,
  held: readonly Capacity[]
): Bilingual => {
  const { facts } = situation
  const { region } = commandRow(type)
  const may = held.some((capacity) =>
    seesWhole(verdict.here ? verdict.sees : regionClass(region), capacity, facts)
  )
  return may ? verdict.reason : neutral
}

const factsOfAsylum = (Object.keys(unknownFacts) as (keyof typeof unknownFacts)[]).filter(
  (fact) => factClasses[fact] === 'I'
)
/** What stands in a case of somebody who never sought asylum. */
const neverSought = {
  regions: Object.fromEntries(
    regionIds.filter((id) => regionClass(id) === 'I').map((id) => [id, regionTables[id].initial])
  ) as Partial<Situation['regions']>,
  facts: Object.fromEntries(factsOfAsylum.map((fact) => [fact, unknownFacts[fact]])) as Partial<Facts>
}

const withoutAsylum = ({ regions, facts }: Situation): Situation => ({
  regions: { ...regions, ...neverSought.regions },
  facts: {
    ...facts,
    ...neverSought.facts,
    consents: facts.consents.filter((scope) => scope !== asylumScope)
  }
})

/**
 * The case as it is told to this reader: what it may do, and why not, is computed from that. To whoever may not know of asylum
 * it is the case of somebody who never sought it, so that no button, enabled or not, tells what the words keep.
 */
export const toldCase = (situation: Situation, held: readonly Capacity[]): Situation => {
  const { facts } = situation
  return held.some((capacity) => maySee('I', capacity, facts)) ? situation : withoutAsylum(situation)
}

/**
 * The case with the consents that this reader is told of. For an act on consents, those that are not shown to them do
 * not count. For another act, the consent that it needs counts as given where they are not told of it: the button
 * would tell it.
 */
const withShownScopes = (type: CommandType, told: Situation, held: readonly Capacity[]): Situation => {
  const { region, consent } = commandRow(type)
  const shown = held.flatMap((capacity) => scopesShownTo(capacity, told.facts))
  const given = told.facts.consents
  if (region !== 'consent' && (consent === null || given.includes(consent) || shown.includes(consent)))
    return told
  const consents =
    region === 'consent' ? given.filter((scope) => shown.includes(scope)) : [...given, consent!]
  return { ...told, facts: { ...told.facts, consents } }
}

/**
 * The case as one act sees it for this reader. Where the reader is told nothing of the act's region, the region is
 * set to a state from which the act starts: otherwise the button would tell where the region stands. The gate then
 * refuses with the neutral reason.
 */
const toldFor = (type: CommandType, situation: Situation, held: readonly Capacity[]): Situation => {
  const { region, from } = commandRow(type)
  const seen = toldCase(situation, held)
  const told = withShownScopes(type, seen, held)
  if (region === null || from === 'any' || followed(region, situation, held)) return told
  // Of a child's place nothing is offered to whom protected her once she is an adult.
  if (type in minorPlacement && !isMinor(situation.facts)) return told
  return from.includes(told.regions[region])
    ? told
    : { ...told, regions: { ...told.regions, [region]: from[0] } }
}

// Whether the reader is told where a region stands. The minor region counts as told for every adult, who has no such
// protection; of a child it counts only for those who see class F whole, because everybody else reads one general
// word.
const followed = (region: RegionId, { facts }: Situation, held: readonly Capacity[]) =>
  region === 'minor'
    ? !isMinor(facts) || held.some((capacity) => seesWhole(regionClass(region), capacity, facts))
    : held.some((capacity) => maySee(regionClass(region), capacity, facts))

/** A child’s protection, of which this reader is told a general word alone: only what seems open is shown of it. */
export const isVeiled = (type: CommandType, situation: Situation, held: readonly Capacity[]): boolean =>
  commandRow(type).region === 'minor' && !followed('minor', situation, held)

/**
 * Whether an act is open, asking only the guards whose facts this reader may see, at least as one coarse word. A
 * guard whose facts the reader may not see is asked at the gate alone, which refuses in neutral words; if the button
 * asked it, the button would tell the fact. For a child's protection a coarse word is not enough: everybody is told
 * that word.
 */
export const opennessFor = (type: CommandType, situation: Situation, held: readonly Capacity[]): Openness => {
  const reads = isVeiled(type, situation, held) ? seesWhole : maySee
  return openness(toldFor(type, situation, held), type, (guard) => {
    const { sees }: Guard = guards[guard]
    return sees === null || held.some((capacity) => reads(sees, capacity, situation.facts))
  })
}

/** @throws IllegalTransition with the reason that this reader may know: of the case as it is told. */
export const mustSeemOpen = (type: CommandType, situation: Situation, held: readonly Capacity[]): void => {
  const told = toldFor(type, situation, held)
  const verdict = opennessFor(type, situation, held)
  if (!verdict.open) throw new IllegalTransition(type, reasonFor(type, verdict, told, held))
}

/** Another place would be sought over the roof she has, by somebody who is not told that she has one. */
const seeksBlindly = (type: CommandType, situation: Situation, held: readonly Capacity[]) =>
  askingFor(desks).includes(type) &&
  searchPhase(type, situation) === 'housed' &&
  !followed(commandRow(type).region!, situation, held)

/** @throws IllegalTransition in neutral words where only what this reader may not know closes the act. */
export const mustBeOpen = (type: CommandType, situation: Situation, held: readonly Capacity[]): void => {
  mustSeemOpen(type, situation, held)
  if (!isOpen(situation, type) || seeksBlindly(type, situation, held))
    throw new IllegalTransition(type, neutral)
}
