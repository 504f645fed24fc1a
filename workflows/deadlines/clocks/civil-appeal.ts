import { ofAnother } from '../../facts/accused.ts'
import { clockOf, statute, type DeadlineRow } from '../row.ts'

// The civil party's appeals. Each text has its own day: the notice of an order, the pronouncement of a judgment, its service
// where the text says so.

const shared = statute({
  dataClass: 'F',
  calls: 'at its start',
  extendToWorkingDay: true,
  extendedBy: 'CPP.801',
  alertsBeforeExtension: true,
  filed: 'criminalAppeal'
})
const clock = clockOf({ ...shared, forecloses: true })
const safely = clockOf(shared)

const final = ['acquittal.final', 'conviction.final'] as const
/** A final decision on the civil claim leaves nothing to appeal against of the judgments before it (CPP 464). */
const decided = [...final, 'civil_interests.final'] as const
/** A decision final for another accused, or of an earlier day, leaves hers open to appeal. */
const spared = { 'acquittal.final': ofAnother, 'conviction.final': ofAnother } as const
const sparedToo = { ...spared, 'no_case.final': ofAnother } as const
const ofJudgment = { done: ['civil.appealed'], gone: decided, goneByDay: true, sparedBy: spared } as const
const tenDays = { duration: { n: 10, unit: 'days' }, alerts: [5, 2] } as const
const fiveDays = { duration: { n: 5, unit: 'days' }, alerts: [2] } as const

const pronounced = {
  fr: 'le prononcé du jugement ; sa signification, pour qui n’était ni présent, ni représenté, ni informé du jour',
  en: 'the pronouncement of the judgment; its service, for whoever was neither present nor represented nor told the day'
}

const crossed = {
  fr: 'l’appel d’une autre partie, et en droit la fin des dix jours de la personne',
  en: 'another party’s appeal, and in law the end of the person’s ten days'
}

export const civilAppealClocks = {
  'D-APPEAL-CIVIL': clock({
    each: 'last first',
    stopsWhen: {
      done: ['civil.appealed'],
      gone: ['procedure.reopened', 'no_case.final', ...final],
      goneByDay: true,
      sparedBy: sparedToo
    },
    ...tenDays,
    filed: 'noCaseAppeal',
    label: { fr: 'Appel de la partie civile contre le non-lieu', en: 'Appeal by the civil party: no case' },
    startsOn: { fr: 'la notification ou la signification du non-lieu', en: 'the notice of the order' },
    basis: 'CPP.186'
  }),
  // What the judge answers to the complaint itself: a refusal to investigate, or that the person is no civil party (CPP 86, 87).
  'D-APPEAL-ORDER': clock({
    stopsWhen: { done: ['civil_party.order_appealed'] },
    each: 'last first',
    ...tenDays,
    label: {
      fr: 'Appel de la partie civile : refus d’informer, irrecevabilité',
      en: 'Appeal by the civil party: refusal to investigate, inadmissible'
    },
    startsOn: { fr: 'la notification de l’ordonnance', en: 'the notice of the order' },
    basis: 'CPP.186'
  }),
  // The order bears its own end, which no text read moves.
  'D-DEPOSIT': statute({
    dataClass: 'F',
    calls: 'at its start',
    forecloses: true,
    stopsWhen: { done: ['civil_party.deposited'] },
    label: {
      fr: 'Verser la consignation, sous peine de non-recevabilité',
      en: 'Pay the deposit, or the complaint is inadmissible'
    },
    duration: { n: 0, unit: 'days' },
    startsOn: { fr: 'le dernier jour fixé par l’ordonnance', en: 'the last day set by the order' },
    alerts: [10, 3],
    basis: 'CPP.88'
  }),
  'D-APPEAL-JUDGMENT': clock({
    each: 'last first',
    stopsWhen: ofJudgment,
    ...tenDays,
    label: { fr: 'Appel de la partie civile contre le jugement', en: 'Appeal by the civil party: judgment' },
    startsOn: pronounced,
    basis: 'CPP.498'
  }),
  'D-APPEAL-ASSIZES': clock({
    each: 'last first',
    stopsWhen: ofJudgment,
    ...tenDays,
    filed: 'assizesAppeal',
    label: {
      fr: 'Appel de la partie civile contre l’arrêt d’assises',
      en: 'Appeal by the civil party: assizes'
    },
    startsOn: pronounced,
    basis: 'CPP.380-9'
  }),
  // Of a judgment on the civil claim alone, given at a later hearing (CPP 464): what was decided of the acts stays as it is.
  'D-APPEAL-INTERESTS': clock({
    each: 'last first',
    stopsWhen: {
      done: ['civil_interests.appealed'],
      gone: ['civil_interests.final'],
      goneByDay: true
    },
    ...tenDays,
    label: {
      fr: 'Appel de la partie civile sur les intérêts civils',
      en: 'Appeal by the civil party: civil claim'
    },
    startsOn: pronounced,
    basis: 'CPP.498'
  }),
  // Five clear days (CPP 568): the last is the day after the fifth, moved to a working day (CPP 801).
  'D-CASSATION': clock({
    each: 'last first',
    stopsWhen: {
      done: ['civil.appealed', 'civil_interests.appealed'],
      gone: ['no_case.final', ...decided],
      goneByDay: true,
      sparedBy: sparedToo
    },
    ...fiveDays,
    label: { fr: 'Pourvoi en cassation de la partie civile', en: 'Civil party’s appeal on points of law' },
    startsOn: {
      fr: 'le prononcé de l’arrêt ; sa signification, pour qui n’était ni présent, ni représenté, ni informé du jour',
      en: 'the pronouncement of the ruling; its service, for whoever was neither present nor represented nor told the day'
    },
    frankBy: 'CPP.568',
    filed: 'cassation',
    basis: 'CPP.568'
  }),
  // The five days are added to the ten: where these count here they go on longer, and this one is not opened.
  'D-APPEAL-INCIDENT': safely({
    stopsWhen: ofJudgment,
    ...fiveDays,
    label: { fr: 'Appel incident de la partie civile', en: 'Cross-appeal by the civil party' },
    startsOn: crossed,
    basis: 'CPP.500'
  }),
  'D-APPEAL-INCIDENT-ASSIZES': safely({
    stopsWhen: ofJudgment,
    ...fiveDays,
    filed: 'assizesAppeal',
    label: {
      fr: 'Appel incident de la partie civile (assises)',
      en: 'Cross-appeal by the civil party (assizes)'
    },
    startsOn: crossed,
    basis: 'CPP.380-10'
  })
} as const satisfies Record<string, DeadlineRow>
