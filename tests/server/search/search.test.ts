import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { referenceOf, showCode } from '../../../server/cases/code.ts'
import { marksOf } from '../../../workflows/case/duplicates.ts'
import { inContext } from '../../../server/db/context.ts'
import { blind } from '../../../server/disclosure/duplicates.ts'
import { search } from '../../../server/search/search.ts'
import { fireDue } from '../../../server/firing/fire.ts'
import { openSite } from '../../support/running/site.ts'
import { countStatements, statementsOf } from '../../support/running/statements.ts'
import { noon } from '../../support/world.ts'
import { forFile } from '../../support/for-file.ts'

// Before the first connection, which keeps what it is opened with.
const counter = countStatements()
afterAll(() => counter.off())
const site = await forFile(openSite())
const { tell } = site
const url = '/api/search'
const how = { language: 'bin', means: 'in_person', interpreter: true }

type FoundCase = { id: string; code: string; because: string | null }
type Answer = { cases: FoundCase[]; further: boolean; referrals: { id: string; reference: string }[] }

const ask = (login: string, q: string) => site.send(login, url, { q }, { key: null })
const found = async (login: string, q: string) => {
  const answer = await ask(login, q)
  expect([login, answer.statusCode]).toEqual([login, 200])
  return answer.json<Answer>()
}
const ids = async (login: string, q: string) => (await found(login, q)).cases.map(({ id }) => id)
const nothing = { cases: [], further: false, referrals: [] }

type Line = { action: string; object: string; chain: string; detail: string }
const lines = async (): Promise<Line[]> =>
  (
    await site.db.owner.query<Line>(
      `select action, object, chain, detail from audit_event
       where action = 'search' or detail = 'search' order by chain, seq`
    )
  ).rows
const since = async (before: readonly Line[]) => {
  const known = new Map<string, number>()
  for (const line of before) known.set(JSON.stringify(line), (known.get(JSON.stringify(line)) ?? 0) + 1)
  return (await lines()).filter((line) => {
    const left = known.get(JSON.stringify(line)) ?? 0
    known.set(JSON.stringify(line), left - 1)
    return left <= 0
  })
}

const identity = { name: 'CANARI Aïcha Blessing', alias: 'Joy', birthDate: '2001-03-02' }
let hers: string
let silent: string
let code: string

beforeAll(async () => {
  hers = await tell.flagged('asso.rhone', { identity })
  await tell.act('asso.rhone', hers, 'person.inform', { on: '2026-11-24', ...how, helpWithoutConsent: true })
  await tell.act('asso.rhone', hers, 'consent.record', { scopes: ['B'], ...how })
  // The cell of this one does not know who she is.
  silent = await tell.flagged('asso.rhone', { identity: { name: 'SILENCE Marthe' } })
  code = showCode(String((await tell.row(hers))['code']))
}, 60_000)
beforeEach(() => site.at(noon))

