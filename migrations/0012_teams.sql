-- Who, within an organisation, follows which case. Where an organisation works in teams, a case is read by the people of its row
-- in `caseload` (a person, a team) and by those who lead a team there; for the rest of the organisation it does not exist. The
-- policy of `participation` says so, and all that asks it; what an organisation sees by another way than its part in a case (what
-- it was asked, its own beds, its emergency accesses, what it was told) asks `reads_case`. An organisation works in teams from its
-- first one on: that one has all its people and follows all its cases, so that nothing changes on that day for anybody.
alter table organisation add column by_team boolean not null default false;
comment on column organisation.by_team is 'That a case is read by its team, and not by everybody of the organisation.';

create table team (
  id uuid primary key,
  org_id uuid not null references organisation,
  name text not null,
  created_at timestamptz not null,
  constraint team_name_of_org unique (org_id, name),
  constraint team_of_org unique (id, org_id)
);

create table team_member (
  id uuid primary key,
  team_id uuid not null,
  org_id uuid not null,
  person_id uuid not null references person,
  leads boolean not null default false,
  since timestamptz not null,
  until timestamptz,
  constraint team_member_team_fk foreign key (team_id, org_id) references team (id, org_id) on update cascade
);
create unique index team_member_once on team_member (team_id, person_id) where until is null;
create index team_member_person_idx on team_member (person_id, org_id);
comment on table team_member is 'Who works in which team, and who leads: whoever leads a team reads what their organisation follows, and says who follows it.';

-- Who reads in the stead of somebody who is away, for as long as that is said to last: what they follow, and as they do.
create table team_cover (
  id uuid primary key,
  org_id uuid not null references organisation,
  absent_id uuid not null references person,
  cover_id uuid not null references person,
  since timestamptz not null,
  until timestamptz not null,
  by_id uuid not null references person,
  constraint team_cover_of_two check (absent_id <> cover_id),
  constraint team_cover_ends check (until >= since)
);
create index team_cover_cover_idx on team_cover (cover_id, org_id);

create table caseload (
  id uuid primary key default gen_random_uuid(),
  case_id uuid not null references "case",
  org_id uuid not null references organisation,
  team_id uuid,
  person_id uuid references person,
  since timestamptz not null,
  until timestamptz,
  by_id uuid not null references person,
  at timestamptz not null,
  constraint caseload_team_fk foreign key (team_id, org_id) references team (id, org_id) on update cascade,
  constraint caseload_of_somebody check (team_id is not null or person_id is not null),
  constraint caseload_ends check (until >= since)
);
create unique index caseload_last on caseload (case_id, org_id) where until is null;
create index caseload_case_idx on caseload (case_id, org_id);
create index caseload_team_idx on caseload (org_id, team_id) where until is null;
create index caseload_person_idx on caseload (org_id, person_id) where until is null;
comment on table caseload is 'Who follows a case for an organisation, since when and until when: the last row has no end, and may begin on a later day.';

-- From its first team on.
create function work_in_teams() returns trigger language plpgsql security definer set search_path = public, pg_temp
as $$ begin update organisation set by_team = true where id = new.org_id and not by_team; return null; end $$;
revoke all on function work_in_teams from public;
create trigger team_begun after insert on team for each row execute function work_in_teams();

-- How much of what their organisation reads a person reads (all of it, or what they follow), in whose stead, and in which teams. It is
-- asked once and is a part of the context, as the organisation is: asked by each of the dozen policies that a reading of a case
-- meets, it cost everybody as much again. Past row security, since the context is not there yet; of an organisation that is not
-- there, nobody reads anything.
create function reading_of(p_org uuid, p_person uuid, out reads text, out stands uuid[], out teams uuid[])
  language plpgsql stable security definer set search_path = public, pg_temp
as $$
declare
  now_at timestamptz;
begin
  reads := 'all';
  if not (select o.by_team from organisation o where o.id = p_org) then return; end if;
  now_at := wall_clock();
  stands := array[p_person] || array(select c.absent_id from team_cover c where c.cover_id = p_person and c.org_id = p_org
    and c.since <= now_at and c.until > now_at);
  select coalesce(array_agg(m.team_id), '{}'), case when bool_or(m.leads) then 'all' else 'followed' end into teams, reads
    from team_member m where m.person_id = any (stands) and m.org_id = p_org
      and m.since <= now_at and (m.until is null or m.until > now_at);
end
$$;
create function ctx_whole() returns boolean language sql stable parallel safe
  as $$ select current_setting('app.reads', true) = 'all' $$;
create function ctx_stands() returns uuid[] language sql stable parallel safe
  as $$ select nullif(current_setting('app.stands', true), '')::uuid[] $$;
