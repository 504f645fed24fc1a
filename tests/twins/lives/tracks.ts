import { pickOf, type Below } from './inputs.ts'

/** How often each act was lived. */
export type Told = Map<string, number>

// Ways that lives take beyond the ordinary one, so that many services come to know of one person, and each act stands open
// somewhere; what does not open is left out.

const sheltered = [
  'acse.request',
  'referral.accept',
  'acse.offer',
  'referral.accept',
  'acse.visio',
  'acse.admission'
]
const inCentre = [
  'asylum.lodged',
  'dna.request',
  'referral.accept',
  'dna.offer',
  'referral.accept',
  'dna.admission'
]
const received = ['reflection.offer', 'prefecture.request', 'referral.accept', 'receipt.handed']
const permitted = ['complaint.file', 'permit.apply', 'permit.receipt', 'permit.issue']
const programme = ['exit.request', 'referral.accept']
const convicted = [
  'complaint.file',
  'prosecutor.report',
  'referral.accept',
  'procedure.opened',
  'conviction.final'
]
const tracks: string[][] = [
  sheltered,
  [...sheltered, 'stay.review', 'housing.ended'],
  [...sheltered, 'housing.alert', 'housing.moved'],
  ['acse.request', 'referral.accept', 'acse.offer', 'referral.accept', 'acse.refused_after'],
  inCentre,
  [...inCentre, 'housing.review', 'housing.rehouse'],
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
  ['unworthy_housing.apply', 'unworthy_housing.issue'],
  ['discretion.apply', 'discretion.issue', 'permit.withdraw'],
  [...programme, 'psp.decision', 'psp.permit', 'afis.open'],
  [...programme, 'psp.refuse', 'psp.appeal'],
  [...convicted, 'resident.apply', 'resident.issue'],
  [...convicted, 'civi.claim', 'civi.awarded', 'sarvi.request'],
  ['lawyer.refer'],
  ['return.assess', 'return.request', 'referral.accept', 'return.depart'],
  ['return.assess', 'return.iom'],
  ['formal.request', 'referral.accept']
]
const reported = ['minor.report_prosecutor', 'referral.accept', 'opp.issue']
const measured = [...reported, 'judge.seize', 'referral.accept', 'measure.order']
const placed = ['minor.placement_offer', 'referral.accept', 'minor.placement_arrival']
const ofChildren: string[][] = [
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

/** The ways whose ends were lived least so far, half of the time. */
const waysDrawn = (ways: readonly string[][], below: Below, told: Told): string[] => {
  const times = (way: readonly string[]) => told.get(way.at(-1)!) ?? 0
  const fewest = Math.min(...ways.map(times))
  return pickOf(below)(below(2) === 0 ? ways : ways.filter((way) => times(way) === fewest))
}

/** What a life is led to beyond the ordinary way. */
export const tracksDrawn = (child: boolean, below: Below, told: Told): string[] => {
  const drawn = (ways: readonly string[][]) => waysDrawn(ways, below, told)
  const some = () => Array.from({ length: 1 + below(2) }, () => drawn(tracks)).flat()
  return child ? [...drawn(ofChildren), ...some().slice(0, 3)] : some()
}
