import { abilityFor, asCase, asReferral, type Policy } from '../../../policies/abilities.ts'
import type { Actor } from '../../../policies/actor.ts'
import { speaksAs } from '../../../policies/grants.ts'
import type { HandingState } from '../../../policies/organisations/handing.ts'
import type { Capacity } from '../../../workflows/vocabulary/capacities.ts'
import { regionIds, type CommandType } from '../../../workflows/case/commands.ts'
import type { LinkKind } from '../../../workflows/case/linked.ts'
import { unknownFacts } from '../../../workflows/facts/facts.ts'
import type { Situation } from '../../../workflows/guards/guards.ts'
import type { ReferralCommand, ReferralState } from '../../../workflows/referral/machine.ts'
import type { DataClass, ReferralKind } from '../../../workflows/vocabulary/vocabulary.ts'
import type { House } from './house.ts'

export type Sent = {
  id: string
  kind: ReferralKind
  state: ReferralState
  version: number
  recipient: string
  sender: string
  awaited: string | null
  /** What its recipient was shown, as it was when it was sent. */
  preview: unknown
}

/** Where a life stands, as its database has it: read beside the product, which only shows what a reader may see. */
export type Standing = {
  situation: Situation
  version: number
  held: (login: string) => Capacity[]
  /** Whether a referral of the case was sent by, or to, the people of this account, or it was to be handed on by or to them. */
  parties: (login: string) => boolean
  sent: Sent[]
  /** To whom it was proposed to hand the case on, and by whom; of one that waits, until when. */
  handings: { id: string; from: string; to: string; state: HandingState }[]
  /** Other files of this life, and who takes part in them. */
  others: { id: string; facts: Situation['facts']; held: (login: string) => Capacity[] }[]
  /** What the case has in common with them, as far as that still stands. */
  links: { id: string; kind: LinkKind; org: string; other: string }[]
  /** Who opened which classes in an emergency, and who else was told of it. */
  openings: { opener: string; classes: DataClass[]; told: string[] }[]
}

const policies = new WeakMap<Actor, Policy>()
const policyOf = (actor: Actor) => {
  const policy = policies.get(actor) ?? abilityFor(actor)
  policies.set(actor, policy)
  return policy
}

type Part = { org: string; capacity: Capacity }
type Found = Pick<Standing, 'sent' | 'handings' | 'links' | 'openings'> & {
  row: Record<string, unknown> & { facts: Situation['facts']; version: number }
  parts: Part[]
  others: { id: string; facts: Situation['facts']; parts: Part[] }[]
}

const partsOf = (
  id: string
) => `(select coalesce(jsonb_agg(jsonb_build_object('org', org_id, 'capacity', capacity)), '[]')
  from participation where case_id = ${id} and until is null)`

const whole = `select to_jsonb(c) as row, ${partsOf('c.id')} as parts,
  (select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'facts', o.facts, 'parts', ${partsOf('o.id')}) order by o.id), '[]')
    from "case" o where o.id <> c.id) as others,
  (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'from', from_org_id, 'to', to_org_id, 'state', state) order by proposed_at, id), '[]')
    from case_handing where case_id = c.id) as handings,
  (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'kind', kind, 'org', made_org,
      'other', case when low_id = c.id then high_id else low_id end) order by made_at, id), '[]')
    from case_link where c.id in (low_id, high_id) and ended_at is null) as links,
  (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'kind', kind, 'state', state, 'version', version,
      'recipient', recipient_org_id, 'sender', sender_org_id, 'awaited', awaits_org_id, 'preview', preview) order by sent_at, id), '[]')
    from referral where case_id = c.id) as sent,
  (select coalesce(jsonb_agg(jsonb_build_object('opener', org_id, 'classes', classes, 'told', told_orgs || confirm_org_id)), '[]')
    from glass_opening where case_id = c.id) as openings
  from "case" c where c.id = $1`

export const standingOf = async ({ db, actors }: House, caseId: string): Promise<Standing> => {
  const { rows } = await db.owner.query<Found>({ name: 'twin_standing', text: whole, values: [caseId] })
  const { row, parts, sent, others, ...rest } = rows[0]!
  const { facts, version } = row
  const heldIn = (all: readonly Part[]) => (login: string) => {
    const { orgId, role } = actors.get(login)!
    const own = all.filter(({ org }) => org === orgId).map(({ capacity }) => capacity)
    return speaksAs(role, own)
  }
  const regions = Object.fromEntries(regionIds.map((id) => [id, row[id]]))
  return {
    situation: { regions: regions as Situation['regions'], facts: { ...unknownFacts, ...facts } },
    version,
    held: heldIn(parts),
    parties: (login) =>
      [
        ...sent.flatMap(({ recipient, sender, awaited }) => [recipient, sender, awaited]),
        ...rest.handings.flatMap(({ from, to }) => [from, to])
      ].includes(actors.get(login)!.orgId),
    sent,
    others: others.map(({ id, facts: theirs, parts: taking }) => ({
      ...{ id, facts: { ...unknownFacts, ...theirs }, held: heldIn(taking) }
    })),
    ...rest
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
