import { describe, expect, it } from 'vitest'
import { referenceOf } from '../../../server/cases/code.ts'
import { inContext, setCaseScope } from '../../../server/db/context.ts'
import { renewLink } from '../../../server/referrals/by-link.ts'
import { testApp } from '../../support/running/app.ts'
import { noon } from '../../support/world.ts'
import {
  withLinks,
  lines,
  address,
  days,
  site,
  letters,
  received,
  tokenIn,
  referred,
  read,
  answerBy,
  renewal,
  participates
} from '../../support/running/links.ts'

withLinks()

describe('a link is over', () => {
  const onlyAnswer = async (token: string, id: string) => {
    const after = await read(token)
    expect(after.json()).toEqual({
      ...{ state: 'over', version: 0, kindLabel: null, answeredAt: noon.toISOString(), expiresAt: null },
      ...{
        reference: null,
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
    site.at(days(30))
    expect((await read(late.token)).statusCode).toBe(404)
  })
})

describe('a renewal', () => {
  it('answers always the same words, and writes to nobody unless the link has run out and still waits', async () => {
    const { referral, token } = await referred()
    const [early, unknown] = [await renewal(token), await renewal('A'.repeat(64))]
    expect([early.statusCode, early.body]).toEqual([unknown.statusCode, unknown.body])
    await site.tell.move('asso.rhone', referral, 'withdraw')
    site.at(days(30))
    expect((await renewal(token)).body).toBe(early.body)
    expect(await received()).toEqual([])
  })

  it('writes to nobody and replaces nothing as long as the link opens, to the instant at which it runs out', async () => {
    const { token } = await referred()
    const end = Date.parse('2026-12-16T22:59:59.999Z')
    site.at(new Date(end - 1))
    await renewal(token)
    expect(await received()).toEqual([])
    expect((await read(token)).json()).toMatchObject({ state: 'waiting' })
    site.at(new Date(end))
    await renewal(token)
    expect((await received()).map(({ to }) => to)).toEqual([address])
  })

  it('writes to nobody by an earlier letter, even once the later one has run out', async () => {
    const { token } = await referred()
    site.at(days(30))
    await renewal(token)
    const later = tokenIn((await received())[0])
    site.at(days(60))
    await renewal(token)
    expect(await received()).toEqual([])
    expect((await read(later)).json()).toMatchObject({ state: 'expired' })
    await renewal(later)
    expect(await received()).toHaveLength(1)
  })

  it('is one of two that both read the link before either changed it', async () => {
    const { id, referral } = await referred()
    const { rows } = await site.db.owner.query(
      `select l.id, l.generation, r.answer_by::text as "answerBy" from referral_link l join referral r on r.id = l.referral_id
       where r.id = $1`,
      [referral]
    )
    const renewed = () =>
      inContext(site.db.app, site.as('asso.rhone'), async (tx) => {
        await setCaseScope(tx, id)
        return renewLink(tx, rows[0], days(30))
      })
    expect([await renewed(), await renewed()]).toEqual([true, false])
  })

  it('kills the old link and mails the new one to the known address only', async () => {
    const { token } = await referred()
    site.at(days(30))
    const both = await Promise.all([renewal(token), renewal(token)])
    for (const answer of both) {
      expect(answer.statusCode).toBe(202)
      expect(answer.json()).toEqual({ asked: true })
    }
    expect((await received()).map(({ to }) => to)).toEqual([address])
    expect((await read(token)).statusCode).toBe(404)
    expect((await read(tokenIn(letters[0]))).json()).toMatchObject({ state: 'waiting' })
  })

  it('leaves to the old link one word, that another was sent, for as long as the request lives', async () => {
    const { referral, token } = await referred()
    const forged = token.slice(0, 63) + (token.endsWith('A') ? 'Q' : 'A')
    const unknown = (await read(forged)).body
    site.at(days(30))
    await renewal(token)
    const [letter] = await received()
    site.at(days(60))
    await renewal(tokenIn(letter))
    expect(await received()).toHaveLength(1)
    for (const old of [token, tokenIn(letter)]) {
      const answers = [await read(old), await answerBy(old, 'accept'), await read(old, '/compartments/B')]
      expect(answers.map(({ statusCode }) => statusCode)).toEqual([404, 404, 404])
      expect(answers.map((answer) => answer.json().code)).toEqual(Array(3).fill('link_replaced'))
      expect(answers[0]!.json()).not.toHaveProperty('detail')
      await renewal(old)
    }
    expect(await received()).toEqual([])
    expect((await read(forged)).body).toBe(unknown)
    await site.tell.move('asso.rhone', referral, 'withdraw')
    expect((await read(token)).body).toBe(unknown)
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
    const { referral, token } = await referred('lawyer')
    // Chance draws the token and the reference: what they spell says nothing.
    const reference = referenceOf(referral)
    const text = JSON.stringify(letters.at(-1)).replaceAll(reference, '…')
    expect(JSON.stringify(letters.at(-1))).toContain(`Référence : ${reference}, envoyée le`)
    expect(text).toContain(token)
    for (const hidden of ['CANARI', 'traite', 'exploitation', site.as('asso.rhone').orgName, 'Rhône', '69'])
      expect(text.replace(token, '').replace(token, '')).not.toContain(hidden)
  })

  it('are known again by the sender alone, which reads the first letter and the domain', async () => {
    const { id, referral } = await referred()
    const masked = 'c•••@cabinet.test'
    const lists = async (login: string) =>
      JSON.stringify([
        (await site.get(login, `/api/cases/${id}?events=50`)).body,
        (await site.get(login, '/api/referrals?box=out&view=all&limit=50')).body
      ])
    for (const login of ['cellule.69', 'membre.69', 'prefecture.69'])
      expect([login, (await lists(login)).includes(masked)]).toEqual([login, false])
    expect((await lists('asso.rhone')).split(masked).length).toBeGreaterThan(2)
    expect((await site.get('asso.rhone', `/api/referrals/${referral}`)).json()).toMatchObject({
      recipient: masked,
      link: { expiresAt: '2026-12-16T22:59:59.999Z', renewals: 0 }
    })
  })

  it('are shown in the demonstration’s mailbox', async () => {
    const { token } = await referred()
    const page = await site.app.inject('/demo/courrier')
    expect(page.statusCode).toBe(200)
    expect(page.body).toContain(token)
    expect(page.body).toContain('De la part de : ')
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
