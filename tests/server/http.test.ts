import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { commandRow, commandTypes } from '../../workflows/commands.ts'
import { referralCommandTypes } from '../../workflows/referral.machine.ts'
import { bodyFor, inputFor } from '../support/inputs.ts'
import { fromPage } from '../support/sign-in.ts'
import { openSite, type Answer, type Site } from '../support/site.ts'
import { aFlag } from '../support/world.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())

const versionOf = (answer: Answer) => Number(/"(\d+)"/.exec(String(answer.headers['etag']))![1])
const act = (login: string, id: string, command: string, body: object, version: number | null, key?: string) =>
  site.send(login, `/api/cases/${id}/commands/${command}`, body, { version, ...(key !== undefined && { key }) })
const codeOf = (answer: Answer) => [answer.statusCode, answer.json().code]
const offered = commandTypes.filter((type) => commandRow(type).offered)

describe('a request is refused', () => {
  it('without a session, with 401, on every route of the interface', async () => {
    const urls = ['/api/me', '/api/cases', `/api/cases/${randomUUID()}`, '/api/referrals', '/api/places', '/api/deadlines', '/api/audit', '/api/drafts/flag', '/api/flag-form', '/api/stream', '/api/stats/flow']
    for (const url of urls) expect([url, (await site.app.inject({ url })).statusCode]).toEqual([url, 401])
    expect((await site.app.inject({ method: 'POST', url: '/api/cases', payload: aFlag() })).statusCode).toBe(401)
  })

  it('from an organisation that is not accredited, with 403, everywhere but for who they are', async () => {
    expect((await site.get('inconnue.org', '/api/me')).json()).toMatchObject({ accredited: false, nav: [] })
    for (const url of ['/api/cases', `/api/cases/${randomUUID()}`, '/api/referrals', '/api/places', '/api/deadlines', '/api/audit', '/api/drafts/flag', '/api/flag-form'])
      expect([url, ...codeOf(await site.get('inconnue.org', url))]).toEqual([url, 403, 'not_accredited'])
    expect(codeOf(await site.send('inconnue.org', '/api/cases', aFlag()))).toEqual([403, 'not_accredited'])
  })

  it('from another site’s page, with 403', async () => {
    const headers = { ...fromPage(await site.cookie('asso.rhone'), 'https://evil.example'), 'sec-fetch-site': 'cross-site', 'idempotency-key': randomUUID() }
    expect(codeOf(await site.app.inject({ method: 'POST', url: '/api/cases', headers, payload: aFlag() }))).toEqual([403, 'foreign_origin'])
  })

  it('from a role that never does the act, with 403', async () => {
    const id = await site.tell.flagged()
    expect(codeOf(await act('asso.rhone', id, 'receipt.handed', { handedOn: '2026-11-24', number: 'R' }, 1))).toEqual([403, 'not_allowed'])
    expect(codeOf(await site.send('cellule.69', '/api/cases', aFlag()))).toEqual([403, 'not_allowed'])
    for (const login of ['admin', 'dpo', 'miprof']) expect([login, ...codeOf(await act(login, id, 'case.close', inputFor('case.close'), 1))]).toEqual([login, 403, 'not_allowed'])
  })

  it('that names a field wrongly, with 400, its name and silence on its value', async () => {
    const wrong = { ...aFlag(), metOn: 'CANARI-hier', danger: 'CANARI', children: '2', identity: { name: 'CANARI\u0000' } }
    const answer = await site.send('asso.rhone', '/api/cases', wrong)
    expect(codeOf(answer)).toEqual([400, 'invalid_input'])
    expect(answer.json().errors.map(({ field }: { field: string }) => field).sort()).toEqual(['children', 'danger', 'identity.name', 'metOn'])
    expect(answer.body).not.toContain('CANARI')
    expect(answer.json().errors[0].message.length).toBeGreaterThan(3)
  })

  it('with a field that no table names, with 400: nobody writes a state, a role or an organisation', async () => {
    const id = await site.tell.flagged()
    const columns = (await site.db.owner.query<{ name: string }>(`select distinct column_name as name from information_schema.columns where table_name in ('case', 'participation', 'membership', 'case_event')`)).rows
    for (const { name } of columns.filter((column) => !['danger', 'children', 'sex'].includes(column.name)))
      expect([name, (await act('asso.rhone', id, 'facts.complete', { [name]: 'x' }, 1)).statusCode]).toEqual([name, 400])
    expect((await site.tell.row(id)).version).toBe(1)
  })

  it('without the version that was read, or with one that is not a version, with 400', async () => {
    const id = await site.tell.flagged()
    for (const version of [null, '1', '*', '"x"', '"1" "2"']) {
      const answer = await site.send('asso.rhone', `/api/cases/${id}/commands/facts.complete`, {}, { version })
      expect([version, answer.statusCode, answer.json().errors[0].field]).toEqual([version, 400, 'if-match'])
    }
  })

  it('without a key, or with one that is too short, with 400', async () => {
    const id = await site.tell.flagged()
    for (const key of [null, 'short', 'a key with spaces']) {
      const answer = await site.send('asso.rhone', `/api/cases/${id}/commands/facts.complete`, {}, { version: 1, key })
      expect([key, answer.statusCode, answer.json().errors[0].field]).toEqual([key, 400, 'idempotency-key'])
    }
  })

  it('that a rule stands against, with 409 and a reason to read', async () => {
    const id = await site.tell.flagged()
    const answer = await act('asso.rhone', id, 'acse.request', { adhesion: true }, 1)
    expect(codeOf(answer)).toEqual([409, 'not_open'])
    expect(answer.json().detail).toContain('motifs raisonnables')
  })

  it('on a case that has moved, with 412', async () => {
    const id = await site.tell.flagged()
    await act('asso.rhone', id, 'facts.complete', { children: 2 }, 1)
    expect(codeOf(await act('asso.rhone', id, 'facts.complete', { children: 3 }, 1))).toEqual([412, 'version'])
  })

  it('under a key that served for another, with 422; repeated as it was, it is answered', async () => {
    const [id, key] = [await site.tell.flagged(), randomUUID()]
    const first = await act('asso.rhone', id, 'facts.complete', { children: 2 }, 1, key)
    const again = await act('asso.rhone', id, 'facts.complete', { children: 2 }, 1, key)
    expect([first.statusCode, again.statusCode, versionOf(again)]).toEqual([200, 200, 2])
    expect(codeOf(await act('asso.rhone', id, 'facts.complete', { children: 3 }, 1, key))).toEqual([422, 'idempotency_mismatch'])
  })

  it('for a place that was just taken, with 409 and its own code', async () => {
    const [place] = site.places['foyer.ouest']!
    const sought = [await site.tell.sought(), await site.tell.sought()]
    const offers: string[] = []
    for (const id of sought) {
      await site.tell.act('acse', id, 'acse.offer', { placeId: place! })
      offers.push(await site.tell.referral(id, 'acse_place'))
    }
    const accept = (offer: string) => site.send('foyer.ouest', `/api/referrals/${offer}/commands/accept`, {}, { version: 1 })
    expect((await accept(offers[0]!)).statusCode).toBe(200)
    expect(codeOf(await accept(offers[1]!))).toEqual([409, 'place_taken'])
    expect((await site.get('foyer.ouest', `/api/referrals/${offers[1]}`)).json()).toMatchObject({ state: 'sent', version: 1 })
  })

  it('with an invented cursor, with 400', async () => {
    const cursor = (key: unknown) => Buffer.from(JSON.stringify(key)).toString('base64url')
    const id = randomUUID()
    const at = '2026-11-24T11:00:00.000Z'
    const invented = ['x', cursor(null), cursor([]), cursor(['1']), cursor([at]), cursor([id, at]), cursor(['9', '2026-99-99T99:99Z', id]), cursor([at, '------------------------------------']), cursor([at, id, id, id]), cursor([{}, {}, {}])]
    for (const url of ['/api/cases?view=todo&', '/api/cases?view=all&', '/api/cases?view=late&', '/api/cases?view=moved&', '/api/referrals?', '/api/deadlines?'])
      for (const one of invented) expect([url, one, (await site.get('asso.rhone', `${url}cursor=${one}`)).statusCode]).toEqual([url, one, 400])
    for (const one of invented) expect([one, (await site.get('dpo', `/api/audit?cursor=${one}`)).statusCode]).toEqual([one, 400])
  })
})

