import { sql } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { inContext } from '../../../server/db/context.ts'
import { fireDue } from '../../../server/firing/fire.ts'
import { createLog } from '../../../server/log.ts'
import { deliverDue } from '../../../server/worker/deliver.ts'
import type { Telling } from '../../../server/outbox/enqueue.ts'
import { acting } from '../../support/acting.ts'
import { briefPulse } from '../../support/running/keys.ts'
import { workOff } from '../../support/running/queue.ts'
import { refusal } from '../../support/refusals.ts'
import { inputFor } from '../../support/inputs.ts'
import { noon, openWorld } from '../../support/world.ts'
import { forFile } from '../../support/for-file.ts'

let tell: ReturnType<typeof acting>

const world = await forFile(openWorld())
beforeAll(async () => {
  world.gate.telling = true
  tell = acting(world)
})
beforeEach(async () => {
  world.at(noon)
  await world.db.owner.query('delete from outbox')
  await world.db.owner.query('delete from notice')
})

type Job = { task: string; payload: Telling }
const jobs = async () =>
  (
    await world.db.owner.query<Job>(
      `select kind as task, payload from outbox where kind = 'tell' order by id`
    )
  ).rows
const notices = async () =>
  (
    await world.db.owner.query<{ org_id: string; about: string; about_id: string }>(
      'select org_id, about, about_id from notice'
    )
  ).rows
const work = () => workOff(world.db, world.gate)

