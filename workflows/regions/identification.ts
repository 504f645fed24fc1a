import { rowsOf, type Region } from '../command.ts'
import { choice, closed, date, longText, nothing, optional, text } from '../fields.ts'
import { languages } from './words.ts'
import { flagInput, flagged } from '../flag.ts'
import { recognition } from './judicial.stages.ts'
import { meeting } from './meeting.ts'
import { situation } from './situation.ts'
import { merging, moving, restored } from './territory.ts'
import { identificationStates as states } from './states.ts'

const row = rowsOf('identification', states)

const proposalInput = closed({
  opinion: choice(
    {
      positive: {
        fr: 'motifs raisonnables de croire à une traite',
        en: 'reasonable grounds to believe in trafficking'
      },
      insufficient: { fr: 'éléments insuffisants à ce jour', en: 'insufficient elements so far' }
    },
    { label: { fr: 'Votre avis', en: 'Your opinion' } }
  ),
  note: optional(
    longText({
      label: { fr: 'Ce qui fonde cet avis (acte, moyen, but)', en: 'What it rests on (act, means, purpose)' },
      hint: {
        fr: 'Sans nom ni adresse. Pour une personne mineure, aucun moyen n’est exigé.',
        en: 'No name, no address. For a minor no means is required.'
      },
      dataClass: 'C'
    })
  )
})

const unit = text({
  label: { fr: 'Service', en: 'Unit' },
  hint: { fr: 'police, gendarmerie ou inspection du travail', en: 'police, gendarmerie or labour inspection' }
})

/** Once presumed, the person is informed, her needs are assessed, and news of her is kept. */
const grounded = [
  { code: 'MNIO-INFO' },
  { code: 'MNIO-NEEDS' },
  { code: 'MNIO-NEEDS-SAFETY' },
  { code: 'MNIO-CONTACT', when: 'adult' }
] as const