describe('what one may not see does not exist', () => {
  it('on every route: the same 404 for a case of others as for none', async () => {
    const id = await site.tell.housed(site.places['foyer.azur']![0]!)
    const { rows } = await site.db.owner.query<{ stay: string; referral: string }>('select s.id as stay, s.referral_id as referral from stay s where s.case_id = $1', [id])
    const { stay, referral } = rows[0]!
    const other = randomUUID()
    const reads = [
      ['/api/cases/', id, ''],
      ['/api/cases/', id, '/events'],
      ...['B', 'C', 'G', 'H', 'J'].map((one) => ['/api/cases/', id, `/compartments/${one}`]),
      ['/api/referrals/', referral, ''],
      ['/api/stays/', stay, '/address'],
      ['/api/places/matching?case=', id, '']
    ] as const
    for (const login of ['asso.paris', 'cellule.75', 'prefecture.75', 'ofii', 'admin', 'dpo', 'miprof', 'foyer.ouest'])
      for (const [before, real, after] of reads) {
        const [foreign, absent] = [await site.get(login, before + real + after), await site.get(login, before + other + after)]
        expect([login, before + after, foreign.statusCode, foreign.body]).toEqual([login, before + after, 404, absent.body])
      }
    for (const command of offered) {
      const [foreign, absent] = [await act('asso.paris', id, command, inputFor(command), 1), await act('asso.paris', other, command, inputFor(command), 1)]
      expect([command, [403, 404].includes(foreign.statusCode), foreign.body]).toEqual([command, true, absent.body])
    }
    for (const command of referralCommandTypes.filter((one) => one !== 'expire')) {
      const body = { decline: { reason: 'too_close' }, ask: { question: 'mot' }, answer: { answer: 'mot' }, transfer: { orgId: other } }[command as string] ?? {}
      const answer = await site.send('asso.paris', `/api/referrals/${referral}/commands/${command}`, body, { version: 1 })
      expect([command, ...codeOf(answer)]).toEqual([command, 404, 'not_found'])
    }
    expect(codeOf(await site.send('asso.paris', '/api/referrals', { caseId: id, kind: 'acse', input: { adhesion: true } }, { version: 1 }))).toEqual([404, 'not_found'])
    for (const url of ['/api/cases?view=all', '/api/deadlines', '/api/referrals?box=in', '/api/referrals?box=out']) expect((await site.get('asso.paris', url)).json().items).toEqual([])
  })

  it('a search by the code of a case of others finds nothing', async () => {
    const id = await site.tell.flagged()
    const { code } = (await site.get('asso.rhone', `/api/cases/${id}`)).json()
    const found = async (login: string) => (await site.get(login, `/api/cases?view=all&q=${encodeURIComponent(code)}`)).json().items.length
    expect([await found('asso.rhone'), await found('cellule.69'), await found('asso.paris'), await found('admin')]).toEqual([1, 1, 0, 0])
  })
})

