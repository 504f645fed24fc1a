import { cpus, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { verdicts } from './aims.ts'
import { clocksASecond } from './clocks.ts'
import { floorDigest } from './floor.ts'
import { fire } from './load.ts'
import { connections, withClient, type Measure } from './measures.ts'
import { prepareMeasures } from './prepare.ts'
import { writeReport } from './report.ts'
import { reachedBy, resultOf, type Measured } from './results.ts'
import { openStage, type Stage } from './stage.ts'
import { measureStart } from './start.ts'
import { countedVolley } from './volley.ts'

const { values: asked } = parseArgs({
  options: {
    cases: { type: 'string', default: '100000' },
    quick: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '5' },
    strict: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false }
  }
})
const plan = asked.quick
  ? {
      ...{ small: 120, large: 360, rounds: 1, seconds: 0.2, most: 200, prepared: 16 },
      ...{ clockSeconds: 1, requests: 100, restSeconds: 1 }
    }
  : {
      ...{
        small: 10_000,
        large: Number(asked.cases),
        rounds: Number(asked.rounds),
        seconds: 1.2,
        most: 10_000,
        prepared: 480
      },
      ...{ clockSeconds: 8, requests: 10_000, restSeconds: 30 }
    }
if (!Number.isInteger(plan.large) || plan.large <= plan.small || plan.large > 1_000_000)
  throw new Error(`--cases is a whole number above ${plan.small}, up to 1,000,000`)
if (!Number.isInteger(plan.rounds) || plan.rounds < 1) throw new Error('--rounds is a whole number above 0')

const began = Date.now()
const say = (text: string) =>
  console.error(`${((Date.now() - began) / 1000).toFixed(1).padStart(6)} s  ${text}`)

/** The application and its floor take turns, and change who goes first: what else the machine does falls on both. */
const runRound = async ({ counters }: Stage, { measure, rounds }: Measured, turn: number) => {
  if (turn === 0) await warm(measure)
  const volley = ({ port, next }: Measure['app']) =>
    countedVolley({ port, next, connections, seconds: plan.seconds, most: plan.most }, counters)
  const floorOf = () => (measure.floor ? volley(measure.floor) : null)
  if (turn % 2 === 0) {
    const app = await volley(measure.app)
    rounds.push({ app, floor: await floorOf() })
  } else {
    const floor = await floorOf()
    rounds.push({ app: await volley(measure.app), floor })
  }
  const { app, floor } = rounds.at(-1)!
  const of = (one: typeof app) =>
    `${one.perSecond}/s p50 ${one.p50} ms, ${Math.round(one.nodeMicros)} + ${Math.round(one.postgresMicros ?? 0)} µs, ${one.statements.toFixed(1)} statements, ${one.bytes} bytes`
  const beside = floor ? `; floor ${of(floor)}; ratio ${(app.perSecond / floor.perSecond).toFixed(2)}` : ''
  say(`${measure.name} ${measure.login} at ${measure.cases}: ${of(app)}${beside}`)
}

/** Statements prepared, code compiled, connections opened. */
const warm = async ({ app, floor }: Measure) => {
  const first = { connections, seconds: Math.min(0.5, plan.seconds), most: 300 }
  await fire({ ...app, ...first })
  if (floor) await fire({ ...floor, ...first })
}

const postgresVersion = async ({ sites }: Stage) => {
  const { rows } = await withClient(sites[0].url, (client) =>
    client.query<{ version: string }>(`select current_setting('server_version') as version`)
  )
  return rows[0]!.version
}

const measure = async (stage: Stage) => {
  const { measures, flagged } = await prepareMeasures(stage, { prepared: plan.prepared, say })
  const measured: Measured[] = measures.map((one) => ({ measure: one, rounds: [] }))
  for (let turn = 0; turn < plan.rounds; turn++) for (const one of measured) await runRound(stage, one, turn)
  say('firing clocks')
  const [, large] = stage.sites
  const clocks = await clocksASecond(large, { keys: stage.keys, cases: flagged, seconds: plan.clockSeconds })
  const postgres = await postgresVersion(stage)
  await stage.stop()
  const { dataDir, startPort: port, sites } = stage
  const { requests, restSeconds } = plan
  const start = await measureStart({ dataDir, port, url: sites[0].url, requests, restSeconds, say })
  return {
    on: new Date().toISOString().slice(0, 10),
    node: process.version,
    postgres,
    cores: cpus().length,
    load: loadavg().map((one) => Number(one.toFixed(1))),
    quick: asked.quick,
    seconds: Math.round((Date.now() - began) / 1000),
    ...{ connections, rounds: plan.rounds, secondsEach: plan.seconds },
    sizes: [plan.small, plan.large],
    bytesPerCase: stage.bytesPerCase,
    floor: floorDigest(),
    results: measured.map(resultOf),
    clocks,
    start,
    aims: verdicts(reachedBy(measured, start))
  }
}
export type Report = Awaited<ReturnType<typeof measure>>

const stage = await openStage({ ...plan, say })
try {
  const report = await measure(stage)
  if (asked.write) writeReport(report)
  say('done')
  console.log(JSON.stringify(report))
  if (asked.strict && Object.values(report.aims).some(({ pass }) => !pass)) process.exitCode = 1
} finally {
  await stage.close()
}
