-- That two cases have something in common: an operation, a family, a place, an employer. Whoever knows one of the two must not
-- learn that there is another, so it is no act of either: an act has a place in the journal of a case, moves its version and its
-- line in every list, and who reads that case alone would see it move. It is a row beside both, which stays when it is ended,
-- and stands in the audit chain of each. It is read, made and ended by who takes part in both, in capacities that see the class
-- of what it says in each.
create table case_link (
  id uuid primary key,
  low_id uuid not null references "case",
  high_id uuid not null references "case",
  kind text not null,
  data_class text not null,
  made_by uuid not null references person,
  made_org uuid not null references organisation,
  made_at timestamptz not null,
  ended_by uuid references person,
  ended_at timestamptz,
  constraint case_link_of_two check (low_id < high_id),
  constraint case_link_kind_known check (kind in ('operation', 'family', 'site', 'employer')),
  constraint case_link_class_known check (data_class in ('A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J', 'K', 'L')),
  constraint case_link_ended_whole check ((ended_at is null) = (ended_by is null))
);
create unique index case_link_once on case_link (low_id, high_id, kind) where ended_at is null;
create index case_link_high_idx on case_link (high_id);
comment on table case_link is 'That two cases have something in common, known to who may know both, and until when that was held.';

-- Whether the organisation that asks takes part now in a capacity that sees this class.
create function sees_class(p_case uuid, p_class text) returns boolean language sql stable
  as $$
  select exists (
    select from public.participation p where p.case_id = p_case and p.org_id = (select public.ctx_org())
      and p.since <= (select public.wall_clock()) and (p.until is null or p.until > (select public.wall_clock()))
      and public.may_see(p.case_id, p.capacity, p_class))
$$;
revoke all on function sees_class from public;
grant execute on function sees_class to mnio_app;

alter table case_link enable row level security;
alter table case_link force row level security;
create policy case_link_by_both on case_link for select to mnio_app
  using (sees_class(low_id, data_class) and sees_class(high_id, data_class));
create policy case_link_made on case_link for insert to mnio_app
  with check (sees_class(low_id, data_class) and sees_class(high_id, data_class)
    and made_org = (select ctx_org()) and made_by = (select ctx_person()) and ended_at is null);
create policy case_link_ended on case_link for update to mnio_app
  using (ended_at is null and sees_class(low_id, data_class) and sees_class(high_id, data_class))
  with check (ended_by = (select ctx_person()));
grant select, insert on case_link to mnio_app;
grant update (ended_by, ended_at) on case_link to mnio_app;

-- A link goes with the first of its two files: what is left of the other says nothing of a case that is no more.
create function erase_links() returns void language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  if ctx_role() is distinct from 'system' or ctx_case() is null then raise exception 'only the clock erases'; end if;
  delete from idempotency where aggregate_id in (select id from case_link where ctx_case() in (low_id, high_id));
  delete from case_link where ctx_case() in (low_id, high_id);
end
$$;
revoke all on function erase_links from public;
grant execute on function erase_links to mnio_app;
create policy case_link_for_owner on case_link to current_user using (true) with check (true);

-- A letter to who is convened says when a cell meets and in which room: of a meeting the worker reads that, and of no agenda.
create policy meeting_of_letters on meeting for select to mnio_worker using (state in ('convened', 'cancelled'));
grant select (id, territory, state, starts_at, place, convened_at) on meeting to mnio_worker;
create policy meeting_member_of_letters on meeting_member for select to mnio_worker using (true);
grant select (meeting_id, person_id, org_id) on meeting_member to mnio_worker;
