import { describe, expect, it } from 'vitest'
import { acts, amongBirthdays, comesBy, complaint, read, site } from '../../../support/running/birthdays.ts'

// For whoever was neither there nor told the day, time runs from the service (CPP 498 1°, 380-9, 568): one that was recorded stays known,
// and one of a judgment that nobody recorded begins a time of its own.

amongBirthdays()

const court = (id: string, command: string, input: object) => acts('parquet.lyon', id, command, input)

const party = async () => {
  const id = await site.tell.consenting()
  await acts('asso.rhone', id, 'complaint.file', { ...complaint, on: '2026-08-03' })
  await acts('asso.rhone', id, 'civil_party.join', { who: 'person', on: '2026-08-03', agrees: true })
  await court(id, 'stage.instruction', {})
  return id
}
const times = /^D-(APPEAL-(JUDGMENT|ASSIZES|INTERESTS)|CASSATION)$/
const counted = async (id: string) =>
  (await read('asso.rhone', id)).deadlines.filter(({ code }) => times.test(code))
const told = async (id: string) =>
  (await counted(id)).map(({ startsOn, dueOn, legalEnd }) => [startsOn, dueOn, legalEnd?.on]).toSorted()

describe('a judgment written down again after its service (CPP 498, 380-9, 568)', () => {
  const service = { about: 'acts', on: '2026-11-23', noticeOn: '2026-11-16', absent: true }
  const judgment = (presence: string, which = 'criminal') => ({
    ...{ court: which, pronouncedOn: '2026-11-16', presence }
  })
  const again = async (
    first: object,
    then: object,
    { act = 'procedure.acquitted', which = 'criminal' } = {}
  ) => {
    const id = await party()
    if (act === 'civil_interests.judged') await court(id, 'conviction.final', { finalOn: '2026-10-01' })
    const began = act === 'civil_interests.judged' ? act : 'conviction.pronounced'
    await court(id, began, first)
    const about = act === 'civil_interests.judged' ? 'interests' : 'acts'
    await court(id, 'judgment.served', { ...service, court: which, about })
    const before = await told(id)
    await court(id, act, then)
    return { id, before, after: await told(id) }
  }
  const ofService = [['2026-11-23', '2026-12-03', undefined]]

  it('of another accused, without a word of it, keeps the ten days of the service', async () => {
    const { before, after } = await again(judgment('absent'), judgment('absent'))
    expect([before, after]).toEqual([ofService, ofService])
  })

  it('by whoever does not know whether the person was there keeps them as well', async () => {
    expect((await again(judgment('absent'), judgment('unknown'))).after).toEqual(ofService)
  })

  it('of unknown presence keeps its safe day, and the end in law of the service', async () => {
    const unknown = [['2026-11-16', '2026-11-26', '2026-12-03']]
    for (const presence of ['unknown', 'absent']) {
      const { before, after } = await again(judgment('unknown'), judgment(presence))
      expect([before, after]).toEqual([unknown, unknown])
    }
  })

  it.each([
    ['assizes', 'procedure.acquitted', '2026-12-03'],
    ['criminal', 'civil_interests.judged', '2026-12-03'],
    ['appeal', 'procedure.acquitted', '2026-11-30']
  ])('of the %s court by %s does so as well', async (which, act, due) => {
    const absent = judgment('absent', which)
    const { after } = await again(absent, absent, { act, which })
    expect(after).toEqual([['2026-11-23', due, undefined]])
  })

  it('that says the person was there counts from the pronouncement, and one that says another service from it', async () => {
    expect((await again(judgment('absent'), judgment('present'))).after).toEqual([
      ['2026-11-16', '2026-11-26', undefined]
    ])
    const served = { ...judgment('absent'), signifiedOn: '2026-11-20' }
    expect((await again(judgment('absent'), served)).after).toEqual([['2026-11-20', '2026-11-30', undefined]])
  })

  it('once those ten days are over opens nothing again', async () => {
    const id = await party()
    const absent = { ...judgment('absent'), pronouncedOn: '2026-11-02' }
    await court(id, 'conviction.pronounced', absent)
    await court(id, 'judgment.served', {
      ...{ ...service, court: 'criminal', on: '2026-11-09', noticeOn: '2026-11-02' }
    })
    await comesBy('2026-11-24T11:00:00Z')
    const over = [['fired', '2026-11-19']]
    const states = async () => (await counted(id)).map(({ state, dueOn }) => [state, dueOn])
    expect(await states()).toEqual(over)
    await court(id, 'procedure.acquitted', absent)
    expect(await states()).toEqual(over)
  })
})

describe('the service of a judgment that nobody recorded (CPP 498 1°)', () => {
  const present = (pronouncedOn: string) => ({ court: 'criminal', pronouncedOn, presence: 'present' })
  const service = { court: 'criminal', about: 'acts', on: '2026-11-20', absent: true }
  const serve = async (said: object = {}, pronouncedOn = '2026-11-16') => {
    const id = await party()
    await court(id, 'conviction.pronounced', present(pronouncedOn))
    await court(id, 'judgment.served', { ...service, ...said })
    return id
  }
  const both = [
    ['2026-11-16', '2026-11-26', undefined],
    ['2026-11-20', '2026-11-30', undefined]
  ]

  it('begins ten days of its own, to be checked, beside one at which the person was', async () => {
    const id = await serve()
    expect(await told(id)).toEqual(both)
    const checked = (await counted(id)).filter((one) =>
      /À vérifier : jugement par défaut/.test(JSON.stringify(one))
    )
    expect(checked.map(({ startsOn }) => startsOn)).toEqual(['2026-11-20'])
    await court(id, 'judgment.served', service)
    expect(await told(id)).toEqual(both)
  })

  it('said to be of that one gives nothing, and of another its own ten days', async () => {
    expect(await told(await serve({ noticeOn: '2026-11-16' }))).toEqual(both.slice(0, 1))
    expect(await told(await serve({ noticeOn: '2026-11-02' }))).toEqual(both)
  })

  it('begins none beside one that was not served: it may be that one', async () => {
    const id = await serve()
    await court(id, 'procedure.acquitted', { ...present('2026-11-18'), presence: 'absent' })
    await court(id, 'judgment.served', { ...service, on: '2026-11-23' })
    expect(await told(id)).toEqual([...both, ['2026-11-23', '2026-12-03', undefined]])
  })

  it('begins one of its own after another service', async () => {
    const id = await party()
    await court(id, 'judgment.served', { ...service, on: '2026-11-16' })
    await court(id, 'judgment.served', service)
    expect(await told(id)).toEqual(both)
  })
})
