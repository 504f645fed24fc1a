-- What two persons or two houses decide stays theirs where one of the two has gone, or has become another. Whoever administers alone after
-- two did names the second by the command line. Who withdrew with their house, whichever seat they come for, does not vote. What a house
-- entered is of the house that it became. Who asks for a house's return asks by name, is answered yes or no, and takes it back; so does who
-- asked for an undoing. What a review of access confirms is all that is read there.

-- Administering -----------------------------------------------------------------------------------------------------------------

-- Whether two persons ever administered at one time. From then on nobody names a second alone: the keeper of the server does.
create function administered_by_two() returns boolean language sql stable
  as $$
  select exists (select from public.membership a join public.membership b on b.person_id <> a.person_id and b.role = 'admin'
      and b.since < coalesce(a.until, 'infinity') and a.since < coalesce(b.until, 'infinity')
    where a.role = 'admin')
$$;
revoke all on function administered_by_two from public;
grant execute on function administered_by_two to mnio_app;

-- As before; into the administration itself one invites alone until two have administered.
create or replace function may_invite(p_org uuid, p_asked jsonb) returns boolean language sql stable
  as $$
  select public.role_fits(p_org, p_asked ->> 'role') and (
    exists (select from public.organisation_proposal p where p.id = confirmed_now(p_org, 'invite') and p.body @> p_asked)
    or (manages(p_org) and p_asked ->> 'role' <> 'cell_member'
      and (not administered_by_two() or exists (select from public.organisation o where o.id = p_org and o.type <> 'platform'))))
$$;

-- What one person offered while they were alone opens nothing once two administer, whoever is let go afterwards.
create function offers_of_one_end() returns void language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  one invitation;
begin
  if not administered_by_two() then return; end if;
  for one in update invitation i set withdrawn_at = wall_clock()
    where i.role = 'admin' and i.used_at is null and i.withdrawn_at is null and not seat_offered_by_two(i) returning i.*
  loop
    perform append_audit('organisation:' || one.org_id::text, wall_clock(), null, one.org_id, 'system', 'person.uninvite',
      'invitation:' || one.id::text, 'allowed', 'admin,one_person');
  end loop;
end
$$;
create function second_administers() returns trigger language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  perform offers_of_one_end();
  return null;
end
$$;
revoke all on function offers_of_one_end, second_administers from public;
create trigger second_administers after insert on membership for each row
  when (new.role = 'admin') execute function second_administers();
select offers_of_one_end();

-- Houses that became others -----------------------------------------------------------------------------------------------------

create index organisation_merged_idx on organisation (merged_into) where merged_into is not null;
-- Which house this one is by now. The journal keeps the name of that day.
create function house_today(p_org uuid) returns uuid language sql stable security definer set search_path = public, pg_temp
  as $$
  with recursive later as (
    select o.id, o.merged_into from organisation o where o.id = p_org
    union select o.id, o.merged_into from later l join organisation o on o.id = l.merged_into)
  select id from later where merged_into is null
$$;
-- Those that became this one.
create function houses_before(p_org uuid) returns setof uuid language sql stable security definer set search_path = public, pg_temp
  as $$
  with recursive earlier as (
    select o.id from organisation o where o.merged_into = p_org
    union select o.id from earlier e join organisation o on o.merged_into = e.id)
  select id from earlier
$$;
revoke all on function house_today, houses_before from public;
grant execute on function house_today, houses_before to mnio_app;

-- As before, of the house that entered it as it is today.
create or replace function entered_act(p_case uuid, p_seq integer) returns boolean language sql stable
  as $$ select exists (select from public.case_event e
    where e.case_id = p_case and e.seq = p_seq and public.house_today(e.org_id) = (select public.ctx_org())) $$;

-- Who is close to a case --------------------------------------------------------------------------------------------------------

