import { describe, expect, it } from 'vitest'
import { inputFor } from '../../support/inputs.ts'
import { openSite, versionOf } from '../../support/running/site.ts'
import { aFlag } from '../../support/world.ts'
import { forFile } from '../../support/for-file.ts'

const site = await forFile(openSite())

describe('the main job over HTTP', () => {
  it('is done by everyone in turn, each from what they read', async () => {
    const flagged = await site.send('asso.rhone', '/api/cases', aFlag())
    expect(flagged.statusCode).toBe(201)
    expect(flagged.headers['cache-control']).toBe('no-store')
    const { id } = flagged.json()
    const turn = async (login: string, command: string, body: object = {}) => {
      const read = await site.get(login, `/api/cases/${id}`)
      expect([login, command, read.statusCode]).toEqual([login, command, 200])
      const done = await site.act(login, [id, command], body, { version: versionOf(read) })
      expect([
        login,
        command,
        done.statusCode,
        done.statusCode === 204 ? '' : done.json().code?.slice?.(0, 3)
      ]).toEqual([login, command, done.statusCode === 204 ? 204 : 200, done.statusCode === 204 ? '' : 'TEH'])
      return done
    }
    const answerReferral = async (login: string, command: string, body: object = {}) => {
      const { items } = (await site.get(login, '/api/referrals?box=in&view=open')).json()
      const [first] = items
      const read = await site.get(login, `/api/referrals/${first.id}`)
      expect(
        (
          await site.send(login, `/api/referrals/${first.id}/commands/${command}`, body, {
            version: versionOf(read)
          })
        ).statusCode
      ).toBe(200)
    }
    // Other stories of this file have left referrals behind.
    await site.db.owner.query(
      `update referral set state = 'withdrawn' where state in ('sent', 'questioned', 'escalated') and case_id <> $1`,
      [id]
    )
    await turn('cellule.69', 'triage.start')
    await turn('cellule.69', 'grounds.propose', { opinion: 'positive', elements: ['harboured'] })
    expect((await turn('membre.69', 'grounds.positive')).statusCode).toBe(204)
    await turn('asso.rhone', 'person.inform', {
      on: '2026-11-24',
      ...site.tell.how,
      helpWithoutConsent: true
    })
    await turn('asso.rhone', 'consent.record', { scopes: ['B', 'C', 'E'], ...site.tell.how })
    const read = await site.get('asso.rhone', `/api/cases/${id}`)
    const sent = await site.send(
      'asso.rhone',
      '/api/referrals',
      { caseId: id, kind: 'acse', input: { adhesion: true } },
      { version: versionOf(read) }
    )
    expect(sent.statusCode).toBe(201)
    await answerReferral('acse', 'accept')
    await turn('acse', 'acse.offer', { placeId: site.places['foyer.azur']![1]! })
    await answerReferral('foyer.azur', 'accept')
    await turn('foyer.azur', 'acse.visio', { at: '2026-11-24T10:00:00Z' })
    await turn('foyer.azur', 'acse.admission', { on: '2026-11-24' })
    await turn('asso.rhone', 'reflection.offer', inputFor('reflection.offer'))
    await turn('asso.rhone', 'prefecture.request', { signalledBy: 'Police judiciaire' })
    await answerReferral('prefecture.69', 'accept')
    const handed = await turn('prefecture.69', 'receipt.handed', { handedOn: '2026-11-24', number: 'R-1' })
    expect(handed.json().regions.find((one: { id: string }) => one.id === 'residence')).toMatchObject({
      state: 'reflection_running',
      clock: { daysLeft: 30 }
    })
    for (const login of ['asso.rhone', 'cellule.69', 'acse', 'foyer.azur', 'prefecture.69']) {
      for (const url of [
        '/api/cases?view=all',
        '/api/cases',
        '/api/deadlines',
        '/api/referrals?box=out',
        `/api/cases/${id}/events`
      ])
        expect([login, url, (await site.get(login, url)).statusCode]).toEqual([login, url, 200])
    }
  })

  it('speaks the reader’s language', async () => {
    const id = await site.tell.flagged()
    const word = async (language: string) =>
      (await site.get('asso.rhone', `/api/cases/${id}`, { 'accept-language': language })).json().capacity
        .label
    expect([await word('fr'), await word('en')]).toEqual(['association référente', 'case referent'])
  })

  it('lists page by page without losing or repeating a case', async () => {
    for (let index = 0; index < 9; index++)
      await site.tell.flagged('ofii', { territory: '75', identity: {}, nominativeConsent: false })
    for (const view of ['todo', 'all']) {
      const seen: string[] = []
      let cursor = ''
      do {
        const { items, next } = (
          await site.get('cellule.75', `/api/cases?view=${view}&limit=2${cursor && `&cursor=${cursor}`}`)
        ).json()
        seen.push(...items.map(({ id }: { id: string }) => id))
        cursor = next ?? ''
      } while (cursor)
      expect([view, seen.length, new Set(seen).size]).toEqual([view, 9, 9])
    }
  })
})

