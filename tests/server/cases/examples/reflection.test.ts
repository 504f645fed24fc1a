import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { fireDue } from '../../../../server/firing/fire.ts'
import { forFile } from '../../../support/for-file.ts'
import { complaint } from '../../../support/regions/judicial.ts'
import { openSite, versionOf } from '../../../support/running/site.ts'

// CESEDA R425-2: thirty days from the day on which the receipt is handed over, whatever was handed over before it.

const site = await forFile(openSite())
const { tell } = site
const today = '2026-11-24'

type Told = {
  badges: { key: string; label: string }[]
  deadlines: { code: string; startsOn: string; dueOn: string; state: string }[]
}
const reads = async (id: string): Promise<Told> =>
  (await site.get('prefecture.69', `/api/cases/${id}?events=50`)).json()
const acts = async (login: string, id: string, command: string, input: object = {}) => {
  const version = versionOf(await site.get(login, `/api/cases/${id}`))
  const answer = await site.act(login, [id, command], input, { version, key: randomUUID() })
  expect(answer.statusCode, `${command} ${answer.body}`).toBe(200)
}
const thirtyDays = async (id: string) =>
  (await reads(id)).deadlines.filter(({ code, state }) => code === 'D-REFLEX' && state === 'running')
const isBarred = async (id: string) => (await reads(id)).badges.some(({ key }) => key === 'removal_bar')
const rights = async (id: string) => (await tell.row(id)).facts.rights
const fires = () =>
  fireDue(site.gate, (error) => {
    throw error
  })
/** The prefecture takes part; nothing is asked of it but to read. */
const before = async (id: string) => {
  await acts('asso.rhone', id, 'prefecture.request')
  await tell.move('prefecture.69', await tell.referral(id, 'prefecture'), 'accept')
  return id
}
const receipt = (handedOn: string) => ({ handedOn, number: `R-${handedOn}` })
const applied = async () => {
  const id = await tell.consenting()
  await acts('asso.rhone', id, 'complaint.file', complaint)
  await before(id)
  const asked = { on: '2026-11-20', proof: 'complaint_receipt', tiesBroken: true, domiciliation: true }
  await acts('asso.rhone', id, 'permit.apply', asked)
  return id
}

describe('CESEDA R425-2: an earlier receipt takes nothing of what a later one gives', () => {
  it.each(['2025-05-01', '2026-10-28'])('after one of %s, both written down at once', async (earlier) => {
    const id = await before(await tell.consenting())
    await acts('prefecture.69', id, 'receipt.handed', receipt(earlier))
    await acts('prefecture.69', id, 'receipt.handed', receipt(today))
    expect(await thirtyDays(id)).toMatchObject([{ startsOn: today, dueOn: '2026-12-24' }])
    await fires()
    expect(await tell.row(id)).toMatchObject({ residence: 'reflection_running' })
    expect(await isBarred(id)).toBe(true)
    expect(await rights(id)).toContain('work')
  })

  it('found after the later one, it moves nothing back', async () => {
    const id = await before(await tell.consenting())
    await acts('prefecture.69', id, 'receipt.handed', receipt(today))
    await acts('prefecture.69', id, 'receipt.handed', receipt('2026-11-10'))
    expect(await thirtyDays(id)).toMatchObject([{ startsOn: today }])
    expect(await isBarred(id)).toBe(true)
  })

  it('while a permit is asked for, too', async () => {
    const id = await applied()
    await acts('prefecture.69', id, 'receipt.handed', receipt('2025-05-01'))
    expect(await isBarred(id)).toBe(false)
    await acts('prefecture.69', id, 'receipt.handed', receipt('2026-11-22'))
    expect(await thirtyDays(id)).toMatchObject([{ startsOn: '2026-11-22', dueOn: '2026-12-22' }])
    await fires()
    expect(await isBarred(id)).toBe(true)
  })

  it('one whose days are over protects nobody, before its clock has passed as after', async () => {
    const id = await before(await tell.consenting())
    await acts('prefecture.69', id, 'receipt.handed', receipt('2025-05-01'))
    expect(await isBarred(id)).toBe(false)
    expect(await rights(id)).toEqual([])
    await fires()
    expect(await tell.row(id)).toMatchObject({ residence: 'reflection_ended' })
  })
})

describe('CESEDA R425-2: an interruption while a permit is asked for', () => {
  it('lowers the bar and stops the thirty days: nobody is shown a protection that is gone', async () => {
    const id = await applied()
    await acts('prefecture.69', id, 'receipt.handed', receipt(today))
    await acts('prefecture.69', id, 'reflection.interrupt', {
      ...{ reason: 'public_order', heardOn: today, decisionOn: today, notifiedOn: today },
      evidence: 'x'
    })
    expect(await isBarred(id)).toBe(false)
    expect(await thirtyDays(id)).toEqual([])
    expect(await tell.row(id)).toMatchObject({ residence: 'cst_applied' })
  })
})

describe('CESEDA L432-13 and R431-12: what an authority did is written down, whatever it answers', () => {
  const told = async (id: string, command: string) =>
    ((await reads(id)) as unknown as { timeline: { command: string; unusual?: string[] }[] }).timeline.find(
      (one) => one.command === command
    )?.unusual

  it('a refusal of the ten-year card without the board, the plainest ground of appeal', async () => {
    const id = await applied()
    await acts('parquet.lyon', id, 'conviction.final', { finalOn: '2026-11-22' })
    await acts('asso.rhone', id, 'resident.apply', { on: '2026-11-23' })
    const refused = {
      ...{ boardHeard: false, reason: 'irregular_stay' },
      ...{ decisionOn: today, notifiedOn: today, appealWithin: 'two_months' }
    }
    await acts('prefecture.69', id, 'resident.refuse', refused)
    expect(await told(id, 'resident.refuse')).toContainEqual(expect.stringMatching(/commission.*: non$/))
    const { deadlines } = await reads(id)
    expect(deadlines.map(({ code }) => code)).toContain('D-APPEAL-OTHER-TA')
  })

  it('a receipt handed to whoever holds a certificate of asylum', async () => {
    const id = await applied()
    await acts('prefecture.69', id, 'permit.receipt', {
      ...{ kind: 'receipt', number: 'r', noAsylumCertificate: false, work: true },
      ...{ issuedOn: '2026-11-21', validUntil: '2027-02-21' }
    })
    expect(await told(id, 'permit.receipt')).toContainEqual('dit : « La personne en détient une »')
    expect(await tell.row(id)).toMatchObject({ residence: 'cst_recepisse' })
  })
})
