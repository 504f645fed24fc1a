import type { Doubting, Opening } from '../../act/command.ts'
import type { DeadlineCode } from '../../deadlines/deadlines.ts'
import { choice, date, hour, optional } from '../../vocabulary/fields.ts'

// What is asked of a notice because the time to appeal hangs on it. Nobody has to know: what is left out counts as the safe day
// does, and what is not known is said beside it.

const known = {
  yes: { fr: 'oui', en: 'yes' },
  no: { fr: 'non', en: 'no' },
  unknown: { fr: 'je ne sais pas', en: 'I do not know' }
} as const

export const remediesStated = (dataClass: 'C' | 'E' | 'F' | 'I') =>
  optional(
    choice(known, {
      label: { fr: 'Voies et délais de recours mentionnés ?', en: 'Ways and times of appeal stated?' },
      hint: {
        fr: 'S’ils ne le sont pas, aucun délai n’est opposable à la personne ; l’alerte reste réglée sur le délai court.',
        en: 'If they are not, no time limit holds against the person; the alert stays on the short one.'
      },
      dataClass
    })
  )

/** Of a house arrest, whether it was said to cut the month against the obligation to leave. */
export const informedFields = {
  informed: optional(
    choice(known, {
      label: {
        fr: 'Personne informée que le délai contre l’obligation de quitter est réduit à sept jours ?',
        en: 'Person told that the time against the obligation to leave is cut to seven days?'
      },
      hint: {
        fr: 'Les sept jours ne courent que de cette information (R921-1) ; sans elle, le mois continue. Sans réponse, la date sûre est celle des sept jours, la fin en droit au moins celle du mois.',
        en: 'The seven days run from that information alone (R921-1); without it the month goes on. Without an answer the safe date is that of the seven days, the end in law at least that of the month.'
      },
      dataClass: 'E'
    })
  ),
  informedOn: optional(
    date({
      label: { fr: 'Informée le', en: 'Told on' },
      hint: { fr: 'À défaut, le jour de la notification.', en: 'Failing that, the day of the notice.' },
      dataClass: 'E'
    })
  )
}

const notifiedAt = (dataClass: 'E' | 'I') =>
  optional(
    hour({
      label: { fr: 'Heure de la notification', en: 'Hour of the notice' },
      hint: {
        fr: 'Un délai de 48 heures court de cette heure. Inconnue, il se compte depuis le début du jour.',
        en: 'A time limit of 48 hours runs from it. Unknown, it counts from the start of the day.'
      },
      dataClass
    })
  )

const ofTwoMonthsAlone = {
  fr: 'Le délai de deux mois est augmenté d’un ou deux mois ; les autres délais ne le sont pas.',
  en: 'The time limit of two months is a month or two longer; the others are not.'
}
const ofEveryAppeal = {
  fr: 'Le délai d’appel, ou de pourvoi, est augmenté d’un ou deux mois (CJA R811-5, R821-2).',
  en: 'The time to appeal, on points of law as well, is a month or two longer (CJA R811-5, R821-2).'
}

const livesFar = (dataClass: 'C' | 'E' | 'I', hint = ofTwoMonthsAlone) =>
  optional(
    choice(
      {
        overseas: {
          fr: 'outre-mer et le tribunal est ailleurs, ou hors de la collectivité d’un tribunal d’outre-mer',
          en: 'overseas while the court is elsewhere, or away from the place of an overseas court'
        },
        abroad: { fr: 'à l’étranger', en: 'abroad' }
      },
      {
        label: { fr: 'La personne demeure loin du tribunal', en: 'The person lives far from the court' },
        hint,
        dataClass
      }
    )
  )
/** Of a judgment, against which distance lengthens whatever time there is. */
export const livesFarOfAppeal = (dataClass: 'C' | 'E' | 'I') => livesFar(dataClass, ofEveryAppeal)

const acknowledged = optional(
  choice(known, {
    label: {
      fr: 'Accusé de réception de la demande, avec voies et délais ?',
      en: 'Application acknowledged, with ways and times of appeal?'
    },
    hint: {
      fr: 'Sans lui, les délais de recours ne sont pas opposables à la personne.',
      en: 'Without it, times of appeal do not hold against the person.'
    },
    dataClass: 'E'
  })
)

