import { describe, expect, it } from 'vitest'
import type { ReferralList } from '../../../server/views/schemas.ts'
import { openSite } from '../../support/running/site.ts'
import { forFile } from '../../support/for-file.ts'

const site = await forFile(openSite())

const list = async (login: string, query: string) =>
  (await site.get(login, `/api/referrals?${query}`)).json<ReferralList>()

describe('the counts beside the boxes of referrals', () => {
  it('are refused a kind that there is not', async () => {
    expect((await site.get('acse', '/api/referrals?box=in&kind=passport')).statusCode).toBe(400)
  })

  it('are not there unless they are asked for', async () => {
    expect((await list('acse', 'box=in&view=open')).counts).toBeUndefined()
  })

  it('are of what the lists of each reader show, and of nothing that others have', async () => {
    await site.tell.sought()
    const asked = await site.tell.consenting()
    await site.tell.act('asso.rhone', asked, 'prefecture.request', { signalledBy: 'Police judiciaire' })
    // Of another case the prefecture has a question, which waits for whoever sent it; of a third it refused.
    const [questioned, refused, waits] = [
      await site.tell.consenting(),
      await site.tell.consenting(),
      await site.tell.consenting()
    ]
    for (const id of [questioned, refused, waits])
      await site.tell.act('asso.rhone', id, 'prefecture.request', { signalledBy: 'Police judiciaire' })
    const asks = await site.tell.referral(questioned, 'prefecture')
    await site.tell.move('prefecture.69', asks, 'ask', { question: 'Depuis quand ?' })
    const no = await site.tell.referral(refused, 'prefecture')
    await site.tell.move('prefecture.69', no, 'decline', { reason: 'incomplete' })
    let [waiting, kinds] = [0, 0]
    for (const login of ['acse', 'ofii', 'asso.rhone', 'prefecture.69', 'police.69', 'parquet.lyon']) {
      for (const box of ['in', 'out', 'settle'] as const) {
        const open = await list(login, `box=${box}&view=open&counts=true`)
        const { counts, items } = await list(login, `box=${box}&view=all&counts=true`)
        expect([login, box, open.counts!.waiting[box].n]).toEqual([login, box, open.items.length])
        expect(counts!.kinds.reduce((all, { found }) => all + found.n, 0)).toBe(items.length)
        for (const { value, found } of counts!.kinds) {
          const of = (await list(login, `box=${box}&view=all&kind=${value}`)).items
          expect([login, value, of.length]).toEqual([login, value, found.n])
          expect(new Set(of.map(({ kind }) => kind))).toEqual(new Set([value]))
          // Narrowed as well, a page goes on behind the one before.
          const one = await list(login, `box=${box}&view=all&kind=${value}&limit=1`)
          const rest = one.next && (await list(login, `box=${box}&view=all&kind=${value}&cursor=${one.next}`))
          expect([...one.items, ...(rest ? rest.items : [])].map(({ id }) => id)).toEqual(
            of.map(({ id }) => id)
          )
          kinds += 1
        }
        waiting += open.items.length
      }
    }
    expect(waiting).toBeGreaterThan(0)
    const { counts } = await list('asso.rhone', 'box=settle&view=open&counts=true')
    expect(counts!.waiting.settle.n).toBe(2)
    expect(new Set(Object.values(counts!.waiting).map(({ n }) => n)).size, 'no two boxes alike').toBe(3)
    expect(kinds).toBeGreaterThan(1)
  })
})
