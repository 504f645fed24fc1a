import type { Task } from 'graphile-worker'
import type { Gate } from '../acts/command-validation.ts'
import { fireDue } from './fire.ts'
import type { OnFault } from './rounds.ts'
import { heldUntil } from './taking.ts'
import type { Log } from '../log.ts'

/** A job that a process which already fires leaves to another worker. */
const forOthers = 'fire'

/**
 * The minute's round of the clocks: one for a process, as long as it takes. Whoever finds something to do asks the other
 * workers to join, and takes no second round itself, which would only keep tellings and letters waiting.
 */
export const openFiring = (gate: Gate, log: Log): { fire: Task; refused: () => string[] } => {
  let firing = false
  const onFault: OnFault = (error, clock) =>
    log.error({ err: error, ...clock }, 'a deadline could not be fired')
  const round = async (signal: AbortSignal | undefined, onBatch: () => unknown) => {
    firing = true
    try {
      // Not logged: how many fired. One clock more would tell of an act that others may not know of.
      await fireDue(gate, onFault, { signal, onBatch })
    } finally {
      firing = false
    }
  }
  return {
    fire: async (_, { addJob, abortSignal }) => {
      const join = () => addJob('fire', {}, { jobKey: 'fire', flags: [forOthers] })
      if (firing) return void (await join())
      await round(abortSignal, join)
      // Whoever holds what is left may have been killed: it is looked at again as soon as it can be taken.
      const runAt = abortSignal?.aborted ? null : await heldUntil(gate)
      if (runAt) await addJob('fire', {}, { jobKey: 'fire.held', runAt })
    },
    refused: () => (firing ? [forOthers] : [])
  }
}
