import { describe, expect, it } from 'vitest'
import { forFile } from '../../../support/for-file.ts'
import { openSite } from '../../../support/running/site.ts'
import { openHanding } from '../../handing/support.ts'

// Of an organisation in which nobody has access: no case is entrusted to it, and what stands with it is not lost.

const site = await forFile(openSite())
const { tell, act, version, get } = site
const { owner } = site.db
const handing = openHanding(site)
const [first, other, cell] = ['asso.rhone', 'asso.paris', 'cellule.69']
const orgOf = (login: string) => site.as(login).orgId
await owner.query(`update organisation set territory = '69' where id = $1`, [orgOf(other)])

const empty = (login: string) =>
  owner.query(`update membership set until = now() where org_id = $1 and until is null`, [orgOf(login)])
const fill = (login: string) =>
  owner.query(`update membership set until = null where org_id = $1`, [orgOf(login)])
const name = async (id: string) =>
  act(cell, [id, 'referent.name'], { orgId: orgOf(other) }, { version: await version(cell, id) })
const listed = async (login: string, url: string) => (await get(login, url)).body.includes(orgOf(other))
const offered = async (id: string) =>
  (await get(cell, `/api/cases/${id}/actions/referent.name`)).json<{ enabled: boolean }>().enabled
const unaccompanied = async () => {
  const id = await tell.consenting()
  await owner.query(`update participation set until = now() where case_id = $1 and capacity = 'referent'`, [
    id
  ])
  return id
}

describe('an association in which nobody has access', () => {
  it('is named by no cell, nor listed, and the refusal says what to do', async () => {
    const id = await unaccompanied()
    const at = `/api/cases/${id}/actions/referent.name`
    await empty(other)
    expect(await listed(cell, at)).toBe(false)
    const refused = await name(id)
    expect([refused.statusCode, refused.json().detail]).toEqual([
      409,
      expect.stringMatching(/Personne n’a d’accès dans cette association.*administration/)
    ])
    await fill(other)
    expect(await listed(cell, at)).toBe(true)
    expect((await name(id)).statusCode).toBe(200)
  })

  it('is not counted by who sits in the cell for it, who accompanies nobody', async () => {
    const id = await unaccompanied()
    await empty(other)
    await owner.query(
      `insert into membership (person_id, org_id, role, since) values ($1, $2, 'cell_member', now())`,
      [site.as(other).personId, orgOf(other)]
    )
    expect((await name(id)).statusCode).toBe(409)
    await owner.query(`delete from membership where org_id = $1 and role = 'cell_member'`, [orgOf(other)])
    await fill(other)
  })

  it('is handed no case, nor listed', async () => {
    const id = await tell.consenting()
    await empty(other)
    expect(await listed(first, handing.formAt(id))).toBe(false)
    const refused = await handing.propose(first, id)
    expect([refused.statusCode, refused.json().detail]).toEqual([
      409,
      expect.stringContaining('Personne n’a d’accès')
    ])
    await fill(other)
    expect(await listed(first, handing.formAt(id))).toBe(true)
    expect((await handing.propose(first, id)).statusCode).toBe(201)
  })
})

describe('an association that its last person left', () => {
  it('does not stand between a person and their cell, which names another', async () => {
    const id = await tell.consenting()
    expect([await offered(id), (await name(id)).statusCode]).toEqual([false, 409])
    await empty(first)
    // What the page says and what the gate does are one.
    expect(await offered(id)).toBe(true)
    expect((await name(id)).statusCode).toBe(200)
    expect((await get(other, `/api/cases/${id}`)).statusCode).toBe(200)
    await fill(first)
    expect((await get(first, `/api/cases/${id}`)).statusCode).toBe(404)
  })
})

describe('a case whose cell nobody is in', () => {
  const unread = async (login: string, id: string) =>
    (await get(login, `/api/cases/${id}`)).json<{ unread?: boolean }>().unread ?? false

  it('says so to whoever accompanies the person, and to nobody else', async () => {
    const id = await tell.consenting()
    await tell.act(first, id, 'acse.request', { adhesion: true })
    await tell.move('acse', await tell.referral(id, 'acse'), 'accept')
    expect([await unread(first, id), await unread(cell, id)]).toEqual([false, false])
    await empty(cell)
    expect([await unread('acse', id), await unread(first, id)]).toEqual([false, true])
    await fill(cell)
    expect(await unread(first, id)).toBe(false)
  })
})

describe('whoever administers', () => {
  const marked = async (login: string) => {
    const { items } = (await get('admin', '/api/organisations?type=association')).json<{
      items: { id: string; empty: boolean }[]
    }>()
    return items.find(({ id }) => id === orgOf(login))!.empty
  }

  it('reads in the list in which houses nobody has access, of those that stand', async () => {
    expect(await marked(other)).toBe(false)
    await empty(other)
    expect(await marked(other)).toBe(true)
    expect((await get('admin', `/api/organisations/${orgOf(other)}`)).statusCode).toBe(200)
    await owner.query(`update organisation set status = 'suspended' where id = $1`, [orgOf(other)])
    expect(await marked(other)).toBe(false)
    await owner.query(`update organisation set status = 'accredited' where id = $1`, [orgOf(other)])
    await fill(other)
  })
})
