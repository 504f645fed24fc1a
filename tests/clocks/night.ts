import type { ChildProcess } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import type { TestDatabase, Urls } from '../support/running/db.ts'
import { alone, openTold, strike } from './alone.ts'
import { cpuOf, cpuUnder } from './cpu.ts'
import { gather } from './gather.ts'
import { midnight } from './stories.ts'
import { verdictOn } from './verdict.ts'
import { kill, startWorkers } from './workers.ts'

export type Night = Awaited<ReturnType<typeof night>>

export type Asked = { clocks: number; poisoned: number; say: (line: string) => void }

const waiting = `select count(*) filter (where s.deadline_id is null)::int as due, count(s.deadline_id)::int as "setBack",
    (select count(*)::int from outbox where kind <> 'count') as untold
  from deadline d left join deadline_setback s on s.deadline_id = d.id where d.state = 'running' and d.next_at <= $1`
type Waiting = { due: number; setBack: number; untold: number }

const leases = `select case_id as "case", leased_by as by from firing_lease where leased_until > now()`

/** Kills one of two workers that both hold cases; how many it held is known by what nobody gives back. */
const killOne = async ({ owner }: TestDatabase, [victim]: readonly ChildProcess[]) => {
  const held = async () => (await owner.query<{ case: string; by: string }>(leases)).rows
  while (new Set((await held()).map(({ by }) => by)).size < 2) await sleep(5)
  const cpu = cpuOf(victim!.pid!)
  await kill(victim!)
  const at = await held()
  await sleep(3_000)
  const after = new Set((await held()).map((one) => JSON.stringify(one)))
  return { held: at.filter((one) => after.has(JSON.stringify(one))).length, cpu }
}

const postmaster = `select split_part(pg_read_file('postmaster.pid'), E'\\n', 1)::int as pid`

/** From midnight on: what was fired when, and what it cost. One worker is killed when a third is done. */
const passing = async ({ db, clocks, say }: Asked & { db: TestDatabase }, postgres: number) => {
  const workers = await startWorkers(db, 2)
  const spent = () => ({ node: workers.map(({ pid }) => cpuOf(pid!)), postgres: cpuUnder(postgres) })
  const before = spent()
  try {
    await strike(db)
    const began = Date.now()
    const seconds = () => Math.round((Date.now() - began) / 100) / 10
    // As the minute does.
    await db.owner.query(`select graphile_worker.add_job('fire', '{}', job_key := 'fire')`)
    let victim: (Awaited<ReturnType<typeof killOne>> & { after: number; fired: number }) | null = null
    let drained: number | null = null
    for (;;) {
      const { due, setBack, untold } = (await db.owner.query<Waiting>(waiting, [midnight])).rows[0]!
      if (due === 0) drained ??= seconds()
      if (due === 0 && untold === 0) break
      const fired = clocks - due - setBack
      // A third is soon done, and who is killed later may hold nothing any more.
      if (!victim && fired <= clocks / 3) await sleep(20)
      else if (!victim) victim = { ...(await killOne(db, workers)), after: seconds(), fired }
      else {
        say(`${seconds()} s: ${fired} fired, ${setBack} set back, ${untold} to be told`)
        await sleep(1_000)
      }
    }
    const after = spent()
    const node = [victim?.cpu ?? null, ...after.node.slice(1)].map((one, at) =>
      one === null || before.node[at] === null ? null : one! - before.node[at]!
    )
    const spentBy = before.postgres === null ? null : after.postgres! - before.postgres
    return { victim, drained: drained!, told: seconds(), node, postgres: spentBy }
  } finally {
    await Promise.all(workers.map(kill))
  }
}

/** Has them all fall due at one midnight, and two workers fire them, each in a process of its own, of which one is killed. */
export const night = async (asked: Asked, urls?: Urls) => {
  asked.say('each case alone')
  const expected = await alone(urls)
  const { world, cases } = await openTold(urls)
  const superuser = new pg.Client({ connectionString: world.db.superuserUrl })
  await superuser.connect()
  try {
    await superuser.query('set session_replication_role = replica')
    const crowd = await gather(superuser, cases, asked)
    const { healthy, poisoned, clocks } = crowd
    asked.say(
      `${clocks} clocks in ${healthy.size + poisoned.length} cases, ${poisoned.length} of them poisoned`
    )
    await superuser.query('vacuum analyze')
    const { rows } = await superuser.query<{ pid: number }>(postmaster)
    const passed = await passing({ ...asked, clocks, db: world.db }, rows[0]!.pid)
    asked.say('what is left of each case')
    return { clocks, healthy: healthy.size, ...passed, ...(await verdictOn(world.db, crowd, expected)) }
  } finally {
    await superuser.end()
    await world.close()
  }
}
