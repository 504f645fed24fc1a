-- An act that was entered in error (on the wrong person, twice) is taken back. Its line stays in the log, struck, and says by which
-- line; what it had sealed and the agreements that it wrote down were never this person's, and go. The clocks that it touched are as
-- they were: each act leaves beside a clock what that clock was before it, or that there was none.
alter table case_event
  add column struck_by integer,
  add column struck_at timestamptz,
  add column struck_for text,
  -- What was written before clocks kept their past is never taken back by it.
  add column traced boolean not null default false,
  add constraint case_event_struck_whole check ((struck_by is null) = (struck_at is null) and (struck_by is null) = (struck_for is null)),
  add constraint case_event_struck_later check (struck_by > seq),
  add constraint case_event_struck_for_known check (struck_for is null or struck_for in ('wrong_person', 'entered_twice', 'wrong_entry'));
alter table case_event alter column traced set default true;
comment on column case_event.struck_by is 'The act that took this one back: it was entered in error, and counts no more.';
grant select (struck_by) on case_event to mnio_stats;

-- A letter that had left for somebody who should never have had it is followed by another, which says so.
alter table outbox drop constraint outbox_kind_known,
  add constraint outbox_kind_known check (kind in ('tell', 'mail_link', 'mail_access', 'mail_error'));

create table deadline_trace (
  deadline_id uuid not null,
  case_id uuid not null references "case",
  seq integer not null,
  was jsonb,
  primary key (case_id, seq, deadline_id)
);
create index deadline_trace_deadline_idx on deadline_trace (deadline_id);
comment on table deadline_trace is 'What a clock was before an act of its case touched it; null where the act opened it.';

alter table deadline_trace enable row level security;
alter table deadline_trace force row level security;
create policy deadline_trace_with_clock on deadline_trace for select to mnio_app
  using (exists (select from deadline d where d.id = deadline_trace.deadline_id));
create policy deadline_trace_for_owner on deadline_trace to current_user using (true) with check (true);
grant select on deadline_trace to mnio_app;

-- `app.act` is the number of the act that is being written; what a clock does by itself is no act of anybody's.
create function keep_trace() returns trigger language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  insert into deadline_trace (deadline_id, case_id, seq, was)
    values (new.id, new.case_id, current_setting('app.act')::integer, case tg_op when 'UPDATE' then to_jsonb(old) end)
    on conflict do nothing;
  return null;
end
$$;
revoke all on function keep_trace from public;
create trigger deadline_opened_by after insert on deadline
  for each row when (coalesce(current_setting('app.act', true), '') <> '') execute function keep_trace();
create trigger deadline_touched_by after update on deadline
  for each row when (coalesce(current_setting('app.act', true), '') <> ''
    and (old.state, old.starts_on, old.due_on, old.due_at, old.stood, old.counted_at, old.sealed, old.in_law)
      is distinct from (new.state, new.starts_on, new.due_on, new.due_at, new.stood, new.counted_at, new.sealed, new.in_law))
  execute function keep_trace();

-- An act is struck by who entered it alone, and by the act that says so, which is written with it.
create function struck_by_its_own() returns trigger language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  if not exists (
    select from case_event e where e.case_id = new.case_id and e.seq = new.struck_by and e.command = 'act.undone'
      and e.org_id = new.org_id and e.input ->> 'of' = new.seq::text)
  then raise exception 'no act took it back'; end if;
  return null;
end
$$;
revoke all on function struck_by_its_own from public;
create constraint trigger case_event_struck_by_its_own after update on case_event deferrable initially deferred
  for each row when (new.struck_by is not null) execute function struck_by_its_own();

-- Strikes one act of the case that is being written. A clock of a referral ends with its referral.
create function strike_act(p_seq integer, p_by integer, p_for text, p_at timestamptz) returns void
  language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  if ctx_case() is null then raise exception 'no case is being written'; end if;
  if not takes_part(ctx_case(), null) then raise exception 'no act to strike'; end if;
  update case_event set struck_by = p_by, struck_at = p_at, struck_for = p_for
    where case_id = ctx_case() and seq = p_seq and seq > 1 and struck_by is null and traced and org_id = ctx_org();
  if not found then raise exception 'no act to strike'; end if;
  delete from compartment where case_id = ctx_case() and seq = p_seq;
  delete from consent where case_id = ctx_case() and seq = p_seq;
  delete from deadline d using deadline_trace t
    where t.case_id = ctx_case() and t.seq = p_seq and d.id = t.deadline_id and (t.was is not null or d.referral_id is null);
  insert into deadline select was.* from deadline_trace t, jsonb_populate_record(null::deadline, t.was) was
    where t.case_id = ctx_case() and t.seq = p_seq and t.was is not null;
  delete from deadline_trace where case_id = ctx_case() and seq = p_seq;
end
$$;
revoke all on function strike_act from public;
grant execute on function strike_act to mnio_app;
create policy consent_struck on consent for all to current_user using (true) with check (true);

-- The address of a letter stays sealed in what is to be written to it; one that had not left is never sent.
create function put_error_letters(p_referrals uuid[]) returns void language sql security definer set search_path = public, pg_temp
as $$
  insert into outbox (kind, payload)
    select 'mail_error', jsonb_build_object('link', l.id, 'address', encode(l.address, 'base64'), 'referral', r.id, 'sentAt', r.sent_at)
    from referral r join referral_link l on l.referral_id = r.id
    where r.case_id = ctx_case() and r.id = any(p_referrals) and r.sender_org_id = ctx_org() and takes_part(r.case_id, null)
      and l.mailed_at is not null and l.address is not null
$$;
revoke all on function put_error_letters from public;
grant execute on function put_error_letters to mnio_app;

-- What is destroyed with a file is destroyed there as well: a clock's past tells its days.
create function erase_traces() returns void language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  if ctx_role() is distinct from 'system' or ctx_case() is null then raise exception 'only the clock erases'; end if;
  delete from deadline_trace where case_id = ctx_case();
end
$$;
revoke all on function erase_traces from public;
grant execute on function erase_traces to mnio_app;

-- What was taken back says nothing of danger, nor of where a child went.
create or replace function danger_told_by_another(p_case uuid) returns boolean language sql stable
  as $$
  select exists (
    select from case_event e where e.case_id = p_case and e.org_id <> (select ctx_org()) and e.struck_by is null
      and (
        e.input ->> 'danger' = 'immediate'
        or e.command in ('danger.immediate', 'acse.too_urgent', 'housing.alert', 'minor.placement_alert')
        or (e.command = 'housing.recontacted' and e.input ->> 'news' = 'danger')
        or (e.command = 'acse.refused_after' and e.input ->> 'reason' = 'too_urgent')
      )
      and not exists (
        select from case_event l where l.case_id = p_case and l.seq > e.seq and l.struck_by is null
          and (l.input ->> 'danger' in ('none', 'possible') or l.command = 'housing.ended')))
$$;
create or replace function homecomings() returns table (case_id uuid, seq integer) language sql stable security definer
  set search_path = public, pg_temp
as $$
  select e.case_id, e.seq from case_event e
  where e.command in ('measure.order', 'measure.merits', 'minor.reception_ended', 'minor.placement_ended')
    and e.struck_by is null and went_home(e.command, e.input)
$$;
