-- Who withdraws from a case in the cell withdraws themselves; their institution withdraws where the tie is its own. A withdrawal is taken
-- back with a reason by whoever said it, and an alternate sits where their holder withdrew. A voice that was given stands: nobody of an
-- institution withdraws it, or themselves, from what was voted on. Who withdrew reads neither the outcome nor the votes of that item, and
-- a merge gives the case back to nobody.

alter table meeting_recusal
  drop constraint meeting_recusal_once,
  add column id uuid not null default gen_random_uuid(),
  -- Before this one, it was always the institution.
  add column whole boolean not null default true,
  add column ended_at timestamptz,
  add column ended_by uuid references person,
  add column reason text,
  add constraint meeting_recusal_pk primary key (id),
  add constraint meeting_recusal_ended check ((ended_at is null) = (ended_by is null) and (ended_at is null) = (reason is null)),
  add constraint meeting_recusal_reason_known check (reason in ('mistake', 'over', 'examined'));
alter table meeting_recusal alter column whole drop default;
create unique index meeting_recusal_standing on meeting_recusal (case_id, person_id) where ended_at is null;
comment on table meeting_recusal is 'Who withdrew from a case before a meeting, for themselves or for their whole institution, and who took it back and why.';

alter table meeting_member add column stands_in boolean not null default false;
comment on column meeting_member.stands_in is 'Called because somebody of the same institution withdrew from a case: votes on that one alone.';

alter table meeting_item add column without text[];
comment on column meeting_item.without is 'Kinds of institutions that withdrew from it, without which the quorum was counted.';

create policy meeting_item_for_owner on meeting_item to current_user using (true) with check (true);

-- Whether whoever asks withdrew from a case, or their institution did. Asked of one row, as `follows` is.
create function withdrew(p_case uuid) returns boolean language plpgsql stable security definer cost 1 set search_path = public, pg_temp
  as $$ begin
  return exists (select from meeting_recusal r where r.case_id = p_case and r.ended_at is null
    and (r.person_id = ctx_person() or r.whole and r.org_id = ctx_org()));
end $$;
revoke all on function withdrew from public;
grant execute on function withdrew to mnio_app;

-- A seat in the cell is a person's: of those who sit for one institution, one may have withdrawn.
alter policy participation_own_or_gate on participation
  using (
    case
      when org_id = (select ctx_org()) and case
          when capacity = 'cell_member' then (ctx_whole() or ctx_role() = 'cell_member') and not withdrew(case_id)
          when ctx_whole() then true else follows(case_id) end then true
      else case_id = (select ctx_case())
    end
  );

-- Who withdrew knows that the item waits, and may come back to it; what became of it is not theirs.
alter policy meeting_item_read on meeting_item
  using (exists (select from meeting m where m.id = meeting_item.meeting_id)
    and (state = 'waiting' or (select ctx_role()) <> 'cell_member' or not withdrew(case_id)));

-- The minutes are one text: which of their lines are not for whoever asks.
create function withdrawn_lines(p_meeting uuid) returns setof text language sql stable security definer set search_path = public, pg_temp
  as $$
  select i.case_code from meeting_item i
  where i.meeting_id = p_meeting and ctx_role() = 'cell_member' and withdrew(i.case_id)
$$;
revoke all on function withdrawn_lines from public;
grant execute on function withdrawn_lines to mnio_app;

-- Saying it, and taking it back ------------------------------------------------------------------------------------------------

alter policy meeting_recusal_read on meeting_recusal
  using (case_id = (select ctx_case()) or person_id = (select ctx_person())
    or ((select ctx_role()) = 'cell_member' and whole and org_id = (select ctx_org()))
    or ((select ctx_role()) = 'cell_secretary' and cell_org_id = (select ctx_org())));
alter policy meeting_recusal_said on meeting_recusal
  with check ((select ctx_role()) = 'cell_member' and person_id = (select ctx_person()) and org_id = (select ctx_org()) and ended_at is null
    and exists (select from meeting_item i join meeting m on m.id = i.meeting_id
      where i.id = item_id and i.case_id = meeting_recusal.case_id and i.state = 'waiting' and m.org_id = cell_org_id
        and m.state in ('convened', 'open') and is_convened(m.id)));

-- Who said it; of an institution whose member sits no more, somebody who sits for it now.
create function may_rejoin(p_person uuid, p_whole boolean) returns boolean language sql stable security definer
  set search_path = public, pg_temp
  as $$
  select p_person = ctx_person() or p_whole and not exists (
    select from membership m where m.person_id = p_person and m.org_id = ctx_org() and m.role = 'cell_member'
      and (m.until is null or m.until > wall_clock()))
$$;
revoke all on function may_rejoin from public;
grant execute on function may_rejoin to mnio_app;
create policy meeting_recusal_taken_back on meeting_recusal for update to mnio_app
  using (ended_at is null and (select ctx_role()) = 'cell_member' and org_id = (select ctx_org()) and may_rejoin(person_id, whole)
    and exists (select from meeting_item i join meeting m on m.id = i.meeting_id
      where i.case_id = meeting_recusal.case_id and i.state = 'waiting' and m.state in ('convened', 'open') and is_convened(m.id)))
  with check (ended_by = (select ctx_person()) and ended_at is not null);
grant update (ended_at, ended_by, reason) on meeting_recusal to mnio_app;

