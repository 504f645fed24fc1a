-- The nation's figures are counted from coded rows, one of a person and year, and no longer from cases: whoever makes figures reads no
-- fact of a case beyond those it counts, and a release is made of what was known at its day. The rows follow the log through the
-- outbox; who a row is of is a keyed digest, which nobody can undo without the key of the server.
create schema stat;
grant usage on schema stat to mnio_stats;

create table stat.person (
  rkey bytea not null constraint person_rkey_whole check (octet_length(rkey) = 16),
  year smallint not null,
  known_from timestamptz not null,
  known_until timestamptz not null default 'infinity',
  -- What the noise of a release is drawn from, and the sums of which the cells keep. It stays when the case is erased: what is
  -- published of a cell would move otherwise, and two releases of it would tell the one who left. It is drawn by chance, so that nothing
  -- leads from the case to the row that stays.
  key bigint not null constraint person_key_in_range check (key between 0 and 4294967295),
  erased boolean not null default false,
  entry text not null constraint person_entry_known check (entry in ('flagged', 'followed')),
  territory text not null,
  found text not null,
  quarter text not null,
  sex text not null,
  age text not null,
  age_at_start text not null,
  age_at_registration text not null,
  age_at_identification text not null,
  age_at_reporting text not null,
  zone text not null,
  citizenship text not null,
  channel text not null,
  registrar text,
  registrar_role text not null,
  forms text[] not null,
  finer_forms text[] not null,
  sector text not null,
  exploited_in text not null,
  recruited_how text[] not null,
  housed_by_exploiter text not null,
  identification_declined text not null,
  reached text not null,
  status text not null,
  outcome text not null,
  decision text not null,
  opinion_span text not null,
  formal_span text not null,
  closure text not null,
  closed_span text not null,
  need text not null,
  refusals text[] not null,
  match_span text not null,
  bed_span text not null,
  residence text[] not null,
  reflection text not null,
  receipt_span text not null,
  judicial text not null,
  complaint text not null,
  compensation text not null,
  minor_path text not null,
  referrals text[] not null,
  answers text[] not null,
  clocks text[] not null,
  primary key (rkey, year, known_from),
  constraint person_known_in_order check (known_from < known_until)
);
create unique index person_now on stat.person (rkey, year) where known_until = 'infinity';
comment on table stat.person is 'What figures know of a person in a year, in codes, from when until when it was held to be so.';
comment on column stat.person.key is 'What the person adds to the key of a cell: the same in every version and year, an erasure notwithstanding.';
comment on column stat.person.rkey is 'A keyed digest of the case; of a case that was erased, drawn by chance.';

create table stat.cell (
  year smallint not null,
  table_id text not null,
  at text not null,
  n integer not null,
  keys bigint not null constraint cell_keys_in_range check (keys between 0 and 4294967295),
  primary key (year, table_id, at)
);
comment on table stat.cell is 'How many persons stand in a cell of a fixed table now, and the sum of their keys modulo 2^32.';

grant select, insert, update, delete on stat.person, stat.cell to mnio_stats;

-- From when on every move of a case was counted as it came. How a case stood before, its row of that day does not say: a quarter that
-- was over by then cannot be counted as it was known.
create table stat.beginning (at timestamptz not null);
create unique index beginning_once on stat.beginning ((true));
insert into stat.beginning values (now());
comment on table stat.beginning is 'Since when each move of a case is counted as it comes: one row.';
grant select, update on stat.beginning to mnio_stats;
create function figures_since() returns timestamptz language sql stable security definer set search_path = public, pg_temp
as $$ select at from stat.beginning $$;
revoke all on function figures_since from public;
grant execute on function figures_since to mnio_app;

