import { rowsOf, type Region, type States } from '../command.ts'
import { choice, choices, closed, count, date, id, longText, nothing, optional, text, yes } from '../fields.ts'
import { ageBands, ageGroups, dangers, forms, languages, nationalities, sexes, stays } from './words.ts'
import { flagInput, flagged } from '../flag.ts'

const states = {
  flagged: { label: { fr: 'Signalée', en: 'Flagged' }, tone: 'running' },
  under_triage: { label: { fr: 'En examen', en: 'Under triage' }, tone: 'running' },
  presumed: { label: { fr: 'Victime présumée', en: 'Presumed victim' }, tone: 'done' },
  formal_pending: { label: { fr: 'Identification formelle demandée', en: 'Formal identification requested' }, tone: 'running' },
  formally_identified: { label: { fr: 'Formellement identifiée', en: 'Formally identified' }, tone: 'done' },
  not_confirmed: { label: { fr: 'Présumée, non confirmée par le service', en: 'Presumed, not confirmed by the service' }, tone: 'done' },
  insufficient_elements: { label: { fr: 'Éléments insuffisants', en: 'Insufficient elements' }, tone: 'none' },
  duplicate_merged: { label: { fr: 'Réunie à un autre dossier', en: 'Merged into another case' }, tone: 'none' },
  transferred_territory: { label: { fr: 'Transmise à un autre territoire', en: 'Transferred to another territory' }, tone: 'none' },
  court_recognised: { label: { fr: 'Reconnue par une juridiction', en: 'Recognised by a court' }, tone: 'done' },
  review_open: { label: { fr: 'Réexamen ouvert', en: 'Under review' }, tone: 'running' }
} as const satisfies States

const row = rowsOf('identification', states)

const proposalInput = closed({
  opinion: choice(
    {
      positive: { fr: 'motifs raisonnables de croire à une traite', en: 'reasonable grounds to believe in trafficking' },
      insufficient: { fr: 'éléments insuffisants à ce jour', en: 'insufficient elements so far' }
    },
    { label: { fr: 'Votre avis', en: 'Your opinion' } }
  ),
  note: optional(
    longText({
      label: { fr: 'Ce qui fonde cet avis (acte, moyen, but)', en: 'What it rests on (act, means, purpose)' },
      hint: { fr: 'Sans nom ni adresse. Pour une personne mineure, aucun moyen n’est exigé.', en: 'No name, no address. For a minor no means is required.' },
      dataClass: 'C'
    })
  )
})

