import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { roles, type Role } from '../../../policies/actor.ts'
import { occupancyReaders, referentReaders } from '../../../policies/organisations/directories.ts'
import { verifiedMonths } from '../../../policies/organisations/directories.ts'
import { addDays, addMonths, civilDate } from '../../../workflows/calendar/calendar.ts'
import { inContext } from '../../../server/db/context.ts'
import { forFile } from '../../support/for-file.ts'
import { refusal } from '../../support/refusals.ts'
import { openDirectory } from '../organisations/directory.ts'

const { ask, post, owner, world, traces } = await forFile(openDirectory())
const put = (login: string, path: string, body: object) => ask(login, path, { method: 'PUT', body })

const lyon = world.as('parquet.lyon')
const paris = world.as('parquet.paris')
const named = { name: 'Claude Aubert', service: 'Référent traite', contact: 'traite.lyon@justice.example' }
const count = { centre: 'specialised', region: 'Bretagne', asOf: '2026-11-20', places: 40, occupied: 38 }

/** What PostgreSQL shows to a role, whatever the application asks. */
const rowsFor = (role: Role, table: string) =>
  inContext(world.db.app, { ...world.as('asso.rhone'), role }, async (tx) => {
    const { rows } = await tx.execute<{ n: number }>(sql.raw(`select count(*)::int as n from ${table}`))
    return rows[0]!.n
  })
const readersIn = async (table: string) => {
  const found: Role[] = []
  for (const role of Object.keys(roles) as Role[]) if ((await rowsFor(role, table)) > 0) found.push(role)
  return found.toSorted()
}

