import { describe, expect, it } from 'vitest'
import { inContext, runQuery } from '../../../server/db/context.ts'
import { keepAccess } from '../../../server/organisations/sweep.ts'
import { mailAccess } from '../../../server/organisations/mail.ts'
import type { Letter } from '../../../server/mail/letter.ts'
import { forFile } from '../../support/for-file.ts'
import { openDirectory } from './directory.ts'

const site = await forFile(openDirectory())
const { ask, post, refused, owner, world, traces } = site
const own = world.as('asso.rhone').orgId
const invited = (email: string, more: object = {}) => ({ role: 'asso', manager: false, email, ...more })

/** Delivers what waits, and gives the letters. */
const letters = async (): Promise<Letter[]> => {
  const sent: Letter[] = []
  const { rows } = await owner.query(`delete from outbox where kind = 'mail_access' returning payload`)
  const deps = {
    db: site.db,
    keys: site.db.keys,
    publicUrl: 'https://mnio.example',
    post: async (one: Letter) => void sent.push(one)
  }
  for (const { payload } of rows) await mailAccess(deps, payload)
  return sent
}
const tokenIn = ({ url }: Letter) => url.split('/').at(-1)!
const overNow = [
  409,
  'Ce lien ne s’ouvre plus. Demandez une nouvelle invitation à la personne dont il vient.'
]
/** What PostgreSQL says by itself of an invitation that a person opens. */
const binds = async (login: string, id: string, generation: number) => {
  const text = 'select bind_invitation($1, $2, null) as made'
  const [row] = await inContext(site.db.app, world.as(login), (tx) =>
    runQuery<{ made: string | null }>(tx, text, [id, generation])
  )
  return row!.made
}
const invite = async (email: string, more: object = {}) => {
  const asked = await post('asso.rhone', `/organisations/${own}/invitations`, invited(email, more))
  expect(asked.status).toBe(200)
  const [letter] = await letters()
  return tokenIn(letter!)
}

describe('who does not manage access', () => {
  it.each(['cellule.69', 'dpo', 'asso.paris'])(
    '%s sees nobody there, invites nobody, ends nothing',
    async (login) => {
      expect((await ask(login, `/organisations/${own}/people`)).status).toBe(404)
      expect((await post(login, `/organisations/${own}/invitations`, invited('a@b.example'))).status).toBe(
        404
      )
      const { rows } = await owner.query('select id from membership where org_id = $1', [own])
      expect((await post(login, `/memberships/${rows[0].id}/end`)).status).toBe(404)
      expect((await post(login, `/memberships/${rows[0].id}/absence`, { from: '2026-11-01' })).status).toBe(
        404
      )
    }
  )

  it('sees their own line, and says their own absence and return', async () => {
    const { body } = await ask('cellule.69', '/people')
    expect(body.members.map(({ you }: { you: boolean }) => you)).toEqual([true])
    expect(body.may.invite.enabled).toBe(false)
    const [{ id }] = body.members
    const away = await post('cellule.69', `/memberships/${id}/absence`, { from: '2026-11-01', until: null })
    expect(away.body.members[0]).toMatchObject({ absent: true })
    expect((await post('cellule.69', `/memberships/${id}/return`)).body.members[0].absent).toBe(false)
    expect((await post('cellule.69', `/memberships/${id}/end`)).status).toBe(404)
  })
})

