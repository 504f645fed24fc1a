-- Where an organisation is and which referrals it answers say whose cases reach it: one person proposes a change of these, another
-- confirms it, as for its accreditation. A seat in the cell is proposed by the organisation that fills it and confirmed by the cell's
-- secretary, or by the administration. Which roles the people of each kind of organisation may hold is a table of rows, written by
-- migrate from the code, and every membership and invitation is held to it. What a merged organisation kept (meetings, handings,
-- contacts, what it offers, lists, notices) goes on with the other.

create table kind_role (
  kind text not null,
  role text not null,
  constraint kind_role_pk primary key (kind, role)
);
comment on table kind_role is 'Which roles the people of each kind of organisation may hold: written by migrate from the table of the code.';

create function role_fits(p_org uuid, p_role text) returns boolean language sql stable security definer set search_path = public, pg_temp
as $$
  select exists (select from organisation o join kind_role k on k.kind = o.type where o.id = p_org and k.role = p_role)
$$;
revoke all on function role_fits from public;
grant execute on function role_fits to mnio_app;

-- The owner is asked as well: nobody holds a role in an organisation whose kind has no such people.
create function membership_of_kind() returns trigger language plpgsql set search_path = public, pg_temp
as $$
begin
  if not role_fits(new.org_id, new.role) then raise exception 'this role is not of this kind of organisation'; end if;
  return new;
end
$$;
create trigger membership_of_kind before insert or update of role, org_id on membership
  for each row execute function membership_of_kind();

create or replace function administers() returns boolean language sql stable
  as $$
  select ctx_role() = 'admin' and exists (
    select from public.membership m join public.organisation o on o.id = m.org_id
    where m.person_id = ctx_person() and m.org_id = ctx_org() and m.role = 'admin' and o.type = 'platform' and o.status = 'accredited'
      and (m.until is null or m.until > public.wall_clock()))
$$;
create or replace function administrators() returns bigint language sql stable
  as $$
  select count(distinct m.person_id) from public.membership m join public.organisation o on o.id = m.org_id
  where m.role = 'admin' and o.type = 'platform' and o.status = 'accredited' and (m.until is null or m.until > public.wall_clock())
$$;

-- Seats of the cell ----------------------------------------------------------------------------------------------------------

-- A column: what rows are filtered by holds no JSON.
alter table organisation_proposal add column role text generated always as (body ->> 'role') stored;
comment on column organisation_proposal.role is 'In which somebody is to be invited.';

-- The cell's secretary, for a seat in the cell of the same territory.
create function confirms_seat(p_org uuid, p_kind text, p_role text) returns boolean language sql stable
  as $$
  select p_kind = 'invite' and p_role = 'cell_member' and ctx_role() = 'cell_secretary' and exists (
    select from public.organisation mine join public.organisation o on o.territory = mine.territory
    where mine.id = ctx_org() and mine.type = 'cell' and mine.status = 'accredited' and o.id = p_org)
$$;
revoke all on function confirms_seat from public;
grant execute on function confirms_seat to mnio_app;

alter policy organisation_proposal_read on organisation_proposal
  using (administers() or confirms_regime(org_id, regime) or confirms_seat(org_id, kind, role)
    or (kind = 'invite' and manages(org_id)));
alter policy organisation_proposal_made on organisation_proposal
  with check ((administers() or (kind = 'invite' and role = 'cell_member' and manages(org_id)))
    and proposed_by = (select ctx_person()) and state = 'waiting');
alter policy organisation_proposal_settled on organisation_proposal
  using (state = 'waiting' and (administers() or confirms_regime(org_id, regime) or confirms_seat(org_id, kind, role)
    or (proposed_by = (select ctx_person()) and manages(org_id))));

create or replace function organisation_proposal_by_two() returns trigger language plpgsql set search_path = public, pg_temp
as $$
begin
  if old.state <> 'waiting' then raise exception 'what was settled is not rewritten'; end if;
  if new.state = 'confirmed' and new.settled_by = old.proposed_by then raise exception 'another person confirms'; end if;
  if new.state = 'withdrawn' and not administers() and old.proposed_by is distinct from ctx_person()
  then raise exception 'whoever proposed it, or the administration, takes it back'; end if;
  new.settled_in := pg_current_xact_id()::text;
  return new;
end
$$;

