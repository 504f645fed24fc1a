-- Figures were computed again every quarter of an hour and overwritten: who read them all year long could subtract one state
-- of them from the next, and got hidden counts back. Now a release is made once for each civil quarter that has ended, and
-- kept as it was made: nobody may change or remove it, its own role least of all. What was published before is let go, as
-- it was never meant to last; the next run of the job makes the release of the last quarter that has ended.
-- A release tells what was so at the end of its quarter, even one that is made late. Flags and acts bear their date; where a
-- case stood does not, so that the first change after a quarter's end now leaves behind it where the case stood until then.
-- Of changes made before this migration nothing is left: a release of an older quarter tells where cases stood when it
-- was made.
drop table figure;
--> statement-breakpoint
create table figure_release (
  number integer not null primary key,
  quarter text not null unique,
  as_of timestamptz not null unique,
  made_at timestamptz not null,
  flow jsonb not null,
  territories jsonb not null,
  months jsonb not null,
  constraint figure_release_quarter_named check (quarter ~ '^\d{4}-Q[1-4]$'),
  constraint figure_release_of_what_is_over check (made_at > as_of)
);
--> statement-breakpoint
create trigger figure_release_row_frozen before update or delete on figure_release
  for each row execute function refuse_change();
create trigger figure_release_frozen before truncate on figure_release
  for each statement execute function refuse_change();
grant select on figure_release to mnio_app;
grant select, insert on figure_release to mnio_stats;
--> statement-breakpoint
create table case_standing (
  case_id uuid not null references "case" (id) on delete cascade,
  until timestamptz not null,
  territory text not null,
  identification text not null,
  housing text not null,
  minor text not null,
  closure text not null,
  constraint case_standing_pk primary key (case_id, until)
);
--> statement-breakpoint
create function keep_standing() returns trigger language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  insert into case_standing (case_id, until, territory, identification, housing, minor, closure)
    values (old.id, new.updated_at, old.territory, old.identification, old.housing, old.minor, old.closure);
  return null;
end
$$;
--> statement-breakpoint
revoke all on function keep_standing from public;
create trigger case_standing_kept after update on "case" for each row
  when (date_trunc('quarter', old.updated_at at time zone 'Europe/Paris') < date_trunc('quarter', new.updated_at at time zone 'Europe/Paris'))
  execute function keep_standing();
--> statement-breakpoint
alter table case_standing enable row level security;
alter table case_standing force row level security;
create policy case_standing_for_figures on case_standing for select to mnio_stats using (true);
do $$
begin
  execute format('create policy case_standing_kept on case_standing for all to %I using (true)', current_user);
end
$$;
grant select on case_standing to mnio_stats;
grant select (moved_at) on referral to mnio_stats;
--> statement-breakpoint
comment on table figure_release is 'National figures as they were released at the end of each quarter, small counts hidden; never changed.';
comment on table case_standing is 'Where a case stood until its first change after the end of a quarter, for the figures of that quarter.';
