import {
  handsCases,
  mayHandOn,
  refusalsOfHanding,
  withdrawalsOfHanding,
  type HandingReason
} from '../../../policies/organisations/handing.ts'
import { civilDate } from '../../../workflows/calendar/calendar.ts'
import type { Answer } from '../house/answer.ts'
import type { House } from '../house/house.ts'
import type { Standing } from '../house/standing.ts'
import type { Candidate } from './candidates.ts'
import { pickOf, type Below } from './inputs.ts'
import type { Life } from './play.ts'

// A case that passes from the association that accompanies the person to another.

/** `to`: the account that is asked; `of`: the proposal, by the name that it has in every life. */
export type HandingStep = { type: 'handing'; by: string } & (
  | { command: 'propose'; to: string }
  | { command: 'accept'; of: string }
  | { command: 'refuse' | 'withdraw'; of: string; reason: HandingReason }
)

const ownTeam = `select t.id from team t join team_member m on m.team_id = t.id and m.person_id = $1 join organisation o on o.id = t.org_id
  where t.org_id = $2 and o.by_team order by t.name, t.id limit 1`

/** Where their association works in teams, theirs follows the person from then on. */
const teamOf = async ({ db, actors }: House, login: string): Promise<string | null> => {
  const { personId, orgId } = actors.get(login)!
  const { rows } = await db.owner.query<{ id: string }>(ownTeam, [personId, orgId])
  return rows[0]?.id ?? null
}

const proposed = (
  { house, at, caseId }: Life,
  step: HandingStep & { command: 'propose' },
  version: string
) => {
  const agreed = { agrees: true, language: 'bin', means: 'in_person', interpreter: true }
  const said = { ...agreed, orgId: house.actors.get(step.to)!.orgId, on: civilDate(at, 'Europe/Paris') }
  return house.post(step.by, `/api/cases/${caseId}/handing`, said, version)
}

/** `version`: of the case, as the one who proposes it reads it. */
export const handed = async (
  life: Life,
  step: HandingStep,
  version: () => Promise<string>
): Promise<Answer> => {
  if (step.command === 'propose') return proposed(life, step, await version())
  const { house, names } = life
  const said = step.command === 'accept' ? { teamId: await teamOf(house, step.by) } : { reason: step.reason }
  return house.post(step.by, `/api/handings/${names.idOf(step.of)}/${step.command}`, said, 1)
}

type Hand = readonly [login: string, orgId: string]

const proposals = (hands: readonly Hand[], { house }: Life, { held, handings }: Standing): Candidate[] => {
  const accompanies = (login: string) => mayHandOn(house.actors.get(login)!, held(login))
  const waits = (orgId: string) => handings.some(({ from, state }) => from === orgId && state === 'proposed')
  const doers = hands.filter(([login, orgId]) => accompanies(login) && !waits(orgId))
  const others = hands.filter(([login]) => !held(login).includes('referent'))
  if (doers.length === 0 || others.length === 0) return []
  const make = (below: Below) => {
    const [[by], [to]] = [pickOf(below)(doers), pickOf(below)(others)]
    return { type: 'handing', by, command: 'propose', to } as const
  }
  return [{ name: 'handing.propose', make }]
}

const because = (table: object) => Object.keys(table) as HandingReason[]

/** Who may propose it, and what either side may answer to one that waits. */
export const handings = (life: Life, standing: Standing): Candidate[] => {
  const { actors } = life.house
  const hands = [...actors].flatMap(([login, actor]): Hand[] =>
    handsCases(actor) ? [[login, actor.orgId]] : []
  )
  const answers = standing.handings.flatMap(({ id, from, to, state }): Candidate[] => {
    const [of, asker, asked] = [
      life.names.nameOf(id)!,
      hands.find(([, orgId]) => orgId === from)?.[0],
      hands.find(([, orgId]) => orgId === to)?.[0]
    ]
    if (state !== 'proposed' || !asker || !asked) return []
    const settling = (by: string, command: 'refuse' | 'withdraw', reasons: readonly HandingReason[]) => ({
      name: `handing.${command}`,
      make: (below: Below) => ({ type: 'handing', by, command, of, reason: pickOf(below)(reasons) }) as const
    })
    return [
      { name: 'handing.accept', make: () => ({ type: 'handing', by: asked, command: 'accept', of }) },
      settling(asked, 'refuse', because(refusalsOfHanding)),
      settling(asker, 'withdraw', because(withdrawalsOfHanding))
    ]
  })
  return [...proposals(hands, life, standing), ...answers]
}
