import { holidayLabel } from '../calendar/holidays.ts'
import { territory } from '../calendar/territories.ts'
import { citation } from '../law/register.ts'
import { doubts, type DoubtId } from './doubts.ts'
import type { DurationUnit } from './row.ts'
import { ordinal } from '../vocabulary/ordinal.ts'
import type { Locale } from '../vocabulary/vocabulary.ts'

type Words = {
  units: Record<DurationUnit, { one: string; other: string }>
  written: (date: string) => string
  holiday: (date: string, name: string) => string
  weekends: string
  shorterMonth: (day: string) => string
  moved: (from: string, to: string) => string
  kept: (date: string) => string
  passed: (date: string) => string
  localTime: (name: string) => string
  stood: (stop: { from: string; to: string; until: string; added: string | null }) => string
  frozen: string
  majority: (date: string) => string
  held: (date: string) => string
  frank: (date: string) => string
  first: (date: string) => string
  lawEnd: (date: string) => string
  noEnd: string
  month: string
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
    passed: (date) => `Le ${date} est déjà passé : à faire maintenant`,
    kept: (date) => `Le ${date} n’est pas un jour ouvré : aucun report`,
    localTime: (name) => `Heure locale : ${name}`,
    stood: ({ from, to, until, added }) =>
      `Arrêtée du ${from} au ${to} : ${added ? `${added} de plus` : 'autant de temps en plus'}, jusqu’au ${until}`,
    frozen: 'Ne court pas pour une personne mineure : sera comptée à partir de ses dix-huit ans',
    majority: (date) => `N’a pas couru avant ses dix-huit ans, le ${date}`,
    month: 'Se compte d’une date de naissance : seul le mois en est dit',
    first: (date) => `Le ${date} compte pour le premier jour ; aucun report si le dernier n’est pas ouvré`,
    frank: (date) => `Délai franc : le dernier jour est le lendemain du ${date}`,
    lawEnd: (date) => `Fin en droit : ${date} ; d’ici là, la date affichée est la date sûre`,
    noEnd: 'Fin en droit : aucune n’est connue ; la date affichée est la date sûre',
    held: (date) => `Reportée au ${date} : un délai de la loi court encore, ou la situation ne le permet pas`
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
    passed: (date) => `${date} has already passed: to be done now`,
    kept: (date) => `${date} is not a working day: not moved`,
    localTime: (name) => `Local time: ${name}`,
    stood: ({ from, to, until, added }) =>
      `Stood still from ${from} to ${to}: ${added ? `${added} more` : 'as much time more'}, until ${until}`,
    frozen: 'Does not run for a minor: will be counted from the eighteenth birthday',
    majority: (date) => `Did not run before the eighteenth birthday, ${date}`,
    month: 'Counted from a birth date: the month alone is told',
    first: (date) => `${date} counts as the first day; not moved where the last is no working day`,
    frank: (date) => `Clear time limit: its last day is the day after ${date}`,
    lawEnd: (date) => `End in law: ${date}; the date shown is the safe date`,
    noEnd: 'End in law: none is known; the date shown is the safe date',
    held: (date) =>
      `Put off to ${date}: a time limit of the law still runs, or the situation does not allow it`
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
  ordinal(
    token.length > 10
      ? toolsFor[locale].hour.format(new Date(`${token}Z`))
      : toolsFor[locale].day.format(new Date(`${token}T00:00Z`)),
    locale
  )

const argument = String.raw`\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2})?|\w+`
const tokenShape = new RegExp(`^\\w+(?::(?:${argument}))*$`)
const parts = new RegExp(`(?<=^|:)(?:${argument})(?=:|$)`, 'g')

/** What a token says beside its kind, by place: one that lacks it was not computed. */
type Argument = (place: number) => string
type Token = { kind: string; arg: Argument }

const read = (token: string): Token => {
  const unreadable = () => new RangeError(`Unreadable computation ${token}`)
  if (!tokenShape.test(token)) throw unreadable()
  const [kind, ...args] = token.match(parts)!
  const arg = (place: number) => {
    const said = args[place]
    if (said === undefined) throw unreadable()
    return said
  }
  return { kind: kind!, arg }
}

/** An alert, by the days that it comes before the due day. */
export const alertWord = (days: number, locale: Locale): string => {
  if (days === 0) return locale === 'fr' ? 'le jour même' : 'on the day'
  return `${locale === 'fr' ? 'J' : 'D'}-${days}`
}

export const unitWord = (n: number, unit: string, locale: Locale): string => {
  const forms = words[locale].units[unit as DurationUnit]
  if (forms === undefined) throw new RangeError(`Unknown unit ${unit}`)
  return toolsFor[locale].plural.select(n) === 'one' ? forms.one : forms.other
}

/** Why the end in law may be later, with the article that says it. */
const doubtSaid = (id: string, locale: Locale): string => {
  const { says, basis } = doubts[id as DoubtId]
  const named = citation(basis)
  return named === null ? says[locale] : `${says[locale]} (${named[locale]})`
}

type Saying = { valueOf: (kind: string) => string; locale: Locale }

const amount = (n: string, unit: string, locale: Locale) => `${n} ${unitWord(Number(n), unit, locale)}`

const sayings: Record<string, (arg: Argument, saying: Saying) => string[]> = {
  add: (arg, { valueOf, locale }) => {
    // Of a clock of which the month alone is told, there is no sum to show.
    if (valueOf('start') === '') return []
    if (Number(arg(0)) === 0) return [words[locale].written(shown(valueOf('due'), locale))]
    const length = amount(arg(0), arg(1), locale)
    const reached = shown(valueOf('frank') || valueOf('moved') || valueOf('passed') || valueOf('due'), locale)
    return [`${shown(valueOf('start'), locale)} + ${length} = ${reached}`]
  },
  weekends: (_arg, { locale }) => [words[locale].weekends],
  holiday: (arg, { locale }) => [words[locale].holiday(shown(arg(0), locale), holidayLabel(arg(1))[locale])],
  shorterMonth: (arg, { locale }) => [words[locale].shorterMonth(arg(0))],
  moved: (arg, { valueOf, locale }) => [
    words[locale].moved(shown(arg(0), locale), shown(valueOf('due'), locale))
  ],
  kept: (arg, { locale }) => [words[locale].kept(shown(arg(0), locale))],
  passed: (arg, { locale }) => [words[locale].passed(shown(arg(0), locale))],
  localTime: (arg, { locale }) => [words[locale].localTime(territory(arg(0)).name)],
  stood: (arg, { locale }) => [
    words[locale].stood({
      from: shown(arg(0), locale),
      to: shown(arg(1), locale),
      until: shown(arg(4), locale),
      added: arg(3) === 'hours' ? null : amount(arg(2), arg(3), locale)
    })
  ],
  postponed: (arg, { locale }) => [words[locale].moved(shown(arg(0), locale), shown(arg(1), locale))],
  frozen: (_arg, { locale }) => [words[locale].frozen],
  majority: (arg, { locale }) => [words[locale].majority(shown(arg(0), locale))],
  month: (_arg, { locale }) => [words[locale].month],
  held: (arg, { locale }) => [words[locale].held(shown(arg(0), locale))],
  first: (arg, { locale }) => [words[locale].first(shown(arg(0), locale))],
  frank: (arg, { locale }) => [words[locale].frank(shown(arg(0), locale))],
  doubt: (arg, { locale }) => [doubtSaid(arg(0), locale)],
  lawEnd: (arg, { locale }) => [
    arg(0) === 'none' ? words[locale].noEnd : words[locale].lawEnd(shown(arg(0), locale))
  ]
}

/** « 5 nov. 2026 + 30 jours = 5 déc. 2026 », then one sentence for each thing that changed the count. */
export const explain = ({ computation }: { computation: readonly string[] }, locale: Locale): string[] => {
  const tokens = computation.map(read)
  const valueOf = (kind: string) => tokens.find((token) => token.kind === kind)?.arg(0) ?? ''
  return tokens.flatMap(({ kind, arg }) => sayings[kind]?.(arg, { valueOf, locale }) ?? [])
}
