import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { handingDays } from '../../../policies/organisations/handing.ts'
import { forFile } from '../../support/for-file.ts'
import { workOff } from '../../support/running/queue.ts'
import { openSite } from '../../support/running/site.ts'
import { noon } from '../../support/world.ts'
import { openHanding } from './support.ts'

const site = await forFile(openSite())
const { tell } = site
const { rows, formAt, agreed, propose, proposed, step, accept, partsOf, standing } = openHanding(site)
const [from, to] = ['asso.rhone', 'asso.paris']
const orgOf = (login: string) => site.as(login).orgId

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
    for (const said of [{ ...agreed, agrees: false }, unsaid, { ...agreed, on: '2027-01-01' }])
      expect((await propose(from, id, {}, said)).statusCode).toBe(400)
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
      expect([login, answer.statusCode, answer.json().errors[0].field]).toEqual([login, 400, 'orgId'])
    }
  })

  it('to an association that is suspended, nor is it shown', async () => {
    const id = await tell.consenting()
    const listed = async () =>
      (await site.get(from, formAt(id))).json().associations.map((one: { id: string }) => one.id)
    expect(await listed()).toContain(orgOf(to))
    await rows(`update organisation set status = 'suspended' where id = $1`, [orgOf(to)])
    expect(await listed()).not.toContain(orgOf(to))
    expect((await propose(from, id)).statusCode).toBe(400)
    await rows(`update organisation set status = 'accredited' where id = $1`, [orgOf(to)])
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
      'case classes expiresAt id may other proposedAt reason reasons settledAt side state stateLabel teams territory'.split(
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
    expect((await accept(to, one, { version: '"2"' })).statusCode).toBe(409)
    expect(await standing(id)).toEqual(before)
    expect((await site.get(from, `/api/cases/${id}`)).statusCode).toBe(200)
    expect((await propose(from, id)).statusCode).toBe(201)
  })

  it('nothing changes where nobody answers in time, and it may be proposed again', async () => {
    const id = await tell.consenting()
    const before = await standing(id)
    const one = await proposed(id)
    await rows(
      `update case_handing set proposed_at = $2::timestamptz - $3 * interval '1 day', expires_at = $2 where id = $1`,
      [one, noon, handingDays]
    )
    const late = await accept(to, one)
    expect([late.statusCode, (await site.get(to, `/api/handings/${one}`)).json().state]).toEqual([
      409,
      'expired'
    ])
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

describe('once it is accepted', () => {
  it('the one reads, is waited for and answers; the other reads the case no more', async () => {
    const id = await tell.consenting()
    await tell.act(from, id, 'prefecture.request', { signalledBy: 'PJ' })
    const one = await proposed(id)
    const done = await accept(to, one)
    expect([done.statusCode, done.json().case]).toEqual([200, { id }])
    const lead = (await partsOf(id)).filter(({ capacity }) => capacity === 'referent')
    expect(lead.map(({ org_id }) => org_id)).toEqual([orgOf(to)])
    expect((await site.get(from, `/api/cases/${id}`)).statusCode).toBe(404)
    const story = (await site.get(to, `/api/cases/${id}/events`)).json()
    expect(story.items[0].command).toBe('referent.handed')
    const sent = await rows<{ sender_org_id: string }>(
      `select distinct sender_org_id from referral where case_id = $1 and kind = 'prefecture'`,
      [id]
    )
    expect(sent).toEqual([{ sender_org_id: orgOf(to) }])
    await tell.act(to, id, 'contact.note', { on: '2026-11-24', means: 'phone' })
    expect((await site.get(from, `/api/handings/${one}`)).json()).toMatchObject({
      ...{ state: 'accepted', case: null },
      may: { answer: false, withdraw: false }
    })
  })

  it('what it had asked waits for the other, where its recipient asks back', async () => {
    const id = await tell.consenting()
    await tell.act(from, id, 'prefecture.request', { signalledBy: 'PJ' })
    const asked = await tell.referral(id, 'prefecture')
    await tell.move('prefecture.69', asked, 'ask', { question: 'Depuis quand ?' })
    expect((await accept(to, await proposed(id))).statusCode).toBe(200)
    const answering = (login: string) => tell.move(login, asked, 'answer', { answer: 'Un mois' })
    await expect(answering(from)).rejects.toMatchObject({ name: expect.stringContaining('NotFound') })
    await answering(to)
    expect((await site.get('prefecture.69', `/api/referrals/${asked}`)).body).toContain('Un mois')
  })

  it('under one key it is accepted once', async () => {
    const id = await tell.consenting()
    const one = await proposed(id)
    const once = { key: randomUUID() }
    expect((await accept(to, one, once)).statusCode).toBe(200)
    expect((await accept(to, one, once)).statusCode).toBe(200)
    const acts = await rows(`select from case_event where case_id = $1 and command = 'referent.handed'`, [id])
    expect(acts).toHaveLength(1)
  })

  it('it is not while the person is accompanied in another way since', async () => {
    const id = await tell.consenting()
    const one = await proposed(id)
    await rows(
      `update participation set until = now() where case_id = $1 and capacity = 'referent' and org_id = $2`,
      [id, orgOf(from)]
    )
    expect((await accept(to, one)).statusCode).toBe(409)
  })

  it('each step stands in the journal of the case, without a value', async () => {
    const id = await tell.consenting()
    const one = await proposed(id)
    await accept(to, one)
    const said = await rows<{ action: string; detail: string }>(
      `select action, detail from audit_event where chain = $1 and action like 'handing.%' order by seq`,
      [`case:${id}`]
    )
    expect(said).toEqual([
      { action: 'handing.propose', detail: 'interpreter,language,means,on,orgId' },
      { action: 'handing.accept', detail: '' }
    ])
  })

  it('by an association in teams, by the team that it names; nobody else there reads it', async () => {
    const team = randomUUID()
    const founded = await site.send(to, '/api/teams', { name: 'Accompagnement' })
    expect(founded.statusCode).toBe(201)
    const [{ id: first }] = (await rows<{ id: string }>('select id from team where org_id = $1', [
      orgOf(to)
    ])) as [{ id: string }]
    const id = await tell.consenting()
    const one = await proposed(id)
    expect((await site.get(to, `/api/handings/${one}`)).json().teams).toEqual([
      { id: first, label: 'Accompagnement' }
    ])
    for (const teamId of [null, team]) {
      const answer = await accept(to, one, {}, teamId)
      expect([answer.statusCode, answer.json().errors[0].field]).toEqual([400, 'to'])
    }
    expect((await accept(to, one, {}, first)).statusCode).toBe(200)
    const followed = await rows('select team_id from caseload where case_id = $1 and org_id = $2', [
      id,
      orgOf(to)
    ])
    expect(followed).toEqual([{ team_id: first }])
  })
})

describe('what is told', () => {
  it('of a proposal leads to it, for the side that hears it, and for nobody else', async () => {
    const id = await tell.consenting()
    const one = await proposed(id)
    await workOff(site.db, site.gate)
    const heard = async (login: string) =>
      (await site.get(login, '/api/notices'))
        .json<{ items: { opens: { what: string; id: string } }[] }>()
        .items.filter(({ opens }) => opens.what === 'handing' && opens.id === one).length
    expect([await heard(to), await heard(from), await heard('cellule.69')]).toEqual([1, 0, 0])
    await step(to, one, ['refuse', { reason: 'full' }])
    await workOff(site.db, site.gate)
    expect([await heard(to), await heard(from), await heard('cellule.69')]).toEqual([1, 1, 0])
  })
})
