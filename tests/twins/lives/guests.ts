import type { Capacity } from '../../../workflows/vocabulary/capacities.ts'
import type { DataClass } from '../../../workflows/vocabulary/vocabulary.ts'
import type { Led } from './plan.ts'
import { inCentre, measured, placed, sheltered, type Way } from './tracks.ts'

/** Whom a life brings in before it goes its way, and of which classes secrets are still to be held against them. */
export type Guest = { capacity: Capacity; classes: ReadonlySet<DataClass> }

/**
 * `flagged`: by whom instead of an association; `deliberating`: as long as the cell has not concluded; `child`: of a minor, who is
 * then led to no act beyond.
 */
type Invited = { way: Way; flagged?: string; deliberating?: true; child?: true }

const reported: Way = ['concern.report', 'referral.accept:child_protection']

const invited: Partial<Record<Capacity, Invited>> = {
  flagger: { way: [], flagged: 'ofii' },
  cell_member: { way: [], deliberating: true },
  acse: { way: sheltered.slice(0, 2) },
  shelter: { way: sheltered },
  ofii: { way: inCentre.slice(0, 3) },
  dna_centre: { way: inCentre },
  prefecture: { way: ['prefecture.request', 'referral.accept:prefecture'] },
  exit_programme: { way: ['exit.request', 'referral.accept:exit_programme'] },
  prosecutor: { way: ['prosecutor.report', 'referral.accept:prosecutor'] },
  police: { way: ['formal.request', 'referral.accept:police'] },
  labour: { way: ['labour.refer', 'referral.accept:labour_inspection'] },
  lawyer: { way: ['lawyer.refer'] },
  health: { way: ['health.refer', 'referral.accept:health', 'care.begin'] },
  ofii_return: { way: ['return.assess', 'return.request', 'referral.accept:voluntary_return'] },
  iom: { way: ['return.assess', 'return.iom'] },
  child_protection: { way: reported, child: true },
  juvenile_judge: { way: measured, child: true },
  ad_hoc_guardian: {
    way: [...measured, 'guardian.name', 'referral.accept:ad_hoc_guardian'],
    child: true
  },
  minor_shelter: { way: [...reported, ...placed], child: true }
}

export const inviting = ({ capacity }: Guest): Invited & { led: Led[] } => {
  const one = invited[capacity] ?? { way: [] }
  return { ...one, led: one.way.map((name) => ({ name, input: null })) }
}
