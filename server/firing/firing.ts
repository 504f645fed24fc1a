import type { Task } from 'graphile-worker'
import type { Gate } from '../acts/command-validation.ts'
import { fireDue } from './fire.ts'
import type { OnFault } from './rounds.ts'
import type { Log } from '../log.ts'

// Half of what two cores can do: the pages are served by the same process where there is only one.
const lanes = 2

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
      await fireDue(gate, onFault, { lanes, signal, onBatch })
    } finally {
      firing = false
    }
  }
  return {
    fire: async (_, { addJob, abortSignal }) => {
      const join = () => addJob('fire', {}, { jobKey: 'fire', flags: [forOthers] })
      await (firing ? join() : round(abortSignal, join))
    },
    refused: () => (firing ? [forOthers] : [])
  }
}
