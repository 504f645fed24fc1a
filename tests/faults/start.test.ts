import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { claimPurpose } from '../../server/db/purpose.ts'
import { freshDatabase, type TestDatabase } from '../support/running/db.ts'
import { spareServer } from '../support/running/server.ts'

const issuer = {
  OIDC_ISSUER: 'https://id.example',
  OIDC_CLIENT_ID: 'mnio',
  OIDC_CLIENT_SECRET: 'a-secret'
}

describe('a server does not start', () => {
  let server: Awaited<ReturnType<typeof spareServer>>
  beforeAll(async () => {
    server = await spareServer()
  }, 60_000)
  afterAll(() => server.close(), 60_000)

  it('on a database that lost a wall, in any mode, and names it', async () => {
    await server.db.owner.query('drop policy case_by_participation on "case"')
    await server.db.owner.query('revoke select on place_address from mnio_location')
    for (const MODE of ['all', 'worker']) {
      const { code, said } = await server.refusal({ MODE })
      expect(code).toBe(1)
      expect(said).toContain('Missing (2):')
      expect(said).toContain('  - policy case_by_participation on case for all to mnio_app')
      expect(said).toContain('  - grant select on table place_address to mnio_location')
    }
    await server.db.owner.query('grant select on place_address to mnio_location')
  }, 120_000)

  it('on what a former version filled, which it leaves as it was, and says how to start anew', async () => {
    const { owner } = server.db
    await owner.query('update drizzle.__drizzle_migrations set created_at = created_at - 1000000000')
    const { code, said } = await server.refusal()
    expect(code).toBe(1)
    expect(said).toContain('a former version of MNIO')
    expect(said).toContain('set DATA_DIR to another folder')
    await owner.query('update drizzle.__drizzle_migrations set created_at = created_at + 1000000000')
  }, 60_000)

  it('for real people on the database of the demonstration', async () => {
    await server.db.owner.query('create policy case_by_participation on "case" to mnio_app using (false)')
    const { code, said } = await server.refusal(issuer)
    expect(code).toBe(1)
    expect(said).toContain('holds the fictional demonstration')
  }, 60_000)
})

describe('what a database is for', () => {
  let db: TestDatabase
  beforeAll(async () => {
    db = await freshDatabase()
  })
  afterAll(() => db.close())

  it('is decided by its first start, and kept', async () => {
    await claimPurpose(db.owner, 'real')
    await expect(claimPurpose(db.owner, 'demonstration')).rejects.toThrow('OIDC_ISSUER')
    await claimPurpose(db.owner, 'real')
  })
})
