import { randomUUID } from 'node:crypto'
import type { Role } from '../../policies/actor.ts'
import type { OrgState } from '../../policies/organisations.ts'
import type { Bilingual } from '../../workflows/vocabulary/vocabulary.ts'
import { runQuery, type Tx } from '../db/context.ts'
import { wrongField } from '../errors.ts'
import { put } from '../outbox/enqueue.ts'

export type Invited = { role: Role; manager: boolean; alternate: boolean; email: string }

const notYet: Bilingual = {
  fr: 'On n’invite que dans une organisation accréditée : une seconde personne l’accrédite d’abord, depuis « Organisations ».',
  en: 'One invites into an accredited organisation only: a second person accredits it first, from “Organisations”.'
}
const noMore: Bilingual = {
  fr: 'On n’invite que dans une organisation accréditée.',
  en: 'One invites into an accredited organisation only.'
}

/** Why nobody is invited where an organisation stands so; null where they are. */
export const notInvited = (status: OrgState): Bilingual | null => {
  if (status === 'accredited') return null
  return status === 'pending' ? notYet : noMore
}

/** How long a link is open. */
export const invitationDays = 8

export const expiryOf = (at: Date) => new Date(at.getTime() + invitationDays * 86_400_000)

const insert = `insert into invitation (id, org_id, role, manager, alternate, email, invited_by, invited_at, expires_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`

// Of the same address in another case as well: it is one mailbox.
const standing = `select from invitation where org_id = $1 and role = $2 and lower(email) = lower($3)
  and used_at is null and withdrawn_at is null and expires_at > $4 limit 1`

/** @throws InvalidInput where a link to the same address, in the same role, opens still: of two, nobody would know which to take back. */
export const mustBeFirst = async (
  tx: Tx,
  { orgId, at }: { orgId: string; at: Date },
  { role, email }: Pick<Invited, 'role' | 'email'>
): Promise<void> => {
  if ((await runQuery(tx, standing, [orgId, role, email, at])).length > 0)
    throw wrongField('email', 'already_invited', {
      fr: 'Cette adresse a déjà une invitation ouverte dans ce rôle : renvoyez-la, ou retirez-la d’abord',
      en: 'This address already has an open invitation in this role: send it again, or take it back first'
    })
}

/** A way in, and the letter that carries it: they leave together or not at all. PostgreSQL asks who may. */
export const putInvitation = async (
  tx: Tx,
  { orgId, invitedBy, at }: { orgId: string; invitedBy: string; at: Date },
  { role, manager, alternate, email }: Invited
): Promise<string> => {
  await mustBeFirst(tx, { orgId, at }, { role, email })
  const id = randomUUID()
  await runQuery(tx, insert, [id, orgId, role, manager, alternate, email, invitedBy, at, expiryOf(at)])
  await put(tx, 'mail_access', [{ what: 'invitation', id }])
  return id
}
