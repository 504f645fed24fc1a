import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { verifyChains } from '../../../server/audit/chain.ts'
import { inContext, runQuery } from '../../../server/db/context.ts'
import { acting } from '../../support/acting.ts'
import { forFile } from '../../support/for-file.ts'
import { openDirectory } from './directory.ts'

const site = await forFile(openDirectory())
const { ask, post, refused, owner, world, traces } = site

const association = (name: string) => ({ name, type: 'association', territory: '69' })
const create = async (name: string, more: object = {}) =>
  post('admin', '/organisations', { ...association(name), ...more })
const waitingOf = async (id: string): Promise<{ id: string; kind: string }[]> =>
  (await ask('admin', `/organisations/${id}`)).body.proposals
const accredited = async (name: string) => {
  const { body } = await create(name)
  const [proposal] = body.proposals as { id: string }[]
  expect((await post('admin.bis', `/proposals/${proposal!.id}/confirm`)).status).toBe(200)
  return body.id as string
}
/** Past every route. */
const as = (login: string, text: string, values: unknown[] = []) =>
  inContext(site.db.app, world.as(login), (tx) => runQuery(tx, text, values))
const because = { reason: 'fin du régime' }
const regime = {
  kind: 'regime',
  regime: 'flag',
  since: '2026-01-01',
  decision: 'Décision du 1er janvier 2026'
}

describe('who keeps no organisation', () => {
  it.each(['asso.rhone', 'membre.69', 'dpo', 'miprof', 'parquet.lyon', 'foyer.azur'])(
    '%s finds neither list nor organisation, and makes none',
    async (login) => {
      expect((await ask(login, '/organisations')).status).toBe(404)
      expect((await ask(login, `/organisations/${world.as('asso.paris').orgId}`)).status).toBe(404)
      expect((await post(login, '/organisations', association('Intruse'))).status).toBe(404)
      expect(
        (await post(login, `/organisations/${world.as('asso.paris').orgId}/suspend`, { reason: 'parce que' }))
          .status
      ).toBe(404)
    }
  )

  it('leaves its trace', async () => {
    expect(await traces('organisation.create', 'denied')).toBe(6)
    expect(await traces('organisation.suspend', 'denied')).toBe(6)
  })
})

describe('an organisation', () => {
  it('is not made where its description does not hold, each field being named', async () => {
    const wrong = async (more: object) => {
      const { status, body } = await post('admin', '/organisations', { ...association('Vaine'), ...more })
      return [status, body.errors?.map(({ field }: { field: string }) => field)]
    }
    expect(await wrong({ name: ' ' })).toEqual([400, ['name']])
    expect(await wrong({ territory: null })).toEqual([400, ['territory']])
    expect(await wrong({ type: 'shelter' })).toEqual([400, ['territory']])
    expect(await wrong({ court: '69.lyon' })).toEqual([400, ['court']])
    expect(await wrong({ siret: '12345678901234' })).toEqual([400, ['siret']])
    expect((await wrong({ type: 'platform' }))[0]).toBe(400)
    expect((await owner.query(`select from organisation where name = 'Vaine'`)).rowCount).toBe(0)
  })

  it('has no right when one person has made it, and whoever proposed it does not confirm it', async () => {
    const { status, body } = await create('Nouvelle')
    expect([status, body.status]).toEqual([201, 'pending'])
    const [proposal] = body.proposals
    expect(proposal.may.confirm).toMatchObject({
      enabled: false,
      reason: expect.stringMatching(/autre personne/)
    })
    expect((await post('admin', `/proposals/${proposal.id}/confirm`)).status).toBe(409)
    expect((await post('prefecture.69', `/proposals/${proposal.id}/confirm`)).status).toBe(404)
    expect((await post('asso.rhone', `/proposals/${proposal.id}/confirm`)).status).toBe(404)
    const confirmed = await post('admin.bis', `/proposals/${proposal.id}/confirm`)
    expect(confirmed.status).toBe(200)
    expect((await ask('admin', `/organisations/${body.id}`)).body.status).toBe('accredited')
    const again = await refused('admin.bis', `/proposals/${proposal.id}/confirm`)
    expect(again).toEqual([409, 'Cela a déjà été décidé.'])
  })

  it('is made once under one key, and not twice under one name', async () => {
    const key = randomUUID()
    const first = await post('admin', '/organisations', association('Unique'), key)
    const again = await post('admin', '/organisations', association('Unique'), key)
    expect(again.body.id).toBe(first.body.id)
    expect((await create('unique')).body.errors[0].code).toBe('taken')
  })

  it('is suspended by one, at once, and taken back by two', async () => {
    const id = await accredited('Passagère')
    const twice = { kind: 'reinstate' }
    const early = await refused('admin', `/organisations/${id}/proposals`, twice)
    expect(early).toEqual([409, 'L’organisation n’est pas dans l’état qui appelle cela.'])
    expect(
      (await post('admin', `/organisations/${id}/suspend`, { reason: 'signalement reçu' })).body.status
    ).toBe('suspended')
    expect((await post('admin', `/organisations/${id}/proposals`, twice)).status).toBe(200)
    const waits = await refused('admin', `/organisations/${id}/proposals`, twice)
    expect(waits).toEqual([409, 'Cela attend déjà une seconde personne.'])
    const [proposal] = await waitingOf(id)
    expect((await post('admin', `/proposals/${proposal!.id}/confirm`)).status).toBe(409)
    expect((await post('admin.bis', `/proposals/${proposal!.id}/confirm`)).status).toBe(200)
    expect((await ask('admin', `/organisations/${id}`)).body.status).toBe('accredited')
  })

  it('once closed keeps what it was', async () => {
    const id = await accredited('Finie')
    expect((await post('admin', `/organisations/${id}/close`, { reason: 'dissolution' })).body.status).toBe(
      'closed'
    )
    const over = [409, 'Cette organisation est fermée : ce qui la concerne ne change plus.']
    expect(await refused('admin', `/organisations/${id}/proposals`, regime)).toEqual(over)
    expect(await refused('admin', `/organisations/${id}/suspend`, because)).toEqual(over)
    await expect(
      as('admin', `update organisation set status = 'accredited' where id = $1`, [id])
    ).rejects.toThrow(/not opened again/)
  })

  it('has its people out at their next request', async () => {
    await site.cookieOf('foyer.ouest')
    expect((await ask('foyer.ouest', '/cases')).status).toBe(200)
    await post('admin', `/organisations/${world.as('foyer.ouest').orgId}/suspend`, { reason: 'enquête' })
    expect((await ask('foyer.ouest', '/cases')).status).toBe(403)
  })
})

