import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { openConversations } from './held.ts'

const { site, tell, worker, at, how, whole, hold, rows, story, acts } = await openConversations()

describe('a conversation that is recorded', () => {
  it('becomes its acts, in order, in one step, and keeps which text was shown', async () => {
    const id = await tell.presumed()
    const before = await acts(id)
    const sent = await hold(id)
    expect([sent.statusCode, sent.json()]).toEqual([
      200,
      {
        id,
        acts: ['Personne informée de ses droits', 'Accord donné', 'Délai de réflexion proposé']
      }
    ])
    const added = (await story(id)).slice(before.length)
    expect(added.map(({ type }) => type)).toEqual(['person.inform', 'consent.record', 'reflection.offer'])
    expect(added[0]!.data).toMatchObject({ shown: 'ar-2026-11-28', language: 'ar' })
    expect(added[1]!.data).toMatchObject({ scopes: ['B', 'C', 'E', 'F', 'G'], interpreter: true })
    expect(added[1]!.data).not.toHaveProperty('shown')
    expect((await site.get(worker, `/api/cases/${id}?events=9`)).body).toContain(
      'arabe, version du 28/11/2026 (traduction provisoire'
    )
    expect(await tell.row(id)).toMatchObject({ consent: 'informed', residence: 'reflection_offered' })
  })

  it('says on which ground each act stands that it may come to', async () => {
    const id = await tell.presumed()
    const { acts: coming } = (await site.get(worker, at(id))).json() as {
      acts: { command: string; basis: { code: string }[] }[]
    }
    const grounds = Object.fromEntries(
      coming.map(({ command, basis }) => [command, basis.map(({ code }) => code)])
    )
    expect(grounds['reflection.offer']).toContain('CESEDA.R425-1')
    expect(grounds['person.inform']?.length).toBeGreaterThan(0)
  })

  it('under one key is recorded once, and another conversation needs another key', async () => {
    const id = await tell.presumed()
    const once = { key: randomUUID(), version: await site.version(worker, id) }
    const [first, again] = [await hold(id, whole, once), await hold(id, whole, once)]
    expect([first.statusCode, again.statusCode, again.json()]).toEqual([200, 200, first.json()])
    expect((await acts(id)).filter((one) => one === 'person.inform')).toHaveLength(1)
    expect((await hold(id, { ...whole, wishes: false }, once)).statusCode).toBe(422)
  })

  it('keeps a refusal with its day, which opens nothing, closes no right and gives way to a later yes', async () => {
    const id = await tell.presumed()
    const refusing = { ...whole, agrees: ['E'], refuses: ['C', 'F'] }
    expect((await hold(id, refusing)).json().acts).toEqual([
      'Personne informée de ses droits',
      'Accord refusé',
      'Accord donné',
      'Délai de réflexion proposé'
    ])
    expect(await tell.row(id)).toMatchObject({ residence: 'reflection_offered' })
    expect((await tell.row(id)).facts['consents']).toEqual(['A', 'E'])
    const stands = async (login = worker) =>
      ((await site.get(login, `/api/cases/${id}`)).json().consents as { scope: string; state: string }[])
        .filter(({ scope }) => 'CEF'.includes(scope))
        .map(({ scope, state }) => [scope, state])
    expect(await stands()).toEqual([
      ['C', 'refused'],
      ['E', 'given'],
      ['F', 'refused']
    ])
    const asked = (await site.get(worker, at(id))).json().consents as {
      scope: string
      refusedAt: string | null
    }[]
    const refused = asked.filter(({ refusedAt }) => refusedAt !== null)
    expect(refused.map(({ scope, refusedAt }) => [scope, refusedAt!.slice(0, 10)])).toEqual([
      ['C', how.on],
      ['F', how.on]
    ])
    expect((await hold(id, { ...how, agrees: ['C'], withdraws: [] })).statusCode).toBe(200)
    expect(await stands()).toEqual([
      ['C', 'given'],
      ['E', 'given'],
      ['F', 'refused']
    ])
  })

  it('counts the year of a consent from the day of the conversation, and ends what is refused after it was given', async () => {
    const id = await tell.presumed()
    await hold(id, { ...whole, agrees: ['B', 'E'] })
    const days = await rows<{ scope: string; on: string }>(
      `select scope, to_char(at, 'YYYY-MM-DD') as on from consent where case_id = $1 and scope in ('B', 'E') order by scope`,
      id
    )
    expect(days).toEqual([
      { scope: 'B', on: how.on },
      { scope: 'E', on: how.on }
    ])
    const clock = await rows(
      `select to_char(started_at, 'YYYY-MM-DD') as on from deadline where case_id = $1 and code = 'MNIO-CONSENT' order by started_at`,
      id
    )
    expect(clock).toContainEqual({ on: how.on })
    expect((await hold(id, { ...how, agrees: [], refuses: ['E'], withdraws: [] })).statusCode).toBe(200)
    expect((await tell.row(id)).facts['consents']).toEqual(['A', 'B'])
  })

  it('takes back what the person takes back, and writes no refusal of what was left for later', async () => {
    const id = await tell.consenting(['B', 'E'])
    const before = (await acts(id)).length
    const sent = await hold(id, { ...how, agrees: ['F'], withdraws: ['E'] })
    expect(sent.statusCode).toBe(200)
    expect((await acts(id)).slice(before)).toEqual(['consent.withdraw', 'consent.record'])
    expect((await tell.row(id)).facts['consents']).toEqual(['A', 'B', 'F'])
  })

  it('a plain act says of no text that it was shown, whatever is sent', async () => {
    const id = await tell.presumed()
    const { shown, ...said } = how
    const informed = { ...said, shown, helpWithoutConsent: true }
    const sent = await site.act(worker, [id, 'person.inform'], informed, {
      version: await site.version(worker, id)
    })
    expect(sent.statusCode).toBe(200)
    expect((await story(id)).at(-1)!.data).not.toHaveProperty('shown')
  })
})

