-- Organisations, people and their rights are kept by pages and by `mnio invite`, and no longer by SQL. One membership is the
-- source of what a person may do in an organisation; it ends by `until` and is never removed. What opens a right takes two
-- persons: one proposes, another confirms, and what is confirmed is done in that very transaction (`settled_in`). What takes a
-- right away is done by one. PostgreSQL holds both, so that no route can forget them. The owner of the tables is not asked: by
-- him the command line makes the first administrator, and the demonstration its world.

alter table organisation
  add column answers text[],
  add column directory_id text constraint organisation_directory_id_unique unique,
  add column closed_at timestamptz,
  add column merged_into uuid references organisation;
comment on column organisation.answers is 'Kinds of referrals that it answers; null: all that its kind of organisation answers.';
comment on column organisation.directory_id is 'Under which identifier data·inclusion knows it.';

alter table person
  add column email text,
  add column seen_at timestamptz;
comment on column person.email is 'Where this person was invited: for letters about their access, never an identity.';

-- What the provider says lives as long as the session that it was said for.
alter table session add column email text;

alter table membership
  add column manager boolean not null default false,
  add column since timestamptz not null default now(),
  add column absent_from date,
  add column absent_until date,
  add column alternate boolean not null default false,
  add column warned_at timestamptz;
comment on column membership.alternate is 'Sits in the cell where nobody of the same organisation who holds a seat is there.';
comment on column membership.warned_at is 'When the person was told that the membership closes if they do not come back.';
-- Who comes back has a new row: each period stays as it was.
alter table membership drop constraint membership_person_org_role_key;
create unique index membership_open_key on membership (person_id, org_id, role) where until is null;

alter table habilitation
  add column id uuid not null default gen_random_uuid() constraint habilitation_id_unique unique,
  add column decision text,
  add column warned_months smallint;
comment on column habilitation.decision is 'The text by which it was given: its kind, its number, its day.';
comment on column habilitation.warned_months is 'How many months ahead its end was last told.';

create table organisation_proposal (
  id uuid primary key,
  kind text not null,
  org_id uuid not null references organisation,
  into_org uuid references organisation,
  regime text,
  body jsonb not null,
  proposed_by uuid not null references person,
  proposed_at timestamptz not null,
  state text not null default 'waiting',
  settled_by uuid references person,
  settled_at timestamptz,
  settled_in text,
  constraint organisation_proposal_kind_known check (kind in ('accredit', 'reinstate', 'regime', 'merge', 'invite')),
  constraint organisation_proposal_state_known check (state in ('waiting', 'confirmed', 'refused', 'withdrawn')),
  constraint organisation_proposal_regime_known check (regime is null or regime in ('flag', 'r425_1', 'psp', 'victim_aid', 'civil_party')),
  constraint organisation_proposal_whole check ((kind = 'merge') = (into_org is not null) and (kind = 'regime') = (regime is not null)),
  constraint organisation_proposal_settled_by_somebody check ((state = 'waiting') = (settled_by is null))
);
create index organisation_proposal_waiting_idx on organisation_proposal (org_id) where state = 'waiting';
comment on table organisation_proposal is 'What opens a right and waits for a second person, or had one.';

create table invitation (
  id uuid primary key,
  org_id uuid not null references organisation,
  role text not null,
  manager boolean not null,
  alternate boolean not null default false,
  email text not null,
  generation integer not null default 1,
  invited_by uuid not null references person,
  invited_at timestamptz not null,
  expires_at timestamptz not null,
  mailed_at timestamptz,
  used_at timestamptz,
  used_by uuid references person,
  membership_id uuid references membership,
  provider_email text,
  withdrawn_at timestamptz,
  constraint invitation_role_known check (role in ('asso', 'cell_member', 'miprof', 'admin', 'dpo', 'system')),
  constraint invitation_used_by_somebody check ((used_at is null) = (used_by is null))
);
create index invitation_org_idx on invitation (org_id, invited_at);
comment on table invitation is 'A way into one organisation in one role, for eight days, once. Its token is computed from id and generation, and stored nowhere.';

