import { Type } from 'typebox'
import { addDays, isWorkingDay, wallClock } from '../../calendar/calendar.ts'
import { territory } from '../../calendar/territories.ts'
import { closed } from '../../vocabulary/fields.ts'
import type { Bilingual } from '../../vocabulary/vocabulary.ts'

/** On which days somebody of the cell answers the telephone, by the public holidays of the place. */
export const onCallDays = {
  all: { fr: 'tous les jours', en: 'every day' },
  working: { fr: 'jours ouvrés', en: 'working days' },
  off: { fr: 'fins de semaine et jours fériés', en: 'weekends and public holidays' }
} as const satisfies Record<string, Bilingual>
type Days = keyof typeof onCallDays

/** A number, and when it answers. Until an hour that is not later than the first, it answers into the next morning. */
export type OnCall = { days: Days; from: string; to: string; number: string }

const hour = Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' })

export const onCallSchema = Type.Array(
  closed({
    days: Type.Unsafe<Days>(Type.String({ enum: Object.keys(onCallDays) })),
    from: hour,
    to: hour,
    number: Type.String({ pattern: '^\\+?[0-9][0-9 .]{1,18}[0-9]$' })
  }),
  { maxItems: 10 }
)

const isOn = ({ days }: OnCall, day: string, place: string): boolean =>
  days === 'all' || (days === 'working') === isWorkingDay(day, place)

/** Which number answers in a territory at a moment: the first that does, or null. Pure. */
export const onCallAt = (lines: readonly OnCall[], code: string, at: Date): string | null => {
  const clock = wallClock(at, territory(code).zone)
  const [day, time] = [clock.slice(0, 10), clock.slice(11, 16)]
  const answers = (line: OnCall) => {
    const { from, to } = line
    if (from < to) return isOn(line, day, code) && from <= time && time < to
    return (isOn(line, day, code) && from <= time) || (isOn(line, addDays(day, -1), code) && time < to)
  }
  return lines.find(answers)?.number ?? null
}

export const onCallWords = ({ days, from, to, number }: OnCall): Bilingual => ({
  fr: `${number} (${onCallDays[days].fr}, de ${from} à ${to})`,
  en: `${number} (${onCallDays[days].en}, ${from} to ${to})`
})
