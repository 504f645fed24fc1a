import { randomUUID } from 'node:crypto'
import { describe, expect, it, vi } from 'vitest'
import { needsSession } from '../../server/auth/actor.ts'
import { showCode } from '../../server/cases/code.ts'
import { dataClasses } from '../../workflows/vocabulary/vocabulary.ts'
import { emergencies } from '../support/emergency.ts'
import { forFile } from '../support/for-file.ts'
import { meeting } from '../support/meetings.ts'
import { formsOf, wanted, type Document } from '../support/running/forms.ts'
import { fromPage } from '../support/running/sign-in.ts'
import { openSite } from '../support/running/site.ts'
import { openHanding } from './handing/support.ts'

// What somebody read and did because they took part, held a role or belonged is asked again an instant after that ended, of every route
// that the API describes; and the moment before, so that nothing is refused that was never there.

const site = await forFile(openSite())
const { tell } = site
const owner = (text: string, values: unknown[] = []) => site.db.owner.query(text, values)
const { behind, operations, least } = formsOf((await site.app.inject('/api/openapi.json')).json<Document>())
const idsOf = async (text: string, values: unknown[] = []) =>
  (await owner(text, values)).rows.map(({ id }) => String(id))
const codeOf = async (one: string) =>
  String((await owner('select code from "case" where id = $1', [one])).rows[0]!.code)

await tell.act('cellule.69', await tell.flagged(), 'triage.start')
const sitting = await meeting(site).planned()
await meeting(site).act('cellule.69', sitting, 'convene')
const other = await tell.consenting()
const id = await tell.housed(site.places['foyer.azur']![0]!)
await tell.act('asso.rhone', id, 'prefecture.request', {})
await tell.move('prefecture.69', await tell.referral(id, 'prefecture'), 'accept')
const opening = await emergencies(site).opens('foyer.azur', id, ['C'])
await site.send('asso.rhone', `/api/cases/${id}/links`, { code: await codeOf(other), kind: 'family' })
const handed = await openHanding(site).proposed(id)
const code = await codeOf(id)

/** What the parts of an address may name. */
const named: Record<string, string[]> = {
  cases: [id],
  referrals: await idsOf('select id from referral where case_id = $1', [id]),
  stays: await idsOf('select id from stay where case_id = $1', [id]),
  links: await idsOf('select id from case_link'),
  openings: [opening],
  handings: [handed],
  meetings: [sitting]
}
/** By any of these an answer is of her. */
const hers = [id, code, showCode(code)].concat(
  ['referrals', 'stays', 'openings', 'handings'].flatMap((one) => named[one]!)
)

type Operation = (typeof operations)[number]
const valuesFor = (name: string, under: string): readonly string[] => {
  if (name === 'class') return Object.keys(dataClasses)
  return named[under] ?? (wanted[name] === undefined ? [] : [wanted[name]])
}
/** The addresses of a path: none where it names nothing that is here. */
const addressesOf = (path: string): string[] =>
  path
    .split('/')
    .slice(1)
    .reduce<string[]>(
      (found, part, at, parts) => {
        const [, name] = /^\{(\w+)\}/.exec(part) ?? []
        const values = name === undefined ? [part] : valuesFor(name, parts[at - 1]!)
        return found.flatMap((one) => values.map((value) => `${one}/${value}`))
      },
      ['']
    )
/** What a reading may be asked for besides: of this case, and in each of its views. */
const askedOf = ({ path, parameters }: Operation): string[] => {
  const asked = parameters.flatMap(({ name, in: part, schema }) => {
    if (part !== 'query' || !['case', 'view', 'box'].includes(name)) return []
    return (name === 'case' ? [id] : (behind(schema!).enum ?? [])).map((value) => `?${name}=${String(value)}`)
  })
  return addressesOf(path).flatMap((one) => (asked.length > 0 ? asked : ['']).map((words) => one + words))
}
/** Whose answer never ends. */
const stream = '/api/stream'
const readings = operations.filter(({ method, path }) => method === 'get' && path !== stream)
const acts = operations.filter(
  ({ method, path }) =>
    method !== 'get' && Object.keys(named).some((one) => path.startsWith(`/api/${one}/{id}`))
)

/** Of these addresses, those that tell this reader of her. */
const telling = async (login: string, of: readonly string[]) => {
  const found: string[] = []
  for (const url of of) {
    const { statusCode, body } = await site.get(login, url)
    const isHers = hers.some((one) => url.includes(one) || body.includes(one))
    if (statusCode === 200 && isHers) found.push(url)
  }
  return found
}
/** Presses it as it stood long ago, so that nothing is done where it may be. */
const presses = async (login: string, { method, body }: Operation, url: string) =>
  (
    await site.app.inject({
      ...{ method: method as 'POST', url },
      headers: {
        ...fromPage(await site.cookie(login)),
        ...{ 'idempotency-key': randomUUID(), 'if-match': '"0"' }
      },
      ...(body && { payload: least(body) as object })
    })
  ).statusCode
