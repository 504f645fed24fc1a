import type { Opening, Recount } from '../../act/command.ts'
import { date, optional } from '../../vocabulary/fields.ts'
import { payable } from './assets.ts'

/** CPP 706-5: a year « après la décision ». Its day is the safe one; the end in law is counted once it is final. */
export const claimWithin = (startsOn: string) => ({ code: 'D-CIVI-DECISION', startsOn }) as const
export const judgedOn = optional(
  date({
    label: { fr: 'Rendue le', en: 'Given on' },
    hint: {
      fr: 'L’année pour saisir la CIVI se compte au plus tôt de ce jour (CPP 706-5).',
      en: 'The year to claim to the CIVI counts from this day at the earliest (CPP 706-5).'
    },
    dataClass: 'F'
  })
)
export const claimOnceFinal: readonly Opening[] = [
  {
    ...claimWithin('judgedOn'),
    given: 'judgedOn',
    doubts: [{ doubt: 'laterDecision', from: 'finalOn' }]
  },
  { ...claimWithin('finalOn'), unlessGiven: 'judgedOn' }
]
/** The three years from the acts end no earlier than a year after the final decision (CPP 706-5). */
export const extendedBy: readonly Recount[] = [
  { codes: ['D-CIVI-OFFENCE'], on: 'finalOn', whenInput: [], doubt: 'yearOfDecision' }
]

/** Of a civil party's final judgment, unless what was taken is known to have been paid or given back already (CPP 706-164). */
export const payableOfAssets: readonly Opening[] = [
  { unlessGiven: 'seizedStand' },
  ...payable.map((is) => ({ whenInput: { field: 'seizedStand', is } }))
].map((known) => ({
  ...{ code: 'D-AGRASC', startsOn: 'finalOn', when: 'civilParty', doubts: [{ doubt: 'maybeAwardedLater' }] },
  ...known
}))
