import type { Gate } from '../acts/command-validation.ts'
import { newHold, release, setBack, takeBatch, type Hold } from './taking.ts'

/** What is said of a failure. Without a clock, the case itself could not be had: it is left to its lease. */
export type OnFault = (error: unknown, clock?: { deadline: string; attempts: number }) => void

/** Until it is told to stop; `onBatch` hears each time that there is something to do. */
export type Manner = { signal?: AbortSignal | undefined; onBatch?: () => unknown }

/** Fires the clock of a case that fell due first, once it has said which. */
export type FireOne = (
  gate: Gate,
  caseId: string,
  chosen: (id: string) => void
) => Promise<{ fired: boolean; more: boolean }>

type Round = { gate: Gate; hold: Hold; fireOne: FireOne; onFault: OnFault; signal: AbortSignal | undefined }

// A clock that is due again as soon as it was fired would hold the worker for ever.
const mostOfOneCase = 200

/**
 * The due clocks of one case, in the order in which they fell due. One that fails is set back and the later ones go: each
 * counts a right of its own, which no fault of another may hold back, and asks where the case stands when its turn comes.
 */
const fireCase = async ({ gate, hold, fireOne, onFault, signal }: Round, caseId: string): Promise<number> => {
  let fired = 0
  for (let turn = 0; turn < mostOfOneCase; turn++) {
    const seen: { id?: string } = {}
    try {
      const outcome = await fireOne(gate, caseId, (id) => (seen.id = id))
      if (outcome.fired) fired++
      if (!outcome.more || signal?.aborted) return fired
    } catch (error) {
      if (seen.id === undefined) {
        onFault(error)
        break
      }
      onFault(error, { deadline: seen.id, attempts: await setBack(gate, seen.id, error) })
    }
  }
  hold.left.push(caseId)
  return fired
}

/** One case after another: of two at a time, which speaks first would tell that one has a clock more. */
const fireBatch = async (round: Round, cases: string[]): Promise<number> => {
  let fired = 0
  for (let next = cases.shift(); next && !round.signal?.aborted; next = cases.shift())
    fired += await fireCase(round, next)
  return fired
}

/** Takes batch after batch until nothing is left that no other worker has taken. Returns how many were fired. */
export const fireInTurn = async (
  fireOne: FireOne,
  gate: Gate,
  onFault: OnFault,
  { signal, onBatch }: Manner
): Promise<number> => {
  const round: Round = { gate, hold: newHold(), fireOne, onFault, signal }
  for (let fired = 0; ;) {
    const cases = await takeBatch(gate, round.hold)
    if (cases.length === 0) return fired
    await onBatch?.()
    fired += await fireBatch(round, cases)
    if (!signal?.aborted) continue
    await release(gate, round.hold)
    return fired
  }
}