describe('the sheet of a conversation', () => {
  it('is in plain French beside the language of the person, and says which languages wait', async () => {
    const id = await tell.presumed({ language: 'ar' })
    const sheet = (await site.get(worker, at(id))).json()
    expect(sheet).toMatchObject({
      language: 'ar',
      plain: { tag: 'fr', direction: 'ltr' },
      beside: { id: 'ar-2026-11-29', tag: 'ar', direction: 'rtl' }
    })
    expect(sheet.beside.consents.map(({ scope }: { scope: string }) => scope)).toEqual(
      sheet.consents.map(({ scope }: { scope: string }) => scope)
    )
    expect(sheet.awaited).toContain('edo')
    expect(
      sheet.acts.map((one: { command: string; enabled: boolean }) => [one.command, one.enabled])
    ).toEqual([
      ['person.inform', true],
      ['consent.withdraw', true],
      ['consent.refuse', true],
      ['consent.record', true],
      ['reflection.offer', true]
    ])
    const ofCell = (await site.get('cellule.69', at(id))).json().acts
    expect(ofCell).toMatchObject([
      { command: 'person.inform', enabled: true },
      { command: 'consent.withdraw', enabled: true },
      { command: 'consent.refuse', enabled: true },
      { command: 'consent.record', enabled: false, reason: expect.stringContaining('accompagne') }
    ])
    const other = await site.get(worker, `${at(id)}?text=es-2026-11-28`)
    expect(other.json().beside.name).toBe('Español')
    expect((await site.get(worker, `${at(id)}?text=none`)).statusCode).toBe(400)
  })
})

describe('the text that is read again by its code', () => {
  it('needs no session and holds nothing of a case', async () => {
    const answer = await site.app.inject('/api/texts/r8hj')
    expect(answer.statusCode).toBe(200)
    expect(Object.keys(answer.json()).sort()).toEqual(
      'code direction from name recording status tag title told translator'.split(' ')
    )
    expect(answer.json()).toMatchObject({ tag: 'ar', direction: 'rtl' })
  })

  it('is not there under another code, and an address without a session opens nothing else', async () => {
    for (const code of ['r8hk', 'R8HJ', 'constructor', 'r8h'])
      expect([code, (await site.app.inject(`/api/texts/${code}`)).statusCode]).toEqual([code, 404])
    expect((await site.app.inject(at(randomUUID()))).statusCode).toBe(401)
  })
})
