import { describe, expect, it } from 'vitest'
import { flag } from '../../../server/commands/flag.ts'
import { aFlag } from '../../support/world.ts'
import { readPlainly } from './plainly.ts'

const { served, world, owner, page, post } = await readPlainly()
const own = world.as('asso.rhone').orgId
const created = async (name: string) =>
  String((await post('admin', '/organisations?/create', { name, type: 'association', territory: '69' })).to)
const statusAt = async (url: string) =>
  (await owner.query('select status from organisation where id = $1', [url.split('/').at(-1)])).rows[0]
    .status as string
/** Follows where a form leads, as a browser does. */
const thenReads = async (login: string, sent: { status: number; to: unknown }) => {
  expect(sent.status).toBe(303)
  return (await page(login, String(sent.to))).text
}

describe('who has no access at all', () => {
  it('is told that nothing is pending, what opens it, and not that an organisation waits', async () => {
    const { text } = await page('inconnue.org', '/attente')
    expect(text).toContain('Vous n’avez accès à aucune organisation')
    expect(text).toContain('ouvrez le lien de son courriel')
    expect(text).not.toMatch(/en attente|s’ouvrira/)
  })

  it('is told that they wait where their organisation is not accredited yet, and of no suspension', async () => {
    await owner.query(`update organisation set status = 'pending' where id = $1`, [
      world.as('police.69').orgId
    ])
    const { text } = await page('police.69', '/attente')
    expect(text).toContain('Votre accès est en attente')
    expect(text).not.toContain('suspen')
  })

  it('is not sent to themselves where they manage the access of an organisation that waits', async () => {
    const person = world.as('police.69').personId
    const manages = (is: boolean) =>
      owner.query('update membership set manager = $2 where person_id = $1', [person, is])
    await manages(false)
    expect((await page('police.69', '/attente')).text).toContain('à la personne qui gère les accès')
    await manages(true)
    const { text } = await page('police.69', '/attente')
    expect(text).not.toContain('à la personne qui gère les accès')
    expect(text).toContain('à la personne qui administre la plateforme')
  })

  it('is told that their organisation is suspended, and not that it was never accredited', async () => {
    await owner.query(`update organisation set status = 'suspended' where id = $1`, [
      world.as('police.69').orgId
    ])
    const { text } = await page('police.69', '/attente')
    expect(text).toContain('Votre organisation est suspendue')
    expect(text).toContain('dès que deux personnes auront levé la suspension')
    expect(text).not.toMatch(/en attente|pas encore habilitée/)
  })

  it('is told that their organisation is closed, and promised nothing', async () => {
    await owner.query(`update organisation set status = 'closed', closed_at = now() where id = $1`, [
      world.as('police.69').orgId
    ])
    const { text } = await page('police.69', '/attente')
    expect(text).toContain('Votre organisation est fermée')
    expect(text).toContain('à la personne qui administre la plateforme')
    expect(text).not.toMatch(/en attente|s’ouvrira/)
  })
})

describe('whose house may not flag', () => {
  it('is offered no flag on the day’s page nor beside the cases, and reads what is missing', async () => {
    const until = (day: string | null) =>
      owner.query(`update habilitation set until = $2 where org_id = $1 and regime = 'flag'`, [own, day])
    await until('2026-01-01')
    for (const url of ['/aujourdhui', '/dossiers']) {
      const { text, body } = await page('asso.rhone', url)
      expect([url, body.includes('href="/signaler/danger"')]).toEqual([url, false])
      expect(text).toContain('Il faut l’habilitation à signaler')
    }
    await until(null)
    for (const url of ['/aujourdhui', '/dossiers']) {
      const { text, body } = await page('asso.rhone', url)
      expect([url, body.includes('href="/signaler/danger"')]).toEqual([url, true])
      expect(text).not.toContain('Il faut l’habilitation')
    }
  })
})

