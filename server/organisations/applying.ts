import type { Actor } from '../../policies/actor.ts'
import type { ProposalKind } from '../../policies/organisations.ts'
import { runQuery, type Tx } from '../db/context.ts'
import { RuleRefused } from '../errors.ts'
import { putInvitation, type Invited } from './inviting.ts'
import { mustBeAsAgreed, mustStandApart, type RegimeKept } from './proposing/regime.ts'
import { organisationOf, type ProposalRow } from './store.ts'

type Applied = { actor: Actor; at: Date }
type Applying = (tx: Tx, row: ProposalRow, by: Applied) => Promise<unknown>

const mustBeThere = (done: readonly unknown[]) => {
  if (done.length === 0)
    throw new RuleRefused('moved meanwhile', {
      fr: 'L’organisation a changé depuis : ce qui était proposé ne se fait plus. Retirez-le, et proposez ce qui vaut maintenant.',
      en: 'The organisation has changed since: what was proposed is no longer done. Take it back, and propose what holds now.'
    })
}

const opening = `update organisation o set status = 'accredited' where id = $1 and status = $2
  and ($2 = 'suspended' or confirmed_there(o, 'accredit')) returning id`

const accredit: Applying = async (tx, { orgId, kind }) =>
  mustBeThere(await runQuery(tx, opening, [orgId, kind === 'accredit' ? 'pending' : 'suspended']))

const moving = `update organisation set name = $2, siret = $3, territory = $4, region = $5, court = $6, answers = $7
  where id = $1 and status <> 'closed' returning id`

/** In another territory nobody sits for it any more: PostgreSQL ends the seats with the move, whoever moves it. */
const move: Applying = async (tx, { orgId, body }) => {
  const { name, siret, territory, region, court, answers } = body
  mustBeThere(await runQuery(tx, moving, [orgId, name, siret, territory, region, court, answers]))
}

const seating = `update membership set alternate = $2 where id = $1 and (until is null or until > wall_clock()) returning id`
const seat: Applying = async (tx, { body }) =>
  mustBeThere(await runQuery(tx, seating, [body['membership'], body['alternate']]))

const leaving = `update membership set absent_from = $2, absent_until = $3 where id = $1 and (until is null or until > wall_clock()) returning id`
const absence: Applying = async (tx, { body }) =>
  mustBeThere(await runQuery(tx, leaving, [body['membership'], body['from'], body['until']]))

const giving = `insert into habilitation (org_id, regime, since, until, asked_on, complete_on, decision) values ($1, $2, $3, $4, $5, $6, $7)
  on conflict (org_id, regime) do update set since = excluded.since, until = excluded.until, asked_on = excluded.asked_on,
    complete_on = excluded.complete_on, decision = excluded.decision, warned_months = null`

/**
 * Under the lock of its house: of two regimes that bar one another, agreed on at one time, one is given. What runs goes on, for the days
 * that were agreed on keep its start.
 */
const give: Applying = async (tx, { orgId, regime, body }, { at }) => {
  const { since = null, until = null, askedOn = null, completeOn = null, ...rest } = body as RegimeKept
  await organisationOf(tx, orgId, true)
  await mustStandApart(tx, orgId, { regime: regime!, since, until }, at)
  const which = { orgId, regime: regime! }
  await mustBeAsAgreed(tx, which, { ...rest, since, until, askedOn, completeOn }, at)
  await runQuery(tx, giving, [orgId, regime, since, until, askedOn, completeOn, rest.decision])
}

/** PostgreSQL's own word for two rows that may not both be. */
const isTwice = (error: unknown): boolean =>
  (error as { code?: unknown }).code === '23505' || (error as { code?: unknown }).code === '23P01'

const merge: Applying = async (tx, { orgId, intoOrg }) => {
  try {
    await runQuery(tx, 'select come_as_team($1, $2)', [orgId, intoOrg])
    await runQuery(tx, 'select merge_organisation($1, $2)', [orgId, intoOrg])
  } catch (error) {
    if (!isTwice(error)) throw error
    throw new RuleRefused('both asked the same', {
      fr: 'Les deux organisations ont une même orientation en cours pour un même dossier : terminez l’une d’elles d’abord. Rien n’a été déplacé.',
      en: 'Both organisations have the same referral running for the same case: end one of them first. Nothing was moved.'
    })
  }
}

/** What each proposal does once it is confirmed. */
const applications: Record<ProposalKind, Applying> = {
  accredit,
  reinstate: accredit,
  regime: give,
  merge,
  move,
  seat,
  absence,
  invite: (tx, { orgId, body }, { actor, at }) =>
    putInvitation(tx, { orgId, invitedBy: actor.personId, at }, body as Invited)
}

export const applyProposal = (tx: Tx, row: ProposalRow, by: Applied) => applications[row.kind](tx, row, by)
