import { randomUUID } from 'node:crypto'
import { Writable } from 'node:stream'
import { pino } from 'pino'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Letter } from '../../server/links/mail.ts'
import { createLog } from '../../server/log.ts'
import { testApp } from '../support/app.ts'
import { refusal } from '../support/refusals.ts'
import { workOff } from '../support/queue.ts'
import { openSite, type Answer, type Site } from '../support/site.ts'
import { noon } from '../support/world.ts'

const lines: string[] = []
const listening = () => {
  const log = createLog('trace')
  const write = (chunk: Buffer, _encoding: unknown, done: () => void) => (
    lines.push(chunk.toString()),
    done()
  )
  // The very logger of the server, its words caught on the way out.
  ;(log as unknown as Record<symbol, unknown>)[pino.symbols.streamSym] = new Writable({ write })
  return log
}

const address = 'canari.adresse@cabinet.test'
const canaries = ['CANARI-NOM', 'CANARI-CONTACT', 'CANARI-RECIT', 'canari.adresse', '"69"', 'asso.rhone']
const days = (count: number) => new Date(noon.getTime() + count * 24 * 3_600_000)

let site: Site
const letters: Letter[] = []
const received = async () => {
  letters.length = 0
  await workOff(site.db, site.gate, async (letter) => letters.push(letter))
  return letters
}

beforeAll(async () => (site = await openSite(listening())))
afterAll(() => site.close())
beforeEach(() => site.at(noon))

const tokenIn = (letter: Letter | undefined) => /\/lien\/([\w-]{64})/.exec(letter!.text)![1]!

/** A woman referred to care, or to a lawyer, at an address; gives the token that was mailed. */
const referred = async (kind: 'health' | 'lawyer' = 'health') => {
  const id = await site.tell.consenting(['A', 'B', 'C', 'E', 'F', 'G'])
  await (kind === 'health'
    ? site.tell.act('asso.rhone', id, 'health.refer', { destination: 'general', address })
    : site.tell.act('asso.rhone', id, 'lawyer.refer', { address }))
  const referral = await site.tell.referral(id, kind === 'health' ? 'health' : 'compensation_lawyer')
  return { id, referral, token: tokenIn((await received()).at(-1)) }
}

const read = (token: string, more = '') => site.app.inject(`/api/links/${token}${more}`)
const bodies: Record<string, object> = { decline: { reason: 'overloaded' }, ask: { question: 'Quand ?' } }
const answerBy = (token: string, command: string, version = 1, key: string = randomUUID()): Promise<Answer> =>
  site.app.inject({
    method: 'POST',
    url: `/api/links/${token}/commands/${command}`,
    headers: { 'idempotency-key': key, 'if-match': `"${version}"` },
    payload: bodies[command] ?? {}
  })
const renewal = (token: string) => site.app.inject({ method: 'POST', url: `/api/links/${token}/renewal` })
const participates = async (caseId: string) =>
  (
    await site.db.owner.query(
      `select 1 from participation p join organisation o on o.id = p.org_id
       where p.case_id = $1 and o.type = 'external' and p.until is null`,
      [caseId]
    )
  ).rowCount

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
    site.at(days(8))
    expect((await answerBy(token, 'accept')).statusCode).toBe(404)
    expect((await read(token, '/compartments/B')).statusCode).toBe(404)
    expect((await read(token)).json()).toMatchObject({
      state: 'expired',
      kindLabel: null,
      preview: [],
      actions: []
    })
    site.at(new Date(days(8).getTime() - 1000))
    expect((await read(token)).json()).toMatchObject({ state: 'waiting' })
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
        { label: 'Vers quel type de soin', value: 'médecine générale ou PASS' }
      ]) as unknown
    })
    for (const hidden of [...canaries, id, referral, site.as('asso.rhone').orgName])
      expect([hidden, answer.body.includes(hidden)]).toEqual([hidden, false])
    expect((await read(token, '/compartments/B')).statusCode).toBe(404)
    expect(answer.headers['referrer-policy']).toBe('no-referrer')
    expect(answer.headers['cache-control']).toBe('no-store')
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

  it('is asked a question and answered, still without the case; a letter says that the answer is there', async () => {
    const { id, referral, token } = await referred()
    expect((await answerBy(token, 'ask')).statusCode).toBe(200)
    await site.tell.move('asso.rhone', referral, 'answer', { answer: 'CANARI-REPONSE' })
    expect((await read(token)).body).toContain('CANARI-REPONSE')
    expect(await participates(id)).toBe(0)
    const [letter, ...more] = await received()
    expect(more).toEqual([])
    expect(letter).toMatchObject({ to: address })
    expect(letter!.text).toContain('Votre question a reçu une réponse')
    expect(letter!.text).not.toContain('CANARI')
  })
})

