import { rowsOf } from '../../act/command.ts'
import { choice, closed, date, optional } from '../../vocabulary/fields.ts'
import { jirsLabels } from '../../calendar/jurisdictions.ts'
import { assets } from './assets.ts'
import { interruptsLimitation } from './time.ts'
import { factsTerritory, interruptions, procedureWords } from './words.ts'

const row = rowsOf('judicial', { transition: 'T403' })

/** Where a criminal procedure is open. A report alone opens none. */
export const openProcedure = [
  'complaint_filed',
  'procedure_opened',
  'investigation',
  'instruction',
  'trial',
  // Decided, and not for good: the procedure goes on (CPP 186, 497, 380-2).
  'decided',
  'on_appeal'
] as const

export const running = () => ({ procedureOpen: true })
// The case may be closed when justice speaks: its outcome is recorded all the same (I-18).
export const stage = rowsOf('judicial', {
  transition: 'T403',
  basis: ['CPP.40-1', 'CPP.9-2'],
  evenWhenClosed: true
})

// Opening it, and each act of it, interrupts limitation (CPP 9-2).
const began = closed({
  on: optional(
    date({
      label: { fr: 'Le', en: 'On' },
      hint: { fr: 'La prescription repart de ce jour.', en: 'Limitation starts again from this day.' },
      dataClass: 'F'
    })
  )
})

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
    input: closed({ factsTerritory, ...began.properties }),
    basis: ['CPP.40-1', 'CPP.9-2'],
    opens: interruptsLimitation('on'),
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
    input: began,
    opens: interruptsLimitation('on'),
    apply: running
  }),
  // What an investigator or a judge does to find who did it, each time that it is learnt of.
  'investigation.act': stage({
    records: true,
    from: ['report_art40', ...openProcedure],
    label: {
      fr: 'Enregistrer un acte d’enquête ou de poursuite',
      en: 'Record an act of investigation or prosecution'
    },
    done: { fr: 'Acte d’enquête ou de poursuite : la prescription repart', en: 'Limitation starts again' },
    input: closed({
      kind: choice(interruptions, { label: { fr: 'Acte', en: 'Act' }, dataClass: 'F' }),
      on: date({ label: { fr: 'Du', en: 'Of' }, dataClass: 'F' }),
      ...assets
    }),
    checks: ['assetsOfStage'],
    opens: interruptsLimitation('on'),
    basis: ['CPP.9-2']
  }),
  'stage.instruction': stage({
    records: true,
    keeps: ['trial'],
    from: ['report_art40', 'complaint_filed', 'procedure_opened', 'investigation', 'decided', 'on_appeal'],
    to: 'instruction',
    label: {
      fr: 'Noter qu’une information judiciaire est ouverte',
      en: 'Record that a judicial investigation is opened'
    },
    done: { fr: 'Instruction', en: 'Judicial investigation' },
    input: began,
    opens: interruptsLimitation('on'),
    apply: running
  }),
  'stage.trial': stage({
    records: true,
    from: ['complaint_filed', 'procedure_opened', 'investigation', 'instruction', 'decided', 'on_appeal'],
    to: 'trial',
    label: {
      fr: 'Noter que l’affaire est renvoyée en jugement',
      en: 'Record that the case is sent for trial'
    },
    done: { fr: 'Jugement', en: 'Trial' },
    input: began,
    opens: interruptsLimitation('on'),
    apply: running
  }),
  'procedure.reopened': stage({
    records: true,
    keeps: [...openProcedure],
    from: ['dismissed'],
    to: 'investigation',
    label: { fr: 'Rouvrir la procédure', en: 'Reopen the procedure' },
    done: { fr: 'Procédure rouverte', en: 'Procedure reopened' },
    inAWord: procedureWords.open,
    input: began,
    basis: ['CPP.40-1', 'CPP.40-3'],
    apply: running
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
