-- What somebody who sits or works in two places could still do with the right of one in the other, and what outlived a seat or a house.
-- Who was convened for one institution acts in the meeting for that one alone; a voice is taken of a seat that stands; a withdrawal whose
-- author sits no more is taken back by two: somebody of that institution asks, the secretary confirms. Who asks that an act be undone does
-- not conclude on it as another house. A cell is told once of each case that nobody accompanies any more, those of before included, and a
-- request of undoing ends with its file.

-- Sitting ---------------------------------------------------------------------------------------------------------------------

-- As before, of the institution for which one acts now: who sits for two is convened for one of them.
create or replace function is_convened(p_meeting uuid) returns boolean language sql stable security definer
  set search_path = public, pg_temp
as $$ select exists (select from meeting_member where meeting_id = p_meeting and person_id = ctx_person() and org_id = ctx_org()) $$;

-- Whether somebody sits in a cell for this institution today, or holds its secretariat: their access stands, and the institution's.
create function seat_lives(p_person uuid, p_org uuid) returns boolean language sql stable
  as $$
  select exists (select from public.membership m join public.organisation o on o.id = m.org_id
    where m.person_id = p_person and m.org_id = p_org and m.role in ('cell_member', 'cell_secretary')
      and (m.until is null or m.until > (select public.wall_clock())) and o.status = 'accredited')
$$;
revoke all on function seat_lives from public;
grant execute on function seat_lives to mnio_app;

-- As before, of an item of a meeting to which the institution for which one acts was convened.
alter policy meeting_vote_own_or_cell on meeting_vote
  with check (
    (recorded_by = 'member' and person_id = (select ctx_person())
      and exists (select from meeting_item i where i.id = item_id and is_convened(i.meeting_id)))
    or (recorded_by = 'secretary' and (select ctx_role()) = 'cell_secretary' and cell_org_id = (select ctx_org()))
  );

create or replace function votes_where_called() returns trigger language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  if exists (select from meeting_item i join meeting_member m on m.meeting_id = i.meeting_id and m.person_id = new.person_id
      join meeting_recusal r on r.case_id = i.case_id and r.ended_at is null
    where i.id = new.item_id and (r.person_id = new.person_id or r.whole and r.org_id = m.org_id))
  then raise exception 'who withdrew does not vote'; end if;
  if not exists (select from meeting_item i join meeting_member m on m.meeting_id = i.meeting_id and m.person_id = new.person_id
    where i.id = new.item_id and seat_lives(m.person_id, m.org_id))
  then raise exception 'who holds no seat does not vote'; end if;
  return new;
end
$$;

-- Withdrawing -----------------------------------------------------------------------------------------------------------------

alter table meeting_recusal
  add column back_by uuid references person,
  add column back_reason text,
  add constraint meeting_recusal_back check ((back_by is null) = (back_reason is null)),
  add constraint meeting_recusal_back_known check (back_reason in ('mistake', 'over', 'examined'));
comment on column meeting_recusal.back_by is 'Who asks to come back for an institution of which the author of the withdrawal sits no more: the secretary confirms.';

-- Who said it, and nobody else alone.
create or replace function may_rejoin(p_person uuid, p_whole boolean) returns boolean language sql stable security definer
  set search_path = public, pg_temp
  as $$ select p_person = ctx_person() $$;
-- Of an institution whose member sits no more, who sits for it now asks.
create function may_ask_back(p_person uuid, p_whole boolean) returns boolean language sql stable security definer
  set search_path = public, pg_temp
  as $$ select p_whole and p_person <> ctx_person() and not seat_lives(p_person, ctx_org()) $$;
revoke all on function may_ask_back from public;
grant execute on function may_ask_back to mnio_app;

alter policy meeting_recusal_taken_back on meeting_recusal
  using (ended_at is null
    and case (select ctx_role())
      when 'cell_member' then org_id = (select ctx_org()) and (may_rejoin(person_id, whole) or may_ask_back(person_id, whole))
      when 'cell_secretary' then cell_org_id = (select ctx_org()) and back_by <> (select ctx_person())
      else false end
    and exists (select from meeting_item i join meeting m on m.id = i.meeting_id
      where i.case_id = meeting_recusal.case_id and i.state = 'waiting' and m.state in ('convened', 'open')
        and (is_convened(m.id) or m.org_id = (select ctx_org()))))
  with check (case when ended_at is null then back_by = (select ctx_person()) and (select ctx_role()) = 'cell_member'
    else ended_by = (select ctx_person()) and case (select ctx_role())
      when 'cell_member' then may_rejoin(person_id, whole)
      else back_by <> (select ctx_person()) and reason = back_reason end end);
grant update (back_by, back_reason) on meeting_recusal to mnio_app;

-- Undoing ---------------------------------------------------------------------------------------------------------------------

-- As before, by another person than who asked.
alter policy undo_request_declined on undo_request
  using (case_id = (select ctx_case()) and state = 'asked' and concludes_undo(case_id) and asked_by <> (select ctx_person()));

create or replace function strike_act(p_seq integer, p_by integer, p_for text, p_at timestamptz) returns void
  language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  asked boolean := concludes_undo(ctx_case())
    and exists (select from undo_request u where u.case_id = ctx_case() and u.seq = p_seq and u.state = 'asked'
      and u.asked_by <> ctx_person());
