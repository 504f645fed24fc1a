import { describe, expect, it } from 'vitest'
import { acts, amongBirthdays, complaint, read, site } from '../../../support/running/birthdays.ts'

// « L'appel est interjeté dans le délai de dix jours à compter du prononcé du jugement » (CPP 498): each judgment has its own, of one
// accused and later of another, and nothing said of one ends the time against the other (380-9, 464, 568, 186).

amongBirthdays()

const asso = (id: string, command: string, input: object) => acts('asso.rhone', id, command, input)
const court = (id: string, command: string, input: object) => acts('parquet.lyon', id, command, input)

const party = async () => {
  const id = await site.tell.consenting()
  await asso(id, 'complaint.file', { ...complaint, on: '2026-08-03' })
  await asso(id, 'civil_party.join', { who: 'person', on: '2026-08-03', agrees: true })
  await court(id, 'stage.instruction', {})
  return id
}
const judgment = (pronouncedOn: string, presence = 'present', which = 'criminal') => ({
  ...{ court: which, pronouncedOn, presence }
})
/** Of one accused, then of another. */
const twice = async (first: object, second: object) => {
  const id = await party()
  await court(id, 'procedure.acquitted', first)
  await court(id, 'conviction.pronounced', second)
  return id
}
const times = /^D-(APPEAL-(CIVIL|JUDGMENT|ASSIZES|INTERESTS|INCIDENT)|CASSATION)/
const told = async (id: string) =>
  (await read('asso.rhone', id)).deadlines
    .filter(({ code }) => times.test(code))
    .map(({ code, startsOn, dueOn, legalEnd }) => ({ code, startsOn, dueOn, legalEnd }))
    .toSorted((one, other) => `${one.code}${one.startsOn}`.localeCompare(`${other.code}${other.startsOn}`))
const days = async (id: string) => (await told(id)).map(({ startsOn, dueOn }) => [startsOn, dueOn])
const ends = async (id: string) => (await told(id)).map(({ dueOn, legalEnd }) => [dueOn, legalEnd?.on])

describe('two judgments (CPP 498, 380-9, 464, 568)', () => {
  const [first, second] = [judgment('2026-11-16'), judgment('2026-11-23')]
  const both = [
    ['2026-11-16', '2026-11-26'],
    ['2026-11-23', '2026-12-03']
  ]

  it('have each its own ten days: the second leaves the last day of the first', async () => {
    expect(await days(await twice(first, second))).toEqual(both)
  })

  it('of which nobody says which one is appealed against keep both times; said, the other goes on', async () => {
    const id = await twice(first, second)
    await asso(id, 'civil.appealed', { on: '2026-11-24', against: 'judgment' })
    expect(await days(id)).toEqual(both)
    await asso(id, 'civil.appealed', { on: '2026-11-24', against: 'judgment', noticeOn: '2026-11-16' })
    expect(await days(id)).toEqual(both.slice(1))
  })

  it.each([
    ['assizes', 'procedure.acquitted', 'civil.appealed', ['2026-11-26', '2026-12-03']],
    ['criminal', 'civil_interests.judged', 'civil_interests.appealed', ['2026-11-26', '2026-12-03']],
    ['appeal', 'conviction.pronounced', 'civil.appealed', ['2026-11-24', '2026-11-30']]
  ])('of the %s court by %s as well', async (which, act, appeal, [due, later]) => {
    const id = await party()
    if (act === 'civil_interests.judged') await court(id, 'conviction.final', { finalOn: '2026-10-01' })
    const one = which === 'appeal' ? '2026-11-18' : '2026-11-16'
    const other = '2026-11-23'
    for (const day of [one, other]) await court(id, act, judgment(day, 'present', which))
    const two = [
      [one, due],
      [other, later]
    ]
    expect(await days(id)).toEqual(two)
    await asso(id, appeal, { on: '2026-11-24', noticeOn: other })
    expect(await days(id)).toEqual(two.slice(0, 1))
  })

  it('of which both were over in law before what is final on a later day are over with it (CPP 497, 498)', async () => {
    const id = await twice(judgment('2026-11-02'), judgment('2026-11-05'))
    await court(id, 'acquittal.final', { finalOn: '2026-11-20', accused: 'same' })
    expect(await days(id)).toEqual([])
  })

  it('of which one was not are over for the other alone', async () => {
    const id = await twice(judgment('2026-11-02'), second)
    await court(id, 'acquittal.final', { finalOn: '2026-11-23', accused: 'same' })
    expect(await days(id)).toEqual(both.slice(1))
  })
})

