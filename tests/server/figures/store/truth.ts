import type { TestDatabase } from '../../../support/running/db.ts'
import { asSuperuserOf } from '../../../support/demo.ts'
import { crossedQuestions, reflection } from './truth.crossed.ts'
import { acted, byForm, first, once, opinions, persons, span } from './truth.words.ts'

// What the store must say, counted over the log and the cases by another hand: no word of `figures` is used here.

const questions: Record<string, string> = {
  ...crossedQuestions,
  territory_age: once('p.met', 'p.age'),
  territory_decision: once('p.met', opinions),
  territory_judicial: once('p.met', 'p.judicial'),
  territory_compensation: once('p.met', `coalesce(p.facts ->> 'compensation', 'none')`),
  territory_residence: `select p.y, p.met || '|run' as at, count(*) from p where ${acted('receipt.handed')} group by 1, 2
    union all select p.y, p.met || '|permit', count(*) from p where ${acted('permit.issue', 'ta.restored')} group by 1, 2
    union all select p.y, p.met || '|tot', count(*) from p group by 1, 2`,
  judicial_form: byForm('p.judicial'),
  quarter_form: byForm(`'q' || extract(quarter from p.opened_at at time zone 'Europe/Paris')`),
  channel_status: once(
    `case p.facts ->> 'channel' when 'asylum' then 'other' else coalesce(p.facts ->> 'channel', 'unknown') end`,
    'p.status'
  ),
  registrar_status: once(`coalesce(nullif(p.flagged_by, 'ofii'), 'unknown')`, 'p.status'),
  citizenship: once(`coalesce(p.facts ->> 'citizenship', 'unknown')`),
  complaint_compensation: once(
    `case when ${acted('complaint.file', 'complaint.add', 'civil_party.complaint')} then 'filed'
      when ${acted('testimony.recorded')} then 'testimony' else 'none' end`,
    `coalesce(p.facts ->> 'compensation', 'none')`
  ),
  formal: once(
    span(first('formal.request'), first('formal.yes', 'formal.no'), `p.identification = 'formal_pending'`),
    'p.status'
  ),
  territory_form: `select p.y, p.met || '|' || f as at, count(*) from p, jsonb_array_elements_text(p.forms) f group by 1, 2
    union all select p.y, p.met || '|tot', count(*) from p group by 1, 2
    union all select p.y, 'tot|tot', count(*) from p group by 1`,
  territory_sex: `select p.y, p.met || '|' || p.sex as at, count(*) from p group by 1, 2`,
  found_minors: `select p.y, p.found || '|' || case
      when minor in ('information_preoccupante', 'signalement') then 'reported'
      when minor in ('opp_issued', 'je_seized') then 'provisional'
      when minor = 'not_applicable' then 'not_minor' when minor = 'presumed_minor' then 'unreported'
      when minor = 'age_disputed' then 'disputed' when minor = 'measure_ordered' then 'measure'
      when minor = 'majority_reached' then 'of_age' else minor end as at, count(*) from p group by 1, 2`,
  territory_wait: `select p.y, p.met || '|' || case
      when asked is null then 'none'
      when matched >= asked then (select w.word from (values (2, '0-2'), (7, '3-7'), (15, '8-15'), (30, '16-30'), (90, '31-90'), (100000, '91+')) w (most, word)
        where floor(extract(epoch from matched - asked) / 86400) <= w.most order by w.most limit 1)
      when housing in ('placement_requested', 'waiting_list', 'refused_by_structure', 'matched', 'pre_admission', 'emergency_local') then 'waiting'
      else 'ended' end as at, count(*) from p group by 1, 2`,
  territory_refusal: `select p.y, p.met || '|' || r.reason as at, count(distinct p.id) from p join referral r on r.case_id = p.id
      where r.state = 'declined' and r.kind in ('acse', 'acse_place', 'siao', 'chrs', 'minor_place')
      group by 1, 2`,
  territory_reflection: once('p.met', reflection),
  form_age_sex: `select p.y, f || '|' || coalesce(p.facts ->> 'ageBand', case p.facts ->> 'ageGroup' when 'doubt' then 'unknown' else p.facts ->> 'ageGroup' end)
      || '|' || p.sex as at, count(*) from p, jsonb_array_elements_text(p.forms) f group by 1, 2`,
  referrals: `select p.y, r.kind || ':' || case
      when r.answer is not null then case r.answer when 'transferred' then 'passed_on' else r.answer end
      when r.state in ('sent', 'questioned') then 'waiting' when r.state = 'escalated' then 'silent'
      when r.state = 'ended' then 'accepted' when r.state = 'transferred' then 'passed_on' else r.state end as at, count(distinct p.id)
      from p join referral r on r.case_id = p.id where r.kind not in ('dna', 'dna_place') group by 1, 2`,
  decisions: `select p.y, 'tot|' || case
      when d.at is null then case when p.closure like 'closed%' then 'ended' else 'waiting' end
      else (select w.word from (values (2, '0-2'), (7, '3-7'), (15, '8-15'), (30, '16-30'), (90, '31-90'), (100000, '91+')) w (most, word)
        where floor(extract(epoch from d.at - p.opened_at) / 86400) <= w.most order by w.most limit 1) end as at, count(*)
      from p left join lateral (select min(e.at) as at from case_event e where e.case_id = p.id and e.struck_by is null
        and e.command in ('grounds.positive', 'grounds.record', 'meeting.positive', 'triage.reject', 'meeting.insufficient')) d on true
      group by 1, 2`
}

export type Truth = Record<string, Map<string, number>>

/** Of one year, by table: how many persons each of these cells holds. */
export const truthOf = async (db: TestDatabase, year: number): Promise<Truth> => {
  const ask = asSuperuserOf(db)
  const answers = Object.entries(questions).map(async ([table, question]) => {
    const rows = await ask<{ at: string; count: string }>(
      `${persons} select at, count::int as count from (${question}) q (y, at, count) where y = ${year}`
    )
    return [table, new Map(rows.map(({ at, count }) => [at, Number(count)]))] as const
  })
  return Object.fromEntries(await Promise.all(answers))
}

/** All that the store keeps, but for when it came to know it. */
export const storedIn = async (db: TestDatabase) => {
  const ask = asSuperuserOf(db)
  return {
    persons: await ask<Record<string, unknown>>(
      `select to_jsonb(p) - '{known_from,known_until}'::text[] as row from stat.person p where known_until = 'infinity' order by rkey, year`
    ),
    cells: await ask<{ year: number; table_id: string; at: string; n: number; keys: string }>(
      `select * from stat.cell order by year, table_id, at`
    )
  }
}

/** The same without what is drawn when somebody is first counted. */
export const withoutKeys = ({ persons, cells }: Awaited<ReturnType<typeof storedIn>>) => ({
  persons: persons.map(({ row }) => ({ ...(row as object), key: null })),
  cells: cells.map((cell) => ({ ...cell, keys: null }))
})
