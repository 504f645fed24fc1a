import { fire, type Outcome, type Volley } from './load.ts'

/** What has been computed and asked so far. */
export type Counters = { nodeMicros: number; postgresMicros: number | null; statements: number }
/** An outcome, with what one request cost: it holds on a busy machine, where rates do not. */
export type Volleyed = Outcome & Counters

export const countedVolley = async (volley: Volley, counters: () => Promise<Counters>): Promise<Volleyed> => {
  const before = await counters()
  const outcome = await fire(volley)
  const after = await counters()
  const each = (name: 'nodeMicros' | 'statements') =>
    (after[name] - before[name]) / Math.max(1, outcome.requests)
  return {
    ...outcome,
    nodeMicros: each('nodeMicros'),
    statements: each('statements'),
    postgresMicros:
      after.postgresMicros === null || before.postgresMicros === null
        ? null
        : (after.postgresMicros - before.postgresMicros) / Math.max(1, outcome.requests)
  }
}
