import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { inContext, setCaseScope } from '../../../server/db/context.ts'
import { openWallsAlone } from './alone.ts'

const { site, id, referral, all, rowSecurity } = await openWallsAlone()

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
