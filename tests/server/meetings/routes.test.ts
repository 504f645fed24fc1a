import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { demoAccounts } from '../../../server/demo/world/accounts.ts'
import type { MeetingView, MinutesView } from '../../../server/views/meetings.ts'
import { members, textOfPdf } from '../../support/meetings.ts'
import { openSite, versionOf, type Answer } from '../../support/running/site.ts'
import { forFile } from '../../support/for-file.ts'

let id: string
let caseId: string
let decided: string

const secretary = 'cellule.69'
const secretariat = [secretary, 'cellule.69.bis']
const view = async (login = secretary) => (await site.get(login, `/api/meetings/${id}`)).json<MeetingView>()
const act = async (login: string, command: string, body: object = {}, sent: object = {}): Promise<Answer> =>
  site.send(login, `/api/meetings/${id}/commands/${command}`, body, {
    version: versionOf(await site.get(secretary, `/api/meetings/${id}`)),
    ...sent
  })
const itemOf = async (one: string) => (await view()).items.find((item) => item.caseId === one)!.id

const site = await forFile(openSite())
beforeAll(async () => {
  const triaged = async () => {
    const flagged = await site.tell.flagged()
    await site.tell.act(secretary, flagged, 'triage.start')
    return flagged
  }
  caseId = await triaged()
  decided = await triaged()
  const planned = await site.send(secretary, '/api/meetings', {
    startsAt: '2026-11-24T14:00:00+01:00',
    place: 'CANARI-SALLE'
  })
  expect(planned.statusCode).toBe(201)
  id = planned.json<MeetingView>().id
})

describe('a meeting over the API', () => {
  it('is refused in the past, without a key, and without the version that was read', async () => {
    const past = await site.send(secretary, '/api/meetings', { startsAt: '2026-11-23T09:00:00Z' })
    expect([past.statusCode, past.json().errors]).toMatchObject([
      400,
      [{ field: 'startsAt', message: 'La réunion se prévoit pour aujourd’hui ou plus tard.' }]
    ])
    const keyless = await site.send(
      secretary,
      '/api/meetings',
      { startsAt: '2026-11-26T09:00:00Z' },
      { key: null }
    )
    expect(keyless.statusCode).toBe(400)
    expect((await act(secretary, 'convene', {}, { version: null })).statusCode).toBe(400)
    expect((await act(secretary, 'convene', {}, { version: 99 })).statusCode).toBe(412)
  })

  it('does not exist for anybody but the cell, before members are convened', async () => {
    for (const { login, role } of demoAccounts) {
      if (role === null || secretariat.includes(login)) continue
      const [real, absent] = [
        await site.get(login, `/api/meetings/${id}`),
        await site.get(login, `/api/meetings/${randomUUID()}`)
      ]
      expect([login, real.statusCode, real.body]).toEqual([login, 404, absent.body])
    }
  })

  it('is convened once under one key, and then the members see the sheet and no more', async () => {
    const key = randomUUID()
    const { version } = await view()
    for (let n = 0; n < 2; n++)
      expect((await act(secretary, 'convene', {}, { key, version })).statusCode).toBe(200)
    expect((await view()).members).toHaveLength(4)
    const seen = await view('membre.69')
    expect(seen.items.map(({ caseId: one }) => one).sort()).toEqual([caseId, decided].sort())
    expect(seen.members.every(({ name, personId }) => name === null && personId === null)).toBe(true)
    expect(JSON.stringify(seen)).not.toMatch(/CANARI-(NOM|RECIT|CONTACT|ADRESSE)/)
    expect(seen.actions).toEqual([])
  })

  it('says why it cannot decide: the gauge and the button read the same reason', async () => {
    await act(secretary, 'open')
    const { quorum, items } = await view()
    expect(quorum).toMatchObject({ members: 0, reached: false, must: [{ here: false }] })
    expect(items[0]!.decide).toEqual({ enabled: false, reason: quorum.reason, explains: false })
    const refused = await act(secretary, 'item.decide', { itemId: await itemOf(decided) })
    expect([refused.statusCode, refused.json().code, refused.json().detail]).toEqual([
      409,
      'rule',
      quorum.reason
    ])
  })

  it('decides once the quorum is there and each has spoken; nobody reads how the others voted before', async () => {
    for (const login of members)
      await act(secretary, 'attend', { personId: site.as(login).personId, presence: 'video' })
    expect((await view()).quorum).toMatchObject({ members: 3, institutions: 3, reached: true, reason: null })
    const itemId = await itemOf(decided)
    const [noted, ...own] = [...members].reverse()
    for (const login of own)
      expect((await act(login, 'vote', { itemId, voice: 'in_favour' }, { version: null })).statusCode).toBe(
        200
      )
    const noting = async (login: string) =>
      (await view(login)).items.find((one) => one.id === itemId)!.noting?.left ?? null
    expect([await noting(secretary), await noting('membre.69')]).toEqual([1, null])
    await act(secretary, 'vote.record', { itemId, voice: 'in_favour', personId: site.as(noted!).personId })
    expect(await noting(secretary)).toBe(0)
    const item = (await view('membre.69')).items.find((one) => one.id === itemId)!
    expect(item).toMatchObject({ spoken: null, tally: null, voters: [], mine: { id: 'in_favour' } })
    expect(item.vote?.enabled).toBe(false)
    expect((await view()).items.find((one) => one.id === itemId)!.decide).toEqual({
      enabled: true,
      reason: null,
      explains: false
    })
    expect((await act(secretary, 'item.decide', { itemId })).statusCode).toBe(200)
    expect((await site.tell.row(decided))['identification']).toBe('presumed')
    expect((await view('membre.69')).items.find((one) => one.id === itemId)).toMatchObject({
      caseId: null,
      sheet: null,
      tally: { inFavour: 3, unanimous: true }
    })
  })
})

