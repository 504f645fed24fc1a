import { describe, expect, it } from 'vitest'
import { flag } from '../../../server/commands/flag.ts'
import { forFile } from '../../support/for-file.ts'
import { acting } from '../../support/acting.ts'
import { aFlag } from '../../support/world.ts'
import { openDirectory } from '../organisations/directory.ts'

const { ask, owner, world } = await forFile(openDirectory())
const tell = acting(world)

const held = async (login: string, caseId: string) =>
  (
    await owner.query<{ capacity: string }>(
      'select capacity from participation where case_id = $1 and org_id = $2 and until is null',
      [caseId, world.as(login).orgId]
    )
  ).rows.map(({ capacity }) => capacity)

describe('services that flag', () => {
  it('a mediator flags under an accreditation alone, and says in which settlement', async () => {
    const mediator = world.as('mediation.69')
    const flagging = (input: object) =>
      flag(world.gate, { actor: mediator, command: 'case.flag', input: { ...aFlag(), ...input }, key: null })
    await expect(flagging({ site: 'Terrain des Brosses' })).rejects.toThrow('may not flag')
    await owner.query(`insert into habilitation (org_id, regime, since) values ($1, 'flag', '2026-01-01')`, [
      mediator.orgId
    ])
    await expect(flagging({})).rejects.toMatchObject({ fields: [{ field: 'site' }] })
    const { id } = await flagging({ site: 'Terrain des Brosses' })
    const { rows } = await owner.query<{ data_class: string }>(
      'select data_class from compartment where case_id = $1',
      [id]
    )
    expect(rows.map(({ data_class: one }) => one)).toContain('C')
    expect((await ask('mediation.69', `/cases/${id}/compartments/C`)).status).toBe(404)
    expect(await held('mediation.69', id)).toEqual(['flagger'])
  })

  it('a helpline flags under an accreditation alone, of any département', async () => {
    const listener = world.as('ecoute')
    await expect(tell.flagged('ecoute')).rejects.toThrow('may not flag')
    await owner.query(`insert into habilitation (org_id, regime, since) values ($1, 'flag', '2026-01-01')`, [
      listener.orgId
    ])
    for (const territory of ['69', '75'])
      expect(await held('ecoute', await tell.flagged('ecoute', { territory }))).toEqual(['flagger'])
  })

  it.each(['ecole.69', 'spip.69', 'prison.69', 'prefecture.69'])(
    '%s flags, and is told what a flagger is told',
    async (login) => {
      const id = await tell.flagged(login, { channel: 'school' })
      expect(await held(login, id)).toEqual(['flagger'])
      const { status, body } = await ask(login, `/cases/${id}`)
      expect(status).toBe(200)
      const open = (body.classes as { class: string; access: string }[]).filter(
        ({ access }) => access !== 'closed'
      )
      expect(open.map((one) => one.class)).toEqual(['D'])
      for (const one of ['A', 'B', 'C'])
        expect((await ask(login, `/cases/${id}/compartments/${one}`)).status).toBe(404)
    }
  )
})

describe('those who have figures', () => {
  it.each(['droits.69', 'controle'])('%s finds no case, no list and no count', async (login) => {
    const id = await tell.flagged('asso.rhone')
    expect((await ask('asso.rhone', `/cases/${id}`)).status).toBe(200)
    for (const url of [`/cases/${id}`, `/cases/${id}/events`, '/referents', '/asylum/occupancy', '/places'])
      expect([url, (await ask(login, url)).status]).toEqual([url, 404])
    for (const url of ['/cases?view=all', '/referrals?box=in&view=all', '/deadlines', '/notices']) {
      const { status, body } = await ask(login, url)
      expect([url, status === 404 || body.items.length === 0]).toEqual([url, true])
    }
    const { nav } = (await ask(login, '/me')).body
    expect(nav).toEqual(['figures'])
  })

  it('the delegate reads the figures of her territory alone, oversight those of the country alone', async () => {
    const territoryOf = async (login: string) => (await ask(login, '/figures')).body.territory
    expect(await territoryOf('droits.69')).toMatchObject({ code: '69' })
    expect(await territoryOf('controle')).toBeNull()
    for (const login of ['droits.69', 'controle']) expect((await ask(login, '/releases')).status).toBe(404)
  })
})

describe('ordinary housing', () => {
  const asked = { wanted: 'stay', household: 'alone' }

  it('is asked of nobody without her consent', async () => {
    const id = await tell.consenting(['B'])
    await expect(tell.act('asso.rhone', id, 'siao.request', asked)).rejects.toThrow()
  })

  it('the SIAO answers, is told who she is and nothing of where she sleeps, and asks a CHRS in turn', async () => {
    const id = await tell.consenting(['B', 'C', 'J'])
    await tell.act('asso.rhone', id, 'siao.request', asked)
    expect((await ask('siao.69', `/cases/${id}`)).status).toBe(404)
    const request = await tell.referral(id, 'siao')
    const { rows } = await owner.query<{ code: string }>(
      `select code from deadline where case_id = $1 and state = 'running' and code = 'MNIO-SIAO-ANSWER'`,
      [id]
    )
    expect(rows).toHaveLength(1)
    await tell.move('siao.69', request, 'accept')
    const { body } = await ask('siao.69', `/cases/${id}`)
    const open = (body.classes as { class: string; access: string }[]).filter(
      ({ access }) => access !== 'closed'
    )
    expect(open.map((one) => one.class)).toEqual(['B', 'K'])
    for (const one of ['A', 'C', 'H'])
      expect((await ask('siao.69', `/cases/${id}/compartments/${one}`)).status).toBe(404)
    const house = world.as('chrs.69').orgId
    await tell.act('siao.69', id, 'chrs.request', { ...asked, recipientId: house })
    await tell.move('chrs.69', await tell.referral(id, 'chrs'), 'decline', { reason: 'no_place' })
    expect(await held('chrs.69', id)).toEqual([])
  })

  it('ends with the consent it rested on', async () => {
    const id = await tell.consenting(['B', 'J'])
    await tell.act('asso.rhone', id, 'siao.request', asked)
    await tell.move('siao.69', await tell.referral(id, 'siao'), 'accept')
    expect(await held('siao.69', id)).toEqual(['siao'])
    await tell.act('asso.rhone', id, 'consent.withdraw', { scopes: ['J'], ...tell.how })
    expect(await held('siao.69', id)).toEqual([])
  })
})
