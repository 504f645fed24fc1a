import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inContext } from '../../../server/db/context.ts'
import { forFile } from '../../support/for-file.ts'
import { openSite } from '../../support/running/site.ts'

// A rule that two walls hold is seen to hold by each of them with the other taken away: the row security of PostgreSQL is asked
// past every route, and the routes are asked of a database whose row security is off.

/** Accompanied the person until yesterday. */
export const former = 'asso.paris'

const strangers = {
  [former]: 'whose part has ended',
  'cellule.75': 'of a cell of elsewhere',
  'membre.69': 'of the same cell in another role',
  'foyer.azur': 'who was never asked',
  'prefecture.75': 'of a prefecture of elsewhere',
  admin: 'of the administration',
  dpo: 'of data protection'
}
type Stranger = keyof typeof strangers

export type Reading = {
  rule: string
  may: readonly string[]
  others: readonly string[]
  byPolicy?: readonly string[]
  /** The statement that asks PostgreSQL. */
  rows: string
  /** What asks the policy: it answers anything but 200 or, a list, without what would show it. */
  route: string
  shows?: string
}

/** A case that an association accompanies and a cell examines, of which a prefecture is asked something; and all others. */
export const openWallsAlone = async () => {
  const site = await forFile(openSite())
  const { tell } = site
  const owner = (text: string, values: unknown[] = []) => site.db.owner.query(text, values)

  const id = await tell.consenting(['A', 'B', 'C', 'E', 'F', 'G'])
  await tell.act('asso.rhone', id, 'prefecture.request', {})
  const referral = await tell.referral(id, 'prefecture')
  const partOf = (login: string, since: string, until: string) =>
    owner(
      `insert into participation (case_id, org_id, capacity, since, until, basis, moved_at)
     values ($1, $2, 'referent', wall_clock() + $3::interval, wall_clock() + $4::interval, 'referent.name', wall_clock())
     on conflict do nothing`,
      [id, site.as(login).orgId, since, until]
    )
  await partOf(former, '-9 days', '-1 day')

  const all = Object.keys(strangers) as Stranger[]

  const walled = (
    await owner(
      `select oid::regclass::text as name from pg_class where relrowsecurity and relnamespace = 'public'::regnamespace`
    )
  ).rows.map(({ name }) => String(name))
  const rowSecurity = async (state: 'enable' | 'disable') => {
    for (const name of walled) await owner(`alter table ${name} ${state} row level security`)
  }
  const rowsFor = (login: string, rows: string) =>
    inContext(
      site.db.app,
      site.as(login),
      async (tx) => (await tx.execute(sql.raw(`select from ${rows}`))).rows.length
    )
  const opens = async (login: string, { route, shows }: Reading) => {
    const { statusCode, body } = await site.get(login, route)
    return statusCode === 200 && (shows === undefined || body.includes(shows))
  }
  const whoOf = (login: string) => strangers[login as Stranger] ?? 'who may read another part of it'

  /** Each reading by the rows alone, and by the policy alone. */
  const standAlone = (readings: readonly Reading[]) =>
    describe.each(readings)('$rule', (reading) => {
      it('by the rows alone, whatever a route may have forgotten', async () => {
        for (const login of reading.others)
          expect([login, whoOf(login), await rowsFor(login, reading.rows)]).toEqual([login, whoOf(login), 0])
        for (const login of reading.may) expect(await rowsFor(login, reading.rows), login).toBeGreaterThan(0)
      })

      describe('by the policy alone', () => {
        beforeAll(() => rowSecurity('disable'))
        afterAll(() => rowSecurity('enable'))

        it('whatever PostgreSQL would show', async () => {
          for (const login of [...reading.others, ...(reading.byPolicy ?? [])]) {
            expect(await rowsFor(login, reading.rows), `the wall is away for ${login}`).toBeGreaterThan(0)
            expect([login, whoOf(login), await opens(login, reading)]).toEqual([login, whoOf(login), false])
          }
          for (const login of reading.may) expect([login, await opens(login, reading)]).toEqual([login, true])
        })
      })
    })
  return { site, id, referral, all, rowSecurity, owner, partOf, rowsFor, standAlone }
}
