import { childhoodClocks } from './childhood.ts'
import { clockOf, statute, type DeadlineRow, type Duration } from '../row.ts'
import { spelled } from '../spelled.ts'
import type { Bilingual } from '../../vocabulary/vocabulary.ts'

/** The commission is asked within a time that civil procedure extends; nobody should live on the extra days. */
const foreclosing = {
  forecloses: true,
  extendToWorkingDay: true,
  extendedBy: 'CPC.642',
  alertsBeforeExtension: true,
  relief: {
    fr: 'Passé ce jour, la demande est forclose. La commission peut relever de la forclusion pour un motif légitime, par exemple si la personne n’a pas pu faire valoir ses droits à temps.',
    en: 'After that day the claim is foreclosed. The commission may relieve it for a legitimate reason, for instance if the person could not assert their rights in time.'
  }
} as const

/** A length, and the label that says it. */
const lasting = <const D extends Duration>(duration: D, label: (length: Bilingual) => Bilingual) => ({
  duration,
  label: label(spelled(duration))
})

const clock = clockOf(statute({ dataClass: 'F' }))

/** The clocks of criminal and civil justice, with those of childhood. */
export const justiceClocks = {
  'D-APPEAL-CIVIL': clock({
    stopsWhen: {
      done: ['civil.appealed'],
      gone: ['acquittal.appealed', 'procedure.reopened', 'conviction.final']
    },
    calls: 'at its start',
    forecloses: true,
    label: { fr: 'Appel de la partie civile', en: 'Appeal by the civil party' },
    duration: { n: 10, unit: 'days' },
    startsOn: { fr: 'la notification du non-lieu ou du jugement', en: 'the notice of the order or judgment' },
    alerts: [5, 2],
    basis: 'CPP.186',
    extendToWorkingDay: true,
    extendedBy: 'CPP.801'
  }),
  'D-CIVI-OFFENCE': clock({
    stopsWhen: { done: ['civi.claim'] },
    ...lasting({ n: 3, unit: 'years' }, ({ fr, en }) => ({
      fr: `Saisir la CIVI : ${fr} après les faits`,
      en: `Claim to the CIVI: ${en} after the acts`
    })),
    startsOn: {
      fr: 'l’infraction ; pour une personne mineure, ses dix-huit ans',
      en: 'the offence; for a minor, the eighteenth birthday'
    },
    alerts: [180, 30],
    basis: 'CPP.706-5',
    ...foreclosing,
    frozenWhile: 'minorOrDoubt',
    secretDay: 'fromMajority'
  }),
  'D-CIVI-DECISION': clock({
    stopsWhen: { done: ['civi.claim'], gone: ['acquittal.appealed'] },
    ...lasting({ n: 1, unit: 'years' }, ({ fr, en }) => ({
      fr: `Saisir la CIVI : ${fr} après la décision définitive`,
      en: `Claim to the CIVI: ${en} after the final decision`
    })),
    startsOn: {
      fr: 'la décision définitive ; pour une personne mineure, ses dix-huit ans',
      en: 'the final decision; for a minor, the eighteenth birthday'
    },
    alerts: [180, 30],
    basis: 'CPP.706-5',
    ...foreclosing,
    frozenWhile: 'minorOrDoubt',
    secretDay: 'fromMajority'
  }),
  'D-FGTI-OFFER': clock({
    stopsWhen: { gone: ['civi.awarded', 'civi.refused', 'civi.paid'] },
    label: { fr: 'Offre du Fonds de garantie', en: 'Offer by the guarantee fund' },
    duration: { n: 2, unit: 'months' },
    startsOn: { fr: 'la réception de la demande par le Fonds', en: 'receipt of the claim by the fund' },
    alerts: [10],
    basis: 'CPP.706-5-1'
  }),
  'D-FGTI-PAY': clock({
    stopsWhen: { gone: ['civi.refused', 'civi.paid'] },
    label: { fr: 'Paiement par le Fonds de garantie', en: 'Payment by the guarantee fund' },
    duration: { n: 1, unit: 'months' },
    startsOn: { fr: 'la notification de la décision', en: 'the notice of the decision' },
    basis: 'CPP.R50-24'
  }),
  'D-LIMIT': clock({
    stopsWhen: { gone: ['conviction.final'] },
    ...lasting({ n: 6, unit: 'years' }, ({ fr, en }) => ({
      fr: `Prescription du délit : ${fr}`,
      en: `Limitation of the offence: ${en}`
    })),
    startsOn: { fr: 'les derniers faits', en: 'the last acts' },
    alerts: [365, 90],
    basis: 'CPP.8'
  }),
  'D-LIMIT-MINOR': clock({
    stopsWhen: { gone: ['conviction.final'] },
    ...lasting({ n: 10, unit: 'years' }, ({ fr, en }) => ({
      fr: `Prescription du délit : ${fr} après la majorité`,
      en: `Limitation of the offence: ${en} after majority`
    })),
    startsOn: { fr: 'les dix-huit ans', en: 'the eighteenth birthday' },
    secretDay: 'always',
    alerts: [365, 90],
    basis: 'CPP.8'
  }),
  'D-LIMIT-CRIME': clock({
    stopsWhen: { gone: ['conviction.final'] },
    ...lasting({ n: 20, unit: 'years' }, ({ fr, en }) => ({
      fr: `Prescription du crime : ${fr}`,
      en: `Limitation of the crime: ${en}`
    })),
    startsOn: { fr: 'les derniers faits', en: 'the last acts' },
    alerts: [365, 90],
    basis: 'CPP.7'
  }),
  'D-LIMIT-CRIME-MINOR': clock({
    stopsWhen: { gone: ['conviction.final'] },
    ...lasting({ n: 30, unit: 'years' }, ({ fr, en }) => ({
      fr: `Prescription du crime : ${fr} après la majorité`,
      en: `Limitation of the crime: ${en} after majority`
    })),
    startsOn: { fr: 'les dix-huit ans', en: 'the eighteenth birthday' },
    secretDay: 'always',
    alerts: [365, 90],
    basis: 'CPP.7'
  }),
  'D-CIVI-ADVANCE': clock({
    stopsWhen: { gone: ['civi.refused', 'civi.paid', 'civi.advance_decided'] },
    label: { fr: 'Décision sur la provision', en: 'Decision on the advance' },
    duration: { n: 1, unit: 'months' },
    startsOn: { fr: 'la demande de provision', en: 'the request for an advance' },
    basis: 'CPP.706-6'
  }),
  'D-SARVI-OPEN': clock({
    stopsWhen: { gone: ['sarvi.request'] },
    label: {
      fr: 'Dommages et intérêts impayés : l’aide au recouvrement s’ouvre',
      en: 'Damages unpaid: help in recovering opens'
    },
    duration: { n: 2, unit: 'months' },
    startsOn: { fr: 'la décision définitive', en: 'the final decision' },
    basis: 'CPP.706-15-2'
  }),
  'D-SARVI': clock({
    stopsWhen: { done: ['sarvi.request'] },
    label: { fr: 'Demander l’aide au recouvrement', en: 'Ask for help in recovering damages' },
    duration: { n: 1, unit: 'years' },
    startsOn: { fr: 'la décision définitive', en: 'the final decision' },
    alerts: [180, 30],
    basis: 'CPP.706-15-2',
    forecloses: true
  }),
  ...childhoodClocks
} as const satisfies Record<string, DeadlineRow>
