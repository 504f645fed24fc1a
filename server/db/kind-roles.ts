import type { ClientBase } from 'pg'
import { orgTypes } from '../../policies/actor.ts'
import { rolesFor } from '../../policies/organisations.ts'

const written = `with wanted as (select * from jsonb_to_recordset($1::jsonb) as w(kind text, role text)),
  gone as (delete from kind_role k where not exists (select from wanted w where (w.kind, w.role) = (k.kind, k.role)))
  insert into kind_role (kind, role) select kind, role from wanted on conflict do nothing`

/** Makes the rows by which PostgreSQL holds memberships those of the code. */
export const keepKindRoles = (owner: ClientBase) =>
  owner.query(written, [
    JSON.stringify(orgTypes.flatMap((kind) => rolesFor(kind).map((role) => ({ kind, role }))))
  ])
