-- Informal settlements where school mediators work: the name that their teams give to each, its kind, its commune and département, and no
-- address. Read by those who mediate there alone: where a settlement is would say where the people met there live. No column of a
-- case leads to one; a flag keeps the words that it said, sealed with the account.
create table settlement (
  id uuid primary key,
  org_id uuid not null references organisation,
  label text not null,
  kind text not null,
  commune text not null,
  territory text not null,
  added_by uuid not null references person,
  added_at timestamptz not null,
  closed_by uuid references person,
  closed_at timestamptz,
  constraint settlement_said check (label <> '' and commune <> ''),
  constraint settlement_kind_known check (kind in ('shanty_town', 'squat', 'camp', 'other')),
  constraint settlement_closed_by_somebody check ((closed_at is null) = (closed_by is null))
);
create index settlement_org_idx on settlement (org_id);
comment on table settlement is 'Informal settlements where an organisation mediates, by the name that its teams give to each: no address, and no case.';

alter table settlement enable row level security;
alter table settlement force row level security;
create policy settlement_of_own on settlement for select to mnio_app
  using (org_id = (select ctx_org()) and (select ctx_role()) = 'school_mediation');
create policy settlement_added on settlement for insert to mnio_app
  with check ((select ctx_role()) = 'school_mediation' and manages(org_id) and added_by = (select ctx_person()) and closed_at is null);
create policy settlement_closed on settlement for update to mnio_app
  using ((select ctx_role()) = 'school_mediation' and manages(org_id) and closed_at is null)
  with check (manages(org_id) and closed_by = (select ctx_person()));
create policy settlement_for_owner on settlement to current_user using (true) with check (true);
grant select, insert on settlement to mnio_app;
grant update (closed_at, closed_by) on settlement to mnio_app;

-- Where two organisations are merged, the settlements of the one go on with the other.
create function settlements_follow() returns trigger language plpgsql security definer set search_path = public, pg_temp
as $$ begin update settlement set org_id = new.merged_into where org_id = new.id; return null; end $$;
revoke all on function settlements_follow from public;
create trigger settlements_followed after update of merged_into on organisation for each row
  when (new.merged_into is not null and new.merged_into is distinct from old.merged_into) execute function settlements_follow();
