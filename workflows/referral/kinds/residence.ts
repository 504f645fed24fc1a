import { usual, type KindRow } from './kind.ts'
import { refusals } from './refusals.ts'

/** The prefecture, and the commission of the programme out of prostitution. */
export const residenceKinds = {
  prefecture: {
    ...usual,
    dataClass: 'E',
    label: { fr: 'Préfecture · droit au séjour', en: 'Prefecture · right to stay' },
    recipient: 'prefecture',
    capacity: 'prefecture',
    consent: 'E',
    follows: true,
    preview: ['permitAsked', 'territory', 'ageGroup', 'sex', 'nationality', 'language', 'presumed'],
    tells: ['domiciliation'],
    answerWithin: 'MNIO-PREF-ANSWER',
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
    capacity: 'exit_programme',
    consent: 'E',
    follows: true,
    preview: ['territory', 'ageGroup', 'sex', 'nationality', 'language', 'programmePeriods'],
    tells: ['wishes'],
    answerWithin: 'MNIO-PSP-ANSWER',
    refusals: {
      not_concerned: refusals.not_concerned,
      incomplete: refusals.incomplete,
      other_territory: refusals.other_territory
    }
  }
} as const satisfies Record<string, KindRow>
