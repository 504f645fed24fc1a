import { describe, expect, it } from 'vitest'
import { openSite } from '../../support/running/site.ts'
import { forFile } from '../../support/for-file.ts'

const site = await forFile(openSite())

const discretion = { on: '2026-11-24', grounds: 'humanitarian', domiciliation: true }
const sent = async (id: string) =>
  (
    await site.db.owner.query<{ id: string; state: string }>(
      `select id, state from referral where case_id = $1 and kind = 'prefecture'`,
      [id]
    )
  ).rows
const read = async (id: string) => {
  const { preview } = (await site.get('prefecture.69', `/api/referrals/${id}`)).json()
  return preview as { label: string; value: string }[]
}
const asks = { label: 'Titre demandé', value: 'admission exceptionnelle' }

describe('asking for a permit', () => {
  it('is hers, and sends nothing without her agreement that the prefecture knows', async () => {
    const id = await site.tell.consenting(['B', 'C'])
    await site.tell.act('asso.rhone', id, 'discretion.apply', discretion)
    expect(await sent(id)).toEqual([])
  })

  it('reaches the prefecture by the same act, which reads which permit and nothing of who', async () => {
    const id = await site.tell.consenting()
    expect((await site.get('prefecture.69', `/api/cases/${id}`)).statusCode).toBe(404)
    await site.tell.act('asso.rhone', id, 'discretion.apply', discretion)
    const [referral] = await sent(id)
    expect(await read(referral!.id)).toContainEqual(asks)
    expect((await site.get('prefecture.69', `/api/cases/${id}`)).statusCode).toBe(404)
    await site.tell.move('prefecture.69', referral!.id, 'accept')
    expect((await site.get('prefecture.69', `/api/cases/${id}`)).statusCode).toBe(200)
  })

  it('is added to what a prefecture that has yet to answer was asked, and is sent once', async () => {
    const id = await site.tell.consenting()
    await site.tell.act('asso.rhone', id, 'reflection.offer', {
      ...{ on: '2026-11-24', language: 'bin', means: 'in_person', confidential: true, wishes: true }
    })
    await site.tell.act('asso.rhone', id, 'prefecture.request', { signalledBy: 'Police judiciaire' })
    await site.tell.act('asso.rhone', id, 'discretion.apply', discretion)
    const referrals = await sent(id)
    expect(referrals).toHaveLength(1)
    expect(await read(referrals[0]!.id)).toContainEqual(asks)
  })

  it('of a prefecture that takes part is read in the case, without a second referral', async () => {
    const id = await site.tell.reflecting()
    await site.tell.act('asso.rhone', id, 'discretion.apply', discretion)
    expect((await sent(id)).map(({ state }) => state)).toEqual(['accepted'])
  })

  it('is recorded where no prefecture is accredited: the law counts from the application', async () => {
    const id = await site.tell.consenting()
    const accredit = (status: string) =>
      site.db.owner.query(
        `update organisation set status = $1 where type = 'prefecture' and territory = '69'`,
        [status]
      )
    await accredit('suspended')
    try {
      await site.tell.act('asso.rhone', id, 'discretion.apply', discretion)
    } finally {
      await accredit('accredited')
    }
    expect(await site.tell.row(id)).toMatchObject({ residence: 'cst_applied' })
    expect(await sent(id)).toEqual([])
  })
})
