-- What other bodies count of France (police, justice, labour inspection, compensation, assets, permits, the survey of associations)
-- stands beside our figures, with who counts it, in which edition, under which licence and by whom it was entered. No two sources are
-- ever added, and neither is one of them to ours: this table has no total, and nothing reads one from it. A value that is entered
-- again for the same subject and edition takes the place of the one before, which stays.
create table administrative_figure (
  id uuid primary key,
  subject text not null,
  source text not null,
  measure text not null,
  year smallint not null,
  since smallint,
  territory text,
  breakdown text,
  value_of text,
  value numeric not null,
  unit text not null,
  respondents integer,
  edition text not null,
  link text,
  licence text not null,
  reading text not null,
  entered_by uuid not null references person,
  entered_at timestamptz not null,
  replaced_at timestamptz,
  constraint administrative_figure_source_known check (source in ('ssmsi', 'sdse', 'dgt', 'civi', 'agrasc', 'dsed', 'associations', 'acse')),
  constraint administrative_figure_measure_known check (measure in ('victims', 'detected', 'supported', 'procedures', 'suspects', 'oriented', 'prosecuted', 'convicted', 'knowing_use', 'inspections', 'claims', 'awards', 'seized', 'confiscated', 'permits', 'renewals', 'partners')),
  constraint administrative_figure_unit_known check (unit in ('persons', 'share', 'per100k', 'procedures', 'decisions', 'permits', 'euros', 'organisations')),
  constraint administrative_figure_breakdown_known check (breakdown is null or breakdown in ('form', 'sex', 'age', 'citizenship', 'circumstance')),
  constraint administrative_figure_reading_known check (reading in ('V', 'V2')),
  constraint administrative_figure_of_one_value check ((breakdown is null) = (value_of is null)),
  constraint administrative_figure_counts check (value >= 0 and (unit <> 'share' or value <= 1) and respondents >= 0),
  constraint administrative_figure_years check (since is null or since < year),
  constraint administrative_figure_said check (edition <> '' and licence <> '')
);
comment on table administrative_figure is 'What other bodies count, entered beside our figures and never added to them.';
comment on column administrative_figure.subject is 'What the value is of, in codes: source, measure, years, territory, breakdown and unit.';
comment on column administrative_figure.reading is 'V: read in the publication of whoever counts; V2: read in another account of it.';
create unique index administrative_figure_once on administrative_figure (subject, edition) where replaced_at is null;

alter table administrative_figure enable row level security;
alter table administrative_figure force row level security;
create policy administrative_figure_read on administrative_figure for select to mnio_app
  using ((select ctx_role()) in ('miprof', 'oversight'));
create policy administrative_figure_entered on administrative_figure for insert to mnio_app
  with check ((select ctx_role()) = 'miprof' and entered_by = (select ctx_person()) and replaced_at is null);
create policy administrative_figure_replaced on administrative_figure for update to mnio_app
  using ((select ctx_role()) = 'miprof' and replaced_at is null)
  with check ((select ctx_role()) = 'miprof' and replaced_at is not null);
create policy administrative_figure_for_owner on administrative_figure to current_user using (true) with check (true);
grant select, insert on administrative_figure to mnio_app;
grant update (replaced_at) on administrative_figure to mnio_app;

-- Exact national numbers leave by hand: one person asks, saying for which collection and why, another allows it, and what is allowed
-- is open for a day to the one who asked. Who took it and when is in the journal.
create table exact_export (
  id uuid primary key,
  report text not null,
  year smallint not null,
  purpose text not null,
  asked_by uuid not null references person,
  asked_at timestamptz not null,
  state text not null default 'waiting',
  settled_by uuid references person,
  settled_at timestamptz,
  constraint exact_export_report_known check (report in ('associations', 'eurostat', 'greta', 'glotip', 'sdg')),
  constraint exact_export_state_known check (state in ('waiting', 'allowed', 'refused', 'withdrawn')),
  -- While a year runs, each of its numbers tells what was done since the one before.
  constraint exact_export_of_a_year_over check (year < extract(year from asked_at at time zone 'Europe/Paris')),
  constraint exact_export_says_why check (length(btrim(purpose)) >= 10),
  constraint exact_export_settled_whole check ((state = 'waiting') = (settled_at is null) and (settled_at is null) = (settled_by is null)),
  constraint exact_export_by_two_people check (case when state = 'withdrawn' then settled_by = asked_by else settled_by <> asked_by end)
);
comment on table exact_export is 'Exact national numbers that somebody asked to send, and who allowed it: two people.';
create unique index exact_export_waiting on exact_export (report, year, asked_by) where state = 'waiting';

