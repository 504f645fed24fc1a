import { randomUUID } from 'node:crypto'
import type { Actor } from '../../policies/actor.ts'
import type { Regime } from '../../policies/habilitations.ts'
import {
  confirmingRefused,
  holdsRegimes,
  settles,
  takesBack,
  type ProposalKind,
  type ProposalState
} from '../../policies/organisations.ts'
import { regimesFor } from '../../policies/organisations/regimes.ts'
import { noneOf, type Gate } from '../acts/command-validation.ts'
import { acting, type Keyed } from '../acts/once.ts'
import { runQuery, type Tx } from '../db/context.ts'
import { NotFound, RuleRefused } from '../errors.ts'
import { applyProposal } from './applying.ts'
import { mustStandApart, regimeKept, regimeProblems, type RegimeAsked } from './proposing/regime.ts'
import {
  administratorsNow,
  mustAdminister,
  mustBeOpen,
  organisationOf,
  proposalOf,
  standingOf,
  type OrganisationRow
} from './store.ts'

export type Proposing =
  { kind: 'accredit' | 'reinstate' } | ({ kind: 'regime' } & RegimeAsked) | { kind: 'merge'; into: string }

type Put = {
  kind: ProposalKind
  orgId: string
  intoOrg?: string | null
  regime?: Regime | null
  body?: object
}

const insert = `insert into organisation_proposal (id, kind, org_id, into_org, regime, body, proposed_by, proposed_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8)`
const already = `select from organisation_proposal
  where state = 'waiting' and org_id = $1 and kind = $2 and regime is not distinct from $3 and ($2 <> 'invite' or lower(body ->> 'email') = lower($4))
    and ($5::text is null or body ->> 'membership' = $5) limit 1`

/** @throws RuleRefused where the same waits already. */
export const putProposal = async (
  tx: Tx,
  { personId, at }: { personId: string; at: Date },
  { kind, orgId, intoOrg = null, regime = null, body = {} }: Put
): Promise<string> => {
  const { email = null, membership = null } = body as { email?: string; membership?: string }
  if ((await runQuery(tx, already, [orgId, kind, regime, email, membership])).length > 0)
    throw new RuleRefused('already proposed', {
      fr: 'Cela attend déjà une seconde personne.',
      en: 'This already waits for a second person.'
    })
  const id = randomUUID()
  await runQuery(tx, insert, [id, kind, orgId, intoOrg, regime, JSON.stringify(body), personId, at])
  return id
}

const noRegime = () =>
  new RuleRefused('acts by its office', {
    fr: 'Cette institution agit par sa fonction : aucun régime ne s’y ajoute.',
    en: 'This institution acts by its office: no regime is added.'
  })
const opensNothing = () =>
  new RuleRefused('opens nothing', {
    fr: 'Ce régime n’ouvre aucun acte à une organisation de ce genre : il ne s’y donne pas.',
    en: 'This regime opens no act to an organisation of this kind: it is not given to one.'
  })
const notNow = (kind: ProposalKind) =>
  new RuleRefused(`not ${kind}`, {
    fr: 'L’organisation n’est pas dans l’état qui appelle cela.',
    en: 'The organisation does not stand where this is called for.'
  })
const notAlike = () =>
  new RuleRefused('not alike', {
    fr: 'Deux organisations se réunissent si elles sont du même genre, et celle qui reste accréditée.',
    en: 'Two organisations are merged where they are of one kind, and the one that remains is accredited.'
  })

const stands: Record<'accredit' | 'reinstate', OrganisationRow['status']> = {
  accredit: 'pending',
  reinstate: 'suspended'
}

/** What exactly is accredited: where it has moved since, another person confirms nothing. */
export const accrediting = (row: OrganisationRow): Put => ({
  kind: 'accredit',
  orgId: row.id,
  body: { type: row.type, ...standingOf(row) }
})

const waitingAs = `update organisation_proposal set state = 'withdrawn', settled_by = $2, settled_at = $3
  where org_id = $1 and kind = 'accredit' and state = 'waiting' and not body @> $4 returning id`

