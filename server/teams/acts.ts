import { randomUUID } from 'node:crypto'
import { addDays, civilDate, endOfDay, isCivilDate, startOfDay } from '../../workflows/calendar/calendar.ts'
import type { Done, Gate } from '../acts/command-validation.ts'
import { acting, type Keyed } from '../acts/once.ts'
import { brokenConstraint } from '../db/constraints.ts'
import { runQuery, type Tx } from '../db/context.ts'
import { NotAllowed, NotFound, RuleRefused, wrongField } from '../errors.ts'
import { unnameIn } from './hand.ts'
import {
  isOpen,
  lockMember,
  mayFound,
  mayTakeLead,
  membersOf,
  mustLead,
  mustLeadThemselves,
  mustWorkHere,
  mustWorkInTeams,
  standingOf,
  zoneAt,
  type MemberRow
} from './store.ts'

type Deed = { action: string; object: string; request: object; detail?: string }
type Work = (tx: Tx, at: Date, id: string) => Promise<unknown>

/** One act on teams, in an organisation that works in them. */
export const actInTeams = (gate: Gate, by: Keyed, deed: Deed, work: Work): Promise<Done> =>
  acting(gate, by, { ...deed, aggregate: 'team' }, async (tx, at, id) => {
    mustWorkInTeams(by.actor)
    await work(tx, at, id)
  })

const nameTaken = () =>
  wrongField('name', 'taken', {
    fr: 'Une équipe porte déjà ce nom',
    en: 'A team already has this name'
  })

const named = async (work: () => Promise<unknown>) => {
  try {
    await work()
  } catch (cause) {
    if (brokenConstraint(cause) !== 'team_name_of_org') throw cause
    throw nameTaken()
  }
}

/** @throws InvalidInput where nothing is left of it. */
const nameOf = (typed: string): string => {
  const name = typed.trim()
  if (name === '')
    throw wrongField('name', 'required', { fr: 'Donnez un nom à l’équipe', en: 'Give the team a name' })
  return name
}

const add = 'insert into team (id, org_id, name, created_at) values ($1, $2, $3, $4)'

/** The first team has everybody and every case of the organisation, and nothing changes for anybody; those that follow are empty. */
export const addTeam = (gate: Gate, by: Keyed, typed: string) =>
  actInTeams(gate, by, { action: 'team.add', object: 'team:new', request: { typed } }, async (tx, at, id) => {
    const name = nameOf(typed)
    const standing = await standingOf(tx, by.actor)
    if (mayFound(standing)) return runQuery(tx, 'select found_team($1, $2)', [id, name])
    if (!standing.leads) throw new NotAllowed('not for this person to make a team')
    return named(() => runQuery(tx, add, [id, by.actor.orgId, name, at]))
  })

const rename = `update team set name = $2 where id = $1 and org_id = $3 and ${isOpen} returning id`

export const renameTeam = (gate: Gate, by: Keyed, { id, name: typed }: { id: string; name: string }) =>
  actInTeams(
    gate,
    by,
    { action: 'team.rename', object: `team:${id}`, request: { id, typed } },
    async (tx) => {
      await mustLead(tx, by.actor)
      const name = nameOf(typed)
      await named(async () => {
        const done = await runQuery(tx, rename, [id, name, by.actor.orgId])
        if (done.length === 0) throw new NotFound('no such team')
      })
    }
  )

const join = `insert into team_member (id, team_id, org_id, person_id, leads, since)
  select $1, t.id, t.org_id, $3, $4, $5 from team t where t.id = $2 and t.org_id = $6 and ${isOpen}
  on conflict (team_id, person_id) where until is null do nothing returning id`
const inIt = `select t.id, exists (select from team_member m where m.team_id = t.id and m.person_id = $3 and m.until is null) as joined
  from team t where t.id = $1 and t.org_id = $2 and ${isOpen}`

export type Joining = { teamId: string; personId: string; leads: boolean }

export const joinTeam = (gate: Gate, by: Keyed, { teamId, personId, leads }: Joining) =>
  actInTeams(
    gate,
    by,
    {
      action: 'team.join',
      object: `team:${teamId}`,
      request: { teamId, personId, leads },
      detail: leads ? 'leads' : ''
    },
    async (tx, at) => {
      const { actor } = by
      await (leads ? mustLeadThemselves : mustLead)(tx, actor)
      const [team] = await runQuery<{ joined: boolean }>(tx, inIt, [teamId, actor.orgId, personId])
      if (!team) throw new NotFound('no such team')
      await mustWorkHere(tx, actor, [personId])
      const done = await runQuery(tx, join, [randomUUID(), teamId, personId, leads, at, actor.orgId])
      if (done.length === 0)
        throw wrongField('personId', 'in_it', {
          fr: 'Cette personne est déjà dans l’équipe',
          en: 'This person is already in the team'
        })
    }
  )