-- Who administers, and who manages the access of an organisation: read from memberships at each question.
create function administers() returns boolean language sql stable
  as $$
  select ctx_role() = 'admin' and exists (
    select from public.membership m join public.organisation o on o.id = m.org_id
    where m.person_id = ctx_person() and m.org_id = ctx_org() and m.role = 'admin' and o.status = 'accredited'
      and (m.until is null or m.until > public.wall_clock()))
$$;
create function manages(p_org uuid) returns boolean language sql stable
  as $$
  select p_org = ctx_org() and exists (
    select from public.membership m join public.organisation o on o.id = m.org_id
    where m.person_id = ctx_person() and m.org_id = p_org and m.manager and o.status = 'accredited'
      and (m.until is null or m.until > public.wall_clock()))
$$;
create function administrators() returns bigint language sql stable
  as $$
  select count(distinct m.person_id) from public.membership m join public.organisation o on o.id = m.org_id
  where m.role = 'admin' and o.status = 'accredited' and (m.until is null or m.until > public.wall_clock())
$$;
-- Approval for the exit programme is given by a prefecture: one of the same territory may confirm it in the administration's stead.
create function confirms_regime(p_org uuid, p_regime text) returns boolean language sql stable
  as $$
  select p_regime = 'psp' and ctx_role() = 'prefecture' and exists (
    select from public.organisation mine join public.organisation o on o.territory = mine.territory
    where mine.id = ctx_org() and mine.type = 'prefecture' and mine.status = 'accredited' and o.id = p_org)
$$;
-- Whether what opens this right was confirmed just now, by who asks, after somebody else had proposed it.
create function confirmed_now(p_org uuid, p_kind text) returns uuid language sql stable
  as $$
  select p.id from public.organisation_proposal p
  where p.org_id = p_org and p.kind = p_kind and p.state = 'confirmed' and p.settled_in = pg_current_xact_id_if_assigned()::text
    and p.settled_by = ctx_person() and p.proposed_by <> ctx_person()
$$;
revoke all on function administers, manages, administrators, confirms_regime, confirmed_now from public;
grant execute on function administers, manages, administrators, confirms_regime, confirmed_now to mnio_app;

-- Proposals -----------------------------------------------------------------------------------------------------------------

alter table organisation_proposal enable row level security;
alter table organisation_proposal force row level security;
create policy organisation_proposal_read on organisation_proposal for select to mnio_app
  using (administers() or confirms_regime(org_id, regime));
create policy organisation_proposal_made on organisation_proposal for insert to mnio_app
  with check (administers() and proposed_by = (select ctx_person()) and state = 'waiting');
create policy organisation_proposal_settled on organisation_proposal for update to mnio_app
  using (state = 'waiting' and (administers() or confirms_regime(org_id, regime)))
  with check (settled_by = (select ctx_person()));
create policy organisation_proposal_for_definer on organisation_proposal for select to current_user using (true);
grant select, insert on organisation_proposal to mnio_app;
grant update (state, settled_by, settled_at, settled_in) on organisation_proposal to mnio_app;

create function organisation_proposal_by_two() returns trigger language plpgsql set search_path = public, pg_temp
as $$
begin
  if old.state <> 'waiting' then raise exception 'what was settled is not rewritten'; end if;
  if new.state = 'confirmed' and new.settled_by = old.proposed_by then raise exception 'another person confirms'; end if;
  if new.state = 'withdrawn' and not administers() then raise exception 'the administration takes back what it proposed'; end if;
  new.settled_in := pg_current_xact_id()::text;
  return new;
end
$$;
create trigger organisation_proposal_by_two before update on organisation_proposal
  for each row execute function organisation_proposal_by_two();

-- Organisations, memberships, regimes ---------------------------------------------------------------------------------------

-- A function under the owner's right, and the owner, are not asked: `current_user` is then no role of requests.
create function organisation_kept() returns trigger language plpgsql set search_path = public, pg_temp
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
  if new.status = 'accredited' and old.status <> 'accredited'
    and confirmed_now(new.id, case old.status when 'pending' then 'accredit' else 'reinstate' end) is null
  then raise exception 'two persons open this right'; end if;
  if new.merged_into is distinct from old.merged_into then raise exception 'organisations are merged by one function'; end if;
  return new;
