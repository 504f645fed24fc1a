import type { DimensionId } from './person.ts'
import { bandWords } from './spans.ts'
import { recognition } from './recognition.ts'

type Values = readonly string[]
type Pair = readonly [string, string]

const never = (one: DimensionId, values: Values, other: DimensionId, others: Values): Pair[] =>
  values.flatMap((value) => others.map((beside): Pair => [`${one}=${value}`, `${other}=${beside}`]))

const bands = Object.keys(bandWords)
const decisions = Object.keys(recognition.decision.words)
const statuses = Object.keys(recognition.status.words)

/**
 * What nobody can be at once by how columns are coded, by the names of both: whoever reads this code knows that nobody stands there,
 * and looks for a small count in what is left of the line.
 */
export const impossible: readonly Pair[] = [
  // Nobody becomes a child; and whose age is not known, it is not at any date.
  ...never('age_at_registration', ['adult', 'unknown'], 'age_at_reporting', ['minor']),
  ...never('age_at_registration', ['unknown'], 'age_at_reporting', ['adult']),
  ...never('age_at_registration', ['minor', 'adult'], 'age_at_reporting', ['unknown']),
  // A child when flagged was one when it began, and so was who still is one.
  ...never('age_at_start', ['adult', 'unknown'], 'age_at_registration', ['minor']),
  ...never('age_at_start', ['adult', 'unknown'], 'age_at_reporting', ['minor']),
  // Without an opinion there is no time to it, and with one nobody waits for it.
  ...never('decision', ['none'], 'opinion_span', bands),
  ...never(
    'decision',
    decisions.filter((one) => one !== 'none' && one !== 'unknown'),
    'opinion_span',
    ['waiting', 'ended']
  ),
  // An identification is waited for of those presumed alone.
  ...never(
    'status',
    statuses.filter((one) => one !== 'presumed'),
    'formal_span',
    ['waiting']
  )
]
