import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { standPostgres } from '../support/running/postgres.ts'
import { night, type Night } from './night.ts'

// Clocks that fall due at one midnight: `npm run clocks -- --n 10000 --poisoned 500`. PostgreSQL flushes as in production. The
// last line is JSON.

const { values } = parseArgs({
  options: { n: { type: 'string', default: '10000' }, poisoned: { type: 'string', default: '500' } }
})
const poisoned = Number(values.poisoned)

const within = 120
const rounded = (value: number) => Math.round(value * 10) / 10

/** Null where CPU time is not known. */
const work = ({ node, postgres }: Night): { node: number; postgres: number } | null =>
  postgres === null || node.includes(null)
    ? null
    : { node: node.reduce<number>((sum, one) => sum + one!, 0), postgres }

const aim = (wanted: number, reached: number | null, passes: (reached: number) => boolean) => ({
  aim: wanted,
  reached: reached === null ? null : rounded(reached),
  pass: reached !== null && passes(reached)
})

/** The second figure holds on a busy machine too: what the same work takes two cores that have nothing else to do. */
const aimsOf = (result: Night) => {
  const spent = work(result)
  const atMost = (most: number) => (reached: number) => reached <= most
  const exactly = (count: number) => (reached: number) => reached === count
  return {
    'seconds until the last was fired': aim(within, result.drained, atMost(within)),
    'CPU seconds of all of it, shared by two cores': aim(
      within,
      spent && (spent.node + spent.postgres) / 2,
      atMost(within)
    ),
    'cases left as if each had been fired alone': aim(
      result.healthy,
      result.healthy - result.different.length,
      exactly(result.healthy)
    ),
    'poisoned, set back and shown': aim(poisoned, result.setBack, exactly(poisoned)),
    'what the poisoned said': aim(0, result.saidOfPoisoned, exactly(0)),
    'others set back': aim(0, result.setBackWrongly, exactly(0)),
    'chains of the journal at fault': aim(0, result.faults, exactly(0))
  }
}

const report = (result: Night) => {
  const { clocks, victim, drained, told, latest, errors, setBack } = result
  const fired = clocks - setBack
  const spent = work(result)
  console.log(
    `${fired} clocks fired in ${drained} s (${rounded(fired / drained)} a second), told in ${told} s`
  )
  console.log(`the killed worker held ${victim?.held} cases; the last clock spoke ${latest} s after midnight`)
  if (spent)
    console.log(
      `CPU a clock: ${rounded((1000 * spent.node) / fired)} ms Node, ${rounded((1000 * spent.postgres) / fired)} ms PostgreSQL, tellings and killing included`
    )
  console.log(`set back: ${JSON.stringify(errors)}`)
  for (const one of result.different.slice(0, 3)) console.log(one)
}

const postgres = await standPostgres({ durable: true })
try {
  const result = await night(
    { clocks: Number(values.n), poisoned, say: (line) => console.error(line) },
    postgres
  )
  report(result)
  const aims = aimsOf(result)
  console.log(JSON.stringify({ clocks: result.clocks, cores: cpus().length, aims }))
  if (Object.values(aims).some(({ pass }) => !pass)) process.exitCode = 1
} finally {
  await postgres.stop()
}
