import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { forFile } from '../../support/for-file.ts'
import { openSite, type Sent } from '../../support/running/site.ts'

const site = await forFile(openSite())
const { tell } = site
const worker = 'asso.rhone'
const at = (id: string) => `/api/cases/${id}/conversation`
const how = {
  on: '2026-11-24',
  language: 'ar',
  means: 'in_person',
  interpreter: true,
  shown: 'ar-2026-11-28'
}
const whole = {
  ...how,
  ...{ helpWithoutConsent: true, agrees: ['B', 'C', 'E', 'F', 'G'], withdraws: [] },
  ...{ wishes: true, confidential: true }
}
const hold = async (id: string, said: object = whole, { version, ...sent }: Sent = {}, login = worker) =>
  site.send(login, at(id), said, {
    version: version === undefined ? await site.version(login, id) : version,
    ...sent
  })
const rows = async <R extends object>(text: string, id: string) =>
  (await site.db.owner.query<R>(text, [id])).rows
const story = async (id: string) =>
  rows<{ type: string; data: Record<string, unknown> }>(
    'select command as type, input as data from case_event where case_id = $1 order by seq',
    id
  )
const acts = async (id: string) => (await story(id)).map(({ type }) => type)
const untouched = async (id: string, work: () => Promise<void>) => {
  const before = [await tell.row(id), await acts(id)]
  await work()
  expect([await tell.row(id), await acts(id)]).toEqual(before)
}

