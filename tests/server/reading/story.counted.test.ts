import { beforeAll, describe, expect, test } from 'vitest'
import type { CommandType } from '../../../workflows/case/commands.ts'
import { chanceFrom } from '../../../verify/chance.ts'
import { selectAll, type EventRow } from '../../../server/cases/store.ts'
import { countedEvery, heardBy, lengthened, untold } from '../../../server/cases/story.ts'
import { caseEvents, type CountedStory } from '../../../server/db/schema/schema.ts'
import { forFile } from '../../support/for-file.ts'
import { testApp } from '../../support/running/app.ts'
import { aFlag } from '../../support/world.ts'
import { live } from '../../twins/lives/lives.ts'
import { logins, openHouse } from '../../twins/house/house.ts'

// A case whose journal is long is told from the newest acts and from what was counted of those before. Without a count the whole
// journal is read: that is what each reading is held against, byte for byte.

const house = await forFile(openHouse((given) => testApp({ ...given, web: false })))
const { owner } = house.db

const idOf = async () => (await owner.query<{ id: string }>('select id from "case" limit 1')).rows[0]!.id

const journalOf = async (id: string) =>
  (await owner.query<EventRow>(`${selectAll(caseEvents)} where case_id = $1 order by seq`, [id])).rows

const keptOf = async (id: string) =>
  (await owner.query<{ story: CountedStory | null }>('select story from "case" where id = $1', [id])).rows[0]!
    .story

const keep = (id: string, story: CountedStory | null) =>
  owner.query('update "case" set story = $2 where id = $1', [id, story])

/** Acts of a life are done again and again in its journal, until that is long. */
const lengthen = async (id: string, { to, again }: { to: number; again: string }) => {
  await owner.query(
    `insert into case_event (case_id, seq, at, command, input, sealed, person_id, org_id, role, territory, basis, basis_on, late, met_at, met_input)
       select case_id, last + row_number() over (order by turn, seq), at, command, input, sealed, person_id, org_id, role, territory,
         basis, basis_on, late, met_at, met_input
       from case_event, generate_series(1, $2::int) turn, (select max(seq) as last from case_event where case_id = $1) already
      where case_id = $1 and seq > 1 and command like $3
      order by turn, seq limit $2`,
    [id, to, again]
  )
  await owner.query(
    'update "case" set version = (select max(seq) from case_event where case_id = $1) where id = $1',
    [id]
  )
}

/** Another hour in the place where the person was met, still to come and gone by. */
const elsewhere = (id: string) =>
  owner.query(
    `update case_event set met_input = input, met_at = case when seq % 2 = 0 then timestamptz '2080-01-01' else at + interval '3 hours' end
      where case_id = $1 and command like 'clock.%'`,
    [id]
  )

const paged = async (login: string, url: string) => {
  const bodies: string[] = []
  for (let next: string | null = ''; next !== null;) {
    const { body } = await house.get(login, `${url}/events${next && `?cursor=${encodeURIComponent(next)}`}`)
    bodies.push(body)
    next = (JSON.parse(body) as { next: string | null }).next
  }
  return bodies
}

type Told = { login: string; lines: number; bodies: string[] }

/** All that each reader of a case is told in which its story counts. */
const toldToAll = async (id: string): Promise<Told[]> => {
  const url = `/api/cases/${id}`
  const all: Told[] = []
  for (const login of logins) {
    const first = await house.get(login, url)
    if (first.status !== 200) continue
    const [short, long] = [
      await house.get(login, `${url}?events=6`),
      await house.get(login, `${url}?events=50`)
    ]
    const confirming = await house.get(login, `${url}/actions/case.close`)
    const pages = await paged(login, url)
    const [{ seq = 0 } = {}] = (JSON.parse(pages[0]!) as { items: { seq: number }[] }).items
    const bodies = [first, short, long, confirming].map(({ body }) => body)
    all.push({ login, lines: seq, bodies: [...bodies, ...pages] })
  }
  return all
}

