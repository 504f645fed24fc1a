-- How widely the noise of figures goes is decided for years to come, dated and kept. Whoever had a year twice, each time with another
-- noise, could average them: of a year that a release was asked for, nothing is decided any more.
create table stat.noise (
  number integer generated always as identity primary key,
  from_year integer not null,
  variance double precision not null,
  reason text not null,
  decided_at timestamptz not null default now(),
  -- Under one, most counts would stay what they are; ten is as wide as all deviations of five and less, equally likely.
  constraint noise_protects check (variance between 1 and 10),
  constraint noise_says_why check (length(btrim(reason)) >= 10)
);
comment on table stat.noise is 'How widely the noise of released figures goes, from which year on, and why; the last word for a year holds.';
insert into stat.noise (from_year, variance, reason)
  values (1, 4, 'As every release since the first; no number set for counts of trafficking was found.');
grant select on stat.noise to mnio_stats;

create policy release_for_owner on release for select to current_user using (true);
create function stat.noise_before_releases() returns trigger language plpgsql set search_path = public, pg_temp
as $$
begin
  -- None is asked for meanwhile.
  perform pg_advisory_xact_lock(hashtextextended('release', 0));
  if exists (select from release where state <> 'failed' and left(quarter, 4)::int >= new.from_year) then
    raise exception 'a release of % or later was asked for already: its noise stays', new.from_year;
  end if;
  return new;
end $$;
revoke all on function stat.noise_before_releases from public;
create trigger noise_before_releases before insert on stat.noise for each row execute function stat.noise_before_releases();
create trigger noise_kept before update or delete on stat.noise for each row execute function refuse_change();
create trigger noise_not_emptied before truncate on stat.noise for each statement execute function refuse_change();
