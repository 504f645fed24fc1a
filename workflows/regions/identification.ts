import { rowsOf, type Region } from '../act/command.ts'
import { choice, closed, date, longText, nothing, optional } from '../vocabulary/fields.ts'
import { insufficiencies, occasions } from '../vocabulary/words.ts'
import { flagInput, flagged } from '../facts/flag.ts'
import { noVoices, withVoice } from '../facts/opinions.ts'
import { formal, recognition, unit } from './formal.ts'
import { grounded, ungrounded } from './grounds.ts'
import { meeting } from './meeting.ts'
import { proposalInput } from './opinion.ts'
import { situation } from './situation.ts'
import { merging, moving, restored } from './territory.ts'
import { identificationStates as states } from '../vocabulary/states.ts'

const row = rowsOf('identification', { transition: 'T104', from: ['under_triage', 'review_open'] })

const commands = {
  'case.flag': row({
    transition: 'T101',
    from: [],
    to: 'flagged',
    label: { fr: 'Signaler une personne', en: 'Flag a person' },
    done: { fr: 'Personne signalée', en: 'Person flagged' },
    input: flagInput,
    requires: ['designated'],
    basis: ['MNIO.FLAG', 'MNIO.HABILITATION'],
    opens: [
      { code: 'MNIO-TRIAGE', unless: 'immediateDanger' },
      { code: 'MNIO-TRIAGE-DANGER', when: 'immediateDanger' },
      { code: 'MNIO-RG' },
      { code: 'MNIO-IP', when: 'minorOrDoubt' },
      { code: 'MNIO-EMG', when: 'unsheltered' },
      { code: 'MNIO-SIGNALEMENT', when: 'signalementDue' },
      { code: 'MNIO-MINOR-VICTIM', when: 'childKnownToPolice' },
      { code: 'D-MAJORITY-PREPARED', when: 'minorOrDoubt', startsOn: 'identity.birthDate' },
      { code: 'D-MAJORITY', when: 'minorOrDoubt', startsOn: 'identity.birthDate' },
      { code: 'MNIO-CONSENT' }
    ],
    effects: [{ type: 'invite', capacity: 'cell', who: 'territoryCell' }],
    offered: false,
    apply: (_facts, input, by) => flagged(input, by.orgType)
  }),
  'triage.start': row({
    transition: 'T102',
    from: ['flagged'],
    to: 'under_triage',
    label: { fr: 'Examiner la recevabilité', en: 'Examine admissibility' },
    done: { fr: 'Signalement pris en examen', en: 'Flag taken up for examination' },
    input: nothing,
    basis: ['MNIO.TRIAGE'],
    effects: [{ type: 'invite', capacity: 'cell_member', who: 'cellMembers' }],
    duty: true
  }),
  'grounds.propose': row({
    label: { fr: 'Donner un premier avis sur les motifs', en: 'Give a first opinion on the grounds' },
    done: { fr: 'Avis donné sur les motifs', en: 'Opinion given on the grounds' },
    input: proposalInput,
    requires: ['notRecused', 'firstVoice'],
    checks: ['explainedOpinion', 'founded'],
    basis: ['MNIO.GROUNDS', 'COE197.10'],
    duty: true,
    apply: (facts, { opinion, reason }, { today: _today, ...by }) =>
      withVoice(facts, { opinion, ...(opinion === 'insufficient' && reason && { reason }), ...by })
  }),
  'grounds.positive': row({
    to: 'presumed',
    label: {
      fr: 'Retenir les motifs raisonnables (second avis)',
      en: 'Record reasonable grounds (second opinion)'
    },
    done: { fr: 'Motifs raisonnables retenus', en: 'Reasonable grounds recorded' },
    input: nothing,
    guards: ['positiveProposed'],
    requires: ['notRecused', 'secondVoice', 'voicesRequired'],
    basis: ['MNIO.GROUNDS', 'COE197.10', 'COE197.13', 'CESEDA.R425-1'],
    opens: grounded,
    effects: [{ type: 'endCellSheet' }],
    duty: true,
    apply: () => ({ presumed: true, ...noVoices })
  }),
  'triage.reject': row({
    transition: 'T103',
    to: 'insufficient_elements',
    label: {
      fr: 'Constater des éléments insuffisants (second avis)',
      en: 'Record insufficient elements (second opinion)'
    },
    done: { fr: 'Éléments jugés insuffisants à ce jour', en: 'Elements found insufficient so far' },
    // Kept from the first voice: two people find the same thing insufficient.
    input: closed({
      reason: optional(
        choice(insufficiencies, {
          label: { fr: 'Motif', en: 'Reason' },
          dataClass: 'D',
          computed: 'firstVoice'
        })
      )
    }),
    guards: ['notPresumed', 'insufficientProposed'],
    requires: ['notRecused', 'secondVoice'],
    basis: ['MNIO.TRIAGE'],
    opens: ungrounded,
    effects: [{ type: 'endCellSheet' }],
    duty: true,
    apply: () => noVoices
  }),
  'grounds.record': row({
    records: true,
    keeps: [
      'presumed',
      'formal_pending',
      'formally_identified',
      'not_confirmed',
      'court_recognised',
      'transferred_territory'
    ],
    recalls: () => ({ presumed: true }),
    // An operation waits for no cell, and what a service finds may come after the cell has found too little.
    from: ['flagged', 'under_triage', 'review_open', 'insufficient_elements'],
    to: 'presumed',
    label: { fr: 'Constater des motifs raisonnables', en: 'Establish reasonable grounds' },
    done: {
      fr: 'Motifs raisonnables constatés par un service',
      en: 'Reasonable grounds established by a service'
    },
    input: closed({
      unit,
      on: date({ label: { fr: 'Date du constat', en: 'Date' } }),
      occasion: optional(
        choice(occasions, {
          label: { fr: 'À l’occasion de', en: 'On the occasion of' },
          hint: {
            fr: 'La cellule n’est pas attendue : elle en prend acte ensuite.',
            en: 'The cell is not waited for: it takes note afterwards.'
          },
          dataClass: 'F'
        })
      )
    }),
    basis: ['CESEDA.R425-1', 'CESEDA.R425-10', 'COE197.10'],
    opens: grounded,
    effects: [{ type: 'endCellSheet' }],
    apply: (facts, _input, { orgType }) => ({
      presumed: true,
      ...noVoices,
      policeKnow: facts.policeKnow || orgType === 'police',
      foundByService: true
    })
  }),
  // It reviews after: what a service found stands, whatever the cell adds to it.
  'grounds.reviewed': row({
    from: 'any',
    label: { fr: 'Prendre acte du constat d’un service', en: 'Take note of what a service found' },
    done: {
      fr: 'La cellule a pris acte du constat d’un service',
      en: 'The cell took note of what a service found'
    },
    input: closed({
      view: choice(
        {
          shared: { fr: 'elle partage ce constat', en: 'it shares the finding' },
          noted: { fr: 'elle en prend acte et suit la situation', en: 'it takes note and follows the case' }
        },
        { label: { fr: 'La cellule', en: 'The cell' } }
      )
    }),
    guards: ['foundByService'],
    basis: ['MNIO.GROUNDS', 'MNIO.REVIEW'],
    duty: true,
    apply: () => ({ foundByService: false })
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
  }),
  'identity.erase': row({
    transition: 'T103',
    from: ['insufficient_elements'],
    label: { fr: 'Effacer l’identité', en: 'Erase identity' },
    done: {
      fr: 'Éléments restés insuffisants : identité effacée',
      en: 'Elements still insufficient: identity erased'
    },
    input: nothing,
    guards: ['notPresumed', 'notHoused', 'notProtected'],
    basis: ['MNIO.RETENTION', 'GDPR.17'],
    effects: [{ type: 'eraseIdentity' }],
    evenWhenClosed: true,
    offered: false
  })
}

export const identification = {
  initial: 'flagged',
  states,
  always: { restoring: restored },
  commands: { ...commands, ...formal, ...recognition, ...merging, ...moving, ...meeting, ...situation }
} as const satisfies Region
