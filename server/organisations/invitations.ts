import type { Actor, OrgType, Role } from '../../policies/actor.ts'
import { administers, invitingTakesTwo, managesAccess, rolesFor } from '../../policies/organisations.ts'
import type { Gate } from '../acts/command-validation.ts'
import { acting, type Keyed } from '../acts/once.ts'
import { runQuery, type Tx } from '../db/context.ts'
import { NotFound, RuleRefused, wrongField } from '../errors.ts'
import type { Keys } from '../keys.ts'
import { claimOf, proves } from '../links/token.ts'
import { put } from '../outbox/enqueue.ts'
import { expiryOf, mustBeFirst, notInvited, putInvitation, type Invited } from './inviting.ts'
import { putProposal } from './proposals.ts'
import { administratorsNow, mustBeOpen, organisationOf, type OrganisationRow } from './store.ts'

export type Inviting = Invited & { organisationId: string }

/** Whose access somebody says: those of their own organisation; the administration, of all. @throws NotFound */
export const mustManage = (actor: Actor, orgId: string): void => {
  const own = managesAccess(actor) && actor.orgId === orgId
  if (!own && !administers(actor)) throw new NotFound('does not manage this access')
}

const mustBeAddress = (email: string) => {
  if (!/^[^\s@]{1,64}@[^\s@]+\.[^\s@]+$/.test(email))
    throw wrongField('email', 'invalid', {
      fr: 'Donnez une adresse de courriel entière',
      en: 'Give a whole e-mail address'
    })
}

const mustBeRole = (type: OrgType, { role, alternate }: Invited) => {
  if (!rolesFor(type).includes(role))
    throw wrongField('role', 'not_of_this_kind', {
      fr: 'Ce rôle n’est pas de ce genre d’organisation',
      en: 'This role is not of this kind of organisation'
    })
  if (alternate && role !== 'cell_member')
    throw wrongField('alternate', 'no_seat', {
      fr: 'Seul un siège de la cellule a un suppléant',
      en: 'Only a seat of the cell has an alternate'
    })
}

const mustBeIn = ({ status }: OrganisationRow) => {
  const refused = notInvited(status)
  if (refused) throw new RuleRefused('not accredited', refused)
}

/** Alone in one’s own organisation, but for a seat of the cell; by two where the administration names somebody in another, or one of its own. */
const takesTwo = async (tx: Tx, { orgId }: Actor, row: OrganisationRow, role: Role) =>
  orgId !== row.id || invitingTakesTwo(row.type, role, await administratorsNow(tx))

/** Invites one person in one role. Where it takes two, it waits for the second and nothing has left. */
export const invitePerson = (gate: Gate, asked: Keyed, { organisationId, ...invited }: Inviting) =>
  acting(
    gate,
    asked,
    {
      action: 'person.invite',
      orgId: organisationId,
      aggregate: 'invitation',
      request: { organisationId, ...invited }
    },
    async (tx, at) => {
      const { actor } = asked
      mustManage(actor, organisationId)
      const row = await organisationOf(tx, organisationId, true)
      if (row.type !== 'platform') mustBeOpen(row)
      mustBeIn(row)
      const one = { ...invited, email: invited.email.trim() }
      mustBeAddress(one.email)
      mustBeRole(row.type, one)
      const by = { personId: actor.personId, at }
      if (await takesTwo(tx, actor, row, one.role)) {
        await mustBeFirst(tx, { orgId: row.id, at }, one)
        const proposal = await putProposal(tx, by, { kind: 'invite', orgId: row.id, body: one })
        return { object: `proposal:${proposal}`, detail: one.role }
      }
      const id = await putInvitation(tx, { orgId: row.id, invitedBy: actor.personId, at }, one)
      return { object: `invitation:${id}`, detail: one.role }
    }
  )

type Known = { orgId: string; role: Role; usedAt: Date | null; withdrawnAt: Date | null }
const known = `select org_id as "orgId", role, used_at as "usedAt", withdrawn_at as "withdrawnAt" from invitation where id = $1`

const openInvitation = async (tx: Tx, id: string, actor: Actor): Promise<Known> => {
  const [row] = await runQuery<Known>(tx, known, [id])
  if (!row) throw new NotFound('no such invitation')
  mustManage(actor, row.orgId)
  if (row.usedAt || row.withdrawnAt)
    throw new RuleRefused('over', {
      fr: 'Cette invitation a déjà servi, ou a été retirée.',
      en: 'This invitation was used already, or taken back.'
    })
  return row
}