-- Past row security: nobody reads what a colleague voted, nor that they did.
create function voice_given(p_case uuid, p_person uuid, p_org uuid, p_standing_in boolean) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  as $$
  select exists (
    select from meeting_item i join meeting_vote v on v.item_id = i.id
      join meeting_member m on m.meeting_id = i.meeting_id and m.person_id = v.person_id
    where i.case_id = p_case and i.state = 'waiting'
      and (v.person_id = p_person or m.org_id = p_org and (not p_standing_in or m.stands_in)))
$$;
revoke all on function voice_given from public;

create function voices_stand() returns trigger language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  if tg_op = 'INSERT' and voice_given(new.case_id, new.person_id, case when new.whole then new.org_id end, false)
    or tg_op = 'UPDATE' and new.ended_at is not null and old.ended_at is null and voice_given(new.case_id, null, new.org_id, true)
  then raise exception 'a voice that was given stands' using errcode = 'check_violation', constraint = 'meeting_recusal_after_voice'; end if;
  return new;
end
$$;
create trigger meeting_recusal_voices before insert or update of ended_at on meeting_recusal
  for each row execute function voices_stand();

create function votes_where_called() returns trigger language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  if exists (select from meeting_item i join meeting_member m on m.meeting_id = i.meeting_id and m.person_id = new.person_id
      join meeting_recusal r on r.case_id = i.case_id and r.ended_at is null
    where i.id = new.item_id and (r.person_id = new.person_id or r.whole and r.org_id = m.org_id))
  then raise exception 'who withdrew does not vote'; end if;
  return new;
end
$$;
revoke all on function voices_stand, votes_where_called from public;
create trigger meeting_vote_withdrawn before insert on meeting_vote for each row execute function votes_where_called();

-- An alternate of the same institution, by whoever withdrew from a case of this meeting: nobody else is called by a member.
create function may_call_in(p_meeting uuid, p_person uuid) returns boolean language sql stable security definer
  set search_path = public, pg_temp
  as $$
  select exists (select from meeting_item i join meeting_recusal r on r.case_id = i.case_id
      where i.meeting_id = p_meeting and i.state = 'waiting' and r.ended_at is null and not r.whole
        and r.person_id = ctx_person() and r.org_id = ctx_org())
    and exists (select from membership m where m.person_id = p_person and m.org_id = ctx_org() and m.role = 'cell_member' and m.alternate
      and (m.until is null or m.until > wall_clock()))
$$;
revoke all on function may_call_in from public;
grant execute on function may_call_in to mnio_app;
create policy meeting_member_called_in on meeting_member for insert to mnio_app
  with check ((select ctx_role()) = 'cell_member' and stands_in and presence = 'absent' and org_id = (select ctx_org())
    and exists (select from meeting m where m.id = meeting_id and m.org_id = cell_org_id and m.state in ('convened', 'open'))
    and may_call_in(meeting_id, person_id));

-- Merging ----------------------------------------------------------------------------------------------------------------------

create or replace function keepings_follow() returns trigger language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  here uuid := new.merged_into;
  at timestamptz := wall_clock();
begin
  update meeting set org_id = here where org_id = new.id;
  update meeting_member set org_id = case org_id when new.id then here else org_id end,
      cell_org_id = case cell_org_id when new.id then here else cell_org_id end
    where new.id in (org_id, cell_org_id);
  update meeting_vote set cell_org_id = here where cell_org_id = new.id;
  update meeting_followup set cell_org_id = here where cell_org_id = new.id;
  update meeting_recusal set cell_org_id = here where cell_org_id = new.id;
  update meeting_recusal set org_id = here where org_id = new.id;
  -- A house that withdrew comes back to the case by no other name; what its member read there, the other reads no more.
  update participation p set until = at, waits_for = null, due_at = null, clock_at = null, line = null
    where p.org_id = here and p.capacity = 'cell_member' and p.until is null and exists (
      select from meeting_recusal r where r.case_id = p.case_id and r.org_id = here and r.whole and r.ended_at is null);
  -- Between the two of them nothing is handed on any more.
  update case_handing set state = 'withdrawn', settled_at = at, reason = 'by_sender'
    where state = 'proposed' and new.id in (from_org_id, to_org_id) and here in (from_org_id, to_org_id);
  update case_handing set from_org_id = here where from_org_id = new.id and to_org_id <> here;
  update case_handing set to_org_id = here where to_org_id = new.id and from_org_id <> here;
  update case_link set made_org = here where made_org = new.id;
  update court_referent set court_id = here where court_id = new.id;
  update service_offer set org_id = here where org_id = new.id and not exists (select from service_offer s where s.org_id = here);
  update saved_view set org_id = here where org_id = new.id
    and not exists (select from saved_view v where v.org_id = here and (v.person_id, v.asked) = (saved_view.person_id, saved_view.asked));
  update notice set org_id = here where org_id = new.id
    and not exists (select from notice n where n.org_id = here and (n.about, n.about_id, n.seq) = (notice.about, notice.about_id, notice.seq));
  update notice_read set org_id = here where org_id = new.id
    and not exists (select from notice_read n where n.org_id = here and n.person_id = notice_read.person_id);
  update glass_opening set org_id = here where org_id = new.id;
  update glass_opening set confirm_org_id = here where confirm_org_id = new.id;
  update glass_opening set told_orgs = array_replace(told_orgs, new.id, here) where new.id = any (told_orgs);
  update organisation_proposal set state = 'withdrawn', settled_by = ctx_person(), settled_at = at
    where state = 'waiting' and new.id in (org_id, into_org);
  return null;
end
$$;
