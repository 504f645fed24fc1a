import type { Actor, OrgType, Role } from '../../policies/actor.ts'
import type { Regime } from '../../policies/habilitations.ts'
import { administers, confirmingRefused, mayConfirm, settles } from '../../policies/organisations.ts'
import type { Administrators, OrgState, ProposalKind, ProposalState } from '../../policies/organisations.ts'
import type { Keyed } from '../acts/once.ts'
import { isStaffed } from '../cases/staff.ts'
import { runQuery, settleAll, type Tx } from '../db/context.ts'
import { NotFound, RuleRefused } from '../errors.ts'
import { merged, type Merged } from './proposing/merge.ts'

export type OrganisationRow = {
  id: string
  name: string
  type: OrgType
  territory: string | null
  region: string | null
  court: string | null
  siret: string | null
  directoryId: string | null
  status: OrgState
  /** It stands, and nobody has access there. */
  empty: boolean
  answers: string[] | null
  closedAt: Date | null
  mergedInto: string | null
  mergedName: string | null
}

export const organisationColumns = `o.id, o.name, o.type, o.territory, o.region, o.court, o.siret, o.directory_id as "directoryId", o.status,
  o.answers, o.closed_at as "closedAt", o.merged_into as "mergedInto",
  o.status = 'accredited' and not ${isStaffed('o.id')} as empty,
  (select into_it.name from organisation into_it where into_it.id = o.merged_into) as "mergedName"`

/** @throws NotFound for one that pages do not keep as well. */
export const organisationOf = async (tx: Tx, id: string, lock = false): Promise<OrganisationRow> => {
  if (lock) await runQuery(tx, 'select from organisation where id = $1 for update', [id])
  const text = `select ${organisationColumns} from organisation o where o.id = $1 and o.type not in ('external', 'unknown')`
  const [row] = await runQuery<OrganisationRow>(tx, text, [id])
  if (!row) throw new NotFound('no such organisation')
  return row
}

export type ProposalRow = Merged & {
  id: string
  kind: ProposalKind
  orgId: string
  orgName: string
  territory: string | null
  intoOrg: string | null
  intoName: string | null
  regime: Regime | null
  /** In which somebody is to be invited. */
  role: Role | null
  body: Record<string, unknown>
  /** Whose membership it says something of. */
  member: string | null
  /** Who sits in the cell for the organisation, where it would move to another territory or be merged into one there. */
  seated: string[]
  proposedBy: string
  proposer: string
  proposedAt: Date
  state: ProposalState
}

const proposals = `select p.id, p.kind, p.org_id as "orgId", o.name as "orgName", o.territory, p.into_org as "intoOrg", into_it.name as "intoName",
  p.regime, p.role, p.body, of_whom.display_name as member, array(select s.display_name from membership m join person s on s.id = m.person_id
    where m.org_id = p.org_id and m.role = 'cell_member' and (m.until is null or m.until > (select wall_clock()))
      and case p.kind when 'move' then (p.body ->> 'territory') is distinct from o.territory
        when 'merge' then into_it.territory is distinct from o.territory else false end order by 1) as seated, ${merged('p.org_id', 'p.into_org')}, p.proposed_by as "proposedBy", who.display_name as proposer, p.proposed_at as "proposedAt", p.state
  from organisation_proposal p join organisation o on o.id = p.org_id join person who on who.id = p.proposed_by
  left join organisation into_it on into_it.id = p.into_org left join membership told on told.id::text = p.body ->> 'membership'
  left join person of_whom on of_whom.id = told.person_id`

/** Those that wait, as PostgreSQL shows them to who asks: of one organisation, or all. */
export const waitingProposals = (tx: Tx, orgId: string | null): Promise<ProposalRow[]> =>
  runQuery<ProposalRow>(
    tx,
    `${proposals} where p.state = 'waiting' and ($1::uuid is null or p.org_id = $1) order by p.proposed_at, p.id limit 200`,
    [orgId]
  )

/** Those that wait for this very person: what they may not confirm is asked of others. */
export const proposalsFor = async (tx: Tx, actor: Actor): Promise<ProposalRow[]> => {
  if (!actor.accredited || !mayConfirm(actor.role)) return []
  const [all, administrators] = await settleAll([waitingProposals(tx, null), administratorsNow(tx)])
  return all.filter((one) => settles(actor, one) && confirmingRefused(actor, one, administrators) === null)
}

/** What an organisation is known by, and what says whose cases reach it, as a proposal keeps it. */
export const standingOf = ({ name, siret, territory, region, court, answers }: OrganisationRow) => ({
  ...{ name, siret, territory, region, court, answers }
})

/** @throws NotFound */
export const proposalOf = async (tx: Tx, id: string): Promise<ProposalRow> => {
  await runQuery(tx, 'select from organisation_proposal where id = $1 for update', [id])
  const [row] = await runQuery<ProposalRow>(tx, `${proposals} where p.id = $1`, [id])
  if (!row) throw new NotFound('no such proposal')
  return row
}

/** Who administers, in numbers: asked of PostgreSQL, which asks the same. */
export const administratorsNow = async (tx: Tx): Promise<Administrators> =>
  (
    await runQuery<Administrators>(
      tx,
      'select administrators()::int as now, administered_by_two() as "everTwo"',
      []
    )
  )[0]!

/** For others than the administration none of it exists. @throws NotFound */
export const mustAdminister = ({ actor }: Keyed): void => {
  if (!administers(actor)) throw new NotFound(`${actor.role} keeps no organisation`)
}

/** @throws RuleRefused where there is nothing to keep any more. */
export const mustBeOpen = ({ status, type }: OrganisationRow): void => {
  if (type === 'platform')
    throw new RuleRefused('the platform itself', {
      fr: 'L’administration de la plateforme se gère par ses personnes seulement.',
      en: 'The administration of the platform is kept by its people alone.'
    })
  if (status === 'closed')
    throw new RuleRefused('closed', {
      fr: 'Cette organisation est fermée : ce qui la concerne ne change plus.',
      en: 'This organisation is closed: what concerns it no longer changes.'
    })
}
