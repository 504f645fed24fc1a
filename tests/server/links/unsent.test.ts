import { beforeEach, describe, expect, it } from 'vitest'
import { loadConfig } from '../../../server/config.ts'
import { postBy } from '../../../server/mail/post.ts'
import { address, letters, read, received, site, tokenIn, withLinks } from '../../support/running/links.ts'
import { workOff } from '../../support/running/queue.ts'

withLinks()

const waiting = async () =>
  (await site.db.owner.query<{ attempts: number }>(`select attempts from outbox where kind = 'mail_link'`))
    .rows
const mailed = async () =>
  (await site.db.owner.query<{ sent: boolean }>('select mailed_at is not null as sent from referral_link'))
    .rows

const real = {
  OIDC_ISSUER: 'https://id.example',
  OIDC_CLIENT_ID: 'mnio',
  OIDC_CLIENT_SECRET: 's',
  DATABASE_URL: 'postgresql://mnio@127.0.0.1/mnio'
}

describe('a letter that nothing can send', () => {
  beforeEach(async () => {
    await site.db.owner.query('delete from outbox')
    await site.db.owner.query('delete from referral_link')
    const id = await site.tell.consenting(['A', 'B', 'C', 'E', 'F', 'G'])
    await site.tell.act('asso.rhone', id, 'health.refer', { destination: 'general', address })
  })

  it('is neither marked as sent nor counted as tried, and leaves with the first worker that can send', async () => {
    const post = postBy(loadConfig({ ...real, MODE: 'worker' }))
    for (let turn = 0; turn < 3; turn++) await workOff(site.db, site.gate, post)
    expect(await waiting()).toEqual([{ attempts: 0 }])
    expect(await mailed()).toEqual([{ sent: false }])
    expect((await received()).map(({ to }) => to)).toEqual([address])
    expect(await waiting()).toEqual([])
    expect(await mailed()).toEqual([{ sent: true }])
  })

  it('for longer than its link opens leaves with one that does', async () => {
    await site.db.owner.query(`update referral_link set expires_at = now() - interval '1 day'`)
    const [letter] = await received()
    expect((await read(tokenIn(letter))).json()).toMatchObject({ state: 'waiting' })
  })

  it('that is written again once its link ran out opens by the second alone', async () => {
    const { owner } = site.db
    const jobs = await owner.query<{ payload: object }>(`select payload from outbox where kind = 'mail_link'`)
    const [first] = await received()
    expect((await read(tokenIn(first))).json()).toMatchObject({ state: 'waiting' })
    await owner.query(`update referral_link set expires_at = now() - interval '1 day'`)
    await owner.query(`insert into outbox (kind, payload) values ('mail_link', $1)`, [jobs.rows[0]!.payload])
    const second = (await received()).at(-1)
    expect((await read(tokenIn(first))).json()).toMatchObject({ code: 'link_replaced' })
    expect((await read(tokenIn(second))).json()).toMatchObject({ state: 'waiting' })
  })

  it('whose server refused it, however often, is tried anew after a pause', async () => {
    await workOff(site.db, site.gate, () => Promise.reject(new Error('421')))
    letters.length = 0
    await received()
    expect(letters).toEqual([])
    expect(await mailed()).toEqual([{ sent: false }])
    await site.db.owner.query('update outbox set attempts = 100, run_at = now()')
    expect((await received()).map(({ to }) => to)).toEqual([address])
    expect(await mailed()).toEqual([{ sent: true }])
  })
})
