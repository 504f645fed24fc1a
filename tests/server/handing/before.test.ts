import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { handingDays } from '../../../policies/organisations/handing.ts'
import { forFile } from '../../support/for-file.ts'
import { openSite } from '../../support/running/site.ts'
import { noon } from '../../support/world.ts'
import { openHanding } from './support.ts'

const site = await forFile(openSite())
const { tell } = site
const { rows, formAt, agreed, propose, proposed, step, accept, standing } = openHanding(site)
const [from, to] = ['asso.rhone', 'asso.paris']
const orgOf = (login: string) => site.as(login).orgId
const notReceiving = [
  { field: 'orgId', message: expect.stringContaining('Choisissez une association habilitée à signaler') }
]
const answered = 'Cette proposition n’attend plus de réponse'

describe('a case is not handed on', () => {
  it('by whoever does not accompany the person: for them there is nothing to propose', async () => {
    const id = await tell.consenting()
    for (const login of ['cellule.69', 'prefecture.69', 'asso.paris', 'police.69']) {
      expect([login, (await site.get(login, formAt(id))).statusCode]).toEqual([login, 404])
      const sent = await site.send(
        login,
        formAt(id),
        { ...agreed, orgId: orgOf(to) },
        { version: '"anything-of-22-letters"' }
      )
      expect([login, sent.statusCode]).toEqual([login, 404])
    }
    expect((await site.get(from, formAt(id))).statusCode).toBe(200)
    expect((await propose(from, id)).statusCode).toBe(201)
  })

  it('without her agreement, or without how she gave it', async () => {
    const id = await tell.consenting()
    const { language: _language, ...unsaid } = agreed
    for (const said of [{ ...agreed, agrees: false }, unsaid])
      expect((await propose(from, id, {}, said)).statusCode).toBe(400)
    const ahead = await propose(from, id, {}, { ...agreed, on: '2026-11-25' })
    expect([ahead.statusCode, ahead.json().errors]).toMatchObject([
      400,
      [{ field: 'on', message: 'Cette date est à venir' }]
    ])
    expect((await propose(from, id, {}, { ...agreed, name: 'x' })).statusCode).toBe(400)
    expect((await propose(from, id)).statusCode).toBe(201)
  })

  it('on a version that was not read, nor without one; under one key it is proposed once', async () => {
    const id = await tell.consenting()
    expect((await propose(from, id, { version: null })).statusCode).toBe(400)
    expect((await propose(from, id, { version: '"old"' })).statusCode).toBe(412)
    const once = { key: randomUUID(), version: await site.version(from, id) }
    const [first, again] = [await propose(from, id, once), await propose(from, id, once)]
    expect([first.statusCode, again.statusCode, again.json().id]).toEqual([201, 201, first.json().id])
    const second = await propose(from, id)
    expect([second.statusCode, second.json().detail]).toEqual([409, expect.stringContaining('attend déjà')])
  })

  it('to who is no association, to oneself, or to one that accompanies her already', async () => {
    const id = await tell.consenting()
    for (const login of ['cellule.69', 'prefecture.69', from]) {
      const answer = await propose(from, id, { to: login })
      expect([login, answer.statusCode, answer.json().errors]).toMatchObject([login, 400, notReceiving])
    }
  })

  it('to an association that is suspended, nor is it shown', async () => {
    const id = await tell.consenting()
    const listed = async () =>
      (await site.get(from, formAt(id))).json().associations.map((one: { id: string }) => one.id)
    expect(await listed()).toContain(orgOf(to))
    await rows(`update organisation set status = 'suspended' where id = $1`, [orgOf(to)])
    expect(await listed()).not.toContain(orgOf(to))
    expect((await propose(from, id)).json().errors).toMatchObject(notReceiving)
    await rows(`update organisation set status = 'accredited' where id = $1`, [orgOf(to)])
  })
})

describe('to an association that is not accredited to flag', () => {
  const flags = (until: string | null) =>
    rows(`update habilitation set until = $2 where org_id = $1 and regime = 'flag'`, [orgOf(to), until])
  const listed = async (id: string) =>
    (await site.get(from, formAt(id))).json().associations.map((one: { id: string }) => one.id)

  it('a case is not handed on, nor is it shown', async () => {
    const id = await tell.consenting()
    await flags('2026-01-01')
    expect(await listed(id)).not.toContain(orgOf(to))
    const answer = await propose(from, id)
    expect([answer.statusCode, answer.json().errors]).toMatchObject([400, notReceiving])
    await flags(null)
    expect(await listed(id)).toContain(orgOf(to))
    expect((await propose(from, id)).statusCode).toBe(201)
  })

  it('nor is one accepted that was proposed while it was', async () => {
    const id = await tell.consenting()
    const one = await proposed(id)
    await flags('2026-01-01')
    const answer = await accept(to, one)
    expect([answer.statusCode, answer.json().detail]).toEqual([
      409,
      expect.stringContaining('Votre association n’est plus habilitée à signaler')
    ])
    await flags(null)
    expect((await accept(to, one)).statusCode).toBe(200)
  })
})

