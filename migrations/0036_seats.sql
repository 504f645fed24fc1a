-- What one person could still do to who sits in the cell, and to what an organisation is called. An alternate becomes who holds the seat,
-- and who holds it an alternate, by two persons; so does the absence of who holds it, where another than they says it: it gives their
-- voice to the alternate. The name and the SIRET of an accredited organisation say who may open its cases: two persons change them.
-- Seats belong to the cell of one territory, and end where their organisation moves to another, or is merged into one there. Seats offered
-- before two had to agree are taken back. A review of access says no more by case than what every case of that kind opens.

-- Whether somebody is away today, by the calendar of Paris: asked wherever an absence counts.
create function is_away(p_from date, p_until date) returns boolean language sql stable
  as $$
  select p_from is not null and p_from <= (public.wall_clock() at time zone 'Europe/Paris')::date
    and (p_until is null or p_until >= (public.wall_clock() at time zone 'Europe/Paris')::date)
$$;
revoke all on function is_away from public;
grant execute on function is_away to mnio_app;

-- Seats of the cell ----------------------------------------------------------------------------------------------------------

-- The cell's secretary confirms whatever says who sits: an invitation, who holds a seat, an absence.
create or replace function confirms_seat(p_org uuid, p_kind text, p_role text) returns boolean language sql stable
  as $$
  select p_kind in ('invite', 'seat', 'absence') and p_role = 'cell_member' and ctx_role() = 'cell_secretary' and exists (
    select from public.organisation mine join public.organisation o on o.territory = mine.territory
    where mine.id = ctx_org() and mine.type = 'cell' and mine.status = 'accredited' and o.id = p_org)
$$;

alter policy organisation_proposal_read on organisation_proposal
  using (administers() or confirms_regime(org_id, regime) or confirms_seat(org_id, kind, role)
    or (kind in ('invite', 'seat', 'absence') and manages(org_id)));
alter policy organisation_proposal_made on organisation_proposal
  with check ((administers() or (kind in ('invite', 'seat', 'absence') and role = 'cell_member' and manages(org_id)))
    and proposed_by = (select ctx_person()) and state = 'waiting');

-- Whether two persons agreed just now that this membership is to stand so.
create function seat_agreed(p_now membership, p_kind text) returns boolean language sql stable
  as $$
  select exists (select from public.organisation_proposal p where p.id = confirmed_now(p_now.org_id, p_kind)
    and p.body ->> 'membership' = p_now.id::text
    and case p_kind when 'seat' then p.body -> 'alternate' = to_jsonb(p_now.alternate)
      else (p.body ->> 'from', p.body ->> 'until') is not distinct from (p_now.absent_from::text, p_now.absent_until::text) end)
$$;
revoke all on function seat_agreed from public;
grant execute on function seat_agreed to mnio_app;

create or replace function membership_kept() returns trigger language plpgsql set search_path = public, pg_temp
as $$
declare
  seated boolean := old.role = 'cell_member' and new.alternate is distinct from old.alternate;
  -- Said by another than who holds the seat. A return gives them their voice back, and takes one person.
  away boolean := old.role = 'cell_member' and not old.alternate and new.absent_from is not null and old.person_id is distinct from ctx_person()
    and (new.absent_from, new.absent_until) is distinct from (old.absent_from, old.absent_until);
begin
  if current_user <> 'mnio_app' then return new; end if;
  if old.until is not null and old.until <= wall_clock() then raise exception 'a membership that ended stays as it was'; end if;
  if seated and not seat_agreed(new, 'seat') then raise exception 'two persons say who holds a seat of the cell'; end if;
  if away and not seat_agreed(new, 'absence') then raise exception 'two persons say that who holds a seat of the cell is away'; end if;
  if (seated or away) and (new.until, new.manager) is not distinct from (old.until, old.manager) then return new; end if;
  if not (manages(old.org_id) or administers() or old.person_id = ctx_person()) then raise exception 'who manages access keeps memberships'; end if;
  if new.until is distinct from old.until and (new.until is null or new.until > coalesce(old.until, 'infinity'))
  then raise exception 'a membership ends and is not made longer'; end if;
  if new.until is distinct from old.until and not (manages(old.org_id) or administers())
  then raise exception 'who manages access ends memberships'; end if;
  if new.manager and not old.manager and not manages(old.org_id) then raise exception 'who manages access names another'; end if;
  if (new.manager, new.alternate) is distinct from (old.manager, old.alternate) and not (manages(old.org_id) or administers())
  then raise exception 'who manages access names another'; end if;
  return new;