/** What waits to be accredited is what stands now: whoever changed it is the one who proposes it. */
export const restated = async (tx: Tx, by: { personId: string; at: Date }, row: OrganisationRow) => {
  const put = accrediting(row)
  const before = await runQuery(tx, waitingAs, [row.id, by.personId, by.at, JSON.stringify(put.body)])
  if (before.length > 0) await putProposal(tx, by, put)
}

/** What stands against proposing it, and what is kept of it. */
const asPut = async (tx: Tx, row: OrganisationRow, asked: Proposing, at: Date): Promise<Put> => {
  const { id: orgId, status, type } = row
  if (asked.kind === 'regime') {
    if (!holdsRegimes(type)) throw noRegime()
    if (!regimesFor(type).includes(asked.regime)) throw opensNothing()
    noneOf(regimeProblems(asked))
    await mustStandApart(tx, orgId, asked, at)
    const { kind, regime } = asked
    return { kind, orgId, regime, body: await regimeKept(tx, orgId, asked, at) }
  }
  if (asked.kind === 'merge') {
    const into = await organisationOf(tx, asked.into)
    if (into.id === orgId || into.type !== type || into.status !== 'accredited') throw notAlike()
    return { kind: 'merge', orgId, intoOrg: into.id }
  }
  if (status !== stands[asked.kind]) throw notNow(asked.kind)
  return asked.kind === 'accredit' ? accrediting(row) : { kind: asked.kind, orgId }
}

/** The first of two persons. */
export const propose = (gate: Gate, asked: Keyed, orgId: string, what: Proposing) =>
  acting(
    gate,
    asked,
    { action: 'proposal.make', orgId, aggregate: 'organisation', id: orgId, request: { orgId, ...what } },
    async (tx, at) => {
      mustAdminister(asked)
      const row = await organisationOf(tx, orgId, true)
      mustBeOpen(row)
      const put = await asPut(tx, row, what, at)
      const id = await putProposal(tx, { personId: asked.actor.personId, at }, put)
      return { object: `proposal:${id}`, detail: put.regime ? `${put.kind}:${put.regime}` : put.kind }
    }
  )

export const settlings = {
  confirm: 'confirmed',
  refuse: 'refused',
  withdraw: 'withdrawn'
} as const satisfies Record<string, ProposalState>
export type Settling = keyof typeof settlings

const settle = `update organisation_proposal set state = $2, settled_by = $3, settled_at = $4 where id = $1`
const settled = () =>
  new RuleRefused('settled', {
    fr: 'Cela a déjà été décidé.',
    en: 'This has been decided already.'
  })
const notYours = () =>
  new RuleRefused('the administration takes back', {
    fr: 'L’administration, ou qui l’a proposé, le retire ; vous pouvez le refuser.',
    en: 'The administration, or whoever proposed it, takes it back; you may refuse it.'
  })

type Settles = { id: string; how: Settling; at: Date }

/** What the second of two persons says of one proposal: what they confirm is done in this very transaction, or not at all. */
export const settleOne = async (tx: Tx, actor: Actor, { id, how, at }: Settles) => {
  const row = await proposalOf(tx, id)
  const back = takesBack(actor, row)
  if (!settles(actor, row) && !(how === 'withdraw' && back)) throw new NotFound('not for this role')
  if (row.state !== 'waiting') throw settled()
  if (how === 'withdraw' && !back) throw notYours()
  const refused = how === 'confirm' ? confirmingRefused(actor, row, await administratorsNow(tx)) : null
  if (refused) throw new RuleRefused('another person confirms', refused)
  await runQuery(tx, settle, [id, settlings[how], actor.personId, at])
  if (how === 'confirm') await applyProposal(tx, row, { actor, at })
  return { orgId: row.orgId, detail: row.regime ? `${row.kind}:${row.regime}` : row.kind }
}

export const settleProposal = (gate: Gate, asked: Keyed, id: string, how: Settling) =>
  acting(
    gate,
    asked,
    { action: `proposal.${how}`, aggregate: 'proposal', id, request: { id, how } },
    (tx, at) => settleOne(tx, asked.actor, { id, how, at })
  )
