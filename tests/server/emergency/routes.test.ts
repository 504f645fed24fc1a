import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { anEmergency, emergencies } from '../../support/emergency.ts'
import { openSite } from '../../support/running/site.ts'
import type { acting } from '../../support/acting.ts'
import { forFile } from '../../support/for-file.ts'

let tell: ReturnType<typeof acting>
let glass: ReturnType<typeof emergencies>

const site = await forFile(openSite())
beforeAll(async () => {
  site.at(new Date())
  tell = site.tell
  glass = emergencies(site)
})

const emergencyOf = (id: string) => `/api/cases/${id}/emergency`
const opens = (login: string, id: string, body: object = anEmergency(['B']), key?: string) =>
  site.send(login, `${emergencyOf(id)}/commands/open`, body, key ? { key } : {})

describe('the form of an emergency access', () => {
  it('is not found by who takes no part, and answers like that of a case that is not there', async () => {
    const id = await tell.flagged()
    for (const login of ['asso.paris', 'police.69', 'dpo', 'admin', 'miprof']) {
      const [foreign, absent] = [
        await site.get(login, emergencyOf(id)),
        await site.get(login, emergencyOf(randomUUID()))
      ]
      expect([login, foreign.statusCode, foreign.body]).toEqual([login, 404, absent.body])
      expect((await opens(login, id)).statusCode).toBe(404)
    }
  })

  it('offers what an emergency would open to this reader, and nothing to who sees it already', async () => {
    const id = await tell.flagged()
    const [own, cell] = [
      await site.get('asso.rhone', emergencyOf(id)),
      await site.get('cellule.69', emergencyOf(id))
    ]
    expect(own.json().actions).toEqual([])
    const [{ input, basis }] = cell.json().actions
    expect(input.properties.classes.items.oneOf.map((one: { const: string }) => one.const)).toEqual([
      'B',
      'C'
    ])
    expect(basis.map((one: { code: string }) => one.code)).toEqual(['MNIO.GLASS', 'CP.223-6'])
  })

  it('offers once what opens to a house in both of the capacities in which it takes part', async () => {
    const id = await tell.flagged()
    const offered = async (...capacities: string[]) => {
      for (const capacity of capacities)
        await site.db.owner.query(
          `insert into participation (case_id, org_id, capacity, since, basis, moved_at)
           values ($1, $2, $3, now() - interval '1 day', 'test', now())`,
          [id, site.as('foyer.azur').orgId, capacity]
        )
      const [{ input }] = (await site.get('foyer.azur', emergencyOf(id))).json().actions
      return input.properties.classes.items.oneOf.map((one: { const: string }) => one.const)
    }
    const one = await offered('shelter')
    expect(one.length).toBeGreaterThan(0)
    expect(await offered('dna_centre')).toEqual(one)
  })

  it('is closed: an unknown field, a class that no emergency opens, or no words, is refused by name', async () => {
    const id = await tell.flagged()
    for (const wrong of [
      { state: 'confirmed' },
      { classes: ['J'] },
      { classes: [] },
      { words: '' },
      { reason: 'curious' }
    ])
      expect([
        wrong,
        (await opens('cellule.69', id, { ...anEmergency(['B']), ...wrong })).statusCode
      ]).toEqual([wrong, 400])
  })
})

