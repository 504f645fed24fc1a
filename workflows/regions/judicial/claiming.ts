import type { Opening, Recount } from '../../act/command.ts'
import { date, optional } from '../../vocabulary/fields.ts'

/** CPP 706-5: a year « après la décision ». Its day is the safe one; the end in law is counted once it is final. */
export const claimWithin = (startsOn: string) =>
  ({ code: 'D-CIVI-DECISION', startsOn, when: 'compensationNotClaimed' }) as const
export const judgedOn = optional(
  date({
    label: { fr: 'Rendue le', en: 'Given on' },
    hint: {
      fr: 'L’année pour saisir la CIVI se compte au plus tôt de ce jour (CPP 706-5). Jour du jugement inconnu : elle se compte du jour où la décision est définitive, et peut finir plus tôt.',
      en: 'The year to claim to the CIVI counts from this day at the earliest (CPP 706-5). Day of the judgment unknown: it counts from the day the decision is final, and may end sooner.'
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
 * What a civil party may ask for once a decision is final: help in recovering, to be paid of what was confiscated, and more of the
 * CIVI where it was asked already. None waits for what is known of the assets or of what was paid: that is for the fund, the
 * agency and the commission to say (CPP 706-15-2, 706-164, 706-8).
 */
const ofFinal = [
  { code: 'D-SARVI-OPEN', when: [], doubts: [] },
  { code: 'D-SARVI', when: [], doubts: [{ doubt: 'maybeInadmissible' }] },
  { code: 'D-AGRASC', when: [], doubts: [{ doubt: 'maybeAwardedLater' }] },
  { code: 'D-CIVI-COMPLEMENT', when: ['compensationClaimed'], doubts: [{ doubt: 'maybeCivilLater' }] }
] as const satisfies readonly Opening[]
export const recoveredOnceFinal: readonly Opening[] = ofFinal.map((one) => ({
  ...one,
  startsOn: 'finalOn',
  when: ['civilParty', ...one.when]
}))

/** Of whoever was a civil party before that day, and is only now written down as one; an association beside the person is not they. */
export const recoveredOfParty: readonly Opening[] = ofFinal.map((one) => ({
  ...one,
  was: 'notCivilParty',
  when: ['civilParty', ...one.when],
  sinceFact: { earliest: ['convictionsFinalOn', 'finalOn'], notAfter: 'on' }
}))

/** Of whoever asks the CIVI after the civil decision: it may yet award less (CPP 706-8). */
export const complementOfFirst: readonly Opening[] = (['listed', 'incapacity', 'means'] as const).map(
  (is) => ({
    code: 'D-CIVI-COMPLEMENT',
    was: 'compensationNotClaimed',
    when: 'civilParty',
    whenInput: { field: 'ground', is },
    sinceFact: { earliest: ['convictionsFinalOn', 'finalOn', 'damagesOn'] },
    doubts: [{ doubt: 'maybeCivilLater' }]
  })
)

const awarded = { whenInput: { field: 'outcome', is: 'awarded' } } as const
/** Damages awarded. Another accused may be judged yet, and more be awarded: what a later decision gives stays in doubt. */
export const recoveredOnceAwarded: readonly Opening[] = ofFinal.map((one) => ({
  ...one,
  ...awarded,
  startsOn: 'finalOn'
}))
