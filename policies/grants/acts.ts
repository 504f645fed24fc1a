import type { CommandType } from '../../workflows/case/commands.ts'

/** Dates and status of asylum, by who accompanies the person and by OFII; the prefecture neither writes nor sees them. */
export const asylumDates = [
  'asylum.lodged',
  'asylum.invited',
  'asylum.decision',
  'asylum.rejected',
  'asylum.appealed',
  'asylum.aid_asked',
  'asylum.protection_ended',
  'asylum.protection_lost',
  'reception.refused',
  'reception.appealed',
  'asylum.entry_refused',
  'asylum.entry_contested',
  'asylum.entry_judged',
  'asylum.detention_kept',
  'asylum.detention_contested',
  'asylum.detention_judged'
] as const satisfies readonly CommandType[]

export const programmeActs = [
  'psp.decision',
  'psp.refuse',
  'psp.renew',
  'psp.end',
  'psp.judged'
] as const satisfies readonly CommandType[]

/** Complaint, civil party and compensation: what is done in the person's own name, by whoever stands beside her. */
export const seekingJustice = [
  'complaint.add',
  'testimony.recorded',
  'civil_party.join',
  'civil_party.complaint',
  'civil_party.deposit',
  'civil_party.deposited',
  'civil_party.refused',
  'civil_party.order_appealed',
  'civi.claim',
  'civi.offered',
  'civi.awarded',
  'civi.refused',
  'civi.inadmissible',
  'civi.paid',
  'civi.advance',
  'civi.advance_decided',
  'civi.appealed',
  'civi.aid_asked',
  'sarvi.request',
  'sarvi.refused',
  'sarvi.relief_asked',
  'agrasc.request',
  'civil.appealed',
  'judgment.served',
  'civil_interests.judged',
  'civil_interests.appealed',
  'civil_interests.final'
] as const satisfies readonly CommandType[]

export const constraint = ['forced.criminality', 'forced.told'] as const satisfies readonly CommandType[]

/** Public officials, whom article 40 binds. */
export const officials = ['art40.report', 'prosecutor.inform'] as const satisfies readonly CommandType[]

/** A transfer to another State tells of asylum: whoever may write down what becomes of a claim writes it. */
export const transferDates = [
  'transfer.notified',
  'transfer.appeal',
  'transfer.judged',
  'transfer.ended'
] as const satisfies readonly CommandType[]

/** What an authority decides beside an obligation to leave, and what a court says of it. */
export const besideLeaving = [
  'house_arrest.notified',
  'house_arrest.judged',
  'return_ban.notified',
  'return_ban.judged'
] as const satisfies readonly CommandType[]

/** An obligation to leave, and what goes with it, is written down by whoever is shown the paper. */
export const leavingDates = [
  'removal.notified',
  'removal.appeal',
  'removal.judged',
  'removal.ended',
  ...besideLeaving,
  'house_arrest.contested',
  'return_ban.contested'
] as const satisfies readonly CommandType[]

/** What is decided of a person who is held is written down by whoever is shown the paper. */
export const heldDates = [
  'held.record',
  'held.judged',
  'held.ended'
] as const satisfies readonly CommandType[]

/** What the person brings before a judge: that they are held, or what was decided of them as a child. */
export const contesting = [
  'held.contest',
  'held.appeal',
  'measure.appealed'
] as const satisfies readonly CommandType[]

export const backWages = [
  'wages.claim',
  'labour_court.seize',
  'wages.settled'
] as const satisfies readonly CommandType[]

export const youngAdultActs = [
  'young_adult.ask',
  'young_adult.contract',
  'young_adult.refused',
  'young_adult.appealed',
  'young_adult.judged',
  'young_adult.time',
  'young_adult.ended'
] as const satisfies readonly CommandType[]
