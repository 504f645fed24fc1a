import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { inputFor } from '../../support/inputs.ts'
import { refusal } from '../../support/refusals.ts'
import { noon } from '../../support/world.ts'
import {
  withLinks,
  address,
  canaries,
  site,
  received,
  referred,
  read,
  answerBy,
  tokenIn,
  participates
} from '../../support/running/links.ts'

withLinks()

describe('a link is refused', () => {
  it('alike for words that are no token, one never given, and one given for another', async () => {
    const { token } = await referred()
    const other = await referred()
    const mixed = token.slice(0, 21) + other.token.slice(21)
    for (const wrong of [
      'x',
      'A'.repeat(64),
      mixed,
      token.slice(0, 63) + (token.endsWith('A') ? 'Q' : 'A')
    ]) {
      const [got, acted, asked] = [
        await read(wrong),
        await answerBy(wrong, 'accept'),
        await read(wrong, '/compartments/B')
      ]
      expect([got.statusCode, acted.statusCode, asked.statusCode]).toEqual([404, 404, 404])
      expect(got.body).toBe(asked.body)
    }
  })

  it('to do anything once it has run out, and then says that, and nothing else', async () => {
    const { token } = await referred()
    // The letter names the last day, a week after that of the answer, to its end.
    site.at(new Date('2026-12-16T23:00:00Z'))
    expect((await answerBy(token, 'accept')).statusCode).toBe(404)
    expect((await read(token, '/compartments/B')).statusCode).toBe(404)
    expect((await read(token)).json()).toMatchObject({
      state: 'expired',
      kindLabel: null,
      preview: [],
      actions: []
    })
    site.at(new Date('2026-12-16T22:59:00Z'))
    expect((await read(token)).json()).toMatchObject({ state: 'waiting' })
  })

  it('at the very instant at which its last day ends, though it was accepted, and not before', async () => {
    const { token } = await referred()
    await answerBy(token, 'accept')
    const opensAt = async (ms: number) => {
      site.at(new Date(Date.parse('2026-12-16T22:59:59.999Z') + ms))
      return [(await read(token)).json().state, (await read(token, '/compartments/B')).statusCode]
    }
    expect(await opensAt(1)).toEqual(['expired', 404])
    expect(await opensAt(0)).toEqual(['expired', 404])
    expect(await opensAt(-1)).toEqual(['accepted', 200])
  })

  it('to pass the referral on, and to act without a key or the version that was read', async () => {
    const { token } = await referred()
    expect((await answerBy(token, 'transfer')).statusCode).toBe(404)
    const url = `/api/links/${token}/commands/accept`
    expect((await site.app.inject({ method: 'POST', url, payload: {} })).statusCode).toBe(400)
    expect((await answerBy(token, 'accept', 7)).statusCode).toBe(412)
  })

  it('to send where a recipient was already asked, and at what is no address', async () => {
    const { id } = await referred()
    const again = { destination: 'general', address: 'autre@cabinet.test' }
    expect(await refusal(site.tell.act('asso.rhone', id, 'health.refer', again))).toBe('RuleRefused')
    const bad = { address: 'pas une adresse' }
    expect(await refusal(site.tell.act('asso.rhone', id, 'lawyer.refer', bad))).toBe('InvalidInput')
  })
})