describe('an act whose answer nobody reads', () => {
  const shortly = { prefer: 'return=minimal' }
  const short = async (login: string, of: [id: string, command: string], body: object) =>
    site.act(login, of, body, { version: await site.version(login, of[0]), headers: shortly })

  it('is refused as any other, with the reason', async () => {
    const id = await site.tell.flagged('asso.rhone')
    const refused = await short('asso.rhone', [id, 'facts.complete'], { language: 'xx-nothing' })
    expect([refused.statusCode, refused.json().code]).toEqual([400, 'invalid_input'])
    expect((await short('asso.paris', [id, 'facts.complete'], { language: 'en' })).statusCode).toBe(404)
  })

  it('gives the version alone where the case stays in sight, and nothing where it does not', async () => {
    const id = await site.tell.flagged('asso.rhone')
    const kept = await short('asso.rhone', [id, 'facts.complete'], { language: 'en' })
    expect([kept.statusCode, kept.headers['etag'], kept.body]).toEqual([
      204,
      await site.version('asso.rhone', id),
      ''
    ])
    await site.tell.act('cellule.69', id, 'triage.start')
    await site.tell.act('cellule.69', id, 'grounds.propose', { opinion: 'positive', elements: ['harboured'] })
    const gone = await short('membre.69', [id, 'grounds.positive'], {})
    expect([gone.statusCode, gone.headers['etag'], gone.body]).toEqual([204, undefined, ''])
  })

  it('gives the number of a referral alone while its author reads it, and nothing once they do not', async () => {
    const id = await site.tell.consenting(['E'])
    await site.tell.act('asso.rhone', id, 'prefecture.request', { signalledBy: 'Police judiciaire' })
    const referral = `/api/referrals/${await site.tell.referral(id, 'prefecture')}`
    const answer = (login: string, command: string, body: object, version: number) =>
      site.send(login, `${referral}/commands/${command}`, body, { version, headers: shortly })
    const refused = { reason: 'public_order' }
    expect((await answer('prefecture.69', 'decline', refused, 2)).statusCode).toBe(412)
    const kept = await answer('prefecture.69', 'decline', refused, 1)
    expect([kept.statusCode, kept.headers['etag'], kept.body]).toEqual([204, '"2"', ''])
    expect(versionOf(await site.get('prefecture.69', referral))).toBe('"2"')
    // The cell was left to decide, and is neither of its sides.
    expect((await site.get('cellule.69', referral)).statusCode).toBe(200)
    const gone = await answer('cellule.69', 'note', { sequel: 'other_way' }, 2)
    expect([gone.statusCode, gone.headers['etag'], gone.body]).toEqual([204, undefined, ''])
    expect((await site.get('cellule.69', referral)).statusCode).toBe(404)
  })
})
