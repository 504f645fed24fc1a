import { rowsOf } from '../act/command.ts'
import { addressee, agreed, choice, choices, closed, date } from '../vocabulary/fields.ts'
import { returnNews, returnRisks } from '../vocabulary/words.care.ts'

export const live = ['open', 'exit_planned', 'reopened'] as const

const row = rowsOf('closure', { transition: 'T802', from: live, sees: 'C' })

const towards = choice(
  {
    origin: { fr: 'le pays d’origine', en: 'the country of origin' },
    other: { fr: 'un autre pays', en: 'another country' }
  },
  { label: { fr: 'Vers', en: 'To' } }
)

const newsDue = { code: 'MNIO-RETURN-NEWS', startsOn: 'on', restarts: true } as const
/** News that nobody may leave at: they are asked for again. */
const unsettling = ['danger', 'unreached'] as const satisfies readonly (keyof typeof returnNews)[]

/** A return, from its weighing to the departure, told to those who may read her account; the case is closed beside it, for all. */
export const returning = {
  'return.assess': row({
    label: { fr: 'Évaluer les risques d’un retour', en: 'Weigh the risks of a return' },
    done: { fr: 'Risques d’un retour évalués', en: 'Risks of a return weighed' },
    input: closed({
      on: date({ label: { fr: 'Le', en: 'On' } }),
      risks: choices(returnRisks, { label: { fr: 'Risques', en: 'Risks' }, dataClass: 'C' }),
      wishes: agreed({
        label: {
          fr: 'La personne souhaite ce retour, et le sait libre',
          en: 'The person wishes this return, and knows that they are free'
        }
      })
    }),
    guards: ['adult'],
    basis: ['COE197.16', 'CESEDA.R425-9'],
    apply: () => ({ returnAssessed: true })
  }),
  'return.judge': row({
    records: true,
    label: { fr: 'Autoriser le retour de l’enfant', en: 'Allow the child’s return' },
    done: { fr: 'Retour de l’enfant autorisé', en: 'Child’s return allowed' },
    input: closed({
      on: date({ label: { fr: 'Décision du', en: 'Decision of' } }),
      bestInterests: agreed({
        label: { fr: 'Conforme à l’intérêt supérieur de l’enfant', en: 'In the child’s best interests' }
      }),
      heard: agreed({ label: { fr: 'L’enfant a été entendu', en: 'The child was heard' } })
    }),
    guards: ['minorOrDoubt'],
    basis: ['COE197.16', 'CC.375', 'CRC.12'],
    apply: () => ({ returnAssessed: true })
  }),
  'return.request': row({
    label: { fr: 'Demander un retour volontaire', en: 'Ask for a voluntary return' },
    done: { fr: 'Retour volontaire demandé', en: 'Voluntary return asked for' },
    input: closed({ towards }),
    guards: ['childReturnAllowed'],
    warns: ['returnWeighed'],
    consent: 'H',
    basis: ['CESEDA.R425-9', 'COE197.16'],
    effects: [{ type: 'openReferral', kind: 'voluntary_return' }]
  }),
  'return.iom': row({
    label: { fr: 'Demander à l’OIM une aide au retour', en: 'Ask IOM for help to return' },
    done: { fr: 'Aide au retour demandée à l’OIM', en: 'Help to return asked of IOM' },
    input: closed({
      towards,
      address: addressee({
        label: { fr: 'Adresse électronique de l’OIM', en: 'IOM’s e-mail address' }
      })
    }),
    guards: ['childReturnAllowed'],
    warns: ['returnWeighed'],
    consent: 'H',
    basis: ['COE197.16'],
    effects: [{ type: 'openReferral', kind: 'return_iom' }]
  }),
  'return.depart': row({
    label: { fr: 'Enregistrer le départ volontaire', en: 'Record the voluntary departure' },
    done: { fr: 'Départ volontaire', en: 'Voluntary departure' },
    input: closed({
      on: date({ label: { fr: 'Le', en: 'On' } }),
      freely: agreed({
        label: { fr: 'Jusqu’au départ, de son plein gré', en: 'Of their own will to the end' }
      })
    }),
    guards: ['childReturnAllowed', 'notDeparted', 'reachable', 'concernTold', 'noMeasureAwaited'],
    // Whoever leaves leaves, whatever they agreed to: news are asked for while they agree to that, and not otherwise.
    warns: ['returnWeighed'],
    basis: ['CESEDA.R425-9', 'COE197.16'],
    opens: [newsDue],
    apply: () => ({ departed: true })
  }),
  // The case is mostly closed by then: what became of her is noted in it all the same, and opens it to nobody.
  'return.news': row({
    from: [...live, 'closed_returned'],
    evenWhenClosed: true,
    label: { fr: 'Noter des nouvelles après le retour', en: 'Note news after the return' },
    done: { fr: 'Nouvelles après le retour', en: 'News after the return' },
    input: closed({
      on: date({ label: { fr: 'Le', en: 'On' } }),
      news: choice(returnNews, { label: { fr: 'Ce que l’on sait', en: 'What is known' }, dataClass: 'C' }),
      by: choice(
        {
          self: { fr: 'la personne elle-même', en: 'the person themselves' },
          iom: { fr: 'l’OIM', en: 'IOM' },
          ofii: { fr: 'l’OFII', en: 'OFII' },
          partner: { fr: 'un partenaire sur place', en: 'a partner there' }
        },
        { label: { fr: 'Par qui', en: 'Through whom' }, dataClass: 'C' }
      )
    }),
    guards: ['departed'],
    basis: ['COE197.16', 'MNIO.RETURN'],
    opens: unsettling.map((is) => ({ ...newsDue, whenInput: { field: 'news', is } }))
  })
}
