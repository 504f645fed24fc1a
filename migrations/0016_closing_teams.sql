-- A team that is closed follows nothing any more: its cases are handed on before, or in the same act. PostgreSQL holds it as well: a
-- case that a closed team follows would be read by nobody but who leads.
alter table team add column closed_at timestamptz;
comment on column team.closed_at is 'When it was closed: its cases had been handed on, and its people are in it no more.';
grant update (closed_at) on team to mnio_app;

create function team_closes_empty() returns trigger language plpgsql security definer set search_path = public, pg_temp
as $$ begin
  if exists (select from caseload where team_id = new.id and (until is null or until > wall_clock())) then
    raise exception 'a team that follows cases is not closed';
  end if;
  return new;
end $$;
revoke all on function team_closes_empty from public;
create trigger team_closed before update of closed_at on team
  for each row when (new.closed_at is not null) execute function team_closes_empty();

-- For key share waits for whoever closes it at this moment.
create function team_is_open() returns trigger language plpgsql security definer set search_path = public, pg_temp
as $$ begin
  perform from team where id = new.team_id and closed_at is null for key share;
  if not found then raise exception 'a closed team follows nothing'; end if;
  return new;
end $$;
revoke all on function team_is_open from public;
create trigger caseload_of_open_team before insert on caseload
  for each row when (new.team_id is not null and new.until is null) execute function team_is_open();
create trigger team_member_of_open_team before insert on team_member
  for each row when (new.until is null) execute function team_is_open();

-- Whoever stands in for somebody who leads reads and hands on as they do, for as long as that lasts. Who leads, and that a team
-- closes, outlasts it: that is for whoever leads by a membership of their own.
create function ctx_leads_self() returns boolean language sql stable security definer set search_path = public, pg_temp
  as $$ select exists (select from team_member m where m.org_id = ctx_org() and m.person_id = ctx_person() and m.leads
    and m.since <= wall_clock() and (m.until is null or m.until > wall_clock())) $$;
revoke all on function ctx_leads_self from public;
grant execute on function ctx_leads_self to mnio_app;
alter policy team_kept on team
  with check (org_id = (select ctx_org()) and (closed_at is null or (select ctx_leads_self())));
alter policy team_member_added on team_member
  with check (org_id = (select ctx_org()) and (select ctx_leads()) and (not leads or (select ctx_leads_self())));
alter policy team_member_kept on team_member
  using (org_id = (select ctx_org()) and (select ctx_leads()) and (not leads or (select ctx_leads_self())))
  with check (org_id = (select ctx_org()) and (not leads or (select ctx_leads_self())));

-- A review of access says who reads a case, and not only whose role would: where an organisation works in teams, those who lead and
-- those who follow it. Each person is asked once how they read, whatever the number of cases. A seat in the cell is a person's.
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
  order by c.code, p.capacity limit 5000
$$;
revoke all on function access_of from public;
grant execute on function access_of to mnio_app;

-- Of which half-year an organisation was told that its review is due: once.
alter table organisation add column review_told text;
comment on column organisation.review_told is 'Of which half-year those who manage access here were told that the review is due.';