const commands = {
  'case.flag': row({
    transition: 'T101',
    from: [],
    to: 'flagged',
    label: { fr: 'Signaler une personne', en: 'Flag a person' },
    done: { fr: 'Personne signalée', en: 'Person flagged' },
    input: flagInput,
    basis: ['MNIO.FLAG', 'MNIO.HABILITATION'],
    opens: [
      { code: 'MNIO-TRIAGE', unless: 'immediateDanger' },
      { code: 'MNIO-TRIAGE-DANGER', when: 'immediateDanger' },
      { code: 'MNIO-RG' },
      { code: 'MNIO-IP', when: 'minorOrDoubt' },
      { code: 'MNIO-EMG', when: 'unsheltered' },
      { code: 'MNIO-SIGNALEMENT', when: 'signalementDue' },
      { code: 'D-MAJORITY-PREPARED', when: 'minorOrDoubt', startsOn: 'identity.birthDate' },
      { code: 'D-MAJORITY', when: 'minorOrDoubt', startsOn: 'identity.birthDate' }
    ],
    effects: [{ type: 'invite', capacity: 'cell', who: 'territoryCell' }],
    offered: false,
    learns: (_facts, input) => flagged(input)
  }),
  'triage.start': row({
    transition: 'T102',
    from: ['flagged'],
    to: 'under_triage',
    label: { fr: 'Trier le signalement', en: 'Start triage' },
    done: { fr: 'Signalement pris en examen', en: 'Flag taken up for triage' },
    input: nothing,
    basis: ['MNIO.TRIAGE'],
    closes: ['MNIO-TRIAGE', 'MNIO-TRIAGE-DANGER'],
    effects: [{ type: 'invite', capacity: 'cell_member', who: 'cellMembers' }],
    duty: true
  }),
  'grounds.propose': row({
    transition: 'T104',
    from: ['under_triage', 'review_open'],
    to: 'same',
    label: { fr: 'Donner une première voix sur les motifs', en: 'Give a first voice on the grounds' },
    done: { fr: 'Première voix donnée', en: 'First voice given' },
    input: proposalInput,
    basis: ['MNIO.GROUNDS', 'COE197.10'],
    duty: true,
    learns: (_facts, input, by) => ({ proposal: { opinion: input.opinion, ...by } })
  }),
  'grounds.positive': row({
    transition: 'T104',
    from: ['under_triage', 'review_open'],
    to: 'presumed',
    label: {
      fr: 'Retenir les motifs raisonnables (seconde voix)',
      en: 'Record reasonable grounds (second voice)'
    },
    done: { fr: 'Motifs raisonnables retenus', en: 'Reasonable grounds recorded' },
    input: nothing,
    guards: ['positiveProposed'],
    basis: ['MNIO.GROUNDS', 'COE197.10', 'COE197.13', 'CESEDA.R425-1'],
    opens: grounded,
    closes: ['MNIO-RG', 'MNIO-REVIEW'],
    effects: [{ type: 'endCellSheet' }],
    duty: true,
    learns: () => ({ presumed: true, proposal: null })
  }),
  'triage.reject': row({
    transition: 'T103',
    from: ['under_triage', 'review_open'],
    to: 'insufficient_elements',
    label: {
      fr: 'Constater des éléments insuffisants (seconde voix)',
      en: 'Record insufficient elements (second voice)'
    },
    done: { fr: 'Éléments jugés insuffisants à ce jour', en: 'Elements found insufficient so far' },
    input: nothing,
    guards: ['notPresumed', 'insufficientProposed'],
    basis: ['MNIO.TRIAGE'],
    closes: ['MNIO-RG', 'MNIO-REVIEW'],
    effects: [{ type: 'endCellSheet' }],
    duty: true,
    learns: () => ({ proposal: null })
  }),
  'grounds.record': row({
    transition: 'T104',
    from: ['flagged', 'under_triage', 'review_open'],
    to: 'presumed',
    label: { fr: 'Constater des motifs raisonnables', en: 'Establish reasonable grounds' },
    done: {
      fr: 'Motifs raisonnables constatés par un service',
      en: 'Reasonable grounds established by a service'
    },
    input: closed({ unit, on: date({ label: { fr: 'Date du constat', en: 'Date' } }) }),
    basis: ['CESEDA.R425-1', 'COE197.10'],
    opens: grounded,
    closes: ['MNIO-TRIAGE', 'MNIO-TRIAGE-DANGER', 'MNIO-RG', 'MNIO-REVIEW'],
    effects: [{ type: 'endCellSheet' }],
    learns: () => ({ presumed: true, proposal: null })
  }),
  'formal.request': row({
    transition: 'T105',
    from: ['presumed'],
    to: 'formal_pending',
    label: { fr: 'Demander l’identification formelle', en: 'Request formal identification' },
    done: { fr: 'Identification formelle demandée', en: 'Formal identification requested' },
    input: closed({
      unit,
      hearingOn: optional(
        date({ label: { fr: 'Audition prévue le', en: 'Hearing planned on' }, ahead: true })
      ),
      interpreter: optional(choice(languages, { label: { fr: 'Interprète', en: 'Interpreter' } }))
    }),
    consent: 'F',
    basis: ['MNIO.FORMAL', 'COE197.10'],
    opens: [{ code: 'MNIO-FORMAL' }],
    effects: [{ type: 'openReferral', kind: 'police' }]
  }),
  'formal.yes': row({
    transition: 'T106',
    from: ['formal_pending'],
    to: 'formally_identified',
    label: { fr: 'Enregistrer l’identification formelle', en: 'Record formal identification' },
    done: { fr: 'Victime formellement identifiée', en: 'Victim formally identified' },
    input: closed({
      unit,
      procedureNumber: text({ label: { fr: 'Numéro de procédure', en: 'Procedure number' }, dataClass: 'G' }),
      on: date({ label: { fr: 'Date', en: 'Date' } })
    }),
    basis: ['MNIO.FORMAL'],
    closes: ['MNIO-FORMAL'],
    duty: true
  }),
  'formal.no': row({
    transition: 'T107',
    from: ['formal_pending'],
    to: 'not_confirmed',
    label: { fr: 'Enregistrer l’absence de confirmation', en: 'Record that it is not confirmed' },
    done: { fr: 'Identification formelle non confirmée', en: 'Formal identification not confirmed' },
    input: closed({ unit, reason: longText({ label: { fr: 'Motif', en: 'Reason' }, dataClass: 'G' }) }),
    basis: ['MNIO.FORMAL', 'COE197.12'],
    closes: ['MNIO-FORMAL'],
    duty: true
  }),
  'review.request': row({
    transition: 'T110',
    from: ['not_confirmed', 'insufficient_elements'],
    to: 'review_open',
    label: { fr: 'Demander un réexamen', en: 'Request a review' },
    done: { fr: 'Réexamen demandé', en: 'Review requested' },
    input: closed({
      newElement: longText({ label: { fr: 'Élément nouveau', en: 'New element' }, dataClass: 'C' })
    }),
    basis: ['MNIO.REVIEW'],
    opens: [{ code: 'MNIO-REVIEW' }],
    effects: [{ type: 'invite', capacity: 'cell_member', who: 'cellMembers' }]
  })
}

export const identification = {
  initial: 'flagged',
  states,
  settles: { restoring: restored },
  commands: { ...commands, ...recognition, ...merging, ...moving, ...meeting, ...situation }
} as const satisfies Region