describe('a conversation is not recorded', () => {
  it('by whoever takes no part in the case, nor shown to them', async () => {
    const id = await tell.presumed()
    await untouched(id, async () => {
      for (const login of ['asso.paris', 'prefecture.69', 'foyer.azur']) {
        expect([login, (await site.get(login, at(id))).statusCode]).toEqual([login, 404])
        const sent = await hold(id, whole, { version: '"anything-of-22-letters"' }, login)
        expect([login, sent.statusCode]).toEqual([login, 404])
      }
    })
    expect((await site.get(worker, at(id))).statusCode).toBe(200)
  })

  it('by the cell where an association accompanies the person: it says which act is refused, and nothing is written', async () => {
    const id = await tell.presumed()
    await untouched(id, async () => {
      const { wishes: _wishes, confidential: _setting, ...agreed } = whole
      const sent = await hold(id, agreed, {}, 'cellule.69')
      expect([sent.statusCode, sent.json().detail]).toEqual([
        409,
        expect.stringMatching(/^Enregistrer un accord : Une association accompagne/)
      ])
      const offered = await hold(id, { ...whole, agrees: [] }, {}, 'cellule.69')
      expect([offered.statusCode, offered.json().detail]).toEqual([
        403,
        'Proposer le délai de réflexion : votre rôle ne permet pas cet acte'
      ])
    })
  })

  it('by an association that is not designated for the reflection period: it tells the rest', async () => {
    const id = await tell.presumed()
    const designated = `from habilitation where org_id = $1 and regime = 'r425_1'`
    const { orgId } = site.as(worker)
    const [kept] = await rows<Record<string, unknown>>(`select * ${designated}`, orgId)
    await rows(`delete ${designated}`, orgId)
    await untouched(id, async () => {
      const sent = await hold(id)
      expect([sent.statusCode, sent.json().detail]).toEqual([
        409,
        expect.stringMatching(/^Proposer le délai de réflexion : Votre association n’est pas désignée/)
      ])
    })
    const { acts: offered, code } = (await site.get(worker, at(id))).json()
    expect(code).toMatch(/^TEH \w{4} \w{4}$/)
    expect(offered.find(({ command }: { command: string }) => command === 'reflection.offer').enabled).toBe(
      false
    )
    const names = Object.keys(kept!)
    await site.db.owner.query(
      `insert into habilitation (${names.join(', ')}) values (${names.map((_, at) => `$${at + 1}`).join(', ')})`,
      Object.values(kept!)
    )
    expect((await hold(id)).statusCode).toBe(200)
  })

  it('where one answer is refused by its act: not one of the others stays', async () => {
    const id = await tell.presumed({ nationality: 'french', stay: 'unknown' })
    await untouched(id, async () => {
      const sent = await hold(id)
      expect([sent.statusCode, sent.json().detail]).toEqual([
        409,
        expect.stringMatching(/^Proposer le délai de réflexion : /)
      ])
    })
    const { wishes: _wishes, confidential: _setting, ...agreed } = whole
    expect((await hold(id, agreed)).statusCode).toBe(200)
  })

  it('before the person knows that refusing takes no help away, or where the setting is not confidential', async () => {
    const id = await tell.presumed()
    await untouched(id, async () => {
      for (const [field, value] of [
        ['helpWithoutConsent', false],
        ['confidential', false]
      ] as const) {
        const sent = await hold(id, { ...whole, [field]: value })
        expect([sent.statusCode, sent.json().errors[0].field]).toEqual([400, field])
      }
    })
  })

  it('with the reflection period, or a consent, before the information', async () => {
    const id = await tell.presumed()
    const { helpWithoutConsent: _unsaid, ...untold } = whole
    await untouched(id, async () => {
      const offered = await hold(id, { ...untold, agrees: [] })
      expect([offered.statusCode, offered.json().detail]).toEqual([
        409,
        expect.stringContaining('Dites d’abord ses droits')
      ])
      const { wishes: _wishes, ...agreed } = untold
      const recorded = await hold(id, agreed)
      expect([recorded.statusCode, recorded.json().detail]).toEqual([
        409,
        expect.stringMatching(/^Enregistrer un accord : /)
      ])
    })
  })

  it('on a version that was not read, without one, or with a day that lies ahead', async () => {
    const id = await tell.presumed()
    await untouched(id, async () => {
      expect((await hold(id, whole, { version: null })).statusCode).toBe(400)
      expect((await hold(id, whole, { version: '"old"' })).statusCode).toBe(412)
      const ahead = await hold(id, { ...whole, on: '2026-12-30' })
      expect([ahead.statusCode, ahead.json().errors[0].field]).toEqual([400, 'on'])
      expect(ahead.json().errors[0].message).toMatch(/^Informer la personne de ses droits : /)
    })
  })

  it('with a text that nobody wrote, an answer given and withdrawn, or nothing to keep', async () => {
    const id = await tell.consenting()
    await untouched(id, async () => {
      const { helpWithoutConsent: _told, wishes: _wishes, confidential: _setting, ...plain } = whole
      expect((await hold(id, { ...plain, shown: 'ar-2020-01-01' })).statusCode).toBe(400)
      expect((await hold(id, { ...plain, name: 'x' })).statusCode).toBe(400)
      expect((await hold(id, { ...plain, withdraws: ['B'] })).statusCode).toBe(400)
      const both = await hold(id, { ...plain, refuses: ['B'] })
      expect([both.statusCode, both.json().errors[0].field]).toEqual([400, 'agrees'])
      const empty = await hold(id, { ...plain, agrees: [] })
      expect([empty.statusCode, empty.json().detail]).toEqual([409, expect.stringContaining('Rien à enreg')])
    })
  })
})

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
      beside: { id: 'ar-2026-11-28', tag: 'ar', direction: 'rtl' }
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
      ['code', 'direction', 'from', 'name', 'status', 'tag', 'title', 'told', 'translator'].sort()
    )
    expect(answer.json()).toMatchObject({ tag: 'ar', direction: 'rtl' })
  })

  it('is not there under another code, and an address without a session opens nothing else', async () => {
    for (const code of ['r8hk', 'R8HJ', 'constructor', 'r8h'])
      expect([code, (await site.app.inject(`/api/texts/${code}`)).statusCode]).toEqual([code, 404])
    expect((await site.app.inject(at(randomUUID()))).statusCode).toBe(401)
  })
})
