import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { forFile } from '../../../support/for-file.ts'
import { complaint } from '../../../support/regions/judicial.ts'
import { openSite, versionOf } from '../../../support/running/site.ts'

// Whom a shorter reading would have turned away: minors by the list of CPP 706-47, the ten-year card, the permit after a procedure.

const site = await forFile(openSite())
const { tell } = site

type Button = { command: string; enabled: boolean; warnings?: string[] }
type Read = { deadlines: { code: string; startsOn: string; dueOn: string }[]; actions: Button[] }
const read = async (login: string, id: string): Promise<Read> =>
  (await site.get(login, `/api/cases/${id}`)).json()
const acts = async (login: string, id: string, command: string, input: object = {}) => {
  const version = versionOf(await site.get(login, `/api/cases/${id}`))
  const answer = await site.act(login, [id, command], input, { version, key: randomUUID() })
  expect(answer.statusCode, `${command} ${answer.body}`).toBe(200)
}
const button = async (login: string, id: string, command: string) =>
  (await read(login, id)).actions.find((one) => one.command === command)

const complained = async (different: object = {}) => {
  const id = await tell.consenting()
  await acts('asso.rhone', id, 'complaint.file', { ...complaint, ...different })
  return id
}
const beforePrefecture = async (id: string) => {
  await acts('asso.rhone', id, 'prefecture.request')
  await tell.move('prefecture.69', await tell.referral(id, 'prefecture'), 'accept')
  return id
}
const application = { on: '2026-11-24', proof: 'complaint_receipt', tiesBroken: true, domiciliation: true }

describe('A5: limitation for acts done to a minor (CPP 7, 8 and 706-47)', () => {
  const limits = async (offence: string) => {
    const days = { lastFactsOn: '2024-05-02', majorityOn: '2025-03-17' }
    const id = await complained({ offences: [offence], ...days })
    return (await read('asso.rhone', id)).deadlines
      .filter(({ code }) => code.startsWith('D-LIMIT'))
      .map(({ code, startsOn, dueOn }) => `${code} ${startsOn} ${dueOn}`)
      .toSorted()
  }

  it.each([
    ['225-4-1', ['D-LIMIT-MINOR 2025-03-17 2035-03-17']],
    ['225-4-3', ['D-LIMIT-CRIME-MINOR 2025-03-17 2055-03-17']],
    ['225-7-1', ['D-LIMIT-CRIME-MINOR 2025-03-17 2055-03-17']]
  ])('%s, of the list, waits for majority', async (offence, clocks) => {
    expect(await limits(offence)).toEqual(clocks)
  })

  it.each([
    ['225-13', ['D-LIMIT 2024-05-02 2030-05-02']],
    ['225-14-1', ['D-LIMIT 2024-05-02 2030-05-02']],
    ['224-1-A', ['D-LIMIT-CRIME 2024-05-02 2044-05-02']]
  ])('%s, which the list does not name, runs from the acts', async (offence, clocks) => {
    expect(await limits(offence)).toEqual(clocks)
  })

  it.each(['225-5', '225-6'])(
    '%s on a minor, which the list names as 225-7: both days, the earlier is safe',
    async (offence) => {
      expect(await limits(offence)).toEqual([
        'D-LIMIT 2024-05-02 2030-05-02',
        'D-LIMIT-MINOR 2025-03-17 2035-03-17'
      ])
    }
  )
})

describe('A8: the ten-year card (CESEDA L425-3)', () => {
  it('is asked for and issued although the stay was irregular on the day of the conviction, with a warning', async () => {
    const id = await beforePrefecture(await complained())
    await acts('parquet.lyon', id, 'conviction.final', { accused: 'same', finalOn: '2026-11-10' })
    const told = [expect.stringMatching(/« sous réserve de la régularité du séjour »/)]
    expect(await button('asso.rhone', id, 'resident.apply')).toMatchObject({ enabled: true, warnings: told })
    await acts('asso.rhone', id, 'resident.apply', { on: '2026-11-24' })
    expect(await button('prefecture.69', id, 'resident.issue')).toMatchObject({ warnings: told })
    await acts('prefecture.69', id, 'resident.issue', { issuedOn: '2026-11-24', number: 'C-1' })
    expect(await tell.row(id)).toMatchObject({ residence: 'cr10' })
  })
})

describe('A9: no permit is closed by a ruling that nobody read (CESEDA L425-1)', () => {
  const closed = { notifiedOn: '2026-11-20' }
  const begun = { on: '2026-11-02' }

  it('is asked for after the procedure was closed, with a warning', async () => {
    const id = await complained(begun)
    await acts('parquet.lyon', id, 'procedure.closed', closed)
    expect(await tell.row(id)).toMatchObject({ facts: { procedureOpen: false } })
    expect(await button('asso.rhone', id, 'permit.apply')).toMatchObject({
      ...{ enabled: true, warnings: [expect.stringMatching(/Aucune procédure pénale n’est ouverte/)] }
    })
    await acts('asso.rhone', id, 'permit.apply', application)
    expect(await tell.row(id)).toMatchObject({ residence: 'cst_applied' })
  })

  it('its renewal is asked for with no procedure open, with a warning', async () => {
    const id = await beforePrefecture(await complained(begun))
    await acts('prefecture.69', id, 'permit.issue', { issuedOn: '2025-12-02', number: 'T-1' })
    await acts('parquet.lyon', id, 'procedure.closed', closed)
    expect(await button('asso.rhone', id, 'permit.renew_ask')).toMatchObject({
      ...{ enabled: true, warnings: [expect.stringMatching(/procédure pénale, et aucune n’est ouverte/)] }
    })
    await acts('asso.rhone', id, 'permit.renew_ask', { on: '2026-11-24' })
    const { deadlines } = await read('asso.rhone', id)
    expect(deadlines.find(({ code }) => code === 'D-SILENCE')).toMatchObject({ startsOn: '2026-11-24' })
  })
})
