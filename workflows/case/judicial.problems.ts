import type { Facts } from '../facts/facts.ts'
import type { Situation } from '../guards/guard.ts'
import { problem, type InputProblem } from '../vocabulary/problem.ts'
import { courtLabels, courtsOf, jirsOf, nationalJirs } from '../calendar/jurisdictions.ts'

type Input = Record<string, unknown>

const otherCourt: InputProblem = problem(
  'court',
  'other_place',
  'Ce tribunal n’est pas celui de ce lieu.',
  'This court is not of that place.'
)

const otherDistrict: InputProblem = problem(
  'district',
  'other_place',
  'Ce tribunal n’est pas du département où la personne a été rencontrée.',
  'This court is not of the département where the person was met.'
)

const otherJirs: InputProblem = problem(
  'jirs',
  'other_place',
  'Cette JIRS n’est pas celle du lieu des faits, ni celle de Paris.',
  'This JIRS is neither the one of the place of the acts nor that of Paris.'
)

const beforeFinal: InputProblem = problem(
  'seizedStand',
  'before_final',
  'Avant une condamnation définitive, des avoirs ne sont ni confisqués pour de bon, ni versés.',
  'Before a final conviction, assets are neither confiscated for good nor paid out.'
)

const onlyOnceFinal: readonly unknown[] = ['confiscated', 'paid']

const jirsRefused = (jirs: unknown, { factsTerritory }: Facts) =>
  factsTerritory !== null && jirs !== nationalJirs && jirs !== jirsOf(factsTerritory)

const courtRefused = ({ court, factsTerritory, foundIn }: Input) => {
  const place = factsTerritory ?? foundIn
  return (
    typeof court === 'string' &&
    court in courtLabels &&
    place !== undefined &&
    !courtsOf(String(place)).includes(court)
  )
}

/** What no form can say of justice: the court and the JIRS must go with what is known of the case. */
export const judicialChecks = {
  assetsOfStage: ({ seizedStand }: Input, { facts }: Situation) =>
    onlyOnceFinal.includes(seizedStand) && facts.finalOn === null ? [beforeFinal] : [],
  districtOfMet: ({ district }: Input, { facts }: Situation) =>
    district === undefined || courtsOf(facts.met).includes(String(district)) ? [] : [otherDistrict],
  jirsOfPlace: ({ jirs }: Input, { facts }: Situation) => (jirsRefused(jirs, facts) ? [otherJirs] : [])
}

export const courtProblems = (input: Input): InputProblem[] => (courtRefused(input) ? [otherCourt] : [])
