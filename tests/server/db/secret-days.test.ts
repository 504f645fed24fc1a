import { randomUUID } from 'node:crypto'
import { drizzle } from 'drizzle-orm/node-postgres'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { deadlineRow } from '../../../server/commands/deadlines.ts'
import { listCases } from '../../../server/reading/list.ts'
import { viewCase } from '../../../server/reading/view.ts'
import { inContext } from '../../../server/db/context.ts'
import { deadlines } from '../../../server/db/schema/schema.ts'
import { fireDue } from '../../../server/deadlines/fire.ts'
import { addDays, addMonths } from '../../../workflows/calendar/calendar.ts'
import { september2026 } from '../../../workflows/configuration/versions/2026-09.ts'
import type { Zone } from '../../../workflows/calendar/territories.ts'
import { clocksOpened, everyRow, writtenAs } from '../../support/running/days.ts'
import { workOff } from '../../support/running/queue.ts'
import { openSite, versionOf } from '../../support/running/site.ts'
import { aFlag, noon } from '../../support/world.ts'
import { forFile } from '../../support/for-file.ts'

const site = await forFile(openSite())
beforeAll(async () => {
  site.gate.telling = true
})
beforeEach(async () => {
  site.at(noon)
  await site.db.owner.query(`delete from demonstration_clock;
    update deadline set state = 'stopped', next_at = null;
    update stay set state = 'ended', ended_at = now() where state <> 'ended'`)
})

/** The time of the walls and of the gate. */
const standAt = async (at: string) => {
  site.at(new Date(at))
  await site.db.owner.query(
    `insert into demonstration_clock (ahead) values (greatest($1::timestamptz - now(), interval '0'))
     on conflict (single) do update set ahead = excluded.ahead`,
    [at]
  )
}
/** The worker comes by. */
const comesBy = async (at: string) => {
  await standAt(at)
  return fireDue(site.gate, (error) => {
    throw error
  })
}

const flagged = async (birthDate: string, different: Parameters<typeof aFlag>[0] = {}) => {
  const flag = aFlag({
    ageGroup: 'minor',
    nominativeConsent: false,
    identity: { name: 'CANARI-NOM', birthDate },
    ...different
  })
  const answer = await site.send('asso.rhone', '/api/cases', flag, { key: randomUUID() })
  expect(answer.statusCode, answer.body).toBe(201)
  return answer.json<{ id: string }>().id
}
const acts = async (login: string, id: string, command: string, input: object = {}) => {
  const version = versionOf(await site.get(login, `/api/cases/${id}?events=50`))
  const answer = await site.act(login, [id, command], input, { version, key: randomUUID() })
  expect(answer.statusCode, `${command} ${answer.body}`).toBeLessThan(300)
}
// No session lasts for days: as time goes by, what the routes ask is asked here.
const reader = (login: string) => ({ actor: site.as(login), locale: 'fr' as const, now: site.gate.now!() })
const read = (login: string, id: string) =>
  inContext(site.db.app, site.as(login), (tx) => viewCase(tx, id, reader(login)))
const lineIn = async (view: 'all' | 'late', login: string, id: string) =>
  (
    await inContext(site.db.app, site.as(login), (tx) => listCases(tx, { view, limit: 100 }, reader(login)))
  ).items.find((one) => one.id === id)
const only = (...codes: string[]) =>
  site.db.owner.query(
    `update deadline set state = 'stopped', next_at = null where not (code = any($1::text[]))`,
    [codes]
  )
const said = async (id: string) =>
  (
    await site.db.owner.query<{ command: string; at: Date; input: Record<string, unknown>; late: boolean }>(
      `select command, at, input, late from case_event where case_id = $1 and role = 'system' order by seq`,
      [id]
    )
  ).rows

/** All days from which a birth date is read: it, its years, and those on which its clocks spoke; months of age, days before. */
const counted: [months: number, ...before: number[]][] = [
  [0],
  [17 * 12],
  [210, 30],
  [18 * 12, 30],
  [21 * 12, 30, 180],
  [28 * 12, 90, 365],
  [48 * 12, 90, 365]
]
const daysOf = (born: string) =>
  counted.flatMap(([months, ...before]) =>
    [0, ...before].map((days) => addDays(addMonths(born, months), -days))
  )

