import type { ClientBase } from 'pg'
import { needs } from '../../policies/habilitations.ts'

const written = `with wanted as (select * from jsonb_to_recordset($1::jsonb) as w(command text, role text, regime text)),
  gone as (delete from regime_need n where not exists (select from wanted w
    where (w.command, w.role, w.regime) = (n.command, n.role, n.regime)))
  insert into regime_need (command, role, regime) select command, role, regime from wanted on conflict do nothing`

/** Makes the rows by which PostgreSQL asks for a regime those of the code. */
export const keepRegimeNeeds = (owner: ClientBase) =>
  owner.query(written, [
    JSON.stringify(
      Object.entries(needs).flatMap(([command, { regime, of }]) =>
        of.map((role) => ({ command, role, regime }))
      )
    )
  ])
