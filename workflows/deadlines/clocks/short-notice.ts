import { appealTimes } from './appeal.ts'
import { against, ofBorderTransfer } from './removal.ts'
import type { DeadlineRow } from '../row.ts'
import type { Bilingual } from '../../vocabulary/vocabulary.ts'

// Against what is decided by the hour or in days beside an obligation to leave. Each is stopped by its own appeal alone: no text that
// was read says that what was carried out can no longer be contested.

const entry = against({ done: ['asylum.entry_contested'] }, 'I', {
  fr: 'refus d’entrée au titre de l’asile',
  en: 'entry refused to an asylum seeker'
})
const kept = against({ done: ['asylum.detention_contested'] }, 'I', {
  fr: 'maintien en rétention, asile',
  en: 'kept in detention, asylum'
})
const arrest = against({ done: ['house_arrest.contested'] }, 'E', {
  fr: 'assignation à résidence',
  en: 'house arrest'
})
const ban = against({ done: ['return_ban.contested'] }, 'E', {
  fr: 'interdiction de retour édictée ensuite',
  en: 'return ban decided later'
})

const twoDays = appealTimes['D-APPEAL-48H']
// What was held of a clear day was of an obligation to leave: none is told here.
const sevenDays = { ...appealTimes['D-APPEAL-7D'], doubted: [], filed: 'reception' } as const

const higher: Bilingual = {
  fr: 'Appel du jugement devant la cour administrative d’appel',
  en: 'Appeal against the judgment to the administrative court of appeal'
}
const inAMonth = { ...appealTimes['D-APPEAL-CAA-OQTF'], label: higher } as const
const inFifteenDays = {
  ...inAMonth,
  duration: { n: 15, unit: 'days' },
  alerts: [7, 3],
  filed: 'entryAppeal'
} as const

export const shortNoticeClocks = {
  'D-ASYLUM-ENTRY-48H': entry({ ...twoDays, filed: 'entry' }, 'CESEDA.L352-4'),
  'D-ASYLUM-ENTRY-CAA': entry(inFifteenDays, 'CESEDA.L352-9'),
  'D-ASYLUM-ENTRY-CE': entry(appealTimes['D-APPEAL-CE'], 'CJA.R821-1'),
  // Notified at the border with a refusal of entry it is no transfer on which the court rules without appeal (R922-26).
  'D-TRANSFER-CAA': ofBorderTransfer(inFifteenDays, 'CESEDA.L352-9'),
  'D-ASYLUM-KEPT-48H': kept({ ...twoDays, filed: 'kept' }, 'CESEDA.L754-4'),
  'D-ASYLUM-KEPT-CAA': kept(inAMonth, 'CESEDA.R922-27'),
  'D-ASYLUM-KEPT-CE': kept(appealTimes['D-APPEAL-CE'], 'CJA.R821-1'),
  'D-ARREST-7D': arrest(sevenDays, 'CESEDA.L732-8'),
  'D-ARREST-TA': arrest(appealTimes['D-APPEAL-TA'], 'CJA.R421-1'),
  'D-ARREST-CAA': arrest(inAMonth, 'CESEDA.R922-27'),
  'D-ARREST-CE': arrest(appealTimes['D-APPEAL-CE'], 'CJA.R821-1'),
  'D-BAN-7D': ban(sevenDays, 'CESEDA.L614-4'),
  'D-BAN-48H': ban({ ...twoDays, filed: 'inDetention' }, 'CESEDA.L614-4'),
  'D-BAN-CAA': ban(inAMonth, 'CESEDA.R922-27'),
  'D-BAN-CE': ban(appealTimes['D-APPEAL-CE'], 'CJA.R821-1')
} as const satisfies Record<string, DeadlineRow>
