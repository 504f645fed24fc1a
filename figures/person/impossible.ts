import { flagging } from '../../policies/grants.ts'
import type { DimensionId } from './person.ts'
import { bandWords } from './spans.ts'
import { recognition } from './recognition.ts'
import { quarterOf, who, yearOf } from './who.ts'

type Values = readonly string[]
type Pair = readonly [string, string]

const pairs = (one: DimensionId, values: Values, other: DimensionId, others: Values): Pair[] =>
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
  ...pairs('age_at_registration', ['adult', 'unknown'], 'age_at_reporting', ['minor']),
  ...pairs('age_at_registration', ['unknown'], 'age_at_reporting', ['adult']),
  ...pairs('age_at_registration', ['minor', 'adult'], 'age_at_reporting', ['unknown']),
  // A child when flagged was one when it began, and so was who still is one.
  ...pairs('age_at_start', ['adult', 'unknown'], 'age_at_registration', ['minor']),
  ...pairs('age_at_start', ['adult', 'unknown'], 'age_at_reporting', ['minor']),
  // Without an opinion there is no time to it, and with one nobody waits for it.
  ...pairs('decision', ['none'], 'opinion_span', bands),
  ...pairs(
    'decision',
    decisions.filter((one) => one !== 'none' && one !== 'unknown'),
    'opinion_span',
    ['waiting', 'ended']
  ),
  // An identification is waited for of those presumed alone.
  ...pairs(
    'status',
    statuses.filter((one) => one !== 'presumed'),
    'formal_span',
    ['waiting']
  )
]

/** Of most columns what is not known has a word; these always know. */
const known: readonly DimensionId[] = ['decision', 'closure', 'need', 'complaint', 'minor_path']
/** Whoever was flagged was so at an hour, and by somebody who may. */
const registrars = Object.keys(who.registrar_role.words).filter((role) => role !== 'unknown')

/** What nobody is who was flagged, by how columns are coded: a small count is not hidden among those who cannot be there. */
export const never: readonly string[] = [
  ...known.map((id) => `${id}=unknown`),
  'opinion_span=none',
  'closed_span=none',
  ...registrars.filter((role) => !(role in flagging)).map((role) => `registrar_role=${role}`)
]

/** What nobody flagged in a year could be yet at an instant: of a quarter that had not begun. */
export const toComeAt = (asOf: number, year: number): string[] => {
  const at = new Date(asOf).toISOString()
  if (yearOf(at) > year) return []
  const begun = yearOf(at) < year ? '' : quarterOf(at)
  return Object.keys(who.quarter.words)
    .filter((quarter) => quarter > begun)
    .map((quarter) => `quarter=${quarter}`)
}
