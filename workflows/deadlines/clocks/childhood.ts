import { clockOf, statute, type DeadlineRow } from '../row.ts'

const child = clockOf(statute({ dataClass: 'F' }))
/** Civil procedure extends its time to a working day; nobody should live on the extra days. */
const decision = clockOf(
  child({ extendToWorkingDay: true, extendedBy: 'CPC.642', alertsBeforeExtension: true })
)

/** The clocks of the juvenile judge, of an emergency reception, and those that count a minor's age. */
export const childhoodClocks = {
  'D-OPP-JE': decision({
    stopsWhen: { done: ['judge.seize'], livesWhile: 'underProtection' },
    label: { fr: 'Saisir le juge des enfants', en: 'Bring the case before the juvenile judge' },
    duration: { n: 8, unit: 'days' },
    startsOn: { fr: 'l’ordonnance de placement provisoire', en: 'the provisional placement order' },
    alerts: [3, 1],
    basis: 'CC.375-5',
    fires: 'opp.lapsed'
  }),
  'D-OPP-DECISION': decision({
    stopsWhen: { done: ['measure.order', 'measure.rejected'], livesWhile: 'underProtection' },
    label: { fr: 'Décision du juge des enfants', en: 'Decision of the juvenile judge' },
    duration: { n: 15, unit: 'days' },
    startsOn: { fr: 'la saisine du juge', en: 'the day the case came before the judge' },
    alerts: [5, 2],
    basis: 'CPC.1184',
    fires: 'opp.lapsed'
  }),
  'D-MERITS': decision({
    stopsWhen: {
      done: ['measure.merits', 'measure.rejected'],
      gone: ['merits.extend'],
      livesWhile: 'underProtection'
    },
    label: { fr: 'Décision au fond du juge des enfants', en: 'Decision on the merits by the juvenile judge' },
    duration: { n: 6, unit: 'months' },
    startsOn: { fr: 'la décision provisoire', en: 'the provisional decision' },
    alerts: [30, 10],
    basis: 'CPC.1185'
  }),
  'D-MERITS-EXTENDED': decision({
    stopsWhen: { done: ['measure.merits', 'measure.rejected'], livesWhile: 'underProtection' },
    label: {
      fr: 'Décision au fond du juge des enfants, délai prorogé',
      en: 'Decision on the merits by the juvenile judge, extended'
    },
    duration: { n: 6, unit: 'months' },
    startsOn: { fr: 'la fin du premier délai', en: 'the end of the first time limit' },
    alerts: [30, 10],
    basis: 'CPC.1185'
  }),
  // The child's own time, whoever else appeals (CPC 1191).
  'D-CHILD-APPEAL': decision({
    stopsWhen: { done: ['measure.appealed'] },
    label: {
      fr: 'Appel de l’enfant contre la décision du juge des enfants',
      en: 'The child’s appeal against the decision of the juvenile judge'
    },
    duration: { n: 15, unit: 'days' },
    startsOn: {
      fr: 'la notification à l’enfant, à défaut le jour où il en a eu connaissance',
      en: 'the notice to the child, failing that the day on which they knew of it'
    },
    alerts: [7, 3],
    calls: 'at its start',
    forecloses: true,
    each: 'last first',
    filed: 'childAppeal',
    basis: 'CPC.1191'
  }),
  // Read in the text of 2016 only: the register says so of its basis.
  'D-RECEPTION': child({
    stopsWhen: {
      done: ['minor.reception_ended', 'opp.issue'],
      gone: ['judge.petition'],
      livesWhile: 'underProtection'
    },
    label: {
      fr: 'Recueil en urgence : saisir la justice',
      en: 'Emergency reception: to be brought before a court'
    },
    duration: { n: 5, unit: 'days' },
    startsOn: { fr: 'le recueil de l’enfant', en: 'the reception of the child' },
    alerts: [2, 1],
    basis: 'CASF.L223-2'
  }),
  'D-RECEPTION-RUNAWAY': child({
    stopsWhen: {
      done: ['minor.reception_ended', 'opp.issue'],
      gone: ['judge.petition'],
      livesWhile: 'underProtection'
    },
    label: { fr: 'Accueil de soixante-douze heures', en: 'Reception for seventy-two hours' },
    duration: { n: 72, unit: 'hours' },
    startsOn: { fr: 'le recueil de l’enfant', en: 'the reception of the child' },
    basis: 'CASF.L223-2'
  }),
  'D-MAJORITY-PREPARED': statute({
    stopsWhen: { done: ['majority.prepare'], gone: ['majority.reached'], livesWhile: 'underProtection' },
    // Who may read her account may read who she is; the prefecture, which reads that, is told no childhood.
    dataClass: 'C',
    label: { fr: 'Entretien d’autonomie (17 ans)', en: 'Independence interview (at 17)' },
    // « Au plus tard un an avant sa majorité »; of whoever is received later, « dans les meilleurs délais ».
    duration: { n: 17, unit: 'years' },
    startsOn: { fr: 'la naissance', en: 'birth' },
    secretDay: 'always',
    // A month ahead: nobody is waited for to hold it before.
    alerts: [30],
    basis: 'CASF.L222-5-1',
    dueOnceKnown: true
  }),
  'D-MAJORITY': statute({
    stopsWhen: { gone: ['majority.reached'], livesWhile: 'underProtection' },
    dataClass: 'C',
    label: { fr: 'Dix-huit ans', en: 'Eighteenth birthday' },
    duration: { n: 18, unit: 'years' },
    startsOn: { fr: 'la naissance', en: 'birth' },
    secretDay: 'always',
    alerts: [30],
    basis: 'CC.388',
    endsAtFirstHour: true,
    fires: 'majority.reached'
  })
} as const satisfies Record<string, DeadlineRow>
