import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { forFile } from '../../support/for-file.ts'
import { workOff } from '../../support/running/queue.ts'
import { openSite } from '../../support/running/site.ts'
import { openHanding } from './support.ts'

const site = await forFile(openSite())
const { tell } = site
const { rows, proposed, step, accept, partsOf } = openHanding(site)
const [from, to] = ['asso.rhone', 'asso.paris']
const orgOf = (login: string) => site.as(login).orgId

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
    const refused = await accept(to, one)
    expect([refused.statusCode, refused.json().detail]).toEqual([
      409,
      'Depuis cette proposition, la personne est accompagnée autrement.'
    ])
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
