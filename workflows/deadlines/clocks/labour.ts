import { clockOf, statute, type DeadlineRow } from '../row.ts'
import type { Bilingual } from '../../vocabulary/vocabulary.ts'

/** What is paid in part leaves the rest owed: limitation goes on for it (L3245-1). */
const settled = {
  gone: ['wages.settled'],
  sparedBy: { 'wages.settled': { field: 'outcome', is: 'partly' } }
} as const
/** The court is asked about wages, the contract or its end: each has its own time, and what nobody named goes on. */
const brought = <const About extends string>(is: About) =>
  ({
    ...settled,
    done: ['labour_court.seize'],
    onlyBy: { 'labour_court.seize': { field: 'about', is } }
  }) as const

/** The third paragraph takes these out of the first two, the end of the contract as well; the times that rule them are others. */
const otherTimes = ({ fr, en }: Bilingual): Bilingual => ({
  fr: `${fr} ni pour un dommage corporel, ni pour une action fondée sur la discrimination ou le harcèlement (L1132-1, L1152-1, L1153-1), ni pour le salaire : d’autres délais s’appliquent (CTRAV L1471-1, al. 3). Passé ce jour, faites vérifier par l’avocat.`,
  en: `${en} neither for bodily harm, nor for an action about discrimination or harassment (L1132-1, L1152-1, L1153-1), nor for pay: other times apply (CTRAV L1471-1, third paragraph). After that day have the lawyer check.`
})

const claim = clockOf(
  statute({
    dataClass: 'F',
    forecloses: true,
    alerts: [180, 30],
    startsOn: { fr: 'la fin du travail', en: 'the end of the work' }
  })
)

/**
 * Back wages. Each text counts from the day when the person knew, or should have known, what lets them act: the end of the work is
 * the day that is asked, and the shorter time is shown beside the longer one, since which of them an indemnity follows is argued.
 */
export const labourClocks = {
  'D-WAGES': claim({
    stopsWhen: brought('wages'),
    label: { fr: 'Agir pour les salaires : trois ans', en: 'Act for wages: three years' },
    duration: { n: 3, unit: 'years' },
    basis: 'CTRAV.L3245-1'
  }),
  'D-LABOUR-CONTRACT': claim({
    stopsWhen: brought('contract'),
    label: {
      fr: 'Agir pour le reste du contrat : deux ans',
      en: 'Act on the rest of the contract: two years'
    },
    duration: { n: 2, unit: 'years' },
    relief: otherTimes({ fr: 'Ces deux ans ne valent', en: 'These two years are' }),
    basis: 'CTRAV.L1471-1'
  }),
  'D-LABOUR-END': claim({
    stopsWhen: brought('end'),
    label: { fr: 'Contester la rupture : douze mois', en: 'Dispute the end of the contract: twelve months' },
    duration: { n: 12, unit: 'months' },
    startsOn: { fr: 'la notification de la rupture', en: 'the notice of the end of the contract' },
    relief: otherTimes({ fr: 'Ces douze mois ne valent', en: 'These twelve months are' }),
    basis: 'CTRAV.L1471-1'
  }),
  'D-WAGES-EMPLOYER': statute({
    dataClass: 'F',
    stopsWhen: settled,
    label: { fr: 'Versement par l’employeur : trente jours', en: 'Payment by the employer: thirty days' },
    duration: { n: 30, unit: 'days' },
    startsOn: { fr: 'le constat de l’infraction', en: 'the record of the offence' },
    relief: {
      fr: 'Passé ce délai, l’OFII recouvre les sommes pour la personne (L8252-4, al. 3 ; R8252-4, R8252-8) ; le conseil de prud’hommes reste ouvert pour le reste.',
      en: 'After that the OFII recovers the sums for the person (L8252-4, third paragraph; R8252-4, R8252-8); the labour court stays open for the rest.'
    },
    basis: 'CTRAV.L8252-4'
  })
} as const satisfies Record<string, DeadlineRow>
