import { rowsOf, type Region, type States } from '../command.ts'
import { choices, closed, date, text } from '../fields.ts'
import { offenceLabels } from '../offences.ts'

const states = {
  none: { label: { fr: 'Aucune démarche', en: 'No procedure' }, tone: 'none' },
  report_art40: { label: { fr: 'Signalement au parquet', en: 'Report to the prosecutor' }, tone: 'running' },
  complaint_filed: { label: { fr: 'Plainte déposée', en: 'Complaint filed' }, tone: 'running' },
  procedure_opened: { label: { fr: 'Procédure ouverte', en: 'Procedure opened' }, tone: 'running' },
  investigation: { label: { fr: 'Enquête', en: 'Investigation' }, tone: 'running' },
  instruction: { label: { fr: 'Instruction', en: 'Judicial investigation' }, tone: 'running' },
  trial: { label: { fr: 'Jugement', en: 'Trial' }, tone: 'running' },
  convicted_final: { label: { fr: 'Condamnation définitive', en: 'Final conviction' }, tone: 'done' },
  acquitted_final: { label: { fr: 'Relaxe ou acquittement définitif', en: 'Final acquittal' }, tone: 'none' },
  dismissed: { label: { fr: 'Classée', en: 'Dismissed' }, tone: 'none' }
} as const satisfies States

const row = rowsOf('judicial', states)

const commands = {
  'complaint.file': row({
    transition: 'T402',
    from: ['none', 'report_art40', 'dismissed', 'acquitted_final'],
    to: 'complaint_filed',
    label: { fr: 'Enregistrer une plainte', en: 'Record a complaint' },
    done: { fr: 'Plainte enregistrée', en: 'Complaint recorded' },
    input: closed({
      on: date({ label: { fr: 'Déposée le', en: 'Filed on' }, dataClass: 'F' }),
      unit: text({ label: { fr: 'Service qui l’a reçue', en: 'Service that received it' }, dataClass: 'F' }),
      receipt: text({ label: { fr: 'Numéro du récépissé de plainte', en: 'Complaint receipt number' }, dataClass: 'E' }),
      offences: choices(offenceLabels, {
        label: { fr: 'Infractions visées', en: 'Offences named' },
        hint: { fr: 'Elles disent quelles voies de séjour et d’indemnisation s’ouvrent.', en: 'They say which residence and compensation routes open.' }
      })
    }),
    basis: ['CPP.15-3', 'CPP.10-2'],
    opens: [{ code: 'EVVI' }],
    learns: (_facts, input) => ({ offences: input.offences, procedureOpen: true })
  })
}

export const judicial = { initial: 'none', states, settles: {}, commands } as const satisfies Region
