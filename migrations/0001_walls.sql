-- Who may touch what. PostgreSQL decides rows, from `participation` alone; the application's policy decides acts and
-- fields. The request role owns nothing, cannot pass row security, and cannot rewrite history: it may add events, consents
-- and sealed values, never change or remove them. A test reads these grants back from the catalogue.

-- The context of a request, set for one transaction with set_config(…, true). After its first use in a session an
-- absent setting reads '' and not null, hence nullif.
create function ctx_org() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('app.org', true), '')::uuid $$;
--> statement-breakpoint
create function ctx_person() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('app.person', true), '')::uuid $$;
--> statement-breakpoint
create function ctx_role() returns text language sql stable parallel safe
  as $$ select nullif(current_setting('app.role', true), '') $$;
--> statement-breakpoint
-- The one case whose act is being written. The gate sets it after it has read the case under the organisation's own
-- right and authorised the act, so that the act may also write for the others who take part.
create function ctx_case() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('app.case', true), '')::uuid $$;
--> statement-breakpoint

alter table participation enable row level security;
alter table participation force row level security;
-- CASE and not OR: an OR of two indexed columns is estimated as one row, and the worklist is then sorted whole instead of
-- being read in the order of its index.
create policy participation_own_or_gate on participation to mnio_app
  using (case when org_id = (select ctx_org()) then true else case_id = (select ctx_case()) end)
  with check (case_id = (select ctx_case()));
--> statement-breakpoint

-- EXISTS and not IN: every list is driven from `participation`, fifty rows at a time, and a single case must not cost
-- the reading of all the others of the organisation.
alter table "case" enable row level security;
alter table "case" force row level security;
create policy case_by_participation on "case" to mnio_app
  using (
    id = (select ctx_case())
    or exists (
      select from participation p
      where p.case_id = "case".id and p.org_id = (select ctx_org())
        and p.since <= now() and (p.until is null or p.until > now())
    )
  )
  with check (id = (select ctx_case()));
create policy case_for_figures on "case" for select to mnio_stats using (true);
--> statement-breakpoint

alter table case_event enable row level security;
alter table case_event force row level security;
create policy case_event_with_case on case_event to mnio_app
  using (exists (select from "case" c where c.id = case_event.case_id))
  with check (case_id = (select ctx_case()));
create policy case_event_for_figures on case_event for select to mnio_stats using (true);
--> statement-breakpoint

-- A sealed value opens only to a participation that holds its class: the second wall of the visibility matrix.
alter table compartment enable row level security;
alter table compartment force row level security;
create policy compartment_by_class on compartment for select to mnio_app
  using (
    exists (
      select from participation p
      where p.case_id = compartment.case_id and p.org_id = (select ctx_org())
        and compartment.data_class = any (p.classes)
        and p.since <= now() and (p.until is null or p.until > now())
    )
  );
create policy compartment_written_by_gate on compartment for insert to mnio_app
  with check (case_id = (select ctx_case()));
--> statement-breakpoint

alter table referral enable row level security;
alter table referral force row level security;
create policy referral_of_either_side on referral to mnio_app
  using (
    recipient_org_id = (select ctx_org())
    or case_id = (select ctx_case())
    or exists (
      select from participation p
      where p.case_id = referral.case_id and p.org_id = (select ctx_org())
        and p.since <= now() and (p.until is null or p.until > now())
    )
  )
  with check (case_id = (select ctx_case()));
create policy referral_for_figures on referral for select to mnio_stats using (true);
--> statement-breakpoint

alter table referral_event enable row level security;
alter table referral_event force row level security;
create policy referral_event_with_referral on referral_event to mnio_app
  using (exists (select from referral r where r.id = referral_event.referral_id))
  with check (exists (select from referral r where r.id = referral_event.referral_id and r.case_id = (select ctx_case())));
--> statement-breakpoint

alter table consent enable row level security;
alter table consent force row level security;
create policy consent_with_case on consent to mnio_app
  using (exists (select from "case" c where c.id = consent.case_id))
  with check (case_id = (select ctx_case()));
--> statement-breakpoint

