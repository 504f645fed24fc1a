import type { Actor } from '../../policies/actor.ts'
import { addDays, civilDate, isCivilDate, startOfDay } from '../../workflows/calendar/calendar.ts'
import { audit } from '../acts/audit.ts'
import type { Done, Gate } from '../acts/command-validation.ts'
import { actOnce, type Keyed } from '../acts/once.ts'
import { spokenFor } from '../cases/store.ts'
import { runQuery, setCaseScope, type Tx } from '../db/context.ts'
import { NotFound, wrongField } from '../errors.ts'
import { tell, type Telling } from '../outbox/enqueue.ts'
import { giveTo, type Followers } from './caseload.ts'
import { isOpen, membersOf, mustWorkInTeams, standingOf, zoneAt } from './store.ts'
import { followed } from './telling.ts'

/** As many cases as a page of the caseload shows. */
export const mostHanded = 50

export type Handing = {
  cases: readonly string[]
  teamId: string | null
  personId: string | null
  from?: string | undefined
}

const openTeam = `select id from team where id = $1 and org_id = $2 and ${isOpen}`

/** @throws InvalidInput where it is no team of this organisation, or nobody of that team. */
export const followersOf = async (
  tx: Tx,
  actor: Actor,
  { teamId, personId }: Followers
): Promise<Followers> => {
  const members = await membersOf(tx, actor)
  if (personId === null) {
    const teams = await runQuery(tx, openTeam, [teamId, actor.orgId])
    if (teams.length > 0) return { teamId, personId }
  } else {
    const of = members.find((one) => one.personId === personId && (teamId === null || one.teamId === teamId))
    if (of) return { teamId: of.teamId, personId }
  }
  throw wrongField('to', 'unknown', {
    fr: 'Choisissez une équipe, ou une personne d’une équipe',
    en: 'Choose a team, or a person of a team'
  })
}

const farthestDays = 366

/** @throws InvalidInput */
const fromOf = (actor: Actor, from: string | undefined, at: Date): Date => {
  const zone = zoneAt(actor)
  const today = civilDate(at, zone)
  if (from === undefined || from === today) return at
  const wrong = (code: string, fr: string, en: string) => wrongField('from', code, { fr, en })
  if (!isCivilDate(from)) throw wrong('invalid', 'Date non valide', 'Not a date')
  if (from < today) throw wrong('in_past', 'Cette date est passée', 'This date is past')
  if (from > addDays(today, farthestDays)) throw wrong('too_far', 'Un an au plus', 'One year at most')
  return new Date(startOfDay(from, zone))
}

const toldOf = (
  actor: Actor,
  caseId: string,
  row: { begins: string; ends: readonly string[] }
): Omit<Telling, 'at'>[] => {
  const one = (id: string, seq: number) => ({
    about: 'case' as const,
    id: caseId,
    to: [actor.orgId],
    line: { about: 'caseload' as const, id, seq }
  })
  return [one(row.begins, followed.begins), ...row.ends.map((id) => one(id, followed.ends))]
}

type Given = { caseId: string; to: Followers; from: Date; at: Date }

/** Gives one case, writes it down and tells both sides. */
export const give = async (tx: Tx, gate: Gate, actor: Actor, given: Given) => {
  const { caseId, from, at } = given
  await setCaseScope(tx, caseId)
  const row = await giveTo(tx, actor, given)
  await audit(tx, actor, at, { action: 'team.hand', object: `case:${caseId}` })
  if (gate.telling === false) return
  const later = from > at ? { at: from } : {}
  await tell(tx, ...toldOf(actor, caseId, row).map((one) => ({ ...one, ...later })))
}

const read = (role: Actor['role']) => `select distinct p.case_id as id from participation p
  where p.case_id = any($1::uuid[]) and p.org_id = $2 and p.until is null and ${spokenFor(role)} order by 1`

/**
 * Cases pass to a team, or to a person of a team, from today or from a day on: whoever follows them hands them over, and whoever
 * leads gives them. All of them or none.
 * @throws NotFound where the actor does not read one of them.
 */
export const handOver = (gate: Gate, by: Keyed, asked: Handing): Promise<Done> => {
  const { actor } = by
  const deed = { command: 'team.hand', object: 'caseload', aggregate: 'caseload', request: asked }
  return actOnce(gate, by, deed, async (tx, at) => {
    mustWorkInTeams(actor)
    if (!(await standingOf(tx, actor)).byTeam) throw new NotFound('not in teams')
    const wanted = [...new Set(asked.cases)]
    const found = await runQuery<{ id: string }>(tx, read(actor.role), [wanted, actor.orgId])
    if (found.length < wanted.length) throw new NotFound('no such case for this person')
    const to = await followersOf(tx, actor, asked)
    const from = fromOf(actor, asked.from, at)
    for (const { id: caseId } of found) await give(tx, gate, actor, { caseId, to, from, at })
    await setCaseScope(tx, '')
  })
}

const namedIn = `select case_id as "caseId", since from caseload where org_id = $1 and team_id = $2 and person_id = $3 and until is null
  order by case_id`

/** What somebody followed in a team stays with the team alone, and what they were to follow later comes to it on that day. */
export const unnameIn = async (
  tx: Tx,
  actor: Actor,
  { teamId, personId, at }: { teamId: string; personId: string; at: Date }
) => {
  const rows = await runQuery<{ caseId: string; since: Date }>(tx, namedIn, [actor.orgId, teamId, personId])
  for (const { caseId, since } of rows) {
    await setCaseScope(tx, caseId)
    const from = since > at ? since : at
    await giveTo(tx, actor, { caseId, to: { teamId, personId: null }, from, at })
  }
  await setCaseScope(tx, '')
}
