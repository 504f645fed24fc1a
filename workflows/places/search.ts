import { commandRow, commandTypes, sentBy, type CommandType } from '../case/commands.ts'
import type { Situation } from '../guards/guards.ts'
import { kindRow } from '../referral/kinds/kinds.ts'
import { placed } from '../regions/minor/justice.ts'
import { housingPhase, type HousingPhase } from '../vocabulary/states.housing.ts'
import type { Bilingual, ReferralKind } from '../vocabulary/vocabulary.ts'
import { deskOf, placeOffers } from './places.ts'

/** The desks that are asked for a place; for a child nobody is asked, the département that has its charge seeks. */
export const desks = Object.keys(deskOf) as ReferralKind[]

/** The region in which a desk’s search stands. */
export const searchedIn = (desk: ReferralKind): 'housing' | 'asylum_housing' =>
  desk === 'dna' ? 'asylum_housing' : 'housing'

/** How far the search is that this act would begin, of the one region or the other. */
export const searchPhase = (type: CommandType, { regions }: Situation): HousingPhase =>
  housingPhase(regions[commandRow(type).region === 'asylum_housing' ? 'asylum_housing' : 'housing'])

/** Acts that ask one of these desks for a place: each says what the search wants of it. */
export const askingFor = (kinds: readonly ReferralKind[]): CommandType[] =>
  commandTypes.filter((type) => sentBy(type).some((kind) => kinds.includes(kind)))

/** Acts from which a child already placed needs another place; for a departure, unless `went_home` says where it leads. */
const neededAgain = [
  'minor.placement_offer',
  'minor.placement_alert',
  'minor.placement_ended'
] as const satisfies CommandType[]

/** Acts from which a child must sleep somewhere else than where it was met. A bed already given answers the first three. */
export const neededByChild = {
  anywhere: ['minor.received', 'opp.issue', 'measure.order', ...neededAgain],
  inPlace: neededAgain
} as const satisfies Record<string, readonly CommandType[]>

const houses = (type: CommandType) => ['housed', 'gone'].includes(housingPhase(commandRow(type).to))

/**
 * Acts that end a search for a place: the person has a roof of their own or has gone, or the child is placed. A child
 * who goes or stays at home ends it too; that depends on the input of the act, so the SQL function went_home decides
 * it. An arrival in an asylum place ends the search of its own desk alone, since the other desks may not know of it.
 */
export const endsSearch: CommandType[] = commandTypes.filter((type) => {
  const { region, to } = commandRow(type)
  if (type === 'minor.placement_ended') return false
  if (region === 'minor') return (placed as readonly string[]).includes(to)
  return region === 'housing' && houses(type)
})

/** Acts of which the SQL function went_home says whether they left a child at home. */
export const mayGoHome = [
  'measure.order',
  'measure.merits',
  'minor.reception_ended',
  'minor.placement_ended'
] as const satisfies CommandType[]

/** Of an asylum place: what becomes of it, and what takes its search back whatever it says. */
const endsAsylumSearch: CommandType[] = commandTypes.filter((type) => {
  const { region, effects } = commandRow(type)
  const takesBack = effects.some(
    (one) => one.type === 'withdrawReferrals' && !one.when && one.kinds.includes('dna')
  )
  return region === 'asylum_housing' ? houses(type) : takesBack
})

export const endsSearchOf = (desk: ReferralKind): CommandType[] =>
  searchedIn(desk) === 'asylum_housing' ? endsAsylumSearch : endsSearch

/** Why places are refused, in the words of whoever refuses: desks and structures of every pool. */
export const refusalWords: Record<string, Bilingual> = Object.fromEntries(
  [...desks, ...placeOffers].flatMap((kind) =>
    Object.entries(kindRow(kind).refusals).map(([code, { label }]) => [code, label])
  )
)