-- The clock looks for what is due in all cases, and reads nothing else of them before the gate lets it in.
alter table deadline enable row level security;
alter table deadline force row level security;
create policy deadline_with_case on deadline to mnio_app
  using (
    case_id = (select ctx_case())
    or (select ctx_role()) = 'system'
    or exists (
      select from participation p
      where p.case_id = deadline.case_id and p.org_id = (select ctx_org())
        and p.since <= now() and (p.until is null or p.until > now())
    )
    or exists (select from referral r where r.id = deadline.referral_id)
  )
  with check (case_id = (select ctx_case()));
--> statement-breakpoint

-- A stay is known to those who take part with class A in the case, and to the structure that owns the place.
alter table stay enable row level security;
alter table stay force row level security;
create policy stay_by_class on stay to mnio_app
  using (
    case_id = (select ctx_case())
    or exists (
      select from participation p
      where p.case_id = stay.case_id and p.org_id = (select ctx_org()) and 'A' = any (p.classes)
        and p.since <= now() and (p.until is null or p.until > now())
    )
    or exists (select from place where place.id = stay.place_id and place.org_id = (select ctx_org()))
  )
  with check (case_id = (select ctx_case()));
create policy stay_for_figures on stay for select to mnio_stats using (true);
--> statement-breakpoint

-- Places are a hidden pool: the national desk sees all, a structure its own, and nobody else that they exist. The gate
-- needs the place of an offer that the case of its act carries.
alter table place enable row level security;
alter table place force row level security;
create policy place_of_desk_or_own on place to mnio_app
  using (org_id = (select ctx_org()) or (select ctx_role()) = 'acse_desk')
  with check (org_id = (select ctx_org()));
create policy place_for_figures on place for select to mnio_stats using (true);
--> statement-breakpoint

alter table place_address enable row level security;
alter table place_address force row level security;
create policy place_address_by_its_own_role on place_address to mnio_location using (true) with check (true);
--> statement-breakpoint

alter table idempotency enable row level security;
alter table idempotency force row level security;
create policy idempotency_own on idempotency to mnio_app
  using (person_id = (select ctx_person())) with check (person_id = (select ctx_person()));
--> statement-breakpoint

alter table draft enable row level security;
alter table draft force row level security;
create policy draft_own on draft to mnio_app
  using (person_id = (select ctx_person())) with check (person_id = (select ctx_person()));
--> statement-breakpoint

alter table notice enable row level security;
alter table notice force row level security;
create policy notice_own on notice for select to mnio_app using (org_id = (select ctx_org()));
create policy notice_told on notice for insert to mnio_app with check ((select ctx_role()) = 'system');
--> statement-breakpoint

-- Audit is written by one function and read by the data protection officer; the clock of checkpoints is the chain itself.
-- Not forced: the function's owner, who owns the table, must be able to append.
alter table audit_event enable row level security;
create policy audit_event_for_dpo on audit_event for select to mnio_app using ((select ctx_role()) = 'dpo');
alter table audit_head enable row level security;
--> statement-breakpoint

-- One chain for each case, and one for what belongs to no case. The hash covers every column of the row and the hash
-- before it, so that a changed, removed, added or reordered row shows. Fields are joined by the unit separator, which
-- the application never lets into a text.
create function audit_content(
  previous bytea, chain text, seq bigint, at timestamptz, person uuid, org uuid, role text,
  action text, object text, outcome text, detail text
) returns bytea language sql stable parallel safe
as $$
  select sha256(convert_to(concat_ws(E'\x1f',
    encode(previous, 'hex'), chain, seq::text,
    to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    coalesce(person::text, '-'), coalesce(org::text, '-'), role, action, object, outcome, detail), 'UTF8'))
$$;
--> statement-breakpoint
create function append_audit(
  p_chain text, p_at timestamptz, p_person uuid, p_org uuid, p_role text,
  p_action text, p_object text, p_outcome text, p_detail text
) returns void language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  head audit_head;
  next_hash bytea;
begin
  insert into audit_head values (p_chain, 0, '\x00') on conflict do nothing;
  select * into head from audit_head where chain = p_chain for update;
  next_hash := audit_content(head.hash, p_chain, head.seq + 1, p_at, p_person, p_org, p_role, p_action, p_object, p_outcome, p_detail);
  insert into audit_event values (
    p_chain, head.seq + 1, p_at, p_person, p_org, p_role, p_action, p_object, p_outcome, p_detail, head.hash, next_hash);
  update audit_head set seq = head.seq + 1, hash = next_hash where chain = p_chain;
