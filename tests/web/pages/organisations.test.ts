import { describe, expect, it } from 'vitest'
import { tokenOf } from '../../../server/links/token.ts'
import { plain, readPlainly } from './plainly.ts'

const { served, world, owner, page, post } = await readPlainly()
const own = world.as('asso.rhone').orgId
const statusOf = async (id: string) =>
  (await owner.query('select status from organisation where id = $1', [id])).rows[0].status as string
const confirmAll = async () => {
  const { rows } = await owner.query(`select id from organisation_proposal where state = 'waiting'`)
  for (const { id } of rows)
    expect((await post('admin.bis', '/organisations?/confirm', { proposal: id })).status).toBe(303)
}
const another = async (name: string) => {
  const made = await post('admin', '/organisations?/create', { name, type: 'association', territory: '69' })
  await confirmAll()
  return String(made.to).split('/').at(-1)!
}

describe('the pages of organisations and of people', () => {
  it.each([
    ['admin', '/organisations', 'Liste des organisations', 'List of organisations'],
    ['admin', `/organisations/${own}`, 'Régimes légaux', 'Legal regimes'],
    ['admin', `/organisations/${own}/personnes`, 'Inviter une personne', 'Invite a person'],
    ['admin', `/organisations/${own}/reunir`, 'À laquelle', 'Into which one'],
    ['asso.rhone', '/personnes', 'Un siège de la cellule attend', 'A seat of the cell waits'],
    ['asso.rhone', '/personnes/revue', 'Aucun accès d’urgence', 'Requests read before'],
    ['admin', '/organisations/revues', 'Revues des accès à faire', 'Access reviews due'],
    ['dpo', '/organisations/revues', 'n’est lu que dans l’organisation', 'in the organisation alone'],
    ['cellule.69', '/organisations', 'comme seconde personne', 'as the second person'],
    ['cellule.69', '/reunions/sieges', 'Sièges de la cellule', 'Seats of the cell'],
    ['inconnue.org', '/compte/appareils', 'cet appareil', 'this device']
  ])('%s reads %s in French and in English', async (login, url, french, english) => {
    const [one, other] = [await page(login, url), await page(login, url, 'en')]
    expect([one.status, other.status]).toEqual([200, 200])
    expect(one.text).toContain(french)
    expect(other.text.toLowerCase()).toContain(english.toLowerCase())
  })

  it('the devices of who waits are linked where they wait, and no other page opens', async () => {
    expect((await page('inconnue.org', '/attente')).body).toContain('href="/compte/appareils"')
    expect((await page('inconnue.org', '/compte')).status).toBe(303)
  })

  it('an invitation is read in both languages by who is signed in', async () => {
    const { rows } = await owner.query(
      `insert into invitation (id, org_id, role, manager, email, invited_by, invited_at, expires_at)
       values (gen_random_uuid(), $1, 'asso', false, 'a@b.example', $2, now(), now() + interval '8 days') returning id, generation`,
      [own, world.as('asso.rhone').personId]
    )
    const url = `/invitation/${tokenOf(served.db.keys, rows[0], 'invitation')}`
    expect((await page('inconnue.org', url)).text).toContain('On vous invite à rejoindre')
    expect((await page('inconnue.org', url, 'en')).text.toLowerCase()).toContain('you are invited to join')
  })
})

describe('a form that is refused comes back with what was typed', () => {
  it('of a description', async () => {
    const change = { name: 'Un autre nom', territory: '69', siret: '123 456 789 01234' }
    const refused = await post('admin', `/organisations/${own}?/change`, change)
    expect(refused.status).toBe(400)
    expect(refused.body).toContain('value="Un autre nom"')
    expect(refused.body).toContain('value="123 456 789 01234"')
  })

  it('of a regime, with the dates of a request', async () => {
    const typed = {
      kind: 'regime',
      regime: 'psp',
      decision: 'Récépissé',
      until: '2020-01-01',
      since: '2021-01-01'
    }
    const refused = await post('admin', `/organisations/${own}?/propose`, typed)
    expect(refused.status).toBe(400)
    expect(refused.body).toContain('value="Récépissé"')
    expect(refused.body).toContain('value="2020-01-01"')
  })

  it('of an invitation, an absence and a suspension', async () => {
    const invited = await post('asso.rhone', '/personnes?/invite', {
      ...{ organisation: own, email: 'pas une adresse', role: 'asso', manager: 'true' }
    })
    expect([invited.status, invited.body.includes('value="pas une adresse"')]).toEqual([400, true])
    const { rows } = await owner.query('select id from membership where person_id = $1', [
      world.as('asso.rhone').personId
    ])
    const away = await post('asso.rhone', '/personnes?/away', {
      ...{ member: rows[0].id, from: '2026-12-20', until: '2026-12-01' }
    })
    expect([away.status, away.body.includes('value="2026-12-20"')]).toEqual([400, true])
    expect(plain(away.body)).toContain('Le retour précède le départ')
    const short = await post('admin', `/organisations/${own}?/suspend`, { reason: 'x' })
    expect([short.status, short.body.includes('value="x"')]).toEqual([400, true])
  })
})

