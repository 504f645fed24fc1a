import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { deadlineRow } from '../../server/cases/deadlines.ts'
import { openDatabase, type Database } from '../../server/db/client.ts'
import { migrateDatabase } from '../../server/db/migrate.ts'
import { sealOldDays } from '../../server/db/secret-days.ts'
import { asKept } from '../../server/deadlines/sealed.ts'
import { createLog } from '../../server/log.ts'
import { addDays, addMonths } from '../../workflows/calendar.ts'
import type { DeadlineCode } from '../../workflows/deadlines.ts'
import { september2026 } from '../../workflows/versions/2026-09.ts'
import { testKeys } from '../support/keys.ts'
import { noon, peopled } from '../support/world.ts'
import { acting } from '../support/acting.ts'

const origin = { caseId: randomUUID(), territory: '69', at: noon, config: september2026 }

/** What a dump shows of a clock that starts on a day: its days in clear, and how long what is sealed is. */
const inClear = (code: DeadlineCode, startsOn: string, more: string[] = []): string => {
  const row = deadlineRow(code, startsOn, origin)
  const clear = { ...row, sealed: null, computation: [...row.computation, ...more] }
  const kept = asKept(testKeys, clear as never, noon)
  return [
    code,
    kept.startsOn,
    kept.dueOn,
    kept.dueAt.toISOString(),
    JSON.stringify(kept.steps),
    kept.sealed?.length
  ].join(' ')
}

const daysOf = (first: string, last: string): string[] => {
  const days: string[] = []
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day)
  return days
}

describe('what a dump shows of the clocks that count from a birth date', () => {
  it.each([
    ['majority', (birth: string) => [inClear('D-MAJORITY', birth), inClear('D-MAJORITY-PREPARED', birth)]],
    [
      'the times to claim from the eighteenth birthday',
      (birth: string) => {
        const majority = addMonths(birth, 216)
        return [
          inClear('D-CIVI-OFFENCE', majority, [`majority:${majority}`]),
          inClear('D-LIMIT-MINOR', majority),
          inClear('D-LIMIT-CRIME-MINOR', majority)
        ]
      }
    ]
  ] as const)('leaves every day of the month possible: %s', (_what, seen) => {
    const groups = Map.groupBy(daysOf('2011-12-01', '2013-01-31'), (birth) => seen(birth).join('|'))
    const months = Map.groupBy([...groups.values()], (days) => days[0]!.slice(0, 7))
    for (const [month, these] of months) expect([month, these.length]).toEqual([month, 1])
  })
})

describe('an owner that does not pass by row security', () => {
  const role = `owner_${randomUUID().slice(0, 8)}`
  const superuser = new pg.Client({ connectionString: inject('superuserUrl') })
  let db: Database
  let inside: pg.Client

  const addressFor = (user: string, password: string) => {
    const url = new URL(inject('superuserUrl'))
    return Object.assign(url, {
      username: user || url.username,
      password: password || url.password,
      pathname: `/${role}`
    }).href
  }

  beforeAll(async () => {
    await superuser.connect()
    await superuser.query(`create role ${role} login createrole password 'k'`)
    for (const login of ['mnio_app', 'mnio_location', 'mnio_stats'])
      await superuser.query(`grant ${login} to ${role} with admin option, inherit false, set false`)
    await superuser.query(`create database ${role} owner ${role}`)
    db = openDatabase({ url: addressFor(role, 'k'), keys: testKeys, log: createLog('silent'), size: 4 })
    await migrateDatabase(db.owner, testKeys)
    inside = new pg.Client({ connectionString: addressFor('', '') })
    await inside.connect()
  }, 60_000)
  afterAll(async () => {
    await inside.end()
    await db.close()
    await superuser.query(`drop database ${role} with (force)`)
    for (const login of ['mnio_app', 'mnio_location', 'mnio_stats'])
      await superuser.query(`revoke ${login} from ${role}`)
    await superuser.query(`drop role ${role}`)
    await superuser.end()
  })

  it('seals what an earlier release left in clear, lines of worklists as well', async () => {
    const world = await peopled({ ...db, url: '', keys: testKeys }, 'http://localhost:3000')
    const caseId = await acting(world).flagged('asso.rhone', {
      ageGroup: 'minor',
      nominativeConsent: false,
      identity: { name: 'CANARI-NOM', birthDate: '2009-07-17' }
    })
    const { startsOn, dueOn, dueAt, steps, nextAt, computation } = deadlineRow(
      'D-MAJORITY',
      '2009-07-17',
      origin
    )
    await inside.query(
      `update deadline set starts_on = $2, due_on = $3, due_at = $4, steps = $5, next_at = $6, computation = $7, sealed = null
        where case_id = $1 and code = 'D-MAJORITY'`,
      [caseId, startsOn, dueOn, dueAt, JSON.stringify(steps), nextAt, computation]
    )
    await inside.query(
      'update participation set due_at = $2, clock_at = $2, due_in_month = false where case_id = $1',
      [caseId, dueAt]
    )
    const client = await db.owner.connect()
    await client.query('delete from drizzle.days_sealed')
    await sealOldDays(client, testKeys)
    client.release()
    const { rows } = await inside.query(
      `select count(*) filter (where due_at = $2 or clock_at = $2)::int as clear, count(*)::int as lines from participation where case_id = $1`,
      [caseId, dueAt]
    )
    expect(rows[0].lines).toBeGreaterThan(0)
    expect(rows[0].clear).toBe(0)
  }, 60_000)
})
