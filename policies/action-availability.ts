import { factClasses, isMinor, unknownFacts, type Facts } from '../workflows/facts/facts.ts'
import {
  IllegalTransition,
  isOpen,
  openness,
  warningsOf,
  type Closing,
  type Openness,
  notMet
} from '../workflows/case/advance.ts'
import { commandRow, regionIds, regionTables, type CommandType } from '../workflows/case/commands.ts'
import { guards, type GuardId, type Situation } from '../workflows/guards/guards.ts'
import { askingFor, desks, searchPhase } from '../workflows/places/search.ts'
import { minorPlacement } from '../workflows/regions/housing/minor.placement.ts'
import { asylumScope, type Bilingual, type RegionId } from '../workflows/vocabulary/vocabulary.ts'
import { regionClass } from './disclosure.ts'
import type { Sight } from './sight.ts'
import { toldState } from './told-state.ts'

/**
 * Why an act is not open, as this reader may know it: a reason tells the facts its guard looked at, or where a region
 * stands. Who may not see those is told only that the conditions are not met.
 */
export const reasonFor = (type: CommandType, verdict: Closing, { learns }: Sight): Bilingual =>
  learns(verdict.here ? verdict : { sees: regionClass(commandRow(type).region) }) ? verdict.reason : notMet

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

/**
 * The case as it is told to this reader: what it may do, and why not, is computed from that. To whoever may not know of asylum
 * it is the case of somebody who never sought it, so that no button, enabled or not, tells what the words keep.
 */
export const toldCase = (situation: Situation, { sees }: Sight): Situation => {
  if (sees('I')) return situation
  const { regions, facts } = situation
  const consents = facts.consents.filter((scope) => scope !== asylumScope)
  return {
    regions: { ...regions, ...neverSought.regions },
    facts: { ...facts, ...neverSought.facts, consents }
  }
}

/**
 * The case with the consents that this reader is told of. For an act on consents, those that are not shown to them do
 * not count. For another act, the consent that it needs counts as given where they are not told of it: the button
 * would tell it.
 */
const withShownScopes = (type: CommandType, told: Situation, { scopes: shown }: Sight): Situation => {
  const { region, consent } = commandRow(type)
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
export const toldFor = (type: CommandType, situation: Situation, sight: Sight): Situation => {
  const { region, from } = commandRow(type)
  const told = withShownScopes(type, toldCase(situation, sight), sight)
  if (region === null || from === 'any' || followed(region, sight)) return told
  // Of a child's place nothing is offered to whom protected her once she is an adult: no such act starts from an adult's.
  const adults = type in minorPlacement && !isMinor(situation.facts)
  // Wherever it stands: a guard asked of the real state would tell it, where the act starts from several.
  return { ...told, regions: { ...told.regions, [region]: adults ? 'housed_acse' : from[0] } }
}

// Whether the reader is told where a region stands. The minor region counts as told for every adult, who has no such
// protection; of a child it counts only for those who see class F whole, because everybody else reads one general
// word.
export const followed = (region: RegionId, { facts, sees, whole }: Sight) =>
  region === 'minor' ? !isMinor(facts) || whole(regionClass(region)) : sees(regionClass(region))

/** A child’s protection, of which this reader is told a general word alone: only what seems open is shown of it. */
export const isVeiled = (type: CommandType, sight: Sight): boolean =>
  commandRow(type).region === 'minor' && !followed('minor', sight)

/**
 * Whether an act is open, asking only the guards whose facts this reader may see, or is told with a coarse word. A
 * guard whose facts the reader may not see is asked at the gate alone, which refuses in neutral words; if the button
 * asked it, the button would tell the fact.
 */
export const opennessFor = (type: CommandType, situation: Situation, sight: Sight): Openness =>
  opennessIn(toldFor(type, situation, sight), type, sight)

// Nor does a reason say where a child is placed, or that they fled, to whom the page does not.
const opennessIn = (told: Situation, type: CommandType, sight: Sight): Openness =>
  openness(
    told,
    type,
    (guard) => sight.learns(guards[guard]),
    (region) => toldState(region, told.regions[region], told.facts, sight)
  )

/**
 * What makes a record unusual, as this reader may know it. It is computed from the case as they are told it: to whoever may not
 * learn what it would tell, the button is the same in both lives.
 */
export const unusualFor = (type: CommandType, situation: Situation, sight: Sight): Bilingual | null => {
  const verdict = opennessFor(type, situation, sight)
  return verdict.open && verdict.unusual ? reasonFor(type, verdict.unusual, sight) : null
}

/** What warns beside an act: guards whose facts this reader learns, and no other. */
export const warnedBy = (type: CommandType, situation: Situation, sight: Sight): GuardId[] =>
  warningsOf(toldFor(type, situation, sight), type, (guard) => sight.learns(guards[guard]))

export const warningsFor = (type: CommandType, situation: Situation, sight: Sight): Bilingual[] =>
  warnedBy(type, situation, sight).map((guard) => guards[guard].reason)

/** @throws IllegalTransition with the reason that this reader may know: of the case as it is told. */
export const mustSeemOpen = (type: CommandType, situation: Situation, sight: Sight): void => {
  const verdict = opennessFor(type, situation, sight)
  if (!verdict.open) throw new IllegalTransition(type, reasonFor(type, verdict, sight))
}

/**
 * The act asks a desk for a place while the person already lives in one, and its author may not know that they do. For who
 * knows it, such a request is one to move elsewhere; from who does not, it would be a mistake, and is refused.
 */
const seeksUnawareOfRoof = (type: CommandType, situation: Situation, sight: Sight) =>
  askingFor(desks).includes(type) &&
  searchPhase(type, situation) === 'housed' &&
  !followed(commandRow(type).region!, sight)

/**
 * Of an act that seems open.
 * @throws IllegalTransition in neutral words where what this reader may not know closes it all the same.
 */
export const mustBeOpen = (type: CommandType, situation: Situation, sight: Sight): void => {
  if (!isOpen(situation, type) || seeksUnawareOfRoof(type, situation, sight))
    throw new IllegalTransition(type, notMet)
}
