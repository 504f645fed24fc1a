import { drizzle } from 'drizzle-orm/node-postgres'
import { describe, expect, it } from 'vitest'
import { deadlineRow } from '../../../server/deadlines/openings.ts'
import { deadlines } from '../../../server/db/schema/schema.ts'
import { addDays, addMonths } from '../../../workflows/calendar/calendar.ts'
import { september2026 } from '../../../workflows/configuration/versions/2026-09.ts'
import type { Zone } from '../../../workflows/calendar/territories.ts'
import {
  acts,
  amongBirthdays,
  comesBy,
  complaint,
  flagged,
  grownUp,
  on,
  only,
  ordered,
  said,
  site
} from '../../support/running/birthdays.ts'
import { clocksOpened, everyRow, writtenAs } from '../../support/running/days.ts'
import { workOff } from '../../support/running/queue.ts'
import { noon } from '../../support/world.ts'

amongBirthdays()

/** All days from which a birth date is read: it, its years, and those on which its clocks spoke; months of age, days before. */
const counted: [months: number, ...before: number[]][] = [
  [0],
  [17 * 12, 30],
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

/** A child who is found, placed, moved, of whom a birth date is corrected, and whose clocks have spoken. */
const life = async () => {
  const id = await flagged('2010-01-17')
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
  await site.tell.act('ase.69', id, 'identity.record', { birthDate: '2010-02-19' })
  for (const at of [
    '2027-01-25T12:00:00Z',
    '2027-03-02T12:00:00Z',
    '2028-01-05T12:00:00Z',
    '2028-02-12T12:00:00Z'
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
    const days = [...daysOf('2010-01-17'), ...daysOf('2010-02-19'), ...daysOf('2007-03-17')]
    expect(await found(days)).toEqual([])
    // It does count them: the same walker finds what the clock kept before.
    const client = await site.db.owner.connect()
    try {
      await client.query('begin')
      const origin = { caseId: id, territory: '69', met: '69', at: noon, config: september2026 }
      const clear = deadlineRow('D-MAJORITY', '2010-01-17', origin)
      await drizzle(client).insert(deadlines).values(clear)
      const planted = await found(days, client)
      for (const needle of ['2010-01-17', '2028-01-17', '2028-01-16T23:00', '2027-12-17T23:00'])
        expect(planted).toContain(`public.deadline: ${needle}`)
    } finally {
      await client.query('rollback')
      client.release()
    }
  })

  it('erasing an identity takes the sealed days with it', async () => {
    const id = await flagged('2010-01-17')
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
