-- The server runs without its owner. What it does by itself (the queue, letters, what expires, counting, listening) was done by
-- the owner of the tables, who passes every wall and can change them: whoever took the server over had all of that. From here on
-- `mnio_worker` does it, a login role that owns nothing and reads no word of a case. The owner signs in to migrate and is let go.

grant usage on schema public to mnio_worker;
grant execute on function wall_clock, append_audit to mnio_worker;
grant select on demonstration_clock to mnio_worker;

-- What the outbox holds is delivered by it. It also puts: the letters about an access that ends.
create policy outbox_worked on outbox to mnio_worker using (true) with check (true);
grant select, delete on outbox to mnio_worker;
grant insert (kind, payload), update (run_at, attempts, locked_until, last_error) on outbox to mnio_worker;

-- The queue's own tables: which minute it is, and the walk of an administrator's change through the cases. Their row security
-- lets nobody pass without a policy.
grant usage on schema graphile_worker to mnio_worker;
grant select on graphile_worker.migrations, graphile_worker.jobs to mnio_worker;
grant select, insert, update, delete on graphile_worker._private_jobs to mnio_worker;
grant select, insert, update on graphile_worker._private_job_queues, graphile_worker._private_known_crontabs to mnio_worker;
grant select, insert on graphile_worker._private_tasks to mnio_worker;
create policy worked on graphile_worker._private_jobs to mnio_worker using (true) with check (true);
create policy worked on graphile_worker._private_job_queues to mnio_worker using (true) with check (true);
create policy worked on graphile_worker._private_known_crontabs to mnio_worker using (true) with check (true);
create policy worked on graphile_worker._private_tasks to mnio_worker using (true) with check (true);
create policy worker_beat_of_worker on worker_beat to mnio_worker using (true) with check (true);
grant select, insert, update, delete on worker_beat to mnio_worker;

-- A letter: where it goes (sealed), what trade is asked and what kind of organisation asks. Of referrals and of their journal it
-- reads those alone that are answered by link, and of these that there was an answer, never which.
create policy referral_link_of_letters on referral_link to mnio_worker using (true) with check (true);
grant select (id, referral_id, generation, address, expires_at, mailed_at) on referral_link to mnio_worker;
grant update (generation, expires_at, mailed_at) on referral_link to mnio_worker;
create policy referral_of_letters on referral for select to mnio_worker
  using (exists (select from referral_link l where l.referral_id = referral.id));
grant select (id, kind, sent_at, sender_org_id) on referral to mnio_worker;
create policy referral_event_of_letters on referral_event for select to mnio_worker
  using (exists (select from referral_link l where l.referral_id = referral_event.referral_id));
grant select (referral_id, seq, command) on referral_event to mnio_worker;
create policy invitation_of_letters on invitation to mnio_worker using (true) with check (true);
grant select (id, generation, email, expires_at, used_at, withdrawn_at, mailed_at), update (mailed_at) on invitation to mnio_worker;

-- Who has access, and has not come back: warned, then out. It ends what stands, and gives nobody anything.
grant select (id, email, seen_at) on person to mnio_worker;
grant select (id, person_id, org_id, role, manager, since, until, warned_at), update (until, warned_at) on membership to mnio_worker;
grant select (id, type, status, review_told), update (review_told) on organisation to mnio_worker;
grant select (id, org_id, regime, until, warned_months), update (warned_months) on habilitation to mnio_worker;
create policy access_review_known on access_review for select to mnio_worker using (true);
grant select (org_id, half) on access_review to mnio_worker;
grant select (person_id, membership_id, revoked_at, absolute_until), update (revoked_at, ended_from), delete on session to mnio_worker;
create trigger membership_only_ends before update of until on membership for each row
  when (current_user = 'mnio_worker' and (new.until is null or old.until <= now() or new.until > coalesce(old.until, 'infinity')))
  execute function refuse_change();
create trigger session_only_ends before update of revoked_at, ended_from on session for each row
  when (current_user = 'mnio_worker' and (new.revoked_at is null or old.revoked_at is not null))
  execute function refuse_change();

-- What has had its time: the worker sees when, and nothing of what it removes.
create policy notice_swept_by_worker on notice to mnio_worker using (true);
grant select (at), delete on notice to mnio_worker;
create policy draft_swept_by_worker on draft to mnio_worker using (true);
grant select (expires_at), delete on draft to mnio_worker;
create policy idempotency_swept_by_worker on idempotency to mnio_worker using (true);
grant select (at), delete on idempotency to mnio_worker;
create policy case_standing_swept_by_worker on case_standing to mnio_worker using (true);
grant select (until), delete on case_standing to mnio_worker;
grant select (as_of) on figure_release to mnio_worker;
create policy firing_lease_swept_by_worker on firing_lease to mnio_worker using (true);
grant select (leased_until), delete on firing_lease to mnio_worker;

-- How many clocks wait, and which could not be fired: by their code and their hour, of no case.
create policy deadline_counted on deadline for select to mnio_worker using (state = 'running');
grant select (id, code, state, next_at) on deadline to mnio_worker;
create policy deadline_setback_of_worker on deadline_setback to mnio_worker using (true);
grant select, update (retry_at), delete on deadline_setback to mnio_worker;

-- Visitors of the demonstration let weeks pass. Nowhere else does anybody, and never back: what has happened is written down.
create function let_time_pass(p_until timestamptz) returns void language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  if not exists (select from drizzle.purpose where purpose = 'demonstration') then raise exception 'time passes in the demonstration alone'; end if;
  insert into demonstration_clock (ahead) values (greatest(p_until - now(), interval '0'))
    on conflict (single) do update set ahead = greatest(demonstration_clock.ahead, excluded.ahead);
end
$$;
revoke all on function let_time_pass from public;
grant execute on function let_time_pass to mnio_worker;

-- What this database is for, and which release prepared it: written by the owner, and asked by a server before it answers.
create table if not exists drizzle.purpose (
  single boolean primary key default true check (single),
  purpose text not null check (purpose in ('demonstration', 'real'))
);
create table drizzle.release (
  single boolean primary key default true check (single),
  digest text not null
);
comment on table drizzle.release is 'Digest of what the release keeps in the database besides its migrations: word lists, sight, first configuration.';
grant usage on schema drizzle to mnio_worker;
grant select on drizzle.__drizzle_migrations, drizzle.purpose, drizzle.release to mnio_worker;