end
$$;
revoke all on function append_audit from public;
grant execute on function append_audit to mnio_app, mnio_location;
--> statement-breakpoint

-- Jobs join the transaction of the act that needs them. Only these tasks may be asked for, with ids and nothing else.
create function enqueue(p_task text, p_payload json) returns void language plpgsql security definer
  set search_path = graphile_worker, pg_temp
as $$
begin
  if p_task not in ('tell') then raise exception 'unknown task'; end if;
  perform graphile_worker.add_job(p_task, p_payload);
end
$$;
revoke all on function enqueue from public;
grant execute on function enqueue to mnio_app;
--> statement-breakpoint

-- Whose place an offer would use: the gate must know the recipient without the pool being readable.
create function place_owner(p_place uuid) returns uuid language sql stable security definer set search_path = public, pg_temp
  as $$ select org_id from place where id = p_place and out_of_service is null $$;
revoke all on function place_owner from public;
grant execute on function place_owner to mnio_app;
--> statement-breakpoint

-- Whether a place is taken, and nothing of who takes it: what the desk and the structure see of the pool.
create function taken_places() returns table (place_id uuid, state text, since timestamptz)
  language sql stable security definer set search_path = public, pg_temp
as $$
  select s.place_id, s.state, s.reserved_at from stay s join place p on p.id = s.place_id
  where s.state in ('reserved', 'admitted')
    and (p.org_id = ctx_org() or ctx_role() = 'acse_desk')
$$;
revoke all on function taken_places from public;
grant execute on function taken_places to mnio_app;
--> statement-breakpoint

-- The definer of these functions, and who sweeps what has expired, is the owner of the tables; where it is not a
-- superuser, forced row security would bind it as well.
do $$
declare owner text := current_user;
begin
  execute format('create policy place_for_definer on place to %I using (true) with check (true)', owner);
  execute format('create policy stay_for_definer on stay for select to %I using (true)', owner);
  execute format('create policy place_address_for_owner on place_address to %I using (true) with check (true)', owner);
  execute format('create policy draft_swept on draft for all to %I using (true)', owner);
  execute format('create policy idempotency_swept on idempotency for all to %I using (true)', owner);
  execute format('create policy notice_swept on notice for all to %I using (true)', owner);
end
$$;
--> statement-breakpoint

grant usage on schema public to mnio_app, mnio_location, mnio_stats;
grant select, insert, update on person, session, sign_in_attempt to mnio_app;
grant delete on session, sign_in_attempt, draft, idempotency to mnio_app;
grant select on organisation, membership, habilitation to mnio_app;
grant select, insert, update on "case", participation, referral, stay, deadline to mnio_app;
grant select, insert on case_event, compartment, referral_event, consent, idempotency, notice to mnio_app;
grant select, insert, update on draft to mnio_app;
grant select on place, figure, audit_event to mnio_app;
--> statement-breakpoint
grant select on place_address to mnio_location;
--> statement-breakpoint
-- Figures are made without a code, an identifier that anybody knows, or a person.
grant select (id, territory, opened_at, identification, housing, residence, judicial, minor, closure, facts) on "case" to mnio_stats;
grant select (case_id, seq, at, command) on case_event to mnio_stats;
grant select (case_id, kind, state, reason, sent_at, answered_at) on referral to mnio_stats;
grant select (case_id, state, reserved_at) on stay to mnio_stats;
grant select (id, out_of_service) on place to mnio_stats;
grant select, insert, update on figure to mnio_stats;
--> statement-breakpoint

comment on table participation is 'Which organisation takes part in which case, in which capacity, for which data classes: the one source of row visibility.';
comment on table "case" is 'One person, from the first flag to closure. Region columns are written by the gate from the machine, never by hand.';
comment on table case_event is 'Append-only log of acts; replaying it gives the row of the case.';
comment on table compartment is 'Values of a case by data class, encrypted under a key of that class.';
comment on table place_address is 'Class A: where a shelter is. Read by one route under its own role, and audited.';
comment on table deadline is 'The clocks. A row, never a timer: the worker fires it through the gate, late if it must.';
comment on table audit_event is 'Acts, readings and denials, chained by hash for each case.';
comment on table idempotency is 'What a person already asked under a key: a repeated request is answered, not repeated.';
