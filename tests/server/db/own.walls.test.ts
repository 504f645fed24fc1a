import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { inContext, setCaseScope, type Tx } from '../../../server/db/context.ts'
import { acting } from '../../support/acting.ts'
import { openWorld } from '../../support/world.ts'
import { forFile } from '../../support/for-file.ts'
import { answered } from './again.ts'

const world = await forFile(openWorld())
const tell = acting(world)
const { owner, app } = world.db
const under = <T>(login: string, work: (tx: Tx) => Promise<T>) => inContext(app, world.as(login), work)
const count = (login: string, table: string) =>
  under(login, async (tx) => (await tx.execute(sql.raw(`select from ${table}`))).rows.length)

// Two persons of one organisation, in one role.
const [author, colleague] = ['cellule.69', 'cellule.69.bis']
const word = () => randomUUID().replaceAll('-', '')

/** What is somebody's own: a row of each, made anew each time, so that no key is taken twice. */
const rows: Record<string, () => string> = {
  draft: () =>
    `(org_id, kind, body, expires_at, person_id) values ('${world.as(author).orgId}', '${word()}', '\\x01', now() + interval '1 hour',`,
  saved_view: () => `(org_id, asked, at, person_id) values ('${world.as(author).orgId}', '${word()}', now(),`,
  mail_wish: () =>
    `(mode, digest_hour, quiet_from, quiet_until, days_off, changed_at, person_id) values ('off', 8, 20, 7, false, now(),`,
  device_key: () =>
    `(org_id, role, device, public_half, expires_at, person_id) values ('${world.as(author).orgId}', 'cell_secretary', '${randomUUID()}', 'x', now() + interval '1 hour',`,
  calendar_feed: () =>
    `(id, membership_id, digest, made_at, person_id) values ('${randomUUID()}', (select id from membership where person_id = '${world.as(author).personId}'), '${word()}${'a'.repeat(11)}', now(),`,
  idempotency: () =>
    `(key, request_mac, aggregate, aggregate_id, at, person_id) values ('${word()}', 'x', 'case', '${randomUUID()}', now(),`,
  notice_read: () => `(org_id, until, person_id) values ('${world.as(author).orgId}', now(),`
}
const inserted = (login: string, table: string) =>
  answered(
    under(login, (tx) =>
      tx.execute(sql.raw(`insert into ${table} ${rows[table]!()} '${world.as(author).personId}')`))
    )
  )

describe.each(Object.keys(rows))('%s', (table) => {
  it('is written by nobody in the name of a colleague, and read by nobody but its person', async () => {
    expect(await inserted(colleague, table)).toBe('42501')
    expect(await inserted(author, table)).toBe('done')
    expect(await count(colleague, table)).toBe(0)
    expect(await count(author, table)).toBe(1)
  })
})

const cases = { one: '', other: '' }
beforeAll(async () => {
  cases.one = await tell.housed(world.places['foyer.azur']![0]!)
  cases.other = await tell.consenting(undefined, { identity: { name: 'AUTRE Personne', contact: 'autre' } })
})

describe('a place', () => {
  it('is shown to its structure and to the desk of its pool, and to nobody else', async () => {
    for (const login of ['asso.rhone', 'cellule.69', 'police.69', 'prefecture.69'])
      expect([login, await count(login, 'place')]).toEqual([login, 0])
    const owned = await under(
      'foyer.azur',
      async (tx) => (await tx.execute(sql`select org_id from place`)).rows
    )
    expect(new Set(owned.map(({ org_id }) => org_id))).toEqual(new Set([world.as('foyer.azur').orgId]))
    expect(await count('acse', 'place')).toBeGreaterThan(owned.length)
  })

  it('is changed by its structure alone', async () => {
    const closing = sql`update place set out_of_service = 'works' where id = ${world.places['foyer.ouest']![0]!}`
    for (const login of ['acse', 'foyer.azur'])
      expect([login, await under(login, async (tx) => (await tx.execute(closing)).rowCount)]).toEqual([
        login,
        0
      ])
  })

  it('has its address written by its structure alone', async () => {
    const writing = sql`select keep_address(${world.places['foyer.azur']![0]!}::uuid, '\\x01')`
    expect(await answered(under('foyer.ouest', (tx) => tx.execute(writing)))).toBe('P0001')
    expect(await answered(under('foyer.azur', (tx) => tx.execute(writing)))).toBe('done')
  })

  it('is known to be taken by those who see it, and by nobody else', async () => {
    for (const login of ['asso.rhone', 'foyer.ouest', 'ofii'])
      expect([login, await count(login, 'taken_places()')]).toEqual([login, 0])
    for (const login of ['foyer.azur', 'acse'])
      expect([login, await count(login, 'taken_places()')]).toEqual([login, 1])
  })
})

