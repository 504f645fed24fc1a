import { expect, it } from 'vitest'
import { forFile } from '../../../support/for-file.ts'
import { openSite } from '../../../support/running/site.ts'

/** The day on which a text was read is the day of no law: what was done to the person before it counts as it did. */
const site = await forFile(openSite())
const by = 'asso.rhone'

const act = async (id: string, command: string, body: object) =>
  site.act(by, [id, command], body, { version: await site.version(by, id) })

const complained = async (offence: string, on: string, lastFactsOn = '2019-05-02') => {
  const id = await site.tell.consenting()
  const body = { on, unit: 'Brigade', receipt: 'R-1', offences: [offence], lastFactsOn, factsTerritory: '69' }
  expect((await act(id, 'complaint.file', body)).statusCode).toBe(200)
  return id
}

type Read = { deadlines: { code: string; dueOn: string }[]; actions: { type: string; enabled: boolean }[] }
const read = async (id: string): Promise<Read> => (await site.get(by, `/api/cases/${id}`)).json()
const dueOf = async (id: string, clock: string) =>
  (await read(id)).deadlines.find(({ code }) => code === clock)?.dueOn

const claim = { ground: 'listed', receivedOn: '2026-11-20', agrees: true }

it('CPP 706-3: the commission qualifies by itself: a claim for underpaid work is taken as listed all the same', async () => {
  const id = await complained('225-13', '2023-06-01')
  const answer = await act(id, 'civi.claim', claim)
  expect([answer.statusCode, answer.json().errors?.[0]?.code]).toEqual([200, undefined])
})

it('CPP 706-3: a complaint of 1 June 2023 under 225-4-1 opens the CIVI', async () => {
  const id = await complained('225-4-1', '2023-06-01')
  expect((await act(id, 'civi.claim', claim)).statusCode).toBe(200)
  expect(await dueOf(id, 'D-FGTI-OFFER')).toBe('2027-01-20')
})

it('CPP 7: trafficking by a gang (225-4-3), complained of in 2021, is a crime, limited after twenty years', async () => {
  const id = await complained('225-4-3', '2021-03-10')
  expect(await dueOf(id, 'D-LIMIT-CRIME')).toBe('2039-05-02')
})

it('CESEDA L425-1: a complaint of November 2020, under former L316-1, lets the permit be asked for', async () => {
  const id = await complained('225-4-1', '2020-11-16')
  const application = { on: '2026-11-24', proof: 'complaint_receipt', tiesBroken: true, domiciliation: true }
  expect((await act(id, 'permit.apply', application)).statusCode).toBe(200)
})

it('CESEDA L425-11: a complaint of 2023 about housing lets that permit be asked for', async () => {
  const id = await complained('225-14', '2023-06-01')
  const answer = await act(id, 'unworthy_housing.apply', {
    aboutHousing: true,
    on: '2026-11-24',
    domiciliation: true
  })
  expect(answer.statusCode).toBe(200)
})
