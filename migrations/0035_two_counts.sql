-- A clock keeps two counts of its days: where the person is, by which it acts, and where the person was met, which is told to
-- whoever may not know where the person is. Beside them stands what was counted, which is of no place: from when, how long,
-- and when the clock stood still. So nobody has to guess from how a count is shown how it was made.
alter table deadline add column met_starts_on date not null;
alter table deadline add column met_due_on date not null;
alter table deadline add column met_due_at timestamp with time zone not null;
alter table deadline add column met_computation text[] not null;
alter table deadline add column started_at timestamp with time zone;
alter table deadline add column counted_at timestamp with time zone not null;
alter table deadline add column length integer not null;
alter table deadline add column unit text not null;
alter table deadline add column since_majority boolean not null default false;
alter table deadline add column stood jsonb not null default '[]';
--> statement-breakpoint
-- When a clock spoke and what it said, by the second count.
alter table case_event add column met_at timestamp with time zone;
alter table case_event add column met_input jsonb;
-- The clock that took a step of a referral: its moment is told by the count of whoever reads it.
alter table referral_event add column deadline_id uuid;
--> statement-breakpoint
create or replace function erase_sealed(p_words jsonb) returns void language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  if ctx_role() is distinct from 'system' or ctx_case() is null then raise exception 'only the clock erases'; end if;
  delete from compartment where case_id = ctx_case();
  -- Words that people wrote to one another, and the clocks from which a birth date can be read.
  update referral_event e set input = '{}' from referral r where r.id = e.referral_id and r.case_id = ctx_case();
  update referral set preview = preview - 'needs' where case_id = ctx_case();
  delete from deadline where case_id = ctx_case() and (code like 'D-MAJORITY%' or code like 'D-LIMIT%MINOR');
  update deadline set computation = '{}', met_computation = '{}', sealed = null where case_id = ctx_case();
  update case_event set input = input - array(select jsonb_array_elements_text(p_words -> command))
    where case_id = ctx_case() and p_words ? command;
end
$$;
--> statement-breakpoint
create or replace function erase_identity() returns void language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  if ctx_role() is distinct from 'system' or ctx_case() is null then raise exception 'only the clock erases'; end if;
  delete from compartment where case_id = ctx_case() and data_class = 'B';
  delete from deadline where case_id = ctx_case() and code like 'D-MAJORITY%';
  update deadline set computation = array['month'], met_computation = array['month'], sealed = null
    where case_id = ctx_case() and sealed is not null;
end
$$;
--> statement-breakpoint
create or replace function config_cases(p_version text, p_after text, p_limit integer)
  returns table (case_id uuid, code text, territory text, deciding boolean, clocks jsonb)
  language sql stable security definer set search_path = public, pg_temp
as $$
  select c.id, c.code, c.territory, c.identification in ('under_triage', 'review_open'),
    coalesce((
      select jsonb_agg(jsonb_build_object('id', d.id, 'code', d.code, 'startsOn', d.starts_on, 'dueOn', d.due_on,
        'dueAt', to_char(d.due_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
        'startedAt', to_char(d.started_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'stood', d.stood) order by d.due_at, d.id)
      from deadline d where d.case_id = c.id and d.state = 'running'), '[]')
  from "case" c
  where ctx_role() in ('admin', 'system') and c.config_version = p_version and c.code > p_after
  order by c.code limit p_limit
$$;
--> statement-breakpoint
-- They let the owner seal the days that an earlier release had left in clear: no release comes after such a one any more.
drop policy participation_sealed on participation;
drop policy config_move_case_sealed on config_move_case;
--> statement-breakpoint
comment on column deadline.met_due_on is 'As counted where the person was met: told to whoever may not know where the person is.';
comment on column deadline.started_at is 'The moment of what opened it; null where it runs from the civil day of a document.';
comment on column deadline.counted_at is 'When it was counted: alerts that were past by then are left out.';
comment on column deadline.stood is 'The times that it stood still.';
comment on column case_event.met_at is 'When its clock spoke by the count of where the person was met.';
