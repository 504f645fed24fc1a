import type { Actor, Role } from '../../../policies/actor.ts'
import type { TestApp } from '../../support/running/app.ts'
import { september2026 } from '../../../workflows/configuration/versions/2026-09.ts'

/** When lives begin: behind the clock of any machine that runs this, so that what began there has begun for the walls too. */
export const beginning = new Date('2026-05-04T10:00:00Z')

/** The walls' clock is the life's own, and what the database itself numbers is numbered alike each time. */
export const settleDatabase = async ({ db }: Pick<TestApp, 'db'>) => {
  await db.owner.query(`
    create table twin_clock (at timestamptz not null);
    insert into twin_clock values ('${beginning.toISOString()}');
    grant select on twin_clock to public;
    create or replace function wall_clock() returns timestamptz language sql stable parallel safe
      as $$ select at from public.twin_clock $$;
    create sequence twin_ids;
    grant usage on sequence twin_ids to public;
    create function twin_id() returns uuid language sql volatile
      as $$ select ('00000000-0000-4000-9000-' || lpad(to_hex(nextval('public.twin_ids')), 12, '0'))::uuid $$;`)
  for (const table of ['organisation', 'person', 'membership', 'place', 'habilitation'])
    await db.owner
      .query(`alter table ${table} alter column id set default twin_id()`)
      .catch((error: { code?: string }) => {
        if (error.code !== '42703') throw error
      })
}

const colleague = `with one as (insert into person (issuer, subject, display_name)
    values ('twins', 'colleague of ' || $1::uuid, 'Dominique Autre') returning id)
  insert into membership (person_id, org_id, role) select id, $1, $2 from one`

/** Some have a colleague who answers for what they open in an emergency, where otherwise the cell does. */
const inPairs: readonly Role[] = ['police', 'health']

export const addColleagues = async ({ db }: Pick<TestApp, 'db'>, actors: Iterable<Actor>) => {
  for (const { orgId, role } of actors)
    if (inPairs.includes(role)) await db.owner.query(colleague, [orgId, role])
}

/** Who flags under an accreditation alone. */
const accredited: readonly Role[] = ['school_mediation', 'helpline']
const accredit = `insert into habilitation (org_id, regime, since) values ($1, 'flag', '2026-01-01')`

export const accreditFlaggers = async ({ db }: Pick<TestApp, 'db'>, actors: Iterable<Actor>) => {
  for (const { orgId, role } of actors) if (accredited.includes(role)) await db.owner.query(accredit, [orgId])
}

export const settingsApart = '2026-01-b'
export const otherSettings = `insert into config_version (version, effective_on, body, state, writers, created_at, published_at)
  values ($1, $2, $3, 'published', '{}', wall_clock(), wall_clock())`
export const everyClockLater = {
  ...september2026,
  version: settingsApart,
  durations: Object.fromEntries(
    Object.entries(september2026.durations).map(([code, one]) => [code, { ...one, n: one.n + 1 }])
  )
}
