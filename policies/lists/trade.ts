import { commandTypes, type CommandType } from '../../workflows/case/commands.ts'
import type { Facts } from '../../workflows/facts/facts.ts'
import type { Capacity } from '../../workflows/vocabulary/capacities.ts'
import { stagesOf, type ListedRegion } from '../../workflows/lists/stages.ts'
import { forms } from '../../workflows/vocabulary/words.ts'
import type { Role } from '../actor.ts'
import { dutiesOf } from '../awaited.ts'
import { sight } from '../data-classes.ts'
import { regionClass } from '../disclosure.ts'
import { referralDuties } from '../duties.ts'
import { capacitiesHeld } from '../grants.ts'

const reads: Partial<Record<Capacity, ListedRegion>> = {
  prefecture: 'residence',
  exit_programme: 'residence',
  acse: 'housing',
  shelter: 'housing',
  siao: 'housing',
  chrs: 'housing',
  ofii: 'asylum_housing',
  dna_centre: 'asylum_housing',
  prosecutor: 'judicial',
  police: 'judicial',
  labour: 'judicial',
  lawyer: 'judicial',
  child_protection: 'minor',
  juvenile_judge: 'minor',
  ad_hoc_guardian: 'minor',
  minor_shelter: 'minor'
}

/** What those of a capacity read first of a case: the region of their trade; the grounds, whoever has none or may not see it. */
export const tradeOf = (capacity: Capacity): ListedRegion => reads[capacity] ?? 'identification'

const besideRegion: Record<ListedRegion, readonly (keyof Facts)[]> = {
  identification: ['proposal'],
  residence: ['nationality', 'permitAsked', 'documentsAsked', 'renewalAsked', 'leaveStands'],
  housing: ['sex', 'children', 'forbiddenZones'],
  asylum_housing: ['sex', 'children', 'forbiddenZones', 'rehousing'],
  judicial: ['factsTerritory', 'court', 'protection', 'civilParty'],
  minor: ['missing', 'guardianNamed']
}

/** What is said beside where it stands, to whoever is told it. */
export const factsBeside = (region: ListedRegion): readonly (keyof Facts)[] => besideRegion[region]

/** The most that those of a capacity ever see of a class, whole. */
const everSees = (capacity: Capacity, dataClass: string | null) => {
  const { classes, coarse } = sight[capacity]
  return (
    dataClass === null ||
    ((classes as readonly string[]).includes(dataClass) && !(coarse as readonly string[]).includes(dataClass))
  )
}

/** Persons whom a list may be narrowed to: facts that all who take part are told. */
export const singled = ['danger', 'minor', 'children'] as const
export type Singled = (typeof singled)[number]

export const formsListed = Object.keys(forms)

type Narrowed = { stage: readonly string[]; form: readonly string[]; act: readonly string[] }

const dutiesListed = (capacity: Capacity): readonly (CommandType | keyof typeof referralDuties)[] => [
  ...dutiesOf[capacity],
  ...(Object.keys(referralDuties) as (keyof typeof referralDuties)[])
]

/**
 * By which values those of a role may narrow their list: of what their capacities may ever be told. Any other is refused, whether
 * or not a case has it: neither a line nor a count tells more than the list.
 */
export const narrowedBy = (role: Role): Narrowed => {
  const held = capacitiesHeld(role)
  const regions = new Set<ListedRegion>(['identification'])
  for (const one of held) if (everSees(one, regionClass(tradeOf(one)))) regions.add(tradeOf(one))
  return {
    stage: [...regions].flatMap(stagesOf),
    form: held.some((one) => everSees(one, 'D')) ? formsListed : [],
    act: [...new Set(held.flatMap(dutiesListed))].sort()
  }
}

/** Every act that somebody may be waited for to do. */
export const actsListed: readonly string[] = [...commandTypes, ...Object.keys(referralDuties)]
