import type { CivilDate } from '../calendar/civil-date.ts'
import { doubts, givenBy, type DoubtId, type Doubted, type InLaw } from './doubts.ts'
import type { Duration } from './row.ts'

// What the doubts of one clock give it, taken together.

export const isEndless = ({ doubts: all }: InLaw): boolean => all.some((one) => givenBy(one) === 'no end')

export const isOfWholeDay = ({ doubts: all }: InLaw): boolean =>
  all.some((one) => givenBy(one) === 'the day of the notice')

export const isMovedOn = ({ doubts: all }: InLaw): boolean =>
  all.some((one) => givenBy(one) === 'the next working day')

/** The other days that it may count from, each with how long after. */
export const othersDays = ({ doubts: all }: InLaw): { from: CivilDate; after: Duration }[] =>
  all.flatMap((one) => {
    const given = givenBy(one)
    return typeof given === 'object' && 'anewAfter' in given && one.from !== undefined
      ? [{ from: one.from, after: given.anewAfter }]
      : []
  })

type Until = { from: CivilDate; after: Duration; clear: boolean; asIs: boolean; since: Duration | null }

/** The days before which it does not end in law, each with how long after. */
export const notBefore = ({ doubts: all }: InLaw): Until[] =>
  all.flatMap((one) => {
    const given = givenBy(one)
    return typeof given === 'object' && 'untilAfter' in given && one.from !== undefined
      ? [
          {
            ...{ from: one.from, after: given.untilAfter, since: given.since ?? null },
            ...{ clear: given.clear ?? false, asIs: given.asIs ?? false }
          }
        ]
      : []
  })

type Bound = Duration | 'the whole time' | 'that day'

const boundOf = (one: Doubted): Bound | null => {
  const given = givenBy(one)
  return typeof given === 'object' && 'safeWithin' in given ? given.safeWithin : null
}

/** The days that it is safe no longer than, or than so long after, or than its whole time counted from them. */
export const safeUntil = ({ doubts: all }: InLaw): { from: CivilDate; within: Bound }[] =>
  all.flatMap((one) => {
    const within = boundOf(one)
    return within === null || one.from === undefined ? [] : [{ from: one.from, within }]
  })

/** Without what keeps the safe day sooner, where that is so soon already. */
export const unbound = (inLaw: InLaw): InLaw => ({
  ...inLaw,
  doubts: inLaw.doubts.filter((one) => boundOf(one) === null)
})

/** With one doubt more; of two that count from a day, the later, but of two that keep the safe day sooner, the earlier. */
export const withDoubt = (some: readonly Doubted[], one: Doubted): Doubted[] => {
  const known = some.find(({ id }) => id === one.id)
  const isLater = known?.from !== undefined && one.from !== undefined && known.from > one.from
  const kept = known !== undefined && isLater === (boundOf(one) === null) ? known : one
  return [...some.filter(({ id }) => id !== one.id), kept]
}

/** Whether a doubt counts from a day of its own. */
export const isOfADay = (id: DoubtId): boolean =>
  typeof doubts[id].gives === 'object' && !('more' in doubts[id].gives)

/** Whether what is given more ends on a working day, of a time that nothing else moves. */
export const endsMoved = ({ doubts: all }: InLaw): boolean =>
  all.some((one) => {
    const given = givenBy(one)
    return typeof given === 'object' && 'more' in given && given.moved === true
  })

export const longerBy = ({ doubts: all }: InLaw): Duration[] =>
  all.flatMap((one) => {
    const given = givenBy(one)
    if (typeof given !== 'object' || !('more' in given)) return []
    return given.toTheEve ? [given.more, { n: -1, unit: 'days' }] : [given.more]
  })