describe('a regime', () => {
  it('is not proposed without its text, its day, or to who acts by office', async () => {
    const id = await accredited('Régimes')
    const wrong = async (more: object, to = id) => {
      const { status, body } = await post('admin', `/organisations/${to}/proposals`, { ...regime, ...more })
      return [status, body.errors?.map(({ field }: { field: string }) => field)]
    }
    expect(await wrong({ decision: '' })).toEqual([400, ['decision']])
    expect(await wrong({ since: null })).toEqual([400, ['since']])
    expect(await wrong({ until: '2025-01-01' })).toEqual([400, ['until']])
    expect(await wrong({ askedOn: '2026-01-01' })).toEqual([400, ['askedOn']])
    const office = await refused(
      'admin',
      `/organisations/${world.as('prefecture.69').orgId}/proposals`,
      regime
    )
    expect(office).toEqual([409, 'Cette institution agit par sa fonction : aucun régime ne s’y ajoute.'])
  })

  it('opens its acts once another person has confirmed it, says which, and ends by one', async () => {
    const id = await accredited('Signalante')
    const view = async () => (await ask('admin', `/organisations/${id}`)).body.regimes[0]
    expect(await view()).toMatchObject({ regime: 'flag', state: 'none', opens: [expect.stringMatching(/./)] })
    await post('admin', `/organisations/${id}/proposals`, regime)
    const [proposal] = await waitingOf(id)
    expect((await post('prefecture.69', `/proposals/${proposal!.id}/confirm`)).status).toBe(404)
    await post('admin.bis', `/proposals/${proposal!.id}/confirm`)
    expect(await view()).toMatchObject({ state: 'inForce', decision: regime.decision })
    expect((await post('admin', `/organisations/${id}/regimes/flag/end`, because)).status).toBe(200)
    expect(await view()).toMatchObject({ state: 'ended' })
    const over = await refused('admin', `/organisations/${id}/regimes/flag/end`, because)
    expect(over).toEqual([409, 'Ce régime n’est pas en vigueur.'])
  })

  it('of the exit programme is confirmed by the prefecture of the place, and of no other', async () => {
    const id = await accredited('Sortie')
    await post('admin', `/organisations/${id}/proposals`, { ...regime, regime: 'psp' })
    const [proposal] = await waitingOf(id)
    expect((await ask('prefecture.69', '/organisations')).body).toMatchObject({
      items: [],
      proposals: [{ id: proposal!.id }]
    })
    expect((await ask('prefecture.75', '/organisations')).body.proposals).toEqual([])
    expect((await post('prefecture.75', `/proposals/${proposal!.id}/confirm`)).status).toBe(404)
    expect((await post('prefecture.69', `/proposals/${proposal!.id}/confirm`)).status).toBe(200)
    const { rows } = await owner.query(
      `select since::text from habilitation where org_id = $1 and regime = 'psp'`,
      [id]
    )
    expect(rows).toEqual([{ since: '2026-01-01' }])
  })
})

