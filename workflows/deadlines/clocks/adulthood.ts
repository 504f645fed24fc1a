import { clockOf, statute, type DeadlineRow } from '../row.ts'

const support = clockOf(statute({ dataClass: 'C', basis: 'CASF.L222-5' }))

/** Not told to whoever may not know both that they were a child in care, and their stay. */
const permit = clockOf(
  statute({
    dataClass: ['C', 'E'],
    // Another permit is no application for this one, and its day passes beside it.
    stopsWhen: {
      done: ['coming_of_age.apply', 'coming_of_age.apply_beside'],
      gone: ['coming_of_age.issue']
    },
    startsOn: { fr: 'les dix-huit ans', en: 'the eighteenth birthday' },
    secretDay: 'always',
    forecloses: true,
    relief: {
      fr: 'Passé ce jour, la demande peut encore être déposée : la préfecture décide, et peut aussi admettre au séjour à titre exceptionnel (L435-1).',
      en: 'After that day the application may still be lodged: the prefecture decides, and may also admit exceptionally (L435-1).'
    },
    basis: 'CESEDA.R431-5'
  })
)

/** Support of whoever was in care as a child, to twenty-one. */
export const adulthoodClocks = {
  // « Au plus tard la veille de son dix-neuvième anniversaire » (2°): the birthday is the first day of that year.
  'D-YOUNG-PERMIT': permit({
    label: {
      fr: 'Titre des jeunes majeurs, confiés avant seize ans : à demander dans l’année',
      en: 'Young-adult permit, in care before sixteen: to be asked for within the year'
    },
    duration: { n: 1, unit: 'years' },
    firstDayBy: 'CESEDA.L423-22',
    alerts: [180, 60, 15]
  }),
  'D-YOUNG-PERMIT-16': permit({
    label: {
      fr: 'Titre des jeunes majeurs, confiés après seize ans : à demander sans attendre',
      en: 'Young-adult permit, in care from sixteen on: to be asked for at once'
    },
    // « Deux mois après la date » (3°): the birthday does not count.
    duration: { n: 2, unit: 'months' },
    doubted: ['yearOfLaw'],
    alerts: [30, 10]
  }),
  'D-SUPPORT-21': support({
    stopsWhen: {
      onlyItsDay: {
        fr: 'cet accompagnement se demande, ou se reprend, à tout moment jusqu’à ce jour',
        en: 'this support may be asked for, or taken up again, at any time until that day'
      }
    },
    label: {
      fr: 'Vingt et un ans : fin de l’accompagnement jeune majeur',
      en: 'Twenty-one: end of young adult support'
    },
    duration: { n: 3, unit: 'years' },
    startsOn: { fr: 'les dix-huit ans', en: 'the eighteenth birthday' },
    secretDay: 'always',
    alerts: [180, 60]
  }),
  'D-YOUNG-ADULT': support({
    stopsWhen: { begun: ['young_adult.contract'], gone: ['young_adult.ended'] },
    label: { fr: 'Fin du contrat jeune majeur', en: 'End of the young adult contract' },
    // The contract bears its own end.
    duration: { n: 0, unit: 'days' },
    startsOn: { fr: 'la date de fin écrite au contrat', en: 'the end date in the contract' },
    alerts: [60, 15]
  })
} as const satisfies Record<string, DeadlineRow>
