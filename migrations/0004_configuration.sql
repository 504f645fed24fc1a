-- What the mechanism leaves open is decided in dated versions by two people of the administration: one writes, another
-- publishes. PostgreSQL holds both rules, so that no route can forget them. Everybody lives under published versions and
-- may read them. Moving running cases shows the administration their codes and clocks, and nothing else of them.
alter table config_version enable row level security;
alter table config_version force row level security;
create policy config_version_read on config_version for select to mnio_app
  using (state <> 'draft' or (select ctx_role()) = 'admin');
create policy config_version_drafted on config_version for insert to mnio_app
  with check ((select ctx_role()) = 'admin' and state = 'draft' and created_by = (select ctx_person()) and writers = array[(select ctx_person())]);
create policy config_version_decided on config_version for update to mnio_app
  using ((select ctx_role()) = 'admin' and state <> 'withdrawn') with check ((select ctx_role()) = 'admin');
--> statement-breakpoint

-- A published version may only be withdrawn, whole, before its day; the gate knows which day it is.
create function config_version_kept() returns trigger language plpgsql set search_path = public, pg_temp
as $$
begin
  if old.state <> 'draft' then
    if old.state = 'withdrawn' or new.state <> 'withdrawn'
      or (new.version, new.id, new.effective_on, new.body, new.revision, new.based_on, new.created_by, new.writers, new.created_at, new.published_by, new.published_at)
        is distinct from
        (old.version, old.id, old.effective_on, old.body, old.revision, old.based_on, old.created_by, old.writers, old.created_at, old.published_by, old.published_at)
    then raise exception 'a published version never changes'; end if;
  elsif new.state = 'published' then
    if new.published_by is null or new.published_at is null or new.published_by = any (new.writers)
      or new.published_by is distinct from ctx_person()
      or (new.version, new.body, new.effective_on, new.revision, new.writers) is distinct from (old.version, old.body, old.effective_on, old.revision, old.writers)
    then raise exception 'another person publishes what was written, as it was written'; end if;
  elsif not (old.writers <@ new.writers) then raise exception 'who wrote is not forgotten';
  elsif new.body is distinct from old.body and not (ctx_person() = any (new.writers)) then raise exception 'who writes signs';
  end if;
  return new;
end
$$;
--> statement-breakpoint
create trigger config_version_kept before update on config_version for each row execute function config_version_kept();
--> statement-breakpoint

alter table config_move enable row level security;
alter table config_move force row level security;
create policy config_move_of_admin on config_move to mnio_app
  using ((select ctx_role()) in ('admin', 'system')) with check ((select ctx_role()) in ('admin', 'system'));
alter table config_move_case enable row level security;
alter table config_move_case force row level security;
create policy config_move_case_read on config_move_case for select to mnio_app using ((select ctx_role()) in ('admin', 'system'));
create policy config_move_case_written on config_move_case for insert to mnio_app
  with check ((select ctx_role()) = 'system' and case_id = (select ctx_case()));
create policy config_move_case_undone on config_move_case for update to mnio_app
  using ((select ctx_role()) = 'system') with check (case_id = (select ctx_case()));
--> statement-breakpoint

-- The cases of a version, page by page: code, territory, whether the cell has to decide, and the clocks that run. What a
-- case holds, who takes part and who the person is stay where they are.
create function config_cases(p_version text, p_after text, p_limit integer)
  returns table (case_id uuid, code text, territory text, deciding boolean, clocks jsonb)
  language sql stable security definer set search_path = public, pg_temp
as $$
  select c.id, c.code, c.territory, c.identification in ('under_triage', 'review_open'),
    coalesce((
      select jsonb_agg(jsonb_build_object('id', d.id, 'code', d.code, 'startsOn', d.starts_on, 'dueOn', d.due_on,
        'dueAt', to_char(d.due_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'computation', d.computation) order by d.due_at, d.id)
      from deadline d where d.case_id = c.id and d.state = 'running'), '[]')
  from "case" c
  where ctx_role() in ('admin', 'system') and c.config_version = p_version and c.code > p_after
  order by c.code limit p_limit
$$;
revoke all on function config_cases from public;
grant execute on function config_cases to mnio_app;
--> statement-breakpoint
create function config_case_counts() returns table (version text, cases bigint)
  language sql stable security definer set search_path = public, pg_temp
as $$
  select c.config_version, count(*) from "case" c where ctx_role() in ('admin', 'system') group by c.config_version
$$;
revoke all on function config_case_counts from public;
grant execute on function config_case_counts to mnio_app;
--> statement-breakpoint

-- A recipient answers under the version of a case that it does not see yet.
create function config_version_of(p_referral uuid) returns text language sql stable security definer set search_path = public, pg_temp
as $$
  select c.config_version from referral r join "case" c on c.id = r.case_id
  where r.id = p_referral and (ctx_org() in (r.recipient_org_id, r.sender_org_id) or exists (
    select from participation p where p.case_id = r.case_id and p.org_id = ctx_org() and p.until is null))
$$;
revoke all on function config_version_of from public;
grant execute on function config_version_of to mnio_app;
--> statement-breakpoint

-- A move is work for the queue, one job at a time for each move.
create function enqueue_config_move(p_move uuid) returns void language plpgsql security definer
  set search_path = graphile_worker, pg_temp
as $$
begin
  perform graphile_worker.add_job('configuration', json_build_object('id', p_move), job_key := 'configuration:' || p_move);
end
$$;
revoke all on function enqueue_config_move from public;
grant execute on function enqueue_config_move to mnio_app;
--> statement-breakpoint

-- The owner puts the first version in place, and defines the functions above.
do $$
declare owner text := current_user;
begin
  execute format('create policy config_version_for_owner on config_version to %I using (true) with check (true)', owner);
  execute format('create policy case_for_configuration on "case" for select to %I using (true)', owner);
  execute format('create policy referral_for_configuration on referral for select to %I using (true)', owner);
  execute format('create policy participation_for_configuration on participation for select to %I using (true)', owner);
  execute format('create policy deadline_for_configuration on deadline for select to %I using (true)', owner);
end
$$;
--> statement-breakpoint
grant select, insert, update on config_version, config_move, config_move_case to mnio_app;
comment on table config_version is 'What the mechanism leaves open, version by version; a case is pinned to one.';
comment on table config_move is 'Moving running cases from a version to another: who started it, how far it is, whether it was undone.';
comment on table config_move_case is 'What each moved clock was before, so that a move can be undone to the letter.';
