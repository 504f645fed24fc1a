import type { Opening, Recount } from '../../act/command.ts'
import { date, optional } from '../../vocabulary/fields.ts'

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

/**
 * What a civil party may ask for once a decision is final: help in recovering, and to be paid of what was confiscated. Neither waits
 * for what is known of the assets or of the CIVI: what is left to pay is for the fund and the agency to say (CPP 706-15-2, 706-164).
 */
const ofFinal: readonly Opening[] = [
  { code: 'D-SARVI-OPEN' },
  { code: 'D-SARVI', doubts: [{ doubt: 'maybeInadmissible' }] },
  { code: 'D-AGRASC', doubts: [{ doubt: 'maybeAwardedLater' }] }
]
export const recoveredOnceFinal = ofFinal.map((one) => ({
  ...one,
  startsOn: 'finalOn',
  when: 'civilParty'
})) satisfies readonly Opening[]

/** Of whoever was a civil party before that day, and is only now written down as one. */
export const recoveredOfParty: readonly Opening[] = ofFinal.map((one) => ({
  ...one,
  sinceFact: { fact: 'finalOn', notAfter: 'on' }
}))

const awarded = { whenInput: { field: 'outcome', is: 'awarded' } } as const
/** Damages awarded by the decision that is recorded: no later one is waited for. */
export const recoveredOnceAwarded: readonly Opening[] = ofFinal.map(({ code, doubts = [] }) => ({
  ...{ code, startsOn: 'finalOn', ...awarded },
  doubts: doubts.filter(({ doubt }) => doubt !== 'maybeAwardedLater')
}))
/** The earlier day stays the safe one, and the six months end in law by the decision that is known now. */
export const awardedNow: Recount = {
  ...{ codes: ['D-AGRASC'], on: 'finalOn', whenInput: [awarded.whenInput] },
  ...{ settles: 'maybeAwardedLater', keepsDay: true }
}
