import { colleagueAccount, inTwoTeams } from '../../server/teams/drawn.ts'
import type { TestWorld } from '../../support/world.ts'

// Whoever reads in a house of twins beside the accounts of the demonstration: nothing in any life is done by them.

/** A colleague of the association of most stories, in another team: no part of any life is theirs. */
export const outside = 'asso.rhone.ouest'

/** Sits in the cell for the first of these houses, and works as well for the second; acts as who sits. */
export const between = 'membre.69.deux-maisons'
export const bothHouses = ['membre.69.sante', 'asso.paris'] as const

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

/** The second house is that of this account: one that follows nobody in most lives, unless another is said. */
export const workForTwo = async (world: TestWorld, publicUrl: string, second: string) => {
  const [seat] = bothHouses
  const { personId } = await colleagueAccount(world, seat, between, publicUrl)
  const { orgId, role } = world.as(second)
  await world.db.owner.query(
    `with seat as (update membership set since = '2020-01-01' where person_id = $1)
     insert into membership (person_id, org_id, role, since) values ($1, $2, $3, '2020-01-02')`,
    [personId, orgId, role]
  )
}
