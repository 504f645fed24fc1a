-- A cell in which nobody has access any more answers nobody, as a house in which nobody has access accompanies nobody: whoever accompanies the
-- person is told once of each running case that it leaves unread, and whoever ends that access by hand reads before how many they are.

comment on column participation.left_told is 'Who accompanied, or kept the file as the cell, and does no more, once the others were told so.';

-- The running cases of which this house is the cell, and in which no other that acts is.
create function unread_with(p_org uuid) returns setof uuid language sql stable security definer set search_path = public, pg_temp
  as $$
  select mine.case_id from participation mine join "case" c on c.id = mine.case_id and c.closure not like 'closed\_%'
  where mine.org_id = p_org and mine.capacity = 'cell' and mine.until is null
    and not exists (select from participation p where p.case_id = mine.case_id and p.capacity = 'cell' and p.until is null
      and p.org_id <> p_org and acts_today(p.org_id))
$$;
revoke all on function unread_with from public;

-- How many they are: for whoever may end an access there, and 0 for all others.
create function would_leave_unread(p_org uuid) returns bigint language sql stable security definer set search_path = public, pg_temp
  as $$ select count(*) from unread_with(p_org) where administers() or ctx_org() = p_org $$;
revoke all on function would_leave_unread from public;
grant execute on function would_leave_unread to mnio_app;

-- Tells those who accompany, of a cell of which it is known that it acts no more.
create function leave_unread(p_org uuid) returns bigint language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  now_at timestamptz := wall_clock();
  told bigint;
begin
  with lost as (
    select r.case_id, r.org_id
    from unread_with(p_org) gone (case_id) join participation mine on mine.case_id = gone.case_id and mine.org_id = p_org
        and mine.capacity = 'cell' and mine.left_told is distinct from mine.org_id
      join participation r on r.case_id = gone.case_id and r.capacity = 'referent' and r.until is null and acts_today(r.org_id)),
  remembered as (
    update participation p set left_told = p.org_id
    where p.org_id = p_org and p.capacity = 'cell' and p.until is null and p.case_id in (select case_id from lost)),
  moved as (
    update participation p set moved_at = now_at, told = p.told + 1 from lost l
    where p.case_id = l.case_id and p.org_id = l.org_id and p.capacity = 'referent' returning p.case_id, p.org_id)
  insert into outbox (kind, payload)
    select 'tell', jsonb_build_object('about', 'case', 'id', case_id, 'to', jsonb_build_array(org_id),
      'line', jsonb_build_object('about', 'left', 'id', case_id, 'seq', floor(extract(epoch from now_at) / 60)::int))
    from moved order by case_id, org_id;
  get diagnostics told = row_count;
  return told;
end
$$;
revoke all on function leave_unread from public;

create or replace function tell_left_alone(p_org uuid) returns bigint language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  if not administers() then raise exception 'the administration closes and suspends'; end if;
  if exists (select from organisation where id = p_org and status in ('suspended', 'closed')) then
    return leave_alone(p_org) + leave_unread(p_org);
  end if;
  return 0;
end
$$;

create or replace function last_access_ended() returns trigger language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  if exists (select from organisation where id = new.org_id and status = 'accredited')
    and not exists (select from membership m where m.org_id = new.org_id and m.id <> new.id and m.role <> 'cell_member'
      and (m.until is null or m.until > wall_clock()))
  then
    perform leave_alone(new.org_id);
    perform leave_unread(new.org_id);
  end if;
  return null;
end
$$;

-- Of the cells that nobody is in since before anybody was told of it.
select leave_unread(id) from organisation where type = 'cell' and status = 'accredited' and not acts_today(id) order by id;

-- What a cell has to do about the other half: the cases that a house left with nobody. That it was told of each is written down, and an index
-- holds those few; that nobody acts there still is asked again, for another may have come back.
create index participation_left on participation (case_id) where left_told is not null;

create function left_to_cell() returns setof uuid language sql stable security definer set search_path = public, pg_temp
  as $$
  select distinct cell.case_id
  from participation gone join participation cell on cell.case_id = gone.case_id and cell.capacity = 'cell' and cell.until is null
      and cell.org_id = ctx_org()
    join "case" c on c.id = gone.case_id and c.closure not like 'closed\_%'
  where gone.left_told is not null and gone.capacity = 'referent' and gone.until is null and reads_case(gone.case_id)
    and not exists (select from participation p where p.case_id = gone.case_id and p.capacity = 'referent' and p.until is null
      and acts_today(p.org_id))
$$;
revoke all on function left_to_cell from public;
grant execute on function left_to_cell to mnio_app;
