import type { EventRow } from '../cases/store.ts'
import type { Alike } from '../db/schema/schema.ts'
import { countedFor } from '../deadlines/disclosure.ts'
import { asDisclosed } from './brand.ts'
import { atTheirHour, discloseEvents, follows, type Telling } from './events.ts'
import type { Parts } from './snapshot.ts'

type Reading = Telling & { now: Date }

/** What is counted as it would be told of each of them, by the hour of where the reader is told that the person is. */
const toldAmong = (acts: readonly Alike[], { sight, now }: Reading): readonly Alike[] =>
  countedFor(sight, acts, () =>
    acts
      .filter(({ metAt }) => metAt === null || new Date(metAt) <= now)
      .map((act) => ({ ...act, input: act.metInput ?? act.input }))
  )

const sum = (acts: readonly Alike[]) => acts.reduce((all, { n }) => all + n, 0)

/**
 * The story of a case as its reader is told it: the lines of the newest acts, and how many come before them. `earlier`: which
 * acts those are that they may follow, each named once for what it filled in, the newest last.
 */
export const discloseStory = ({ story, events }: Pick<Parts, 'story' | 'events'>, reading: Reading) => {
  const { sight, now } = reading
  const linesOf = (acts: readonly EventRow[]) => discloseEvents(atTheirHour(acts, sight, now), reading)
  // Of the acts that are counted some were read as well: they are among the lines, and not before them.
  const counted = linesOf(events.filter(({ seq }) => seq <= story.upTo))
  const further = linesOf(events.filter(({ seq }) => seq > story.upTo))
  const acts = toldAmong(story.acts, reading)
  const followed = acts.filter((act) => follows(act, reading))
  const inAWord = acts.filter((act) => !follows(act, reading) && sight.inAWord(act) !== null)
  return asDisclosed({
    events: [...counted, ...further],
    before: sum([...followed, ...inAWord]) - counted.length,
    earlier: followed
      .filter(({ struck }) => !struck)
      .toSorted((one, other) => one.last - other.last)
      .map(({ command }) => command)
  })
}

export type DisclosedStory = ReturnType<typeof discloseStory>