describe('by page, without scripts', () => {
  it('an access is not ended by one press: the box stays to be ticked', async () => {
    const people = `/organisations/${own}/personnes`
    const held = async () =>
      (await owner.query('select id from membership where org_id = $1 and until is null', [own])).rows
    const before = await held()
    const member = before[0].id as string
    const refused = await post('admin', `${people}?/end`, { member })
    expect(refused.status).toBe(400)
    expect(refused.body).toContain(`href="#sure-${member}"`)
    expect(plain(refused.body)).toContain('Cochez que cet accès se termine')
    expect(await held()).toEqual(before)
  })

  it('a SIRET is changed with its spaces', async () => {
    const id = await another('À corriger')
    const done = await post('admin', `/organisations/${id}?/change`, {
      ...{ name: 'À corriger', territory: '69', siret: '732 829 320 00074' }
    })
    expect(done.status).toBe(303)
    await confirmAll()
    const { rows } = await owner.query('select siret from organisation where id = $1', [id])
    expect(rows).toEqual([{ siret: '73282932000074' }])
  })

  it('a seat of the cell and an absence from it are proposed, and said to wait', async () => {
    const { orgId, personId } = world.as('membre.69')
    const { rows } = await owner.query(
      `select id from membership where person_id = $1 and role = 'cell_member'`,
      [personId]
    )
    const member = rows[0].id as string
    const people = `/organisations/${orgId}/personnes`
    expect((await page('admin', people)).text).toContain('son absence donne sa voix à qui la supplée')
    for (const [act, fields, said] of [
      ['seat', { alternate: 'true' }, 'donner le siège de la cellule, ou la suppléance'],
      ['away', { from: '2026-12-20' }, 'annoncer l’absence de qui tient un siège de la cellule']
    ] as const) {
      const asked = await post('admin', `${people}?/${act}`, { member, ...fields })
      expect(asked).toMatchObject({ status: 303, to: `${people}?attend` })
      const after = (await page('admin', asked.to as string)).text
      expect(after).toContain('Rien ne change avant l’accord')
      expect(after).toContain(said)
    }
    await confirmAll()
    const stands = await owner.query(
      'select alternate, absent_from::text as away from membership where id = $1',
      [member]
    )
    expect(stands.rows).toEqual([{ alternate: true, away: '2026-12-20' }])
  })

  it('a regime that opens nothing says why', async () => {
    expect((await page('admin', `/organisations/${own}`)).text).toContain(
      'N’ouvre rien ici : le procureur requiert'
    )
    expect((await page('admin', `/organisations/${own}`, 'en')).text).toContain('Opens nothing here')
  })

  it('a regime is ended, an organisation suspended, and closed', async () => {
    const id = await another('Passagère')
    const gives = { kind: 'regime', regime: 'flag', since: '2026-01-01', decision: 'Décision' }
    expect((await post('admin', `/organisations/${id}?/propose`, gives)).status).toBe(303)
    await confirmAll()
    expect((await page('admin', `/organisations/${id}`)).text).toContain('en vigueur')
    const ends = { regime: 'flag', taking: 'regime', reason: 'agrément perdu' }
    const unsure = await post('admin', `/organisations/${id}?/endRegime`, ends)
    expect([unsure.status, unsure.body.includes('value="agrément perdu"')]).toEqual([400, true])
    expect(unsure.body).toContain('href="#end-sure-flag"')
    expect((await page('admin', `/organisations/${id}`)).text).toContain('en vigueur')
    expect((await post('admin', `/organisations/${id}?/endRegime`, { ...ends, sure: 'true' })).status).toBe(
      303
    )
    expect((await page('admin', `/organisations/${id}`)).text).toContain('terminé')
    expect((await post('admin', `/organisations/${id}?/suspend`, { reason: 'enquête' })).status).toBe(303)
    expect(await statusOf(id)).toBe('suspended')
    // Beside « suspendue », that somebody has access would contradict it.
    const { text } = await page('admin', `/organisations/${id}`)
    expect(text).not.toMatch(/personnes? y (a|ont) accès/)
    expect(text).toContain('y retrouvera l’accès, la suspension levée')
    expect(
      (await post('admin', `/organisations/${id}?/close`, { reason: 'dissolution', sure: 'true' })).status
    ).toBe(303)
    expect(await statusOf(id)).toBe('closed')
  })

  it('two organisations are merged: first read, then agreed to, then confirmed', async () => {
    const [from, into] = [await another('Qui part'), await another('Qui reste')]
    const url = `/organisations/${from}/reunir`
    expect((await page('admin', `${url}?avec=${into}`)).text).toContain('Passe à l’autre')
    expect((await post('admin', url, { into })).status).toBe(400)
    expect((await post('admin', url, { into, sure: 'true' })).status).toBe(303)
    expect(await statusOf(from)).toBe('accredited')
    await confirmAll()
    expect(await statusOf(from)).toBe('closed')
  })
})