-- An organisation's own manager invites alone, but for a seat in the cell; what two persons agreed on is what is invited, and nothing
-- else. Into the administration itself one invites alone as long as there is nobody else.
create function may_invite(p_org uuid, p_asked jsonb) returns boolean language sql stable
  as $$
  select public.role_fits(p_org, p_asked ->> 'role') and (
    exists (select from public.organisation_proposal p where p.id = confirmed_now(p_org, 'invite') and p.body @> p_asked)
    or (manages(p_org) and p_asked ->> 'role' <> 'cell_member'
      and (administrators() < 2 or exists (select from public.organisation o where o.id = p_org and o.type <> 'platform'))))
$$;
revoke all on function may_invite(uuid, jsonb) from public;
grant execute on function may_invite(uuid, jsonb) to mnio_app;
alter policy invitation_made on invitation
  with check (invited_by = (select ctx_person()) and used_at is null and withdrawn_at is null
    and may_invite(org_id, jsonb_build_object('role', role, 'email', email, 'manager', manager, 'alternate', alternate)));
drop function may_invite(uuid);

-- Who is invited again to what they hold already holds it as the last invitation says.
create or replace function bind_invitation(p_id uuid, p_generation integer, p_email text) returns uuid language plpgsql security definer
  set search_path = public, pg_temp
as $$
declare
  one invitation;
  made uuid;
begin
  select * into one from invitation where id = p_id for update;
  if one.id is null or ctx_person() is null or one.generation <> p_generation or one.used_at is not null or one.withdrawn_at is not null
    or one.expires_at <= wall_clock() or not exists (select from organisation where id = one.org_id and status = 'accredited')
  then return null; end if;
  insert into membership (person_id, org_id, role, manager, alternate, since)
    values (ctx_person(), one.org_id, one.role, one.manager, one.alternate, wall_clock())
    on conflict (person_id, org_id, role) where until is null
      do update set manager = membership.manager or excluded.manager, alternate = excluded.alternate
    returning id into made;
  update invitation set used_at = wall_clock(), used_by = ctx_person(), membership_id = made, provider_email = p_email where id = p_id;
  update person set email = one.email where id = ctx_person();
  return made;
end
$$;

-- Where an organisation is, and what it answers -------------------------------------------------------------------------------

-- Whether two persons agreed just now that it is of this kind, is there, and answers these. What was proposed before this said no place.
create function confirmed_there(p_now organisation, p_kind text) returns boolean language sql stable
  as $$
  select exists (select from public.organisation_proposal p where p.id = confirmed_now(p_now.id, p_kind)
    and (p_kind = 'accredit' and not p.body ? 'territory'
      or (coalesce(p.body ->> 'type', p_now.type) = p_now.type
        and (p.body ->> 'territory', p.body ->> 'region', p.body ->> 'court') is not distinct from (p_now.territory, p_now.region, p_now.court)
        and coalesce(p.body -> 'answers', 'null') = coalesce(to_jsonb(p_now.answers), 'null'))))
$$;
revoke all on function confirmed_there from public;
grant execute on function confirmed_there to mnio_app;

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
      and ((new.territory, new.region, new.court) is distinct from (old.territory, old.region, old.court)
        or old.answers is not null and not coalesce(new.answers <@ old.answers, false))
  then raise exception 'two persons open this right'; end if;
  if new.merged_into is distinct from old.merged_into then raise exception 'organisations are merged by one function'; end if;
  return new;
end
$$;

-- One person ends a regime: its end moves towards today; where silence on a request had renewed it, that request counts no more.
create or replace function habilitation_kept() returns trigger language plpgsql set search_path = public, pg_temp
as $$
declare
  asked_as_before boolean;
begin
  if current_user <> 'mnio_app' then return new; end if;
  if tg_op = 'UPDATE' then
    if (new.org_id, new.regime, new.id) is distinct from (old.org_id, old.regime, old.id)
    then raise exception 'a regime is that of one organisation'; end if;
    asked_as_before := (new.asked_on, new.complete_on) is not distinct from (old.asked_on, old.complete_on);
    if administers() and (new.since, new.decision) is not distinct from (old.since, old.decision)
      and new.until < (wall_clock() at time zone 'Europe/Paris')::date
      and (asked_as_before and new.until < coalesce(old.until, 'infinity')
        or old.asked_on is not null and new.asked_on is null and new.complete_on is null)
    then return new; end if;
  end if;
  if not exists (select from organisation_proposal p where p.id = confirmed_now(new.org_id, 'regime') and p.regime = new.regime
    and (p.body ->> 'since')::date is not distinct from new.since and (p.body ->> 'until')::date is not distinct from new.until
    and (p.body ->> 'askedOn')::date is not distinct from new.asked_on and (p.body ->> 'completeOn')::date is not distinct from new.complete_on)
  then raise exception 'two persons open this right'; end if;
  return new;