describe('once accepted, a link', () => {
  it('opens to care the identity, one noted reading at a time, and neither the story nor the place', async () => {
    const { id, token } = await referred()
    expect((await answerBy(token, 'accept')).json()).toMatchObject({
      state: 'accepted',
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

describe('a link is over', () => {
  const onlyAnswer = async (token: string, id: string) => {
    const after = await read(token)
    expect(after.json()).toEqual({
      ...{ state: 'over', version: 0, kindLabel: null, answeredAt: noon.toISOString(), expiresAt: null },
      ...{
        sender: null,
        sentAt: null,
        answerDue: null,
        preview: [],
        said: [],
        refusals: [],
        actions: [],
        classes: []
      }
    })
    expect((await read(token, '/compartments/B')).statusCode).toBe(404)
    expect(await participates(id)).toBe(0)
    const { rows } = await site.db.owner.query(
      `select count(*)::int as kept from referral_link l join referral r on r.id = l.referral_id
       where r.case_id = $1 and l.address is not null`,
      [id]
    )
    expect(rows).toEqual([{ kept: 0 }])
  }

  it('by a refusal: it keeps the day of the answer and nothing else', async () => {
    const { id, token } = await referred()
    expect((await answerBy(token, 'decline')).statusCode).toBe(200)
    await onlyAnswer(token, id)
    expect((await answerBy(token, 'accept', 2)).statusCode).toBe(409)
  })

  it('by its end, by the sender’s withdrawal, and by that of the consent it rested on', async () => {
    for (const ending of ['end', 'withdraw', 'consent'] as const) {
      const { id, referral, token } = await referred()
      await answerBy(token, 'accept')
      expect(await participates(id)).toBe(1)
      if (ending === 'end') await answerBy(token, 'end', 2)
      if (ending === 'withdraw') await site.tell.move('asso.rhone', referral, 'withdraw')
      if (ending === 'consent')
        await site.tell.act('asso.rhone', id, 'consent.withdraw', { scopes: ['G'], ...site.tell.how })
      await onlyAnswer(token, id)
    }
  })

  it('and leads nowhere when it was withdrawn before any answer, or long after one', async () => {
    const { referral, token } = await referred()
    await site.tell.move('asso.rhone', referral, 'withdraw')
    expect((await read(token)).statusCode).toBe(404)
    const late = await referred()
    await answerBy(late.token, 'decline')
    site.at(days(9))
    expect((await read(late.token)).statusCode).toBe(404)
  })
})

describe('a renewal', () => {
  it('answers always the same words, and writes to nobody unless the link has run out and still waits', async () => {
    const { referral, token } = await referred()
    const [early, unknown] = [await renewal(token), await renewal('A'.repeat(64))]
    expect([early.statusCode, early.body]).toEqual([unknown.statusCode, unknown.body])
    await site.tell.move('asso.rhone', referral, 'withdraw')
    site.at(days(9))
    expect((await renewal(token)).body).toBe(early.body)
    expect(await received()).toEqual([])
  })

  it('kills the old link and mails the new one to the known address only', async () => {
    const { token } = await referred()
    site.at(days(9))
    const both = await Promise.all([renewal(token), renewal(token)])
    for (const answer of both) {
      expect(answer.statusCode).toBe(202)
      expect(answer.json()).toEqual({ asked: true })
    }
    expect((await received()).map(({ to }) => to)).toEqual([address])
    expect((await read(token)).statusCode).toBe(404)
    expect((await read(tokenIn(letters[0]))).json()).toMatchObject({ state: 'waiting' })
  })
})

describe('the address and the token', () => {
  it('stand in no event, no log, and nowhere that the application reads', async () => {
    const { id, token } = await referred()
    await answerBy(token, 'accept')
    await read('x'.repeat(64))
    const { rows } = await site.db.owner.query(
      `select (select string_agg(e::text, '') from case_event e where case_id = $1)
        || (select string_agg(a::text, '') from audit_event a)
        || (select string_agg(r::text, '') from referral_event r)
        || (select string_agg(l::text, '') from referral_link l) as said`,
      [id]
    )
    const everything = rows[0].said + lines.join('')
    expect(lines.join('')).toContain('/api/links/:token')
    for (const secret of [token, address, 'canari.adresse']) expect(everything).not.toContain(secret)
    await expect(site.db.app.query('select address from referral_link')).rejects.toThrow(/permission denied/)
  })

  it('reach a letter that says the trade asked and what kind of organisation asks, no name, no kind of exploitation and no place', async () => {
    const { token } = await referred('lawyer')
    const text = JSON.stringify(letters.at(-1))
    expect(text).toContain(token)
    for (const hidden of ['CANARI', 'traite', 'exploitation', site.as('asso.rhone').orgName, 'Rhône', '69'])
      expect(text.replace(token, '').replace(token, '')).not.toContain(hidden)
  })

  it('are known again by the sender alone, which reads the first letter and the domain', async () => {
    const { id, referral } = await referred()
    const masked = 'c•••@cabinet.test'
    const lists = async (login: string) =>
      JSON.stringify([
        (await site.get(login, `/api/cases/${id}`)).body,
        (await site.get(login, '/api/referrals?box=out&view=all&limit=50')).body
      ])
    for (const login of ['cellule.69', 'membre.69', 'prefecture.69'])
      expect([login, (await lists(login)).includes(masked)]).toEqual([login, false])
    expect((await lists('asso.rhone')).split(masked).length).toBeGreaterThan(2)
    expect((await site.get('asso.rhone', `/api/referrals/${referral}`)).json()).toMatchObject({
      recipient: masked,
      link: { expiresAt: days(8).toISOString(), renewals: 0 }
    })
  })

  it('are shown in the demonstration’s mailbox', async () => {
    const { token } = await referred()
    const page = await site.app.inject('/demo/courrier')
    expect(page.statusCode).toBe(200)
    expect(page.body).toContain(token)
    expect(page.body).toContain('Demande : ')
  })
})

describe('who guesses', () => {
  it('is slowed down, by address', async () => {
    const { app, close } = await testApp({ env: { RATE_LIMIT: '80' } })
    const guess = async () => (await app.inject(`/api/links/${'A'.repeat(64)}`)).statusCode
    expect([await guess(), await guess(), await guess()]).toEqual([404, 404, 429])
    await close()
  })
})
