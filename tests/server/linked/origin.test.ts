import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { showCode } from '../../../server/cases/code.ts'
import { inContext } from '../../../server/db/context.ts'
import { linksKnown } from '../../../server/disclosure/linked/known.ts'
import { aFlagged } from '../../../verify/flags.ts'
import { endLink, makeLink } from '../../../server/linked/make.ts'
import { viewLinks } from '../../../server/linked/view.ts'
import { open } from '../../../workflows/case/advance.ts'
import type { LinkKind } from '../../../workflows/case/linked.ts'
import { acting } from '../../support/acting.ts'
import { forFile } from '../../support/for-file.ts'
import { noon, openWorld } from '../../support/world.ts'

const here = open(aFlagged({ ageGroup: 'adult' })).facts
const moved = { ...here, host: 'acse', territory: '31', met: '69' } as const
const member = (facts: typeof here) => ({ held: ['cell_member'] as const, facts })

it('a member of the cell that received her is told of no link: the other case could say whence she came', () => {
  expect(linksKnown(member(moved), member(here))).toEqual([])
  expect(linksKnown(member(here), member(moved))).toEqual([])
  expect(
    linksKnown({ held: ['cell'], facts: moved }, { held: ['cell'], facts: here }).length
  ).toBeGreaterThan(0)
  expect(linksKnown(member(here), member(here)).length, 'positive control').toBeGreaterThan(0)
})

it('those that hold stand first, the latest on top, and one that was taken back bears the day of its end', async () => {
  const world = await forFile(openWorld())
  const tell = acting(world)
  const actor = world.as('asso.rhone')
  const by = () => ({ actor, key: randomUUID() })
  const onDay = (n: number) => world.at(new Date(noon.getTime() + n * 86_400_000))
  const [one, ...others] = [await tell.consenting(), await tell.consenting(), await tell.consenting()]
  const [second, third] = await Promise.all(
    others.map(async (id) => showCode(String((await tell.row(id))['code'])))
  )
  const made: string[] = []
  const links: [string, LinkKind][] = [
    [second!, 'site'],
    [third!, 'family'],
    [second!, 'operation'],
    [third!, 'employer']
  ]
  for (const [n, [code, kind]] of links.entries()) {
    onDay(n)
    made.push((await makeLink(world.gate, by(), { caseId: one!, code, kind })).id)
  }
  onDay(5)
  await endLink(world.gate, by(), { caseId: one!, id: made[3]! })
  onDay(6)
  await endLink(world.gate, by(), { caseId: one!, id: made[2]! })
  const { items } = await inContext(world.db.app, actor, (tx) =>
    viewLinks(tx, { id: one! }, { actor, locale: 'fr', now: noon })
  )
  expect(items.map(({ id, madeOn, endedOn }) => [id, madeOn, endedOn])).toEqual([
    [made[1], '2026-11-25', null],
    [made[0], '2026-11-24', null],
    [made[3], '2026-11-27', '2026-11-29'],
    [made[2], '2026-11-26', '2026-11-30']
  ])
  world.at(noon)
})

it('none is made to a case that the house reads in another role than that of whoever makes it', async () => {
  const world = await forFile(openWorld())
  const tell = acting(world)
  const actor = world.as('police.69')
  const [one, other] = [await tell.consenting(), await tell.consenting()]
  const part = (caseId: string, capacity: string) =>
    world.db.owner.query(
      `insert into participation (case_id, org_id, capacity, since, basis, moved_at)
       values ($1, $2, $3, now() - interval '400 days', 'test', now())
       on conflict (case_id, org_id, capacity) do update set until = null, since = excluded.since`,
      [caseId, actor.orgId, capacity]
    )
  await part(one, 'police')
  await part(other, 'cell_member')
  const code = showCode(String((await tell.row(other))['code']))
  const links = () => makeLink(world.gate, { actor, key: randomUUID() }, { caseId: one, code, kind: 'site' })
  await expect(links()).rejects.toMatchObject({ fields: [{ field: 'code', code: 'unknown_case' }] })
  await part(other, 'police')
  expect((await links()).replayed, 'positive control').toBe(false)
})
