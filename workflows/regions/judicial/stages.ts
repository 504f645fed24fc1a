import { rowsOf } from '../../act/command.ts'
import { choice, closed, date, optional } from '../../vocabulary/fields.ts'
import { jirsLabels } from '../../calendar/jurisdictions.ts'
import { closingOutcome, closingReasons, factsTerritory, procedureWords } from './words.ts'

const row = rowsOf('judicial', { transition: 'T403' })

/** Where a criminal procedure is open. A report alone opens none. */
export const openProcedure = [
  'complaint_filed',
  'procedure_opened',
  'investigation',
  'instruction',
  'trial'
] as const

const running = () => ({ procedureOpen: true })
const over = () => ({ procedureOpen: false })

const notifiedOn = date({
  label: { fr: 'Notifié à la personne le', en: 'Notified to the person on' },
  dataClass: 'F'
})

// The case may be closed when justice speaks: its outcome is recorded all the same (I-18).
const stage = rowsOf('judicial', { transition: 'T403', basis: ['CPP.40-1'], evenWhenClosed: true })
const ending = rowsOf('judicial', {
  transition: 'T405',
  inAWord: procedureWords.closed,
  evenWhenClosed: true
})
/** The prosecution may not know the day, or not say it. */
const dayOfStage = optional(date({ label: { fr: 'Le', en: 'On' }, dataClass: 'F' }))
const stageOn = closed({ on: dayOfStage })
const route = { code: 'MNIO-ROUTE', when: 'permitRestsOnProcedure' } as const

