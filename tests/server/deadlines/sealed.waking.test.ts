import { describe, expect, it } from 'vitest'
import { acts, amongBirthdays, comesBy, flagged, only, said, site } from '../../support/running/birthdays.ts'
import { clocksOpened } from '../../support/running/days.ts'
import { noon } from '../../support/world.ts'

amongBirthdays()

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
