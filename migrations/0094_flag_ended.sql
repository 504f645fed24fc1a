-- Whoever accompanies a person goes on once the accreditation to flag of their house has ended: the person loses nobody by it. But nobody is
-- entrusted to that house anew, by whatever way. Two houses that become one bring whom they accompany, and whoever confirms it reads how many
-- come to a house that may take nobody anew.

-- Whether a house may begin to accompany somebody today: it holds the regime that the acts of its roles ask of a flag, or none is asked.
create function accompanies_anew(p_org uuid) returns boolean language sql stable security definer set search_path = public, pg_temp
  as $$
  select not exists (select from organisation o join kind_role k on k.kind = o.type
      join regime_need n on n.role = k.role and n.command = 'case.flag'
    where o.id = p_org and not exists (select from habilitation h where h.org_id = o.id and h.regime = n.regime
      and h.since <= (wall_clock() at time zone 'Europe/Paris')::date
      and (h.until is null or h.until >= (wall_clock() at time zone 'Europe/Paris')::date)))
$$;
revoke all on function accompanies_anew from public;

-- A part that stands goes on, and whatever renews it; one that begins, or begins again, is asked.
create function accompanying_begins() returns trigger language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  if exists (select from participation p where p.case_id = new.case_id and p.org_id = new.org_id and p.capacity = 'referent'
    and p.until is null) then return new; end if;
  if not accompanies_anew(new.org_id) then raise exception 'this house accompanies nobody anew'; end if;
  return new;
end
$$;
revoke all on function accompanying_begins from public;
create trigger accompanying_begins before insert or update of org_id, capacity, until on participation for each row
  when (current_user = 'mnio_app' and new.capacity = 'referent' and new.until is null) execute function accompanying_begins();

-- As before, with the number of those whom the house that stays would accompany and could not take anew.
drop function merge_changes(uuid, uuid);
create function merge_changes(p_from uuid, p_into uuid) returns table (seats bigint, team bigint, managers bigint, kept bigint)
  language sql stable security definer set search_path = public, pg_temp
as $$
  select
    (select count(*) from membership m where m.org_id = a.id and m.role = 'cell_member' and (m.until is null or m.until > wall_clock())
      and a.territory is distinct from b.territory),
    (select count(distinct m.person_id) from membership m where m.org_id = a.id and (m.until is null or m.until > wall_clock())
      and b.by_team and not a.by_team),
    (select count(distinct m.person_id) from membership m where m.org_id = a.id and m.manager and (m.until is null or m.until > wall_clock())
      and not exists (select from membership s where s.org_id = b.id and s.person_id = m.person_id and s.manager and (s.until is null or s.until > wall_clock()))),
    (select count(*) from participation p where p.org_id = a.id and p.capacity = 'referent' and p.until is null and not accompanies_anew(b.id))
  from organisation a, organisation b where a.id = p_from and b.id = p_into and administers()
$$;
revoke all on function merge_changes from public;
grant execute on function merge_changes to mnio_app;
