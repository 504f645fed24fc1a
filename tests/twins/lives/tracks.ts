import type { CommandType } from '../../../workflows/case/commands.ts'
import type { ReferralCommand } from '../../../workflows/referral/machine.ts'
import type { ReferralKind } from '../../../workflows/vocabulary/vocabulary.ts'
import { pickOf, type Below } from './inputs.ts'

/** How often each act was lived, and each way was taken. */
export type Told = Map<string, number>

type Answer = `referral.${ReferralCommand}`
/** `wait`: a day passes, or as many as it says. */
export type Way = readonly (CommandType | Answer | `${Answer}:${ReferralKind}` | 'wait' | `wait:${number}`)[]

// Ways that lives take beyond the ordinary one, so that many services come to know of one person, and each act stands open
// somewhere; what does not open is left out.

export const sheltered: Way = [
  'acse.request',
  'referral.accept',
  'acse.offer',
  'referral.accept',
  'acse.visio',
  'wait',
  'acse.admission'
]
export const inCentre: Way = [
  'asylum.lodged',
  'dna.request',
  'referral.accept',
  'dna.offer',
  'referral.accept',
  'dna.admission'
]
const received: Way = ['reflection.offer', 'prefecture.request', 'referral.accept', 'receipt.handed']
const permitted: Way = ['complaint.file', 'permit.apply', 'permit.receipt', 'permit.issue']
const programme: Way = ['exit.request', 'referral.accept']
const convicted: Way = [
  'complaint.file',
  'prosecutor.report',
  'referral.accept',
  'procedure.opened',
  'conviction.final'
]
/** Two places at once, of two schemes; of those in a centre a house of the other scheme may not know. */
const askedTwice: Way = [
  ...inCentre.slice(0, 4),
  'acse.request',
  'referral.accept:acse',
  'wait',
  'acse.offer'
]
const heldTwice: Way[] = [
  [...askedTwice, 'referral.accept:acse_place'],
  [...askedTwice, 'referral.accept:dna_place', 'referral.accept:acse_place'],
  [
    ...askedTwice,
    'referral.accept:acse_place',
    'acse.visio',
    'wait',
    'acse.admission',
    'referral.accept:dna_place'
  ]
]
const tracks: Way[] = [
  ...heldTwice,
  sheltered,
  [...sheltered, 'stay.review', 'housing.ended'],
  [...sheltered, 'housing.alert', 'housing.moved'],
  ['acse.request', 'referral.accept', 'acse.offer', 'referral.accept', 'acse.refused_after'],
  inCentre,
  [...inCentre, 'dna.review', 'dna.rehouse'],
  [...inCentre, 'dna.absconded', 'dna.recontacted'],
  [...inCentre, 'dna.place_changed', 'dna.left'],
  [...inCentre.slice(0, 4), 'dna.refused_after'],
  [...inCentre.slice(0, 3), 'dna.no_place'],
  ['health.refer', 'referral.accept', 'care.begin'],
  received,
  [...received, 'allowance.open', 'allowance.end'],
  [...received, 'reflection.interrupt', 'reflection.appeal'],
  ['labour.refer', 'referral.accept', 'inspection.open', 'inspection.report'],
  ['prosecutor.report', 'referral.accept', 'procedure.opened'],
  [...permitted, 'permit.renew_ask', 'permit.renew'],
  [...permitted, 'discretion.apply_beside', 'other.refuse', 'other.appeal', 'other.judged'],
  ['complaint.file', 'permit.apply', 'permit.documents_asked', 'permit.documents_received'],
  ['complaint.file', 'permit.apply', 'permit.refuse', 'residence.route', 'ta.filed', 'ta.granted'],
  ['complaint.file', 'permit.apply', 'permit.refuse', 'ta.filed', 'ta.rejected'],
  [...permitted, 'permit.withdraw', 'ta.filed', 'ta.restored'],
  [...permitted, 'unworthy_housing.apply_beside', 'other.refuse'],
  ['discretion.apply', 'discretion.issue', 'permit.apply_beside'],
  ['unworthy_housing.apply', 'unworthy_housing.issue'],
  ['discretion.apply', 'discretion.issue', 'permit.withdraw'],
  [...programme, 'psp.decision', 'psp.permit', 'afis.open'],
  [...programme, 'psp.refuse', 'psp.appeal'],
  [...programme, 'psp.decision', 'psp.permit', 'psp.renew', 'psp.end'],
  [...convicted, 'resident.apply', 'resident.issue'],
  [...convicted, 'resident.apply', 'resident.refuse'],
  [...convicted, 'civi.claim', 'civi.awarded'],
  [...convicted, 'wait:65', 'sarvi.request'],
  [...convicted, 'agrasc.request'],
  ['complaint.file', 'permit.apply', 'wait:125', 'permit.refused'],
  [...permitted, 'discretion.apply_beside', 'wait:125', 'other.refused'],
  ['lawyer.refer'],
  ['return.assess', 'return.request', 'referral.accept', 'return.depart'],
  ['return.assess', 'return.iom'],
  ['formal.request', 'referral.accept']
]
const reported: Way = ['minor.report_prosecutor', 'referral.accept:prosecutor', 'opp.issue']
export const measured: Way = [...reported, 'judge.seize', 'referral.accept:juvenile_judge', 'measure.order']
export const placed: Way = ['minor.placement_offer', 'referral.accept', 'minor.placement_arrival']
const ofChildren: Way[] = [
  ['concern.report', 'referral.accept', 'concern.received', 'concern.assess'],
  ['concern.report', 'referral.accept', 'minor.received', 'minor.reception_ended'],
  measured,
  [...measured, 'measure.merits', 'merits.extend'],
  [...measured, 'place.distanced', 'placement.review'],
  [...measured, 'place.secure', 'placement.review'],
  [...measured, 'place.common', 'return.judge'],
  [...reported, 'judge.seize', 'opp.renew'],
  ['guardian.name', 'referral.accept'],
  placed,
  [...placed, 'minor.placement_alert', 'minor.placement_ended'],
  ['runaway.report', 'runaway.found'],
  ['age.dispute', 'age.decide'],
  ['coming_of_age.apply', 'coming_of_age.issue']
]

/** One of the ways that were taken least so far. */
const waysDrawn = (ways: readonly Way[], below: Below, told: Told): Way => {
  const times = (way: Way) => told.get(way.join()) ?? 0
  const fewest = Math.min(...ways.map(times))
  const way = pickOf(below)(ways.filter((one) => times(one) === fewest))
  told.set(way.join(), times(way) + 1)
  return way
}

/** What a life is led to beyond the ordinary way. */
export const tracksDrawn = (child: boolean, below: Below, told: Told): string[] => {
  const drawn = (ways: readonly Way[]) => waysDrawn(ways, below, told)
  const some = () => Array.from({ length: 1 + below(2) }, () => drawn(tracks)).flat()
  return child ? [...drawn(ofChildren), ...some().slice(0, 3)] : some()
}
