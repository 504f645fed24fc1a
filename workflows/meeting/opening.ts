import { civilDate } from '../calendar/calendar.ts'
import type { Zone } from '../calendar/territories.ts'
import type { Bilingual } from '../vocabulary/vocabulary.ts'

const notYet: Bilingual = {
  fr: 'La réunion s’ouvre le jour où elle est prévue. Pour se réunir plus tôt, annulez-la et prévoyez-en une autre.',
  en: 'The meeting opens on the day it is planned for. To meet sooner, cancel it and plan another.'
}

/**
 * Why a meeting may not open yet, or null. Members are convened for a day: opened before it, it would decide without
 * those who trusted that day. Its hour does not bind, and one that is late still opens. Pure.
 */
export const tooEarly = (startsAt: Date, now: Date, zone: Zone): Bilingual | null =>
  civilDate(now, zone) < civilDate(startsAt, zone) ? notYet : null
