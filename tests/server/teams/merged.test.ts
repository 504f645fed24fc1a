import { expect, it } from 'vitest'
import { sql } from 'drizzle-orm'
import type { Actor } from '../../../policies/actor.ts'
import { inContext } from '../../../server/db/context.ts'
import { acting } from '../../support/acting.ts'
import { forFile } from '../../support/for-file.ts'
import { openWorld } from '../../support/world.ts'
import { colleaguesOf, inTwoTeams } from './drawn.ts'

const world = await forFile(openWorld())
const tell = acting(world)
const [lead, other] = [world.as('asso.rhone'), world.as('asso.paris')]
const [colleague] = await colleaguesOf(world, 'asso.rhone', 1)
const theirs = await tell.flagged('asso.rhone')
await inTwoTeams(world, { lead, others: [colleague!] })
const ours = await tell.flagged('asso.paris')

const seen = (actor: Actor) =>
  inContext(world.db.app, actor, async (tx) =>
    (await tx.execute<{ id: string }>(sql`select id from "case"`)).rows.map(({ id }) => id)
  )

it('an organisation in teams that is merged opens its cases to nobody who did not read them', async () => {
  const { owner } = world.db
  // What the merge does before it says that it is one.
  await owner.query('update participation set org_id = $2 where org_id = $1', [lead.orgId, other.orgId])
  for (const { personId } of [lead, colleague!])
    await owner.query(`insert into membership (person_id, org_id, role) values ($1, $2, 'asso')`, [
      personId,
      other.orgId
    ])
  await owner.query('update organisation set merged_into = $2 where id = $1', [lead.orgId, other.orgId])
  const moved = (actor: Actor): Actor => ({ ...actor, orgId: other.orgId })
  expect(await seen(moved(colleague!))).toEqual([])
  expect(await seen(other)).toEqual([ours])
  // Whoever led goes on leading, in the house that is now theirs.
  expect((await seen(moved(lead))).sort()).toEqual([ours, theirs].sort())
})
