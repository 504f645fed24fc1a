import type { Related } from '../gate/related.ts'
import { columns, type DimensionId } from './person.ts'
import { bandWords } from './spans.ts'
import { zoneFor } from './zones.ts'

const under = (column: DimensionId, ...words: readonly string[]) => words.map((word) => `${column}=${word}`)
const everybody = ['']
const bands = Object.keys(bandWords)

type Within = NonNullable<Related['within']>[number]

/** Of whom a country is known, its zone is as well. */
const countries = [
  ...Map.groupBy(Object.keys(columns.citizenship.words), (country) => zoneFor(country, undefined))
].flatMap(([zone, those]): Within[] =>
  zone === 'unknown' ? [] : [[under('citizenship', ...those), under('zone', zone)]]
)

/** The offer, the wish, the receipt and the interruption stand in both columns; and the time to the receipt begins with the offer. */
const reflecting: readonly Within[] = [
  [under('reflection', 'running', 'ran'), under('residence', 'run')],
  [under('residence', 'run'), under('reflection', 'running', 'ran', 'interrupted')],
  [under('reflection', 'accepted'), under('residence', 'accepted')],
  [under('reflection', 'declined'), under('residence', 'declined')],
  [under('reflection', 'unknown'), under('residence', 'offered')],
  [under('residence', 'none'), under('reflection', 'own_rules', 'not_offered')],
  [
    [
      ...under('residence', 'accepted', 'declined'),
      ...under('reflection', 'unknown', 'own_rules', 'not_offered')
    ],
    everybody
  ],
  [[...under('residence', 'offered'), ...under('reflection', 'own_rules', 'not_offered')], everybody],
  [under('receipt_span', ...bands), under('residence', 'run')],
  [under('receipt_span', 'waiting'), under('reflection', 'accepted')]
]

const positive = Object.keys(columns.decision.words).filter((word) => word.startsWith('positive'))
const recognised: readonly Within[] = [
  [under('decision', 'none'), under('age_at_identification', 'none')],
  [[...under('decision', ...positive), ...under('age_at_identification', 'none')], everybody],
  [under('age_at_identification', 'unknown'), under('age_at_registration', 'unknown')],
  [under('opinion_span', 'waiting'), under('closure', 'open')]
]

/** The outcome goes by the roof, and so does the need; whoever waits for a place has none yet. */
const seeking = under('need', 'emergency', 'seeking', 'no_place', 'refused', 'promised')
const housed: readonly Within[] = [
  [under('outcome', 'declined'), under('need', 'declined')],
  [under('outcome', 'waiting'), under('need', 'seeking')],
  [under('outcome', 'no_place'), under('need', 'no_place', 'refused')],
  [under('outcome', 'local'), under('need', 'emergency', 'housed')],
  [under('outcome', 'acse'), under('need', 'promised', 'housed', 'gone')],
  [under('match_span', 'waiting'), seeking],
  [under('bed_span', 'waiting'), seeking],
  [under('referrals', 'none'), under('answers', 'none')]
]

/** What the columns of the store say of one another, whatever somebody lived: what holds of most lives alone has no place here. */
export const related = {
  same: [
    ['residence=interrupted', 'reflection=interrupted'],
    ['closure=open', 'closed_span=waiting'],
    ['status=in_review', 'outcome=in_review'],
    ['status=insufficient', 'outcome=insufficient'],
    ['age_at_identification=none', 'bed_span=none']
  ],
  within: [...countries, ...reflecting, ...recognised, ...housed],
  sum: [[['residence=offered', 'receipt_span=none'], '']]
} as const satisfies Related
