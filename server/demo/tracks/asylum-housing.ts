import { days, fromMayotte, type Script, type Thread } from '../lives/script.ts'
import type { Hour } from '../lives/timeline.ts'

export type AsylumHousingEnd =
  | 'requested'
  | 'refused'
  | 'declined'
  | 'waiting'
  | 'offered'
  | 'matched'
  | 'refused_late'
  | 'housed'
  | 'reviewed'
  | 'alert'
  | 'absconded'
  | 'left'

const ofii = 'ofii'
const forGood: Hour = days(3650)

const request = ({ cast }: Script, line: Thread) =>
  line.act(cast.referent ?? cast.cell, 'dna.request', {
    title: 'attestation',
    agrees: true,
    distance: 'region'
  })

/** A centre agrees, she arrives, and OFII weighs the place again once the asylum decision is known. */
const arrive = (script: Script, line: Thread, { centre, end }: { centre: string; end: AsylumHousingEnd }) => {
  line.wait(4, 40).refer(centre, 'dna_place', 'accept')
  if (end === 'matched') return
  if (end === 'refused_late')
    return void line.wait(4, 40).act(centre, 'dna.refused_after', { reason: 'not_adapted' })
  line.wait(days(1), days(6)).act(centre, 'dna.admission', (day) => ({ on: day, centre: 'cada' }))
  // To those who are not told of asylum: that she has a roof, and no more.
  line.wait(2, 40).act(script.cast.referent, 'housing.other', (day) => ({ where: 'other', on: day }))
  line.wait(days(40), days(160))
  if (end === 'reviewed') line.act(ofii, 'dna.review', (day) => ({ on: day, centre: 'cph' }))
  if (end === 'alert') line.act(centre, 'dna.alert', { incident: 'located' })
  if (end === 'absconded') line.act(centre, 'dna.absconded', (day) => ({ lastSeenOn: day }))
  if (end !== 'left') return
  line.act(centre, 'dna.left', (day) => ({ on: day }))
  line.wait(2, 20).act(script.cast.referent, 'housing.left', (day) => ({ on: day }))
}

/** A place of the asylum scheme, from the request to OFII on; for a woman who has agreed to it (scope D). */
export const asylumHousing = (script: Script, from: Hour, end: AsylumHousingEnd): Hour => {
  const line = script.thread(from).wait(2, 30)
  request(script, line)
  if (end === 'requested') return line.hour
  line.wait(4, 40)
  if (end === 'refused') {
    // Refused by OFII she still needs a roof: her file is not closed.
    script.heldOpen = true
    return line.refer(ofii, 'dna', 'decline', { reason: 'out_of_criteria' }).hour
  }
  line.refer(ofii, 'dna', 'accept')
  if (end === 'declined') return line.wait(2, 20).act(ofii, 'dna.declined_by_person', {}).hour
  const place = end === 'waiting' ? null : script.book(line.hour, forGood, { kind: 'dna' })
  if (!place) {
    script.heldOpen = true
    return line.wait(2, 20).act(ofii, 'dna.no_place', { reason: 'no_place' }).hour
  }
  line.wait(2, 20).act(ofii, 'dna.offer', { placeId: place.placeId, ...fromMayotte(script) })
  if (end !== 'offered') arrive(script, line, { centre: place.orgKey, end })
  return line.hour
}

/** A roof that no desk found: a CHRS, or relatives. */
export const housedElsewhere = (script: Script, from: Hour): Hour => {
  const { cast, chance } = script
  const line = script.thread(from).wait(6, 90)
  return line.act(cast.referent ?? cast.cell, 'housing.other', (day) => ({
    where: chance.pick(['chrs', 'relatives', 'ordinary'] as const),
    on: day
  })).hour
}

/** Who needs no housing says so, to the one who accompanies her. */
export const needsNoHousing = ({ cast, thread, chance }: Script, from: Hour): Hour => {
  const line = thread(from).wait(6, 60)
  return line.act(cast.referent, 'housing.no_need', { because: chance.pick(['housed', 'wishes'] as const) })
    .hour
}
