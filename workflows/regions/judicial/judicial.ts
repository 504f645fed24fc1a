import type { Static } from 'typebox'
import { rowsOf, type Region } from '../../act/command.ts'
import type { Facts } from '../../facts/facts.ts'
import { agreed, choice, closed, date, longText, optional, text, yes } from '../../vocabulary/fields.ts'
import { civilParty } from './civil-party.ts'
import { compensation } from './compensation.ts'
import { inspection } from './labour.ts'
import { namedWith, together } from './named.ts'
import { decisions } from './decisions.ts'
import { openProcedure, stages } from './stages.ts'
import { actsCounted, actsDated, interruptsLimitation } from './time.ts'
import { wages } from './wages.ts'
import { court, factsTerritory, offences, secrecy, told } from './words.ts'
import { judicialStates as states } from '../../vocabulary/states.ts'

const row = rowsOf('judicial', { transition: 'T402' })
const toProsecutor = { type: 'openReferral', kind: 'prosecutor' } as const

const reported = {
  factsTerritory,
  court: optional(court),
  told,
  ...actsDated,
  account: optional(
    longText({
      label: { fr: 'Faits portés à la connaissance du parquet', en: 'Facts told to the prosecutor' },
      dataClass: 'G'
    })
  )
}

const report = {
  transition: 'T401',
  from: ['none', 'report_art40', 'dismissed', 'acquitted_final'],
  to: 'report_art40',
  opens: actsCounted,
  effects: [toProsecutor],
  apply: (_facts: Facts, input: { factsTerritory: string; court?: string }) => placeIn(input)
} as const

const complaintInput = closed({
  on: date({ label: { fr: 'Déposée le', en: 'Filed on' }, dataClass: 'F' }),
  unit: text({ label: { fr: 'Service qui l’a reçue', en: 'Service that received it' }, dataClass: 'F' }),
  receipt: text({
    label: { fr: 'Numéro du récépissé de plainte', en: 'Complaint receipt number' },
    hint: {
      fr: 'Remis aussitôt : c’est la pièce que la préfecture demande pour le titre d’un an.',
      en: 'Given at once: the document that the prefecture asks for the one-year permit.'
    },
    dataClass: 'E'
  }),
  offences,
  ...actsDated,
  factsTerritory: optional(factsTerritory),
  factsAbroad: optional(
    yes({
      label: { fr: 'Tous les faits ont eu lieu à l’étranger', en: 'All acts took place abroad' },
      dataClass: 'F'
    })
  )
})

type Complaint = Static<typeof complaintInput>

const placeIn = ({
  factsTerritory: place,
  court: named,
  factsAbroad
}: Partial<Pick<Complaint, 'factsTerritory' | 'factsAbroad'>> & { court?: string }) => ({
  // A court is of one place: told of another, it is no longer known.
  ...(place !== undefined && { factsTerritory: place, court: named ?? null }),
  ...(factsAbroad !== undefined && { factsAbroad })
})

// A complaint is hers to make, at any time, and no help waits for it (I-01).
const complaint = {
  transition: 'T402',
  input: complaintInput,
  basis: ['CPP.15-3', 'CPP.10-2', 'CPP.10-5', 'CESEDA.R425-5'],
  opens: [{ code: 'EVVI' }, ...actsCounted],
  effects: [{ ...toProsecutor, when: 'factsPlaceKnown' }]
} as const