describe('one judgment that is written down again (CPP 498)', () => {
  const absent = judgment('2026-11-16', 'absent')

  it('served since, stays one time, from its service, and is still known by its pronouncement', async () => {
    const id = await twice(absent, { ...absent, signifiedOn: '2026-11-23' })
    expect(await days(id)).toEqual([['2026-11-23', '2026-12-03']])
    await asso(id, 'civil.appealed', { on: '2026-11-24', noticeOn: '2026-11-16' })
    expect(await days(id)).toEqual([])
  })

  it('keeps what another party’s appeal has added to it (CPP 500)', async () => {
    const id = await party()
    await court(id, 'procedure.acquitted', judgment('2026-11-16', 'unknown'))
    await court(id, 'acquittal.appealed', { on: '2026-11-18', against: 'judgment' })
    await court(id, 'conviction.pronounced', judgment('2026-11-16'))
    const [time, ...others] = (await told(id)).filter(({ code }) => code === 'D-APPEAL-JUDGMENT')
    expect([time?.dueOn, time?.legalEnd?.on, others]).toEqual(['2026-11-26', '2026-12-01', []])
  })

  it('is the one that was served before anybody wrote it down', async () => {
    const id = await party()
    await court(id, 'judgment.served', { court: 'criminal', about: 'acts', on: '2026-11-20', absent: true })
    await court(id, 'conviction.pronounced', { ...absent, signifiedOn: '2026-11-20' })
    expect(await days(id)).toEqual([['2026-11-20', '2026-11-30']])
  })
})

describe('the service of one of two judgments (CPP 498 1°)', () => {
  const unserved = () => twice(judgment('2026-11-02', 'absent'), judgment('2026-11-09', 'absent'))
  const service = { court: 'criminal', about: 'acts', on: '2026-11-20', absent: true }

  it('begins the time of that one alone, where it is said', async () => {
    const id = await unserved()
    await court(id, 'judgment.served', { ...service, noticeOn: '2026-11-02' })
    expect(await ends(id)).toEqual([
      ['2026-11-19', null],
      ['2026-11-30', undefined]
    ])
  })

  it('of which nobody says which counts for both, and leaves both to be checked', async () => {
    const id = await unserved()
    await court(id, 'judgment.served', service)
    expect(await ends(id)).toEqual(Array(2).fill(['2026-11-30', null]))
    expect(JSON.stringify(await told(id))).toMatch(/si le jugement signifié n’est pas celui-là/)
  })

  it('leaves to be checked as well the one at which the person may have been, and moves its safe day no later', async () => {
    const id = await twice(judgment('2026-11-16', 'unknown'), judgment('2026-11-20', 'absent'))
    await court(id, 'judgment.served', { ...service, on: '2026-11-23' })
    expect(await ends(id)).toEqual([
      ['2026-11-26', null],
      ['2026-12-03', null]
    ])
  })
})

describe('two orders of no case (CPP 186)', () => {
  it('have each their ten days from their notice', async () => {
    const id = await party()
    for (const notifiedOn of ['2026-11-16', '2026-11-20'])
      await court(id, 'procedure.no_case', { notifiedOn, by: 'judge' })
    expect(await days(id)).toEqual([
      ['2026-11-16', '2026-11-26'],
      ['2026-11-20', '2026-11-30']
    ])
  })
})