create function ctx_teams() returns uuid[] language sql stable parallel safe
  as $$ select nullif(current_setting('app.teams', true), '')::uuid[] $$;
revoke all on function reading_of from public;
grant execute on function reading_of to mnio_app;
-- Of an organisation in teams, whether whoever asks leads there.
create function ctx_leads() returns boolean language sql stable
  as $$ select public.ctx_whole() and exists (select from public.organisation o where o.id = public.ctx_org() and o.by_team) $$;
revoke all on function ctx_leads from public;
grant execute on function ctx_leads to mnio_app;

-- Teams are known to their organisation, and kept by whoever leads one there; the first one by whoever founds it.
alter table team enable row level security;
alter table team force row level security;
create policy team_of_own on team for select to mnio_app using (org_id = (select ctx_org()));
create policy team_added on team for insert to mnio_app
  with check (org_id = (select ctx_org())
    and (select ctx_leads()));
create policy team_kept on team for update to mnio_app
  using (org_id = (select ctx_org()) and (select ctx_leads())) with check (org_id = (select ctx_org()));
create policy team_for_owner on team to current_user using (true) with check (true);
grant select, insert on team to mnio_app;
grant update (name) on team to mnio_app;

alter table team_member enable row level security;
alter table team_member force row level security;
create policy team_member_of_own on team_member for select to mnio_app using (org_id = (select ctx_org()));
create policy team_member_added on team_member for insert to mnio_app
  with check (org_id = (select ctx_org()) and (select ctx_leads()));
create policy team_member_kept on team_member for update to mnio_app
  using (org_id = (select ctx_org()) and (select ctx_leads())) with check (org_id = (select ctx_org()));
create policy team_member_for_owner on team_member to current_user using (true) with check (true);
grant select, insert on team_member to mnio_app;
grant update (leads, until) on team_member to mnio_app;

alter table team_cover enable row level security;
alter table team_cover force row level security;
create policy team_cover_of_own on team_cover for select to mnio_app using (org_id = (select ctx_org()));
create policy team_cover_given on team_cover for insert to mnio_app
  with check (org_id = (select ctx_org()) and by_id = (select ctx_person()) and (absent_id = (select ctx_person()) or (select ctx_leads())));
create policy team_cover_ended on team_cover for update to mnio_app
  using (org_id = (select ctx_org()) and (absent_id = (select ctx_person()) or (select ctx_leads())))
  with check (org_id = (select ctx_org()));
create policy team_cover_for_owner on team_cover to current_user using (true) with check (true);
grant select, insert on team_cover to mnio_app;
grant update (until) on team_cover to mnio_app;

-- Whoever follows or followed a case knows that they do; of what others follow nobody knows but who leads. It is written for the one
-- case whose act is being written, by the organisation that follows it; the demonstration tells its stories as the clock does.
alter table caseload enable row level security;
alter table caseload force row level security;
create policy caseload_of_who_follows on caseload for select to mnio_app
  using (
    (case_id = (select ctx_case()) and (select ctx_role()) = 'system')
    or (org_id = (select ctx_org())
      and (case_id = (select ctx_case()) or (select ctx_whole())
        or team_id = any ((select ctx_teams())::uuid[]) or person_id = any ((select ctx_stands())::uuid[])))
  );
create policy caseload_given on caseload for insert to mnio_app
  with check (case_id = (select ctx_case())
    and ((select ctx_role()) = 'system' or (org_id = (select ctx_org()) and by_id = (select ctx_person()))));
create policy caseload_ended on caseload for update to mnio_app
  using (org_id = (select ctx_org()) and case_id = (select ctx_case()))
  with check (org_id = (select ctx_org()) and case_id = (select ctx_case()));
create policy caseload_for_owner on caseload to current_user using (true) with check (true);
grant select, insert on caseload to mnio_app;
grant update (until) on caseload to mnio_app;

-- Whether whoever asks follows a case now: themselves, a team of theirs, or somebody in whose stead they read. A function that is
-- asked for one row, and no part of the plan: a dozen policies are asked in one reading of a case, and what each adds to its plan is
-- paid by everybody, whatever their organisation.
create function follows(p_case uuid) returns boolean language plpgsql stable security definer cost 1 set search_path = public, pg_temp
  as $$ begin
  return exists (select from caseload c where c.case_id = p_case and c.org_id = ctx_org()
    and (c.team_id = any (ctx_teams()) or c.person_id = any (ctx_stands())) and tstzrange(c.since, c.until) @> wall_clock());