export const stages = {
  'procedure.opened': row({
    records: true,
    keeps: [...openProcedure],
    from: ['none', 'report_art40'],
    to: 'procedure_opened',
    label: { fr: 'Enregistrer l’ouverture d’une enquête', en: 'Record the opening of an investigation' },
    done: {
      fr: 'Enquête ouverte, sans plainte de la personne',
      en: 'Investigation opened, without a complaint of the person'
    },
    input: closed({ factsTerritory, on: dayOfStage }),
    basis: ['CPP.40-1'],
    effects: [{ type: 'openReferral', kind: 'prosecutor' }],
    apply: (_facts, input) => ({ procedureOpen: true, factsTerritory: input.factsTerritory })
  }),
  'stage.investigation': stage({
    records: true,
    keeps: ['instruction', 'trial'],
    from: ['report_art40', 'complaint_filed', 'procedure_opened'],
    to: 'investigation',
    label: { fr: 'Noter que l’enquête est en cours', en: 'Record that an investigation is under way' },
    done: { fr: 'Enquête', en: 'Investigation' },
    duty: true,
    input: stageOn,
    apply: running
  }),
  'stage.instruction': stage({
    records: true,
    keeps: ['trial'],
    from: ['report_art40', 'complaint_filed', 'procedure_opened', 'investigation'],
    to: 'instruction',
    label: {
      fr: 'Noter qu’une information judiciaire est ouverte',
      en: 'Record that a judicial investigation is opened'
    },
    done: { fr: 'Instruction', en: 'Judicial investigation' },
    input: stageOn,
    apply: running
  }),
  'stage.trial': stage({
    records: true,
    from: ['complaint_filed', 'procedure_opened', 'investigation', 'instruction'],
    to: 'trial',
    label: { fr: 'Affaire renvoyée en jugement', en: 'Sent for trial' },
    done: { fr: 'Jugement', en: 'Trial' },
    input: stageOn,
    apply: running
  }),
  'procedure.closed': ending({
    records: true,
    keeps: ['convicted_final'],
    from: ['report_art40', ...openProcedure],
    to: 'dismissed',
    label: {
      fr: 'Enregistrer un classement sans suite ou un non-lieu',
      en: 'Record a dismissal without action, or a no-case order'
    },
    done: { fr: 'Procédure close', en: 'Procedure closed' },
    input: closed({
      outcome: closingOutcome,
      reason: optional(choice(closingReasons, { label: { fr: 'Motif', en: 'Reason' }, dataClass: 'G' })),
      notifiedOn
    }),
    basis: ['CPP.40-2', 'CPP.40-3', 'CPP.186'],
    opens: [
      {
        code: 'D-APPEAL-CIVIL',
        startsOn: 'notifiedOn',
        whenInput: { field: 'outcome', is: 'no_case' }
      },
      {
        code: 'D-CIVI-DECISION',
        startsOn: 'notifiedOn',
        when: 'compensationOpen',
        whenInput: { field: 'outcome', is: 'no_case' }
      },
      route
    ],
    apply: over
  }),
  'procedure.acquitted': ending({
    records: true,
    keeps: ['convicted_final'],
    from: ['instruction', 'trial'],
    to: 'acquitted_final',
    label: { fr: 'Enregistrer une relaxe ou un acquittement', en: 'Record an acquittal' },
    done: { fr: 'Relaxe ou acquittement', en: 'Acquittal' },
    input: closed({ notifiedOn }),
    basis: ['CPP.498'],
    opens: [
      { code: 'D-APPEAL-CIVIL', startsOn: 'notifiedOn' },
      { code: 'D-CIVI-DECISION', startsOn: 'notifiedOn', when: 'compensationOpen' },
      route
    ],
    apply: over
  }),
  'acquittal.appealed': stage({
    records: true,
    keeps: [...openProcedure, 'convicted_final'],
    from: ['acquitted_final'],
    to: 'trial',
    label: { fr: 'Enregistrer l’appel du parquet', en: 'Record the prosecution’s appeal' },
    done: {
      fr: 'Appel du parquet : la relaxe ou l’acquittement n’est pas définitif',
      en: 'Prosecution’s appeal: the acquittal is not final'
    },
    input: closed({ on: date({ label: { fr: 'Formé le', en: 'Lodged on' }, dataClass: 'F' }) }),
    basis: ['CPP.498'],
    apply: running
  }),
  // On the civil action alone: the acquittal stands, and the time to claim to the CIVI goes on from the earliest day.
  'civil.appealed': row({
    records: true,
    transition: 'T405',
    from: ['dismissed', 'acquitted_final'],
    label: { fr: 'Enregistrer l’appel de la partie civile', en: 'Record the civil party’s appeal' },
    done: { fr: 'Appel de la partie civile', en: 'Civil party’s appeal' },
    input: closed({ on: date({ label: { fr: 'Formé le', en: 'Lodged on' }, dataClass: 'F' }) }),
    guards: ['civilParty'],
    basis: ['CPP.186', 'CPP.498'],
    evenWhenClosed: true
  }),
  'procedure.reopened': stage({
    records: true,
    keeps: [...openProcedure],
    from: ['dismissed'],
    to: 'investigation',
    label: { fr: 'Rouvrir la procédure', en: 'Reopen the procedure' },
    done: { fr: 'Procédure rouverte', en: 'Procedure reopened' },
    input: stageOn,
    basis: ['CPP.40-1', 'CPP.40-3'],
    apply: running
  }),
  'conviction.final': row({
    records: true,
    recalls: (facts, { finalOn }) => (facts.finalOn === null ? { finalOn } : {}),
    transition: 'T406',
    inAWord: procedureWords.convicted,
    from: openProcedure,
    to: 'convicted_final',
    label: { fr: 'Enregistrer une condamnation définitive', en: 'Record a final conviction' },
    done: { fr: 'Condamnation définitive', en: 'Final conviction' },
    input: closed({
      finalOn: date({ label: { fr: 'Définitive le', en: 'Final on' }, dataClass: 'F' })
    }),
    basis: ['CPP.706-5', 'CESEDA.L425-3'],
    opens: [
      { code: 'D-CIVI-DECISION', startsOn: 'finalOn', when: 'compensationOpen' },
      { code: 'D-SARVI-OPEN', startsOn: 'finalOn', when: 'civilParty' },
      { code: 'D-SARVI', startsOn: 'finalOn', when: 'civilParty' }
    ],
    evenWhenClosed: true,
    apply: (_facts, { finalOn }) => ({ finalOn, procedureOpen: false })
  }),
  // The JIRS takes the procedure over: for an adult the first prosecution reads no more. It keeps a minor's case, whom it
  // alone may place where she was found.
  'jirs.seized': row({
    records: true,
    transition: 'T410',
    from: ['report_art40', ...openProcedure],
    checks: ['jirsOfPlace'],
    label: {
      fr: 'Enregistrer le dessaisissement au profit de la JIRS',
      en: 'Record the handover to the JIRS'
    },
    done: { fr: 'JIRS saisie', en: 'Before a JIRS' },
    input: closed({
      jirs: choice(jirsLabels, {
        label: { fr: 'Juridiction interrégionale', en: 'Interregional court' },
        hint: {
          fr: 'Celle du lieu des faits ; Paris pour une affaire de très grande complexité.',
          en: 'The one of the place of the acts; Paris for a very complex case.'
        },
        dataClass: 'F',
        origin: true
      }),
      on: date({ label: { fr: 'Le', en: 'On' }, dataClass: 'F' })
    }),
    guards: ['ownProsecutor'],
    basis: ['CPP.706-75', 'CPP.D47-12-7'],
    effects: [
      { type: 'withdrawReferrals', kinds: ['prosecutor'], when: 'adult' },
      { type: 'endParticipation', capacities: ['prosecutor'], when: 'adult' },
      { type: 'openReferral', kind: 'prosecutor' }
    ],
    apply: (_facts, { jirs }) => ({ jirs })
  })
}
