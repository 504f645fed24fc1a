import { clockOf, statute, type DeadlineRow } from '../row.ts'
import { appealTimes } from './appeal.ts'

const appeal = clockOf(statute({ calls: 'at its start', forecloses: true, each: 'last first' }))

/** A protection that is subsidiary refuses the status of refugee, and leaves the time against that (CESEDA L532-1). */
const toAsylumCourt = {
  done: ['asylum.appealed'],
  gone: ['asylum.decision', 'asylum.protection_lost'],
  goneByDay: true,
  sparedBy: { 'asylum.decision': { field: 'decision', is: 'subsidiary' } }
} as const

/** What is refused beside the stay: by the asylum office, of reception conditions, and by the département of a young adult. */
export const refusedClocks = {
  // Nothing of its own was read that moves its last day: what is held of every such time is left beside the safe month.
  'D-APPEAL-CNDA': appeal({
    doubted: ['clearMonthOfAsylumCourt'],
    label: {
      fr: 'Recours devant la Cour nationale du droit d’asile',
      en: 'Appeal to the National Court of Asylum'
    },
    dataClass: 'I',
    stopsWhen: toAsylumCourt,
    duration: { n: 1, unit: 'months' },
    startsOn: { fr: 'la notification de la décision de l’OFPRA', en: 'the notice of OFPRA’s decision' },
    alerts: [20, 10, 3],
    filed: 'asylumCourt',
    basis: 'CESEDA.L532-1'
  }),
  // Of an application lodged since 12 June 2026 the regulation lets a State give five days to a month: the day that the notice states
  // is the safe one, and the month of the code may be argued.
  'D-APPEAL-CNDA-STATED': appeal({
    label: {
      fr: 'Recours devant la Cour nationale du droit d’asile : dernier jour indiqué',
      en: 'Appeal to the National Court of Asylum: last day as stated'
    },
    dataClass: 'I',
    stopsWhen: toAsylumCourt,
    // The notice bears its own end.
    duration: { n: 0, unit: 'days' },
    startsOn: { fr: 'le dernier jour écrit dans la notification', en: 'the last day written in the notice' },
    alerts: [5, 2],
    filed: 'asylumCourt',
    basis: 'EU.2024-1348.67'
  }),
  'D-ASYLUM-CE': {
    ...appealTimes['D-APPEAL-CAA'],
    label: {
      fr: 'Pourvoi devant le Conseil d’État (asile)',
      en: 'Appeal on points of law to the Conseil d’État (asylum)'
    },
    dataClass: 'I',
    stopsWhen: {
      gone: ['asylum.decision'],
      goneByDay: true,
      sparedBy: { 'asylum.decision': { field: 'decision', is: 'refused' } }
    },
    filed: 'conseilOfAsylum',
    basis: 'CJA.R821-1'
  },
  // What was held of a clear day was of an obligation to leave: none is told here.
  'D-APPEAL-CMA-7D': {
    ...appealTimes['D-APPEAL-7D'],
    label: {
      fr: 'Recours en sept jours (conditions d’accueil)',
      en: 'Appeal within seven days (reception conditions)'
    },
    dataClass: 'I',
    stopsWhen: { done: ['reception.appealed'] },
    doubted: [],
    filed: 'reception',
    basis: 'CESEDA.L555-1'
  },
  'D-APPEAL-YOUNG-ADULT': {
    ...appealTimes['D-APPEAL-TA'],
    label: {
      fr: 'Recours au tribunal administratif (jeune majeur)',
      en: 'Appeal to the administrative court (young adult)'
    },
    dataClass: 'C',
    // A contract that is given later leaves the earlier refusal as it was: the months refused may still be argued.
    stopsWhen: { done: ['young_adult.appealed'] },
    filed: 'youngAdult'
  },
  'D-APPEAL-YOUNG-ADULT-AGAIN': {
    ...appealTimes['D-APPEAL-PSP-AGAIN'],
    label: {
      fr: 'Appel ou pourvoi contre le jugement (jeune majeur)',
      en: 'Appeal, or appeal on points of law, against the judgment (young adult)'
    },
    dataClass: 'C',
    stopsWhen: { done: ['young_adult.appealed'] }
  }
} as const satisfies Record<string, DeadlineRow>
