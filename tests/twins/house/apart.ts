import { colleagueAccount, inTwoTeams } from '../../server/teams/drawn.ts'
import type { TestWorld } from '../../support/world.ts'

// Whoever reads in a house of twins beside their own part in it, or without any.

/** A colleague of the association of most stories, in another team: no part of any life is theirs. */
export const outside = 'asso.rhone.ouest'

/** Sits in the cell, where others vote, and may work as well for another house; acts as who sits. */
export const between = 'membre.69.ase'
/** That other house: of those that follow nobody in most lives. */
export const besides = 'asso.paris'

/** Whoever is in the stories leads one of two teams; the other has nobody but their colleague. */
export const workInTeams = async (world: TestWorld, publicUrl: string) => {
  const lead = world.as('asso.rhone')
  const colleague = await colleagueAccount(world, 'asso.rhone', outside, publicUrl)
  await inTwoTeams(world, { lead, others: [colleague] })
  // Lives are told in days long before this one: whoever left a team by then left it before.
  await world.db.owner.query(
    `update team_member set since = '2020-01-01', until = case when until is not null then timestamptz '2020-01-02' end`
  )
}

export const workForTwo = async (world: TestWorld, second: string) => {
  const { personId } = world.as(between)
  const { orgId, role } = world.as(second)
  await world.db.owner.query(
    `with seat as (update membership set since = '2020-01-01' where person_id = $1)
     insert into membership (person_id, org_id, role, since) values ($1, $2, $3, '2020-01-02')`,
    [personId, orgId, role]
  )
}
