import { describe, expect, it } from 'vitest'
import { mailAccess } from '../../../server/organisations/mail.ts'
import type { Letter } from '../../../server/mail/letter.ts'
import { forFile } from '../../support/for-file.ts'
import { openDirectory } from './directory.ts'

const site = await forFile(openDirectory())
const { ask, post, refused, owner, world } = site
const { orgId } = world.as('asso.rhone')
const invitations = `/organisations/${orgId}/invitations`
const invited = { role: 'asso', manager: false, email: 'Nora@asso.example' }
const known = 'Cette adresse a déjà une invitation ouverte dans ce rôle : renvoyez-la, ou retirez-la d’abord'
type Shown = { id: string; email: string; state: string; stateLabel: string }
const shown = async (): Promise<Shown[]> => (await ask('asso.rhone', '/people')).body.invitations

/** Every letter of access that waits leaves. */
const mailed = async (): Promise<Letter[]> => {
  const letters: Letter[] = []
  const { rows } = await owner.query(`delete from outbox where kind = 'mail_access' returning payload`)
  for (const { payload } of rows)
    await mailAccess(
      {
        ...{ db: site.db, keys: site.db.keys, publicUrl: 'https://mnio.invalid' },
        post: async (letter) => void letters.push(letter)
      },
      payload
    )
  return letters
}

describe('an invitation', () => {
  it('says that its letter has not left, until it has, and says so again once its link was made anew', async () => {
    expect((await post('asso.rhone', invitations, invited)).status).toBe(200)
    const [one] = await shown()
    expect(one).toMatchObject({ state: 'unsent', stateLabel: 'le courrier n’est pas encore parti' })
    expect(await mailed()).toHaveLength(1)
    expect((await shown())[0]!.state).toBe('waiting')
    expect((await post('asso.rhone', `/invitations/${one!.id}/again`)).status).toBe(200)
    expect((await shown())[0]!.state).toBe('unsent')
    expect(await mailed()).toHaveLength(1)
    expect((await shown())[0]!.state).toBe('waiting')
  })

  it('is refused to an address that has one in this role, however it is written, beside the field', async () => {
    for (const email of [invited.email, 'nora@ASSO.example', ' nora@asso.example ']) {
      const again = await post('asso.rhone', invitations, { ...invited, email })
      expect([again.status, again.body.errors[0]]).toMatchObject([
        400,
        { field: 'email', code: 'already_invited', message: known }
      ])
    }
    // A seat waits for a second person, who is not asked for what is there already.
    const seat = { ...invited, role: 'cell_member' }
    expect((await post('asso.rhone', invitations, seat)).status).toBe(200)
    expect(await refused('asso.rhone', invitations, { ...seat, email: 'NORA@asso.example' })).toEqual([
      409,
      'Cela attend déjà une seconde personne.'
    ])
    const [{ id }] = (await ask('cellule.69', '/organisations')).body.proposals
    expect((await post('cellule.69', `/proposals/${id}/confirm`)).status).toBe(200)
    expect(await refused('asso.rhone', invitations, seat)).toEqual([400, known])
    expect(await shown()).toHaveLength(2)
  })

  it('is sent anew where the one before was taken back, or has run out', async () => {
    const { id } = (await shown()).find(({ state }) => state === 'waiting')!
    expect((await post('asso.rhone', `/invitations/${id}/withdraw`)).status).toBe(200)
    expect((await post('asso.rhone', invitations, invited)).status).toBe(200)
    await owner.query(`update invitation set expires_at = wall_clock() where role = 'asso'`)
    expect((await post('asso.rhone', invitations, invited)).status).toBe(200)
  })
})

describe('what waits for a second person', () => {
  const waiting = async (login: string) => (await ask(login, '/proposals/waiting')).body.waiting.n as number

  it('is counted for those who may confirm it, and for nobody else: neither its author nor another cell', async () => {
    const seat = { ...invited, role: 'cell_member', email: 'autre@asso.example' }
    await post('asso.rhone', invitations, seat)
    const made = await post('admin', '/organisations', {
      name: 'Neuve',
      type: 'association',
      territory: '69'
    })
    expect(made.status).toBe(201)
    expect(await waiting('cellule.69')).toBe(1)
    expect([await waiting('admin'), await waiting('admin.bis')]).toEqual([1, 2])
    for (const login of ['asso.rhone', 'cellule.976', 'membre.69', 'dpo', 'soin.69'])
      expect([login, await waiting(login)]).toEqual([login, 0])
  })
})