describe('an emergency access', () => {
  it('sent twice under one key is one', async () => {
    const [id, key] = [await tell.flagged(), randomUUID()]
    const [one, two] = [
      await opens('cellule.69', id, anEmergency(['B']), key),
      await opens('cellule.69', id, anEmergency(['B']), key)
    ]
    expect([one.statusCode, two.statusCode, two.json().opening.id]).toEqual([201, 201, one.json().opening.id])
  })

  it('says what it must to each: words to two people, the rest to those told, nothing of the case to the officer', async () => {
    const id = await tell.flagged()
    const { opening } = (await opens('cellule.69', id)).json()
    const seen = async (login: string) => (await site.get(login, `/api/openings/${opening.id}`)).json()
    expect((await seen('cellule.69')).opening).toMatchObject({
      mine: true,
      mayConfirm: false,
      words: expect.stringContaining('CANARI')
    })
    expect(await seen('cellule.69.bis')).toMatchObject({
      opening: { mayConfirm: true, words: expect.stringContaining('CANARI') },
      actions: [{ command: 'confirm' }, { command: 'refuse' }]
    })
    expect((await seen('asso.rhone')).opening).toMatchObject({
      words: null,
      told: 'association référente',
      caseId: id
    })
    expect(await seen('dpo')).toMatchObject({
      opening: { words: null, caseCode: null, incident: false },
      actions: []
    })
    for (const login of ['asso.paris', 'membre.69', 'admin', 'miprof'])
      expect([login, (await site.get(login, `/api/openings/${opening.id}`)).statusCode]).toEqual([login, 404])
    expect(
      (await site.send('cellule.69', `/api/openings/${opening.id}/commands/confirm`, {})).statusCode
    ).toBe(403)
    const done = await site.send('cellule.69.bis', `/api/openings/${opening.id}/commands/refuse`, {
      reason: 'no_emergency'
    })
    expect(done.json().opening).toMatchObject({ state: 'refused', incident: true, showing: false })
    const { items } = (await site.get('dpo', '/api/openings')).json()
    expect(items.find((one: { id: string }) => one.id === opening.id)).toMatchObject({
      id: opening.id,
      incident: true,
      refusal: 'il n’y avait pas d’urgence'
    })
  })

  it('of a shelter hides from the cell and the officer who it is', async () => {
    const id = await tell.housed(site.places['foyer.azur']![0]!)
    await tell.act('asso.rhone', id, 'consent.withdraw', { scopes: ['C'], ...tell.how })
    const opening = await glass.opens('foyer.azur', id, ['B'])
    for (const login of ['cellule.69', 'dpo']) {
      const { body } = await site.get(login, `/api/openings/${opening}`)
      expect([login, /Foyer Azur|Paula|Costa/.test(body)]).toEqual([login, false])
    }
  })

  it('is in no deadline, list or story of the case, and counts nothing', async () => {
    const id = await tell.flagged()
    const { timeline, deadlines } = (await site.get('cellule.69', `/api/cases/${id}?events=50`)).json()
    await glass.opens('cellule.69.bis', id, ['B'])
    for (const login of ['cellule.69', 'asso.rhone']) {
      const view = (await site.get(login, `/api/cases/${id}?events=50`)).json()
      expect(JSON.stringify(view)).not.toMatch(/MNIO-GLASS|URGENCE/)
      expect((await site.get(login, '/api/deadlines')).body).not.toContain('MNIO-GLASS')
    }
    const after = (await site.get('cellule.69', `/api/cases/${id}?events=50`)).json()
    expect([after.timeline, after.deadlines]).toEqual([timeline, deadlines])
  })
})

describe('the list of emergency accesses', () => {
  /** So many like it, each a second later, that nobody waits to hear confirmed. */
  const manyLike = (opening: string, many = 60) =>
    site.db.owner.query(
      `insert into glass_opening select (jsonb_populate_record(g, jsonb_build_object(
          'id', gen_random_uuid(), 'words', null, 'opened_at', g.opened_at + make_interval(secs => i)))).*
        from glass_opening g, generate_series(1, $2) i where g.id = $1`,
      [opening, many]
    )
  const list = async (login: string, query = '') =>
    (await site.get(login, `/api/openings${query}`)).json<{ items: { id: string }[]; next: string | null }>()

  it('tells who may not know of them neither by its length nor by where it goes on', async () => {
    const id = await tell.flagged()
    await site.db.owner.query(
      `insert into participation (case_id, org_id, capacity, since, basis, moved_at)
       values ($1, $2, 'police', now() - interval '1 day', 'danger.immediate', now())`,
      [id, site.as('police.69').orgId]
    )
    await manyLike(await glass.opens('police.69', id, ['B']))
    // A member of the cell sits there for the police, and is of the same organisation.
    expect(await list('membre.69.police')).toEqual({ items: [], next: null })
    const first = await list('police.69')
    const second = await list('police.69', `?cursor=${first.next}`)
    expect([first.items.length, second.items.length, second.next]).toEqual([50, 11, null])
  })

  it('shows at once what waits for a word, however many do not', async () => {
    const opening = await glass.opens('cellule.69.bis', await tell.flagged(), ['B'])
    await manyLike(opening)
    const waiting = await list('cellule.69', '?view=waiting')
    expect(waiting.items.map((one) => one.id)).toContain(opening)
    expect(waiting.next).toBeNull()
    expect((await list('cellule.69')).next).not.toBeNull()
  })
})