end
$$;

-- An invitation to a seat of the cell is sent again as two persons agreed on it, and not otherwise.
create function seat_offered_by_two(p_one invitation) returns boolean language sql stable security definer set search_path = public, pg_temp
as $$
  select exists (select from organisation_proposal p where p.org_id = p_one.org_id and p.kind = 'invite' and p.state = 'confirmed'
    and p.body @> jsonb_build_object('role', p_one.role, 'email', p_one.email, 'manager', p_one.manager, 'alternate', p_one.alternate))
$$;
revoke all on function seat_offered_by_two from public;
grant execute on function seat_offered_by_two to mnio_app;
create function invitation_kept() returns trigger language plpgsql set search_path = public, pg_temp
as $$
begin
  if current_user = 'mnio_app' and new.role = 'cell_member' and not seat_offered_by_two(new)
  then raise exception 'two persons offer a seat of the cell'; end if;
  return new;
end
$$;
create trigger invitation_kept before update of generation, expires_at on invitation for each row execute function invitation_kept();

do $$
declare
  one invitation;
begin
  for one in select i.* from invitation i where i.role = 'cell_member' and i.used_at is null and i.withdrawn_at is null
    and not seat_offered_by_two(i)
  loop
    update invitation set withdrawn_at = wall_clock() where id = one.id;
    perform append_audit('organisation:' || one.org_id::text, wall_clock(), null, one.org_id, 'system', 'person.uninvite',
      'invitation:' || one.id::text, 'allowed', 'cell_member,one_person');
  end loop;
end
$$;

-- Where an organisation sits in the cell no more: who sat for it, who was offered to, what waited, and the cases that were open to it there.
create function seats_end(p_org uuid) returns void language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  at timestamptz := wall_clock();
  one record;
begin
  for one in update membership set until = at where org_id = p_org and role = 'cell_member' and (until is null or until > at)
    returning id, person_id
  loop
    update session set revoked_at = at, ended_from = 'access'
      where person_id = one.person_id and revoked_at is null and (membership_id is null or membership_id = one.id);
    perform forget_device_keys(one.person_id);
    perform append_audit('organisation:' || p_org::text, at, ctx_person(), p_org, 'system', 'membership.moved',
      'membership:' || one.id::text, 'allowed', 'cell_member');
  end loop;
  update invitation set withdrawn_at = at where org_id = p_org and role = 'cell_member' and used_at is null and withdrawn_at is null;
  update organisation_proposal set state = 'withdrawn', settled_by = ctx_person(), settled_at = at
    where org_id = p_org and role = 'cell_member' and state = 'waiting';
  update participation set until = at, waits_for = null, due_at = null, clock_at = null, line = null
    where org_id = p_org and capacity = 'cell_member' and until is null;
end
$$;
revoke all on function seats_end from public;

create function seats_stay() returns trigger language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  perform seats_end(new.id);
  return null;
end
$$;
revoke all on function seats_stay from public;
create trigger seats_stay after update of territory on organisation for each row
  when (old.territory is distinct from new.territory and old.status <> 'pending') execute function seats_stay();

-- As before, but for seats, which do not go to another territory with it.
create or replace function merge_organisation(p_from uuid, p_into uuid) returns void language plpgsql security definer
  set search_path = public, pg_temp
