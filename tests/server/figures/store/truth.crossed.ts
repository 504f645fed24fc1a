import {
  deadlineCodes,
  deadlineRegister,
  type DeadlineRow
} from '../../../../workflows/deadlines/deadlines.ts'
import { kindRow } from '../../../../workflows/referral/kinds/kinds.ts'
import { referralKindIds } from '../../../../workflows/vocabulary/vocabulary.ts'
import { acted, byForm, first, once, span } from './truth.words.ts'

const fact = (name: string) => `coalesce(p.facts ->> '${name}', 'unknown')`

/** Of age or not on that day. */
const ageOn = (at: string) => `case p.facts ->> 'ageGroup'
  when 'adult' then case when p.of_age > ${at} then 'minor' else 'adult' end when 'minor' then 'minor' else 'unknown' end`
const ages = {
  registration: ageOn('p.opened_at'),
  reporting: ageOn('null::timestamptz'),
  identification: `case when ${first('grounds.positive', 'meeting.positive', 'grounds.record')} is null then 'none'
    else ${ageOn(first('grounds.positive', 'meeting.positive', 'grounds.record'))} end`
}
const youngest = `substring(p.facts ->> 'ageBand' from '^[0-9]+')::int`
const oldest = `coalesce(substring(p.facts ->> 'ageBand' from '-([0-9]+)$')::int, 1000)`
const since = `(p.y - (p.facts ->> 'exploitedFrom')::int)`
const ageAtStart = `case when ${ages.registration} = 'minor' then 'minor'
  when ${youngest} is null or ${since} is null then 'unknown'
  when ${oldest} - ${since} + 1 < 18 then 'minor' when ${youngest} - ${since} - 1 >= 18 then 'adult' else 'unknown' end`

// Of the countries that these tests tell of: another one has no zone here, and no cell of that name is found.
const zone = `case when p.facts ->> 'citizenship' is null then case ${fact('nationality')} when 'eu' then 'union_or_like' else ${fact('nationality')} end
  when p.facts ->> 'citizenship' = 'FR' then 'french' when p.facts ->> 'citizenship' in ('RO', 'BG', 'ES') then 'eu'
  when p.facts ->> 'citizenship' in ('NG', 'CI', 'GN') then 'west_africa'
  when p.facts ->> 'citizenship' in ('MA', 'DZ', 'TN') then 'north_africa'
  when p.facts ->> 'citizenship' in ('CO', 'BR', 'VE') then 'americas'
  when p.facts ->> 'citizenship' in ('CN', 'VN', 'PH') then 'east_asia' else '?' end`

const outcome = `case when p.status in ('in_review', 'insufficient') then p.status
  when p.minor not in ('not_applicable', 'majority_reached') then 'minors'
  when p.housing in ('matched', 'pre_admission', 'housed_acse', 'moved', 'security_alert', 'ended') then 'acse'
  when p.housing = 'minor_placement' then 'minors'
  when p.housing in ('emergency_local', 'housed_chrs_other') then 'local'
  when p.housing = 'placement_requested' then 'waiting'
  when p.housing in ('waiting_list', 'refused_by_structure') then 'no_place'
  when p.housing = 'declined_by_person' then 'declined' else 'other' end`

const need = `case p.housing when 'unassessed' then 'none' when 'no_need' then 'none' when 'emergency_local' then 'emergency'
  when 'placement_requested' then 'seeking' when 'waiting_list' then 'no_place' when 'refused_by_structure' then 'refused'
  when 'matched' then 'promised' when 'pre_admission' then 'promised' when 'declined_by_person' then 'declined'
  when 'left' then 'gone' when 'ended' then 'gone' when 'absconded' then 'gone' else 'housed' end`
const seeks = `p.housing in ('emergency_local', 'placement_requested', 'waiting_list', 'refused_by_structure', 'matched', 'pre_admission')`

const closed = `p.closure like 'closed\\_%'`
const closure = `case when ${closed} then p.closure else 'open' end`

/** Whether such a clock of the case has not come to its end. */
const counts = (clock: string) =>
  `exists (select from deadline d where d.case_id = p.id and d.code = '${clock}' and d.state in ('running', 'suspended'))`

export const reflection = `case
  when ${acted('reflection.interrupt')} then 'interrupted'
  when ${acted('receipt.handed')} then case when ${counts('D-REFLEX')} then 'running' else 'ran' end
  when p.facts #>> '{reflection,wished}' = 'true' then 'accepted'
  when p.facts #>> '{reflection,wished}' = 'false' then 'declined'
  when ${acted('reflection.offer')} then 'unknown'
  when p.residence = 'eu_or_french' then 'own_rules' else 'not_offered' end`

/** Several words of a person, or the one of who has none. */
const several = (rows: string, none = 'none') =>
  `(select w from (${rows}) said (w) union select '${none}' where not exists (select from (${rows}) said (w))) words (w)`

const refusals =
  several(`select r.reason from referral r where r.case_id = p.id and r.state = 'declined' and r.reason is not null
    and r.kind in ('acse', 'acse_place', 'siao', 'chrs', 'minor_place')
  union select 'person' where ${acted('acse.declined_by_person', 'acse.place_declined')}`)