const found = async (days: readonly string[], owner: Parameters<typeof everyRow>[0] = site.db.owner) => {
  const needles = days.flatMap((day) =>
    (['Europe/Paris', 'America/Guadeloupe'] as Zone[]).flatMap((zone) => writtenAs(day, zone))
  )
  return (await everyRow(owner)).flatMap(({ table, row }) =>
    needles.filter((needle) => row.includes(needle)).map((needle) => `${table}: ${needle}`)
  )
}

const on = '2026-11-24'
const complaint = { on, unit: 'Brigade', receipt: 'R-1', offences: ['225-4-1'], factsTerritory: '69' }

/** Reported to the prosecutor, who orders a placement. */
const ordered = async (id: string) => {
  await acts('asso.rhone', id, 'minor.report_prosecutor', {
    foundIn: '69',
    ground: 'grave',
    parentsInformed: 'contrary',
    facts: 'CANARI-RECIT'
  })
  await acts('parquet.lyon', id, 'opp.issue', { on, distanced: true, place: 'CANARI-LIEU' })
}

/** A woman of age, of whom it is written that she was a child when the acts ended. */
const grownUp = async () => {
  const id = await site.tell.consenting(['C', 'E', 'F'])
  const days = { lastFactsOn: '2024-05-02', majorityOn: '2025-03-17' }
  await acts('asso.rhone', id, 'complaint.file', { ...complaint, ...days })
  return id
}

/** A child who is found, placed, moved, of whom a birth date is corrected, and whose clocks have spoken. */
const life = async () => {
  const id = await flagged('2009-07-17')
  await acts('asso.rhone', id, 'complaint.file', { ...complaint, lastFactsOn: '2026-10-01' })
  await ordered(id)
  await acts('parquet.lyon', id, 'judge.seize', { on })
  await acts('juge.69', id, 'measure.order', {
    on,
    decision: 'provisional',
    measure: 'placement',
    childHeard: 'heard'
  })
  await acts('ase.69', id, 'place.distanced', { on, zone: 'south_east', adhesion: 'hesitates' })
  await acts('ase.69', id, 'minor.placement_offer', { placeId: site.places['foyer.azur enfants']![0] })
  await site.tell.move('foyer.azur', await site.tell.referral(id, 'minor_place'), 'accept')
  await acts('foyer.azur', id, 'minor.placement_arrival', { on })
  await comesBy('2026-12-05T12:00:00Z')
  await workOff(site.db, site.gate)
  await site.tell.act('ase.69', id, 'identity.record', { birthDate: '2009-08-19' })
  for (const at of [
    '2027-01-25T12:00:00Z',
    '2027-03-02T12:00:00Z',
    '2027-07-05T12:00:00Z',
    '2027-08-12T12:00:00Z'
  ])
    await comesBy(at)
  await workOff(site.db, site.gate)
  return id
}

describe('a dump without the key', () => {
  it('a child’s birthday, which stood in clear in the clock of majority, stands nowhere, nor any day counted from it', async () => {
    const id = await life()
    const spoken = (await said(id)).map(({ command, input: { lateHours: _, ...input } }) => [command, input])
    for (const deadline of ['D-MAJORITY-PREPARED', 'D-MAJORITY'])
      expect(spoken).toContainEqual(['clock.alert', { deadline }])
    expect(spoken).toContainEqual(['clock.lapse', { deadline: 'D-MAJORITY-PREPARED' }])
    site.at(noon)
    const adult = await grownUp()
    const [time] = await clocksOpened(site.db.owner, adult, 'D-LIMIT-MINOR')
    expect(time).toMatchObject({ startsOn: '2025-03-17', dueOn: '2035-03-17' })
    const days = [...daysOf('2009-07-17'), ...daysOf('2009-08-19'), ...daysOf('2007-03-17')]
    expect(await found(days)).toEqual([])
    // It does count them: the same walker finds what the clock kept before.
    const client = await site.db.owner.connect()
    try {
      await client.query('begin')
      const origin = { caseId: id, territory: '69', met: '69', at: noon, config: september2026 }
      const clear = deadlineRow('D-MAJORITY', '2009-07-17', origin)
      await drizzle(client).insert(deadlines).values(clear)
      const planted = await found(days, client)
      for (const needle of ['2009-07-17', '2027-07-17', '2027-07-16T22:00', '2027-06-16T22:00'])
        expect(planted).toContain(`public.deadline: ${needle}`)
    } finally {
      await client.query('rollback')
      client.release()
    }
  })

  it('erasing an identity takes the sealed days with it', async () => {
    const id = await flagged('2009-07-17')
    await only()
    await site.db.owner.query(
      `update deadline set code = 'D-LIMIT-MINOR' where case_id = $1 and code = 'D-MAJORITY-PREPARED'`,
      [id]
    )
    const client = await site.db.app.connect()
    try {
      await client.query('begin')
      await client.query(
        `select set_config('app.role', 'system', true), set_config('app.case', $1, true), erase_identity()`,
        [id]
      )
      await client.query('commit')
    } finally {
      client.release()
    }
    const { rows } = await site.db.owner.query(
      `select code, computation, sealed from deadline where case_id = $1 and code like 'D-%'`,
      [id]
    )
    expect(rows).toEqual([{ code: 'D-LIMIT-MINOR', computation: ['month'], sealed: null }])
  })
})