describe('an invitation', () => {
  it('is of a role of this kind of organisation, to an address', async () => {
    const wrong = (more: object) =>
      refused('asso.rhone', `/organisations/${own}/invitations`, invited('a@b.example', more))
    const kind = [400, 'Ce rôle n’est pas de ce genre d’organisation']
    expect([await wrong({ role: 'admin' }), await wrong({ role: 'police' })]).toEqual([kind, kind])
    expect(await wrong({ alternate: true })).toEqual([400, 'Seul un siège de la cellule a un suppléant'])
    expect(await wrong({ email: 'nobody' })).toEqual([400, 'Donnez une adresse de courriel entière'])
    expect(await letters()).toEqual([])
  })

  it('leaves as a letter that names neither the organisation nor the role, and no token is stored', async () => {
    await post('asso.rhone', `/organisations/${own}/invitations`, invited('discrete@asso.example'))
    const { rows: waiting } = await owner.query(`select payload from outbox where kind = 'mail_access'`)
    expect(Object.keys(waiting[0].payload).sort()).toEqual(['id', 'what'])
    const [letter] = await letters()
    expect(letter!.to).toBe('discrete@asso.example')
    expect(letter!.text).not.toMatch(/Rhône|association/i)
    const { rows } = await owner.query('select * from invitation')
    expect(JSON.stringify(rows)).not.toContain(tokenIn(letter!))
  })

  it('opens nothing to who is not signed in, nor by words that are no token', async () => {
    const token = await invite('one@asso.example')
    expect((await site.app.inject({ url: `/api/invitation/${token}` })).statusCode).toBe(401)
    expect(
      (await ask('inconnue.org', `/invitation/${token.slice(0, 63)}${token.endsWith('x') ? 'y' : 'x'}`))
        .status
    ).toBe(404)
    expect((await ask('inconnue.org', '/invitation/nothing')).status).toBe(404)
  })

  it('binds to whoever opens it signed in, once, whatever the e-mail, which is shown to the manager', async () => {
    const token = await invite('two@asso.example', { manager: true })
    expect((await ask('inconnue.org', '/cases')).status).toBe(403)
    expect((await ask('inconnue.org', `/invitation/${token}`)).body).toMatchObject({
      state: 'open',
      manager: true
    })
    expect((await post('inconnue.org', `/invitation/${token}/accept`)).body.state).toBe('yours')
    expect((await ask('inconnue.org', '/cases')).status).toBe(200)
    expect((await ask('soin.69', `/invitation/${token}`)).body.state).toBe('used')
    expect(await refused('soin.69', `/invitation/${token}/accept`)).toEqual(overNow)
    const { body } = await ask('asso.rhone', '/people')
    const used = body.invitations.find(({ email }: { email: string }) => email === 'two@asso.example')
    expect(used).toMatchObject({ state: 'used', differs: true, personEmail: 'inconnue.org@exemple.invalid' })
    expect(await binds('soin.69', used.id, 1)).toBeNull()
    expect(await traces('person.join')).toBe(1)
    const journal = async (login: string, action: string) =>
      (await ask(login, `/audit?action=${action}`)).body.items as { about: string | null; object: string }[]
    const name = used.person as string
    expect((await journal('dpo', 'person.join')).map(({ about }) => about)).toEqual([name])
    // Of all who were invited, the one that came; the others are nobody yet.
    const invitations = await journal('dpo', 'person.invite')
    expect(invitations.find(({ object }) => object === `invitation:${used.id}`)?.about).toBe(name)
    expect(invitations.filter(({ about }) => about !== null)).toHaveLength(1)
    expect((await ask('admin', '/audit')).status).toBe(404)
  })

  it('sent again opens no more by the first link; taken back, by none; run out, neither', async () => {
    const first = await invite('three@asso.example')
    const { body } = await ask('asso.rhone', '/people')
    const { id } = body.invitations.find(({ email }: { email: string }) => email === 'three@asso.example')
    await post('asso.rhone', `/invitations/${id}/again`)
    const [letter] = await letters()
    expect((await ask('soin.69', `/invitation/${first}`)).status).toBe(404)
    const second = tokenIn(letter!)
    expect((await ask('soin.69', `/invitation/${second}`)).body.state).toBe('open')
    expect(await binds('soin.69', id, 1)).toBeNull()
    await owner.query(`update invitation set expires_at = now() - interval '1 hour' where id = $1`, [id])
    expect((await ask('soin.69', `/invitation/${second}`)).body.state).toBe('expired')
    expect(await refused('soin.69', `/invitation/${second}/accept`)).toEqual(overNow)
    expect(await binds('soin.69', id, 2)).toBeNull()
    await post('asso.rhone', `/invitations/${id}/withdraw`)
    await owner.query(`update invitation set expires_at = now() + interval '1 hour' where id = $1`, [id])
    expect(await binds('soin.69', id, 2)).toBeNull()
    expect((await ask('soin.69', `/invitation/${second}`)).body.state).toBe('withdrawn')
    const taken = [409, 'Cette invitation a déjà servi, ou a été retirée.']
    for (const how of ['again', 'withdraw'])
      expect(await refused('asso.rhone', `/invitations/${id}/${how}`)).toEqual(taken)
  })

  it('into another organisation or the administration takes two', async () => {
    const cell = world.as('cellule.976').orgId
    const asked = await post('admin', `/organisations/${cell}/invitations`, {
      role: 'cell_secretary',
      manager: true,
      email: 'chef@cellule.example'
    })
    expect(asked.body.invitations).toEqual([])
    expect(await letters()).toEqual([])
    const own = world.as('admin').orgId
    await post('admin', `/organisations/${own}/invitations`, {
      role: 'admin',
      manager: false,
      email: 'third@x.example'
    })
    expect(await letters()).toEqual([])
    const { proposals } = (await ask('admin.bis', '/organisations')).body
    expect(proposals.map(({ kind }: { kind: string }) => kind)).toEqual(['invite', 'invite'])
    for (const { id } of proposals) {
      expect((await post('admin', `/proposals/${id}/confirm`)).status).toBe(409)
      expect((await post('admin.bis', `/proposals/${id}/confirm`)).status).toBe(200)
    }
    expect((await letters()).map(({ to }) => to).sort()).toEqual(['chef@cellule.example', 'third@x.example'])
  })
})

