import { describe, expect, it } from 'vitest'
import { draftHours } from '../../../server/worker/kept.ts'
import { sweepExpired } from '../../../server/worker/sweep.ts'
import { openSite } from '../../support/running/site.ts'
import { noon } from '../../support/world.ts'
import { forFile } from '../../support/for-file.ts'

const site = await forFile(openSite())

const url = '/api/drafts/flag'
const keep = (login: string, data: unknown) => site.send(login, url, { data }, { method: 'PUT', key: null })
const read = async (login: string) => (await site.get(login, url)).json().data

describe('an unfinished flag', () => {
  it.each(['cellule.69', 'membre.69', 'acse', 'admin', 'dpo', 'miprof'])(
    'is not kept for %s, who does not flag',
    async (login) => {
      expect((await site.get(login, url)).statusCode).toBe(403)
      expect((await keep(login, 'CANARI')).statusCode).toBe(403)
    }
  )

  it('too long, or of another form, is refused', async () => {
    expect((await keep('asso.rhone', 'x'.repeat(60_001))).statusCode).toBe(400)
    expect((await keep('asso.rhone', { name: 'CANARI' })).statusCode).toBe(400)
    expect(
      (await site.send('asso.rhone', url, { data: 'a', role: 'admin' }, { method: 'PUT', key: null }))
        .statusCode
    ).toBe(400)
    expect(await read('asso.rhone')).toBeNull()
  })

  it('is given back to the person who typed it, and to no colleague and no other', async () => {
    expect((await keep('asso.rhone', 'CANARI-BROUILLON é 1')).statusCode).toBe(200)
    await keep('asso.rhone', 'CANARI-BROUILLON é 2')
    expect(await read('asso.rhone')).toBe('CANARI-BROUILLON é 2')
    for (const other of ['asso.paris', 'police.69']) expect([other, await read(other)]).toEqual([other, null])
    expect((await site.db.owner.query('select from draft')).rowCount).toBe(1)
  })

  it('is stored sealed', async () => {
    const { rows } = await site.db.owner.query<{ body: Buffer }>('select body from draft')
    expect(rows[0]!.body.toString('latin1')).not.toContain('CANARI')
  })

  it('is gone once it is deleted', async () => {
    await site.send('asso.rhone', url, undefined, { method: 'DELETE', key: null })
    expect(await read('asso.rhone')).toBeNull()
  })

  it('has its full time anew whenever it is kept: nobody loses what they go on writing', async () => {
    await keep('asso.rhone', 'un')
    await site.db.owner.query(`update draft set expires_at = expires_at - interval '71 hours'`)
    const { expiresAt } = (await keep('asso.rhone', 'un deux')).json()
    expect(Date.parse(expiresAt)).toBe(noon.getTime() + draftHours * 3_600_000)
    expect((await site.get('asso.rhone', url)).json()).toMatchObject({ data: 'un deux', expiresAt })
  })

  it('is gone after a day, and swept', async () => {
    await keep('asso.rhone', 'mot')
    const endsAt = (ms: number) =>
      site.db.owner.query(`update draft set expires_at = $1`, [new Date(noon.getTime() + ms)])
    await endsAt(1)
    expect(await read('asso.rhone')).toBe('mot')
    await endsAt(0)
    expect(await read('asso.rhone')).toBeNull()
    await sweepExpired(site.db)
    expect((await site.db.owner.query('select from draft')).rowCount).toBe(0)
  })
})
