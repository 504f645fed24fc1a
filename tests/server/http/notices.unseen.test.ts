import { describe, expect, it } from 'vitest'
import { referenceOf } from '../../../server/cases/code.ts'
import { emergencies } from '../../support/emergency.ts'
import { inputFor } from '../../support/inputs.ts'
import { noon } from '../../support/world.ts'
import { openNotices } from './told.ts'

const { site, delivered, list, labels, unread, reads } = await openNotices()

/** Told by hand, as if a right that has ended since had been there. */
const tellAnyway = (login: string, line: { about: string; id: string; seq: number }) =>
  site.db.owner.query(
    'insert into notice (id, org_id, about, about_id, seq, at) values (gen_random_uuid(), $1, $2, $3, $4, now()) on conflict do nothing',
    [site.as(login).orgId, line.about, line.id, line.seq]
  )
const seqOf = async (id: string, command: string) => {
  const { rows } = await site.db.owner.query<{ seq: number }>(
    'select seq from case_event where case_id = $1 and command = $2 order by seq desc limit 1',
    [id, command]
  )
  return rows[0]!.seq
}

describe('what was told is not shown, nor counted', () => {
  it('to who has not signed in', async () => {
    for (const url of ['/api/notices', '/api/notices/unread'])
      expect((await site.app.inject({ url })).statusCode).toBe(401)
    const sent = await site.app.inject({
      method: 'POST',
      url: '/api/notices/read',
      payload: { until: noon.toISOString() }
    })
    expect(sent.statusCode).toBe(401)
  })

  it('by a cursor or a day that this server did not write', async () => {
    expect((await site.get('cellule.69', '/api/notices?cursor=abc')).statusCode).toBe(400)
    expect((await reads('cellule.69', 'hier')).statusCode).toBe(400)
  })

  it('to another organisation, even if a notice names it', async () => {
    const id = await site.tell.flagged()
    await delivered()
    expect(await labels('cellule.69')).toEqual(['Personne signalée'])
    await tellAnyway('asso.paris', { about: 'case', id, seq: 1 })
    expect(await list('asso.paris')).toEqual({ items: [], next: null, unread: { n: 0, capped: false } })
  })

  it('to whose part has ended since: only how its own referral ended is left', async () => {
    const id = await site.tell.consenting(['A', 'B', 'G'])
    await delivered()
    await site.db.owner.query('delete from notice')
    await site.tell.act('asso.rhone', id, 'health.refer', { destination: 'general' })
    await site.tell.move('soin.69', await site.tell.referral(id, 'health'), 'accept')
    await site.tell.act('asso.rhone', id, 'contact.note', inputFor('contact.note'))
    await delivered()
    expect(await labels('soin.69')).toEqual(['Contact', 'Structure de soins. Orientation envoyée'])
    site.at(new Date(noon.getTime() + 60_000))
    await site.tell.act('asso.rhone', id, 'consent.withdraw', { scopes: ['G'], ...site.tell.how })
    await delivered()
    const { items, unread: count } = await list('soin.69')
    expect(items.map(({ label }) => label)).toEqual(['Structure de soins. Orientation terminée'])
    expect(items.map(({ caseCode, opens }) => [caseCode, opens.what])).toEqual([[null, 'referral']])
    expect(items[0]!.referral?.reference).toBe(referenceOf(items[0]!.opens.id))
    expect(count.n).toBe(1)
  })

  it('by whom a request went, to who never answered it', async () => {
    const id = await site.tell.sought()
    const place = site.places['foyer.azur']![0]!
    await site.tell.act('acse', id, 'acse.offer', { placeId: place })
    await delivered()
    await site.db.owner.query('delete from notice')
    site.at(new Date(noon.getTime() + 60_000))
    await site.tell.move('acse', await site.tell.referral(id, 'acse_place'), 'withdraw')
    await delivered()
    const { items } = await list('foyer.azur')
    expect(items.map(({ label, by }) => [label.split('. ').at(-1), by])).toEqual([
      ['Orientation retirée', null]
    ])
  })

  it('of a request between others, to who takes part and may not know what it serves', async () => {
    const id = await site.tell.consenting(['A', 'B', 'E', 'G'])
    await site.tell.act('asso.rhone', id, 'prefecture.request', { signalledBy: 'Police judiciaire' })
    await site.tell.move('prefecture.69', await site.tell.referral(id, 'prefecture'), 'accept')
    await site.tell.act('asso.rhone', id, 'health.refer', { destination: 'general' })
    await delivered()
    await site.db.owner.query('delete from notice')
    const line = { about: 'referral', id: await site.tell.referral(id, 'health'), seq: 1 }
    for (const login of ['prefecture.69', 'asso.rhone']) await tellAnyway(login, line)
    expect(await labels('prefecture.69')).toEqual([])
    expect(await labels('asso.rhone')).toEqual(['Structure de soins. Orientation envoyée'])
  })

  it('of asylum, care or an account, to who may not know of them', async () => {
    const id = await site.tell.consenting(['B', 'E'])
    await site.tell.act('asso.rhone', id, 'reflection.offer', inputFor('reflection.offer'))
    await site.tell.act('asso.rhone', id, 'prefecture.request', { signalledBy: 'Police judiciaire' })
    await site.tell.move('prefecture.69', await site.tell.referral(id, 'prefecture'), 'accept')
    await delivered()
    await site.db.owner.query('delete from notice')
    await site.tell.act('asso.rhone', id, 'asylum.lodged', { attestedOn: '2026-11-20', wishes: true })
    await site.tell.act('asso.rhone', id, 'consent.record', { scopes: ['D'], ...site.tell.how })
    await site.tell.act('asso.rhone', id, 'needs.assess', inputFor('needs.assess'))
    await delivered()
    expect(await labels('prefecture.69')).toEqual([])
    // Nor by a notice that ought not to be there.
    for (const command of ['asylum.lodged', 'consent.record', 'needs.assess'])
      await tellAnyway('prefecture.69', { about: 'case', id, seq: await seqOf(id, command) })
    expect([await labels('prefecture.69'), await unread('prefecture.69')]).toEqual([[], 0])
    expect(await labels('cellule.69')).not.toContain('Demande d’asile enregistrée')
  })

  it('of a meeting or an emergency, to a colleague who was not called', async () => {
    const id = await site.tell.housed(site.places['foyer.azur']![0]!)
    await emergencies(site).opens('foyer.azur', id, ['C'])
    await delivered()
    const heard = async (login: string) =>
      (await labels(login)).filter((label) => label.startsWith('Accès d’urgence'))
    expect(await heard('cellule.69')).toHaveLength(1)
    const opened = (await list('cellule.69')).items.find(({ label }) => label.startsWith('Accès d’urgence'))
    expect(opened!.caseCode).toMatch(/^TEH /)
    const { rows } = await site.db.owner.query<{ id: string }>('select id from glass_opening')
    await tellAnyway('prefecture.69', { about: 'opening', id: rows[0]!.id, seq: 1 })
    expect(await heard('prefecture.69')).toEqual([])
    // Told again of it, they read where it stands, once.
    await tellAnyway('cellule.69', { about: 'opening', id: rows[0]!.id, seq: 2 })
    expect(await heard('cellule.69')).toHaveLength(1)
  })

  it('with a word of the person, an address or a name of an organisation', async () => {
    await site.tell.housed(site.places['foyer.azur']![1]!)
    await delivered()
    for (const login of ['cellule.69', 'acse', 'foyer.azur', 'asso.rhone']) {
      const body = (await site.get(login, '/api/notices?limit=100')).body
      expect(body).toContain('label')
      expect(body).not.toMatch(/CANARI|Foyer|au calme/)
    }
  })
})