describe('nobody finds by a name', () => {
  it('a case that is not theirs, nor whose identity they may not open: other houses, members of the cell, other desks', async () => {
    for (const login of [
      ...['asso.paris', 'cellule.75', 'membre.69', 'prefecture.69', 'police.69', 'acse', 'foyer.azur'],
      ...['dpo', 'admin', 'miprof']
    ])
      expect([login, await found(login, 'canari')]).toEqual([login, nothing])
    expect(await ids('cellule.69', 'canari'), 'positive control').toEqual([hers])
  })

  it('the cell whom the person did not let know who she is: in the very bytes of a name that nobody bears', async () => {
    const [hidden, none] = [await ask('cellule.69', 'silence'), await ask('cellule.69', 'personne')]
    const bearing = ({ statusCode, body, headers }: typeof hidden) => {
      const { date: _date, 'x-request-id': _id, ...rest } = headers
      return { statusCode, body, rest }
    }
    expect(bearing(hidden)).toEqual(bearing(none))
    expect(hidden.json()).toEqual(nothing)
    expect(await ids('asso.rhone', 'silence'), 'positive control').toEqual([silent])
    const asked = async (login: string, q: string) =>
      (await statementsOf(() => ask(login, q))).statements.filter((one) => !one.includes('session'))
    const one = await asked('cellule.69', 'silence')
    expect(one).toEqual(await asked('cellule.69', 'personne'))
    expect(one.length).toBeLessThan((await asked('asso.rhone', 'silence')).length)
  })

  it('once the consent is withdrawn, nor once their part in it is over', async () => {
    const id = await tell.consenting(['B', 'C', 'E', 'F'], { identity: { name: 'PASSAGE Mercy' } })
    expect(await ids('cellule.69', 'passage')).toEqual([id])
    await tell.act('asso.rhone', id, 'consent.withdraw', { scopes: ['B'], ...how })
    expect(await ids('cellule.69', 'passage')).toEqual([])
    expect(await ids('asso.rhone', 'passage')).toEqual([id])
    await site.db.owner.query(
      `update participation set until = now() - interval '1 day' where case_id = $1 and org_id = $2`,
      [id, site.as('asso.rhone').orgId]
    )
    expect(await ids('asso.rhone', 'passage')).toEqual([])
  })

  it('who acts in another role of the same organisation', async () => {
    const [{ orgId }, member] = [site.as('asso.rhone'), site.as('membre.69')]
    // Row security knows the organisation alone: who sits there in a cell speaks for none of its parts.
    const seat = `update membership set org_id = $1 where person_id = $2`
    expect(await ids('asso.rhone', 'canari')).not.toEqual([])
    await site.db.owner.query(seat, [orgId, member.personId])
    expect(await ids('membre.69', 'canari')).toEqual([])
    await site.db.owner.query(seat, [member.orgId, member.personId])
  })

  it('a child whose majority ended what the cell could know of her, until she agrees', async () => {
    const child = { ageGroup: 'minor', ageBand: '15-17', nominativeConsent: false } as const
    const who = { name: 'MINEURE Precious', birthDate: '2008-12-01' }
    const id = await tell.flagged('asso.rhone', { ...child, identity: who })
    const later = async (login: string, now: Date) => {
      const reader = { actor: site.as(login), locale: 'fr', now } as const
      const { cases } = await inContext(site.db.app, reader.actor, (tx) =>
        search(tx, site.db.keys, 'mineure', reader)
      )
      return cases.map((one) => one.id)
    }
    expect(await later('cellule.69', noon)).toEqual([id])
    const grown = new Date('2026-12-02T11:00:00Z')
    site.at(grown)
    await fireDue(site.gate)
    expect(await later('cellule.69', grown)).toEqual([])
    expect(await later('asso.rhone', grown), 'positive control').toEqual([id])
  })

  it('a name of before, nor words of two different names', async () => {
    expect(await ids('asso.rhone', 'joy canari')).toEqual([])
    const id = await tell.flagged('asso.rhone', { identity: { name: 'AVANT Grace' } })
    await tell.act('asso.rhone', id, 'identity.record', { name: 'APRES Grace' })
    expect([await ids('asso.rhone', 'avant'), await ids('asso.rhone', 'apres')]).toEqual([[], [id]])
  })
})

describe('a name finds', () => {
  it.each([
    ['canari', 'même nom'],
    ['CANARI', 'même nom'],
    ['aicha', 'même nom'],
    ['Blessing canari', 'même nom'],
    ['joy', 'même nom'],
    ['aisha', 'nom qui s’entend de même']
  ])('« %s », part of a name: %s', async (q, because) => {
    const { cases, further } = await found('asso.rhone', q)
    expect(cases).toEqual([{ id: hers, code, openedOn: '2026-11-24', because }])
    expect(further).toBe(false)
  })

  it('in the language of the reader, with no word of what was typed', async () => {
    const answer = await site.send(
      'cellule.69',
      url,
      { q: 'blessing' },
      { headers: { 'accept-language': 'en' } }
    )
    expect(answer.json<Answer>().cases).toMatchObject([{ id: hers, because: 'same name' }])
    expect(answer.body.toLowerCase()).not.toContain('blessing')
  })

  it('ten of a common name, and says that it stops there, be there more or not', async () => {
    const first = async (most: number) => {
      const { cases, further } = await found('asso.paris', 'commune')
      expect([cases.length, further]).toEqual([most, most === 10])
    }
    for (const [one, letter] of [...'abcdefghijk'].entries()) {
      await tell.flagged('asso.paris', { identity: { name: `COMMUNE ${letter.repeat(3)}` } })
      if (one >= 8) await first(Math.min(one + 1, 10))
    }
  })

  it('files recorded before single names were kept, by the whole of one', async () => {
    const name = 'ANCIENNE Sarah'
    const id = await tell.flagged('asso.rhone', { identity: { name } })
    const whole = marksOf({ name }).map(blind(site.db.keys))
    await site.db.owner.query('delete from identity_mark where case_id = $1 and mark <> all($2::bytea[])', [
      id,
      whole
    ])
    expect([await ids('asso.rhone', 'ancienne'), await ids('asso.rhone', 'sarah ancienne')]).toEqual([
      [],
      [id]
    ])
    await tell.act('asso.rhone', id, 'identity.record', { name })
    expect(await ids('asso.rhone', 'ancienne')).toEqual([id])
  })
})

