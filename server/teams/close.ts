import type { Actor } from '../../policies/actor.ts'
import type { Gate } from '../acts/command-validation.ts'
import type { Keyed } from '../acts/once.ts'
import { runQuery, setCaseScope, type Tx } from '../db/context.ts'
import { NotFound, RuleRefused, wrongField } from '../errors.ts'
import { actInTeams, lastToLead } from './acts.ts'
import type { Followers } from './caseload.ts'
import { followersOf, give } from './hand.ts'
import { isOpen, membersOf, mustLeadThemselves } from './store.ts'

export type Closing = { id: string; to: Followers | null }

const open = `select id from team where org_id = $1 and ${isOpen} order by id for update`

const onlyTeam = () =>
  new RuleRefused('the only team', {
    fr: 'C’est la seule équipe : créez-en d’abord une autre, qui suivra ses dossiers.',
    en: 'This is the only team: make another one first, which will follow its cases.'
  })

/** Locked, so that no case is given to it meanwhile. @throws NotFound, or RuleRefused where no other would be left */
const mustClose = async (tx: Tx, { orgId }: Actor, id: string) => {
  const teams = await runQuery<{ id: string }>(tx, open, [orgId])
  if (!teams.some((one) => one.id === id)) throw new NotFound('no such team')
  if (teams.length === 1) throw onlyTeam()
}

// One whose next followers are known already is theirs from now on, unless that is this team again; one that it was to follow later
// passes on from that day. What was given to others before it began is none of its own.
const followed = `select distinct on (l.case_id) l.case_id as "caseId", n.team_id as "teamId", n.person_id as "personId",
    greatest(l.since, $3) as "from"
  from caseload l
  left join caseload n on n.case_id = l.case_id and n.org_id = l.org_id and n.until is null and n.since > (select wall_clock())
    and n.team_id is distinct from $2
  where l.org_id = $1 and l.team_id = $2 and (l.until is null or l.until > greatest(l.since, $3))
  order by l.case_id, l.since`
type Followed = { caseId: string; from: Date } & Followers

const toNobody = (n: number) =>
  wrongField('to', 'required', {
    fr: `Cette équipe suit encore des dossiers (${n}) : dites qui les suivra`,
    en: `This team still follows cases (${n}): say who will follow them`
  })

const ofClosing = () =>
  wrongField('to', 'unknown', {
    fr: 'Choisissez une autre équipe que celle qui ferme',
    en: 'Choose another team than the one that closes'
  })

/** Each case of the team passes on, to whom it was promised or to those who are named. @throws InvalidInput */
const handOn = async (
  tx: Tx,
  gate: Gate,
  { actor, closing, at }: { actor: Actor; closing: Closing; at: Date }
) => {
  const cases = await runQuery<Followed>(tx, followed, [actor.orgId, closing.id, at])
  const promised = ({ teamId, personId }: Followers) => teamId !== null || personId !== null
  const open = cases.filter((one) => !promised(one))
  const to = closing.to && (await followersOf(tx, actor, closing.to))
  if (to?.teamId === closing.id) throw ofClosing()
  if (open.length > 0 && to === null) throw toNobody(open.length)
  for (const { caseId, from, ...next } of cases)
    await give(tx, gate, actor, { caseId, to: promised(next) ? next : to!, from, at })
  await setCaseScope(tx, '')
}

const left = `update team_member set until = greatest(since, $2::timestamptz) where team_id = $1 and (until is null or until > $2)`

/** Closes a team in one act with what that asks for: its cases follow on, its people leave it, and somebody still leads. */
export const closeTeam = (gate: Gate, by: Keyed, closing: Closing) =>
  actInTeams(
    gate,
    by,
    { action: 'team.close', object: `team:${closing.id}`, request: closing },
    async (tx, at) => {
      const { actor } = by
      const { id } = closing
      await mustLeadThemselves(tx, actor)
      await mustClose(tx, actor, id)
      const members = await membersOf(tx, actor)
      if (!members.some(({ leads, teamId }) => leads && teamId !== id)) throw lastToLead()
      await handOn(tx, gate, { actor, closing, at })
      await runQuery(tx, left, [id, at])
      await runQuery(tx, 'update team set closed_at = $2 where id = $1', [id, at])
    }
  )
