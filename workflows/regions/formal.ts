import { rowsOf } from '../act/command.ts'
import { choice, closed, date, longText, nothing, optional, text } from '../vocabulary/fields.ts'
import { refusals } from '../referral/kinds/refusals.ts'
import { groundedAnew } from './grounds.ts'
import { languages } from '../vocabulary/words.ts'

const row = rowsOf('identification', {
  transition: 'T105',
  from: ['formal_pending'],
  basis: ['MNIO.FORMAL', 'COE197.12']
})

export const unit = text({
  label: { fr: 'Service', en: 'Unit' },
  hint: {
    fr: 'police, gendarmerie ou inspection du travail',
    en: 'police, gendarmerie or labour inspection'
  },
  dataClass: 'F'
})

const { other_territory, overloaded, not_concerned } = refusals
const reasons = {
  other_territory: other_territory.label,
  overloaded: overloaded.label,
  not_concerned: not_concerned.label
}

/** Formal identification by police or labour inspection: asked for, given, not given, or never answered. */
export const formal = {
  'formal.request': row({
    from: ['presumed'],
    to: 'formal_pending',
    label: { fr: 'Demander l’identification formelle', en: 'Request formal identification' },
    done: { fr: 'Identification formelle demandée', en: 'Formal identification requested' },
    input: closed({
      unit,
      hearingOn: optional(
        date({
          label: { fr: 'Audition prévue le', en: 'Hearing planned on' },
          dataClass: 'F',
          ahead: 'only'
        })
      ),
      interpreter: optional(
        choice(languages, { label: { fr: 'Interprète', en: 'Interpreter' }, dataClass: 'F' })
      )
    }),
    consent: 'F',
    basis: ['MNIO.FORMAL', 'COE197.10'],
    opens: [{ code: 'MNIO-FORMAL' }],
    effects: [{ type: 'openReferral', kind: 'police' }]
  }),
  'formal.yes': row({
    records: true,
    keeps: ['court_recognised', 'transferred_territory'],
    recalls: () => ({ presumed: true }),
    transition: 'T106',
    to: 'formally_identified',
    label: { fr: 'Enregistrer l’identification formelle', en: 'Record formal identification' },
    done: { fr: 'Victime formellement identifiée', en: 'Victim formally identified' },
    input: closed({
      unit,
      procedureNumber: text({ label: { fr: 'Numéro de procédure', en: 'Procedure number' }, dataClass: 'G' }),
      on: date({ label: { fr: 'Date', en: 'Date' } })
    }),
    basis: ['MNIO.FORMAL'],
    opens: groundedAnew,
    duty: true,
    apply: () => ({ presumed: true })
  }),
  'formal.no': row({
    records: true,
    keeps: [
      'flagged',
      'under_triage',
      'insufficient_elements',
      'review_open',
      'formally_identified',
      'court_recognised',
      'transferred_territory'
    ],
    transition: 'T107',
    to: 'not_confirmed',
    label: { fr: 'Enregistrer l’absence de confirmation', en: 'Record that it is not confirmed' },
    done: { fr: 'Identification formelle non confirmée', en: 'Formal identification not confirmed' },
    input: closed({
      unit,
      reason: longText({ label: { fr: 'Motif', en: 'Reason' }, dataClass: 'G' }),
      on: optional(date({ label: { fr: 'Date', en: 'Date' } }))
    }),
    duty: true
  }),
  // A service that declines or walks away decides nothing: she stands where she stood, and somebody else may be asked.
  'formal.unmet': row({
    to: 'presumed',
    label: { fr: 'Le service ne donne pas suite', en: 'The service takes no action' },
    done: {
      fr: 'Identification formelle restée sans réponse, à redemander',
      en: 'Formal identification left without an answer, to be asked again'
    },
    input: closed({
      reason: optional(choice(reasons, { label: { fr: 'Motif', en: 'Reason' }, dataClass: 'F' }))
    }),
    opens: [{ code: 'MNIO-FORMAL-AGAIN' }],
    offered: false
  }),
  'formal.drop': row({
    to: 'presumed',
    label: { fr: 'Renoncer à l’identification formelle', en: 'Give up formal identification' },
    done: { fr: 'Identification formelle abandonnée', en: 'Formal identification given up' },
    input: nothing,
    effects: [{ type: 'withdrawReferrals', kinds: ['police'] }]
  })
}

/** A judgment that names her as victim: the third meaning of the word, which no other act gives. */
export const recognition = {
  'judgment.recognised': row({
    records: true,
    keeps: ['transferred_territory'],
    recalls: () => ({ presumed: true }),
    transition: 'T108',
    from: [
      'under_triage',
      'presumed',
      'formal_pending',
      'formally_identified',
      'not_confirmed',
      'insufficient_elements',
      'review_open'
    ],
    to: 'court_recognised',
    label: {
      fr: 'Noter que le jugement reconnaît la personne victime',
      en: 'Record that the judgment recognises a victim'
    },
    done: { fr: 'Victime reconnue par une juridiction', en: 'Recognised as a victim by a court' },
    input: closed({ on: date({ label: { fr: 'Jugement du', en: 'Judgment of' } }) }),
    guards: ['finalDecision'],
    basis: ['CPP.2-22', 'CESEDA.L425-3'],
    evenWhenClosed: true,
    duty: true,
    opens: groundedAnew,
    apply: () => ({ presumed: true })
  })
}