describe('minutes', () => {
  it('do not exist before the meeting is closed', async () => {
    expect((await site.get(secretary, `/api/meetings/${id}/minutes`)).statusCode).toBe(404)
    expect((await act(secretary, 'close')).statusCode).toBe(200)
    expect((await view()).minutes).toBe(true)
    const twice = await act(secretary, 'close')
    expect([twice.statusCode, twice.json().detail]).toEqual([
      409,
      '« Clore la séance » n’est pas possible : la réunion est tenue.'
    ])
  })

  it('are for the cell and the members convened, and each exit is written down', async () => {
    const readers = []
    for (const { login, role } of demoAccounts) {
      if (role === null) continue
      const [json, pdf] = [
        await site.get(login, `/api/meetings/${id}/minutes`),
        await site.get(login, `/api/meetings/${id}/minutes.pdf`)
      ]
      expect([login, json.statusCode]).toEqual([login, pdf.statusCode])
      if (json.statusCode === 200) readers.push(login)
      else expect([login, json.statusCode]).toEqual([login, 404])
    }
    expect(readers.sort()).toEqual([...secretariat, ...members, 'membre.69.ase'].sort())
    const { rows } = await site.db.owner.query<{ outcome: string; detail: string; n: number }>(
      `select outcome, detail, count(*)::int as n from audit_event where action = 'read' and object = $1 and detail = 'minutes.pdf' group by 1, 2 order by 1`,
      [`meeting:${id}`]
    )
    expect(rows.map(({ outcome, n }) => [outcome, outcome === 'allowed' ? n : n > 10])).toEqual([
      ['allowed', 6],
      ['denied', true]
    ])
  })

  it('tell the quorum, each decision with its numbers, and its dated basis', async () => {
    const minutes = (await site.get(secretary, `/api/meetings/${id}/minutes`)).json()
    expect(minutes).toMatchObject({ day: '2026-11-24', version: '2026-09' })
    expect(minutes.institutions.map(({ members: n }: { members: number }) => n)).toEqual([1, 1, 1])
    expect(minutes.quorum.reached).toBe('3 membres avec voix présents, de 3 institutions : atteint')
    const states = minutes.items.map(({ state }: { state: string }) => state).sort()
    expect(states).toEqual(['décidé', 'reporté, sans décision'])
    const done = minutes.items.find(({ tally }: { tally: unknown }) => tally !== null)
    expect(done.basis.map(({ code }: { code: string }) => code)).toContain('MNIO.GROUNDS')
    expect(done.basis[0]).toMatchObject({ inForceFrom: '2026-09-01', given: true })
  })

  it('tell which institutions were called and not there, by name of nobody, and at what hours it was held', async () => {
    const { absent, hours } = (await site.get(secretary, `/api/meetings/${id}/minutes`)).json<MinutesView>()
    expect(absent!.map(({ members: n }) => n)).toEqual([1])
    const pdf = textOfPdf((await site.get(secretary, `/api/meetings/${id}/minutes.pdf`)).rawPayload)
    expect(pdf).toContain('Institutions dont un membre convoqué était absent')
    // The cell of the Rhône reads the clock of Paris: one hour after the world's noon in UTC.
    expect(hours.opened).toMatch(/^\d{2}:\d{2}$/)
    expect(pdf).toContain(`Ouverte à ${hours.opened}, close à ${hours.closed}`)
    expect(pdf).toContain('3 institutions : atteint')
  })

  it('say how many voices the secretariat wrote, and of the others nothing', async () => {
    const { items } = (await site.get(secretary, `/api/meetings/${id}/minutes`)).json<MinutesView>()
    expect(items.map(({ tally, noted }) => [tally?.inFavour ?? null, noted]).sort()).toEqual([
      [null, 0],
      [3, 1]
    ])
    const pdf = textOfPdf((await site.get(secretary, `/api/meetings/${id}/minutes.pdf`)).rawPayload)
    expect(pdf.match(/Dont voix notées par le secrétariat : \d/g)).toEqual([
      'Dont voix notées par le secrétariat : 1'
    ])
  })

  it('leave as a tagged PDF in the language of its reader, the same each time', async () => {
    const read = async (language: string) =>
      site.get(secretary, `/api/meetings/${id}/minutes.pdf`, { 'accept-language': language })
    const [one, again, english] = [await read('fr'), await read('fr'), await read('en')]
    expect(one.headers['content-type']).toContain('application/pdf')
    expect(one.rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
    expect(one.rawPayload.equals(again.rawPayload)).toBe(true)
    const [french, text] = [textOfPdf(one.rawPayload), textOfPdf(english.rawPayload)]
    expect(french).toContain('/Lang (fr-FR)')
    expect(french).toContain('/StructTreeRoot')
    expect(french).toContain('/Marked true')
    expect(french).toMatch(/Pour : 3/)
    // It is sent to all who sat, of whom some follow no more what was left undecided.
    expect(french).toContain(' : sans décision de cette réunion')
    expect(text).toContain('/Lang (en-GB)')
    expect(text).toContain('In favour : 3')
  })

  it('carry no name of a person and nothing that anybody typed', async () => {
    const pdf = textOfPdf((await site.get(secretary, `/api/meetings/${id}/minutes.pdf`)).rawPayload)
    const json = (await site.get(secretary, `/api/meetings/${id}/minutes`)).body
    // The reader of the PDF is a reader: it finds what is there.
    expect(pdf).toContain('Police judiciaire du Rh')
    for (const text of [pdf, json]) {
      expect(text).not.toMatch(/CANARI|Blessing/)
      for (const { given, family } of demoAccounts)
        for (const name of [`${given} ${family}`, family])
          expect([name, text.includes(name)]).toEqual([name, false])
    }
  })
})

describe('a meeting whose day has not come', () => {
  it('is refused its opening, and the button says the same', async () => {
    const planned = await site.send(secretary, '/api/meetings', { startsAt: '2026-11-25T09:00:00+01:00' })
    id = planned.json<MeetingView>().id
    await act(secretary, 'convene')
    const { actions } = await view()
    const reason = actions.find(({ command }) => command === 'open')!.reason
    expect(reason).toMatch(/^La réunion s’ouvre le jour/)
    expect(actions.find(({ command }) => command === 'cancel')!.reason).toBeNull()
    const refused = await act(secretary, 'open')
    expect([refused.statusCode, refused.json().code, refused.json().detail]).toEqual([409, 'rule', reason])
  })
})
