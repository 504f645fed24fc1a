-- Whoever holds two roles says in which one they act. A sign-in took the membership whose identifier sorts first, which is drawn at
-- random, and kept it for good: a seat of the cell that an association was given could not be used, or the association not any more.
-- The membership by which a person acts is found in one place; a session acts by one of its own person's, that lives, and by no other;
-- and what was typed in one role is opened in that role alone. A letter that has not left says so, and whoever waits for nobody but a
-- second person is heard of by that person.

alter table person add column acts_as uuid;
comment on column person.acts_as is 'The membership by which this person last chose to act.';
grant select (acts_as) on person to mnio_worker;

-- By which membership somebody acts who chooses none: where they are accredited, as they last did, then where they are longest.
create function acting_membership(p_person uuid) returns table (id uuid, org_id uuid, role text, manager boolean) language sql stable
  as $$
  select m.id, m.org_id, m.role, m.manager
  from public.membership m join public.organisation o on o.id = m.org_id join public.person p on p.id = m.person_id
  where m.person_id = p_person and (m.until is null or m.until > (select public.wall_clock()))
  order by (o.status = 'accredited') desc, (m.id is not distinct from p.acts_as) desc, m.since, m.id limit 1
$$;
revoke all on function acting_membership from public;
grant execute on function acting_membership to mnio_app, mnio_worker;

create function session_acts_by_own() returns trigger language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  if not exists (select from membership m where m.id = new.membership_id and m.person_id = new.person_id
    and (m.until is null or m.until > wall_clock()))
  then raise exception 'one acts by a membership of one''s own that lives'; end if;
  return new;
end
$$;
create trigger session_acts_by_own before insert or update of membership_id, person_id on session for each row
  when (new.membership_id is not null) execute function session_acts_by_own();
-- What was heard in the other role is heard no more.
create trigger session_acts_by_another after update of membership_id on session for each row
  when (old.membership_id is distinct from new.membership_id) execute function session_ended();

-- Whoever signed in before they worked anywhere works from their first membership on, in that session too, and does not change it for
-- the next one. The door locks the person as well: a session is written before this looks, or after the membership is there.
create function membership_opens_sessions() returns trigger language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  perform from person where id = new.person_id for no key update;
  update session set membership_id = new.id where person_id = new.person_id and membership_id is null and revoked_at is null;
  return null;
end
$$;
create trigger membership_opens_sessions after insert on membership for each row
  when (new.until is null) execute function membership_opens_sessions();
revoke all on function session_acts_by_own, membership_opens_sessions from public;
update session s set membership_id = (select a.id from acting_membership(s.person_id) a) where s.membership_id is null and s.revoked_at is null;

-- What was typed and not sent is of the organisation and the role in which it was typed. Until now nobody could change theirs.
alter table device_key add column org_id uuid, add column role text;
update device_key k set (org_id, role) = (select a.org_id, a.role from acting_membership(k.person_id) a);
delete from device_key where org_id is null;
alter table device_key alter column org_id set not null, alter column role set not null;
comment on column device_key.role is 'In which role it was asked for, and opens.';
alter policy device_key_own on device_key
  using (person_id = (select ctx_person()) and org_id = (select ctx_org()) and role = (select ctx_role()))
  with check (person_id = (select ctx_person()) and org_id = (select ctx_org()) and role = (select ctx_role()));

alter table draft add column org_id uuid;
update draft d set org_id = (select a.org_id from acting_membership(d.person_id) a);
delete from draft where org_id is null;
alter table draft alter column org_id set not null, drop constraint draft_pkey,
  add constraint draft_pkey primary key (person_id, org_id, kind);
alter policy draft_own on draft
  using (person_id = (select ctx_person()) and org_id = (select ctx_org()))
  with check (person_id = (select ctx_person()) and org_id = (select ctx_org()));

-- Where two houses become one, what their people were typing follows them; of two flags, the one of the house that stays.
create function unsent_follows() returns trigger language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  update device_key set org_id = new.merged_into where org_id = new.id;
  update draft set org_id = new.merged_into where org_id = new.id
    and not exists (select from draft d where d.org_id = new.merged_into and (d.person_id, d.kind) = (draft.person_id, draft.kind));
  delete from draft where org_id = new.id;
  return null;
end
$$;
revoke all on function unsent_follows from public;
create trigger unsent_followed after update of merged_into on organisation for each row
  when (new.merged_into is not null and old.merged_into is null) execute function unsent_follows();

-- A link that was made anew has not left: the letter that carried the one before says nothing of it.
grant update (mailed_at) on invitation to mnio_app;

-- That something waits for a second person, and since when: never what.
create policy organisation_proposal_counted on organisation_proposal for select to mnio_worker using (state = 'waiting');
grant select (proposed_by, proposed_at, state) on organisation_proposal to mnio_worker;
