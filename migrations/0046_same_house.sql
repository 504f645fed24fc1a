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
