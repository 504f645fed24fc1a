-- The nation's figures are released: one person asks for a release, a program counts, protects and attacks it, and another person
-- publishes what has been read. Between two releases nothing moves. What was made by itself at the end of each quarter, with exact
-- counts, is no more: a difference of one person showed from one release to the next.
create table release (
  number integer generated always as identity primary key,
  quarter text not null,
  kind text not null,
  version integer not null,
  as_of timestamptz not null,
  state text not null default 'asked',
  erratum text,
  asked_by uuid not null references person,
  asked_at timestamptz not null,
  step text,
  done integer not null default 0,
  method jsonb,
  panel integer,
  published_by uuid references person,
  published_at timestamptz,
  constraint release_quarter_named check (quarter ~ '^\d{4}-Q[1-4]$'),
  constraint release_kind_known check (kind in ('provisional', 'final')),
  constraint release_state_known check (state in ('asked', 'ready', 'refused', 'failed', 'published', 'dropped')),
  constraint release_final_of_a_year check (kind <> 'final' or quarter like '%-Q4'),
  constraint release_numbered check (version >= 1),
  constraint release_erratum_said check ((version > 1) = (erratum is not null)),
  constraint release_of_what_is_over check (asked_at >= as_of),
  constraint release_done_in_percent check (done between 0 and 100),
  constraint release_published_whole check ((state = 'published') = (published_at is not null) and (published_at is null) = (published_by is null)),
  constraint release_by_two_people check (published_by <> asked_by)
);
comment on table release is 'National figures of a year up to the end of a quarter: asked for by one person, published by another, never changed then.';
comment on column release.erratum is 'What a second or later version of the same release mends.';
comment on column release.step is 'What the program that makes it is doing, in a code; how far it is, in percent, stands in done.';
comment on column release.panel is 'How many associations had flagged somebody of it; null where fewer than three had.';
comment on column release.method is 'By which thresholds and which noise it was protected (JSON).';
create unique index release_once on release (quarter, kind, version) where state = 'published';
-- One at a time: each is attacked together with those that were published before it.
create unique index release_at_work on release ((true)) where state in ('asked', 'ready');

create table release_table (
  release integer not null references release,
  audience text not null,
  id text not null,
  dimensions jsonb not null,
  shown integer[] not null,
  primary key (release, audience, id),
  constraint release_table_audience_known check (audience in ('public', 'partner'))
);
comment on table release_table is 'One table of a release as it may be read: counts with their noise, null where masked.';

-- Apart from what is published: who knew which cells were masked to pass would know what they are not.
create table release_report (
  release integer primary key references release,
  report jsonb not null
);
comment on table release_report is 'What the attacks found of a release (JSON), and what had to be masked beyond the rule: for those who publish.';

-- What is published is kept as it is, and what was made for it is never made otherwise.
create function keep_release() returns trigger language plpgsql set search_path = public, pg_temp
as $$
begin
  if old.state in ('published', 'dropped', 'refused') or new.number <> old.number or new.asked_by <> old.asked_by
    or (new.state = 'published' and old.state <> 'ready') or new.quarter <> old.quarter or new.kind <> old.kind or new.version <> old.version or new.as_of <> old.as_of then
    raise exception 'a release is not changed' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
revoke all on function keep_release from public;
create trigger release_kept before update on release for each row execute function keep_release();
create trigger release_not_removed before delete on release for each row execute function refuse_change();
create trigger release_not_emptied before truncate on release for each statement execute function refuse_change();
create trigger release_table_kept before update or delete on release_table for each row execute function refuse_change();
create trigger release_table_not_emptied before truncate on release_table for each statement execute function refuse_change();
create trigger release_report_kept before update or delete on release_report for each row execute function refuse_change();
create trigger release_report_not_emptied before truncate on release_report for each statement execute function refuse_change();

-- What is published is public. What is not is read by those who prepare releases, and by whoever makes them.
alter table release enable row level security;
alter table release force row level security;
alter table release_table enable row level security;
alter table release_table force row level security;
alter table release_report enable row level security;
alter table release_report force row level security;
create policy release_read on release for select to mnio_app
  using (state = 'published' or (select ctx_role()) = 'miprof');
create policy release_asked on release for insert to mnio_app
  with check ((select ctx_role()) = 'miprof' and asked_by = (select ctx_person()) and state = 'asked');
create policy release_answered on release for update to mnio_app
  using ((select ctx_role()) = 'miprof' and state in ('asked', 'ready', 'failed'))
  with check ((select ctx_role()) = 'miprof' and ((state = 'published' and published_by = (select ctx_person())) or state = 'dropped'));
create policy release_made on release to mnio_stats using (true) with check (state in ('asked', 'ready', 'refused', 'failed'));
create policy release_table_read on release_table for select to mnio_app
  using (exists (select from release r where r.number = release));
create policy release_table_made on release_table to mnio_stats using (true)
  with check (exists (select from release r where r.number = release and r.state = 'asked'));
create policy release_report_read on release_report for select to mnio_app using ((select ctx_role()) = 'miprof');
create policy release_report_made on release_report to mnio_stats using (true)
  with check (exists (select from release r where r.number = release and r.state = 'asked'));
grant select, insert on release to mnio_app;
grant update (state, published_by, published_at) on release to mnio_app;
grant select on release_table, release_report to mnio_app;
grant select on release to mnio_stats;
grant update (state, step, done, method, panel) on release to mnio_stats;
grant select, insert on release_table, release_report to mnio_stats;

-- One job for each release.
create function enqueue_release(p_number integer) returns void language plpgsql security definer
  set search_path = graphile_worker, pg_temp
as $$ begin perform graphile_worker.add_job('release', json_build_object('number', p_number), job_key := 'release:' || p_number); end $$;
revoke all on function enqueue_release from public;
grant execute on function enqueue_release to mnio_app;

drop table figure_release;
drop trigger if exists case_standing_kept on "case";
drop function if exists keep_standing;
drop table case_standing;
drop function if exists homecomings;

-- Whoever makes figures reads coded rows, and no case any more.
drop policy if exists case_for_figures on "case";
drop policy if exists case_event_for_figures on case_event;
drop policy if exists referral_for_figures on referral;
drop policy if exists stay_for_figures on stay;
drop policy if exists place_for_figures on place;
revoke all on "case", case_event, referral, stay, place from mnio_stats;
revoke select (id, territory, opened_at, identification, housing, residence, judicial, minor, closure, facts) on "case" from mnio_stats;
revoke select (case_id, seq, at, command) on case_event from mnio_stats;
revoke select (case_id, kind, state, reason, sent_at, answered_at, moved_at) on referral from mnio_stats;
revoke select (case_id, state, reserved_at) on stay from mnio_stats;
revoke select (id, out_of_service) on place from mnio_stats;
