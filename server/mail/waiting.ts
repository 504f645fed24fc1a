import type { CivilDate } from '../../workflows/calendar/calendar.ts'
import type { Static } from 'typebox'
import type { Count as CountView } from '../views/schemas.ts'
import { dateIn } from '../views/formats.ts'
import type { Locale } from '../locale.ts'

type Count = Static<typeof CountView>

/** The day on which something that waits falls due, as its reader is told it. */
export type Due = {
  at: Date
  on: CivilDate
  /** `HH:mm`, where it does not end with its day. */
  hour: number | null
}

/** All that a mail is made of. */
export type Waiting = { answers: Count; first: Due | null; fresh: Count }

const dayIn = ({ on, hour }: Due, locale: Locale) => {
  const said = dateIn(locale, new Date(`${on}T00:00:00Z`), {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC'
  })
  if (hour === null) return said
  return locale === 'fr' ? `${said} ${hour} h` : `${said}, ${String(hour).padStart(2, '0')}:00`
}

const beforeWhen = (due: Due, locale: Locale) => {
  const day = dayIn(due, locale)
  if (due.hour === null) return locale === 'fr' ? `au plus tard ${day}` : `by ${day} at the latest`
  return locale === 'fr' ? `avant ${day}` : `before ${day}`
}

/** Which of several was or is the first. */
const firstOf = (due: Due | null, now: Date, locale: Locale, several: boolean) => {
  if (due === null) return '.'
  const late = due.at < now
  if (locale === 'fr') {
    if (late)
      return several
        ? `. La première était attendue ${dayIn(due, 'fr')}.`
        : `. Elle était attendue ${dayIn(due, 'fr')}.`
    return several ? `, la première ${beforeWhen(due, 'fr')}.` : ` ${beforeWhen(due, 'fr')}.`
  }
  if (late)
    return several ? `. The first was due on ${dayIn(due, 'en')}.` : `. It was due on ${dayIn(due, 'en')}.`
  return several ? `, the first ${beforeWhen(due, 'en')}.` : ` ${beforeWhen(due, 'en')}.`
}

const number = ({ n, capped }: Count, locale: Locale) =>
  capped ? (locale === 'fr' ? `Plus de ${n}` : `More than ${n}`) : String(n)

const answersIn = ({ answers, first }: Waiting, now: Date, locale: Locale): string[] => {
  if (answers.n === 0) return []
  if (answers.n === 1) {
    const one = { fr: 'Une réponse vous est demandée', en: 'An answer is asked of you' }
    return [one[locale] + firstOf(first, now, locale, false)]
  }
  const many = { fr: 'réponses vous sont demandées', en: 'answers are asked of you' }
  return [`${number(answers, locale)} ${many[locale]}${firstOf(first, now, locale, true)}`]
}

const freshIn = ({ fresh }: Waiting, locale: Locale): string[] => {
  if (fresh.n === 0) return []
  if (fresh.n === 1)
    return [{ fr: 'Une information nouvelle vous attend.', en: 'One new message waits for you.' }[locale]]
  const many = { fr: 'informations nouvelles vous attendent.', en: 'new messages wait for you.' }
  return [`${number(fresh, locale)} ${many[locale]}`]
}

const closing = (host: string) => ({
  fr: [
    `Tapez vous-même l’adresse ${host} et identifiez-vous. Ce message ne contient aucun lien personnel et n’en contiendra jamais.`,
    'Pour recevoir ces messages autrement, ou ne plus les recevoir : votre compte, « Courriels ».'
  ],
  en: [
    `Type the address ${host} yourself and sign in. This message holds no personal link and never will.`,
    'To have these messages otherwise, or not at all: your account, “E-mails”.'
  ]
})

/** How much and until when, in sentences that are the same for everybody: nothing of whom, of what, nor of where. Pure. */
export const waitingSays = (waiting: Waiting, { now, host }: { now: Date; host: string }) => {
  const said = (locale: Locale) => [
    ...[...answersIn(waiting, now, locale), ...freshIn(waiting, locale)],
    ...closing(host)[locale]
  ]
  return { fr: said('fr'), en: said('en') }
}
