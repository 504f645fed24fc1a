import type { ColumnId } from '../../../figures/person/person.ts'
import { bandWords } from '../../../figures/person/spans.ts'

// What is drawn apart and is bound together by how columns are coded: the one follows the other. `d` is the row as it was drawn.

const among = (...words: readonly string[]) => `(${words.map((word) => `'${word}'`).join(', ')})`
/** What was drawn where it is one of these words, and the first of them where it is not. */
const oneOf = (column: ColumnId, ...words: readonly string[]) =>
  `case when d.${column} in ${among(...words)} then d.${column} else '${words[0]!}' end`

const status = `case d.formal_span when 'waiting' then 'presumed' else d.status end`
const outcome = `case when ${status} in ('in_review', 'insufficient') then ${status}
  when d.outcome in ('in_review', 'insufficient') then 'other' else d.outcome end`
const need = `case ${outcome} when 'declined' then 'declined' when 'waiting' then 'seeking'
  when 'no_place' then ${oneOf('need', 'no_place', 'refused')} when 'local' then ${oneOf('need', 'housed', 'emergency')}
  when 'acse' then ${oneOf('need', 'housed', 'promised', 'gone')} else d.need end`
/** Nobody waits for a place who has one. */
const waiting = (span: ColumnId) => `case when d.${span} = 'waiting'
  and ${need} not in ('emergency', 'seeking', 'no_place', 'refused', 'promised') then 'ended' else d.${span} end`

const identified = `case when d.decision = 'none' or (d.decision not like 'positive%' and d.age_at_identification = 'none') then 'none'
  when d.age_at_registration = 'unknown' then 'unknown'
  when d.age_at_identification in ('minor', 'adult') then d.age_at_identification else d.age_at_registration end`

const steps = {
  accepted: ['accepted', 'offered'],
  declined: ['declined', 'offered'],
  unknown: ['offered'],
  running: ['accepted', 'offered', 'run'],
  ran: ['accepted', 'offered', 'run'],
  interrupted: ['accepted', 'interrupted', 'offered', 'run']
}
const stepsOfPeriod = [...new Set(Object.values(steps).flat())]
const residence = `(select coalesce(array_agg(distinct step order by step), array['none']) from unnest(array_cat(
  array(select one from unnest(d.residence) one where one not in ${among('none', ...stepsOfPeriod)}),
  case d.reflection ${Object.entries(steps)
    .map(([word, those]) => `when '${word}' then array[${those.map((one) => `'${one}'`).join(', ')}]`)
    .join(' ')} else array[]::text[] end)) step)`

export const settled: Partial<Record<ColumnId, string>> = {
  age_at_start: `case d.age_at_registration when 'minor' then 'minor' else d.age_at_start end`,
  age_at_reporting: `case d.age_at_registration when 'minor' then replace(d.age_at_reporting, 'unknown', 'minor') else d.age_at_registration end`,
  age_at_identification: identified,
  opinion_span: `case when d.decision = 'none' then case d.closure when 'open' then 'waiting' else 'ended' end
    when d.opinion_span in ('waiting', 'ended') then '0-2' else d.opinion_span end`,
  closed_span: `case when d.closure = 'open' then 'waiting' when d.closed_span = 'waiting' then '91+' else d.closed_span end`,
  status,
  outcome,
  need,
  match_span: waiting('match_span'),
  bed_span: `case when ${identified} = 'none' then 'none' when d.bed_span = 'none' then 'ended' else ${waiting('bed_span')} end`,
  residence,
  receipt_span: `case when d.reflection in ('own_rules', 'not_offered') then 'none' when d.reflection = 'accepted' then 'waiting'
    when d.reflection in ('declined', 'unknown') then 'ended' else ${oneOf('receipt_span', ...Object.keys(bandWords))} end`,
  answers: `case when d.referrals = array['none'] then d.referrals else d.answers end`
}