describe('a clock whose day is sealed', () => {
  it('tells nothing more of its day by its wakings than which day it is', async () => {
    const next = async (id: string) =>
      (
        await site.db.owner.query<{ at: Date }>(
          `select next_at as at from deadline where case_id = $1 and code = 'D-MAJORITY'`,
          [id]
        )
      ).rows[0]!.at.toISOString()
    const wakes: string[][] = []
    for (const born of ['2008-12-12', '2008-12-30']) {
      const id = await flagged(born)
      await only('D-MAJORITY')
      await comesBy('2026-11-25T09:00:00Z')
      const first = await next(id)
      expect(await comesBy('2026-12-10T09:00:00Z')).toBe(0)
      wakes.push([first, await next(id)])
      await site.db.owner.query(`delete from demonstration_clock`)
      site.at(noon)
    }
    expect(wakes[0]).toEqual(['2026-11-30T23:00:00.000Z', '2026-12-10T23:00:00.000Z'])
    expect(wakes[1]).toEqual(wakes[0])
  })

  const birthdays = [
    { territory: '69', last: '2026-12-15T22:59:59Z', then: '2026-12-15T23:00:00Z' },
    { territory: '976', last: '2026-12-15T22:59:59Z', then: '2026-12-15T23:00:00Z' },
    { territory: '971', last: '2026-12-16T03:59:59Z', then: '2026-12-16T04:00:00Z' },
    { territory: '987', last: '2026-12-16T09:59:59Z', then: '2026-12-16T10:00:00Z' }
  ]
  it.each(birthdays)(
    'acts at the first hour of the very day, not of its month, in $territory',
    async ({ territory, last, then }) => {
      const id = await flagged('2008-12-16', { territory })
      await only('D-MAJORITY')
      for (let day = 1; day <= 15; day++)
        expect(await comesBy(`2026-12-${String(day).padStart(2, '0')}T00:30:00Z`)).toBe(0)
      expect(await comesBy(last)).toBe(0)
      expect(await said(id)).toEqual([])
      expect(await site.tell.row(id)).toMatchObject({ minor: 'presumed_minor' })
      expect(await comesBy(then)).toBe(1)
      expect(await said(id)).toMatchObject([{ command: 'majority.reached', at: new Date(then), late: false }])
      expect(await site.tell.row(id)).toMatchObject({ minor: 'majority_reached' })
    }
  )

  it('after an outage acts once, late, and says that it is', async () => {
    const id = await flagged('2009-07-17')
    await only('D-MAJORITY')
    expect(await comesBy('2027-07-17T01:00:00Z')).toBe(1)
    expect(await said(id)).toMatchObject([{ command: 'majority.reached', late: true }])
    const [clock] = await clocksOpened(site.db.owner, id, 'D-MAJORITY')
    expect(clock).toMatchObject({ lateSeconds: 3 * 3600 })
  })

  it('after an outage that ends in its month before its day, is announced first', async () => {
    const id = await flagged('2009-07-17')
    await only('D-MAJORITY')
    expect(await comesBy('2027-07-05T12:00:00Z')).toBe(1)
    expect((await said(id)).map(({ command }) => command)).toEqual(['clock.alert'])
    expect(await comesBy('2027-07-16T22:00:00Z')).toBe(1)
    expect(await site.tell.row(id)).toMatchObject({ minor: 'majority_reached' })
  })

  it('of the twenty-ninth of February, is over on the first of March', async () => {
    const id = await flagged('2008-12-16')
    await only('D-MAJORITY')
    await acts('asso.rhone', id, 'identity.record', { birthDate: '2012-02-29' })
    expect((await clocksOpened(site.db.owner, id, 'D-MAJORITY')).map(({ dueOn }) => dueOn)).toEqual([
      '2026-12-16',
      '2030-03-01'
    ])
  })
})