end $$;
-- Whether whoever asks reads what their organisation reads of one case. A seat in the cell is a person's, and no team's.
create function reads_case(p_case uuid) returns boolean language plpgsql stable
  as $$ begin
  return public.ctx_whole() or public.follows(p_case)
    or public.ctx_role() = 'cell_member' and exists (select from public.participation p
      where p.case_id = p_case and p.org_id = public.ctx_org() and p.capacity = 'cell_member');
end $$;
revoke all on function follows, reads_case from public;
grant execute on function follows, reads_case to mnio_app;

-- The first team of an organisation has all its people and follows all that it ever had to do with; whoever founds it leads.
create function found_team(p_team uuid, p_name text) returns void language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  org uuid := ctx_org();
  founder uuid := ctx_person();
  now_at timestamptz := wall_clock();
begin
  perform from organisation where id = org and not by_team for update;
  if not found then raise exception 'an organisation has one first team'; end if;
  insert into team values (p_team, org, p_name, now_at);
  insert into team_member (id, team_id, org_id, person_id, leads, since)
    select gen_random_uuid(), p_team, org, m.person_id, m.person_id = founder, now_at
    from (select distinct person_id from membership where org_id = org and (until is null or until > now_at)) m;
  insert into caseload (case_id, org_id, team_id, since, by_id, at)
    select known.case_id, org, p_team, now_at, founder, now_at from (
      select case_id from participation where org_id = org and capacity <> 'cell_member'
      union select case_id from referral where recipient_org_id = org
      union select case_id from glass_opening where org in (org_id, confirm_org_id)) known;
end
$$;
revoke all on function found_team from public;
grant execute on function found_team to mnio_app;

-- Where whoever led works there no more, somebody who is in a team takes the lead: a case that nobody follows would be read by nobody.
create function take_lead() returns integer language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  taken integer;
  now_at timestamptz := wall_clock();
begin
  perform from organisation where id = ctx_org() for update;
  if exists (select from team_member t join membership m on m.person_id = t.person_id and m.org_id = t.org_id
    where t.org_id = ctx_org() and t.leads and (t.until is null or t.until > now_at) and (m.until is null or m.until > now_at))
  then return 0; end if;
  update team_member set leads = true
    where org_id = ctx_org() and person_id = ctx_person() and until is null;
  get diagnostics taken = row_count;
  return taken;
end
$$;
revoke all on function take_lead from public;
grant execute on function take_lead to mnio_app;

-- An organisation that is merged into another brings its teams with it: nobody but who leads comes to read a case
-- because two houses became one.
-- Where the other did not work in teams, its own people become one, with what they followed. The merge itself has moved all else
-- before it says so, and gives those who come a membership from that moment on.
create function bring_teams() returns trigger language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  own uuid;
  now_at timestamptz := wall_clock();
begin
  if not old.by_team then return null; end if;
  if not (select by_team from organisation where id = new.merged_into) then
    own := gen_random_uuid();
    insert into team select own, o.id, o.name, now_at from organisation o where o.id = new.merged_into;
    insert into team_member (id, team_id, org_id, person_id, leads, since)
      select gen_random_uuid(), own, new.merged_into, m.person_id, bool_or(m.manager), now_at from membership m
      where m.org_id = new.merged_into and (m.until is null or m.until > now_at)
        and not exists (select from team_member t where t.org_id = old.id and t.person_id = m.person_id and t.until is null)
      group by m.person_id;
    insert into caseload (case_id, org_id, team_id, since, by_id, at)
      select known.case_id, new.merged_into, own, now_at, (select person_id from membership where org_id in (old.id, new.merged_into) limit 1), now_at
      from (
        select case_id from participation where org_id = new.merged_into and capacity <> 'cell_member'
        union select case_id from referral where recipient_org_id = new.merged_into) known
      where not exists (select from caseload c where c.org_id = old.id and c.case_id = known.case_id and c.until is null);
  end if;
  -- Of a case that both follow, the house that stays says who does.
  update caseload c set until = greatest(c.since, now_at) where c.org_id = old.id and c.until is null
    and exists (select from caseload k where k.org_id = new.merged_into and k.case_id = c.case_id and k.until is null);
  update team set org_id = new.merged_into,
      name = case when exists (select from team k where k.org_id = new.merged_into and k.name = team.name)
        then left(team.name || ' · ' || old.name, 200) else team.name end
    where org_id = old.id;
  update caseload set org_id = new.merged_into where org_id = old.id;
  update team_cover set org_id = new.merged_into where org_id = old.id;
  return null;
end
$$;
revoke all on function bring_teams from public;
create trigger organisation_brings_teams after update on organisation
  for each row when (old.merged_into is null and new.merged_into is not null) execute function bring_teams();

