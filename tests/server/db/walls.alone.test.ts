import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inContext, setCaseScope } from '../../../server/db/context.ts'
import { forFile } from '../../support/for-file.ts'
import { openSite } from '../../support/running/site.ts'

// A rule that two walls hold is seen to hold by each of them with the other taken away: the row security of PostgreSQL is asked
// past every route, and the routes are asked of a database whose row security is off.

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
/** Accompanied the person until yesterday. */
const former = 'asso.paris'
await partOf(former, '-9 days', '-1 day')

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
const all = Object.keys(strangers) as Stranger[]

type Reading = {
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
const readings: Reading[] = [
  {
    rule: 'a case is read by who takes part in it',
    may: ['asso.rhone', 'cellule.69'],
    others: [...all, 'prefecture.69'],
    rows: `"case" where id = '${id}'`,
    route: `/api/cases/${id}`
  },
  {
    rule: 'it stands in no list of others',
    may: ['asso.rhone', 'cellule.69'],
    others: [...all, 'prefecture.69'],
    rows: `"case" where id = '${id}'`,
    route: '/api/cases?view=all',
    shows: id
  },
  {
    rule: 'its history is read by who takes part in it',
    may: ['asso.rhone', 'cellule.69'],
    others: [...all, 'prefecture.69'],
    rows: `case_event where case_id = '${id}'`,
    route: `/api/cases/${id}/events`
  },
  {
    rule: 'who she is is read by who accompanies or examines her',
    may: ['asso.rhone', 'cellule.69'],
    others: [...all, 'prefecture.69'],
    rows: `compartment where case_id = '${id}' and data_class = 'B'`,
    route: `/api/cases/${id}/compartments/B`
  },
  {
    rule: 'what she agreed to is read by who takes part',
    may: ['asso.rhone', 'cellule.69'],
    others: [...all, 'prefecture.69'],
    rows: `consent where case_id = '${id}'`,
    route: `/api/cases/${id}/conversation`
  },
  {
    rule: 'its clocks are in the lists of who takes part',
    may: ['asso.rhone', 'cellule.69'],
    others: all,
    rows: `deadline where case_id = '${id}'`,
    route: '/api/deadlines',
    shows: id
  },
  {
    rule: 'a request is read by who sent it and by who answers it',
    may: ['asso.rhone', 'prefecture.69'],
    others: all,
    // PostgreSQL shows the row to whoever takes part in the case: that it is not theirs is said by the policy.
    byPolicy: ['cellule.69'],
    rows: `referral where id = '${referral}'`,
    route: `/api/referrals/${referral}`
  },
  {
    rule: 'it is in the box of who answers it',
    may: ['prefecture.69'],
    others: all,
    rows: `referral where id = '${referral}'`,
    route: '/api/referrals?box=in&view=all',
    shows: referral
  },
  {
    rule: 'the journal is read by data protection alone',
    may: ['dpo'],
    others: ['admin', 'cellule.69', 'asso.rhone', 'foyer.azur'],
    rows: `audit_event where chain = 'case:${id}'`,
    route: '/api/audit'
  }
]

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

const walled = (
  await owner(
    `select oid::regclass::text as name from pg_class where relrowsecurity and relnamespace = 'public'::regnamespace`
  )
).rows.map(({ name }) => String(name))
const rowSecurity = async (state: 'enable' | 'disable') => {
  for (const name of walled) await owner(`alter table ${name} ${state} row level security`)
}

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

describe('a part', () => {
  const sees = async () => [
    await rowsFor(former, `"case" where id = '${id}'`),
    (await site.get(former, `/api/cases/${id}`)).statusCode
  ]
  const lasts = async (since: string, until: string) => {
    await owner(`delete from participation where case_id = $1 and org_id = $2`, [id, site.as(former).orgId])
    await partOf(former, since, until)
  }
  afterAll(() => lasts('-9 days', '-1 day'))

  it.each([
    ['on its eve', '1 minute', '1 day', [0, 404]],
    ['on its instant', '0', '1 day', [1, 200]],
    ['on the eve of its end', '-1 day', '1 minute', [1, 200]],
    ['on the instant of its end', '-1 day', '0', [0, 404]],
    ['on its morrow', '-1 day', '-1 second', [0, 404]]
  ])('is told alike by both walls %s', async (_when, since, until, told) => {
    await lasts(since, until)
    expect(await sees()).toEqual(told)
  })

  it.each([
    ['on its eve', '1 minute', '1 day', 404],
    ['on the eve of its end', '-1 day', '1 minute', 200],
    ['on its morrow', '-1 day', '-1 second', 404]
  ])('is told by the policy alone %s', async (_when, since, until, status) => {
    await lasts(since, until)
    await rowSecurity('disable')
    try {
      expect((await site.get(former, `/api/cases/${id}`)).statusCode).toBe(status)
    } finally {
      await rowSecurity('enable')
    }
  })
})

class Undone extends Error {}
/** What PostgreSQL says of a statement, which is taken back. */
const attempt = async (login: string, statement: string, scope: string | null) => {
  let done = 0
  const tried = inContext(site.db.app, site.as(login), async (tx) => {
    if (scope !== null) await setCaseScope(tx, scope)
    done = (await tx.execute(sql.raw(statement))).rowCount ?? 0
    throw new Undone()
  })
  const error = await tried.catch((one: unknown) => one)
  if (error instanceof Undone) return done
  return String((error as { cause?: { code?: string } }).cause?.code)
}

/** What is written, by whoever holds the connection of the application and is inside no act. */
const writings = [
  {
    rule: 'nobody gives an organisation a part',
    statement: `insert into participation (case_id, org_id, capacity, since, basis, moved_at)
      values ('${id}', '${site.as('foyer.azur').orgId}', 'referent', wall_clock(), 'referent.name', wall_clock())`,
    others: [...all, 'asso.rhone'],
    says: '42501'
  },
  {
    rule: 'nobody writes into a history',
    statement: `insert into case_event (case_id, seq, at, command, input, sealed, role, basis, basis_on)
      values ('${id}', 99, wall_clock(), 'case.close', '{}', '{}', 'asso', '{}', current_date)`,
    others: all,
    says: '42501'
  },
  {
    rule: 'no stranger moves a case',
    statement: `update "case" set version = version + 1 where id = '${id}'`,
    others: all,
    says: 0
  },
  {
    rule: 'no stranger answers a request',
    statement: `update referral set state = 'accepted' where id = '${referral}'`,
    others: all,
    says: 0
  },
  {
    rule: 'no stranger stops a clock',
    statement: `update deadline set state = 'stopped' where case_id = '${id}'`,
    others: all,
    says: 0
  }
]

describe.each(writings)('$rule past every act', ({ statement, others, says }) => {
  it('by the rows alone', async () => {
    for (const login of others) expect([login, await attempt(login, statement, null)]).toEqual([login, says])
  })

  it('as the act of who may is written', async () => {
    expect(await attempt('asso.rhone', statement, id)).toBeGreaterThan(0)
  })
})

it('nobody acts on the case of others where PostgreSQL would let them', async () => {
  await rowSecurity('disable')
  try {
    for (const login of all) {
      const answer = await site.act(
        login,
        [id, 'facts.complete'],
        { children: 2 },
        { version: '"a-version-of-22-letters"' }
      )
      expect([login, answer.statusCode]).toEqual([login, expect.toBeOneOf([403, 404])])
    }
    const version = await site.version('asso.rhone', id)
    expect(
      (await site.act('asso.rhone', [id, 'facts.complete'], { children: 2 }, { version })).statusCode
    ).toBe(200)
  } finally {
    await rowSecurity('enable')
  }
})
