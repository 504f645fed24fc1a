import { describe, expect, it } from 'vitest'
import { acts, amongBirthdays, comesBy, complaint, read, site } from '../../../support/running/birthdays.ts'

// Another party’s appeal gives five days more (CPP 500), or five of their own after the chief prosecutor’s, who has twenty against a
// conviction (505). Of several judgments it is against one.

amongBirthdays()

const court = (id: string, command: string, input: object) => acts('parquet.lyon', id, command, input)
const judgment = (pronouncedOn: string) => ({ court: 'criminal', presence: 'present', pronouncedOn })

const convicted = async (...pronounced: string[]) => {
  const id = await site.tell.consenting()
  await acts('asso.rhone', id, 'complaint.file', { ...complaint, on: '2025-08-04' })
  await acts('asso.rhone', id, 'civil_party.join', { who: 'person', on: '2025-08-04', agrees: true })
  await court(id, 'stage.instruction', {})
  for (const day of pronounced) await court(id, 'conviction.pronounced', judgment(day))
  return id
}
const appealed = async (id: string, on: string, noticeOn?: string) => {
  await court(id, 'acquittal.appealed', { on, against: 'judgment', ...(noticeOn && { noticeOn }) })
  return id
}
const told = async (id: string, code: string) =>
  (await read('asso.rhone', id)).deadlines
    .filter((one) => one.code === code)
    .map(({ startsOn, dueOn, legalEnd }) => [startsOn, dueOn, legalEnd?.on])
    .toSorted()
/** Of each judgment, whether it is said that the appeal may be against another. */
const reserves = async (id: string) =>
  (await read('asso.rhone', id)).deadlines
    .filter(({ code }) => code === 'D-APPEAL-JUDGMENT')
    .map((one) => /si l’appel de l’autre partie vise ce jugement-là/.test(JSON.stringify(one)))
const [ten, five] = ['D-APPEAL-JUDGMENT', 'D-APPEAL-INCIDENT'] as const

describe('another party’s appeal after one of two judgments (CPP 500)', () => {
  const both = () => convicted('2026-11-16', '2026-11-20')

  it('lengthens in law the time against that one alone, where it is said', async () => {
    const id = await appealed(await both(), '2026-11-23', '2026-11-16')
    expect(await told(id, ten)).toEqual([
      ['2026-11-16', '2026-11-26', '2026-12-01'],
      ['2026-11-20', '2026-11-30', undefined]
    ])
  })

  it('of which nobody says against which may lengthen either, leaves both to be checked, and moves no safe day', async () => {
    const id = await appealed(await both(), '2026-11-23')
    expect(await told(id, ten)).toEqual([
      ['2026-11-16', '2026-11-26', '2026-12-01'],
      ['2026-11-20', '2026-11-30', '2026-12-07']
    ])
    expect(await reserves(id)).toEqual([true, true])
    expect(await told(id, five)).toEqual([])
    const said = await appealed(await both(), '2026-11-23', '2026-11-16')
    expect(await reserves(said)).toEqual([false, false])
  })

  it('that may be against the one whose ten days are over leaves the other to be checked (CPP 505), not against one of long ago', async () => {
    const lengthened = [['2026-11-16', '2026-11-26', '2026-12-01']]
    for (const [other, checked] of [
      ['2026-11-02', true],
      ['2025-11-03', false]
    ] as const) {
      const id = await appealed(await convicted(other, '2026-11-16'), '2026-11-20')
      expect((await told(id, ten)).filter(([from]) => from === '2026-11-16')).toEqual(lengthened)
      expect((await reserves(id)).includes(true)).toBe(checked)
    }
  })

  it('that may be against the one whose ten days are over gives five of their own beside the other (CPP 505)', async () => {
    const over = () => convicted('2026-11-02', '2026-11-16')
    expect(await told(await appealed(await over(), '2026-11-20'), five)).toEqual([
      ['2026-11-20', '2026-11-25', undefined]
    ])
    expect(await told(await appealed(await over(), '2026-11-20', '2026-11-16'), five)).toEqual([])
  })
})

describe('the five days of a judgment that is recorded (CPP 500, 505)', () => {
  const own = [['2026-11-20', '2026-11-25', undefined]]

  it('are all there is once the ten are over: nothing says that the judgment was not recorded', async () => {
    expect(await told(await appealed(await convicted('2026-11-02'), '2026-11-20'), five)).toEqual(own)
  })

  it('are so where the ten have run out, or were stopped by an appeal of the person', async () => {
    const out = await convicted('2026-11-02')
    await comesBy('2026-11-24T11:00:00Z')
    expect(await told(await appealed(out, '2026-11-20'), five)).toEqual(own)
    const stopped = await convicted('2026-11-16')
    await acts('asso.rhone', stopped, 'civil.appealed', { on: '2026-11-18', against: 'judgment' })
    expect(await told(await appealed(stopped, '2026-11-20'), five)).toEqual(own)
  })

  it('stop with the appeal against that judgment, said by its pronouncement', async () => {
    const id = await appealed(await convicted('2026-11-02'), '2026-11-20')
    const appeal = { on: '2026-11-24', against: 'judgment', noticeOn: '2026-11-02' }
    await acts('asso.rhone', id, 'civil.appealed', appeal)
    expect(await told(id, five)).toEqual([])
  })

  it('of one that nobody recorded, or of a year ago, may come after ten that nobody counts', async () => {
    for (const pronounced of [[], ['2025-11-03']])
      expect(await told(await appealed(await convicted(...pronounced), '2026-11-20'), five)).toEqual([
        ['2026-11-20', '2026-11-25', '2026-12-07']
      ])
  })
})