const commands = {
  'art40.report': row({
    ...report,
    label: {
      fr: 'Signaler les faits au parquet, pour une enquête (article 40)',
      en: 'Report the facts to the prosecutor, for an investigation (article 40)'
    },
    done: {
      fr: 'Faits signalés au parquet au titre de l’article 40',
      en: 'Facts reported to the prosecutor under article 40'
    },
    input: closed(reported),
    basis: ['CPP.40']
  }),
  'prosecutor.report': row({
    ...report,
    label: {
      fr: 'Signaler les faits au parquet, pour une enquête',
      en: 'Report the facts to the prosecutor, for an investigation'
    },
    done: {
      fr: 'Faits signalés au parquet par une association',
      en: 'Facts reported to the prosecutor by an association'
    },
    input: closed({ ...reported, secrecy }),
    basis: ['CP.226-14', 'CPP.40-1']
  }),
  'prosecutor.inform': row({
    transition: 'T401',
    from: openProcedure,
    label: {
      fr: 'Dire au parquet où les faits ont eu lieu',
      en: 'Tell the prosecutor where the acts took place'
    },
    done: { fr: 'Parquet du lieu des faits saisi', en: 'Prosecutor of the place of the acts informed' },
    input: closed({ factsTerritory, court: optional(court), told }),
    basis: ['CPP.40-1'],
    effects: [toProsecutor],
    apply: (_facts, input) => placeIn(input)
  }),
  'complaint.file': row({
    ...complaint,
    from: ['none', 'report_art40', 'procedure_opened', 'dismissed', 'acquitted_final'],
    to: 'complaint_filed',
    label: { fr: 'Enregistrer une plainte', en: 'Record a complaint' },
    done: { fr: 'Plainte enregistrée', en: 'Complaint recorded' },
    apply: (facts, input, _by, { judicial }) => ({
      offences: namedWith(facts, input.offences, judicial),
      offencesOn: input.on ?? null,
      procedureOpen: true,
      ...placeIn(input)
    })
  }),
  'complaint.add': row({
    ...complaint,
    // The ten-year card is founded by a complaint and a final conviction, in whatever order they are learnt of (CESEDA L425-3).
    from: [
      'complaint_filed',
      'investigation',
      'instruction',
      'trial',
      'decided',
      'on_appeal',
      'convicted_final'
    ],
    to: 'same',
    label: { fr: 'Joindre une plainte à la procédure', en: 'Add a complaint to the procedure' },
    done: { fr: 'Plainte jointe à la procédure', en: 'Complaint added to the procedure' },
    apply: (facts, input) => ({
      offences: together(facts, input.offences),
      offencesOn: input.on,
      ...placeIn(input)
    })
  }),
  'testimony.recorded': row({
    records: true,
    from: [...openProcedure, 'convicted_final'],
    label: { fr: 'Enregistrer un témoignage', en: 'Record a testimony' },
    done: { fr: 'Témoignage recueilli dans la procédure', en: 'Testimony given in the procedure' },
    input: closed({
      on: date({ label: { fr: 'Recueilli le', en: 'Taken on' }, dataClass: 'F' }),
      reference: text({
        label: { fr: 'Référence de la procédure', en: 'Reference of the procedure' },
        hint: {
          fr: 'La préfecture la demande à la place du récépissé de plainte.',
          en: 'The prefecture asks for it in place of the complaint receipt.'
        },
        dataClass: 'E'
      }),
      offences,
      ...actsDated
    }),
    basis: ['CESEDA.L425-1', 'CESEDA.R425-5', 'CPP.9-2'],
    opens: [{ code: 'EVVI' }, ...actsCounted, ...interruptsLimitation('on')],
    // What was said before a conviction opens nothing once it is final.
    apply: (facts, input, _by, { judicial: stands }) => ({
      offences: together(facts, input.offences),
      offencesOn: input.on,
      ...(stands !== 'convicted_final' && { procedureOpen: true })
    })
  }),
  'evvi.done': row({
    records: true,
    from: ['report_art40', ...openProcedure, 'convicted_final'],
    label: { fr: 'Évaluer ses besoins de protection', en: 'Assess protection needs' },
    done: { fr: 'Besoins de protection évalués', en: 'Protection needs assessed' },
    input: closed({
      on: date({ label: { fr: 'Évalués le', en: 'Assessed on' }, dataClass: 'F' }),
      associated: agreed({ label: { fr: 'La personne y a pris part', en: 'The person took part in it' } }),
      deeper: yes({
        label: { fr: 'Évaluation approfondie à faire', en: 'A deeper assessment is needed' },
        dataClass: 'F'
      })
    }),
    basis: ['CPP.10-5', 'CPP.D1-3', 'CPP.D1-4', 'CPP.D1-10']
  }),
  // Nobody but who asks and who protects may know that it was asked for.
  'protection.request': row({
    transition: 'T404',
    from: openProcedure,
    label: { fr: 'Demander la protection du témoin', en: 'Ask for protection of the witness' },
    done: { fr: 'Protection du témoin demandée', en: 'Protection of the witness asked for' },
    input: closed({
      testified: agreed({
        label: {
          fr: 'Son témoignage aide à établir la vérité',
          en: 'Their testimony helps establish the truth'
        }
      }),
      endangered: agreed({
        label: {
          fr: 'Sa vie ou son intégrité est gravement en danger en France',
          en: 'Their life or integrity is gravely endangered in France'
        }
      }),
      agrees: agreed({ label: { fr: 'La personne la demande', en: 'The person asks for it' } }),
      relatives: yes({ label: { fr: 'Pour ses proches aussi', en: 'For close persons too' } }),
      domicile: choice(
        {
          none: { fr: 'sans objet', en: 'not needed' },
          lawyer: { fr: 'chez l’avocat de la personne', en: 'at the lawyer’s' },
          association: { fr: 'à l’association', en: 'at the association’s' }
        },
        { label: { fr: 'Adresse déclarée', en: 'Declared address' } }
      )
    }),
    guards: ['protectionNotAsked'],
    basis: ['CPP.706-40-1', 'CPP.706-63-1'],
    sees: 'G',
    duty: 'immediateDanger',
    apply: () => ({ protection: true })
  })
}

export const judicial = {
  initial: 'none',
  states,
  always: {},
  commands: { ...commands, ...inspection, ...stages, ...decisions, ...civilParty, ...compensation, ...wages }
} as const satisfies Region
