import { describe, expect, it } from 'vitest'
import { inContext, runQuery } from '../../../server/db/context.ts'
import { NotFound } from '../../../server/errors.ts'
import { viewOwnReview } from '../../../server/organisations/access/own-review.ts'
import { acting } from '../../support/acting.ts'
import { forFile } from '../../support/for-file.ts'
import { openDirectory } from './directory.ts'

const site = await forFile(openDirectory())
const { ask, post, owner, world, db, manages } = site
const tell = acting(world)
const orgOf = (login: string) => world.as(login).orgId

type Due = { id: string; managers: number }
/** All of them, page by page. */
const dueTo = async (login: string): Promise<Due[]> => {
  const found: Due[] = []
  for (let cursor: string | null = ''; cursor !== null;) {
    const { body } = await ask(login, `/reviews/due${cursor && `?cursor=${cursor}`}`)
    expect(body.items.length).toBeLessThanOrEqual(50)
    found.push(...body.items)
    cursor = body.next
    if (cursor === null) expect(found).toHaveLength(body.inAll)
  }
  return found
}

describe('which houses have not reviewed their access', () => {
  it.each(['asso.rhone', 'cellule.69', 'miprof', 'prefecture.69'])('is nothing to %s', async (login) => {
    expect((await ask(login, '/reviews/due')).status).toBe(404)
    const asked = inContext(db.app, world.as(login), (tx) =>
      runQuery(tx, `select * from reviews_due('2026-2')`, [])
    )
    expect(await asked).toEqual([])
  })

  it.each(['admin', 'dpo'])('is known to %s, until it is done', async (login) => {
    const before = await dueTo(login)
    expect(before.find(({ id }) => id === orgOf('asso.rhone'))).toMatchObject({ managers: 1 })
    expect(before.find(({ id }) => id === orgOf('soin.69'))).toMatchObject({ managers: 0 })
  })

  it('and not what a review says, nor of houses where nobody works or which may not work', async () => {
    const { digest } = (await ask('asso.rhone', '/review')).body
    expect((await post('asso.rhone', '/review', { digest })).status).toBe(200)
    for (const login of ['admin', 'dpo'])
      expect((await dueTo(login)).map(({ id }) => id)).not.toContain(orgOf('asso.rhone'))
    const seen = inContext(db.app, world.as('dpo'), (tx) => runQuery(tx, 'select id from access_review', []))
    expect(await seen).toEqual([])
    await owner.query('update membership set until = now() where org_id = $1', [orgOf('soin.69')])
    expect((await dueTo('dpo')).map(({ id }) => id)).not.toContain(orgOf('soin.69'))
    const stands = async (status: string) => {
      await owner.query('update organisation set status = $2 where id = $1', [orgOf('asso.paris'), status])
      return (await dueTo('dpo')).some(({ id }) => id === orgOf('asso.paris'))
    }
    expect([await stands('suspended'), await stands('accredited')]).toEqual([false, true])
  })

  it('is said in the list of organisations', async () => {
    const lines: { id: string; reviewDue: boolean }[] = (await ask('admin', '/organisations?q=a')).body.items
    const of = (login: string) => lines.find(({ id }) => id === orgOf(login))?.reviewDue
    expect(of('asso.rhone')).toBe(false)
    expect(lines.some(({ reviewDue }) => reviewDue)).toBe(true)
  })
})

describe('that one’s own house has not', () => {
  const own = (login: string, day: string, manager = true) =>
    inContext(db.app, world.as(login), (tx) =>
      viewOwnReview(tx, { actor: { ...world.as(login), manager }, locale: 'fr', now: new Date(day) })
    )

  it.each(['cellule.69', 'dpo', 'miprof'])('is nothing to %s, who manages no access', async (login) => {
    expect((await ask(login, '/review/due')).status).toBe(404)
    await expect(own(login, '2026-12-10', false)).rejects.toThrow(NotFound)
  })

  it('is said to who manages access there until it is done, more loudly in the last month', async () => {
    const next = { half: '2027-1', until: '2027-06-30', due: true }
    expect(await own('asso.rhone', '2027-05-30')).toEqual({ ...next, ends: false })
    expect(await own('asso.rhone', '2027-06-01')).toEqual({ ...next, ends: true })
    // Confirmed above, of the half-year of this very day.
    expect((await ask('asso.rhone', '/review/due')).body.due).toBe(false)
  })
})

describe('what opens a case beside its parts', () => {
  it('is told to whoever manages access in the house that opened, asked or is asked, and to nobody else', async () => {
    const { id } = await tell.askedByPolice()
    await owner.query(
      `insert into glass_opening (id, case_id, person_id, org_id, role, capacity, classes, reason, opened_at, until, state, confirm_org_id, told_orgs, told_as)
       values (gen_random_uuid(), $1, $2, $3, 'asso', 'flagger', '{B}', 'life', now(), now() + interval '1 hour', 'open', $3, '{}', 'flagger')`,
      [id, world.as('asso.rhone').personId, orgOf('asso.rhone')]
    )
    // A link that still opens a request, and one that has run out.
    for (const [until, address] of [
      ['1 day', 'canari.adresse@cabinet.test'],
      ['-1 day', 'autre.adresse@cabinet.test']
    ]) {
      const asked = await tell.consenting(['A', 'B', 'C', 'E', 'F', 'G'])
      await tell.act('asso.rhone', asked, 'health.refer', { destination: 'general', address })
      await owner.query('update referral_link set expires_at = now() + $2::interval where referral_id = $1', [
        await tell.referral(asked, 'health'),
        until
      ])
    }
    await manages('acse')
    const rhone = (await ask('asso.rhone', '/review')).body.beside
    expect(rhone).toMatchObject({
      openings: [{ by: world.as('asso.rhone').name }],
      links: [{ to: 'c•••@cabinet.test' }],
      previews: 0
    })
    const desk = (await ask('acse', '/review')).body.beside
    expect(desk).toEqual({ openings: [], links: [], previews: 1 })
    const beside = (login: string) =>
      inContext(db.app, world.as(login), (tx) =>
        runQuery(tx, `select * from access_beside($1, '2026-01-01')`, [orgOf('asso.rhone')])
      )
    for (const login of ['acse', 'admin', 'dpo']) expect(await beside(login), login).toEqual([])
    expect(await beside('asso.rhone')).toHaveLength(2)
  })
})