describe('the main job over HTTP', () => {
  it('is done by everyone in turn, each from what they read', async () => {
    const flagged = await site.send('asso.rhone', '/api/cases', aFlag())
    expect(flagged.statusCode).toBe(201)
    expect(flagged.headers['cache-control']).toBe('no-store')
    const { id } = flagged.json()
    const turn = async (login: string, command: string, body: object = {}) => {
      const read = await site.get(login, `/api/cases/${id}`)
      expect([login, command, read.statusCode]).toEqual([login, command, 200])
      const done = await act(login, id, command, body, versionOf(read))
      expect([login, command, done.statusCode, done.statusCode === 204 ? '' : done.json().code?.slice?.(0, 3)]).toEqual([login, command, done.statusCode === 204 ? 204 : 200, done.statusCode === 204 ? '' : 'TEH'])
      return done
    }
    const answerReferral = async (login: string, command: string, body: object = {}) => {
      const { items } = (await site.get(login, '/api/referrals?box=in&view=open')).json()
      const [first] = items
      const read = await site.get(login, `/api/referrals/${first.id}`)
      expect((await site.send(login, `/api/referrals/${first.id}/commands/${command}`, body, { version: versionOf(read) })).statusCode).toBe(200)
    }
    // Other stories of this file have left referrals behind.
    await site.db.owner.query(`update referral set state = 'withdrawn' where state in ('sent', 'questioned', 'escalated') and case_id <> $1`, [id])
    await turn('cellule.69', 'triage.start')
    await turn('cellule.69', 'grounds.propose', { opinion: 'positive' })
    expect((await turn('membre.69', 'grounds.positive')).statusCode).toBe(204)
    await turn('asso.rhone', 'person.inform', { on: '2026-11-24', ...site.tell.how, helpWithoutConsent: true })
    await turn('asso.rhone', 'consent.record', { scopes: ['B', 'C', 'E'], ...site.tell.how })
    const read = await site.get('asso.rhone', `/api/cases/${id}`)
    const sent = await site.send('asso.rhone', '/api/referrals', { caseId: id, kind: 'acse', input: { adhesion: true } }, { version: versionOf(read) })
    expect(sent.statusCode).toBe(201)
    await answerReferral('acse', 'accept')
    await turn('acse', 'acse.offer', { placeId: site.places['foyer.azur']![1]! })
    await answerReferral('foyer.azur', 'accept')
    await turn('foyer.azur', 'acse.visio', { at: '2026-11-25T10:00:00Z' })
    await turn('foyer.azur', 'acse.admission', { on: '2026-11-24' })
    await turn('asso.rhone', 'reflection.offer', inputFor('reflection.offer'))
    await turn('asso.rhone', 'prefecture.request', { signalledBy: 'Police judiciaire' })
    await answerReferral('prefecture.69', 'accept')
    const handed = await turn('prefecture.69', 'receipt.handed', { handedOn: '2026-11-24', number: 'R-1' })
    expect(handed.json().regions.find((one: { id: string }) => one.id === 'residence')).toMatchObject({ state: 'reflection_running', clock: { daysLeft: 30 } })
    for (const login of ['asso.rhone', 'cellule.69', 'acse', 'foyer.azur', 'prefecture.69']) {
      for (const url of ['/api/cases?view=all', '/api/cases', '/api/deadlines', '/api/referrals?box=out', `/api/cases/${id}/events`]) expect([login, url, (await site.get(login, url)).statusCode]).toEqual([login, url, 200])
    }
  })

  it('speaks the reader’s language', async () => {
    const id = await site.tell.flagged()
    const word = async (language: string) => (await site.get('asso.rhone', `/api/cases/${id}`, { 'accept-language': language })).json().capacity.label
    expect([await word('fr'), await word('en')]).toEqual(['référente de parcours', 'case referent'])
  })

  it('lists page by page without losing or repeating a case', async () => {
    for (let index = 0; index < 9; index++) await site.tell.flagged('ofii', { territory: '75', identity: {}, nominativeConsent: false })
    for (const view of ['todo', 'all']) {
      const seen: string[] = []
      let cursor = ''
      do {
        const { items, next } = (await site.get('cellule.75', `/api/cases?view=${view}&limit=2${cursor && `&cursor=${cursor}`}`)).json()
        seen.push(...items.map(({ id }: { id: string }) => id))
        cursor = next ?? ''
      } while (cursor)
      expect([view, seen.length, new Set(seen).size]).toEqual([view, 9, 9])
    }
  })
})