end
$$;

-- The end of a regime is what the law counts, for whoever is warned of it as well.
grant select (regime, since, asked_on, complete_on) on habilitation to mnio_worker;

-- Conflicts of interest ------------------------------------------------------------------------------------------------------

-- Whoever sits in the cell and is too close to a case says so: the case is closed to their institution, which is called for it no more.
create table meeting_recusal (
  item_id uuid not null references meeting_item,
  case_id uuid not null references "case",
  person_id uuid not null references person,
  org_id uuid not null references organisation,
  cell_org_id uuid not null,
  at timestamptz not null,
  constraint meeting_recusal_once primary key (item_id, org_id)
);
create index meeting_recusal_case_idx on meeting_recusal (case_id, org_id);
comment on table meeting_recusal is 'Who withdrew from a case before a meeting, for their institution: said once, and not taken back.';
alter table meeting_recusal enable row level security;
alter table meeting_recusal force row level security;
create policy meeting_recusal_read on meeting_recusal for select to mnio_app
  using (case_id = (select ctx_case()) or person_id = (select ctx_person())
    or ((select ctx_role()) = 'cell_secretary' and cell_org_id = (select ctx_org())));
create policy meeting_recusal_said on meeting_recusal for insert to mnio_app
  with check ((select ctx_role()) = 'cell_member' and person_id = (select ctx_person()) and org_id = (select ctx_org())
    and exists (select from meeting_item i join meeting m on m.id = i.meeting_id
      where i.id = item_id and i.case_id = meeting_recusal.case_id and i.state = 'waiting' and m.org_id = cell_org_id
        and m.state in ('convened', 'open') and is_convened(m.id)));
create policy meeting_recusal_for_owner on meeting_recusal to current_user using (true) with check (true);
grant select, insert on meeting_recusal to mnio_app;

-- Merging --------------------------------------------------------------------------------------------------------------------

create policy court_referent_for_owner on court_referent to current_user using (true) with check (true);
create policy meeting_for_owner on meeting to current_user using (true) with check (true);
create policy meeting_member_for_owner on meeting_member to current_user using (true) with check (true);
create policy meeting_vote_for_owner on meeting_vote to current_user using (true) with check (true);
create policy meeting_followup_for_owner on meeting_followup to current_user using (true) with check (true);
create policy saved_view_for_owner on saved_view to current_user using (true) with check (true);
create policy notice_read_for_owner on notice_read to current_user using (true) with check (true);
create policy organisation_proposal_for_owner on organisation_proposal to current_user using (true) with check (true);

-- A meeting that is over says no other thing under another house.
drop trigger meeting_frozen on meeting;
create trigger meeting_frozen before update on meeting for each row
  when (old.state in ('closed', 'cancelled') and (new.org_id = old.org_id or current_user = 'mnio_app')) execute function refuse_change();
drop trigger meeting_followup_frozen on meeting_followup;
create trigger meeting_followup_frozen before update on meeting_followup for each row
  when (old.outcome is not null and (new.cell_org_id = old.cell_org_id or current_user = 'mnio_app')) execute function refuse_change();

create function keepings_follow() returns trigger language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  here uuid := new.merged_into;
  at timestamptz := wall_clock();