describe('merging', () => {
  it('moves all or nothing, what moves being shown before; regimes do not move', async () => {
    const [from, into] = [world.as('asso.paris').orgId, await accredited('Qui reste')]
    const { body: before } = await ask('admin', `/organisations/${from}/merge/${into}`)
    expect(before).toMatchObject({ holdings: { memberships: 1 }, may: { enabled: true } })
    expect(before.lost.length).toBeGreaterThan(0)
    expect(
      (await ask('admin', `/organisations/${from}/merge/${world.as('cellule.69').orgId}`)).body.may.enabled
    ).toBe(false)
    await post('admin', `/organisations/${from}/proposals`, { kind: 'merge', into })
    const [proposal] = await waitingOf(from)
    expect((await ask('admin.bis', `/organisations/${from}`)).body.status).toBe('accredited')
    await expect(as('admin', 'select merge_organisation($1, $2)', [from, into])).rejects.toThrow(
      /two persons/
    )
    expect((await post('admin.bis', `/proposals/${proposal!.id}/confirm`)).status).toBe(200)
    const { body } = await ask('admin', `/organisations/${from}`)
    expect(body).toMatchObject({ status: 'closed', mergedInto: { id: into }, holdings: { memberships: 0 } })
    expect((await ask('admin', `/organisations/${into}`)).body.holdings.memberships).toBe(1)
    const { rows } = await owner.query('select regime from habilitation where org_id = $1', [into])
    expect(rows).toEqual([])
  })

  it('takes along what was sent, asked and left to do, whatever became of it', async () => {
    const [from, into] = [await accredited('Qui ferme'), await accredited('Qui reprend')]
    const { request } = await acting(world).askedByPolice()
    await owner.query(
      `update referral set sender_org_id = $2, recipient_org_id = $2, awaits_org_id = $2, state = 'escalated', follow_up = null where id = $1`,
      [request, from]
    )
    await post('admin', `/organisations/${from}/proposals`, { kind: 'merge', into })
    const [proposal] = await waitingOf(from)
    expect((await post('admin.bis', `/proposals/${proposal!.id}/confirm`)).status).toBe(200)
    const { rows } = await owner.query(
      'select sender_org_id as sent, recipient_org_id as asked, awaits_org_id as left from referral where id = $1',
      [request]
    )
    expect(rows).toEqual([{ sent: into, asked: into, left: into }])
  })
})

describe('PostgreSQL', () => {
  it('opens no right that two persons did not open, whatever a route would ask', async () => {
    const born = `insert into organisation (id, key, type, name, territory, status) values (gen_random_uuid(), 'nee', 'association', 'Née', '69', 'accredited')`
    await expect(as('admin', born)).rejects.toThrow(/without any right/)
    const { body } = await create('Contournée')
    await expect(
      as('admin', `update organisation set status = 'accredited' where id = '${body.id}'`)
    ).rejects.toThrow(/two persons/)
    await expect(
      as(
        'admin',
        `insert into habilitation (org_id, regime, since) values ('${body.id}', 'flag', '2026-01-01')`
      )
    ).rejects.toThrow(/two persons/)
    await expect(
      as('asso.rhone', `update organisation set name = 'x' where id = '${body.id}'`)
    ).rejects.toThrow(/administration/)
    await expect(as('admin', `update habilitation set until = null`)).rejects.toThrow(/two persons/)
    await expect(
      as('admin', `select merge_organisation('${body.id}', '${world.as('asso.rhone').orgId}')`)
    ).rejects.toThrow(/two persons/)
    const [proposal] = body.proposals
    await expect(
      as(
        'admin',
        `update organisation_proposal set state = 'confirmed', settled_by = ctx_person() where id = '${proposal.id}'`
      )
    ).rejects.toThrow(/another person/)
    await expect(
      as(
        'admin',
        `insert into membership (person_id, org_id, role) select person_id, org_id, 'dpo' from membership limit 1`
      )
    ).rejects.toThrow(/permission denied/)
  })

  it('keeps every chain whole', async () => {
    expect((await verifyChains(owner)).faults).toEqual([])
    expect(await traces('proposal.confirm')).toBeGreaterThan(8)
  })
})