describe('every button says what the gate does', () => {
  /** A small deterministic sequence: the same choices in each run. */
  const picker = (seed: number) => {
    let state = seed
    return (upTo: number) => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
      return state % upTo
    }
  }
  type Action = { command: string; enabled: boolean; reason: string | null; input: Record<string, unknown> }
  const stories: [string, () => Promise<string>][] = [
    ['flagged', () => site.tell.flagged()],
    ['a child', () => site.tell.flagged('asso.rhone', { ageGroup: 'minor', ageBand: '15-17' })],
    ['presumed', () => site.tell.presumed()],
    ['consenting', () => site.tell.consenting()],
    ['sought', () => site.tell.sought()],
    ['offered', async () => (await site.tell.offered(site.places['foyer.azur']![0]!)).id],
    ['refused', async () => {
      const { id, offer } = await site.tell.offered(site.places['foyer.azur']![0]!)
      await site.tell.move('foyer.azur', offer, 'decline', { reason: 'too_close' })
      return id
    }],
    ['housed', () => site.tell.housed(site.places['foyer.azur']![0]!)],
    ['reflecting', () => site.tell.reflecting()],
    ['by the police', () => site.tell.flagged('police.69')]
  ]
  const readers = ['asso.rhone', 'cellule.69', 'membre.69', 'acse', 'foyer.azur', 'prefecture.69', 'police.69']

  const freePlaces = () => site.db.owner.query(`update stay set state = 'ended' where state <> 'ended'`)
  const actionsFor = async (login: string, id: string) => {
    const read = await site.get(login, `/api/cases/${id}`)
    return read.statusCode === 404 ? [] : (read.json().actions as Action[])
  }

  it.each(stories)('in the story of one who is %s', async (_name, story) => {
    const pick = picker(7)
    for (const login of readers) {
      await freePlaces()
      let id = await story()
      const actions = await actionsFor(login, id)
      // What is refused changes nothing, so that the story is told again only after an act that was done.
      for (const { command, enabled, reason, input } of [...actions].sort((a, b) => Number(a.enabled) - Number(b.enabled))) {
        const answer = await act(login, id, command, bodyFor(input, pick), versionOf(await site.get(login, `/api/cases/${id}`)))
        const said = answer.statusCode === 409 ? answer.json().detail : answer.statusCode
        const expected = enabled ? [200, 204] : [reason]
        expect([login, command, enabled, expected.includes(said) || answer.body.slice(0, 300)]).toEqual([login, command, enabled, true])
        if (!enabled) continue
        await freePlaces()
        id = await story()
      }
    }
  })

  it('and so for the two sides of a referral', async () => {
    await freePlaces()
    const { offer } = await site.tell.offered(site.places['foyer.azur']![0]!)
    for (const login of ['foyer.azur', 'acse']) {
      const actions: Action[] = (await site.get(login, `/api/referrals/${offer}`)).json().actions
      expect(actions.length).toBeGreaterThan(0)
      for (const { command, enabled, input } of actions) {
        const fresh = (await site.tell.offered(site.places['foyer.azur']![1]!)).offer
        const answer = await site.send(login, `/api/referrals/${fresh}/commands/${command}`, bodyFor(input), { version: 1 })
        expect([login, command, enabled, answer.statusCode]).toEqual([login, command, true, 200])
        await freePlaces()
      }
    }
  })
})
