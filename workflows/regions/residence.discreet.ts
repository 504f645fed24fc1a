import type { Facts } from '../facts.ts'
import type { Situation } from '../guards.ts'
import { asylumScope, regions as regionWords, type RegionId } from '../vocabulary.ts'
import type { RegionState, Regions } from './states.ts'

type Stands = RegionState<'residence'>
type Told = NonNullable<Facts['toldStay']>

/** Told by what was known before an asylum claim: while it is pending, and once it has failed. */
const asBefore: readonly Stands[] = ['asylum_pending', 'refused']

/** Of somebody who sought asylum from the first day, nothing is told. */
const nothingKnown: Told = { residence: 'unknown', stay: 'unknown' }

/** What goes on being told of the stay from the day that asylum is asked for, unless it is already hidden. */
export const toldSince = (facts: Facts, { residence }: Regions): Pick<Facts, 'toldStay'> => ({
  toldStay: asBefore.includes(residence) ? facts.toldStay : { residence, stay: facts.stay }
})

const toldStay = ({ facts, regions: { residence } }: Situation): Told => {
  if (asBefore.includes(residence)) return facts.toldStay ?? nothingKnown
  // Protection gives a card: from then on a stay as regular as any other.
  if (residence === 'protected') return { residence: 'regular_other', stay: 'regular' }
  return { residence, stay: discreetStay(facts.stay) }
}

/** How the stay, as somebody wrote it, is told to whoever may not know of asylum. */
const discreetStay = (stay: Facts['stay']): Facts['stay'] => (stay === 'asylum' ? 'unknown' : stay)

/** A state as told to whoever may not know of asylum: the same word as for those who never sought it. */
export const discreet = <R extends RegionId>(region: R, situation: Situation): Regions[R] => {
  if (region === 'residence') return toldStay(situation).residence as Regions[R]
  return situation.regions[region]
}

/**
 * Where a case stands as told to whoever may not know of asylum. What such a reader may do is computed from this, so that
 * no button, enabled or not, tells what the words keep.
 */
export const discreetly = (situation: Situation): Situation => ({
  regions: Object.fromEntries(
    Object.keys(regionWords).map((id) => [id, discreet(id as RegionId, situation)])
  ) as Regions,
  facts: {
    ...situation.facts,
    stay: toldStay(situation).stay,
    asylum: 'none',
    asylumLink: false,
    consents: situation.facts.consents.filter((scope) => scope !== asylumScope)
  }
})