/** What is answered otherwise than where nothing of that name is there. */
const answered = async (login: string) => {
  const found: string[] = []
  for (const one of acts)
    for (const url of addressesOf(one.path)) {
      const status = await presses(login, one, url)
      if ([401, 403, 404].includes(status)) continue
      const nowhere = hers.reduce((words, each) => words.replace(each, randomUUID()), url)
      if (status !== (await presses(login, one, nowhere))) found.push(url)
    }
  return found
}

const ending = 'update participation set until = wall_clock() where case_id = $1 and org_id = $2'
/** Their parts in the case end on this instant, for as long as `work` lasts. */
const withoutPart = async <T>(login: string, work: () => Promise<T>): Promise<T> => {
  const of = [id, site.as(login).orgId]
  const { rows } = await owner(`${ending} and until is null returning until::text`, of)
  try {
    return await work()
  } finally {
    const again = 'update participation set until = null where case_id = $1 and org_id = $2 and until = $3'
    await owner(again, [...of, rows[0]!.until])
  }
}
/** What they hold is that, for as long as `work` lasts. */
const holding = async <T>(login: string, set: string, work: () => Promise<T>): Promise<T> => {
  const of = [site.as(login).personId]
  const { rows } = await owner('select role, until from membership where person_id = $1', of)
  await owner(`update membership set ${set} where person_id = $1`, of)
  try {
    return await work()
  } finally {
    const { role, until } = rows[0]!
    await owner('update membership set role = $2, until = $3 where person_id = $1', [...of, role, until])
  }
}

/** What stays theirs when they take part no more: what was addressed to them, what they proposed or opened, and the meetings of a cell. */
const theirs: Record<string, RegExp> = {
  acse: /^\/api\/referrals\b/
}
const everything = readings.flatMap(askedOf)

// Each asks hundreds of routes.
vi.setConfig({ testTimeout: 300_000 })

describe('who took part until this instant', () => {
  it.each(Object.entries(theirs))('%s is told nothing of her, and does nothing', async (login, own) => {
    const before = await telling(login, everything)
    const of = before.filter((url) => !own.test(url))
    expect(of).toEqual(expect.arrayContaining([`/api/cases/${id}`, '/api/cases?view=all']))
    const { actions } = (await site.get(login, `/api/cases/${id}`)).json<{ actions: { command: string }[] }>()
    for (const { command } of actions) {
      const act = acts.find(({ path }) => path.endsWith(`/{id}/commands/${command}`))!
      const status = await presses(login, act, `/api/cases/${id}/commands/${command}`)
      expect([command, [401, 403, 404].includes(status)]).toEqual([command, false])
    }
    await withoutPart(login, async () => {
      expect(await telling(login, of)).toEqual([])
      expect((await answered(login)).filter((url) => !own.test(url))).toEqual([])
    })
    expect(await telling(login, [`/api/cases/${id}`])).toHaveLength(1)
  })
})

describe('who sits in the cell for a house that takes part', () => {
  it.each(['prefecture.69'])('is told nothing of what %s is told', async (login) => {
    const before = await telling(login, everything)
    expect(before.length).toBeGreaterThan(8)
    await holding(login, `role = 'cell_member'`, async () => {
      expect(await telling(login, before)).toEqual([])
      expect(await answered(login)).toEqual([])
    })
    expect(await telling(login, [`/api/cases/${id}`])).toHaveLength(1)
  })
})

describe('who belonged until this instant', () => {
  const asked = readings.filter(({ path }) => needsSession(path.replaceAll(/\{(\w+)\}/g, ':$1')))

  it.each(['membre.69'])('is nobody, as %s', async (login) => {
    expect((await site.get(login, '/api/me')).statusCode).toBe(200)
    await holding(login, 'until = wall_clock()', async () => {
      const found = []
      for (const url of asked.flatMap(askedOf)) found.push([url, (await site.get(login, url)).statusCode])
      expect(found.length).toBeGreaterThan(80)
      expect(found.filter(([, status]) => status !== 401)).toEqual([])
      for (const one of acts.slice(0, 40))
        for (const url of addressesOf(one.path))
          expect([url, await presses(login, one, url)]).toEqual([url, 401])
    })
    expect((await site.get(login, '/api/me')).statusCode).toBe(200)
  })
})
