-- A release that an attack has refused came out again with the same counts and the same noise, and was refused again. It may be asked for
-- without some of its tables, which it says for ever; and it says when the places that stand beside it were counted.
alter table release add column left_out text[] not null default '{}';
alter table release add column places_at timestamptz;
alter table release add constraint release_left_out_named check (array_position(left_out, null) is null and '' <> all (left_out));
comment on column release.left_out is 'Fixed tables that this version is without: nothing of them is written or read of it.';
comment on column release.places_at is 'When the places beside it were counted; null before that was kept.';
grant update (places_at) on release to mnio_stats;
grant execute on function wall_clock to mnio_stats;
grant select on demonstration_clock to mnio_stats;

-- As before, and what was left out stays so.
create or replace function keep_release() returns trigger language plpgsql set search_path = public, pg_temp
as $$
begin
  if old.state in ('published', 'dropped', 'refused') or new.number <> old.number or new.asked_by <> old.asked_by or new.left_out <> old.left_out
    or (new.state = 'published' and old.state <> 'ready') or new.quarter <> old.quarter or new.kind <> old.kind or new.version <> old.version or new.as_of <> old.as_of then
    raise exception 'a release is not changed' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;

drop policy release_table_made on release_table;
create policy release_table_made on release_table to mnio_stats using (true)
  with check (exists (select from release r where r.number = release and r.state = 'asked' and release_table.id <> all (r.left_out)));
