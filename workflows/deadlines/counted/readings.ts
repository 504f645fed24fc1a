import { isSaidOfAnother, type TimeAct } from './acts.ts'
import { cutTo, type Decision, type Reading } from './life.ts'

// What the law leaves open, and what was written down twice, or on one day.

const either = [false, true]

const isCuttable = ({ code }: Decision) => cutTo(code, 'hours') !== null

/** Whether it is cut by what is said of others alone, as a return ban is (CESEDA L614-4). */
const isBeside = ({ code }: Decision, acts: readonly TimeAct[]) =>
  acts.some((act) => act.does === 'cuts' && act.beside.includes(code) && !act.among.includes(code))

/** What is open here: by the acts and the times that there are. */
export const readingsOf = (acts: readonly TimeAct[], decisions: readonly Decision[]): Reading[] => {
  const some = (holds: (act: TimeAct) => boolean) => acts.some(holds)
  const only = (holds: boolean) => (holds ? either : [false])
  const requests = acts.filter((act) => act.does === 'asks')
  const isRecourse = (act: TimeAct) =>
    act.does !== 'cuts' && (act.what === 'gracious' || act.what === 'hierarchical')
  const isStrict = (act: TimeAct) => isRecourse(act) || (act.does === 'asks' && act.what === 'reasons')
  const ofAid = acts.filter((act) => act.does !== 'cuts' && act.what === 'aid')
  const isLonger = decisions.some(({ code, own, ends }) => {
    const first = { code, from: '2026-01-15', hour: null, since: 'notice', later: 0 } as const
    return own !== null || ends(first, true).at > ends(first, false).at
  })
  const cuts = some(({ does }) => does === 'cuts')
  return only(isLonger || cuts).flatMap((longer) =>
    only(some((act) => act.does === 'answers' && (act.later > 0 || act.lawyerOn !== null))).flatMap(
      (fifteen) =>
        only(some(({ does }) => does === 'answers')).flatMap((implied) =>
          only(requests.some(isRecourse)).flatMap((silent) =>
            only(requests.length > 1 && requests.some(isStrict)).flatMap((strict) =>
              only(
                ofAid.some(
                  (one) =>
                    one.does === 'asks' &&
                    ofAid.some((other) => other.does === 'answers' && other.on <= one.on)
                )
              ).flatMap((again) =>
                only(
                  cuts &&
                    (decisions.filter(isCuttable).length > 1 || decisions.some((one) => isBeside(one, acts)))
                ).map((person) => ({
                  ...{ longer, fifteen, implied, silent, strict, again, person }
                }))
              )
            )
          )
        )
    )
  )
}

const orders = [
  'asks answers cuts',
  'cuts asks answers',
  'answers asks cuts',
  'cuts answers asks',
  'asks cuts answers'
]

/** By their days; those of one day in either order, where one may change what another is. */
const ordered = (acts: readonly TimeAct[]): TimeAct[][] => {
  const isShared = acts.some((one, at) =>
    acts.some((other, place) => at !== place && one.on === other.on && one.does !== other.does)
  )
  return (isShared ? orders : orders.slice(0, 1)).map((order) =>
    acts.toSorted(
      (one, other) => one.on.localeCompare(other.on) || order.indexOf(one.does) - order.indexOf(other.does)
    )
  )
}

const isAlike = (one: TimeAct, other: TimeAct) => {
  // A house arrest is known by its own day.
  if (one.does === 'cuts')
    return other.does === 'cuts' && one.to === other.to && one.by === null && other.by === null
  return other.does === one.does && other.what === one.what
}

/** Acts of one decision; of several, what is said of none may be of another than these. */
type Among = { acts: readonly TimeAct[]; isAlone: boolean }

/** Whether two may be one that was written down twice: nothing of the other side that is of the same decision came between them. */
const mayBeOne = (one: TimeAct, other: TimeAct, { acts, isAlone }: Among) =>
  isAlike(one, other) &&
  !isSaidOfAnother(one, other) &&
  !acts.some(
    (act) =>
      act.does !== 'cuts' &&
      one.does !== 'cuts' &&
      act.does !== one.does &&
      act.what === one.what &&
      (act.said === null ? isAlone : act.said === one.said || act.said === other.said) &&
      act.on > (one.on < other.on ? one.on : other.on) &&
      act.on < (one.on < other.on ? other.on : one.on)
  )

/** Those of which each may be another, written down again. */
const alike = (among: Among): TimeAct[][] =>
  among.acts
    .reduce<TimeAct[][]>((all, act) => {
      const isOf = (some: readonly TimeAct[]) =>
        some.some((one) => one.on !== act.on && mayBeOne(one, act, among))
      return [...all.filter((some) => !isOf(some)), [...all.filter(isOf).flat(), act]]
    }, [])
    .filter((some) => some.length > 1)

/** What was written down more than once is all of these, or one of them. */
const variants = ({ acts, isAlone }: Among): TimeAct[][] =>
  alike({ acts, isAlone }).reduce<TimeAct[][]>(
    (all, some) =>
      all.flatMap((kept) => [
        kept,
        ...some.map((one) => kept.filter((act) => act === one || !some.includes(act)))
      ]),
    [[...acts]]
  )

/** Of what the person was perhaps not told, told or not. */
const toldOrNot = (acts: readonly TimeAct[]): TimeAct[][] =>
  acts.reduce<TimeAct[][]>(
    (all, act) =>
      all.flatMap((some) => (act.does === 'cuts' && act.maybe ? [some, [...some, act]] : [[...some, act]])),
    [[]]
  )

/** Every way in which these acts may have been, each with those that are of it in their order. */
export const waysOf = (acts: readonly TimeAct[], isAlone: boolean): TimeAct[][] => {
  const told = toldOrNot(acts).flatMap((some) => variants({ acts: some, isAlone }))
  const places = (some: readonly TimeAct[]) => some.map((act) => acts.indexOf(act)).join()
  return [...new Map(told.map((some) => [places(some), some])).values()].flatMap(ordered)
}
