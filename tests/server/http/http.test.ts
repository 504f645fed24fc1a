import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { inputFor } from '../../support/inputs.ts'
import { fromPage } from '../../support/running/sign-in.ts'
import { openSite, versionOf, type Answer } from '../../support/running/site.ts'
import { aFlag } from '../../support/world.ts'
import { forFile } from '../../support/for-file.ts'

const site = await forFile(openSite())

const codeOf = (answer: Answer) => [answer.statusCode, answer.json().code]

describe('a request is refused', () => {
  it('without a session, with 401, on every route of the interface', async () => {
    const urls = [
      '/api/me',
      '/api/cases',
      `/api/cases/${randomUUID()}`,
      `/api/cases/${randomUUID()}/likeness`,
      '/api/referrals',
      '/api/places',
      '/api/deadlines',
      '/api/audit',
      '/api/drafts/flag',
      '/api/flag-form',
      '/api/stream',
      '/api/figures',
      '/api/releases',
      '/api/deadlines/what-if',
      '/api/law',
      '/api/law/CESEDA.L425-1',
      '/api/configuration',
      '/api/configuration/2026-09',
      '/api/meetings',
      `/api/meetings/${randomUUID()}`,
      `/api/meetings/${randomUUID()}/minutes`,
      `/api/meetings/${randomUUID()}/minutes.pdf`,
      '/api/places/new'
    ]
    for (const url of urls) expect([url, (await site.app.inject({ url })).statusCode]).toEqual([url, 401])
    expect((await site.app.inject({ method: 'POST', url: '/api/cases', payload: aFlag() })).statusCode).toBe(
      401
    )
  })

  it('from an organisation that is not accredited, with 403, everywhere but for who they are', async () => {
    expect((await site.get('inconnue.org', '/api/me')).json()).toMatchObject({
      accredited: false,
      nav: [],
      rooms: []
    })
    for (const url of [
      '/api/cases',
      `/api/cases/${randomUUID()}`,
      '/api/referrals',
      '/api/places',
      '/api/deadlines',
      '/api/audit',
      '/api/drafts/flag',
      '/api/flag-form',
      '/api/deadlines/what-if',
      '/api/law',
      '/api/configuration',
      '/api/meetings',
      `/api/meetings/${randomUUID()}/minutes`
    ])
      expect([url, ...codeOf(await site.get('inconnue.org', url))]).toEqual([url, 403, 'not_accredited'])
    expect(codeOf(await site.send('inconnue.org', '/api/cases', aFlag()))).toEqual([403, 'not_accredited'])
  })

  it('from another site’s page, with 403', async () => {
    const headers = {
      ...fromPage(await site.cookie('asso.rhone'), 'https://evil.example'),
      'sec-fetch-site': 'cross-site',
      'idempotency-key': randomUUID()
    }
    expect(
      codeOf(await site.app.inject({ method: 'POST', url: '/api/cases', headers, payload: aFlag() }))
    ).toEqual([403, 'foreign_origin'])
  })

  it('from a role that never does the act, with 403', async () => {
    const id = await site.tell.flagged()
    expect(
      codeOf(
        await site.act(
          'asso.rhone',
          [id, 'receipt.handed'],
          { handedOn: '2026-11-24', number: 'R' },
          { version: 1 }
        )
      )
    ).toEqual([403, 'not_allowed'])
    expect(codeOf(await site.send('cellule.69', '/api/cases', aFlag()))).toEqual([403, 'not_allowed'])
    for (const login of ['admin', 'dpo', 'miprof'])
      expect([
        login,
        ...codeOf(await site.act(login, [id, 'case.close'], inputFor('case.close'), { version: 1 }))
      ]).toEqual([login, 403, 'not_allowed'])
  })

  it('that names a field wrongly, with 400, its name and silence on its value', async () => {
    const wrong = {
      ...aFlag(),
      metOn: 'CANARI-hier',
      danger: 'CANARI',
      children: '2',
      identity: { name: 'CANARI\u0000' }
    }
    const answer = await site.send('asso.rhone', '/api/cases', wrong)
    expect(codeOf(answer)).toEqual([400, 'invalid_input'])
    expect(
      answer
        .json()
        .errors.map(({ field }: { field: string }) => field)
        .sort()
    ).toEqual(['children', 'danger', 'identity.name', 'metOn'])
    expect(answer.body).not.toContain('CANARI')
    expect(answer.json().errors[0].message.length).toBeGreaterThan(3)
  })

  it('with a field that no table names, with 400: nobody writes a state, a role or an organisation', async () => {
    const id = await site.tell.flagged()
    const columns = (
      await site.db.owner.query<{ name: string }>(
        `select distinct column_name as name from information_schema.columns where table_name in ('case', 'participation', 'membership', 'case_event')`
      )
    ).rows
    for (const { name } of columns.filter((column) => !['danger', 'children', 'sex'].includes(column.name)))
      expect([
        name,
        (await site.act('asso.rhone', [id, 'facts.complete'], { [name]: 'x' }, { version: 1 })).statusCode
      ]).toEqual([name, 400])
    expect((await site.tell.row(id)).version).toBe(1)
  })

  it('without the version that was read, or with one that is not a version, with 400', async () => {
    const id = await site.tell.flagged()
    for (const version of [null, '1', '*', '"x y"', '"1" "2"']) {
      const answer = await site.send(
        'asso.rhone',
        `/api/cases/${id}/commands/facts.complete`,
        {},
        { version }
      )
      expect([version, answer.statusCode, answer.json().errors[0].field]).toEqual([version, 400, 'if-match'])
    }
  })

  it('without a key, or with one that is too short, with 400', async () => {
    const id = await site.tell.flagged()
    for (const key of [null, 'short', 'a key with spaces']) {
      const answer = await site.send(
        'asso.rhone',
        `/api/cases/${id}/commands/facts.complete`,
        {},
        { version: 1, key }
      )
      expect([key, answer.statusCode, answer.json().errors[0].field]).toEqual([key, 400, 'idempotency-key'])
    }
  })

  it('that a rule stands against, with 409 and a reason to read', async () => {
    const id = await site.tell.flagged()
    const version = await site.version('asso.rhone', id)
    const answer = await site.act('asso.rhone', [id, 'acse.request'], { adhesion: true }, { version })
    expect(codeOf(answer)).toEqual([409, 'not_open'])
    expect(answer.json().detail).toContain('accord de la personne')
  })

  it('on a case that has moved, with 412', async () => {
    const id = await site.tell.flagged()
    const version = await site.version('asso.rhone', id)
    await site.act('asso.rhone', [id, 'facts.complete'], { children: 2 }, { version })
    expect(
      codeOf(await site.act('asso.rhone', [id, 'facts.complete'], { children: 3 }, { version }))
    ).toEqual([412, 'version'])
  })

  it('for a step that has begun already, with 409 from the version it led to, and nothing moves', async () => {
    const id = await site.tell.flagged()
    const start = (version: string) => site.act('cellule.69', [id, 'triage.start'], {}, { version })
    const begun = versionOf(await start(await site.version('cellule.69', id)))
    expect(codeOf(await start(begun))).toEqual([409, 'not_open'])
    expect(await site.tell.row(id)).toMatchObject({ version: 2, identification: 'under_triage' })
  })

  it('under a key that served for another, with 422; repeated as it was, it is answered', async () => {
    const [id, key] = [await site.tell.flagged(), randomUUID()]
    const sent = { version: await site.version('asso.rhone', id), key }
    const first = await site.act('asso.rhone', [id, 'facts.complete'], { children: 2 }, sent)
    const again = await site.act('asso.rhone', [id, 'facts.complete'], { children: 2 }, sent)
    expect([first.statusCode, again.statusCode, versionOf(again)]).toEqual([200, 200, versionOf(first)])
    expect(codeOf(await site.act('asso.rhone', [id, 'facts.complete'], { children: 3 }, sent))).toEqual([
      422,
      'idempotency_mismatch'
    ])
  })

  it('for a place that was just taken, with 409 and its own code', async () => {
    const [place] = site.places['foyer.ouest']!
    const sought = [await site.tell.sought(), await site.tell.sought()]
    const offers: string[] = []
    for (const id of sought) {
      await site.tell.act('acse', id, 'acse.offer', { placeId: place! })
      offers.push(await site.tell.referral(id, 'acse_place'))
    }
    const accept = (offer: string) =>
      site.send('foyer.ouest', `/api/referrals/${offer}/commands/accept`, {}, { version: 1 })
    expect((await accept(offers[0]!)).statusCode).toBe(200)
    expect(codeOf(await accept(offers[1]!))).toEqual([409, 'place_taken'])
    expect((await site.get('foyer.ouest', `/api/referrals/${offers[1]}`)).json()).toMatchObject({
      state: 'sent',
      version: 1
    })
  })
})