describe('referents of prosecutions and JIRS', () => {
  it.each(['miprof', 'controle', 'droits.69', 'dpo', 'siao.69', 'chrs.69', 'juge.69'])(
    'are not there for %s',
    async (login) => {
      expect((await ask(login, '/referents')).status).toBe(404)
      expect((await post(login, '/referents', { courtId: lyon.orgId, ...named })).status).toBe(404)
    }
  )

  it('are added by nobody but the court itself and the administration, each field being asked for', async () => {
    expect((await post('asso.rhone', '/referents', { courtId: lyon.orgId, ...named })).status).toBe(403)
    expect((await post('parquet.lyon', '/referents', { courtId: paris.orgId, ...named })).status).toBe(403)
    const { status, body } = await post('parquet.lyon', '/referents', {
      courtId: lyon.orgId,
      ...named,
      contact: ' '
    })
    expect([status, body.errors?.[0]?.field]).toEqual([400, 'contact'])
    const other = await post('admin', '/referents', { courtId: world.as('asso.rhone').orgId, ...named })
    expect([other.status, other.body.errors]).toMatchObject([
      400,
      [{ field: 'courtId', message: 'Choisissez un parquet ou une JIRS' }]
    ])
    expect((await owner.query('select from court_referent')).rowCount).toBe(0)
    expect(await traces('referent.add', 'denied')).toBe(9)
  })

  it('are read, with the day and whoever verified them, by those who refer to a prosecutor', async () => {
    expect((await post('parquet.lyon', '/referents', { courtId: lyon.orgId, ...named })).status).toBe(201)
    expect((await post('admin', '/referents', { courtId: paris.orgId, ...named })).status).toBe(201)
    const { body } = await ask('asso.rhone', '/referents?territory=69')
    expect(body.items).toHaveLength(1)
    expect(body.items[0]).toMatchObject({ ...named, stale: false, mayKeep: false })
    expect(body.items[0].verifiedBy).toContain('Parquet de Lyon')
    expect(body.keeps).toEqual([])
    expect((await ask('ecole.69', '/referents')).body.items).toHaveLength(2)
    expect(await traces('referent.add')).toBe(2)
  })

  it('of an interregional court are read wherever somebody works', async () => {
    const court = world.as('jirs.lyon').orgId
    expect((await post('admin', '/referents', { courtId: court, ...named })).status).toBe(201)
    const courts = async (query: string) =>
      (await ask('asso.rhone', `/referents${query}`)).body.items.map(
        (one: { court: { id: string } }) => one.court.id
      )
    expect(await courts('?territory=976')).toEqual([court])
    expect(await courts('?territory=69')).toContain(court)
    await owner.query('delete from court_referent where court_id = $1', [court])
  })

  it('are verified and taken out by their court, and by no other', async () => {
    const [one] = (await ask('parquet.lyon', '/referents?territory=69')).body.items
    const other = { ...named, name: 'Sacha Aubert' }
    expect((await put('parquet.paris', `/referents/${one.id}`, other)).status).toBe(403)
    expect((await post('parquet.paris', `/referents/${one.id}/remove`)).status).toBe(403)
    expect((await put('parquet.lyon', `/referents/${one.id}`, other)).status).toBe(200)
    expect((await ask('asso.rhone', '/referents?territory=69')).body.items[0].name).toBe('Sacha Aubert')
    expect((await post('parquet.lyon', `/referents/${one.id}/remove`)).status).toBe(200)
    expect((await ask('asso.rhone', '/referents?territory=69')).body.items).toEqual([])
    expect((await put('parquet.lyon', `/referents/${one.id}`, other)).status).toBe(404)
  })

  it('bear the day and the name of whoever verified them last, and of whoever took them out', async () => {
    expect((await post('admin', '/referents', { courtId: lyon.orgId, ...named })).status).toBe(201)
    const [one] = (await ask('asso.rhone', '/referents?territory=69')).body.items
    expect(one.verifiedBy).not.toContain('Parquet de Lyon')
    const said = async () => {
      const { rows } = await owner.query<{ day: string; by: string; org: string }>(
        `select verified_on::text as day, verified_by as by, verified_org as org from court_referent where id = $1`,
        [one.id]
      )
      return rows[0]!
    }
    const isStale = async (day: string) => {
      await owner.query(`update court_referent set verified_on = $2 where id = $1`, [one.id, day])
      return (await ask('asso.rhone', '/referents?territory=69')).body.items[0].stale
    }
    const longAgo = addMonths(civilDate(new Date(), 'Europe/Paris'), -verifiedMonths)
    expect([await isStale(longAgo), await isStale(addDays(longAgo, -1))]).toEqual([false, true])
    expect((await put('parquet.lyon', `/referents/${one.id}`, named)).status).toBe(200)
    const today = civilDate(new Date(), 'Europe/Paris')
    expect(await said()).toEqual({ day: today, by: lyon.personId, org: lyon.orgId })
    expect((await ask('asso.rhone', '/referents?territory=69')).body.items[0].stale).toBe(false)
    expect((await post('admin', `/referents/${one.id}/remove`)).status).toBe(200)
    expect((await said()).by).toBe(world.as('admin').personId)
  })

  it('of a court that is suspended are given to nobody, and added by nobody', async () => {
    const standing = (status: string) =>
      owner.query('update organisation set status = $1 where id = $2', [status, paris.orgId])
    const told = async () => {
      const { items, keeps } = (await ask('admin', '/referents?territory=75')).body
      return [items.length, keeps.some(({ id }: { id: string }) => id === paris.orgId)]
    }
    await standing('suspended')
    expect(await told()).toEqual([0, false])
    expect((await post('admin', '/referents', { courtId: paris.orgId, ...named })).status).toBe(400)
    await standing('accredited')
    expect(await told()).toEqual([1, true])
  })

  it('are shown by PostgreSQL to the roles of the table, and written for no other court', async () => {
    expect(await readersIn('court_referent')).toEqual([...referentReaders].toSorted())
    const insert = `insert into court_referent (id, court_id, name, service, contact, verified_on, verified_by, verified_org)
      values (gen_random_uuid(), '${paris.orgId}', 'x', 'x', 'x', '2026-11-24', '${lyon.personId}', '${lyon.orgId}')`
    expect(await refusal(inContext(world.db.app, lyon, (tx) => tx.execute(sql.raw(insert))))).not.toBeNull()
    const own = insert.replace(paris.orgId, lyon.orgId)
    expect(await refusal(inContext(world.db.app, lyon, (tx) => tx.execute(sql.raw(own))))).toBeNull()
  })
})