describe('a membership', () => {
  const idOf = async (login: string) =>
    (
      await owner.query('select id from membership where person_id = $1 and until is null', [
        world.as(login).personId
      ])
    ).rows[0].id as string

  it('of the last who manages or administers is not ended by themself', async () => {
    await owner.query(`update membership set manager = false where org_id = $1 and person_id <> $2`, [
      own,
      world.as('asso.rhone').personId
    ])
    const last = `/memberships/${await idOf('asso.rhone')}`
    for (const [act, said] of [
      ['end', undefined],
      ['manager', { manager: false }]
    ] as const)
      expect(await refused('asso.rhone', `${last}/${act}`, said)).toEqual([
        409,
        'Plus personne ne gérerait les accès de votre organisation : nommez d’abord quelqu’un d’autre.'
      ])
  })

  it('ends at once: the next request finds nobody, and it is not opened again', async () => {
    await site.cookieOf('police.69')
    expect((await ask('police.69', '/cases')).status).toBe(200)
    const id = await idOf('police.69')
    expect((await post('admin', `/memberships/${id}/end`)).status).toBe(200)
    expect(await ask('police.69', '/cases')).toMatchObject({ status: 401, body: { code: 'signed_out' } })
    expect((await post('admin', `/memberships/${id}/end`)).status).toBe(404)
    const { rows } = await owner.query('select until is not null as ended from membership where id = $1', [
      id
    ])
    expect(rows).toEqual([{ ended: true }])
  })

  it('gives the management of access by who has it there, and an alternate to a seat of the cell alone', async () => {
    const id = await idOf('membre.69')
    const [, why] = await refused('admin', `/memberships/${id}/manager`, { manager: true })
    expect(why).toMatch(/^La personne qui gère les accès de cette organisation en nomme une autre/)
    expect((await post('admin', `/memberships/${id}/seat`, { alternate: true })).status).toBe(200)
    const care = `/memberships/${await idOf('soin.69')}/seat`
    expect(await refused('admin', care, { alternate: true })).toEqual([
      400,
      'Seul un siège de la cellule a un suppléant'
    ])
  })

  it('and who manages is told three months and one month before a regime ends, each once', async () => {
    await owner.query(`update person set seen_at = now(), email = subject || '@exemple.invalid'`)
    await owner.query(
      `update habilitation set until = current_date + 80 where org_id = $1 and regime = 'flag'`,
      [own]
    )
    await keepAccess(site.db.worker)
    expect((await letters()).map(({ to }) => to)).toContain('asso.rhone@exemple.invalid')
    await keepAccess(site.db.worker)
    expect(await letters()).toEqual([])
    await owner.query(
      `update habilitation set until = current_date + 20 where org_id = $1 and regime = 'flag'`,
      [own]
    )
    await keepAccess(site.db.worker)
    // Asked for while they managed it, and not sent once they do no longer.
    const manages = (manager: boolean) =>
      owner.query('update membership set manager = $2 where person_id = $1', [
        world.as('asso.rhone').personId,
        manager
      ])
    await manages(false)
    const sent = await letters()
    expect(sent.length, 'to the administration').toBeGreaterThan(0)
    expect(sent.map(({ to }) => to)).not.toContain('asso.rhone@exemple.invalid')
    await manages(true)
    await keepAccess(site.db.worker)
    expect(await letters()).toEqual([])
  })
})
