// The words of a person in SQL, by another hand than the store's: no word of `figures` is used here.

export const persons = `
  with p as (
    select c.*, extract(year from c.opened_at at time zone 'Europe/Paris')::int as y,
      c.facts ->> 'met' as met, coalesce(c.facts ->> 'foundIn', c.facts ->> 'met') as found, c.facts ->> 'sex' as sex,
      case when c.facts -> 'forms' = '[]' then '["unknown"]' else c.facts -> 'forms' end as forms,
      coalesce(c.facts ->> 'ageBand', case c.facts ->> 'ageGroup' when 'doubt' then 'unknown' else c.facts ->> 'ageGroup' end) as age,
      case s.word when 'flagged' then 'in_review' when 'under_triage' then 'in_review' when 'review_open' then 'in_review'
        when 'restoring' then 'in_review' when 'transferred_territory' then 'in_review'
        when 'insufficient_elements' then 'insufficient' when 'formal_pending' then 'presumed' else s.word end as status,
      (select e.role from case_event e where e.case_id = c.id and e.command = 'case.flag' order by e.seq limit 1) as flagged_by,
      (select e.command from case_event e where e.case_id = c.id and e.struck_by is null
        and e.command in ('grounds.positive', 'grounds.record', 'meeting.positive', 'triage.reject', 'meeting.insufficient') order by e.seq limit 1) as opinion,
      (select min(e.at) from case_event e where e.case_id = c.id and e.command = 'acse.request' and e.struck_by is null) as asked,
      (select min(e.at) from case_event e where e.case_id = c.id and e.command = 'acse.matched' and e.struck_by is null) as matched,
      (select min(e.at) from case_event e where e.case_id = c.id and e.command = 'majority.reached' and e.struck_by is null) as of_age
    from "case" c, lateral (select case c.identification
      when 'transferred_territory' then coalesce(c.facts ->> 'identificationBefore', c.identification) else c.identification end) s (word)
    where c.identification <> 'duplicate_merged' and c.closure <> 'closed_in_error'
      and not exists (select from case_event e where e.case_id = c.id and e.command = 'case.erase')
      and not exists (select from case_event e where e.case_id = c.id and e.struck_by is null
        and e.unusual && '{form.from_file,form.taken_over}'))`

export const acted = (...commands: string[]) =>
  `exists (select from case_event e where e.case_id = p.id and e.struck_by is null and e.command in (${commands.map((one) => `'${one}'`).join(', ')}))`

export const first = (...commands: string[]) =>
  `(select min(e.at) from case_event e where e.case_id = p.id and e.struck_by is null and e.command in (${commands.map((one) => `'${one}'`).join(', ')}))`

/** How long from one act to another, in bands; otherwise whether it is waited for. */
export const span = (from: string, to: string, waits: string) => `case
  when ${from} is null then 'none'
  when ${to} >= ${from} then (select w.word from (values (2, '0-2'), (7, '3-7'), (15, '8-15'), (30, '16-30'), (90, '31-90'), (100000, '91+')) w (most, word)
    where floor(extract(epoch from ${to} - ${from}) / 86400) <= w.most order by w.most limit 1)
  when ${waits} then 'waiting' else 'ended' end`

export const opinions = `case p.opinion when 'grounds.positive' then 'positive' when 'meeting.positive' then 'positive_meeting'
  when 'grounds.record' then 'positive_service' when 'triage.reject' then 'insufficient' when 'meeting.insufficient' then 'insufficient_meeting' else 'none' end`

/** Each person once, by these words together. */
export const once = (...words: string[]) =>
  `select p.y, ${words.join(` || '|' || `)} as at, count(*) from p group by 1, 2`
export const byForm = (word: string) =>
  `select p.y, ${word} || '|' || f as at, count(*) from p, jsonb_array_elements_text(p.forms) f group by 1, 2`
