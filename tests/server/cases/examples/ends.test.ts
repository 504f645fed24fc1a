import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { forFile } from '../../../support/for-file.ts'
import { complaint } from '../../../support/regions/judicial.ts'
import { openSite, versionOf } from '../../../support/running/site.ts'

// What a document says of its own end, and what ends with somebody's word or life.

const site = await forFile(openSite())
const { tell } = site
const today = '2026-11-24'

type Told = {
  deadlines: { code: string; startsOn: string; dueOn: string; state: string }[]
  regions: { id: string; state: string; detail: string | null }[]
  timeline: { command: string; unusual?: string[] }[]
}
const reads = async (login: string, id: string): Promise<Told> =>
  (await site.get(login, `/api/cases/${id}?events=50`)).json()
const acts = async (login: string, id: string, command: string, input: object = {}) => {
  const version = versionOf(await site.get(login, `/api/cases/${id}`))
  const answer = await site.act(login, [id, command], input, { version, key: randomUUID() })
  expect(answer.statusCode, `${command} ${answer.body}`).toBe(200)
}
const clocks = async (login: string, id: string, code: string) =>
  (await reads(login, id)).deadlines.filter((one) => one.code === code && one.state === 'running')
const stay = async (id: string) => {
  const found = (await reads('asso.rhone', id)).regions.find((one) => one.id === 'residence')
  return [found?.state, found?.detail]
}

describe('the resident card (CESEDA L425-3)', () => {
  const convicted = async () => {
    const id = await tell.consenting(undefined, { nationality: 'third_country', stay: 'regular' })
    await acts('asso.rhone', id, 'complaint.file', complaint)
    await acts('parquet.lyon', id, 'conviction.final', { accused: 'same', finalOn: '2026-11-02' })
    await acts('asso.rhone', id, 'resident.apply', { on: '2026-11-03' })
    await tell.move('prefecture.69', await tell.referral(id, 'prefecture'), 'accept')
    return id
  }
  const card = { issuedOn: '2026-11-20', number: 'R-1' }

  it('with an end before its first day is recorded, and said to be unusual', async () => {
    const id = await convicted()
    await acts('prefecture.69', id, 'resident.issue', { ...card, validUntil: '2026-11-19' })
    const { timeline } = await reads('prefecture.69', id)
    expect(timeline.find(({ command }) => command === 'resident.issue')?.unusual).toEqual([
      'titre dont la fin écrite précède le premier jour'
    ])
  })

  it('is counted for ten years, or to the day that it bears', async () => {
    const [bare, dated] = [await convicted(), await convicted()]
    await acts('prefecture.69', bare, 'resident.issue', card)
    await acts('prefecture.69', dated, 'resident.issue', { ...card, validUntil: '2036-11-19' })
    expect(await clocks('prefecture.69', bare, 'D-CR')).toMatchObject([{ dueOn: '2036-11-20' }])
    expect(await clocks('prefecture.69', bare, 'D-CR-END')).toEqual([])
    expect(await clocks('prefecture.69', dated, 'D-CR')).toEqual([])
    expect(await clocks('prefecture.69', dated, 'D-CR-END')).toMatchObject([{ dueOn: '2036-11-19' }])
  })
})

it('another permit of which nobody wrote the end says that none is known, and one that bears it does not', async () => {
  const told = async (end: object) => {
    const id = await tell.consenting(undefined, { nationality: 'third_country', stay: 'irregular' })
    await acts('asso.rhone', id, 'other_permit.record', { ground: 'family', issuedOn: today, ...end })
    return stay(id)
  }
  expect(await told({})).toEqual(['regular_other', 'Fin du titre inconnue'])
  expect(await told({ validUntil: '2027-11-23' })).toEqual(['regular_other', null])
})

describe('news after a return', () => {
  const departed = async (on = today) => {
    const id = await tell.consenting(['A', 'B', 'H'])
    await acts('asso.rhone', id, 'return.assess', { on, risks: ['none'], wishes: true })
    await acts('asso.rhone', id, 'return.depart', { on, freely: true })
    expect(await clocks('asso.rhone', id, 'MNIO-RETURN-NEWS')).toMatchObject([{ startsOn: on }])
    return id
  }
  const awaited = (id: string) => clocks('asso.rhone', id, 'MNIO-RETURN-NEWS')

  it('older than what is known stop nothing: whoever was in danger since is asked after again', async () => {
    const id = await departed('2026-09-01')
    const news = (said: string, on: string) =>
      acts('asso.rhone', id, 'return.news', { on, news: said, by: 'partner' })
    await news('danger', '2026-11-10')
    for (const [said, on] of [
      ['safe', '2026-10-01'],
      ['danger', '2026-10-05']
    ] as const) {
      await news(said, on)
      expect(await awaited(id)).toMatchObject([{ startsOn: '2026-11-10' }])
    }
    await news('safe', today)
    expect(await awaited(id)).toEqual([])
  })

  it('are awaited no more once the agreement is taken back', async () => {
    const id = await departed()
    await acts('asso.rhone', id, 'consent.withdraw', { scopes: ['H'], language: 'fr', means: 'phone' })
    expect(await awaited(id)).toEqual([])
  })

  it.each([
    ['deceased', 0],
    ['by_person', 0],
    ['transferred_abroad', 0],
    ['returned', 1]
  ])('of a case closed as %s, %i clock runs', async (reason, running) => {
    const id = await departed()
    await acts('asso.rhone', id, 'closing.ask', { because: reason })
    await acts('cellule.69', id, 'case.close', { reason, notificationsPlanned: true })
    expect(await awaited(id)).toHaveLength(running)
  })
})

describe('assets taken of what exploitation earned', () => {
  const tried = async () => {
    const id = await tell.consenting()
    await acts('asso.rhone', id, 'complaint.file', complaint)
    return id
  }
  const act = { kind: 'judicial', on: '2026-11-10', seized: '20_50' }
  const unusual = async (id: string) =>
    (await reads('parquet.lyon', id)).timeline.find(({ command }) => command === 'investigation.act')?.unusual

  it('said to be confiscated before a final conviction are recorded, and said to be unusual', async () => {
    const id = await tried()
    await acts('parquet.lyon', id, 'investigation.act', { ...act, seizedStand: 'confiscated' })
    expect(await unusual(id)).toEqual(['avoirs dits confisqués ou versés avant une condamnation définitive'])
  })

  it('seized, or handed to the agency, are not', async () => {
    const id = await tried()
    await acts('parquet.lyon', id, 'investigation.act', { ...act, seizedStand: 'agrasc' })
    expect(await unusual(id)).toBeUndefined()
  })
})
