import { abilityFor, asCase, asReferral, type Policy } from '../../policies/abilities.ts'
import type { Actor } from '../../policies/actor.ts'
import { speaksAs } from '../../policies/grants.ts'
import type { Capacity } from '../../workflows/vocabulary/capacities.ts'
import { regionIds, type CommandType } from '../../workflows/case/commands.ts'
import { unknownFacts } from '../../workflows/case/facts.ts'
import type { Situation } from '../../workflows/guards/guards.ts'
import type { ReferralCommand, ReferralState } from '../../workflows/referral/machine.ts'
import type { DataClass, ReferralKind } from '../../workflows/vocabulary/vocabulary.ts'
import type { House } from './house.ts'

export type Sent = {
  id: string
  kind: ReferralKind
  state: ReferralState
  version: number
  recipient: string
  sender: string
  awaited: string | null
}

/** Where a life stands, as its database has it: read beside the product, which only shows what a reader may see. */
export type Standing = {
  situation: Situation
  version: number
  held: (login: string) => Capacity[]
  /** Whether a referral of the case was sent by, or to, the people of this account. */
  parties: (login: string) => boolean
  sent: Sent[]
  /** Who opened which classes in an emergency, and who else was told of it. */
  openings: { opener: string; classes: DataClass[]; told: string[] }[]
}

const policies = new WeakMap<Actor, Policy>()
const policyOf = (actor: Actor) => {
  const policy = policies.get(actor) ?? abilityFor(actor)
  policies.set(actor, policy)
  return policy
}

export const standingOf = async ({ db, actors }: House, caseId: string): Promise<Standing> => {
  const [found, parts, sent, openings] = await Promise.all([
    db.owner.query(`select * from "case" where id = $1`, [caseId]),
    db.owner.query<{ org: string; capacity: Capacity }>(
      `select org_id as org, capacity from participation where case_id = $1 and until is null`,
      [caseId]
    ),
    db.owner.query<Sent>(
      `select id, kind, state, version, recipient_org_id as recipient, sender_org_id as sender, awaits_org_id as awaited
       from referral where case_id = $1 order by sent_at, id`,
      [caseId]
    ),
    db.owner.query<Standing['openings'][number]>(
      `select org_id as opener, classes, told_orgs || confirm_org_id as told from glass_opening where case_id = $1`,
      [caseId]
    )
  ])
  const { facts, version, ...row } = found.rows[0] as { facts: Situation['facts']; version: number }
  const regions = Object.fromEntries(regionIds.map((id) => [id, (row as Record<string, unknown>)[id]]))
  return {
    situation: { regions: regions as Situation['regions'], facts: { ...unknownFacts, ...facts } },
    version,
    held: (login) => {
      const { orgId, role } = actors.get(login)!
      const own = parts.rows.filter(({ org }) => org === orgId).map(({ capacity }) => capacity)
      return speaksAs(role, own)
    },
    parties: (login) =>
      sent.rows.some(({ recipient, sender, awaited }) =>
        [recipient, sender, awaited].includes(actors.get(login)!.orgId)
      ),
    sent: sent.rows,
    openings: openings.rows
  }
}

/** Who may do an act where a case stands, by role and capacity. */
export const doersOf = ({ actors }: House, { held }: Standing, command: CommandType): string[] =>
  [...actors].flatMap(([login, actor]) => {
    const policy = policyOf(actor)
    const may = held(login).some((capacity) =>
      policy.can(command, asCase({ participants: [actor.orgId], capacity }))
    )
    return may ? [login] : []
  })

export const answerersOf = ({ actors }: House, sent: Sent, command: ReferralCommand): string[] =>
  [...actors].flatMap(([login, actor]) => {
    const subject = asReferral({
      recipientOrgId: sent.recipient,
      senders: [sent.sender],
      awaited: sent.awaited
    })
    return policyOf(actor).can(command, subject) ? [login] : []
  })
