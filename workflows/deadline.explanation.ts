import { holidayLabel } from './holidays.ts'
import { territory } from './territories.ts'
import type { DurationUnit } from './deadline.register.ts'

export type Locale = 'fr' | 'en'

type Words = {
  units: Record<DurationUnit, { one: string; other: string }>
  written: (date: string) => string
  holiday: (date: string, name: string) => string
  weekends: string
  shorterMonth: (day: string) => string
  moved: (from: string, to: string) => string
  kept: (date: string) => string
  localTime: (name: string) => string
}

const words: Record<Locale, Words> = {
  fr: {
    units: {
      hours: { one: 'heure', other: 'heures' },
      days: { one: 'jour', other: 'jours' },
      workingDays: { one: 'jour ouvré', other: 'jours ouvrés' },
      months: { one: 'mois', other: 'mois' },
      years: { one: 'an', other: 'ans' }
    },
    written: (date) => `Date écrite sur le document : ${date}`,
    holiday: (date, name) => `Jour férié non compté : ${date}, ${name}`,
    weekends: 'Samedis et dimanches non comptés',
    shorterMonth: (day) => `Ce mois n’a pas de ${day} : le délai s’arrête à son dernier jour`,
    moved: (from, to) => `Le ${from} n’est pas un jour ouvré : reporté au ${to}`,
    kept: (date) => `Le ${date} n’est pas un jour ouvré : aucun report`,
    localTime: (name) => `Heure locale : ${name}`
  },
  en: {
    units: {
      hours: { one: 'hour', other: 'hours' },
      days: { one: 'day', other: 'days' },
      workingDays: { one: 'working day', other: 'working days' },
      months: { one: 'month', other: 'months' },
      years: { one: 'year', other: 'years' }
    },
    written: (date) => `Date on the document: ${date}`,
    holiday: (date, name) => `Public holiday not counted: ${date}, ${name}`,
    weekends: 'Saturdays and Sundays not counted',
    shorterMonth: (day) => `That month has no day ${day}: the period ends on its last day`,
    moved: (from, to) => `${from} is not a working day: moved to ${to}`,
    kept: (date) => `${date} is not a working day: not moved`,
    localTime: (name) => `Local time: ${name}`
  }
}

const tags = { fr: 'fr-FR', en: 'en-GB' } as const
const day = { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' } as const
const hour = { ...day, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const

const tools = (locale: Locale) => ({
  day: new Intl.DateTimeFormat(tags[locale], day),
  hour: new Intl.DateTimeFormat(tags[locale], hour),
  plural: new Intl.PluralRules(tags[locale])
})
const toolsFor = { fr: tools('fr'), en: tools('en') }

// Tokens hold wall-clock times: they are shown as they stand, in no zone.
const shown = (token: string, locale: Locale): string =>
  token.length > 10
    ? toolsFor[locale].hour.format(new Date(`${token}Z`))
    : toolsFor[locale].day.format(new Date(`${token}T00:00Z`))

const read = (token: string): [kind: string, value: string, extra: string] => {
  const [, kind = '', value = '', extra = ''] =
    /^(\w+)(?::(\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2})?|\w+)(?::(\w+))?)?$/.exec(token) ?? []
  if (kind === '') throw new RangeError(`Unreadable computation ${token}`)
  return [kind, value, extra]
}

export const unitWord = (n: number, unit: string, locale: Locale): string => {
  const forms = words[locale].units[unit as DurationUnit]
  if (forms === undefined) throw new RangeError(`Unknown unit ${unit}`)
  return toolsFor[locale].plural.select(n) === 'one' ? forms.one : forms.other
}

/** « 5 nov. 2026 + 30 jours = 5 déc. 2026 », then one sentence for each thing that changed the count. */
export const explain = ({ computation }: { computation: readonly string[] }, locale: Locale): string[] => {
  const tokens = computation.map(read)
  const valueOf = (kind: string) => tokens.find(([candidate]) => candidate === kind)?.[1] ?? ''
  const said = words[locale]
  const date = (value: string) => shown(value, locale)
  const reached = valueOf('moved') || valueOf('due')
  return tokens.flatMap(([kind, value, extra]) => {
    if (kind === 'add' && Number(value) === 0) return [said.written(date(valueOf('due')))]
    if (kind === 'add')
      return [
        `${date(valueOf('start'))} + ${value} ${unitWord(Number(value), extra, locale)} = ${date(reached)}`
      ]
    if (kind === 'weekends') return [said.weekends]
    if (kind === 'holiday') return [said.holiday(date(value), holidayLabel(extra)[locale])]
    if (kind === 'shorterMonth') return [said.shorterMonth(value)]
    if (kind === 'moved') return [said.moved(date(value), date(valueOf('due')))]
    if (kind === 'kept') return [said.kept(date(value))]
    if (kind === 'localTime') return [said.localTime(territory(value).name)]
    return []
  })
}
