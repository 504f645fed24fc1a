-- Three pools of places, each with its own desk: Ac.Sé, the asylum scheme and the shelters for minors. A desk sees its
-- pool and no other; a structure sees and keeps its own places, and takes one out of service only while nobody has it.
-- What was written in free words becomes a code; the address stays apart, written by its owner alone.
update place set kind = 'dna' where org_id in (select id from organisation where type = 'dna_centre');
--> statement-breakpoint
update place set out_of_service = case out_of_service
  when 'travaux' then 'works' when 'dégât des eaux' then 'damage' when 'personnel absent' then 'staff' else 'other' end
where out_of_service is not null and out_of_service not in ('works', 'damage', 'staff', 'located', 'closing', 'other');
--> statement-breakpoint
alter table place add constraint place_out_of_service_known
  check (out_of_service is null or out_of_service in ('works', 'damage', 'staff', 'located', 'closing', 'other'));
alter table place add constraint place_out_until_with_reason check (out_until is null or out_of_service is not null);
--> statement-breakpoint

-- Which pool the people of a role seek in; null for everyone else.
create function desk_pool() returns text language sql stable parallel safe
  as $$ select case (select ctx_role()) when 'acse_desk' then 'acse' when 'ofii' then 'dna' when 'child_protection' then 'minor' end $$;
--> statement-breakpoint
drop policy place_of_desk_or_own on place;
create policy place_of_desk_or_own on place for select to mnio_app
  using (org_id = (select ctx_org()) or kind = (select desk_pool()));
create policy place_added_by_owner on place for insert to mnio_app with check (org_id = (select ctx_org()));
create policy place_kept_by_owner on place for update to mnio_app
  using (org_id = (select ctx_org())) with check (org_id = (select ctx_org()));
grant insert on place to mnio_app;
grant update (label, sexes, children, languages, accessible, excluded_zones, max_stay_months, out_of_service, out_until, version)
  on place to mnio_app;
--> statement-breakpoint

-- A structure says where its place is, and nobody reads it back by this way.
create function keep_address(p_place uuid, p_body bytea) returns void language plpgsql security definer
  set search_path = public, pg_temp
as $$
begin
  if not exists (select from place where id = p_place and org_id = ctx_org()) then raise exception 'not its own place'; end if;
  insert into place_address values (p_place, p_body) on conflict (place_id) do update set body = excluded.body;
end
$$;
revoke all on function keep_address from public;
grant execute on function keep_address to mnio_app;
--> statement-breakpoint

-- Whose place an offer would use, if it is of the pool that the offer is made from and in service.
-- `place_owner(uuid)` stays: whose place a stay takes, whatever has become of the place since.
create function place_owner(p_place uuid, p_kind text) returns uuid
  language sql stable security definer set search_path = public, pg_temp
  as $$ select org_id from place where id = p_place and kind = p_kind and out_of_service is null $$;
revoke all on function place_owner(uuid, text) from public;
grant execute on function place_owner(uuid, text) to mnio_app;
--> statement-breakpoint

-- Whether a place is taken, and nothing of who takes it: what the desk of its pool and its structure see.
create or replace function taken_places() returns table (place_id uuid, state text, since timestamptz)
  language sql stable security definer set search_path = public, pg_temp
as $$
  select s.place_id, s.state, s.reserved_at from stay s join place p on p.id = s.place_id
  where s.state in ('reserved', 'admitted') and (p.org_id = ctx_org() or p.kind = desk_pool())
$$;
