import { rowsOf } from '../../act/command.ts'
import { agreed, choice, closed, date, optional } from '../../vocabulary/fields.ts'
import { contestedFields } from '../residence/contested.ts'
import { afterRejection, rejectionFields } from '../residence/judgment.ts'
import { endedAgainst, youngNoticeFields, ofTwoMonths } from '../residence/notice.ts'
import { on } from './fields.ts'

// Of class C as the clocks from which an age can be read.
const row = rowsOf('minor', {
  transition: 'T611',
  sees: 'C',
  basis: ['CASF.L222-5']
})

/** Support to twenty-one by the département that had the child in care: a right where means or family do not suffice. */
export const youngAdult = {
  'young_adult.ask': row({
    label: {
      fr: 'Demander l’accompagnement jeune majeur',
      en: 'Ask for young adult support'
    },
    done: { fr: 'Accompagnement jeune majeur demandé', en: 'Young adult support asked for' },
    input: closed({
      on,
      wishes: agreed({
        label: { fr: 'La personne le souhaite', en: 'The person wishes it' },
        hint: {
          fr: 'De droit jusqu’à vingt et un ans pour qui a été effectivement pris en charge par le département avant sa majorité et n’a ni ressources ni soutien familial suffisants, sauf décision portant obligation de quitter le territoire. Dans les autres cas, le département peut l’accorder. La demande se fait, ou se refait, à tout moment.',
          en: 'A right until twenty-one for whoever was really in the département’s care before majority and has neither means nor family support enough, unless a decision obliges the person to leave. Otherwise the département may grant it. It may be asked for, or again, at any time.'
        }
      })
    }),
    apply: ({ youngAdult: stands }) => (stands === 'running' ? {} : { youngAdult: 'asked' })
  }),
  'young_adult.contract': row({
    label: { fr: 'Enregistrer le contrat jeune majeur', en: 'Record the young adult contract' },
    done: { fr: 'Contrat jeune majeur en cours', en: 'Young adult contract running' },
    input: closed({
      on,
      until: date({
        label: { fr: 'Jusqu’au', en: 'Until' },
        hint: {
          fr: 'Au plus tard la veille des vingt et un ans.',
          en: 'At the latest the day before twenty-one.'
        },
        dataClass: 'C',
        ahead: true
      })
    }),
    opens: [{ code: 'D-YOUNG-ADULT', endsOn: 'until', restarts: true }],
    records: true,
    thread: { of: 'youngAdult', day: 'on' },
    apply: () => ({ youngAdult: 'running' })
  }),
  'young_adult.refused': row({
    label: {
      fr: 'Enregistrer le refus de l’accompagnement jeune majeur',
      en: 'Record the refusal of young adult support'
    },
    done: { fr: 'Accompagnement jeune majeur refusé', en: 'Young adult support refused' },
    input: closed({
      on: date({
        label: { fr: 'Refus notifié le', en: 'Refusal notified on' },
        hint: {
          fr: 'Le juge des référés peut suspendre ce refus (CJA L521-1 et L521-2).',
          en: 'The urgent-applications judge may suspend this refusal (CJA L521-1 and L521-2).'
        }
      }),
      ...youngNoticeFields
    }),
    basis: ['CASF.L222-5', 'CJA.L521-2', 'CJA.R421-1', 'CJA.R421-5', 'CJA.R421-7'],
    opens: [{ code: 'D-APPEAL-YOUNG-ADULT', startsOn: 'on', ...ofTwoMonths }],
    records: true,
    thread: { of: 'youngAdult', day: 'on' },
    apply: () => ({ youngAdult: 'none' })
  }),
  'young_adult.appealed': row({
    label: {
      fr: 'Enregistrer le recours sur l’accompagnement jeune majeur',
      en: 'Record the appeal about young adult support'
    },
    done: {
      fr: 'Refus jeune majeur porté devant le tribunal administratif, ou la juridiction supérieure',
      en: 'Refusal of young adult support brought before the administrative court, or the one above it'
    },
    input: closed({
      on: date({
        label: { fr: 'Recours déposé le', en: 'Appeal filed on' },
        hint: {
          fr: 'Un recours préalable devant le département peut être exigé (CASF L134-2, non lu ici) : il n’est pas ce recours.',
          en: 'A prior appeal to the département may be required (CASF L134-2, not read here): it is not this appeal.'
        }
      }),
      ...contestedFields('C', { ruled: false }),
      wishes: agreed({ label: { fr: 'La personne le souhaite', en: 'The person wishes it' } })
    }),
    basis: ['CASF.L222-5', 'CJA.R421-1', 'CASF.L134-2'],
    records: true,
    evenWhenClosed: true
  }),
  // A second refusal may have come since: its own time goes on.
  'young_adult.judged': row({
    label: {
      fr: 'Enregistrer le rejet du recours sur l’accompagnement jeune majeur',
      en: 'Record that the appeal about young adult support is rejected'
    },
    done: { fr: 'Recours jeune majeur rejeté', en: 'Appeal about young adult support rejected' },
    input: closed(rejectionFields('C')),
    basis: [
      ...(['CASF.L222-5', 'CJA.R811-1', 'CJA.R811-2'] as const),
      ...(['CJA.R811-5', 'CJA.R821-1', 'CJA.R821-2'] as const)
    ],
    opens: afterRejection('D-APPEAL-YOUNG-ADULT-AGAIN'),
    records: true,
    evenWhenClosed: true
  }),
  'young_adult.ended': row({
    label: {
      fr: 'Enregistrer la fin du contrat jeune majeur',
      en: 'Record the end of the young adult contract'
    },
    done: { fr: 'Contrat jeune majeur terminé', en: 'Young adult contract ended' },
    input: closed({
      on: date({
        label: { fr: 'Fin constatée, ou décidée, le', en: 'Ended, or decided to end, on' },
        hint: {
          fr: 'Pour un contrat qui court encore : le jour de la décision, et plus bas celui de sa fin.',
          en: 'Of a contract that still runs: the day of the decision, and below that of its end.'
        }
      }),
      endsOn: optional(
        date({
          label: { fr: 'Le contrat prend fin le, si c’est plus tard', en: 'The contract ends on, if later' },
          dataClass: 'C',
          ahead: true
        })
      ),
      why: choice(
        {
          age: { fr: 'vingt et un ans', en: 'twenty-one' },
          own_means: { fr: 'ressources ou soutien suffisants', en: 'means or support enough' },
          person: { fr: 'à la demande de la personne', en: 'at the person’s request' },
          departement: { fr: 'fin décidée par le département', en: 'ended by the département' }
        },
        { label: { fr: 'Pourquoi le contrat prend fin', en: 'Why the contract ends' } }
      ),
      notifiedOn: optional(
        date({
          label: { fr: 'Décision notifiée à la personne le', en: 'Person notified of the decision on' },
          hint: {
            fr: 'Les deux mois pour aller devant le juge courent de ce jour, même si le contrat prend fin plus tard.',
            en: 'The two months to go to court run from this day, even where the contract ends later.'
          },
          dataClass: 'C'
        })
      ),
      ...youngNoticeFields
    }),
    guards: ['youngAdultRuns'],
    basis: ['CASF.L222-5', 'CJA.R421-1', 'CJA.R421-5', 'CJA.R421-7'],
    opens: [
      // Whether means or support suffice is the département's to decide as well.
      ...endedAgainst('D-APPEAL-YOUNG-ADULT', 'why', ['departement', 'own_means']),
      { code: 'D-YOUNG-ADULT', endsOn: 'endsOn' }
    ],
    records: true,
    thread: { of: 'youngAdult', day: 'on' },
    // Until its own end a contract runs.
    apply: (_facts, { endsOn }, { today }) =>
      endsOn !== undefined && today !== undefined && endsOn > today ? {} : { youngAdult: 'none' }
  })
}