describe('who reads the day', () => {
  const of = (view: { deadlines: { code: string }[] }, code: string) =>
    view.deadlines.find((one) => one.code === code)

  it('whoever may read the birth date reads it as before, in the case, the deadlines and the list', async () => {
    const id = await flagged('2009-06-17')
    await ordered(id)
    await only('D-MAJORITY', 'D-MAJORITY-PREPARED')
    const view = (await site.get('asso.rhone', `/api/cases/${id}?events=50`)).json()
    expect(of(view, 'D-MAJORITY')).toMatchObject({
      startsOn: '2009-06-17',
      dueOn: '2027-06-17',
      dueAt: '2027-06-16T22:00:00.000Z',
      daysLeft: 205,
      computation: ['17 juin 2009 + 18 ans = 17 juin 2027']
    })
    const { items } = (await site.get('asso.rhone', '/api/deadlines')).json()
    const mine = items.filter((one: { caseId: string }) => one.caseId === id)
    expect(mine.map(({ code, dueOn }: Record<string, string>) => [code, dueOn])).toEqual([
      ['D-MAJORITY-PREPARED', '2026-12-17'],
      ['D-MAJORITY', '2027-06-17']
    ])
    expect(await lineIn('all', 'ase.69', id)).toMatchObject({
      due: { dueOn: '2026-12-17', daysLeft: 23, late: false }
    })
    // Its line comes by its month, and counts as late when that is over.
    await comesBy('2026-12-31T12:00:00Z')
    expect(await lineIn('late', 'ase.69', id)).toBeUndefined()
    await comesBy('2027-01-01T12:00:00Z')
    expect(await lineIn('late', 'ase.69', id)).toMatchObject({ due: { dueOn: '2026-12-17', late: true } })
  })

  it('whoever may not reads the month of a time that runs from the eighteenth birthday, and no day', async () => {
    const id = await grownUp()
    expect(of(await read('asso.rhone', id), 'D-CIVI-OFFENCE')).toMatchObject({
      startsOn: '2025-03-17',
      dueOn: '2028-03-17',
      computation: expect.arrayContaining(['N’a pas couru avant ses dix-huit ans, le 17 mars 2025'])
    })
    const told = of(await read('cellule.69', id), 'D-CIVI-OFFENCE')
    expect(told).toMatchObject({ startsOn: '2025-03-01', dueOn: '2028-03-01', late: false })
    expect(JSON.stringify(told)).toContain('Se compte d’une date de naissance : seul le mois en est dit')
    for (const day of [
      ...writtenAs('2025-03-17', 'Europe/Paris'),
      ...writtenAs('2028-03-17', 'Europe/Paris')
    ])
      expect(JSON.stringify(await read('cellule.69', id))).not.toContain(day)
    // Once that day is over it is so for whoever reads it, and foreclosed is not late.
    const view = async (login: string) => of(await read(login, id), 'D-CIVI-OFFENCE')
    await standAt('2028-03-16T12:00:00Z')
    expect(await view('asso.rhone')).toMatchObject({ state: 'running', late: false })
    await standAt('2028-03-20T12:00:00Z')
    expect(await view('asso.rhone')).toMatchObject({ state: 'fired', late: false })
    // Within that month nothing is late yet, and nothing is left.
    await standAt('2028-03-20T12:00:00Z')
    expect(of(await read('cellule.69', id), 'D-CIVI-OFFENCE')).toMatchObject({ daysLeft: 0, late: false })
  })

  it('whose time runs from the acts alone has nothing to hide', async () => {
    const id = await site.tell.consenting(['C', 'E', 'F'])
    await acts('asso.rhone', id, 'complaint.file', { ...complaint, lastFactsOn: '2026-10-01' })
    expect(of(await read('cellule.69', id), 'D-CIVI-OFFENCE')).toMatchObject({ dueOn: '2029-10-01' })
  })
})