end
$$;
create trigger organisation_kept before insert or update on organisation for each row execute function organisation_kept();
grant insert, update on organisation to mnio_app;

create function habilitation_kept() returns trigger language plpgsql set search_path = public, pg_temp
as $$
begin
  if current_user <> 'mnio_app' then return new; end if;
  if tg_op = 'UPDATE' and (new.org_id, new.regime, new.id) is distinct from (old.org_id, old.regime, old.id)
  then raise exception 'a regime is that of one organisation'; end if;
  -- Taken away by one person of the administration: only its end moves, and only towards today.
  if tg_op = 'UPDATE' and new.until is not null and new.until < coalesce(old.until, 'infinity')
    and (new.since, new.asked_on, new.complete_on, new.decision) is not distinct from (old.since, old.asked_on, old.complete_on, old.decision)
    and administers()
  then return new; end if;
  if not exists (select from organisation_proposal p where p.id = confirmed_now(new.org_id, 'regime') and p.regime = new.regime
    and (p.body ->> 'since')::date is not distinct from new.since and (p.body ->> 'until')::date is not distinct from new.until
    and (p.body ->> 'askedOn')::date is not distinct from new.asked_on and (p.body ->> 'completeOn')::date is not distinct from new.complete_on)
  then raise exception 'two persons open this right'; end if;
  return new;
end
$$;
create trigger habilitation_kept before insert or update on habilitation for each row execute function habilitation_kept();
grant insert, update on habilitation to mnio_app;

-- A membership is made by an invitation that its person opened, and by nothing else. It ends, and is not opened again.
create function membership_kept() returns trigger language plpgsql set search_path = public, pg_temp
as $$
begin
  if current_user <> 'mnio_app' then return new; end if;
  if not (manages(old.org_id) or administers() or old.person_id = ctx_person()) then raise exception 'who manages access keeps memberships'; end if;
  if old.until is not null and old.until <= wall_clock() then raise exception 'a membership that ended stays as it was'; end if;
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
create trigger membership_kept before update on membership for each row execute function membership_kept();
grant update (until, manager, alternate, absent_from, absent_until) on membership to mnio_app;

-- Whoever listens hears no more once the right is gone: every process looks again at who listens for this organisation.
create function rights_changed() returns trigger language plpgsql set search_path = public, pg_temp
as $$
declare org uuid;
begin
  if tg_table_name = 'membership' then org := old.org_id; else org := old.id; end if;
  perform pg_notify('mnio_rights', org::text);
  return null;
end
$$;
create trigger membership_changed after update of until, role, org_id on membership for each row
  when ((old.until, old.role, old.org_id) is distinct from (new.until, new.role, new.org_id)) execute function rights_changed();
create trigger organisation_changed after update of status on organisation for each row
  when (old.status is distinct from new.status) execute function rights_changed();

-- Invitations ---------------------------------------------------------------------------------------------------------------

-- An organisation's own manager invites; the administration where two persons name the first one. Into the administration
-- itself one invites alone as long as there is nobody else.
create function may_invite(p_org uuid) returns boolean language sql stable
  as $$
  select confirmed_now(p_org, 'invite') is not null
    or (manages(p_org) and (administrators() < 2 or exists (select from public.organisation o where o.id = p_org and o.type <> 'platform')))
$$;
revoke all on function may_invite from public;
grant execute on function may_invite to mnio_app;

alter table invitation enable row level security;
alter table invitation force row level security;
create policy invitation_read on invitation for select to mnio_app using (manages(org_id) or administers());
create policy invitation_made on invitation for insert to mnio_app
  with check (invited_by = (select ctx_person()) and used_at is null and withdrawn_at is null and may_invite(org_id));
create policy invitation_changed on invitation for update to mnio_app
  using (used_at is null and withdrawn_at is null and (manages(org_id) or administers())) with check (used_at is null);
create policy invitation_for_owner on invitation to current_user using (true) with check (true);
grant select, insert on invitation to mnio_app;
grant update (generation, expires_at, withdrawn_at) on invitation to mnio_app;