const steps: Record<string, string[]> = {
  offered: ['reflection.offer'],
  run: ['receipt.handed'],
  interrupted: ['reflection.interrupt'],
  applied: ['permit', 'unworthy_housing', 'discretion', 'coming_of_age'].flatMap((by) => [
    `${by}.apply`,
    `${by}.apply_beside`
  ]),
  permit: ['permit.issue', 'ta.restored'],
  renewed: ['permit.renew'],
  resident: ['resident.issue'],
  exit: ['psp.permit'],
  other_permit: ['unworthy_housing.issue', 'discretion.issue', 'coming_of_age.issue', 'other_permit.record'],
  refused: ['permit.refuse', 'permit.refused', 'other.refuse', 'other.refused', 'resident.refuse'],
  withdrawn: ['permit.withdraw'],
  appeal: ['ta.filed', 'reflection.appeal', 'other.appeal', 'removal.appeal'],
  granted: ['ta.granted', 'ta.restored']
}
const residence = several(
  [
    ...Object.entries(steps).map(([step, by]) => `select '${step}' where ${acted(...by)}`),
    `select case p.facts #>> '{reflection,wished}' when 'true' then 'accepted' else 'declined' end
      where p.facts #>> '{reflection,wished}' is not null`
  ].join(' union ')
)

const band = (
  days: string
) => `case when ${days} <= 2 then '0-2' when ${days} <= 7 then '3-7' when ${days} <= 15 then '8-15'
  when ${days} <= 30 then '16-30' when ${days} <= 90 then '31-90' else '91+' end`
const answers = several(
  `select r.kind || ':' || ${band(`greatest(0, floor(extract(epoch from r.answered_at - r.sent_at) / 86400))`)} from referral r
    where r.case_id = p.id and r.answered_at is not null and r.kind not in ('dna', 'dna_place')`
)

// Those that wait for somebody; of asylum nothing is counted.
const duties = deadlineCodes.filter((code) => {
  const { stopsWhen, dataClass }: DeadlineRow = deadlineRegister[code]
  return (stopsWhen.done ?? []).length > 0 || dataClass === 'referral'
})
const pairs = (of: readonly (readonly [string, string])[]) =>
  `(values ${of.map(([code, what]) => `('${code}', '${what}')`).join(', ')}) v (code, what)`
const acts = deadlineCodes.flatMap((code) => {
  const { stopsWhen }: DeadlineRow = deadlineRegister[code]
  return (stopsWhen.done ?? []).map((act) => [code, act] as const)
})
const awaited = referralKindIds.map((kind) => [kindRow(kind).answerWithin, kind] as const)
const done = `(exists (select from ${pairs(acts)} join case_event e on e.command = v.what
    where v.code = d.code and e.case_id = d.case_id and e.struck_by is null and e.command !~ '^(asylum|reception|transfer|dna)[.]')
  or exists (select from ${pairs(awaited)} join referral r on r.kind = v.what
    where v.code = d.code and r.case_id = d.case_id and r.answered_at is not null and r.kind not in ('dna', 'dna_place')))`
const clocks =
  several(`select d.code || ':' || case when d.fired_at is not null or d.state = 'fired' then 'missed'
    when d.state <> 'stopped' then 'running' when ${done} then 'kept' else 'lifted' end from deadline d
  where d.case_id = p.id and d.code in (${duties.map((code) => `'${code}'`).join(', ')}) and d.code !~
    '^(D-MAJORITY|D-ASILE|D-HELD-ASYLUM|D-TRANSFER|D-APPEAL-TRANSFER|MNIO-DNA|MNIO-OFII|MNIO-CONSENT-ASYLUM|MNIO-ROUTE|MNIO-REHOUSE)'`)

const listOf = (name: string) =>
  several(
    `select jsonb_array_elements_text(case jsonb_typeof(p.facts -> '${name}') when 'array' then p.facts -> '${name}' else '[]' end)`,
    'unknown'
  )
const finerForms = listOf('finerForms')
const recruitments = listOf('recruitedHow')

const countries = `array(select w from jsonb_array_elements_text(case jsonb_typeof(p.facts -> 'exploitedIn')
  when 'array' then p.facts -> 'exploitedIn' else '[]' end) said (w) where w <> 'unknown')`
const exploitedIn = `case when cardinality(${countries}) = 0 then 'unknown' when not 'FR' = any(${countries}) then 'abroad'
  when cardinality(${countries}) > 1 then 'both' else 'france' end`

/** Each person under each of several words, beside others of which each has one. */
const under = (words: string, ...beside: string[]) =>
  `select p.y, ${['w', ...beside].join(` || '|' || `)} as at, count(distinct p.id) from p, lateral ${words} group by 1, 2`

/** What crosses two or three words, cell by cell. */
export const crossedQuestions: Record<string, string> = {
  territory_outcome: once('p.met', outcome),
  zone_sex_form: byForm(`${zone} || '|' || p.sex`),
  majority: once(ageAtStart, ages.registration, ages.reporting),
  identification_age: once(ages.identification, 'p.status'),
  status_sex_form: byForm(`p.status || '|' || p.sex`),
  status_age_sex: once('p.status', 'p.age', 'p.sex'),
  status_zone_sex: once('p.status', zone, 'p.sex'),
  need_age: once(need, ages.registration),
  refusal_age: under(refusals, ages.registration),
  residence_zone: under(residence, zone),
  reflection_zone: once(reflection, zone),
  answers: under(answers),
  clocks: under(clocks),
  bed: once(
    span(first('grounds.positive', 'meeting.positive', 'grounds.record'), first('acse.admission'), seeks)
  ),
  receipt: once(span(first('reflection.offer'), first('receipt.handed'), `${reflection} = 'accepted'`)),
  closing: once(
    `case when ${closed} then ${span('p.opened_at', first('case.close', 'case.close_lost'), 'false')} else 'waiting' end`
  ),
  closure_outcome: once(closure, outcome),
  sector: once(fact('sector'), 'p.sex'),
  exploiter: once(
    `case p.facts ->> 'housedByExploiter' when 'true' then 'yes' when 'false' then 'no' else 'unknown' end`
  ),
  recruitment: under(recruitments),
  place: byForm(exploitedIn),
  finer_forms: under(finerForms)
}
