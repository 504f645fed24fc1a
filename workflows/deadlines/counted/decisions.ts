import type { CivilDate } from '../../calendar/calendar.ts'
import { leavings } from '../../regions/residence/contested.ts'
import type { Doubted, InLaw } from '../doubts.ts'
import type { DeadlineCode } from '../register.ts'
import { noticeOf } from '../running/contested.ts'
import { known } from '../running/doubted.ts'
import { stoppableStates, type DeadlineState } from '../states.ts'
import { isOfSilence, writtenAt, type Filed } from './acts.ts'
import { endsAt } from './ends.ts'
import type { Decision } from './life.ts'
import { leftByActs } from './doubtful.ts'

// The decisions of a case are known by the clocks that it has had: one that was cut, lengthened or contested has left each of its own.

export type Kept = { code: DeadlineCode; state: DeadlineState; startsOn: CivilDate; inLaw?: InLaw | null }
export type Known<C> = { decision: Decision; live: C | null }

const lengthOf = (code: DeadlineCode) => leavings.find((all) => all.some((one) => one === code))

/** A time that gives way to a shorter one is of the same decision. */
const familyOf = (code: DeadlineCode) => lengthOf(code)?.join() ?? code

/** The longest of its times is the one that its notice gave: what comes upon it only cuts. */
const firstOf = (rows: readonly Kept[]): Kept => {
  const rank = ({ code }: Kept) => lengthOf(code)?.findIndex((one) => one === code) ?? 0
  return rows.toSorted((one, other) => rank(one) - rank(other))[0]!
}

/** What its own notice left in doubt, and its hour: the rest is of the acts. */
const ownOf = (row: Kept): InLaw | null => {
  const { inLaw } = row
  if (!inLaw) return null
  const isFirst = row.startsOn === noticeOf(row)
  const isOwn = ({ id }: Doubted) => (id === 'hourUnknown' ? isFirst : !leftByActs(row.code).includes(id))
  return known({ hour: isFirst ? inLaw.hour : null, doubts: inLaw.doubts.filter(isOwn) })
}

type Around = { territory: string; filed: readonly Filed[] }

const isLive = ({ state }: Kept) => stoppableStates.some((one) => one === state)

/** `all`: its clocks; `live`: the one that counts it. */
const decisionOf = (all: readonly Kept[], live: Kept | null, { territory, filed }: Around): Decision => {
  const first = firstOf(all)
  const own = ownOf(live?.code === first.code ? live : first)
  const [code, notice] = [first.code, noticeOf(first)]
  return {
    ...{ code, notice, own, over: live === null, since: writtenAt({ code, notice }, filed) },
    silence: isOfSilence({ code, notice }, filed),
    days: [...new Set([notice, ...all.map(({ startsOn }) => startsOn)])],
    ends: endsAt(territory, own)
  }
}

/** Each decision with the clock that counts it, none where that was stopped; two of one day that both count are two. */
export const decisionsOf = <C extends Kept>(rows: readonly C[], around: Around): Known<C>[] =>
  [...Map.groupBy(rows, (row) => `${familyOf(row.code)} ${noticeOf(row)}`).values()].flatMap((all) => {
    const live = all.filter(isLive)
    const [row = null] = live
    return live.length > 1
      ? live.map((one) => ({ live: one, decision: decisionOf([one], one, around) }))
      : [{ live: row, decision: decisionOf(all, row, around) }]
  })