begin
  if ctx_case() is null then raise exception 'no case is being written'; end if;
  if not takes_part(ctx_case(), null) then raise exception 'no act to strike'; end if;
  update case_event set struck_by = p_by, struck_at = p_at, struck_for = p_for
    where case_id = ctx_case() and seq = p_seq and seq > 1 and struck_by is null and traced and (org_id = ctx_org() or asked);
  if not found then raise exception 'no act to strike'; end if;
  update undo_request set state = 'undone', settled_by = ctx_person(), settled_at = p_at
    where case_id = ctx_case() and seq = p_seq and state = 'asked';
  delete from compartment where case_id = ctx_case() and seq = p_seq;
  delete from consent where case_id = ctx_case() and seq = p_seq;
  delete from deadline d using deadline_trace t
    where t.case_id = ctx_case() and t.seq = p_seq and d.id = t.deadline_id and (t.was is not null or d.referral_id is null);
  insert into deadline select was.* from deadline_trace t, jsonb_populate_record(null::deadline, t.was) was
    where t.case_id = ctx_case() and t.seq = p_seq and t.was is not null;
  delete from deadline_trace where case_id = ctx_case() and seq = p_seq;
end
$$;

-- Where its file is archived, or left for another one, nobody concludes any more.
alter table undo_request
  drop constraint undo_request_state_known,
  drop constraint undo_request_settled_whole,
  add constraint undo_request_state_known check (state in ('asked', 'undone', 'declined', 'lapsed')),
  add constraint undo_request_settled_whole
    check ((state = 'asked') = (settled_at is null) and (state in ('asked', 'lapsed')) = (settled_by is null));
create function undo_requests_lapse() returns trigger language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  update undo_request set state = 'lapsed', settled_at = wall_clock() where case_id = new.id and state = 'asked';
  return null;
end
$$;
revoke all on function undo_requests_lapse from public;
create trigger undo_requests_lapse after update of facts, identification on "case" for each row
  when (new.facts ->> 'archived' = 'true' and old.facts ->> 'archived' is distinct from 'true'
    or new.identification = 'duplicate_merged' and old.identification <> 'duplicate_merged')
  execute function undo_requests_lapse();
update undo_request u set state = 'lapsed', settled_at = wall_clock() from "case" c
  where c.id = u.case_id and u.state = 'asked' and (c.facts ->> 'archived' = 'true' or c.identification = 'duplicate_merged');

-- Closed houses ---------------------------------------------------------------------------------------------------------------

-- Of the organisation itself, so that it says nothing of the one into which that is merged.
alter table participation add column left_told uuid;
comment on column participation.left_told is 'Who accompanied and does no more, once the cell was told that nobody does.';

-- As before, once: a house that is suspended and then closed leaves a case once.
create or replace function tell_left_alone(p_org uuid) returns bigint language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  now_at timestamptz := wall_clock();
  told bigint;
begin
  if not administers() then raise exception 'the administration closes and suspends'; end if;
  with alone as (
    select cell.case_id, cell.org_id
    from participation mine join organisation o on o.id = mine.org_id and o.status in ('suspended', 'closed')
      join participation cell on cell.case_id = mine.case_id and cell.capacity = 'cell' and cell.until is null
    where mine.org_id = p_org and mine.capacity = 'referent' and mine.until is null and mine.left_told is distinct from mine.org_id
      and not exists (select from participation p join organisation other on other.id = p.org_id
        where p.case_id = mine.case_id and p.capacity = 'referent' and p.until is null and other.status = 'accredited')
      and exists (select from "case" c where c.id = mine.case_id and c.closure not like 'closed\_%')),
  remembered as (
    update participation p set left_told = p.org_id from alone a
    where p.case_id = a.case_id and p.capacity = 'referent' and p.until is null),
  moved as (
    update participation p set moved_at = now_at, told = p.told + 1 from alone a
    where p.case_id = a.case_id and p.org_id = a.org_id and p.capacity = 'cell' returning p.case_id, p.org_id)
  insert into outbox (kind, payload)
    select 'tell', jsonb_build_object('about', 'case', 'id', case_id, 'to', jsonb_build_array(org_id),
      'line', jsonb_build_object('about', 'left', 'id', case_id, 'seq', floor(extract(epoch from now_at) / 60)::int))
    from moved order by case_id, org_id;
  get diagnostics told = row_count;
  return told;
end
$$;

-- What is accompanied again may be left again.
create function accompanies_again() returns trigger language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  update participation set left_told = null where org_id = new.id and left_told is not null;
  return null;
end
$$;
revoke all on function accompanies_again from public;
create trigger accompanies_again after update of status on organisation for each row
  when (new.status = 'accredited' and old.status <> 'accredited') execute function accompanies_again();

-- Of the houses that fell before cells were told of it.
with alone as (
  select distinct cell.case_id, cell.org_id from participation cell join "case" c on c.id = cell.case_id
  where cell.capacity = 'cell' and cell.until is null and c.closure not like 'closed\_%'
    and exists (select from participation p where p.case_id = c.id and p.capacity = 'referent' and p.until is null)
    and not exists (select from participation p join organisation o on o.id = p.org_id
      where p.case_id = c.id and p.capacity = 'referent' and p.until is null and o.status = 'accredited')
    and not exists (select from notice n where n.org_id = cell.org_id and n.about = 'left' and n.about_id = c.id)),
moved as (
  update participation p set moved_at = wall_clock(), told = p.told + 1 from alone a
  where p.case_id = a.case_id and p.org_id = a.org_id and p.capacity = 'cell' returning p.case_id, p.org_id)
insert into outbox (kind, payload)
  select 'tell', jsonb_build_object('about', 'case', 'id', case_id, 'to', jsonb_build_array(org_id),
    'line', jsonb_build_object('about', 'left', 'id', case_id, 'seq', floor(extract(epoch from wall_clock()) / 60)::int))
  from moved order by case_id, org_id;
update participation p set left_told = p.org_id
  where p.capacity = 'referent' and p.until is null and exists (select from organisation o where o.id = p.org_id and o.status <> 'accredited');
