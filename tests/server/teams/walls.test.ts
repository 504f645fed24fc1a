import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { abilityFor, asCase } from '../../../policies/abilities.ts'
import { readersOf } from '../../../policies/organisations/teams.ts'
import { inContext } from '../../../server/db/context.ts'
import { bareCases, isNow, partsOf, setParts } from '../../support/participations.ts'
import { colleaguesOf, setTeams, teamsOf } from './drawn.ts'
import { openWorld } from '../../support/world.ts'
import { forFile } from '../../support/for-file.ts'

const world = await forFile(openWorld())
const cases = await bareCases(world, 24)
const login = 'asso.rhone'
const { orgId } = world.as(login)
const orgs = [orgId, world.as('cellule.69').orgId, world.as('foyer.azur').orgId]
const people = [
  world.as(login),
  ...(await colleaguesOf(world, login, 4)),
  ...(await colleaguesOf(world, login, 2, 'cell_member'))
]
const teams = 3

const askedBy = (actor: (typeof people)[number], asked: string) =>
  inContext(world.db.app, actor, async (tx) =>
    (await tx.execute<{ id: string }>(sql.raw(asked))).rows.map(({ id }) => id)
  )

describe('the two walls, asked who of an organisation in teams reads which case', () => {
  it('give the same cases to each of its people, and the same readers of each case', async () => {
    let [told, kept] = [0, 0]
    const world_ = fc.record({
      parts: partsOf(cases.length, orgs.length),
      drawn: teamsOf(cases.length, people.length, teams)
    })
    await fc.assert(
      fc.asyncProperty(world_, async ({ parts, drawn }) => {
        await setParts(world, parts, { cases, orgs })
        const standing = await setTeams(world, drawn, { orgId, people, cases, teams })
        for (const actor of people) {
          const seen = new Set(await askedBy(actor, 'select id from "case"'))
          const policy = abilityFor(actor)
          for (const [index, id] of cases.entries()) {
            const own = parts.filter((part) => part.case === index && part.org === 0 && isNow(part))
            const readers = readersOf(standing.teams, standing.followsOf(id), new Date())
            const reads = own.some(({ capacity }) =>
              policy.can('read', asCase({ participants: [orgId], capacity, readers }))
            )
            expect([actor.name, id, seen.has(id)]).toEqual([actor.name, id, reads])
            if (reads) told += 1
            else if (own.length > 0) kept += 1
          }
        }
        for (const id of cases) {
          const readers = await askedBy(people[0]!, `select readers_of('${id}', '${orgId}') as id`)
          expect(readers.sort()).toEqual(
            [...readersOf(standing.teams, standing.followsOf(id), new Date())!].sort()
          )
        }
      }),
      { numRuns: 12, seed: 2026 }
    )
    expect(told).toBeGreaterThan(50)
    expect(kept).toBeGreaterThan(100)
  })

  it('let an absence be ended by who is away and by who leads, and not by who stands in', async () => {
    const [lead, absent, cover, other] = people
    const span = [-48, 24] as const
    const members = [0, 1, 2, 3].map((person) => ({ team: 0, person, leads: person === 0, span }))
    const drawn = { members, covers: [{ absent: 1, cover: 2, span }], follows: [] }
    await setTeams(world, drawn, { orgId, people, cases, teams })
    const ends = (actor: typeof lead) =>
      inContext(world.db.app, actor!, async (tx) => {
        const ended = sql`update team_cover set until = until - interval '1 hour' where org_id = ${orgId}`
        return (await tx.execute(ended)).rowCount
      })
    const ended = []
    for (const actor of [cover, other, absent, lead]) ended.push(await ends(actor))
    expect(ended).toEqual([0, 0, 1, 1])
  })

  it('keep nothing from anybody of an organisation without teams', async () => {
    const [parts] = fc.sample(partsOf(cases.length, orgs.length), { numRuns: 1, seed: 3 })
    await setParts(world, parts!, { cases, orgs })
    const shelter = world.as('foyer.azur')
    const expected = cases.filter((_, index) =>
      parts!.some((part) => part.case === index && part.org === 2 && isNow(part))
    )
    expect(expected.length).toBeGreaterThan(3)
    expect((await askedBy(shelter, 'select id from "case"')).sort()).toEqual([...expected].sort())
  })
})
