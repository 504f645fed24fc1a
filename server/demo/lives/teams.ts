import type { Pool } from 'pg'
import type { Actor } from '../../../policies/actor.ts'
import type { Gate } from '../../acts/command-validation.ts'
import { inContext, runQuery } from '../../db/context.ts'
import { addTeam, joinTeam, leaveTeam } from '../../teams/acts.ts'
import { handOver, mostHanded } from '../../teams/hand.ts'
import { membersOf, standingOf } from '../../teams/store.ts'
import { demoPeople } from '../world/accounts.ts'
import type { Stage } from './run.ts'

const cases = `select case_id as id from (select distinct case_id from participation where org_id = $1 and capacity = 'referent' and until is null) p
  order by case_id`
const firstTeam = 'Lyon'

const read = <T extends object>(pool: Pool, actor: Actor, text: string, values: unknown[]) =>
  inContext(pool, actor, (tx) => runQuery<T & Record<string, unknown>>(tx, text, values))

type Colleague = { lead: Actor; person: Actor; team: string }

/** The other team, with its one person, follows every fourth case; the first has the rest, and whoever is in the stories leads it. */
const found = async ({ pool, keys }: Pick<Stage, 'pool' | 'keys'>, { lead, person, team }: Colleague) => {
  const gate: Gate = { pool, keys, telling: false }
  const by = { actor: lead, key: null }
  if ((await inContext(pool, lead, (tx) => standingOf(tx, lead))).byTeam) return
  const { id: first } = await addTeam(gate, by, firstTeam)
  const { id: second } = await addTeam(gate, by, team)
  await joinTeam(gate, by, { teamId: second, personId: person.personId, leads: false })
  const members = await inContext(pool, lead, (tx) => membersOf(tx, lead))
  const leaving = members.find((one) => one.teamId === first && one.personId === person.personId)
  if (leaving) await leaveTeam(gate, by, leaving.id)
  const all = await read<{ id: string }>(pool, lead, cases, [lead.orgId])
  const given = all.filter((_, index) => index % 4 === 0).slice(0, mostHanded)
  if (given.length > 0)
    await handOver(gate, by, { cases: given.map(({ id }) => id), teamId: second, personId: null })
}

/** Associations that have a colleague on the sign-in page work in two teams. */
export const workInTeams = async (stage: Stage): Promise<void> => {
  for (const { given, family, org, team } of demoPeople) {
    const lead = stage.actors.get(org.key)
    const called = `${given} ${family}`
    const person = [...stage.actors.values()].find(
      ({ orgId, name }) => orgId === lead?.orgId && name === called
    )
    if (team !== undefined && lead && person) await found(stage, { lead, person, team })
  }
}