/** Of a decision that was notified, from the day of which two months run. */
const noticeOf = (dataClass: 'C' | 'E') => ({
  remediesStated: remediesStated(dataClass),
  livesFar: livesFar(dataClass)
})
export const noticeFields = noticeOf('E')
/** Of one that tells that the person was a child in care. */
export const youngNoticeFields = noticeOf('C')
/** Of one that gives a month at the most, which no distance lengthens. */
export const shortNoticeFields = (dataClass: 'E' | 'I') => ({
  remediesStated: remediesStated(dataClass),
  notifiedAt: notifiedAt(dataClass)
})
/** Of one that may give either. */
export const anyNoticeFields = { ...shortNoticeFields('E'), livesFar: livesFar('E') }
/** Of a refusal that silence made. */
export const silentFields = { acknowledged, livesFar: livesFar('E') }

const ifSaid = (field: string, is: string) => ({ whenInput: { field, is } })

const unstated: readonly Doubting[] = [
  { doubt: 'unstated', ...ifSaid('remediesStated', 'no') },
  { doubt: 'maybeUnstated', ...ifSaid('remediesStated', 'unknown') }
]
/** The article lengthens the time of R421-1, and no other (R421-7). */
const far: readonly Doubting[] = [
  { doubt: 'distance', ...ifSaid('livesFar', 'overseas') },
  { doubt: 'abroad', ...ifSaid('livesFar', 'abroad') }
]
/** That of an appeal against a judgment as well, whatever its length (R811-5). */
export const farOfAppeal: readonly Doubting[] = [
  { doubt: 'distanceOfAppeal', ...ifSaid('livesFar', 'overseas') },
  { doubt: 'abroadOfAppeal', ...ifSaid('livesFar', 'abroad') }
]

/** What leaves the end of each time in doubt: of two months, of a month or seven days, and of 48 hours. */
export const ofTwoMonths = { doubts: [...unstated, ...far] } as const
/**
 * Ended against the person's will, what was given is refused: two months from the notice. Of a notice that nobody dates, the day
 * that is recorded counts, and it is said beside it that the letter may be older.
 */
export const endedAgainst = (
  code: DeadlineCode,
  field: string,
  reasons: readonly string[]
): readonly Opening[] =>
  reasons.flatMap((is): Opening[] => [
    { code, startsOn: 'notifiedOn', whenInput: { field, is }, ...ofTwoMonths },
    {
      ...{ code, startsOn: 'on', unlessGiven: 'notifiedOn', whenInput: { field, is } },
      doubts: [{ doubt: 'endNotNoticed', unlessGiven: 'notifiedOn' }, ...ofTwoMonths.doubts]
    }
  ])
export const ofNotice = { doubts: unstated } as const
/** Of the asylum court, whose own article says what the notice must. */
export const ofAsylumNotice = {
  doubts: [
    { doubt: 'asylumUnstated', ...ifSaid('remediesStated', 'no') },
    { doubt: 'asylumMaybeUnstated', ...ifSaid('remediesStated', 'unknown') }
  ]
} as const
/** Of a civil court, whose notice says the time and how to use it, or is void (CPC 680, 693). */
export const ofCivilNotice = {
  doubts: [
    { doubt: 'civilUnstated', ...ifSaid('remediesStated', 'no') },
    { doubt: 'civilMaybeUnstated', ...ifSaid('remediesStated', 'unknown') }
  ]
} as const
export const ofHours = {
  atHour: 'notifiedAt',
  doubts: [...unstated, { doubt: 'hourUnknown', unlessGiven: 'notifiedAt' }]
} as const
export const ofSilence = {
  doubts: [
    { doubt: 'unacknowledged', ...ifSaid('acknowledged', 'no') },
    { doubt: 'maybeUnacknowledged', ...ifSaid('acknowledged', 'unknown') },
    ...far
  ]
} as const
