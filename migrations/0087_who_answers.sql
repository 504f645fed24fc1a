-- Four things for which somebody answers. An act that names an association for the exit programme says so where its approval is not known
-- on that day: it refuses nothing, for the article was read without a date, and no line may leave it out. Whoever stays away and has no
-- address is warned by hand, by who manages access: their access then closes as if a letter had left that day. What somebody offered who
-- managed access opens nothing once they manage it no more: they would have come back by a link of their own. And whoever accepts what one
-- house offers does not have the mails of their other houses sent to an address that it chose.

-- Whether an association is approved for the exit programme on a day: as it was given, or by silence on a complete file (CASF R121-12-3).
-- Three years, four months and two months are lengths of the code, with which a test compares this.
create function approved_on(p_org uuid, p_day date) returns boolean language sql stable security definer set search_path = public, pg_temp
as $$
  select exists (
    select from habilitation h
      cross join lateral (select case when h.since is null or h.asked_on > h.since
        then (least(h.complete_on, (h.asked_on + interval '2 months')::date) + interval '4 months')::date end as on_day) silent
      cross join lateral (values (h.since, h.until), (silent.on_day, case when h.since is null then h.until end)) term(begins, ends)
    where h.org_id = p_org and h.regime = 'psp'
      and p_day between term.begins and coalesce(term.ends, (term.begins + interval '3 years')::date))
$$;
revoke all on function approved_on from public;

-- The day is that of the decision, or the one on which it is written where the person is, which may be a day beside that of Paris.
create function approval_said() returns trigger language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  org uuid := (new.input ->> 'orgId')::uuid;
  written date := (new.at at time zone 'Europe/Paris')::date;
begin
  if 'form.not_approved' = any (new.unusual) then return new; end if;
  if new.input ->> 'decidedOn' is null and (approved_on(org, written - 1) or approved_on(org, written) or approved_on(org, written + 1))
    or approved_on(org, (new.input ->> 'decidedOn')::date)
  then return new; end if;
  raise exception 'an approval that is not known is said' using errcode = 'insufficient_privilege';
end
$$;
revoke all on function approval_said from public;
create trigger approval_said before insert on case_event for each row
  when (current_user = 'mnio_app' and new.command in ('exit.request', 'psp.decision') and new.input ->> 'orgId' is not null)
  execute function approval_said();

alter table membership
  add column warned_by_hand_at timestamptz,
  add column warned_by uuid references person,
  add constraint membership_warned_by_somebody check ((warned_by_hand_at is null) = (warned_by is null));
comment on column membership.warned_by_hand_at is 'When who manages access wrote down that they warned the person, who has no address, by hand.';
comment on column membership.warned_by is 'Who wrote it down, and answers for it.';
grant update (warned_by_hand_at, warned_by) on membership to mnio_app;
grant select (warned_by_hand_at) on membership to mnio_worker;

-- On no other day than the one on which it is written: a day before would close the access at once.
create function warned_by_hand() returns trigger language plpgsql set search_path = public, pg_temp
as $$
begin
  if not (manages(old.org_id) or administers()) or old.person_id = ctx_person()
  then raise exception 'who manages access warns another by hand' using errcode = 'insufficient_privilege'; end if;
  if (new.warned_by, new.warned_by_hand_at) is distinct from (ctx_person(), now())
  then raise exception 'a warning by hand is of who writes it, as they write it' using errcode = 'insufficient_privilege'; end if;
  if exists (select from person p where p.id = old.person_id and p.email is not null)
  then raise exception 'whoever has an address is written to' using errcode = 'insufficient_privilege'; end if;
  return new;
end
$$;
revoke all on function warned_by_hand from public;
create trigger warned_by_hand before update of warned_by_hand_at, warned_by on membership for each row
  when (current_user = 'mnio_app') execute function warned_by_hand();

-- However they ceased to: ended, closed out, or the management taken. What two persons agreed on stands, for the second one answers for it.
create function offers_end_with_manager() returns trigger language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  one invitation;
begin
  for one in update invitation i set withdrawn_at = wall_clock()
    where i.org_id = new.org_id and i.invited_by = new.person_id and i.used_at is null and i.withdrawn_at is null
      and not seat_offered_by_two(i) and not exists (select from membership m where m.org_id = new.org_id and m.person_id = new.person_id
        and m.id <> new.id and m.manager and (m.until is null or m.until > wall_clock())) returning i.*
  loop
    perform append_audit('organisation:' || one.org_id::text, wall_clock(), null, one.org_id, 'system', 'person.uninvite',
      'invitation:' || one.id::text, 'allowed', one.role || ',manager_left');
  end loop;
  return null;
end
$$;
revoke all on function offers_end_with_manager from public;
create trigger offers_end_with_manager after update of until, manager on membership for each row
  when (old.manager and (not new.manager or new.until is not null)) execute function offers_end_with_manager();

-- As before, but that a house does not say where the mails of another one go: whoever works elsewhere keeps the address that they have.
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
  update person set email = one.email where id = ctx_person() and (email is null or not exists (
    select from membership m where m.person_id = ctx_person() and m.org_id <> one.org_id and (m.until is null or m.until > wall_clock())));
  return made;
end
$$;
