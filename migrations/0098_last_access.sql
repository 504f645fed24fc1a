-- A house in which nobody has access any more accompanies nobody, as one that is closed or suspended: the cell of each case that it leaves is
-- told once, whoever or whatever ended the last access, and names another. Whoever ends it by hand reads before how many they are.

-- Whether somebody acts for a house itself today: a seat in a cell acts for the cell alone, and an absence ends nothing.
create function acts_today(p_org uuid) returns boolean language sql stable security definer set search_path = public, pg_temp
  as $$
  select exists (select from organisation o join membership m on m.org_id = o.id
    where o.id = p_org and o.status = 'accredited' and m.role <> 'cell_member' and (m.until is null or m.until > wall_clock()))
$$;
revoke all on function acts_today from public;

-- The running cases in which this house accompanies the person and no other that acts does.
create function alone_with(p_org uuid) returns setof uuid language sql stable security definer set search_path = public, pg_temp
  as $$
  select mine.case_id from participation mine join "case" c on c.id = mine.case_id and c.closure not like 'closed\_%'
  where mine.org_id = p_org and mine.capacity = 'referent' and mine.until is null
    and not exists (select from participation p where p.case_id = mine.case_id and p.capacity = 'referent' and p.until is null
      and p.org_id <> p_org and acts_today(p.org_id))
$$;
revoke all on function alone_with from public;

-- How many they are: for whoever may end an access there, and 0 for all others.
create function would_leave_alone(p_org uuid) returns bigint language sql stable security definer set search_path = public, pg_temp
  as $$ select count(*) from alone_with(p_org) where administers() or ctx_org() = p_org $$;
revoke all on function would_leave_alone from public;
grant execute on function would_leave_alone to mnio_app;

-- As tell_left_alone before, of a house of which it is known that it acts no more.
create function leave_alone(p_org uuid) returns bigint language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  now_at timestamptz := wall_clock();
  told bigint;
begin
  with alone as (
    select cell.case_id, cell.org_id
    from alone_with(p_org) gone (case_id) join participation mine on mine.case_id = gone.case_id and mine.org_id = p_org
        and mine.capacity = 'referent' and mine.left_told is distinct from mine.org_id
      join participation cell on cell.case_id = gone.case_id and cell.capacity = 'cell' and cell.until is null),
  remembered as (
    update participation p set left_told = p.org_id from alone a
    where p.case_id = a.case_id and p.capacity = 'referent' and p.until is null),
  moved as (
    update participation p set moved_at = now_at, told = p.told + 1 from alone a
    where p.case_id = a.case_id and p.org_id = a.org_id and p.capacity = 'cell' returning p.case_id, p.org_id)
  insert into outbox (kind, payload)
    select 'tell', jsonb_build_object('about', 'case', 'id', case_id, 'to', jsonb_build_array(org_id),
      'line', jsonb_build_object('about', 'left', 'id', case_id, 'seq', floor(extract(epoch from now_at) / 60)::int))
    from moved order by case_id, org_id;
  get diagnostics told = row_count;
  return told;
end
$$;
revoke all on function leave_alone from public;

create or replace function tell_left_alone(p_org uuid) returns bigint language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  if not administers() then raise exception 'the administration closes and suspends'; end if;
  if exists (select from organisation where id = p_org and status in ('suspended', 'closed')) then return leave_alone(p_org); end if;
  return 0;
end
$$;

-- By hand, or because nobody came back: the last access of a house that stood.
create function last_access_ended() returns trigger language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  if exists (select from organisation where id = new.org_id and status = 'accredited')
    and not exists (select from membership m where m.org_id = new.org_id and m.id <> new.id and m.role <> 'cell_member'
      and (m.until is null or m.until > wall_clock()))
  then perform leave_alone(new.org_id); end if;
  return null;
end
$$;
revoke all on function last_access_ended from public;
create trigger last_access_ended after update of until on membership for each row
  when (new.until is not null and old.until is null and new.role <> 'cell_member') execute function last_access_ended();

-- What is accompanied again may be left again.
create function first_access_given() returns trigger language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  update participation set left_told = null where org_id = new.org_id and left_told is not null and acts_today(new.org_id);
  return null;
end
$$;
revoke all on function first_access_given from public;
create trigger first_access_given after insert on membership for each row
  when (new.role <> 'cell_member') execute function first_access_given();

-- Of the houses that nobody is in since before cells were told of it.
select leave_alone(id) from organisation where status = 'accredited' and not acts_today(id) order by id;
