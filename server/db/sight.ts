import type { ClientBase } from 'pg'
import { sight } from '../../policies/data-classes.ts'
import type { Sight } from '../../workflows/vocabulary/capacities.ts'
import type { DataClass } from '../../workflows/vocabulary/vocabulary.ts'

const written = `with wanted as (
    select * from jsonb_to_recordset($1::jsonb)
      as w(capacity text, data_class text, consent text, minors text, minors_only boolean, coarse boolean)),
  gone as (delete from sight s where not exists (
    select from wanted w where (w.capacity, w.data_class) = (s.capacity, s.data_class)))
  insert into sight (capacity, data_class, consent, minors, minors_only, coarse) select * from wanted on conflict (capacity, data_class) do update
    set consent = excluded.consent, minors = excluded.minors, minors_only = excluded.minors_only, coarse = excluded.coarse
    where (sight.consent, sight.minors, sight.minors_only, sight.coarse)
      is distinct from (excluded.consent, excluded.minors, excluded.minors_only, excluded.coarse)`

/** What each capacity sees, as the rows by which PostgreSQL decides. */
export const sightRows = (table: Record<string, Sight> = sight) =>
  Object.entries(table).flatMap(([capacity, { classes, consent, minors, minorsOnly, coarse }]) =>
    classes.map((one: DataClass) => ({
      capacity,
      data_class: one,
      consent: consent[one] ?? null,
      minors: minors ?? null,
      minors_only: minorsOnly ?? false,
      coarse: (coarse as readonly DataClass[]).includes(one)
    }))
  )

/** Makes the rows by which PostgreSQL decides those of the code: what differs is replaced, and holds for running cases at once. */
export const keepSight = (owner: ClientBase, table: Record<string, Sight> = sight) =>
  owner.query(written, [JSON.stringify(sightRows(table))])