-- What is counted of a case: facts by name, acts by name and hour, never what an act says. Nothing of asylum leaves: no act, no referral
-- and no clock by which somebody would be known to seek it. A place of the asylum scheme is therefore counted nowhere.
create function stat.life_of(p_cases uuid[])
  returns table (case_id uuid, life jsonb, merged boolean, erased boolean, moved_at timestamptz)
  language sql stable security definer set search_path = public, pg_temp
as $$
  with said as (select 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"' as format)
  select c.id, jsonb_build_object(
      'openedAt', to_char(c.opened_at at time zone 'UTC', format),
      'territory', c.territory,
      'regions', jsonb_build_object('identification', c.identification, 'housing', c.housing, 'residence', c.residence,
        'judicial', c.judicial, 'minor', c.minor, 'closure', c.closure),
      'facts', (select coalesce(jsonb_object_agg(f.key, f.value), '{}') from jsonb_each(c.facts) f
        where f.key in ('met', 'territory', 'ageGroup', 'ageBand', 'sex', 'nationality', 'citizenship', 'forms', 'finerForms', 'sector', 'exploitedFrom', 'exploitedIn', 'recruitedHow', 'housedByExploiter', 'identificationDeclined', 'reached', 'channel', 'foundIn', 'reflection', 'compensation', 'identificationBefore')),
      'registrar', (select e.org_id from case_event e where e.case_id = c.id and e.command = 'case.flag' order by e.seq limit 1),
      'registrarRole', (select e.role from case_event e where e.case_id = c.id and e.command = 'case.flag' order by e.seq limit 1),
      'acts', (select coalesce(jsonb_agg(jsonb_build_object('command', e.command, 'role', e.role,
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
-- Which cases there are, for a count from the beginning.
create function stat.cases_after(p_after uuid, p_limit integer) returns table (case_id uuid)
  language sql stable security definer set search_path = public, pg_temp
as $$
  select c.id from "case" c where c.id > p_after order by c.id limit p_limit
$$;
revoke all on function stat.life_of, stat.cases_after from public;
grant execute on function stat.life_of, stat.cases_after to mnio_stats;
revoke select (facts, residence, judicial) on "case" from mnio_stats;

-- Whatever moves a case leaves one word in the outbox that it is to be counted again, however much moved and however often, until
-- a worker takes it. Nobody has to remember it: not a repair, not a takeover, not a clock.
alter table outbox drop constraint outbox_kind_known,
  add constraint outbox_kind_known check (kind in ('tell', 'mail_link', 'mail_access', 'mail_error', 'mail_call', 'count'));
create unique index outbox_one_count on outbox ((payload ->> 'caseId')) where kind = 'count' and attempts = 0;
create policy outbox_counted on outbox for select to mnio_stats using (kind = 'count');
grant select (kind, at) on outbox to mnio_stats;

-- A word that waits already is locked and not skipped: a worker that looks meanwhile leaves it until this transaction is committed.
create function stat.count_again(p_case uuid) returns void language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  if current_setting('app.counted', true) = p_case::text then return; end if;
  insert into outbox (kind, payload) values ('count', jsonb_build_object('caseId', p_case))
    on conflict ((payload ->> 'caseId')) where kind = 'count' and attempts = 0 do update set run_at = outbox.run_at;
  perform set_config('app.counted', p_case::text, true);
end
$$;
revoke all on function stat.count_again from public;
create function stat.count_case() returns trigger language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  perform stat.count_again(new.id);
  return null;
end
$$;
create function stat.count_beside() returns trigger language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  perform stat.count_again(new.case_id);
  return null;
end
$$;
revoke all on function stat.count_case, stat.count_beside from public;
create trigger case_counted after insert or update on "case" for each row execute function stat.count_case();
create trigger referral_counted after insert or update of state on referral for each row execute function stat.count_beside();
create trigger deadline_counted after update of state on deadline for each row
  when (old.state is distinct from new.state) execute function stat.count_beside();

-- Those that there are, counted by the first worker of this release.
insert into outbox (kind, payload) select 'count', jsonb_build_object('caseId', id) from "case";