-- What a link says before anybody belongs anywhere, and no more than what is needed to know it again.
create function invitation_known(p_id uuid)
  returns table (org_id uuid, generation integer, expires_at timestamptz, used_by uuid, withdrawn boolean, role text, manager boolean,
    org_name text, org_type text, open boolean)
  language sql stable security definer set search_path = public, pg_temp
as $$
  select i.org_id, i.generation, i.expires_at, i.used_by, i.withdrawn_at is not null, i.role, i.manager, o.name, o.type, o.status = 'accredited'
  from invitation i join organisation o on o.id = i.org_id where i.id = p_id
$$;
-- Binds an invitation to whoever opened it signed in, once: the application has proven the token.
create function bind_invitation(p_id uuid, p_generation integer, p_email text) returns uuid language plpgsql security definer
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
    on conflict (person_id, org_id, role) where until is null do update set manager = membership.manager or excluded.manager
    returning id into made;
  update invitation set used_at = wall_clock(), used_by = ctx_person(), membership_id = made, provider_email = p_email where id = p_id;
  update person set email = one.email where id = ctx_person();
  return made;
end
$$;
revoke all on function invitation_known, bind_invitation from public;
grant execute on function invitation_known, bind_invitation to mnio_app;

-- Merging -------------------------------------------------------------------------------------------------------------------

-- What hangs on an organisation, in numbers, for the administration before it closes or merges one; no case is named.
create function organisation_holdings(p_org uuid, p_other uuid default null)
  returns table (memberships bigint, participations bigint, shared bigint, referrals bigint, places bigint)
  language sql stable security definer set search_path = public, pg_temp
as $$
  select
    (select count(*) from membership m where m.org_id = p_org and (m.until is null or m.until > wall_clock())),
    (select count(*) from participation p where p.org_id = p_org and p.until is null),
    (select count(*) from participation p where p.org_id = p_org and p.until is null and exists (
      select from participation q where q.org_id = p_other and q.case_id = p.case_id and q.capacity = p.capacity and q.until is null)),
    (select count(*) from referral r where (r.recipient_org_id = p_org or r.awaits_org_id = p_org) and r.state in ('sent', 'questioned', 'escalated', 'accepted')),
    (select count(*) from place l where l.org_id = p_org)
  where administers()
$$;

-- One function moves all of it, or none: what was confirmed just now and nothing else. History keeps the name under which it
-- was written; regimes are of one legal person and do not move.
create function merge_organisation(p_from uuid, p_into uuid) returns void language plpgsql security definer
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
revoke all on function organisation_holdings, merge_organisation from public;
grant execute on function organisation_holdings, merge_organisation to mnio_app;

-- Reviewing access -----------------------------------------------------------------------------------------------------------

-- Twice a year who manages the access of an organisation reads who may see what and why, and confirms exactly that. It names
-- people and codes of cases, and is read by who manages access there alone; the audit keeps its digest.
create table access_review (
  id uuid primary key,
  org_id uuid not null references organisation,
  half text not null,
  made_by uuid not null references person,
  made_at timestamptz not null,
  body text not null,
  digest text not null,
  constraint access_review_once unique (org_id, half),
  constraint access_review_half_known check (half ~ '^20\d\d-[12]$')
);
comment on table access_review is 'Who could see what in an organisation, as its manager read and confirmed it; the audit keeps the digest.';
alter table access_review enable row level security;
alter table access_review force row level security;
create policy access_review_read on access_review for select to mnio_app using (manages(org_id));
create policy access_review_made on access_review for insert to mnio_app
  with check (manages(org_id) and made_by = (select ctx_person()));
grant select, insert on access_review to mnio_app;

-- Every case that is open to an organisation, by its public code, in which capacity and why; for who manages its access.
create function access_of(p_org uuid) returns table (code text, capacity text, since timestamptz, basis text)
  language sql stable security definer set search_path = public, pg_temp
as $$
  select c.code, p.capacity, p.since, p.basis from participation p join "case" c on c.id = p.case_id
  where manages(p_org) and p.org_id = p_org and p.since <= wall_clock() and (p.until is null or p.until > wall_clock())
  order by c.code, p.capacity limit 5000
$$;
revoke all on function access_of from public;
grant execute on function access_of to mnio_app;
