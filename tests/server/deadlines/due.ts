import { beforeAll, beforeEach } from 'vitest'
import { openSite } from '../../support/running/site.ts'
import { forFile } from '../../support/for-file.ts'

/** A site of seventy-five cases, whose clocks fall due as each story says. */
export const openFirings = async () => {
  const cases: string[] = []

  const ask = async <T>(text: string, values: unknown[] = []) =>
    (await site.db.owner.query(text, values)).rows as T[]

  const site = await forFile(openSite())
  beforeAll(async () => {
    for (let n = 0; n < 75; n++) cases.push(await site.tell.flagged())
  })
  beforeEach(async () => {
    // Each story is alone with its own clocks.
    await ask(`update deadline set state = 'stopped', next_at = null where state = 'running'`)
    await ask('delete from deadline_setback')
    await ask('delete from firing_lease')
    await ask(`delete from case_event where command = 'clock.lapse'`)
    await ask(`update "case" c set version = (select max(seq) from case_event e where e.case_id = c.id)`)
    site.at(midnight)
  })

  const midnight = new Date('2026-12-10T23:00:00Z')

  /** Clocks of these cases that are due now: so many of each, one day apart, the last this very midnight. A broken one has no step left to fire. */
  const due = (of: readonly string[], each: number, { broken = false, days = 0 } = {}) =>
    ask<{ id: string }>(
      `insert into deadline (id, case_id, code, starts_on, due_on, due_at, steps, next_at, state, computation, config_version,
       met_starts_on, met_due_on, met_due_at, met_computation, counted_at, length, unit)
     select gen_random_uuid(), d.case_id, d.code, d.starts_on, on_day::date, on_day,
       case when $3 then '[]' else jsonb_build_array(jsonb_build_object('kind', 'due', 'at', on_day)) end, on_day, 'running', d.computation, d.config_version,
       d.met_starts_on, on_day::date, on_day, d.met_computation, d.counted_at, d.length, d.unit
     from deadline d, generate_series(1, $2) n, lateral (select $4::timestamptz - ($5 + n - 1) * interval '1 day' as on_day) day
     where d.case_id = any($1::uuid[]) and d.id = (
       select id from deadline one where one.case_id = d.case_id and code = 'MNIO-TRIAGE' order by due_at, id limit 1)
     returning id`,
      [of, each, broken, midnight, days]
    )

  const events = (of: readonly string[] = cases) =>
    ask<{ on: string; late: boolean }>(
      `select input->>'on' as on, late from case_event where command = 'clock.lapse' and case_id = any($1::uuid[]) order by case_id, seq`,
      [of]
    )
  const running = async () =>
    (await ask<{ n: number }>(`select count(*)::int as n from deadline where state = 'running'`))[0]!.n
  return { cases, ask, site, due, events, running, midnight }
}
