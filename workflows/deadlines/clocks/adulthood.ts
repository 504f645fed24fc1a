import { clockOf, statute, type DeadlineRow } from '../row.ts'

const support = clockOf(statute({ dataClass: 'C', basis: 'CASF.L222-5' }))

/** Support of whoever was in care as a child, to twenty-one. */
export const adulthoodClocks = {
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
