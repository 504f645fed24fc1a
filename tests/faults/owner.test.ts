import pg from 'pg'
import { describe, expect, it } from 'vitest'
import { forFile } from '../support/for-file.ts'
import { spareServer } from '../support/running/server.ts'

// The owner of the tables, who passes every wall, is there to prepare a database. A server that runs has nothing of it.

const server = await forFile(spareServer())
const { db, databaseUrl } = server
const formerPassword = db.keys.password('db:owner')
const ownerUrl = (password: string) =>
  Object.assign(new URL(databaseUrl), { username: 'mnio', password }).href

const signsIn = async (connectionString: string) => {
  const client = new pg.Client({ connectionString })
  try {
    await client.connect()
    return 'in'
  } catch (error) {
    return (error as { code?: string }).code
  } finally {
    await client.end()
  }
}

/** Under whose names anybody but this test is connected. */
const connected = async () => {
  const { rows } = await db.owner.query<{ who: string }>(
    `select distinct usename as who from pg_stat_activity
     where datname = current_database() and pid <> pg_backend_pid() order by 1`
  )
  return rows.map(({ who }) => who)
}
const loginRoles = ['mnio_app', 'mnio_location', 'mnio_stats', 'mnio_worker']
const noOwner = async () => {
  const names = await connected()
  expect(names).toEqual(expect.arrayContaining(['mnio_app', 'mnio_worker']))
  expect(names.filter((who) => !loginRoles.includes(who))).toEqual([])
}

describe('a server that runs', () => {
  it('holds no connection by which it could own anything, and the owner cannot sign in', async () => {
    await noOwner()
    expect(await signsIn(ownerUrl(formerPassword))).toMatch(/^28/)
  })

  it('takes away the password that a former release had left, migrates nothing, and serves', async () => {
    await server.kill()
    const superuser = new pg.Client({ connectionString: db.superuserUrl })
    await superuser.connect()
    await superuser.query(`alter role mnio login password ${superuser.escapeLiteral(formerPassword)}`)
    await superuser.end()
    expect(await signsIn(ownerUrl(formerPassword))).toBe('in')
    const applied = async () =>
      (await db.owner.query('select * from drizzle.__drizzle_migrations order by id')).rows
    const before = await applied()
    await server.start()
    expect(await signsIn(ownerUrl(formerPassword))).toMatch(/^28/)
    expect(await applied()).toEqual(before)
    await noOwner()
  }, 90_000)

  it('on a PostgreSQL of one’s own does not start with the owner’s address, and never repeats it', async () => {
    const { code, said } = await server.refusal({ DATABASE_URL: ownerUrl('a-secret'), DEMO: '1' })
    expect(code).toBe(1)
    expect(said).toContain('./mnio migrate')
    expect(said).not.toContain('a-secret')
  }, 60_000)

  it('nor on one that nobody prepared for it; prepared, it needs no more than where it is', async () => {
    await server.kill()
    await db.owner.query(`update drizzle.release set digest = 'another'`)
    const { said } = await server.refusal({ DATABASE_URL: databaseUrl, DEMO: '1' })
    expect(said).toContain('not prepared by this release')
    await server.start()
    await server.kill()
    await server.start({ DATABASE_URL: databaseUrl, DEMO: '1' })
    await noOwner()
    // Its own again, so that PostgreSQL is stopped with it.
    await server.kill()
    await server.start()
  }, 150_000)
})