describe('before it is accepted, a link', () => {
  it('shows what is asked, the time to answer and the reasons, of who sends only the kind, and nothing of who or where', async () => {
    const { id, referral, token } = await referred()
    const answer = await read(token)
    expect(answer.statusCode).toBe(200)
    const view = answer.json<{
      preview: unknown[]
      refusals: string[]
      classes: unknown[]
      answerDue: unknown
    }>()
    expect(view.preview.length).toBeGreaterThan(2)
    expect(view.refusals.length).toBe(3)
    expect(view.answerDue).not.toBeNull()
    expect(view.classes).toEqual([])
    expect(answer.json()).toMatchObject({
      sender: 'association habilitée',
      preview: expect.arrayContaining([
        { label: 'Vers quel type de soins', value: 'médecine générale ou PASS' }
      ]) as unknown
    })
    for (const hidden of [...canaries, id, referral, site.as('asso.rhone').orgName])
      expect([hidden, answer.body.includes(hidden)]).toEqual([hidden, false])
    expect((await read(token, '/compartments/B')).statusCode).toBe(404)
    expect(answer.headers['referrer-policy']).toBe('no-referrer')
    expect(answer.headers['cache-control']).toBe('no-store')
  })

  it('tells the focal point of another State neither where, before its answer and after it', async () => {
    const id = await site.tell.consenting(['B', 'H'], { territory: '69' })
    const asked = { country: 'Belgique', travels: ['needs', 'safety'], notReturn: true, address }
    await site.tell.act('asso.rhone', id, 'abroad.refer', asked)
    const token = tokenIn((await received()).at(-1))
    const nowhere = [/\b69\b/, /Rhône|Lyon/, ...canaries.filter((one) => one !== 'CANARI-NOM'), id]
    const told = async () => {
      const answer = await read(token)
      expect(answer.statusCode).toBe(200)
      for (const hidden of nowhere)
        expect([String(hidden), new RegExp(hidden).test(answer.body)]).toEqual([String(hidden), false])
      return answer.body
    }
    expect(await told()).toContain('besoins d’assistance')
    expect((await answerBy(token, 'accept')).statusCode).toBe(200)
    await told()
    for (const kept of ['A', 'D', 'K'])
      expect((await read(token, `/compartments/${kept}`)).statusCode).toBe(404)
  })

  it('names to a lawyer the association that asks, the day, the offences and whether a complaint is under way', async () => {
    const { token } = await referred('lawyer')
    const answer = await read(token)
    for (const hidden of canaries) expect([hidden, answer.body.includes(hidden)]).toEqual([hidden, false])
    expect(answer.json()).toMatchObject({
      sender: site.as('asso.rhone').orgName,
      sentAt: noon.toISOString(),
      preview: expect.arrayContaining([{ label: 'Plainte ou procédure en cours', value: 'non' }]) as unknown
    })
  })

  it('names to a lawyer no house where people sleep: its name would say where the person is', async () => {
    const { referral, token } = await referred('lawyer')
    const { orgId, orgName } = site.as('foyer.azur')
    await site.db.owner.query('update referral set sender_org_id = $2 where id = $1', [referral, orgId])
    const answer = await read(token)
    expect(answer.json()).toMatchObject({ sender: 'organisation habilitée' })
    expect(answer.body).not.toContain(orgName)
  })

  it('is asked a question and answered, still without the case; a letter says that the answer is there', async () => {
    const { id, referral, token } = await referred()
    expect((await answerBy(token, 'ask')).statusCode).toBe(200)
    await site.tell.move('asso.rhone', referral, 'answer', { answer: 'CANARI-REPONSE' })
    const { said } = (await read(token)).json<{ said: { value: string }[] }>()
    expect([said.length, said.at(-1)!.value]).toEqual([2, 'CANARI-REPONSE'])
    expect(await participates(id)).toBe(0)
    const [letter, ...more] = await received()
    expect(more).toEqual([])
    expect(letter).toMatchObject({ to: address })
    expect(letter!.text).toContain('Votre question a reçu une réponse')
    expect(letter!.text).not.toContain('CANARI')
  })
})

describe('once accepted, a link', () => {
  it('offers no class in which only an act that it may not follow has written', async () => {
    const { tell } = site
    const id = await tell.consenting(['B', 'C', 'G'], { identity: undefined })
    await tell.act('asso.rhone', id, 'health.refer', { destination: 'general', address })
    const token = tokenIn((await received()).at(-1))
    await answerBy(token, 'accept')
    await tell.act('asso.rhone', id, 'complaint.file', {
      ...inputFor('complaint.file'),
      majorityOn: '2019-01-01'
    })
    expect((await read(token)).json()).toMatchObject({ classes: [] })
  })

  it('opens to care the identity, one noted reading at a time, and neither the story nor the place', async () => {
    const { id, token } = await referred()
    expect((await answerBy(token, 'accept')).json()).toMatchObject({
      state: 'accepted',
      refusals: [],
      classes: [{ class: 'B' }]
    })
    const shown = await read(token, '/compartments/B')
    expect(shown.body).toContain('CANARI-NOM')
    expect((await read(token, '/compartments/C')).statusCode).toBe(404)
    const { rows } = await site.db.owner.query(
      `select detail, role from audit_event where chain = $1 and action = 'read'`,
      [`case:${id}`]
    )
    expect(rows).toEqual([{ detail: 'B', role: 'external' }])
  })

  it('is refused where she sleeps before anybody looks whether it may, and noted where it asks for what is closed to it', async () => {
    const { referral, token } = await referred()
    await answerBy(token, 'accept')
    for (const closed of ['A', 'C'])
      expect((await read(token, `/compartments/${closed}`)).statusCode).toBe(404)
    const { rows } = await site.db.owner.query(
      `select detail, role from audit_event where object = $1 and outcome = 'denied'`,
      [`referral:${referral}`]
    )
    expect(rows).toEqual([{ detail: 'C', role: 'external' }])
  })

  it('opens to a lawyer the account too', async () => {
    const { token } = await referred('lawyer')
    await answerBy(token, 'accept')
    expect((await read(token, '/compartments/C')).body).toContain('CANARI-RECIT')
  })

  it('has one winner of two answers at once, and gives one repeated request one answer', async () => {
    const { id, token } = await referred()
    const both = await Promise.all([answerBy(token, 'accept'), answerBy(token, 'decline')])
    expect(both.map(({ statusCode }) => statusCode).sort()).not.toEqual([200, 200])
    expect(both.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1)
    const key = randomUUID()
    const next = await referred('lawyer')
    const twice = [await answerBy(next.token, 'accept', 1, key), await answerBy(next.token, 'accept', 1, key)]
    expect(twice.map(({ statusCode }) => statusCode)).toEqual([200, 200])
    expect(id).not.toBe(next.id)
  })
})