describe('an organisation that nobody accredited yet', () => {
  it('says on its page and on that of its people who accredits it first, and where', async () => {
    const url = await created('Pas encore')
    const [one, people] = [await page('admin', url), await page('admin', `${url}/personnes`)]
    expect(one.text).toContain('Une seconde personne l’accrédite d’abord')
    expect(one.text).not.toContain('invitez-en une')
    expect(people.text).toContain('une seconde personne l’accrédite d’abord')
    expect(people.body.match(/href="\/organisations"/g)!.length).toBeGreaterThan(1)
  })

  it('is not closed by one press: its box, then what was typed comes back', async () => {
    const url = await created('Par erreur')
    const reason = 'créée par erreur'
    const refused = await post('admin', `${url}?/close`, { reason, taking: 'close' })
    expect([refused.status, await statusAt(url)]).toEqual([400, 'pending'])
    expect(refused.body).toContain(`value="${reason}"`)
    expect(refused.body).toContain('Cochez que cette organisation ferme')
    const done = await post('admin', `${url}?/close`, { reason, taking: 'close', sure: 'true' })
    expect(await thenReads('admin', done)).toContain('fermée pour toujours')
    expect(await statusAt(url)).toBe('closed')
    const { text } = await page('admin', url)
    expect(text).toContain('personne n’y a plus accès')
    expect(text).not.toMatch(/invitez-en une|Régimes légaux|y a accès/)
  })
})

describe('an act on access', () => {
  const member = async () =>
    (await owner.query(`select id from membership where org_id = $1 and until is null`, [own])).rows[0].id
  it.each([
    ['absence', '?/away', { from: '2030-01-01' }, 'L’absence est écrite'],
    ['return', '?/back', {}, 'l’absence est finie'],
    ['manager', '?/manager', { manager: 'true' }, 'gère maintenant les accès']
  ] as const)('says what it came to: %s', async (_, action, fields, said) => {
    const sent = await post('asso.rhone', `/personnes${action}`, { member: await member(), ...fields })
    const text = await thenReads('asso.rhone', sent)
    expect(text).toContain(said)
    expect(text).not.toContain('seconde personne le confirme')
  })

  it('of an address that names none says nothing', async () => {
    expect((await page('asso.rhone', '/personnes?fait=tout')).text).not.toContain('C’est fait')
  })
})

describe('the first day of who manages access alone', () => {
  it('asks to invite colleagues; once somebody is invited, it does so no more', async () => {
    const invite = 'Invitez vos collègues'
    expect((await page('asso.rhone', '/aujourdhui')).text).toContain(invite)
    const fields = { organisation: own, email: 'nora@asso.example', role: 'asso' }
    expect((await post('asso.rhone', '/personnes?/invite', fields)).status).toBe(303)
    expect((await page('asso.rhone', '/aujourdhui')).text).not.toContain(invite)
    expect((await page('cellule.69', '/aujourdhui')).text).not.toContain(invite)
  })
})

describe('a directory that is read before it is taken over', () => {
  const read = async (csv: string) => post('admin', '/organisations/importer?/preview', { csv })
  it('counts the identifiers that new organisations keep, and offers nothing where nothing would change', async () => {
    const csv = 'id;nom;code_insee\ndora--1;Toute neuve;69123'
    const first = await read(csv)
    expect(first.body).toContain('1 nouvelle organisation garde son identifiant')
    expect(first.body).not.toContain('0 identifiant')
    expect((await post('admin', '/organisations/importer?/import', { csv, creates: '1' })).status).toBe(303)
    const again = await read(csv)
    expect(again.body).toContain('Rien à reprendre')
    expect(again.body).not.toContain('?/import"')
  })
})

describe('a review of access that is due', () => {
  it('is said where access is managed, and no more once it is confirmed', async () => {
    const until = /Revue des accès du semestre.+À confirmer au plus tard le/
    expect((await page('asso.rhone', '/personnes')).text).toMatch(until)
    const { body } = await page('asso.rhone', '/personnes/revue')
    const digest = /name="digest" value="(\w+)"/.exec(body)![1]!
    expect((await post('asso.rhone', '/personnes/revue', { digest, sure: 'true' })).status).toBe(303)
    expect((await page('asso.rhone', '/personnes')).text).not.toMatch(until)
    expect((await page('asso.rhone', '/personnes/revue')).text).toContain(digest)
  })
})

describe('persons whom their association left', () => {
  it('wait on the day’s page of the cell, with the way to name another, and on nobody else’s', async () => {
    const { id } = await flag(
      { pool: served.db.app, keys: served.db.keys, telling: false },
      { actor: world.as('asso.rhone'), command: 'case.flag', input: aFlag(), key: null }
    )
    const naming = `href="/dossiers/${id}/agir/referent.name"`
    const shown = async (login: string) => (await page(login, '/aujourdhui')).body.includes(naming)
    expect(await shown('cellule.69')).toBe(false)
    await owner.query('update membership set until = now() where org_id = $1 and until is null', [own])
    expect([await shown('cellule.75'), await shown('membre.69')]).toEqual([false, false])
    expect(await shown('cellule.69')).toBe(true)
  })
})