describe('a code and a reference find', () => {
  it('one’s own case, by its code or its first half, and nobody else’s', async () => {
    for (const q of [code, code.toLowerCase(), code.slice(4, 8)])
      expect((await found('cellule.69', q)).cases).toMatchObject([{ id: hers, because: null }])
    expect(await found('asso.paris', code)).toEqual(nothing)
  })

  it('a referral of either side, however many came after it, and nobody else’s', async () => {
    const id = await tell.consenting()
    await tell.act('asso.rhone', id, 'prefecture.request', {})
    const asked = await tell.referral(id, 'prefecture')
    const reference = referenceOf(asked)
    for (const login of ['asso.rhone', 'prefecture.69'])
      for (const q of [reference, reference.toLowerCase(), reference.replace('OR ', '').replaceAll(' ', '-')])
        expect((await found(login, q)).referrals).toMatchObject([{ id: asked, reference }])
    for (const login of ['asso.paris', 'acse', 'membre.69', 'dpo'])
      expect([login, (await found(login, reference)).referrals]).toEqual([login, []])
    const wrong = reference.slice(0, -1) + (reference.endsWith('A') ? 'B' : 'A')
    expect((await found('asso.rhone', wrong)).referrals).toEqual([])
  })
})

describe('each search is a line of the journal', () => {
  it('of its kinds and whether anything was found, never of what was typed or which it was', async () => {
    const before = await lines()
    await found('cellule.69', 'aicha')
    await found('cellule.69', 'silence')
    await found('cellule.69', code)
    await found('asso.paris', code)
    await site.get('cellule.69', `/api/cases?view=all&q=${encodeURIComponent(code)}`)
    const search = { action: 'search', object: 'search', chain: 'system' }
    // A code that was drawn without a digit is looked for as a name as well.
    const ofCode = (detail: unknown) => String(detail).replace(/^(code:\w+),name:none$/, '$1')
    const made = (await since(before)).map((line) => ({ ...line, detail: ofCode(line['detail']) }))
    expect(made.filter(({ chain }) => chain === 'system')).toEqual([
      { ...search, detail: 'name:found' },
      { ...search, detail: 'name:none' },
      { ...search, detail: 'code:found' },
      { ...search, detail: 'code:none' },
      { ...search, detail: 'code:found' }
    ])
    // Who is found by her name has been read of, as where her identity is opened.
    expect(made.filter(({ chain }) => chain !== 'system')).toEqual([
      { action: 'read', object: `case:${hers}`, chain: `case:${hers}`, detail: 'search' }
    ])
    expect(JSON.stringify(await site.db.owner.query('select * from audit_event'))).not.toMatch(/aicha/i)
  })

  it('read by whoever watches over the data, in words', async () => {
    const { items } = (await site.get('dpo', '/api/audit?action=search')).json()
    expect(items[0]).toMatchObject({ act: 'search', actLabel: 'Recherche par code ou par nom' })
  })
})

describe('what is typed', () => {
  it('is refused without being said again, and stands in no address', async () => {
    const answer = await ask('asso.rhone', 'canari '.repeat(20))
    expect(answer.statusCode).toBe(400)
    expect(answer.body).not.toMatch(/canari/i)
    expect((await site.get('asso.rhone', `${url}?q=canari`)).statusCode).toBe(404)
    expect((await site.send('asso.rhone', url, { q: 'x', all: true })).statusCode).toBe(400)
  })

  it('is kept by no row that the database has', async () => {
    const { rows } = await site.db.owner.query<{ n: number }>(
      `select count(*)::int as n from identity_mark a join identity_mark b on a.mark = b.mark and a.case_id <> b.case_id
       where a.case_id = $1`,
      [hers]
    )
    const twin = await tell.flagged('asso.paris', { identity: { name: 'Blessing Autre', alias: 'CANARI' } })
    const shared = await site.db.owner.query<{ n: number }>(
      `select count(*)::int as n from identity_mark a join identity_mark b on a.mark = b.mark
       where a.case_id = $1 and b.case_id = $2`,
      [hers, twin]
    )
    expect([rows[0]!.n, shared.rows[0]!.n]).toEqual([0, 0])
  })
})