it('who reads which case is told to who manages access there, and of that organisation', async () => {
  const access = (login: string, org = world.as(login).orgId) => count(login, `access_of('${org}')`)
  expect(await access(author)).toBe(0)
  await owner.query('update membership set manager = true where person_id = any($1)', [
    [author, 'asso.paris'].map((login) => world.as(login).personId)
  ])
  expect(await access('asso.paris', world.as(author).orgId)).toBe(0)
  expect(await access(author)).toBeGreaterThan(0)
})

it('nobody but the system tells an organisation that something is new', async () => {
  const telling = sql`insert into notice (id, org_id, about, about_id, seq, at)
    values (${randomUUID()}, ${world.as('asso.paris').orgId}, 'case', ${randomUUID()}, 1, now())`
  expect(await answered(under('asso.rhone', (tx) => tx.execute(telling)))).toBe('42501')
  const asSystem = { orgId: null, personId: null, role: 'system' } as const
  expect(await answered(inContext(app, asSystem, (tx) => tx.execute(telling)))).toBe('done')
})

it('a link of two persons is made in the name of one’s own organisation', async () => {
  const [low, high] = [cases.one, cases.other].toSorted()
  const made = (org: string) =>
    answered(
      under(author, async (tx) => {
        await setCaseScope(tx, cases.one)
        return tx.execute(
          sql`insert into case_link (id, low_id, high_id, kind, data_class, made_by, made_org, made_at)
            values (${randomUUID()}, ${low}, ${high}, 'operation', 'F', ${world.as(author).personId}, ${org}, now())`
        )
      })
    )
  expect(await made(world.as('asso.rhone').orgId)).toBe('42501')
  expect(await made(world.as(author).orgId)).toBe('done')
})

it('an address that answers by link is known to those who take part in its case', async () => {
  await owner.query(
    `insert into referral_link (id, referral_id, org_id, generation, expires_at)
     select gen_random_uuid(), id, recipient_org_id, 1, now() + interval '1 day' from referral where case_id = $1 limit 1`,
    [cases.one]
  )
  expect(await count('asso.paris', 'referral_link')).toBe(0)
  expect(await count('asso.rhone', 'referral_link')).toBe(1)
})

it('what an organisation was told is read by that organisation', async () => {
  await owner.query(
    `insert into notice (id, org_id, about, about_id, seq, at) values (gen_random_uuid(), $1, 'case', gen_random_uuid(), 2, now())`,
    [world.as('prefecture.69').orgId]
  )
  expect(await count('police.69', 'notice')).toBe(0)
  expect(await count('prefecture.69', 'notice')).toBe(1)
})

it('that a person is proposed to an association is known to the two that it is between', async () => {
  const [from, to] = [world.as('asso.rhone'), world.as('asso.paris')]
  await owner.query(
    `insert into case_handing (id, case_id, from_org_id, to_org_id, state, territory, agreed_on, language, means, interpreter,
       proposed_by, proposed_at, expires_at)
     values (gen_random_uuid(), $1, $2, $3, 'proposed', '69', current_date, 'bin', 'in_person', true, $4, now(), now() + interval '1 day')`,
    [cases.one, from.orgId, to.orgId, from.personId]
  )
  const third = { ...world.as('foyer.azur'), role: from.role }
  const read = async (tx: Tx) => (await tx.execute(sql`select from case_handing`)).rows.length
  expect(await inContext(app, third, read)).toBe(0)
  for (const one of [from, to]) expect(await inContext(app, one, read)).toBe(1)
})

it('an access that ended is given nothing any more, by whoever manages access there', async () => {
  const { personId } = world.as(colleague)
  await owner.query('update membership set manager = true where person_id = $1', [world.as(author).personId])
  const naming = () =>
    answered(
      under(author, (tx) =>
        tx.execute(sql`update membership set manager = true where person_id = ${personId}`)
      )
    )
  expect(await naming()).toBe('done')
  await owner.query('update membership set until = now() where person_id = $1', [personId])
  expect(await naming()).toBe('P0001')
})