const unit = text({ label: { fr: 'Service', en: 'Unit' }, hint: { fr: 'police, gendarmerie ou inspection du travail', en: 'police, gendarmerie or labour inspection' } })

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
      { code: 'MNIO-IP', when: 'minorOrDoubt' }
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
    label: { fr: 'Retenir les motifs raisonnables (seconde voix)', en: 'Record reasonable grounds (second voice)' },
    done: { fr: 'Motifs raisonnables retenus', en: 'Reasonable grounds recorded' },
    input: nothing,
    guards: ['positiveProposed'],
    basis: ['MNIO.GROUNDS', 'COE197.10', 'COE197.13', 'CESEDA.R425-1'],
    opens: [{ code: 'MNIO-INFO' }],
    closes: ['MNIO-RG', 'MNIO-REVIEW'],
    effects: [{ type: 'endCellSheet' }],
    duty: true,
    learns: () => ({ presumed: true, proposal: null })
  }),
  'triage.reject': row({
    transition: 'T103',
    from: ['under_triage', 'review_open'],
    to: 'insufficient_elements',
    label: { fr: 'Constater des éléments insuffisants (seconde voix)', en: 'Record insufficient elements (second voice)' },
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
    done: { fr: 'Motifs raisonnables constatés par un service', en: 'Reasonable grounds established by a service' },
    input: closed({ unit, on: date({ label: { fr: 'Date du constat', en: 'Date' } }) }),
    basis: ['CESEDA.R425-1', 'COE197.10'],
    opens: [{ code: 'MNIO-INFO' }],
    closes: ['MNIO-TRIAGE', 'MNIO-TRIAGE-DANGER', 'MNIO-RG', 'MNIO-REVIEW'],
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
      hearingOn: optional(date({ label: { fr: 'Audition prévue le', en: 'Hearing planned on' }, ahead: true })),
      interpreter: optional(choice(languages, { label: { fr: 'Interprète', en: 'Interpreter' } }))
    }),
    consent: 'F',
    basis: ['MNIO.FORMAL', 'COE197.10'],
    opens: [{ code: 'MNIO-FORMAL' }],
    effects: [{ type: 'invite', capacity: 'police', who: 'territoryPolice' }]
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
    input: closed({ newElement: longText({ label: { fr: 'Élément nouveau', en: 'New element' }, dataClass: 'C' }) }),
    basis: ['MNIO.REVIEW'],
    opens: [{ code: 'MNIO-REVIEW' }],
    effects: [{ type: 'invite', capacity: 'cell_member', who: 'cellMembers' }]
  }),
  'referent.name': row({
    transition: 'T102',
    from: 'any',
    to: 'same',
    label: { fr: 'Nommer l’association référente', en: 'Name the referring association' },
    done: { fr: 'Association référente nommée', en: 'Referring association named' },
    input: closed({ orgId: id({ label: { fr: 'Association', en: 'Association' }, lookup: 'associations' }) }),
    basis: ['MNIO.TRIAGE', 'MNIO.HABILITATION'],
    effects: [{ type: 'invite', capacity: 'referent', who: 'namedReferent' }]
  }),
  'facts.complete': row({
    transition: 'T101',
    from: 'any',
    to: 'same',
    label: { fr: 'Compléter la situation', en: 'Complete the situation' },
    done: { fr: 'Situation complétée', en: 'Situation completed' },
    input: closed({
      danger: optional(choice(dangers, { label: { fr: 'Danger', en: 'Danger' } })),
      localDanger: optional(yes({ label: { fr: 'En danger là où elle est', en: 'In danger where they are' } })),
      ageGroup: optional(choice(ageGroups, { label: { fr: 'Majorité', en: 'Age group' }, hint: { fr: 'En cas de doute, la personne est traitée comme mineure.', en: 'In doubt, the person is treated as a minor.' } })),
      ageBand: optional(choice(ageBands, { label: { fr: 'Tranche d’âge', en: 'Age band' } })),
      sex: optional(choice(sexes, { label: { fr: 'Sexe', en: 'Sex' } })),
      nationality: optional(choice(nationalities, { label: { fr: 'Nationalité', en: 'Nationality' }, dataClass: 'E' })),
      stay: optional(choice(stays, { label: { fr: 'Séjour', en: 'Stay' }, dataClass: 'E' })),
      forms: optional(choices(forms, { label: { fr: 'Formes d’exploitation', en: 'Forms of exploitation' }, dataClass: 'D' })),
      children: optional(count({ label: { fr: 'Enfants avec elle', en: 'Children with them' } })),
      language: optional(choice(languages, { label: { fr: 'Langue', en: 'Language' } })),
      asylumLink: optional(yes({ label: { fr: 'Lien avec l’asile', en: 'Link with asylum' }, dataClass: 'I' }))
    }),
    basis: ['MNIO.FLAG'],
    opens: [{ code: 'MNIO-IP', when: 'concernDue' }],
    effects: [
      { type: 'withdrawReferrals', kinds: ['acse', 'acse_place'], when: 'minorUnhoused' },
      { type: 'releaseStay', when: 'minorUnhoused' }
    ],
    learns: (_facts, input) => input
  }),
  'identity.record': row({
    transition: 'T101',
    from: 'any',
    to: 'same',
    label: { fr: 'Enregistrer l’identité', en: 'Record identity' },
    done: { fr: 'Identité enregistrée', en: 'Identity recorded' },
    input: closed({
      name: optional(text({ label: { fr: 'Nom et prénom', en: 'Name' }, dataClass: 'B' })),
      birthDate: optional(date({ label: { fr: 'Date de naissance', en: 'Date of birth' }, dataClass: 'B' })),
      contact: optional(text({ label: { fr: 'Contact sûr', en: 'Safe contact' }, hint: { fr: 'un moyen que l’exploiteur ne peut pas lire', en: 'a way that the exploiter cannot read' }, dataClass: 'B' })),
      alias: optional(text({ label: { fr: 'Autres noms', en: 'Other names' }, dataClass: 'B' }))
    }),
    consent: 'A',
    basis: ['MNIO.CONSENT', 'GDPR.13']
  })
}

export const identification = { initial: 'flagged', states, settles: {}, commands } as const satisfies Region