-- The wall. For everybody else than the people of an organisation that works in teams it is what it was.
alter policy participation_own_or_gate on participation
  using (
    case
      when org_id = (select ctx_org()) and case when ctx_whole() then true
          when capacity = 'cell_member' then ctx_role() = 'cell_member' else follows(case_id) end then true
      else case_id = (select ctx_case())
    end
  );

-- What an organisation sees by another way than its part. What it was asked is for whoever leads, until somebody follows it.
alter policy referral_of_either_side on referral
  using (
    recipient_org_id = (select ctx_org()) and case when ctx_whole() then true else follows(case_id) end
    or case_id = (select ctx_case())
    or exists (
      select from participation p
      where p.case_id = referral.case_id and p.org_id = (select ctx_org())
        and p.since <= (select wall_clock()) and (p.until is null or p.until > (select wall_clock()))
    )
  );

alter policy stay_by_class on stay
  using (
    case_id = (select ctx_case())
    or exists (
      select from participation p
      where p.case_id = stay.case_id and p.org_id = (select ctx_org())
        and p.capacity not in ('shelter', 'dna_centre', 'minor_shelter')
        and case p.capacity
          when 'acse' then exists (select from place where place.id = stay.place_id and place.kind = 'acse')
          when 'ofii' then exists (select from place where place.id = stay.place_id and place.kind = 'dna')
          else true
        end
        and p.since <= (select wall_clock()) and (p.until is null or p.until > (select wall_clock()))
        and may_see(p.case_id, p.capacity, 'A')
    )
    or exists (select from place where place.id = stay.place_id and place.org_id = (select ctx_org())) and case when ctx_whole() then true else reads_case(case_id) end
  );

alter policy glass_opening_of_those_concerned on glass_opening
  using (
    case_id = (select ctx_case())
    or (select ctx_role()) in ('system', 'dpo')
    or person_id = (select ctx_person())
    or ((select ctx_org()) in (org_id, confirm_org_id) and reads_case(case_id))
    or ((select ctx_org()) = any (told_orgs) and takes_part(case_id, told_as))
  );

-- Whether an organisation accompanies the person, and under which rules a case is, are questions that a function asks past row
-- security: it asks the same of who asks.
create or replace function is_accompanied(p_case uuid) returns boolean language sql stable security definer set search_path = public, pg_temp
  as $$
  select reads_case(p_case) and takes_part(p_case, null)
    and exists (select from participation p where p.case_id = p_case and p.capacity = 'referent' and p.until is null)
$$;
create or replace function config_version_of(p_referral uuid) returns text language sql stable security definer set search_path = public, pg_temp
as $$
  select c.config_version from referral r join "case" c on c.id = r.case_id
  where r.id = p_referral and reads_case(r.case_id) and (ctx_org() in (r.recipient_org_id, r.sender_org_id) or exists (
    select from participation p where p.case_id = r.case_id and p.org_id = ctx_org() and p.until is null))
$$;

-- A notice is a row for whoever may read what it is of: that something moved, and when, is told to nobody else.
create function hears_of(p_about text, p_id uuid) returns boolean language plpgsql stable
  as $$ begin
  return case p_about
    when 'case' then exists (select from public.participation p where p.case_id = p_id and p.org_id = public.ctx_org())
    when 'referral' then exists (select from public.referral r where r.id = p_id)
    when 'reminder' then exists (select from public.referral r where r.id = p_id)
    when 'meeting' then exists (select from public.meeting m where m.id = p_id)
    when 'opening' then exists (select from public.glass_opening g where g.id = p_id)
    when 'caseload' then exists (select from public.caseload c where c.id = p_id)
    else false end;
end $$;
revoke all on function hears_of from public;
grant execute on function hears_of to mnio_app;
alter policy notice_own on notice
  using (org_id = (select ctx_org()) and case when ctx_whole() then true else hears_of(about, about_id) end);

-- Of a case that an organisation follows in teams, who of its people reads it: who is named and who confirms must be one of them.
create function readers_of(p_case uuid, p_org uuid) returns setof uuid language sql stable security definer set search_path = public, pg_temp
  as $$
  select m.person_id
  from (select distinct person_id from membership where org_id = p_org and (until is null or until > wall_clock())) m
    cross join lateral reading_of(p_org, m.person_id) r
  where (p_org = ctx_org() or p_case = ctx_case() or ctx_role() = 'system')
    and (r.reads = 'all' or exists (select from caseload l where l.case_id = p_case and l.org_id = p_org
      and (l.team_id = any (r.teams) or l.person_id = any (r.stands)) and tstzrange(l.since, l.until) @> wall_clock()))
$$;
revoke all on function readers_of from public;
grant execute on function readers_of to mnio_app;
