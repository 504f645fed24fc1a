import { describe, expect, it } from 'vitest'
import { forFile } from '../../../support/for-file.ts'
import { openSite } from '../../../support/running/site.ts'

/** The day on which a text was read is the day of no law: what was done to the person before it counts as it did. */
const site = await forFile(openSite())
const by = 'asso.rhone'

const act = async (id: string, command: string, body: object) =>
  site.act(by, [id, command], body, { version: await site.version(by, id) })

const lastFactsOn = '2019-05-02'
const complained = async (offence: string, on: string, more: object = {}) => {
  const id = await site.tell.consenting()
  const body = { on, unit: 'Brigade', receipt: 'R-1', offences: [offence], factsTerritory: '69' }
  expect((await act(id, 'complaint.file', { ...body, lastFactsOn, ...more })).statusCode).toBe(200)
  return id
}

type Button = { command: string; enabled: boolean; reason: string | null; warnings?: string[] }
type Read = { deadlines: { code: string; dueOn: string }[]; actions: Button[] }
const read = async (id: string): Promise<Read> => (await site.get(by, `/api/cases/${id}?acts=closed`)).json()
const dueOf = async (id: string, clock: string) =>
  (await read(id)).deadlines.find(({ code }) => code === clock)?.dueOn

/** All that stands beside an act, whether it warns or refuses. */
const saidOf = async (id: string, command: string) => {
  const button = (await read(id)).actions.find((one) => one.command === command) ?? expect.fail(command)
  return { enabled: button.enabled, said: [...(button.warnings ?? []), button.reason ?? ''].join(' ') }
}
const notListed = 'Aucune infraction visée n’est de la liste (CPP 706-3).'

const claim = { ground: 'listed', receivedOn: '2026-11-20', agrees: true }

it('CPP 706-3: the commission qualifies by itself: a claim for underpaid work is taken as listed all the same', async () => {
  const id = await complained('225-13', '2023-06-01')
  expect(await saidOf(id, 'civi.claim')).toMatchObject({
    enabled: true,
    said: expect.stringContaining(notListed)
  })
  const answer = await act(id, 'civi.claim', claim)
  expect([answer.statusCode, answer.json().errors?.[0]?.code]).toEqual([200, undefined])
})

it('CPP 706-3: a complaint of 1 June 2023 under 225-4-1 opens the CIVI', async () => {
  const id = await complained('225-4-1', '2023-06-01')
  const { enabled, said } = await saidOf(id, 'civi.claim')
  expect([enabled, said]).toEqual([true, expect.not.stringContaining('Aucune infraction')])
  expect((await act(id, 'civi.claim', claim)).statusCode).toBe(200)
  expect(await dueOf(id, 'D-FGTI-OFFER')).toBe('2027-01-20')
})

it('CPP 7: trafficking by a gang (225-4-3), complained of in 2021, is a crime, limited after twenty years', async () => {
  const id = await complained('225-4-3', '2021-03-10')
  expect(await dueOf(id, 'D-LIMIT-CRIME')).toBe('2039-05-02')
})

it('CESEDA L425-1: a complaint of November 2020, under former L316-1, lets the permit be asked for, and nothing is said of its day', async () => {
  const id = await complained('225-4-1', '2020-11-16')
  const { enabled, said } = await saidOf(id, 'permit.apply')
  expect([enabled, said]).toEqual([true, expect.not.stringContaining('traite')])
  expect((await saidOf(await complained('225-13', '2020-11-16'), 'permit.apply')).said).toContain('traite')
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

describe('limitation, as the file shows it (CPP 7, 8, 706-47; CP 225-15)', () => {
  const times = async (id: string) =>
    (await read(id)).deadlines.flatMap(({ code, dueOn }) =>
      code.startsWith('D-LIMIT') ? [`${code} ${dueOn}`] : []
    )
  const toldIn = async (offence: string, more: object = {}) =>
    times(await complained(offence, '2026-11-20', more))
  const child = { majorityOn: '2022-03-17' }
  const severalVictims = true

  it.each([['225-8'], ['225-9']])(
    '%s is a crime: twenty years from the acts, of a child too, whom the list leaves out',
    async (offence) => {
      expect(await toldIn(offence)).toEqual(['D-LIMIT-CRIME 2039-05-02'])
      expect(await toldIn(offence, child)).toEqual(['D-LIMIT-CRIME 2039-05-02'])
    }
  )

  it('225-14-2 of one adult is an offence, of several persons a crime (CP 225-15 I 3°), of a child a crime from the acts', async () => {
    expect(await toldIn('225-14-2')).toEqual(['D-LIMIT 2025-05-02'])
    expect(await toldIn('225-14-2', { severalVictims })).toContain('D-LIMIT-CRIME 2039-05-02')
    expect(await toldIn('225-14-2', child)).toEqual(['D-LIMIT-CRIME 2039-05-02'])
  })

  it('225-14-1 is a crime where several suffer it and minors are among them (CP 225-15 III 2°)', async () => {
    expect(await toldIn('225-14-1', { severalVictims })).toEqual(['D-LIMIT 2025-05-02'])
    expect(await toldIn('225-14-1', { severalVictims, ...child })).toContain('D-LIMIT-CRIME 2039-05-02')
  })

  it('225-12-6 of a child runs from the acts: the list of 706-47 does not name it', async () => {
    expect(await toldIn('225-12-6', child)).toEqual(['D-LIMIT 2025-05-02'])
    expect(await toldIn('225-4-1', child)).toEqual(['D-LIMIT-MINOR 2032-03-17'])
  })

  it('a final conviction of one person leaves the time against others as it runs', async () => {
    const id = await complained('225-4-1', '2026-11-20')
    const version = await site.version('parquet.lyon', id)
    const final = { finalOn: '2026-11-23' }
    expect((await site.act('parquet.lyon', [id, 'conviction.final'], final, { version })).statusCode).toBe(
      200
    )
    expect(await times(id)).toEqual(['D-LIMIT 2025-05-02'])
  })

  it('an act of investigation starts a child’s time again from its own day (CPP 9-2)', async () => {
    const id = await complained('225-4-1', '2026-11-20', child)
    const version = await site.version('parquet.lyon', id)
    const done = { kind: 'investigation', on: '2026-11-23' }
    expect((await site.act('parquet.lyon', [id, 'investigation.act'], done, { version })).statusCode).toBe(
      200
    )
    expect(await times(id)).toEqual(['D-LIMIT-MINOR 2036-11-23'])
  })
})
