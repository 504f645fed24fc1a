import type { Capacity } from '../../../workflows/vocabulary/capacities.ts'
import type { DataClass } from '../../../workflows/vocabulary/vocabulary.ts'
import { adult, child, worker } from './led.ts'
import type { Led } from './plan.ts'
import { inCentre, measured, placed, sheltered, type Way } from './tracks.ts'

/** Whom a life brings in before it goes its way, and of which classes secrets are still to be held against them. */
export type Guest = { capacity: Capacity; classes: ReadonlySet<DataClass> }

type Ways = { way: Way; person?: number } & Partial<Pick<Invited, 'flagged' | 'accompanies' | 'deliberating'>>

/**
 * `person`: about whom such a life is; `flagged`: by whom instead of an association; `accompanies`: who is the referent instead of
 * one; `deliberating`: as long as the cell has not concluded.
 */
export type Invited = {
  led: Led[]
  person: number
  flagged?: readonly string[]
  accompanies: string
  deliberating?: true
}

const reported: Way = ['concern.report', 'referral.accept:child_protection']

const invited: Partial<Record<Capacity, Ways>> = {
  // Who gives beds, too, may accompany.
  referent: { way: [], flagged: ['foyer.azur'], accompanies: 'foyer.azur' },
  flagger: { way: [], flagged: ['ofii', 'asso.paris'] },
  cell_member: { way: [], deliberating: true },
  acse: { way: sheltered.slice(0, 2) },
  shelter: { way: sheltered },
  ofii: { way: inCentre.slice(0, 3) },
  dna_centre: { way: inCentre },
  siao: { way: ['siao.request', 'referral.accept:siao'] },
  chrs: { way: ['chrs.request', 'referral.accept:chrs'] },
  prefecture: { way: ['prefecture.request', 'referral.accept:prefecture'] },
  exit_programme: { way: ['exit.request', 'referral.accept:exit_programme'] },
  prosecutor: { way: ['prosecutor.report', 'referral.accept:prosecutor'] },
  police: { way: ['formal.request', 'referral.accept:police'] },
  labour: { way: ['labour.refer', 'referral.accept:labour_inspection'], person: worker },
  lawyer: { way: ['lawyer.refer'] },
  health: { way: ['health.refer', 'referral.accept:health', 'care.begin'] },
  ofii_return: { way: ['return.assess', 'return.request', 'referral.accept:voluntary_return'] },
  iom: { way: ['return.assess', 'return.iom'] },
  focal_point: { way: ['abroad.refer'] },
  child_protection: { way: reported, person: child },
  juvenile_judge: { way: measured, person: child },
  ad_hoc_guardian: { way: [...measured, 'guardian.name', 'referral.accept:ad_hoc_guardian'], person: child },
  minor_shelter: { way: [...reported, ...placed], person: child }
}

/** The police may read in an emergency where she sleeps, once another has told of danger. */
const endangered = (accompanies: string): Led[] => [
  { name: 'formal.request', input: null },
  { name: 'referral.accept:police', input: null },
  { name: 'danger.immediate', input: null, by: accompanies }
]

export const inviting = ({ capacity, classes }: Guest): Invited => {
  const { way, person = adult, accompanies = 'asso.rhone', ...rest } = invited[capacity] ?? { way: [] }
  const led = way.map((name) => ({ name, input: null }))
  return { ...rest, person, accompanies, led: classes.has('L') ? [...led, ...endangered(accompanies)] : led }
}
