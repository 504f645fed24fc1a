import { usual, type Recipient } from './kind.ts'
import { refusals } from './refusals.ts'

/** The prefecture, and the commission of the programme out of prostitution. */
export const residenceKinds = {
  prefecture: {
    ...usual,
    dataClass: 'E',
    label: { fr: 'Préfecture · droit au séjour', en: 'Prefecture · right to stay' },
    recipient: 'prefecture',
    role: { id: 'prefecture', fr: 'référent TEH de la préfecture', en: 'prefecture THB contact' },
    capacity: 'prefecture',
    sight: {
      fr: 'préfecture',
      en: 'prefecture',
      rank: 10,
      classes: ['B', 'E', 'F', 'K'],
      coarse: ['F', 'K'],
      consent: { B: 'E' }
    },
    consent: 'E',
    follows: true,
    preview: [
      'permitAsked',
      'besideAsked',
      'alsoAsked',
      'territory',
      'ageGroup',
      'sex',
      'nationality',
      'language',
      'presumed'
    ],
    tells: ['domiciliation'],
    answerWithin: 'MNIO-PREF-ANSWER',
    clock: {
      label: { fr: 'Réponse de la préfecture', en: 'Answer of the prefecture' },
      within: { n: 5, unit: 'workingDays' }
    },
    refusals: {
      not_signalled: {
        label: {
          fr: 'la personne n’est pas signalée par la police ou la gendarmerie',
          en: 'the person was not reported by police or gendarmerie'
        },
        leadsTo: 'escalate'
      },
      other_prefecture: {
        label: { fr: 'autre préfecture compétente', en: 'another prefecture is competent' },
        leadsTo: 'reoffer'
      },
      public_order: { label: { fr: 'ordre public', en: 'public order' }, leadsTo: 'escalate' },
      incomplete: refusals.incomplete
    }
  },
  exit_programme: {
    ...usual,
    dataClass: 'E',
    label: { fr: 'Commission · parcours de sortie', en: 'Commission · exit programme' },
    recipient: 'psp',
    role: { id: 'psp', fr: 'parcours de sortie de la prostitution', en: 'exit programme' },
    capacity: 'exit_programme',
    sight: {
      fr: 'commission du parcours de sortie',
      en: 'exit-programme commission',
      rank: 18,
      classes: ['B', 'E'],
      consent: { B: 'E' }
    },
    consent: 'E',
    follows: true,
    preview: ['territory', 'ageGroup', 'sex', 'nationality', 'language', 'programmePeriods'],
    tells: ['wishes'],
    answerWithin: 'MNIO-PSP-ANSWER',
    clock: {
      label: { fr: 'Réponse de la commission', en: 'Answer of the commission' },
      within: { n: 30, unit: 'days' }
    },
    refusals: {
      not_concerned: refusals.not_concerned,
      incomplete: refusals.incomplete,
      other_territory: refusals.other_territory
    }
  }
} as const satisfies Record<string, Recipient>