begin
  update meeting set org_id = here where org_id = new.id;
  update meeting_member set org_id = case org_id when new.id then here else org_id end,
      cell_org_id = case cell_org_id when new.id then here else cell_org_id end
    where new.id in (org_id, cell_org_id);
  update meeting_vote set cell_org_id = here where cell_org_id = new.id;
  update meeting_followup set cell_org_id = here where cell_org_id = new.id;
  update meeting_recusal set cell_org_id = here where cell_org_id = new.id;
  update meeting_recusal set org_id = here where org_id = new.id
    and not exists (select from meeting_recusal r where r.item_id = meeting_recusal.item_id and r.org_id = here);
  -- Between the two of them nothing is handed on any more.
  update case_handing set state = 'withdrawn', settled_at = at, reason = 'by_sender'
    where state = 'proposed' and new.id in (from_org_id, to_org_id) and here in (from_org_id, to_org_id);
  update case_handing set from_org_id = here where from_org_id = new.id and to_org_id <> here;
  update case_handing set to_org_id = here where to_org_id = new.id and from_org_id <> here;
  update case_link set made_org = here where made_org = new.id;
  update court_referent set court_id = here where court_id = new.id;
  update service_offer set org_id = here where org_id = new.id and not exists (select from service_offer s where s.org_id = here);
  update saved_view set org_id = here where org_id = new.id
    and not exists (select from saved_view v where v.org_id = here and (v.person_id, v.asked) = (saved_view.person_id, saved_view.asked));
  update notice set org_id = here where org_id = new.id
    and not exists (select from notice n where n.org_id = here and (n.about, n.about_id, n.seq) = (notice.about, notice.about_id, notice.seq));
  update notice_read set org_id = here where org_id = new.id
    and not exists (select from notice_read n where n.org_id = here and n.person_id = notice_read.person_id);
  update glass_opening set org_id = here where org_id = new.id;
  update glass_opening set confirm_org_id = here where confirm_org_id = new.id;
  update glass_opening set told_orgs = array_replace(told_orgs, new.id, here) where new.id = any (told_orgs);
  update organisation_proposal set state = 'withdrawn', settled_by = ctx_person(), settled_at = at
    where state = 'waiting' and new.id in (org_id, into_org);
  return null;
end
$$;
revoke all on function keepings_follow from public;
create trigger keepings_followed after update of merged_into on organisation for each row
  when (new.merged_into is not null and old.merged_into is null) execute function keepings_follow();

-- What else goes with it, in numbers, before it is proposed.
create function organisation_keepings(p_org uuid)
  returns table (meetings bigint, handings bigint, contacts bigint, settlements bigint, openings bigint)
  language sql stable security definer set search_path = public, pg_temp
as $$
  select
    (select count(*) from meeting m where m.org_id = p_org),
    (select count(*) from case_handing h where p_org in (h.from_org_id, h.to_org_id) and h.state = 'proposed'),
    (select count(*) from court_referent r where r.court_id = p_org and r.removed_at is null),
    (select count(*) from settlement s where s.org_id = p_org and s.closed_at is null),
    (select count(*) from glass_opening g where p_org in (g.org_id, g.confirm_org_id) and g.state = 'open')
  where administers()
$$;
revoke all on function organisation_keepings from public;
grant execute on function organisation_keepings to mnio_app;

-- Reviewing access -----------------------------------------------------------------------------------------------------------

-- What is open of each case today, and not the most that its reader's part could ever open: consents and age say which. One row more
-- than a review holds says that there are more.
drop function access_of;
create function access_of(p_org uuid)
  returns table (code text, capacity text, since timestamptz, basis text, team text, readers uuid[], classes text[])
  language sql stable security definer set search_path = public, pg_temp
as $$
  with works as materialized (
    select m.person_id, r.reads, r.stands, r.teams
    from (select distinct person_id from membership where org_id = p_org and (until is null or until > wall_clock())) m
      cross join lateral reading_of(p_org, m.person_id) r)
  select c.code, p.capacity, p.since, p.basis, t.name,
    case when o.by_team and p.capacity <> 'cell_member' then array(
      select w.person_id from works w
      where w.reads = 'all' or l.team_id = any (w.teams) or l.person_id = any (w.stands) order by 1) end,
    array(select s.data_class from sight s where s.capacity = p.capacity and may_see(c.id, p.capacity, s.data_class) order by 1)
  from participation p join "case" c on c.id = p.case_id join organisation o on o.id = p.org_id
    left join lateral (select f.team_id, f.person_id from caseload f where f.case_id = p.case_id and f.org_id = p_org
      and tstzrange(f.since, f.until) @> wall_clock() limit 1) l on true
    left join team t on t.id = l.team_id
  where manages(p_org) and p.org_id = p_org and p.since <= wall_clock() and (p.until is null or p.until > wall_clock())
  order by c.code, p.capacity limit 5001
$$;
revoke all on function access_of from public;
grant execute on function access_of to mnio_app;