export const lastToLead = () =>
  new RuleRefused('the last to lead', {
    fr: 'Une personne au moins doit encadrer une équipe : nommez-en d’abord une autre.',
    en: 'At least one person must lead a team: name another one first.'
  })

/** @throws RuleRefused where nobody would be left to say who follows what. */
const mustLeaveALead = (one: MemberRow, all: readonly MemberRow[]) => {
  if (one.leads && !all.some(({ id, leads }) => leads && id !== one.id)) throw lastToLead()
}

/** Whoever leaves a team follows none of its cases any more: they stay with the team. */
export const leaveTeam = (gate: Gate, by: Keyed, id: string) =>
  actInTeams(gate, by, { action: 'team.leave', object: `member:${id}`, request: { id } }, async (tx, at) => {
    await mustLead(tx, by.actor)
    const leading = (await membersOf(tx, by.actor)).some((one) => one.id === id && one.leads)
    if (leading) await mustLeadThemselves(tx, by.actor)
    const { one, all } = await lockMember(tx, by.actor, id)
    mustLeaveALead(one, all)
    await runQuery(tx, 'update team_member set until = greatest(since, $2::timestamptz) where id = $1', [
      id,
      at
    ])
    await unnameIn(tx, by.actor, { ...one, at })
  })

export const leadTeam = (gate: Gate, by: Keyed, { id, leads }: { id: string; leads: boolean }) =>
  actInTeams(
    gate,
    by,
    { action: 'team.lead', object: `member:${id}`, request: { id, leads }, detail: leads ? 'leads' : '' },
    async (tx) => {
      await mustLeadThemselves(tx, by.actor)
      const { one, all } = await lockMember(tx, by.actor, id)
      if (!leads) mustLeaveALead(one, all)
      await runQuery(tx, 'update team_member set leads = $2 where id = $1', [id, leads])
    }
  )

/** Whoever is in a team leads, where nobody does any more. */
export const takeLead = (gate: Gate, by: Keyed) =>
  actInTeams(gate, by, { action: 'team.take_lead', object: 'team', request: {} }, async (tx) => {
    if (!mayTakeLead(await standingOf(tx, by.actor))) throw new NotAllowed('somebody leads')
    const [row] = await runQuery<{ taken: number }>(tx, 'select take_lead() as taken', [])
    if (!row?.taken) throw new NotAllowed('in no team')
  })

const longestDays = 366
const cover = `insert into team_cover (id, org_id, absent_id, cover_id, since, until, by_id) values ($1, $2, $3, $4, $5, $6, $7)`

export type Covering = { absentId: string; coverId: string; since: string; until: string }

const dayProblem = (field: string, code: string, fr: string, en: string) =>
  wrongField(field, code, { fr, en })

/** @throws InvalidInput */
const mustBeAhead = ({ since, until }: Covering, today: string) => {
  if (!isCivilDate(since)) throw dayProblem('since', 'invalid', 'Date non valide', 'Not a date')
  if (!isCivilDate(until) || until < since || until < today)
    throw dayProblem('until', 'order', 'Le dernier jour suit le premier', 'The last day follows the first')
  if (since < today) throw dayProblem('since', 'in_past', 'Cette date est passée', 'This date is past')
  if (until > addDays(today, longestDays))
    throw dayProblem('until', 'too_far', 'Un an au plus', 'One year at most')
}

/** While somebody is away, a colleague reads what they follow. Said by themselves, or by who leads. */
export const coverFor = (gate: Gate, by: Keyed, asked: Covering) =>
  actInTeams(
    gate,
    by,
    { action: 'team.cover', object: `person:${asked.absentId}`, request: asked },
    async (tx, at, id) => {
      const { actor } = by
      const { absentId, coverId, since, until } = asked
      const { byTeam, leads } = await standingOf(tx, actor)
      if (!byTeam || (absentId !== actor.personId && !leads)) throw new NotAllowed('only for oneself')
      await mustWorkHere(tx, actor, [absentId, coverId])
      if (absentId === coverId)
        throw dayProblem('coverId', 'same', 'Choisissez une autre personne', 'Choose another person')
      const zone = zoneAt(actor)
      const today = civilDate(at, zone)
      mustBeAhead(asked, today)
      const from = since === today ? at : new Date(startOfDay(since, zone))
      await runQuery(tx, cover, [
        ...[id, actor.orgId, absentId, coverId, from, new Date(endOfDay(until, zone)), actor.personId]
      ])
    }
  )

const ended = `update team_cover set until = greatest(since, $2::timestamptz) where id = $1 and until > $2 returning id`

/** Back before the day. */
export const endCover = (gate: Gate, by: Keyed, id: string) =>
  actInTeams(
    gate,
    by,
    { action: 'team.cover_end', object: `cover:${id}`, request: { id } },
    async (tx, at) => {
      const done = await runQuery(tx, ended, [id, at])
      if (done.length === 0) throw new NotFound('no such absence')
    }
  )
