-- Whoever invited people in one house does not invite them in the one that it is merged into: who administers there gives that right anew.
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
    select person_id, p_into, role, false, alternate, at, absent_from, absent_until from membership
    where org_id = p_from and (until is null or until > at)
    on conflict (person_id, org_id, role) where until is null do nothing;
  update membership set until = at where org_id = p_from and (until is null or until > at);
  update organisation set status = 'closed', closed_at = at, merged_into = p_into where id = p_from;
end
$$;

-- As before, with the number of those whose right to invite ends.
drop function merge_changes(uuid, uuid);
create function merge_changes(p_from uuid, p_into uuid) returns table (seats bigint, team bigint, managers bigint)
  language sql stable security definer set search_path = public, pg_temp
as $$
  select
    (select count(*) from membership m where m.org_id = a.id and m.role = 'cell_member' and (m.until is null or m.until > wall_clock())
      and a.territory is distinct from b.territory),
    (select count(distinct m.person_id) from membership m where m.org_id = a.id and (m.until is null or m.until > wall_clock())
      and b.by_team and not a.by_team),
    (select count(distinct m.person_id) from membership m where m.org_id = a.id and m.manager and (m.until is null or m.until > wall_clock())
      and not exists (select from membership s where s.org_id = b.id and s.person_id = m.person_id and s.manager and (s.until is null or s.until > wall_clock())))
  from organisation a, organisation b where a.id = p_from and b.id = p_into and administers()
$$;
revoke all on function merge_changes from public;
grant execute on function merge_changes to mnio_app;
