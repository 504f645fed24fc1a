import type { CommandType } from '../../workflows/commands.ts'
import { askingForStay, asylumDates, seekingJustice } from './acts.ts'

const supporting = [
  'facts.complete',
  'identity.record',
  'person.inform',
  'child.heard',
  'consent.record',
  'consent.withdraw',
  'danger.immediate',
  'acse.request',
  'dna.request',
  'acse.declined_by_person',
  // Whoever accompanies the person records a departure too: a shelter that has lost sight of her cannot free its place.
  'housing.left',
  'housing.absconded',
  'housing.recontacted',
  'housing.other',
  'housing.no_need',
  'formal.request',
  'review.request',
  'reflection.offer',
  'prefecture.request',
  'permit.apply',
  ...askingForStay,
  ...asylumDates,
  'psp.end',
  'complaint.file',
  'concern.report',
  'needs.assess',
  'plan.sign',
  'plan.review',
  'plan.suspend',
  'plan.resume',
  'plan.complete',
  'health.refer',
  'exit.plan',
  'return.assess',
  'return.request',
  'return.depart',
  'contact.note',
  'minor.report_prosecutor',
  'runaway.report',
  'search.review',
  'runaway.found',
  'majority.prepare',
  'case.close',
  'case.reopen'
] as const satisfies readonly CommandType[]

export const accompanying = [
  ...supporting,
  ...seekingJustice,
  'prosecutor.report',
  'prosecutor.inform',
  'labour.refer',
  'lawyer.refer'
] as const satisfies readonly CommandType[]