-- Of those who sit in a cell, who works for another house that flagged it, accompanies the person, or withdrew from it: in a case that was
-- entered of all of them, else of whoever asks.
create function ties_of(p_case uuid) returns table (person_id uuid, org_id uuid, tie text) language sql stable security definer
  set search_path = public, pg_temp
  as $$
  with close as materialized (
    select house_today(e.org_id) as org_id, 'flagged' as tie from case_event e where e.case_id = p_case and e.command = 'case.flag'
    union select p.org_id, 'follows' from participation p where p.case_id = p_case and p.capacity = 'referent' and p.until is null
    union select r.org_id, 'withdrew' from meeting_recusal r where r.case_id = p_case and r.whole and r.ended_at is null)
  select distinct m.person_id, c.org_id, c.tie from close c join membership m on m.org_id = c.org_id
  where (m.until is null or m.until > wall_clock()) and (p_case = ctx_case() or m.person_id = ctx_person())
    and exists (select from membership s where s.person_id = m.person_id and s.org_id <> m.org_id
      and s.role in ('cell_member', 'cell_secretary') and (s.until is null or s.until > wall_clock()))
$$;
revoke all on function ties_of from public;
grant execute on function ties_of to mnio_app;

-- As before; who works for a house that withdrew votes for no other.
create or replace function votes_where_called() returns trigger language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  if exists (select from meeting_item i join meeting_member m on m.meeting_id = i.meeting_id and m.person_id = new.person_id
      join meeting_recusal r on r.case_id = i.case_id and r.ended_at is null
    where i.id = new.item_id and (r.person_id = new.person_id or r.whole and (r.org_id = m.org_id or exists (
      select from membership w where w.person_id = new.person_id and w.org_id = r.org_id and (w.until is null or w.until > wall_clock())))))
  then raise exception 'who withdrew does not vote'; end if;
  if not exists (select from meeting_item i join meeting_member m on m.meeting_id = i.meeting_id and m.person_id = new.person_id
    where i.id = new.item_id and seat_lives(m.person_id, m.org_id))
  then raise exception 'who holds no seat does not vote'; end if;
  return new;
end
$$;

-- As before; what the secretary notes is of an item of a meeting of their own cell.
alter policy meeting_vote_own_or_cell on meeting_vote
  with check (
    (recorded_by = 'member' and person_id = (select ctx_person())
      and exists (select from meeting_item i where i.id = item_id and is_convened(i.meeting_id)))
    or (recorded_by = 'secretary' and (select ctx_role()) = 'cell_secretary' and cell_org_id = (select ctx_org())
      and exists (select from meeting_item i join meeting m on m.id = i.meeting_id where i.id = item_id and m.org_id = (select ctx_org())))
  );

-- Undoing ---------------------------------------------------------------------------------------------------------------------

-- As before, of the house as it is today.
create or replace function struck_by_its_own() returns trigger language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  if not exists (
    select from case_event e where e.case_id = new.case_id and e.seq = new.struck_by and e.command = 'act.undone'
      and e.input ->> 'of' = new.seq::text
      and (house_today(e.org_id) = house_today(new.org_id) or exists (
        select from undo_request u where u.case_id = new.case_id and u.seq = new.seq and u.state = 'undone' and u.settled_by = e.person_id)))
  then raise exception 'no act took it back'; end if;
  return null;
end
$$;

create or replace function strike_act(p_seq integer, p_by integer, p_for text, p_at timestamptz) returns void
  language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  asked boolean := concludes_undo(ctx_case())
    and exists (select from undo_request u where u.case_id = ctx_case() and u.seq = p_seq and u.state = 'asked'
      and u.asked_by <> ctx_person());
begin
  if ctx_case() is null then raise exception 'no case is being written'; end if;
  if not takes_part(ctx_case(), null) then raise exception 'no act to strike'; end if;
  update case_event set struck_by = p_by, struck_at = p_at, struck_for = p_for
    where case_id = ctx_case() and seq = p_seq and seq > 1 and struck_by is null and traced and (house_today(org_id) = ctx_org() or asked);
  if not found then raise exception 'no act to strike'; end if;
  update undo_request set state = 'undone', settled_by = ctx_person(), settled_at = p_at
    where case_id = ctx_case() and seq = p_seq and state = 'asked';
  delete from compartment where case_id = ctx_case() and seq = p_seq;
  delete from consent where case_id = ctx_case() and seq = p_seq;
  delete from deadline d using deadline_trace t
    where t.case_id = ctx_case() and t.seq = p_seq and d.id = t.deadline_id and (t.was is not null or d.referral_id is null);
  insert into deadline select was.* from deadline_trace t, jsonb_populate_record(null::deadline, t.was) was
    where t.case_id = ctx_case() and t.seq = p_seq and t.was is not null;
  delete from deadline_trace where case_id = ctx_case() and seq = p_seq;