describe('how full the asylum scheme is', () => {
  it('is not there for those who ask for none of its places', async () => {
    for (const login of ['prefecture.69', 'police.69', 'cellule.69', 'controle', 'admin', 'siao.69']) {
      expect((await ask(login, '/asylum/occupancy')).status).toBe(404)
      expect((await post(login, '/asylum/occupancy', count)).status).toBe(404)
    }
    expect((await post('asso.rhone', '/asylum/occupancy', count)).status).toBe(404)
    expect((await owner.query('select from asylum_occupancy')).rowCount).toBe(0)
  })

  it('is recorded by OFII for a day that has come, and corrected by the same day', async () => {
    const wrong = async (more: object) => {
      const { status, body } = await post('ofii', '/asylum/occupancy', { ...count, ...more })
      return [status, body.errors?.[0]?.field, body.errors?.[0]?.message]
    }
    expect(await wrong({ region: 'Nulle part' })).toEqual([400, 'region', 'Choisissez une région'])
    const tomorrow = addDays(civilDate(new Date(), 'Europe/Paris'), 1)
    for (const asOf of [tomorrow, '2999-01-01'])
      expect(await wrong({ asOf })).toEqual([400, 'asOf', 'Un compte ne se donne pas d’avance'])
    expect((await wrong({ places: -1 })).slice(0, 2)).toEqual([400, 'places'])
    expect((await post('ofii', '/asylum/occupancy', { ...count, occupied: 30 })).status).toBe(200)
    expect((await post('ofii', '/asylum/occupancy', count)).status).toBe(200)
    expect((await post('ofii', '/asylum/occupancy', { ...count, asOf: '2026-10-01' })).status).toBe(200)
    const { body } = await ask('asso.rhone', '/asylum/occupancy')
    expect(body.items).toEqual([expect.objectContaining({ ...count, free: 2 })])
    expect(body.records).toBe(false)
    expect(await traces('occupancy.record')).toBe(3)
  })

  it('is told of each region by its own last count, since the oldest of them, and as by whoever corrected it last', async () => {
    const { rows } = await owner.query<{ id: string }>(
      `insert into person (issuer, subject, display_name) values ('test', 'ofii.before', 'A. Avant') returning id`
    )
    const full = { ...count, region: 'Normandie', asOf: '2026-09-01', places: 10, occupied: 12 }
    expect((await post('ofii', '/asylum/occupancy', full)).status).toBe(200)
    await owner.query(`update asylum_occupancy set recorded_by = $1, recorded_at = '2026-01-01'`, [
      rows[0]!.id
    ])
    expect((await post('ofii', '/asylum/occupancy', full)).status).toBe(200)
    const { body } = await ask('asso.rhone', '/asylum/occupancy')
    expect(body.items).toMatchObject([
      { region: 'Bretagne', asOf: count.asOf, free: 2 },
      { region: 'Normandie', asOf: full.asOf, free: 0 }
    ])
    expect(body.since).toBe(full.asOf)
    const by = await owner.query<{ by: string; lately: boolean }>(
      `select recorded_by as by, recorded_at > '2026-01-01' as lately from asylum_occupancy where region = 'Normandie'`
    )
    expect(by.rows).toEqual([{ by: world.as('ofii').personId, lately: true }])
  })

  it('is shown by PostgreSQL to the roles of the table', async () => {
    expect(await readersIn('asylum_occupancy')).toEqual([...occupancyReaders].toSorted())
  })
})