describe('what is told to others', () => {
  it('is not, when the act was refused', async () => {
    const id = await tell.flagged()
    await world.db.owner.query('delete from outbox')
    expect(await refusal(tell.act('cellule.69', id, 'grounds.positive'))).toBe('IllegalTransition')
    expect(await refusal(tell.act('asso.paris', id, 'facts.complete', {}))).toBe('NotFound')
    expect(await refusal(tell.flagged('asso.rhone', { metOn: '2030-01-01' }))).toBe('InvalidInput')
    expect(await jobs()).toEqual([])
  })

  it('is not, when the transaction broke after it was written', async () => {
    const id = await tell.flagged()
    await world.db.owner.query('delete from outbox')
    await world.db.owner.query(
      `create function refuse() returns trigger language plpgsql as $$ begin raise exception 'no'; end $$`
    )
    await world.db.owner.query(
      `create constraint trigger refusing after insert on case_event deferrable initially deferred for each row execute function refuse()`
    )
    expect(await refusal(tell.act('cellule.69', id, 'triage.start'))).not.toBeNull()
    await world.db.owner.query('drop trigger refusing on case_event')
    expect(await jobs()).toEqual([])
    expect((await tell.row(id)).version).toBe(1)
  })

  it('waits in the database between the commit and the delivery: a worker started later delivers it', async () => {
    const id = await tell.flagged()
    expect(await notices()).toEqual([])
    expect((await jobs()).length).toBe(1)
    await work()
    expect(await jobs()).toEqual([])
    expect(await notices()).toEqual([{ org_id: world.as('cellule.69').orgId, about: 'case', about_id: id }])
  })

  it('is told once of a referral that ended, whatever other clock speaks at the same moment', async () => {
    const offer = await tell.referral(await tell.matched(world.places['foyer.azur']![0]!), 'acse_place')
    await world.db.owner.query('delete from outbox')
    world.at(new Date(noon.getTime() + 60 * 24 * 3_600_000))
    expect(await fireDue(world.gate)).toBeGreaterThan(1)
    const told = (await jobs()).filter(({ payload }) => payload.about === 'referral' && payload.id === offer)
    expect(told.map(({ payload }) => payload.line)).toEqual([{ about: 'referral', id: offer, seq: 3 }])
  })

  it('is ids and nothing else, in jobs and in notices', async () => {
    await tell.housed(world.places['foyer.azur']![0]!)
    const uuid = /^[0-9a-f-]{36}$/
    const waiting = await jobs()
    expect(waiting.length).toBeGreaterThan(0)
    for (const { task, payload } of waiting) {
      expect(task).toBe('tell')
      expect(Object.keys(payload).sort()).toEqual(['about', 'id', 'line', 'to'])
      expect(Object.keys(payload.line).sort()).toEqual(['about', 'id', 'seq'])
      for (const about of [payload.about, payload.line.about]) expect(['case', 'referral']).toContain(about)
      expect([payload.id, payload.line.id, ...payload.to].every((one) => uuid.test(one))).toBe(true)
      expect(payload.line.seq).toBeTypeOf('number')
    }
    await work()
    const columns = (
      await world.db.owner.query(
        `select column_name from information_schema.columns where table_name = 'notice' and table_schema = 'public'`
      )
    ).rows.map((row) => String(row.column_name))
    expect(columns.sort()).toEqual(['about', 'about_id', 'at', 'id', 'org_id', 'seq', 'told_at'])
  })

  it('goes to those who take part and not to the one who acts, nor to strangers', async () => {
    const id = await tell.flagged()
    await tell.act('cellule.69', id, 'triage.start')
    await work()
    const told = (await notices()).filter(({ about_id: about }) => about === id).map(({ org_id: org }) => org)
    const members = ['membre.69', 'membre.69.police', 'membre.69.sante', 'membre.69.ase']
    const known = ['asso.rhone', 'cellule.69', ...members].map((login) => world.as(login).orgId)
    expect(told.every((org) => known.includes(org))).toBe(true)
    expect(told.filter((org) => org === world.as('cellule.69').orgId)).toHaveLength(1)
  })

  it('reaches those whose part a withdrawn consent ends, by ids alone, and those who were only asked', async () => {
    const id = await tell.consenting(['A', 'B', 'E', 'G'])
    await tell.act('asso.rhone', id, 'health.refer', { destination: 'general' })
    const care = await tell.referral(id, 'health')
    await tell.move('soin.69', care, 'accept')
    await tell.act('asso.rhone', id, 'reflection.offer', inputFor('reflection.offer'))
    await tell.act('asso.rhone', id, 'prefecture.request', { signalledBy: 'Police judiciaire' })
    const stay = await tell.referral(id, 'prefecture')
    await work()
    await world.db.owner.query('delete from notice')
    world.at(new Date(noon.getTime() + 60_000))
    await tell.act('asso.rhone', id, 'consent.withdraw', { scopes: ['G', 'E'], ...tell.how })
    await work()
    const toldTo = async (login: string) =>
      (await notices())
        .filter(({ org_id: org }) => org === world.as(login).orgId)
        .map(({ about, about_id: about_ }) => [about, about_])
        .toSorted()
    expect(await toldTo('soin.69')).toEqual([
      ['case', id],
      ['referral', care]
    ])
    expect(await toldTo('prefecture.69')).toEqual([['referral', stay]])
  })

  it('is not said to who may not read what happened', async () => {
    const id = await tell.consenting(['B', 'E'])
    await tell.act('asso.rhone', id, 'reflection.offer', inputFor('reflection.offer'))
    await tell.act('asso.rhone', id, 'prefecture.request', { signalledBy: 'Police judiciaire' })
    await tell.move('prefecture.69', await tell.referral(id, 'prefecture'), 'accept')
    await work()
    await world.db.owner.query('delete from notice')
    world.at(new Date(noon.getTime() + 60_000))
    await tell.act('asso.rhone', id, 'needs.assess', inputFor('needs.assess'))
    await work()
    expect((await notices()).map(({ org_id: org }) => org)).not.toContain(world.as('prefecture.69').orgId)
  })

  it('may be told again after a crash, and stays one notice', async () => {
    const id = await tell.flagged()
    const [job] = await jobs()
    await work()
    await world.db.owner.query(`insert into outbox (kind, payload) values ('tell', $1)`, [job!.payload])
    await work()
    expect((await notices()).length).toBe(1)
    expect((await tell.row(id)).version).toBe(1)
  })

  it('is refused for any kind but its own, and read back or changed by nobody who put it', async () => {
    const asked = (text: string) =>
      inContext(world.db.app, world.as('asso.rhone'), (tx) => tx.execute(sql.raw(text)))
    const put = (kind: string) => asked(`insert into outbox (kind, payload) values ('${kind}', '{}')`)
    await expect(put('fire')).rejects.toMatchObject({ cause: { code: '23514' } })
    await expect(put('tell')).resolves.toBeDefined()
    for (const text of [
      'select from outbox',
      'delete from outbox',
      'update outbox set attempts = 0',
      `insert into outbox (kind, payload, run_at) values ('tell', '{}', now())`,
      `select graphile_worker.add_job('tell', '{}'::json)`
    ])
      await expect(asked(text)).rejects.toMatchObject({ cause: { code: '42501' } })
  })
})

