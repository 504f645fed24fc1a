import { randomUUID } from 'node:crypto'
import type { Role } from '../../policies/actor.ts'
import { runQuery, type Tx } from '../db/context.ts'
import { put } from '../outbox/enqueue.ts'

export type Invited = { role: Role; manager: boolean; alternate: boolean; email: string }

/** How long a link is open. */
export const invitationDays = 8

export const expiryOf = (at: Date) => new Date(at.getTime() + invitationDays * 86_400_000)

const insert = `insert into invitation (id, org_id, role, manager, alternate, email, invited_by, invited_at, expires_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`

/** A way in, and the letter that carries it: they leave together or not at all. PostgreSQL asks who may. */
export const putInvitation = async (
  tx: Tx,
  { orgId, invitedBy, at }: { orgId: string; invitedBy: string; at: Date },
  { role, manager, alternate, email }: Invited
): Promise<string> => {
  const id = randomUUID()
  await runQuery(tx, insert, [id, orgId, role, manager, alternate, email, invitedBy, at, expiryOf(at)])
  await put(tx, 'mail_access', [{ what: 'invitation', id }])
  return id
}
