import { appealTimes } from './appeal.ts'
import { clockOf, statute, type DeadlineRow, type Stops } from '../row.ts'
import type { Bilingual } from '../../vocabulary/vocabulary.ts'

/** The same time to go to court, against another decision: it is stopped by its own appeal, or by the end of that decision. */
const against =
  <const S extends Stops>(stopsWhen: S, dataClass: 'E' | 'I', { fr, en }: Bilingual) =>
  <R extends DeadlineRow>(row: R, basis: DeadlineRow['basis']) => ({
    ...row,
    basis,
    dataClass,
    stopsWhen,
    label: { fr: `${row.label.fr} (${fr})`, en: `${row.label.en} (${en})` }
  })

const leaving = against({ done: ['removal.appeal'], gone: ['removal.ended'] }, 'E', {
  fr: 'obligation notifiée',
  en: 'obligation notified'
})
const transfer = against({ done: ['transfer.appeal'], gone: ['transfer.ended'] }, 'I', {
  fr: 'transfert vers un autre État',
  en: 'transfer to another State'
})
const held = clockOf(
  statute({
    dataClass: 'K',
    duration: { n: 4, unit: 'days' },
    startsOn: { fr: 'la décision de placement', en: 'the placement decision' },
    alerts: [1],
    // The judge is seized by whoever holds the person: nobody here is waited for.
    stopsWhen: { gone: ['held.ended'] }
  })
)

/** What counts against somebody who is told to leave, who is transferred or who is held. */
export const removalClocks = {
  'D-APPEAL-LEAVE': leaving(appealTimes['D-APPEAL-OQTF'], 'CESEDA.L614-1'),
  'D-APPEAL-LEAVE-7D': leaving(appealTimes['D-APPEAL-7D'], 'CESEDA.L614-2'),
  'D-APPEAL-LEAVE-48H': leaving(appealTimes['D-APPEAL-48H'], 'CESEDA.L614-2'),
  // What was held of the seven days against an obligation to leave was not of a transfer: no clear day is told of it.
  'D-APPEAL-TRANSFER-7D': { ...transfer(appealTimes['D-APPEAL-7D'], 'CESEDA.L572-4'), doubted: [] },
  'D-APPEAL-TRANSFER-48H': transfer(appealTimes['D-APPEAL-48H'], 'CESEDA.L572-4'),
  // Reflection bars the execution and nothing else: no text that was read stops this time, which runs for the person.
  'D-TRANSFER': statute({
    dataClass: 'I',
    stopsWhen: { gone: ['transfer.ended'] },
    label: {
      fr: 'Délai pour exécuter le transfert (durée à vérifier)',
      en: 'Time to carry out the transfer (length to be checked)'
    },
    duration: { n: 6, unit: 'months' },
    startsOn: { fr: 'l’accord de l’autre État', en: 'the other State’s agreement' },
    alerts: [30],
    basis: 'EU.604-2013.29'
  }),
  'D-HELD-ZONE': held({
    label: {
      fr: 'Zone d’attente : le juge au-delà de ce jour',
      en: 'Waiting zone: the judge beyond this day'
    },
    basis: 'CESEDA.L342-1'
  }),
  'D-HELD-DETENTION': held({
    label: { fr: 'Rétention : le juge au-delà de ce jour', en: 'Detention: the judge beyond this day' },
    basis: 'CESEDA.L742-1'
  })
} as const satisfies Record<string, DeadlineRow>
