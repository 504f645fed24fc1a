import { rowsOf } from '../../act/command.ts'
import { closed, date, nothing } from '../../vocabulary/fields.ts'
import { factsTerritory } from './words.ts'

const row = rowsOf('judicial', { transition: 'T401', basis: ['CTRAV.L8112-2'] })

/** What the labour inspection does of its own: that it looks, and that it has reported. Its findings stay in its own file. */
export const inspection = {
  'inspection.open': row({
    records: true,
    label: { fr: 'Ouvrir un contrôle', en: 'Open an inspection' },
    done: { fr: 'Contrôle de l’inspection du travail ouvert', en: 'Labour inspection opened' },
    input: closed({ on: date({ label: { fr: 'Ouvert le', en: 'Opened on' }, dataClass: 'F' }) })
  }),
  'inspection.report': row({
    label: { fr: 'Transmettre un procès-verbal au parquet', en: 'Send a report to the prosecutor' },
    done: {
      fr: 'Procès-verbal de l’inspection du travail transmis au parquet',
      en: 'Report of the labour inspection sent to the prosecutor'
    },
    input: closed({
      on: date({ label: { fr: 'Transmis le', en: 'Sent on' }, dataClass: 'F' }),
      factsTerritory
    }),
    basis: ['CTRAV.L8112-2', 'CTRAV.L8113-7'],
    effects: [{ type: 'openReferral', kind: 'prosecutor' }],
    apply: (_facts, input) => ({ factsTerritory: input.factsTerritory })
  }),
  'inspection.ended': row({
    label: { fr: 'Intervention de l’inspection du travail terminée', en: 'Labour inspection ended' },
    input: nothing,
    offered: false
  })
}
