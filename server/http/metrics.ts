import { timingSafeEqual, createHash } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Database } from '../db/client.ts'
import { lateAfterSeconds } from '../deadlines/firing-time.ts'
import { NotFound } from '../errors.ts'

const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5]
const pools = ['app', 'worker', 'location', 'stats'] as const

interface Series {
  labels: string
  count: number
  seconds: number
  below: number[]
}

export interface MetricsOptions {
  db: Database
  token: string | undefined
}

/** Counts by route pattern, never by address: a path holds case numbers. */
export function registerMetrics(app: FastifyInstance, { db, token }: MetricsOptions): void {
  const series = new Map<string, Series>()
  app.addHook('onResponse', async (request, reply) => {
    // How many acts of each kind were done is a figure of the nation, and those are released by quarter.
    const route = (request.routeOptions.url ?? 'none').replace(/\/commands\/[^/]+$/, '/commands/:command')
    observe(
      series,
      `method="${request.method}",route="${route}",status="${reply.statusCode}"`,
      reply.elapsedTime / 1000
    )
  })
  app.get('/metrics', { schema: { hide: true } }, async (request, reply) => {
    if (!mayRead(request, token)) throw new NotFound('metrics are not for this reader')
    reply.type('text/plain; version=0.0.4; charset=utf-8')
    const lines = [
      ...requestLines(series),
      ...poolLines(db),
      ...(await jobLines(db)),
      ...(await outboxLines(db)),
      ...(await deadlineLines(db))
    ]
    return [...lines, ''].join('\n')
  })
}

function observe(series: Map<string, Series>, labels: string, seconds: number): void {
  const one = series.get(labels) ?? { labels, count: 0, seconds: 0, below: buckets.map(() => 0) }
  one.count += 1
  one.seconds += seconds
  buckets.forEach((limit, i) => {
    if (seconds <= limit) one.below[i] = (one.below[i] ?? 0) + 1
  })
  series.set(labels, one)
}

/** Without a token only this machine reads, and not through a proxy that stands on it. */
function mayRead({ headers, socket }: FastifyRequest, token: string | undefined): boolean {
  if (token !== undefined) {
    const digest = (text: string) => createHash('sha256').update(text).digest()
    return timingSafeEqual(digest(headers.authorization ?? ''), digest(`Bearer ${token}`))
  }
  const forwarded = headers['x-forwarded-for'] ?? headers.forwarded
  return (
    forwarded === undefined && ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(socket.remoteAddress ?? '')
  )
}

const type = (name: string, kind: string) => `# TYPE ${name} ${kind}`

function requestLines(series: Map<string, Series>): string[] {
  const name = 'mnio_http_request_duration_seconds'
  const lines = [...series.values()].flatMap(({ labels, count, seconds, below }) => [
    ...buckets.map((limit, i) => `${name}_bucket{${labels},le="${limit}"} ${below[i]}`),
    `${name}_bucket{${labels},le="+Inf"} ${count}`,
    `${name}_sum{${labels}} ${seconds.toFixed(6)}`,
    `${name}_count{${labels}} ${count}`
  ])
  return [type(name, 'histogram'), ...lines]
}

function poolLines(db: Database): string[] {
  const name = 'mnio_db_connections'
  const lines = pools.flatMap((pool) => {
    const { totalCount, idleCount, waitingCount } = db[pool]
    const states = { open: totalCount, idle: idleCount, waiting: waitingCount }
    return Object.entries(states).map(([state, count]) => `${name}{pool="${pool}",state="${state}"} ${count}`)
  })
  return [type(name, 'gauge'), ...lines]
}

async function jobLines(db: Database): Promise<string[]> {
  const name = 'mnio_jobs'
  const jobs = await db.worker
    .query<{ state: string; count: string }>(
      `select case when attempts >= max_attempts then 'dead' when run_at <= now() then 'due' else 'later' end as state,
              count(*)
         from graphile_worker.jobs group by 1`
    )
    .catch(() => null)
  if (!jobs) return []
  return [type(name, 'gauge'), ...jobs.rows.map(({ state, count }) => `${name}{state="${state}"} ${count}`)]
}

const outboxThatWaits = `select count(*) filter (where attempts <= 1 and kind <> 'count') as due, count(*) filter (where attempts > 1) as failed,
    coalesce(extract(epoch from now() - min(at) filter (where kind <> 'count')), 0) as lag,
    count(*) filter (where kind = 'count') as uncounted, coalesce(extract(epoch from now() - min(at) filter (where kind = 'count')), 0) as behind
  from outbox where locked_until is null or locked_until <= now()`

/**
 * What acts have left and is not delivered: how many, those of them that failed before, and since when the oldest waits. Of
 * figures, which nobody waits for within the hour, how many cases are to be counted again, and how far they are behind.
 */
async function outboxLines(db: Database): Promise<string[]> {
  const found = await db.worker.query<Record<string, string>>(outboxThatWaits).catch(() => null)
  if (!found) return []
  const { due, failed, lag, uncounted, behind } = found.rows[0]!
  return [
    type('mnio_outbox', 'gauge'),
    `mnio_outbox{state="due"} ${due}`,
    `mnio_outbox{state="failed"} ${failed}`,
    type('mnio_outbox_lag_seconds', 'gauge'),
    `mnio_outbox_lag_seconds ${Number(lag).toFixed(3)}`,
    type('mnio_figures_uncounted', 'gauge'),
    `mnio_figures_uncounted ${uncounted}`,
    type('mnio_figures_lag_seconds', 'gauge'),
    `mnio_figures_lag_seconds ${Number(behind).toFixed(3)}`
  ]
}

// Asked as a row of its own, the time is read once, and not for each clock.
const deadlinesThatWait = `select count(*) as due, count(*) filter (where next_at < at - $1 * interval '1 second') as overdue,
    count(*) filter (where s.retry_at > now()) as set_back
  from (select wall_clock() as at offset 0) as clock
    join deadline d on state = 'running' and next_at <= at left join deadline_setback s on s.deadline_id = d.id`

/**
 * Due: all whose hour has come. Overdue: those of them that will say that they are late. Set back: those that failed and wait for
 * another attempt, of which `npm run deadlines` tells more.
 */
async function deadlineLines(db: Database): Promise<string[]> {
  const name = 'mnio_deadlines'
  const counts = await db.worker
    .query<Record<string, string>>(deadlinesThatWait, [lateAfterSeconds])
    .catch(() => null)
  if (!counts) return []
  const lines = Object.entries(counts.rows[0]!).map(([state, n]) => `${name}{state="${state}"} ${n}`)
  return [type(name, 'gauge'), ...lines]
}