alter table exact_export enable row level security;
alter table exact_export force row level security;
create policy exact_export_read on exact_export for select to mnio_app using ((select ctx_role()) in ('miprof', 'oversight'));
create policy exact_export_asked on exact_export for insert to mnio_app
  with check ((select ctx_role()) = 'miprof' and asked_by = (select ctx_person()) and state = 'waiting');
create policy exact_export_settled on exact_export for update to mnio_app
  using ((select ctx_role()) = 'miprof' and state = 'waiting')
  with check ((select ctx_role()) = 'miprof' and state <> 'waiting' and settled_by = (select ctx_person())
    -- A request that nobody answers lapses.
    and (state <> 'allowed' or settled_at < asked_at + interval '14 days'));
create policy exact_export_for_owner on exact_export to current_user using (true) with check (true);
grant select, insert on exact_export to mnio_app;
grant update (state, settled_by, settled_at) on exact_export to mnio_app;

-- What was allowed is counted once, at that moment: whoever took it again through the day would see from the difference what a single
-- act moved. Of the whole country alone, without the keys of the noise, and of the tables that its report is filled from: a test holds
-- which they are to the reports. Nobody but the owner of the tables reaches these rows.
create table stat.exact_cell (
  export uuid not null references exact_export,
  table_id text not null,
  at text not null,
  n integer not null,
  primary key (export, table_id, at)
);
comment on table stat.exact_cell is 'The exact numbers of an export as they stood when it was allowed, for the day that it is open.';

create function stat.freeze_exact() returns trigger language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  insert into stat.exact_cell (export, table_id, at, n)
  select new.id, c.table_id, c.at, c.n from stat.cell c
  where c.year = new.year
    and c.table_id = any (case new.report
      when 'associations' then array['complaint_compensation', 'exploiter', 'form_age_sex', 'majority', 'place', 'registrar_status']::text[]
      when 'eurostat' then array['registrar_status', 'status_age_sex', 'status_sex_form', 'status_zone_sex']::text[]
      when 'greta' then array['closure_outcome', 'complaint_compensation', 'place', 'reflection_zone', 'residence_zone', 'status_age_sex', 'status_sex_form', 'status_zone_sex', 'territory_outcome']::text[]
      when 'glotip' then array['citizenship', 'closure_outcome', 'status_age_sex', 'status_sex_form']::text[]
      when 'sdg' then array['status_age_sex', 'status_sex_form']::text[]
    end)
    and (c.table_id !~ '^(territory|found)_' or c.at like 'tot|%');
  return null;
end
$$;
revoke all on function stat.freeze_exact from public;
create trigger exact_export_frozen after update of state on exact_export for each row
  when (new.state = 'allowed' and old.state <> 'allowed') execute function stat.freeze_exact();

-- The one way in which exact counts reach whoever sends them: of an export that another person has allowed, to the one who asked for it,
-- for a day.
create function exact_cells(p_export uuid) returns table (table_id text, at text, n integer) language sql stable security definer
  set search_path = public, pg_temp
as $$
  select c.table_id, c.at, c.n
  from exact_export e join stat.exact_cell c on c.export = e.id
  where e.id = p_export and e.state = 'allowed' and e.asked_by = ctx_person() and ctx_role() = 'miprof'
    and wall_clock() < e.settled_at + interval '1 day'
$$;
create function forget_exact_cells() returns void language sql security definer set search_path = public, pg_temp
as $$
  delete from stat.exact_cell c using exact_export e
  where e.id = c.export and wall_clock() >= e.settled_at + interval '1 day'
$$;
revoke all on function exact_cells, forget_exact_cells from public;
grant execute on function exact_cells to mnio_app;
grant execute on function forget_exact_cells to mnio_worker;
