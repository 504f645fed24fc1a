import { describe, expect, it } from 'vitest'
import { forFile } from '../../support/for-file.ts'
import { openSite } from '../../support/running/site.ts'
import { noon } from '../../support/world.ts'

const site = await forFile(openSite())
const { owner } = site.db
const login = 'cellule.69'
const asks = (path: string) => site.app.inject(path)

describe('what somebody wishes', () => {
  const wish = { mode: 'at_once', digestHour: 7, quietFrom: 20, quietUntil: 7, daysOff: true }
  const put = (body: object) => site.send(login, '/api/mail', body, { method: 'PUT' })

  it('is refused where it is no wish, by the name of the field', async () => {
    for (const [field, bad] of [
      ['mode', 'always'],
      ['digestHour', 24],
      ['quietFrom', -1]
    ] as const) {
      const answer = await put({ ...wish, [field]: bad })
      expect(answer.statusCode).toBe(400)
      expect(answer.body).toContain(field)
    }
    expect((await put({ ...wish, other: 1 })).statusCode).toBe(400)
    expect((await asks('/api/mail')).statusCode).toBe(401)
  })

  it('is what is usual until they say so, and theirs alone', async () => {
    expect((await site.get(login, '/api/mail')).json()).toMatchObject({
      usual: true,
      wish: { mode: 'digest' }
    })
    expect((await put(wish)).json()).toMatchObject({ usual: false, wish, address: null })
    // Said again, all of it is as was said last: of what came before nothing is written at once.
    const later = new Date(noon.getTime() + 300_000)
    site.at(later)
    const other = { mode: 'digest', digestHour: 9, quietFrom: 21, quietUntil: 6, daysOff: false }
    expect((await put(other)).json()).toMatchObject({ usual: false, wish: other })
    const { rows } = await owner.query(
      `select w.changed_at as at, a.detail from mail_wish w, audit_event a where a.action = 'mail.wish' order by a.seq desc limit 1`
    )
    expect(rows).toEqual([{ at: later, detail: 'digest' }])
    expect((await site.get('asso.rhone', '/api/mail')).json()).toMatchObject({ usual: true })
  })

  it('shows of their address enough to know it again', async () => {
    await owner.query(`update person set email = 'camille@asso.test' where id = $1`, [
      site.as(login).personId
    ])
    expect((await site.get(login, '/api/mail')).json()).toMatchObject({ address: 'c•••@asso.test' })
  })
})