describe('however much an organisation was told that this reader may not hear', () => {
  const manyAbout = (login: string, about: string, of: string) =>
    site.db.owner.query(
      `insert into notice (id, org_id, about, about_id, seq, at)
        select gen_random_uuid(), $1, $2, $3, 1000 + i, now() - make_interval(secs => i) from generate_series(1, 350) i`,
      [site.as(login).orgId, about, of]
    )

  it('a page, its cursor and the count are as without it', async () => {
    const id = await site.tell.flagged()
    await delivered()
    await site.db.owner.query(`update notice set at = now() - interval '1 hour'`)
    const before = [await list('cellule.69'), await list('cellule.69', '?limit=1')]
    await manyAbout('cellule.69', 'case', id)
    expect([await list('cellule.69'), await list('cellule.69', '?limit=1')]).toEqual(before)
    expect(before[0]).toMatchObject({ items: [{ label: 'Personne signalée' }], next: null, unread: { n: 1 } })
  })

  it('what is told to colleagues of another role takes no place in what is looked at', async () => {
    const id = await site.tell.consenting(['B', 'C', 'E', 'F'])
    await site.tell.act('cellule.69', id, 'formal.request', inputFor('formal.request'))
    await delivered()
    await site.db.owner.query('delete from notice')
    await manyAbout('police.69', 'referral', await site.tell.referral(id, 'police'))
    for (const login of ['police.69', 'membre.69.police'])
      expect(await list(login)).toEqual({ items: [], next: null, unread: { n: 0, capped: false } })
  })
})
