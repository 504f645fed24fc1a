-- What a shelter, the police, OFII or another recipient entered on the wrong person, they could not take back: they read too little of
-- the case to be told what rests on it. They ask, and whoever accompanies the person (or keeps the child) concludes, who reads all of it.
-- Whoever asked is answered yes or no, and nothing of what rests on the act.
create table undo_request (
  id uuid primary key,
  case_id uuid not null references "case",
  -- The number of the act in the log of its case.
  seq integer not null,
  reason text not null,
  state text not null,
  asked_by uuid not null references person,
  asked_at timestamptz not null,
  settled_by uuid references person,
  settled_at timestamptz,
  constraint undo_request_state_known check (state in ('asked', 'undone', 'declined')),
  constraint undo_request_reason_known check (reason in ('wrong_person', 'entered_twice', 'wrong_entry')),
  constraint undo_request_settled_whole check ((state = 'asked') = (settled_at is null) and (settled_at is null) = (settled_by is null))
);
create unique index undo_request_open on undo_request (case_id, seq) where state = 'asked';
create index undo_request_act_idx on undo_request (case_id, seq, asked_at);
create index undo_request_waiting_idx on undo_request (asked_at) where state = 'asked';
comment on table undo_request is 'That an act was entered in error, as those who entered it say and cannot take it back alone: who asked, and what became of it.';

-- Who concludes: whoever accompanies the person, or keeps the child.
create function concludes_undo(p_case uuid) returns boolean language sql stable
  as $$ select public.takes_part(p_case, 'referent') or public.takes_part(p_case, 'child_protection') $$;
-- Whether the organisation that asks entered this act.
create function entered_act(p_case uuid, p_seq integer) returns boolean language sql stable
  as $$ select exists (select from public.case_event e where e.case_id = p_case and e.seq = p_seq and e.org_id = (select public.ctx_org())) $$;
revoke all on function concludes_undo, entered_act from public;
grant execute on function concludes_undo, entered_act to mnio_app;

alter table undo_request enable row level security;
alter table undo_request force row level security;
-- In teams, whoever reads the case, as the case itself is read.
create policy undo_request_of_either_side on undo_request for select to mnio_app
  using (case_id = (select ctx_case())
    or ((concludes_undo(case_id) or entered_act(case_id, seq)) and exists (select from "case" c where c.id = undo_request.case_id)));
create policy undo_request_asked on undo_request for insert to mnio_app
  with check (case_id = (select ctx_case()) and state = 'asked' and asked_by = (select ctx_person())
    and takes_part(case_id, null) and entered_act(case_id, seq));
create policy undo_request_declined on undo_request for update to mnio_app
  using (case_id = (select ctx_case()) and state = 'asked' and concludes_undo(case_id))
  with check (case_id = (select ctx_case()) and state = 'declined' and settled_by = (select ctx_person()));
create policy undo_request_for_owner on undo_request to current_user using (true) with check (true);
grant select, insert on undo_request to mnio_app;
grant update (state, settled_by, settled_at) on undo_request to mnio_app;

-- A notice of a request is for whoever reads the request.
create policy notice_of_undo on notice for select to mnio_app
  using (about = 'undo' and org_id = (select ctx_org()) and exists (select from undo_request u where u.id = notice.about_id));

-- An act is struck by those who entered it, or where they asked by who concludes; either way by the act that says so.
create or replace function struck_by_its_own() returns trigger language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  if not exists (
    select from case_event e where e.case_id = new.case_id and e.seq = new.struck_by and e.command = 'act.undone'
      and e.input ->> 'of' = new.seq::text
      and (e.org_id = new.org_id or exists (
        select from undo_request u where u.case_id = new.case_id and u.seq = new.seq and u.state = 'undone' and u.settled_by = e.person_id)))
  then raise exception 'no act took it back'; end if;
  return null;
end
$$;

-- Strikes one act of the case that is being written. A clock of a referral ends with its referral.
create or replace function strike_act(p_seq integer, p_by integer, p_for text, p_at timestamptz) returns void
  language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  asked boolean := concludes_undo(ctx_case())
    and exists (select from undo_request u where u.case_id = ctx_case() and u.seq = p_seq and u.state = 'asked');
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

-- The address of a letter stays sealed in what is to be written to it; one that had not left is never sent.
create or replace function put_error_letters(p_referrals uuid[]) returns void language sql security definer set search_path = public, pg_temp
as $$
  insert into outbox (kind, payload)
    select 'mail_error', jsonb_build_object('link', l.id, 'address', encode(l.address, 'base64'), 'referral', r.id, 'sentAt', r.sent_at)
    from referral r join referral_link l on l.referral_id = r.id
    where r.case_id = ctx_case() and r.id = any(p_referrals) and takes_part(r.case_id, null)
      and l.mailed_at is not null and l.address is not null
      and (r.sender_org_id = ctx_org() or (concludes_undo(r.case_id) and exists (
        select from undo_request u join case_event e on e.case_id = u.case_id and e.seq = u.seq
        where u.case_id = r.case_id and u.state = 'asked' and e.org_id = r.sender_org_id and e.at = r.sent_at)))
$$;

-- What is destroyed with a file is destroyed there as well: a clock's past tells its days, and what was asked says which act was wrong.
create or replace function erase_traces() returns void language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  if ctx_role() is distinct from 'system' or ctx_case() is null then raise exception 'only the clock erases'; end if;
  delete from deadline_trace where case_id = ctx_case();
  delete from idempotency where aggregate_id in (select id from undo_request where case_id = ctx_case());
  delete from undo_request where case_id = ctx_case();
end
$$;