const led: readonly CommandType[] = ['acse.admission', 'measure.order', 'dna.admission', 'closing.decline']

type Compared = { whole: Told[]; counted: Told[]; acts: number; upTo: number }

describe('the story of a long case', () => {
  const seen: Compared[] = []
  let doubled: Told[] = []
  beforeAll(async () => {
    const told = new Map<string, number>()
    for (const [index, target] of led.entries()) {
      await live(house, { below: chanceFrom(index + 10), told }, target)
      const id = await idOf()
      // Of asylum the cell is told nothing: it has less than a page to read.
      await lengthen(id, { to: 130, again: target === 'dna.admission' ? 'dna.%' : '%' })
      await elsewhere(id)
      const journal = await journalOf(id)
      const acts = journal.length
      await keep(id, null)
      const whole = await toldToAll(id)
      for (const upTo of [countedEvery, acts - (acts % countedEvery)]) {
        const story = lengthened(untold, journal.slice(0, upTo))
        await keep(id, story)
        seen.push({ whole, counted: await toldToAll(id), acts, upTo })
        await keep(id, { ...story, acts: story.acts.map((one) => ({ ...one, n: one.n * 2 })) })
      }
      doubled = await toldToAll(id)
    }
  }, 300_000)

  test('is told to each reader as the whole journal tells it, page by page, to the byte', () => {
    for (const { whole, counted } of seen) expect(counted).toEqual(whole)
    expect(seen.flatMap(({ whole }) => whole).length).toBeGreaterThan(20)
  })

  test('has readers who are told all of it, some of it, and less than a page', () => {
    const shares = seen.flatMap(({ whole, acts }) => whole.map(({ lines }) => lines / acts))
    expect(shares.some((share) => share === 1)).toBe(true)
    expect(shares.some((share) => share > 0.2 && share < 0.95)).toBe(true)
    expect(seen.flatMap(({ whole }) => whole).some(({ lines }) => lines < 50)).toBe(true)
  })

  test('is told from what was counted, where it was', () => {
    const { whole } = seen.at(-1)!
    expect(doubled.map(({ bodies }) => bodies[0])).not.toEqual(whole.map(({ bodies }) => bodies[0]))
  })
})

describe('the gate', () => {
  let language = 'fr'
  const complete = async (id: string, times: number) => {
    const url = `/api/cases/${id}`
    for (let time = 0; time < times; time += 1) {
      language = language === 'fr' ? 'en' : 'fr'
      const { etag } = await house.get('asso.rhone', url)
      const done = await house.post(
        'asso.rhone',
        `${url}/commands/facts.complete`,
        { language },
        etag!.slice(1, -1)
      )
      expect(done.status).toBe(204)
    }
  }

  test('counts the journal with every fiftieth act, and one that was not counted from its beginning', async () => {
    await house.forget()
    await house.post('asso.rhone', '/api/cases', aFlag({ metOn: '2026-05-04' }))
    const id = await idOf()
    await complete(id, countedEvery - 2)
    expect(await keptOf(id)).toBeNull()
    await complete(id, 2)
    const first = await keptOf(id)
    expect(first).toEqual(lengthened(untold, (await journalOf(id)).slice(0, countedEvery)))
    expect(first!.acts.map(({ command, n }) => [command, n])).toEqual([
      ['case.flag', 1],
      ['facts.complete', countedEvery - 1]
    ])
    await complete(id, countedEvery - 1)
    const both = lengthened(untold, await journalOf(id))
    expect(await keptOf(id)).toEqual(both)
    expect(both.upTo).toBe(2 * countedEvery)
    await keep(id, { ...both, heardBy: `${heardBy}, of another release`, acts: [] })
    await complete(id, countedEvery)
    expect((await keptOf(id))!.acts.reduce((all, { n }) => all + n, 0)).toBe(3 * countedEvery)
  })
})
