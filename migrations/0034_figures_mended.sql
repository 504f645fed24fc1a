-- That somebody seeks asylum was told by where the person was met, by who flagged, and by who acted: OFII receives those who seek it.
-- All three leave the store. Files that an association brought with it were counted as flags of the day on which they were brought, with
-- waits of a few minutes: they say that they were brought. The counts that partners read are kept from everybody else in PostgreSQL too.

-- What is counted of a case: facts by name, acts by name and hour, never what an act says. Nothing of asylum leaves: no act, no referral,
-- no clock, no channel and no role by which somebody would be known to seek it. The organisation that flagged stays: it is released in no
-- table, and the gate tries what each of those that flagged most could subtract.
create or replace function stat.life_of(p_cases uuid[])
  returns table (case_id uuid, life jsonb, merged boolean, erased boolean, moved_at timestamptz)
  language sql stable security definer set search_path = public, pg_temp
as $$
  with said as (select 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"' as format)
  select c.id, jsonb_build_object(
      'openedAt', to_char(c.opened_at at time zone 'UTC', format),
      'territory', c.territory,
      'regions', jsonb_build_object('identification', c.identification, 'housing', c.housing, 'residence', c.residence,
        'judicial', c.judicial, 'minor', c.minor, 'closure', c.closure),
      'facts', (select coalesce(jsonb_object_agg(f.key, case when f.key = 'channel' and f.value = '"asylum"' then '"other"' else f.value end), '{}')
        from jsonb_each(c.facts) f
        where f.key in ('met', 'territory', 'ageGroup', 'ageBand', 'sex', 'nationality', 'citizenship', 'forms', 'finerForms', 'sector', 'exploitedFrom', 'exploitedIn', 'recruitedHow', 'housedByExploiter', 'identificationDeclined', 'reached', 'channel', 'foundIn', 'reflection', 'compensation', 'identificationBefore')),
      'registrar', (select e.org_id from case_event e where e.case_id = c.id and e.command = 'case.flag' order by e.seq limit 1),
      'registrarRole', (select nullif(e.role, 'ofii') from case_event e where e.case_id = c.id and e.command = 'case.flag' order by e.seq limit 1),
      'takenOver', exists (select from case_event e where e.case_id = c.id and e.struck_by is null
        and e.unusual && '{form.from_file,form.taken_over}'),
      'acts', (select coalesce(jsonb_agg(jsonb_build_object('command', e.command, 'role', case e.role when 'system' then e.role else 'person' end,
            'at', to_char(e.at at time zone 'UTC', format)) order by e.seq), '[]')
        from case_event e where e.case_id = c.id and e.struck_by is null
          and e.command !~ '^(asylum|transfer|dna)[.]'),
      'referrals', (select coalesce(jsonb_agg(jsonb_build_object('kind', r.kind, 'state', r.state, 'answer', r.answer, 'reason', r.reason,
            'sentAt', to_char(r.sent_at at time zone 'UTC', format), 'answeredAt', to_char(r.answered_at at time zone 'UTC', format))
            order by r.sent_at, r.id), '[]')
        from referral r where r.case_id = c.id and r.kind not in ('dna', 'dna_place')),
      'clocks', (select coalesce(jsonb_agg(distinct jsonb_build_object('code', d.code, 'state', d.state,
            'missed', d.fired_at is not null)), '[]')
        from deadline d where d.case_id = c.id and d.code !~
          '^(D-MAJORITY|D-ASILE|D-HELD-ASYLUM|D-TRANSFER|D-APPEAL-TRANSFER|MNIO-DNA|MNIO-OFII|MNIO-CONSENT-ASYLUM|MNIO-ROUTE|MNIO-REHOUSE)')),
    c.identification = 'duplicate_merged',
    exists (select from case_event e where e.case_id = c.id and e.command = 'case.erase' and e.struck_by is null),
    greatest(c.updated_at, (select max(r.moved_at) from referral r where r.case_id = c.id),
      (select max(d.fired_at) from deadline d where d.case_id = c.id))
  from "case" c, said where c.id = any(p_cases)
$$;

update stat.person set channel = 'other' where channel = 'asylum';
update stat.person set registrar_role = 'unknown' where registrar_role = 'ofii';
-- Who stood in those cells stands in the others now, with what they add to the keys.
with gone as (
  delete from stat.cell where (table_id, split_part(at, '|', 1)) in (('channel_status', 'asylum'), ('registrar_status', 'ofii')) returning *
)
insert into stat.cell as c (year, table_id, at, n, keys)
  select year, table_id, case table_id when 'channel_status' then 'other' else 'unknown' end || '|' || split_part(at, '|', 2), n, keys from gone
  on conflict (year, table_id, at) do update set n = c.n + excluded.n, keys = (c.keys + excluded.keys) % 4294967296;
-- It was counted and never released: nothing tied it to those flagged in the year, as an attacker would.
delete from stat.cell where table_id = 'followed';
-- Four tables more, each of a département, counted of those who are there already.
insert into stat.cell (year, table_id, at, n, keys)
  select p.year, 'territory_' || t.name, coalesce(p.territory, 'tot') || '|' || coalesce(t.value, 'tot'), count(*), sum(p.key) % 4294967296
  from stat.person p, lateral (values ('decision', p.decision), ('judicial', p.judicial), ('compensation', p.compensation)) t (name, value)
  where p.known_until = 'infinity' and p.entry = 'flagged' group by p.year, t.name, cube (p.territory, t.value);
insert into stat.cell (year, table_id, at, n, keys)
  select p.year, 'territory_residence', coalesce(p.territory, 'tot') || '|' || coalesce(step, 'tot'), count(*), sum(p.key) % 4294967296
  from stat.person p, unnest(array_append(p.residence, null)) step
  where p.known_until = 'infinity' and p.entry = 'flagged' group by p.year, rollup (p.territory), step;
-- Files that were brought before are counted again.
insert into outbox (kind, payload)
  select 'count', jsonb_build_object('caseId', e.case_id) from case_event e where 'form.taken_over' = any(e.unusual) group by e.case_id
  on conflict do nothing;

drop policy release_table_read on release_table;
create policy release_table_read on release_table for select to mnio_app
  using (
    exists (select from release r where r.number = release)
    and (audience = 'public' or (select ctx_role()) in ('miprof', 'oversight', 'cell_secretary', 'womens_rights', 'prefecture', 'asso',
      'prosecutor', 'child_protection', 'acse_desk', 'ofii'))
  );

-- Of a release that came to nothing, why: that its time was over and that the program broke off are two faults.
alter table release add column failure text,
  add constraint release_failure_known check (failure in ('late', 'broken', 'stopped')),
  add constraint release_failure_of_failed check (failure is null or state in ('failed', 'dropped'));
comment on column release.failure is 'Why making it came to nothing: its time was over, the program broke off, or the machine stopped.';
grant update (failure) on release to mnio_stats;
