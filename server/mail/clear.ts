import { isTerritory, zoneOf } from '../../workflows/calendar/territories.ts'
import type { Bilingual } from '../../workflows/vocabulary/vocabulary.ts'
import { referenceOf } from '../cases/code.ts'
import type { Locale } from '../locale.ts'
import { dateIn } from '../views/formats.ts'
import { checking, type Site } from './checking.ts'
import { senderWord } from './sender.ts'
import { waitingSays, type Waiting } from './waiting.ts'

type Asking = { referral: string; token: string; from: string; sentAt: Date; until: Date; answered: boolean }
type Sitting = { meeting: string; at: Date; territory: string }

/**
 * All that each letter is told: days, the hour of a meeting, how many, a drawn reference, the kind of organisation that asks. No name,
 * place, room, trade or code has a way into one, and no word that anybody typed.
 */
export type Told = {
  request: Asking
  reminder: Asking
  error: { referral: string; sentAt: Date }
  convened: Sitting
  cancelled: Sitting
  invitation: { token: string; until: Date }
  inactivity: object
  /** `own`: of the organisation in which its reader manages access. */
  ending: { until: Date; own: boolean }
  review: { until: Date }
  call: Waiting & { now: Date }
}
export type Kind = keyof Told

/** `page`: the address to which the letter leads, under the site. */
type Row<T> = {
  subject: Bilingual
  page: (told: T) => string
  says: (told: T, at: Site & { url: string }) => Record<Locale, readonly string[]>
}

const saying = (options: Intl.DateTimeFormatOptions, zone: string) => (at: Date, language: Locale) =>
  dateIn(language, at, { ...options, timeZone: zone })