const byTwo = `select from invitation i where i.id = $1 and (i.role <> 'cell_member' or seat_offered_by_two(i))`
const offeredByOne = () =>
  new RuleRefused('offered by one person', {
    fr: 'Ce siège a été proposé par une seule personne. Retirez cette invitation, et invitez à nouveau : une seconde personne l’accorde.',
    en: 'This seat was offered by one person alone. Take this invitation back, and invite again: a second person agrees to it.'
  })

const renewing = `update invitation set generation = generation + 1, expires_at = $2, mailed_at = null where id = $1`
const withdrawing = `update invitation set withdrawn_at = $2 where id = $1`

/** A new link, to the same address: the one before opens nothing any more. */
export const renewInvitation = (gate: Gate, asked: Keyed, id: string) =>
  acting(
    gate,
    asked,
    { action: 'person.invite_again', aggregate: 'invitation', id, request: { id } },
    async (tx, at) => {
      const { orgId, role } = await openInvitation(tx, id, asked.actor)
      if ((await runQuery(tx, byTwo, [id])).length === 0) throw offeredByOne()
      await runQuery(tx, renewing, [id, expiryOf(at)])
      await put(tx, 'mail_access', [{ what: 'invitation', id }])
      return { orgId, detail: role }
    }
  )

export const withdrawInvitation = (gate: Gate, asked: Keyed, id: string) =>
  acting(
    gate,
    asked,
    { action: 'person.uninvite', aggregate: 'invitation', id, request: { id } },
    async (tx, at) => {
      const { orgId, role } = await openInvitation(tx, id, asked.actor)
      await runQuery(tx, withdrawing, [id, at])
      return { orgId, detail: role }
    }
  )

export type Offered = {
  id: string
  orgId: string
  generation: number
  expiresAt: Date
  usedBy: string | null
  withdrawn: boolean
  role: Role
  manager: boolean
  organisation: string
  open: boolean
}

const offered = `select $1::uuid as id, org_id as "orgId", generation, expires_at as "expiresAt", used_by as "usedBy", withdrawn, role, manager,
  org_name as organisation, open from invitation_known($1)`

/** What the holder of a link is offered. @throws NotFound alike for any other words. */
export const offerOf = async (tx: Tx, keys: Keys, token: string): Promise<Offered> => {
  const id = claimOf(token)
  const [row] = id === null ? [] : await runQuery<Offered>(tx, offered, [id])
  if (!row || !proves(keys, token, row, 'invitation')) throw new NotFound('no such invitation')
  return row
}

export const offerStates = ['open', 'yours', 'used', 'expired', 'withdrawn'] as const

/** Where the offer stands for this person. */
export const offerState = (one: Offered, personId: string, now: Date): (typeof offerStates)[number] => {
  if (one.usedBy !== null) return one.usedBy === personId ? 'yours' : 'used'
  if (one.withdrawn || !one.open) return 'withdrawn'
  return one.expiresAt <= now ? 'expired' : 'open'
}

const over = () =>
  new RuleRefused('over', {
    fr: 'Ce lien ne s’ouvre plus. Demandez une nouvelle invitation à la personne dont il vient.',
    en: 'This link opens no more. Ask whoever invited you for a new invitation.'
  })

const bind = 'select bind_invitation($1, $2, $3) as made'

/** Binds the invitation to whoever is signed in: to (issuer, subject), whatever e-mail a provider claims. Once. */
export const acceptInvitation = (
  gate: Gate,
  asked: Keyed,
  { token, email }: { token: string; email: string | null }
) => {
  const { actor } = asked
  const id = claimOf(token)
  if (id === null) throw new NotFound('not a token')
  return acting(
    gate,
    asked,
    { action: 'person.join', aggregate: 'invitation', id, request: { id } },
    async (tx, at) => {
      const one = await offerOf(tx, gate.keys, token)
      if (offerState(one, actor.personId, at) !== 'open') throw over()
      const [row] = await runQuery<{ made: string | null }>(tx, bind, [id, one.generation, email])
      if (!row?.made) throw over()
      return { orgId: one.orgId, object: `membership:${row.made}`, detail: one.role }
    }
  )
}
