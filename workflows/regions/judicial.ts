import { rowsOf, type Region } from '../command.ts'
import { choices, closed, date, text } from '../fields.ts'
import { offenceLabels } from '../offences.ts'
import { judicialStates as states } from './states.ts'

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
      receipt: text({
        label: { fr: 'Numéro du récépissé de plainte', en: 'Complaint receipt number' },
        dataClass: 'E'
      }),
      offences: choices(offenceLabels, {
        label: { fr: 'Infractions visées', en: 'Offences named' },
        hint: {
          fr: 'Elles disent quelles voies de séjour et d’indemnisation s’ouvrent.',
          en: 'They say which residence and compensation routes open.'
        }
      })
    }),
    basis: ['CPP.15-3', 'CPP.10-2'],
    opens: [{ code: 'EVVI' }],
    learns: (_facts, input) => ({ offences: input.offences, procedureOpen: true })
  })
}

export const judicial = { initial: 'none', states, settles: {}, commands } as const satisfies Region