describe('what cannot be delivered', () => {
  const failing = async (deliver: (payload: Telling) => Promise<unknown>) => {
    const deps = { db: world.db, log: createLog('silent'), lease: briefPulse }
    await deliverDue(deps, { tell: deliver })
  }
  const waits = async () =>
    (
      await world.db.owner.query<{ attempts: number; last_error: string | null; later: boolean }>(
        `select attempts, last_error, run_at > now() as later from outbox where kind = 'tell'`
      )
    ).rows

  it('is put off, longer each time, with the class of its failure and no word of it', async () => {
    await tell.flagged()
    await failing(() => Promise.reject(new TypeError('CANARI')))
    expect(await waits()).toEqual([{ attempts: 1, last_error: 'TypeError', later: true }])
    await failing(async () => {})
    expect(await waits()).toHaveLength(1)
    await world.db.owner.query('update outbox set run_at = now(), attempts = 40')
    await failing(() => Promise.reject(new TypeError('CANARI')))
    const [far] = (
      await world.db.owner.query<{ soon: boolean }>(
        `select run_at < now() + interval '61 minutes' as soon from outbox where kind = 'tell'`
      )
    ).rows
    expect(far).toEqual({ soon: true })
  })

  it('holds up nothing else', async () => {
    const [first, second] = [await tell.flagged(), await tell.flagged()]
    const heard: string[] = []
    await failing(async ({ id }) => {
      if (id === first) throw new Error('no')
      heard.push(id)
    })
    expect(heard).toEqual([second])
    expect(await waits()).toHaveLength(1)
  })
})

describe('what is delivered', () => {
  const put = (kind: string, n: number) =>
    world.db.owner.query('insert into outbox (kind, payload) values ($1, $2)', [kind, { n }])
  const delivered = async () => {
    const heard: number[] = []
    const hear = async ({ n }: { n: number }) => void heard.push(n)
    const deps = { db: world.db, log: createLog('silent'), lease: briefPulse }
    await deliverDue(deps, { tell: hear, mail_link: hear })
    return heard
  }

  it.each(['tell', 'mail_link'])('goes in the order in which it was put: %s', async (kind) => {
    for (const n of [1, 2, 3]) await put(kind, n)
    expect(await delivered()).toEqual([1, 2, 3])
  })

  it('is not what another worker holds, until its time is over', async () => {
    await put('mail_link', 1)
    const held = (until: string) => world.db.owner.query(`update outbox set locked_until = now() ${until}`)
    await held(`+ interval '1 minute'`)
    expect(await delivered()).toEqual([])
    await held('')
    expect(await delivered()).toEqual([1])
  })
})

describe('a notice', () => {
  it('is read by the organisation it is for, and written by nobody but the clock', async () => {
    await tell.flagged()
    await work()
    const read = async (login: string) =>
      (await inContext(world.db.app, world.as(login), (tx) => tx.execute(sql`select from notice`))).rows
        .length
    expect([await read('cellule.69'), await read('asso.rhone'), await read('asso.paris')]).toEqual([1, 0, 0])
    const forge = inContext(world.db.app, world.as('asso.paris'), (tx) =>
      tx.execute(
        sql`insert into notice (id, org_id, about, about_id, seq, at) values (gen_random_uuid(), ${world.as('cellule.69').orgId}, 'case', gen_random_uuid(), 1, now())`
      )
    )
    await expect(forge).rejects.toMatchObject({ cause: { code: '42501' } })
  })
})
