import { cpus } from 'node:os'
import pg from 'pg'
import { fire, type Outcome } from './load.ts'
import { connections, prepareMeasures, type Measure } from './measures.ts'
import { openStage, type Stage } from './stage.ts'
import { verdicts } from './aims.ts'

const quick = process.argv.includes('--quick')
const plan = quick
  ? { small: 10_000, large: 100_000, rounds: 3, seconds: 0.4, most: 2_000, prepared: 120 }
  : { small: 10_000, large: 100_000, rounds: 7, seconds: 1.2, most: 10_000, prepared: 480 }

const began = Date.now()
const say = (text: string) =>
  console.error(`${((Date.now() - began) / 1000).toFixed(1).padStart(6)} s  ${text}`)

export type Round = { app: Outcome; floor: Outcome }
export type Measured = { measure: Measure; rounds: Round[] }

const volley = ({ port, next }: Measure['app']) =>
  fire({ port, next, connections, seconds: plan.seconds, most: plan.most })

/** The application and its floor take turns, and change who goes first: what else the machine does falls on both. */
const runRound = async ({ measure, rounds }: Measured, turn: number) => {
  const bytes = rounds[0]?.app.bytes ?? (await warm(measure))
  if (turn % 2 === 0) {
    const app = await volley(measure.app)
    rounds.push({ app, floor: await volley(measure.floor(bytes)) })
  } else {
    const floor = await volley(measure.floor(bytes))
    rounds.push({ app: await volley(measure.app), floor })
  }
  const { app, floor } = rounds.at(-1)!
  say(
    `${measure.name} ${measure.login} at ${measure.cases}: ${app.perSecond}/s p50 ${app.p50} ms; floor ${floor.perSecond}/s p50 ${floor.p50} ms; ratio ${(app.perSecond / floor.perSecond).toFixed(2)}`
  )
}

/** Statements prepared, code compiled, connections opened; and how long an answer is. */
const warm = async ({ app, floor }: Measure): Promise<number> => {
  const first = { connections, seconds: 0.5, most: 300 }
  const { bytes } = await fire({ ...app, ...first })
  await fire({ ...floor(bytes), ...first })
  return bytes
}

const postgresVersion = async ({ sites }: Stage) => {
  const client = new pg.Client({ connectionString: sites[0]!.url })
  await client.connect()
  const { rows } = await client.query<{ version: string }>(
    `select current_setting('server_version') as version`
  )
  await client.end()
  return rows[0]!.version
}

const measure = async (stage: Stage) => {
  const measures = await prepareMeasures(stage, { prepared: plan.prepared, say })
  const measured: Measured[] = measures.map((one) => ({ measure: one, rounds: [] }))
  for (let turn = 0; turn < plan.rounds; turn++) for (const one of measured) await runRound(one, turn)
  return {
    node: process.version,
    postgres: await postgresVersion(stage),
    cores: cpus().length,
    quick,
    connections,
    rounds: plan.rounds,
    secondsEach: plan.seconds,
    filling:
      'Cases that are only read were inserted in bulk as rows of the real shape, never through the gate; cases that are acted on were flagged through the gate. PostgreSQL flushes each commit. The job worker does not run.',
    floor:
      'Bare Fastify and prepared SQL on the same PostgreSQL without row security: one query of the same rows for a read, one hand-written transaction of the same rows for the act; answers of the same length.',
    ...verdicts(measured)
  }
}

const stage = await openStage({ ...plan, say })
try {
  console.log(JSON.stringify(await measure(stage)))
  say('done')
} finally {
  await stage.close()
}