end
$$;

create or replace function put_error_letters(p_referrals uuid[]) returns void language sql security definer set search_path = public, pg_temp
as $$
  insert into outbox (kind, payload)
    select 'mail_error', jsonb_build_object('link', l.id, 'address', encode(l.address, 'base64'), 'referral', r.id, 'sentAt', r.sent_at)
    from referral r join referral_link l on l.referral_id = r.id
    where r.case_id = ctx_case() and r.id = any(p_referrals) and takes_part(r.case_id, null)
      and l.mailed_at is not null and l.address is not null
      and (r.sender_org_id = ctx_org() or (concludes_undo(r.case_id) and exists (
        select from undo_request u join case_event e on e.case_id = u.case_id and e.seq = u.seq
        where u.case_id = r.case_id and u.state = 'asked' and house_today(e.org_id) = r.sender_org_id and e.at = r.sent_at)))
$$;

-- Whoever asked, or a colleague, takes it back: who would answer may be of no other house than theirs.
alter table undo_request
  drop constraint undo_request_state_known,
  add constraint undo_request_state_known check (state in ('asked', 'undone', 'declined', 'withdrawn', 'lapsed'));
create policy undo_request_withdrawn on undo_request for update to mnio_app
  using (case_id = (select ctx_case()) and state = 'asked' and takes_part(case_id, null) and entered_act(case_id, seq))
  with check (case_id = (select ctx_case()) and state = 'withdrawn' and settled_by = (select ctx_person()) and entered_act(case_id, seq));
-- As before: what either of the two opens, the other does not settle.
alter policy undo_request_declined on undo_request
  with check (case_id = (select ctx_case()) and state = 'declined' and settled_by = (select ctx_person())
    and concludes_undo((select ctx_case())) and not (asked_by = (select ctx_person())));

-- As before; the asking side is told while it reads the file still: afterwards no page says that it was asked.
create or replace function undo_requests_lapse() returns trigger language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  with lapsed as (
    update undo_request set state = 'lapsed', settled_at = wall_clock() where case_id = new.id and state = 'asked' returning id, case_id, seq)
  insert into outbox (kind, payload)
    select 'tell', jsonb_build_object('about', 'case', 'id', l.id, 'to', jsonb_build_array(house_today(e.org_id)),
      'line', jsonb_build_object('about', 'undo', 'id', l.id, 'seq', 2))
    from lapsed l join case_event e on e.case_id = l.case_id and e.seq = l.seq;
  return null;
end
$$;

-- Coming back -----------------------------------------------------------------------------------------------------------------

-- As before; what is confirmed is a request whose author sits there still, of a withdrawal whose author sits there no more; a request that
-- is refused leaves the withdrawal as it was, be it one's own request.
alter policy meeting_recusal_taken_back on meeting_recusal
  using (ended_at is null
    and case (select ctx_role())
      when 'cell_member' then org_id = (select ctx_org()) and (may_rejoin(person_id, whole) or may_ask_back(person_id, whole))
      when 'cell_secretary' then cell_org_id = (select ctx_org()) and back_by is not null
      else false end
    and exists (select from meeting_item i join meeting m on m.id = i.meeting_id
      where i.case_id = meeting_recusal.case_id and i.state = 'waiting' and m.state in ('convened', 'open')
        and (is_convened(m.id) or m.org_id = (select ctx_org()))))
  with check (case when ended_at is null
    then case (select ctx_role()) when 'cell_member' then back_by = (select ctx_person()) else back_by is null end
    else ended_by = (select ctx_person()) and case (select ctx_role())
      when 'cell_member' then may_rejoin(person_id, whole)
      else back_by <> (select ctx_person()) and reason = back_reason and seat_lives(back_by, org_id)
        and not seat_lives(person_id, org_id) end end);

-- Reviewing access -------------------------------------------------------------------------------------------------------------

-- As before, all of it: what a page does not show is in its digest and on another page.
create or replace function access_of(p_org uuid)
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
$$;
