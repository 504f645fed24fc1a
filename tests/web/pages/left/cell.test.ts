import { describe, expect, it } from 'vitest'
import { acting } from '../../../support/acting.ts'
import { workOff } from '../../../support/running/queue.ts'
import { noon } from '../../../support/world.ts'
import { plain, readPlainly } from '../plainly.ts'

// The last access of a cell, on the page of who ends it, and on those of who accompanies the persons whose cases nobody of it reads then.

const { served, world, owner, page, post } = await readPlainly()
world.at(noon)
const tell = acting(world)
const running = [await tell.flagged('asso.rhone'), await tell.flagged('asso.rhone')]
const closed = await tell.flagged('asso.rhone')
await owner.query(`update "case" set closure = 'closed_lost' where id = $1`, [closed])

const cell = world.as('cellule.69').orgId
const people = `/organisations/${cell}/personnes`
const isLast = 'C’est le dernier accès de cette cellule.'
const gone = 'La cellule n’a plus accès à ce site'
const members = async () =>
  (
    await owner.query<{ id: string }>('select id from membership where org_id = $1 and until is null', [cell])
  ).rows.map(({ id }) => id)
const end = (member: string, more: Record<string, string> = {}) =>
  post('admin', `${people}?/end`, { member, ...more })
const told = async (login: string) => {
  await workOff(served.db, world.gate)
  // What the page reads with its scripts says it again.
  const { body } = await page(login, '/informations')
  return body.split('<script')[0]!.split(gone).length - 1
}

describe('whoever ends an access of a cell', () => {
  it('reads of no case while somebody else reads them there, and nobody is told', async () => {
    const [first, ...others] = await members()
    expect(others.length).toBeGreaterThan(0)
    expect((await page('admin', people)).text).not.toMatch(/dernier accès|ne seraient? plus lu/)
    for (const one of others) expect((await end(one, { sure: 'true' })).status).toBe(303)
    expect(await members()).toEqual([first])
    expect(await told('asso.rhone')).toBe(0)
  })

  it('reads nothing of it on the page of another house', async () => {
    const { text } = await page('admin', `/organisations/${world.as('asso.paris').orgId}/personnes`)
    expect(text).not.toMatch(/dernier accès|ne seraient? plus lu/)
  })

  it('is asked before the last one, with how many running cases go unread, and ends none unasked', async () => {
    const { text } = await page('admin', people)
    expect(text).toContain(isLast)
    expect(text).toMatch(
      /2 dossiers en cours ne seraient plus lus.*qui accompagne chaque personne est prévenu/
    )
    expect(text).toContain('Oui, terminer cet accès et laisser ces dossiers sans personne pour les lire')
    expect((await page('admin', people, 'en')).text).toMatch(/last access of this cell.*2 running cases/)
    const [last] = await members()
    const refused = await end(last!)
    expect(refused.status).toBe(400)
    expect(plain(refused.body)).toContain(isLast)
    expect(await members()).toEqual([last])
  })
})

describe('once nobody of the cell reads', () => {
  it('who accompanies is told of each running case, its page goes on saying so, and no other house hears', async () => {
    const [last] = await members()
    expect((await end(last!, { sure: 'true' })).status).toBe(303)
    const after = (await page('admin', people)).text
    expect(after).toContain('Personne n’a accès aujourd’hui')
    expect(after).not.toContain(isLast)
    for (const login of ['asso.paris', 'membre.69', 'police.69'])
      expect([login, await told(login)]).toEqual([login, 0])
    expect(await told('asso.rhone')).toBe(running.length)
    for (const id of running)
      expect((await page('asso.rhone', `/dossiers/${id}`)).text).toContain(
        'Personne à la cellule ne peut lire ce dossier aujourd’hui'
      )
  })
})