// Nobody knows yet where a letter is read: its days are those of Paris.
const day = saying({ day: 'numeric', month: 'long', year: 'numeric' }, 'Europe/Paris')
const hourAt = (territory: string) =>
  saying(
    {
      ...{ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
      ...{ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }
    },
    isTerritory(territory) ? zoneOf(territory) : 'Europe/Paris'
  )

const asking = (subject: Bilingual): Row<Asking> => ({
  subject,
  page: ({ token }) => `/lien/${token}`,
  says: ({ referral, from, sentAt, until, answered }, at) => {
    const [reference, sender] = [referenceOf(referral), senderWord(from)]
    const check = checking(at, reference)
    return {
      fr: [
        answered
          ? 'Votre question a reçu une réponse, et la vôtre reste attendue. Ouvrez ce lien pour la lire :'
          : 'Une réponse professionnelle vous est demandée. Ouvrez ce lien pour lire la demande et y répondre :',
        at.url,
        `De la part de : ${sender.fr}. Référence : ${reference}, envoyée le ${day(sentAt, 'fr')}.`,
        `Le lien est personnel et s’ouvre jusqu’au ${day(until, 'fr')}. Ne le transférez pas.`,
        check.fr
      ],
      en: [
        answered
          ? 'Your question has an answer, and yours is still awaited. Open the link above to read it.'
          : 'You are asked for a professional answer. Open the link above to read the request and answer it.',
        `From: ${sender.en}. Reference: ${reference}, sent on ${day(sentAt, 'en')}.`,
        `The link is personal and opens until ${day(until, 'en')}. Please do not forward it.`,
        check.en
      ]
    }
  }
})

const sitting = { page: ({ meeting }: Sitting) => `/reunions/${meeting}` }

/** What leaves the house in clear, by mail: a mailbox is read over shoulders, and by whoever carries it. */
export const clear: { [K in Kind]: Row<Told[K]> } = {
  request: asking({ fr: 'Une réponse vous est demandée', en: 'An answer is asked of you' }),
  reminder: asking({
    fr: 'Rappel : une réponse vous est demandée',
    en: 'Reminder: an answer is asked of you'
  }),
  error: {
    subject: { fr: 'Erreur de saisie, à oublier', en: 'Entered in error, please disregard' },
    page: () => '',
    says: ({ referral, sentAt }, site) => {
      const reference = referenceOf(referral)
      const check = checking(site, reference)
      return {
        fr: [
          `La demande ${reference}, envoyée le ${day(sentAt, 'fr')}, vous a été adressée par erreur : une erreur de saisie, à oublier.`,
          'Son lien n’ouvre plus rien et aucune réponse n’est attendue. Supprimez ce message et le précédent.',
          check.fr
        ],
        en: [
          `Request ${reference}, sent on ${day(sentAt, 'en')}, was sent to you by mistake: an entry made in error, please disregard it.`,
          'Its link opens nothing any more and no answer is awaited. Please delete this message and the one before.',
          check.en
        ]
      }
    }
  },
  convened: {
    ...sitting,
    subject: { fr: 'Réunion : vous êtes convoqué', en: 'You are called to a meeting' },
    says: ({ at, territory }, { url }) => ({
      fr: [
        `Réunion de la cellule le ${hourAt(territory)(at, 'fr')} (heure locale). La salle et l’ordre du jour se lisent après connexion :`,
        url
      ],
      en: [
        `The cell meets on ${hourAt(territory)(at, 'en')} (local time). The room and the agenda are read once you have signed in, at the address above.`
      ]
    })
  },
  cancelled: {
    ...sitting,
    subject: { fr: 'Réunion annulée', en: 'Meeting cancelled' },
    says: ({ at, territory }) => ({
      fr: [
        `La réunion du ${hourAt(territory)(at, 'fr')} est annulée. Le fichier joint la retire de votre agenda.`
      ],
      en: [
        `The meeting of ${hourAt(territory)(at, 'en')} is cancelled. The file enclosed takes it out of your calendar.`
      ]
    })
  },
  invitation: {
    subject: { fr: 'Votre accès professionnel', en: 'Your work access' },
    page: ({ token }) => `/invitation/${token}`,
    says: ({ until }, at) => ({
      fr: [
        'Une personne avec qui vous travaillez vous ouvre un accès à MNIO. Ouvrez ce lien et identifiez-vous :',
        at.url,
        `Il est personnel, sert une fois et s’ouvre jusqu’au ${day(until, 'fr')}. Ne le transférez pas. Si vous n’attendez rien de tel, laissez-le.`,
        checking(at, null).fr
      ],
      en: [
        'Somebody you work with gives you access to MNIO. Open the link above and sign in.',
        `It is personal, works once and opens until ${day(until, 'en')}. Please do not forward it. If you expect nothing of the kind, leave it.`,
        checking(at, null).en
      ]
    })
  },
  inactivity: {
    subject: { fr: 'Votre accès va se fermer', en: 'Your access will close' },
    page: () => '/connexion',
    says: (_, { url }) => ({
      fr: [
        'Vous ne vous êtes pas identifié sur MNIO depuis longtemps. Pour garder votre accès, identifiez-vous dans les trente jours :',
        url
      ],
      en: [
        'You have not signed in to MNIO for a long time. To keep your access, sign in within thirty days at the address above.'
      ]
    })
  },
  // Which of them it is would tell what the organisation does.
  ending: {
    subject: { fr: 'Une échéance administrative', en: 'An administrative date' },
    page: ({ own }) => (own ? '/personnes' : '/organisations'),
    says: ({ until }, { url }) => ({
      fr: [
        `Une habilitation que vous suivez dans MNIO prend fin le ${day(until, 'fr')}. La suite se demande à temps : ensuite, ce qu’elle ouvre se ferme. Elle se lit après connexion :`,
        url
      ],
      en: [
        `An accreditation that you look after in MNIO ends on ${day(until, 'en')}. Ask for what follows in time: afterwards, what it opens closes. It is read once you have signed in, at the address above.`
      ]
    })
  },
  review: {
    subject: { fr: 'Revue des accès à faire', en: 'Access review due' },
    page: () => '/personnes/revue',
    says: ({ until }, { url }) => ({
      fr: [
        'Deux fois par an, la personne qui gère les accès relit qui peut voir quoi dans MNIO, retire ce qui n’a plus lieu d’être, et confirme.',
        `La revue de ce semestre est à confirmer au plus tard le ${day(until, 'fr')} :`,
        url
      ],
      en: [
        'Twice a year whoever manages access reads who may see what in MNIO, takes away what should no longer be, and confirms.',
        `The review of this half-year is to be confirmed by ${day(until, 'en')} at the latest, at the address above.`
      ]
    })
  },
  call: {
    subject: { fr: 'MNIO : du nouveau pour vous', en: 'MNIO: something waits for you' },
    page: () => '',
    says: ({ now, ...waiting }, { publicUrl }) => waitingSays(waiting, { now, host: new URL(publicUrl).host })
  }
}

/** What leaves by calendars: that something falls due that day, or that a meeting is held at that hour. */
export const entrySays = {
  deadlines: (count: number) => (count === 1 ? 'Échéance MNIO' : `${count} échéances MNIO`),
  meeting: () => 'Réunion MNIO'
}