as $$
declare at timestamptz := wall_clock();
begin
  perform from organisation where id in (p_from, p_into) order by id for update;
  if not exists (select from organisation_proposal p where p.id = confirmed_now(p_from, 'merge') and p.into_org = p_into)
  then raise exception 'two persons merge organisations'; end if;
  if p_from = p_into or not exists (select from organisation a join organisation b on b.type = a.type
    where a.id = p_from and b.id = p_into and b.status = 'accredited' and a.status <> 'closed' and a.type not in ('platform', 'external'))
  then raise exception 'only organisations of one kind are merged, into one that is accredited'; end if;
  if exists (select from organisation a join organisation b on b.territory is distinct from a.territory where a.id = p_from and b.id = p_into)
  then perform seats_end(p_from); end if;
  update participation b set until = null, basis = a.basis, scope = a.scope, since = least(b.since, a.since), told = b.told + 1,
      moved_at = greatest(b.moved_at, a.moved_at), waits_for = a.waits_for, urgency = a.urgency, due_at = a.due_at,
      due_in_month = a.due_in_month, clock_at = a.clock_at, line = a.line, line_tables = a.line_tables
    from participation a
    where a.org_id = p_from and a.until is null and b.org_id = p_into and b.case_id = a.case_id and b.capacity = a.capacity and b.until is not null;
  update participation a set until = at, waits_for = null, due_at = null, clock_at = null, line = null
    where a.org_id = p_from and a.until is null and exists (
      select from participation b where b.org_id = p_into and b.case_id = a.case_id and b.capacity = a.capacity);
  update participation set org_id = p_into, told = told + 1 where org_id = p_from and until is null;
  update referral set recipient_org_id = p_into where recipient_org_id = p_from;
  update referral set sender_org_id = p_into where sender_org_id = p_from;
  update referral set awaits_org_id = p_into where awaits_org_id = p_from;
  update place set org_id = p_into where org_id = p_from;
  update invitation set withdrawn_at = at where org_id = p_from and used_at is null and withdrawn_at is null;
  insert into membership (person_id, org_id, role, manager, alternate, since, absent_from, absent_until)
    select person_id, p_into, role, manager, alternate, at, absent_from, absent_until from membership
    where org_id = p_from and (until is null or until > at)
    on conflict (person_id, org_id, role) where until is null do nothing;
  update membership set until = at where org_id = p_from and (until is null or until > at);
  update organisation set status = 'closed', closed_at = at, merged_into = p_into where id = p_from;
end
$$;

-- What an organisation is ----------------------------------------------------------------------------------------------------

-- What waits says the name and the SIRET that stand now: whoever confirms it reads both.
update organisation_proposal p set body = p.body || jsonb_build_object('name', o.name, 'siret', o.siret)
  from organisation o where o.id = p.org_id and p.state = 'waiting' and p.kind in ('accredit', 'move');

create or replace function confirmed_there(p_now organisation, p_kind text) returns boolean language sql stable
  as $$
  select exists (select from public.organisation_proposal p where p.id = confirmed_now(p_now.id, p_kind)
    and (p.body ->> 'name', p.body ->> 'siret') is not distinct from (p_now.name, p_now.siret)
    and (p_kind = 'accredit' and not p.body ? 'territory'
      or (coalesce(p.body ->> 'type', p_now.type) = p_now.type
        and (p.body ->> 'territory', p.body ->> 'region', p.body ->> 'court') is not distinct from (p_now.territory, p_now.region, p_now.court)
        and coalesce(p.body -> 'answers', 'null') = coalesce(to_jsonb(p_now.answers), 'null'))))
$$;

create or replace function organisation_kept() returns trigger language plpgsql set search_path = public, pg_temp
as $$
begin
  if current_user <> 'mnio_app' then return new; end if;
  if not administers() then raise exception 'the administration keeps organisations'; end if;
  if tg_op = 'INSERT' then
    if new.status <> 'pending' or new.type in ('platform', 'external', 'unknown') or new.merged_into is not null
    then raise exception 'an organisation begins without any right'; end if;
    return new;
  end if;
  if old.status = 'closed' then raise exception 'what was closed is not opened again'; end if;
  if old.type in ('platform', 'external') then raise exception 'this organisation is not kept by pages'; end if;
  if (new.id, new.key) is distinct from (old.id, old.key) or (new.type <> old.type and old.status <> 'pending')
  then raise exception 'an organisation keeps what it is'; end if;
  if new.status = 'accredited' and old.status = 'pending' and not confirmed_there(new, 'accredit')
    or new.status = 'accredited' and old.status = 'suspended' and confirmed_now(new.id, 'reinstate') is null
    -- Fewer referrals are a right that is taken away: one person does that.
    or old.status <> 'pending' and not confirmed_there(new, 'move')
      and ((new.name, new.siret) is distinct from (old.name, old.siret)
        or (new.territory, new.region, new.court) is distinct from (old.territory, old.region, old.court)
        or old.answers is not null and not coalesce(new.answers <@ old.answers, false))
  then raise exception 'two persons open this right'; end if;
  if new.merged_into is distinct from old.merged_into then raise exception 'organisations are merged by one function'; end if;
  return new;
