import { describe, expect, it } from 'vitest'
import { tokenOf } from '../../../server/links/token.ts'
import { plain, readPlainly } from './plainly.ts'

const { served, world, owner, page, post } = await readPlainly()
const own = world.as('asso.rhone').orgId

const invited = async () => {
  const { rows } = await owner.query(
    `insert into invitation (id, org_id, role, manager, email, invited_by, invited_at, expires_at)
     values (gen_random_uuid(), $1, 'asso', false, 'a@b.example', $2, now(), now() + interval '8 days') returning id, generation`,
    [own, world.as('asso.rhone').personId]
  )
  return `/invitation/${tokenOf(served.db.keys, rows[0], 'invitation')}`
}

describe('what enters an organisation by page, without scripts', () => {
  it('the page of releases offers nothing where nothing may be released, and says from when', async () => {
    const [fr, en] = [
      await page('miprof', '/chiffres/publications'),
      await page('miprof', '/chiffres/publications', 'en')
    ]
    expect(fr.text).toContain('Rien avant le')
    expect(en.text).toContain('Nothing before')
    expect(fr.body).not.toContain('name="release"')
  })

  it('a directory is read, mended, taken in, and what it made confirmed by ticking', async () => {
    const csv = 'id;nom;siret;code_insee\ndora--61;Pages une;;69123\ndora--62;Pages deux;;69123'
    const wrong = await post('admin', '/organisations/importer?/preview', {
      csv: `${csv}\ndora--63;Sans lieu;;`
    })
    expect(wrong.status).toBe(200)
    expect(plain(wrong.body)).toContain('code_insee')
    expect(wrong.body).toContain('Sans lieu')
    const read = await post('admin', '/organisations/importer?/preview', { csv })
    expect(plain(read.body)).toContain('2 organisations seront créées')
    expect((await owner.query(`select from organisation where name like 'Pages %'`)).rowCount).toBe(0)
    const key = /name="_key" value="([^"]+)"/.exec(read.body)![1]!
    const creates = /name="creates" value="([^"]+)"/.exec(read.body)![1]!
    const { to } = await post('admin', '/organisations/importer?/import', { csv, creates, _key: key })
    expect((await page('admin', to!)).text).toContain('2 organisations créées')
    // Sent again, it is done once.
    expect((await post('admin', '/organisations/importer?/import', { csv, _key: key })).status).toBe(303)
    const ids = async () =>
      (
        await owner.query<{ id: string }>(
          `select p.id from organisation_proposal p join organisation o on o.id = p.org_id where o.name like 'Pages %' and p.state = 'waiting'`
        )
      ).rows.map(({ id }) => id)
    expect(await ids()).toHaveLength(2)
    const list = await page('admin.bis', '/organisations')
    for (const id of await ids()) expect(list.body).toContain(`value="${id}" form="several"`)
    expect((await page('admin', '/organisations')).body).not.toContain('form="several"')
    const none = await post('admin.bis', '/organisations?/several', {})
    expect([none.status, plain(none.body).includes('Cochez au moins une proposition')]).toEqual([400, true])
    const ticked = (await ids()).map((id) => ['ids', id] as const)
    const done = await post('admin.bis', '/organisations?/several', {}, ticked)
    expect(done.status).toBe(303)
    expect(await ids()).toEqual([])
    expect((await page('admin.bis', done.to!)).text).toContain('2 propositions confirmées')
    const { rows } = await owner.query(`select distinct status from organisation where name like 'Pages %'`)
    expect(rows).toEqual([{ status: 'accredited' }])
  })

  it('an invitation is accepted by the one who opened it, and once', async () => {
    const url = await invited()
    expect((await page('inconnue.org', url)).body).toContain('<form method="post"')
    expect(await post('inconnue.org', url, {})).toMatchObject({ status: 303, to: '/' })
    expect((await page('inconnue.org', '/dossiers')).status).toBe(200)
    // Whoever else comes by the same address gets nothing by it.
    expect((await post('soin.69', url, {})).status).toBeGreaterThanOrEqual(400)
    const held = await owner.query('select from membership where org_id = $1 and person_id = $2', [
      own,
      world.as('soin.69').personId
    ])
    expect(held.rowCount).toBe(0)
  })

  it('whoever has a role already is not led back to it: an invitation that they accept shows both, and how to change', async () => {
    const url = await invited()
    expect(await post('soin.69', url, {})).toMatchObject({ status: 303, to: url })
    const { text } = await page('soin.69', url)
    expect(text).toContain('Vous avez accepté cette invitation')
    expect(text).toContain('Agir comme association habilitée')
  })

  it('the review of access is confirmed as it was read, and not before its box is ticked', async () => {
    const made = async () =>
      (await owner.query('select from access_review where org_id = $1', [own])).rowCount
    const read = await page('asso.rhone', '/personnes/revue')
    const digest = /name="digest" value="([0-9a-f]{64})"/.exec(read.body)![1]!
    expect((await post('asso.rhone', '/personnes/revue', { digest })).status).toBe(400)
    const other = await post('asso.rhone', '/personnes/revue', { digest: '0'.repeat(64), sure: 'true' })
    expect([other.status >= 400, await made()]).toEqual([true, 0])
    const done = await post('asso.rhone', '/personnes/revue', { digest, sure: 'true' })
    expect([done.status, done.to, await made()]).toEqual([303, '/personnes/revue?fait', 1])
    expect((await page('asso.rhone', '/personnes/revue?fait')).text).toMatch(/confirmée/)
  })
})
