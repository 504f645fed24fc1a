import { seats } from '../../workflows/configuration/cell.ts'
import { institutionsOf, missingKinds, quorumRefused } from '../../workflows/meeting/quorum.ts'
import { quorumUnmet, votersOf } from '../../workflows/meeting/tally.ts'
import type { OfItem, Seen } from './item.view.ts'
import { asQuestion } from './question.ts'
import type { MeetingView } from '../views/meetings.ts'
import { holdsSeat } from './store.ts'

/** On how many cases still to be examined those who may vote on it are too few. */
const shortOn = ({ meeting, members }: Seen, items: readonly OfItem[]) =>
  items.filter(({ item, close, given }) => {
    if (!close) return false
    return quorumUnmet(asQuestion(meeting, { item, members, close, given })) !== null
  }).length

/**
 * The quorum of the sitting, and on how many of its cases it is not reached: who flagged or follows somebody does not count
 * there. That number is for whoever conducts; to the others it would tell which institution is close to whom.
 */
export const quorumView = (seen: Seen, items: readonly OfItem[]): MeetingView['quorum'] => {
  const { meeting, members, conducts } = seen
  const { locale } = seen.reader
  const { rules } = meeting
  const voting = votersOf({ present: members.filter(holdsSeat), recused: new Set(), rules })
  const refused = quorumRefused(voting, rules.quorum)
  const missing = missingKinds(voting, rules.quorum)
  return {
    members: voting.length,
    institutions: institutionsOf(voting),
    must: rules.quorum.mustInclude.map((kind) => ({
      label: seats[kind][locale],
      here: !missing.includes(kind)
    })),
    reached: refused === null,
    reason: refused?.[locale] ?? null,
    shortOn: conducts && refused === null ? shortOn(seen, items) : 0
  }
}