end
$$;

-- Reviewing access -----------------------------------------------------------------------------------------------------------

-- Who reads which case and why. What consents or age leave open of one is its readers' alone: it is counted for the organisation, from
-- five cases on and where as many are closed, by steps, so that neither a case nor its change is read from the number.
drop function access_of;
create function access_of(p_org uuid)
  returns table (code text, capacity text, since timestamptz, basis text, team text, readers uuid[])
  language sql stable security definer set search_path = public, pg_temp
as $$
  with works as materialized (
    select m.person_id, r.reads, r.stands, r.teams
    from (select distinct person_id from membership where org_id = p_org and (until is null or until > wall_clock())) m
      cross join lateral reading_of(p_org, m.person_id) r)
  select c.code, p.capacity, p.since, p.basis, t.name,
    case when o.by_team and p.capacity <> 'cell_member' then array(
      select w.person_id from works w
      where w.reads = 'all' or l.team_id = any (w.teams) or l.person_id = any (w.stands) order by 1) end
  from participation p join "case" c on c.id = p.case_id join organisation o on o.id = p.org_id
    left join lateral (select f.team_id, f.person_id from caseload f where f.case_id = p.case_id and f.org_id = p_org
      and tstzrange(f.since, f.until) @> wall_clock() limit 1) l on true
    left join team t on t.id = l.team_id
  where manages(p_org) and p.org_id = p_org and p.since <= wall_clock() and (p.until is null or p.until > wall_clock())
  order by c.code, p.capacity limit 5001
$$;
create function access_opened(p_org uuid) returns table (data_class text, at_least integer)
  language sql stable security definer set search_path = public, pg_temp
as $$
  with held as materialized (
    select c.id, p.capacity from participation p join "case" c on c.id = p.case_id
    where manages(p_org) and p.org_id = p_org and p.since <= wall_clock() and (p.until is null or p.until > wall_clock())
    order by c.code, p.capacity limit 5000),
  asked as (
    select s.data_class, h.id, bool_or(may_see(h.id, h.capacity, s.data_class)) as open
    from held h join sight s on s.capacity = h.capacity and (s.consent is not null or s.minors_only) group by 1, 2),
  counted as (select a.data_class, count(*) filter (where a.open) as open, count(*) filter (where not a.open) as shut from asked a group by 1)
  select data_class, case when least(open, shut) >= 5 then (
    select max(step) from unnest(array[5, 10, 20, 50, 100, 200, 500, 1000, 2000]) as step where step <= open) end
  from counted order by 1
$$;
revoke all on function access_of, access_opened from public;
grant execute on function access_of, access_opened to mnio_app;

-- What was confirmed is kept as proof and read by no page: reviews of before named classes by case.
revoke select on access_review from mnio_app;
grant select (id, org_id, half, made_by, made_at, digest) on access_review to mnio_app;

-- The journal ----------------------------------------------------------------------------------------------------------------

-- Of whose access a line of the journal speaks: of an invitation, once it was used, the account that it became.
create function audited_person(p_object text) returns table (name text, org_type text)
  language sql stable security definer set search_path = public, pg_temp
as $$
  with one as (select split_part(p_object, ':', 1) as kind,
    case when p_object ~ '^(invitation|membership|person|proposal):[0-9a-f-]{36}$' then split_part(p_object, ':', 2)::uuid end as id)
  select p.display_name, o.type
  from one
    left join organisation_proposal w on one.kind = 'proposal' and w.id = one.id and w.kind = 'invite' and w.state = 'confirmed'
    left join invitation i on one.kind = 'invitation' and i.id = one.id
      or i.org_id = w.org_id and i.email = w.body ->> 'email' and i.role = w.role and i.invited_at = w.settled_at
    left join membership m on one.kind = 'membership' and m.id = one.id or one.kind = 'person' and m.person_id = one.id and m.role = 'admin'
    join person p on p.id = coalesce(i.used_by, m.person_id)
    left join organisation o on o.id = coalesce(i.org_id, m.org_id)
  where ctx_role() = 'dpo' limit 1
$$;
revoke all on function audited_person from public;
grant execute on function audited_person to mnio_app;