describe('before it is accepted', () => {
  it('whoever is asked learns from whom, where and which classes, and no more: neither a code nor a case', async () => {
    const id = await tell.consenting()
    const one = await proposed(id)
    const shown = await site.get(to, `/api/handings/${one}`)
    const [{ code }] = (await rows<{ code: string }>('select code from "case" where id = $1', [id])) as [
      { code: string }
    ]
    expect(shown.json()).toMatchObject({
      ...{ side: 'to', state: 'proposed', case: null, territory: 'Rhône (69)' },
      may: { answer: true, withdraw: false }
    })
    expect(shown.body).not.toContain(id)
    expect(shown.body).not.toContain(code)
    expect(Object.keys(shown.json()).sort()).toEqual(
      'case classes expiresAt id may other proposedAt reason reasons settledAt side state stateLabel teams territory warning'.split(
        ' '
      )
    )
    expect((await site.get(to, `/api/cases/${id}`)).statusCode).toBe(404)
    expect((await site.get(from, `/api/handings/${one}`)).json().case).toEqual({ id })
  })

  it('others find nothing, and may do nothing', async () => {
    const one = await proposed(await tell.consenting())
    for (const login of ['cellule.69', 'police.69', 'prefecture.69']) {
      expect((await site.get(login, `/api/handings/${one}`)).statusCode).toBe(404)
      expect((await site.get(login, '/api/handings')).statusCode).toBe(404)
      expect((await accept(login, one)).statusCode).toBe(404)
    }
    expect((await accept(from, one)).statusCode).toBe(404)
    expect((await step(to, one, ['withdraw', { reason: 'by_person' }])).statusCode).toBe(404)
    expect((await step(from, one, ['refuse', { reason: 'full' }])).statusCode).toBe(404)
    expect((await accept(to, one)).statusCode).toBe(200)
  })

  it.each([
    ['refused', to, ['refuse', { reason: 'full' }]],
    ['withdrawn, since she no longer agrees', from, ['withdraw', { reason: 'by_person' }]]
  ] as const)('nothing changes where it is %s, and it cannot be accepted then', async (_how, login, what) => {
    const id = await tell.consenting()
    const before = await standing(id)
    const one = await proposed(id)
    expect((await step(login, one, [what[0], { reason: 'other' }])).statusCode).toBe(400)
    expect((await step(login, one, what, { version: null })).statusCode).toBe(400)
    expect((await step(login, one, what)).statusCode).toBe(200)
    expect((await accept(to, one)).statusCode).toBe(412)
    expect((await accept(to, one, { version: '"2"' })).json().detail).toContain(answered)
    expect(await standing(id)).toEqual(before)
    expect((await site.get(from, `/api/cases/${id}`)).statusCode).toBe(200)
    expect((await propose(from, id)).statusCode).toBe(201)
  })

  it('nothing changes where nobody answers in time, and it may be proposed again', async () => {
    const id = await tell.consenting()
    const before = await standing(id)
    const one = await proposed(id)
    const endsAt = (end: Date) =>
      rows(
        `update case_handing set proposed_at = $2::timestamptz - $3 * interval '1 day', expires_at = $2 where id = $1`,
        [one, end, handingDays]
      )
    await endsAt(new Date(noon.getTime() + 1))
    expect((await propose(from, id)).statusCode).toBe(409)
    await endsAt(noon)
    const late = await accept(to, one)
    expect([late.statusCode, late.json().detail]).toEqual([409, expect.stringContaining(answered)])
    expect((await site.get(to, `/api/handings/${one}`)).json().state).toBe('expired')
    expect(await standing(id)).toEqual(before)
    expect((await propose(from, id)).statusCode).toBe(201)
  })
})

describe('what would travel', () => {
  it('is what whoever accompanies reads, class by class, with what was asked in its name', async () => {
    const id = await tell.consenting()
    await tell.act(from, id, 'prefecture.request', { signalledBy: 'PJ' })
    const form = (await site.get(from, formAt(id))).json()
    const held = Object.fromEntries(
      form.classes.map(({ label, acts }: { label: string; acts: number }) => [label, acts])
    )
    expect(held['Chiffres']).toBeUndefined()
    expect(held['Contenu judiciaire']).toBeUndefined()
    expect(held['Séjour']).toBeGreaterThan(0)
    expect(form.referrals).toHaveLength(1)
  })
})
