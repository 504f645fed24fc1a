-- An organisation that is closed or suspended accompanies nobody: a case that hangs on it is no dead end any more. Its cell is told and
-- names another, and no offer goes to its places. Of two that are merged, whoever comes into a house that works in teams goes on reading
-- what they followed and nothing else; the identifier of the directory goes to the house that stays, so that the same directory is read
-- again without a second organisation.

-- Accompanying ----------------------------------------------------------------------------------------------------------------

-- As before, of an organisation whose people can act.
create or replace function is_accompanied(p_case uuid) returns boolean language sql stable security definer set search_path = public, pg_temp
  as $$
  select reads_case(p_case) and takes_part(p_case, null)
    and exists (select from participation p join organisation o on o.id = p.org_id
      where p.case_id = p_case and p.capacity = 'referent' and p.until is null and o.status = 'accredited')
$$;

-- Whether the person was accompanied until the access of that organisation ended: the cell then names another, wherever they sleep.
create function lost_referent(p_case uuid) returns boolean language sql stable security definer set search_path = public, pg_temp
  as $$
  select reads_case(p_case) and takes_part(p_case, null) and not is_accompanied(p_case)
    and exists (select from participation p where p.case_id = p_case and p.capacity = 'referent' and p.until is null)
$$;
revoke all on function lost_referent from public;
grant execute on function lost_referent to mnio_app;

-- Tells the cells whose cases nobody accompanies any more since this organisation closed or was suspended: whoever administers learns of
-- none of them. In the list of the cell each is among what has moved. Gives how many are told.
create function tell_left_alone(p_org uuid) returns bigint language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  now_at timestamptz := wall_clock();
  told bigint;
begin
  if not administers() then raise exception 'the administration closes and suspends'; end if;
  with alone as (
    select cell.case_id, cell.org_id
    from participation mine join organisation o on o.id = mine.org_id and o.status in ('suspended', 'closed')
      join participation cell on cell.case_id = mine.case_id and cell.capacity = 'cell' and cell.until is null
    where mine.org_id = p_org and mine.capacity = 'referent' and mine.until is null
      and not exists (select from participation p join organisation other on other.id = p.org_id
        where p.case_id = mine.case_id and p.capacity = 'referent' and p.until is null and other.status = 'accredited')
      and exists (select from "case" c where c.id = mine.case_id and c.closure not like 'closed\_%')),
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
revoke all on function tell_left_alone from public;
grant execute on function tell_left_alone to mnio_app;

create or replace function hears_of(p_about text, p_id uuid) returns boolean language plpgsql stable
  as $$ begin
  return case p_about
    when 'case' then exists (select from public.participation p where p.case_id = p_id and p.org_id = public.ctx_org())
    when 'left' then exists (select from public.participation p where p.case_id = p_id and p.org_id = public.ctx_org())
    when 'referral' then exists (select from public.referral r where r.id = p_id)
    when 'reminder' then exists (select from public.referral r where r.id = p_id)
    when 'meeting' then exists (select from public.meeting m where m.id = p_id)
    when 'opening' then exists (select from public.glass_opening g where g.id = p_id)
    when 'caseload' then exists (select from public.caseload c where c.id = p_id)
    when 'handing' then exists (select from public.case_handing h where h.id = p_id)
    else false end;
end $$;

-- Places ----------------------------------------------------------------------------------------------------------------------

-- As before, and of a house that may answer: what it cannot read is not sent to it.
create or replace function place_owner(p_place uuid, p_kind text) returns uuid
  language sql stable security definer set search_path = public, pg_temp
  as $$
  select p.org_id from place p join organisation o on o.id = p.org_id
  where p.id = p_place and p.kind = p_kind and p.out_of_service is null and o.status = 'accredited'
$$;

-- Merging ---------------------------------------------------------------------------------------------------------------------

-- Where the house that stays works in teams and the one that goes does not, those who come are a team there, which follows what their
-- house had to do with. Asked before the merge moves it, in the very transaction in which a second person confirmed it. Nobody leads in
-- that team: who leads reads all that the other house follows as well, and those who do already say who follows what. Of a case that both
-- follow, the house that stays has said who does.
create function come_as_team(p_from uuid, p_into uuid) returns void language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  now_at timestamptz := wall_clock();
  own uuid := gen_random_uuid();
begin
  perform from organisation where id in (p_from, p_into) order by id for update;
  if not exists (select from organisation_proposal p where p.id = confirmed_now(p_from, 'merge') and p.into_org = p_into)
  then raise exception 'two persons merge organisations'; end if;
  if not exists (select from organisation a, organisation b where a.id = p_from and b.id = p_into and b.by_team and not a.by_team)
    or not exists (select from membership where org_id = p_from and (until is null or until > now_at))
  then return; end if;
  insert into team select own, p_into, case when exists (select from team k where k.org_id = p_into and k.name = o.name)
      then left(o.name, 190) || ' · ' || left(own::text, 4) else o.name end, now_at
    from organisation o where o.id = p_from;
  insert into team_member (id, team_id, org_id, person_id, leads, since)
    select gen_random_uuid(), own, p_into, m.person_id, false, now_at
    from (select distinct person_id from membership where org_id = p_from and (until is null or until > now_at)) m;
  insert into caseload (case_id, org_id, team_id, since, by_id, at)
    select known.case_id, p_into, own, now_at, ctx_person(), now_at from (
      select case_id from participation where org_id = p_from and capacity <> 'cell_member'
      union select case_id from referral where recipient_org_id = p_from
      union select case_id from glass_opening where p_from in (org_id, confirm_org_id)) known
    where not exists (select from caseload c where c.org_id = p_into and c.case_id = known.case_id and c.until is null);
end
$$;
revoke all on function come_as_team from public;
grant execute on function come_as_team to mnio_app;

-- What a merge changes beside what it moves, before it is proposed: seats of the cell of another territory, which end, and how many
-- people become a team of the other house.
create function merge_changes(p_from uuid, p_into uuid) returns table (seats bigint, team bigint)
  language sql stable security definer set search_path = public, pg_temp
as $$
  select
    (select count(*) from membership m where m.org_id = a.id and m.role = 'cell_member' and (m.until is null or m.until > wall_clock())
      and a.territory is distinct from b.territory),
    (select count(distinct m.person_id) from membership m where m.org_id = a.id and (m.until is null or m.until > wall_clock())
      and b.by_team and not a.by_team)
  from organisation a, organisation b where a.id = p_from and b.id = p_into and administers()
$$;
revoke all on function merge_changes from public;
grant execute on function merge_changes to mnio_app;

-- The identifier of the directory is of the house that stays, where it has none of its own.
create function identifier_follows() returns trigger language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  if old.directory_id is null or exists (select from organisation o where o.id = new.merged_into and o.directory_id is not null)
  then return null; end if;
  update organisation set directory_id = null where id = old.id;
  update organisation set directory_id = old.directory_id where id = new.merged_into;
  return null;
end
$$;
revoke all on function identifier_follows from public;
create trigger identifier_followed after update of merged_into on organisation for each row
  when (new.merged_into is not null and old.merged_into is null) execute function identifier_follows();

-- The journal -----------------------------------------------------------------------------------------------------------------

-- The chain of the case that has this public code, for who answers for data protection and for nobody else.
create function audited_chain(p_code text) returns text language sql stable security definer set search_path = public, pg_temp
as $$
  select 'case:' || c.id::text from "case" c where ctx_role() = 'dpo' and c.code = p_code
$$;
revoke all on function audited_chain from public;
grant execute on function audited_chain to mnio_app;
