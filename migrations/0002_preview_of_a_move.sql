-- The administration reads what a move to another version of the configuration would change, case by case and by code. It was
-- told where each person lives now, and when their clocks end there: for whoever follows her alone. It is told the
-- territory where she was met, and the days that are counted by it.
create or replace function config_cases(p_version text, p_after text, p_limit integer)
  returns table (case_id uuid, code text, territory text, deciding boolean, clocks jsonb)
  language sql stable security definer set search_path = public, pg_temp
as $$
  select c.id, c.code, c.facts ->> 'met', c.identification in ('under_triage', 'review_open'),
    coalesce((
      select jsonb_agg(jsonb_build_object('id', d.id, 'code', d.code, 'startsOn', d.met_starts_on, 'dueOn', d.met_due_on,
        'dueAt', to_char(d.met_due_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
        'startedAt', to_char(d.started_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'stood', d.stood)
        order by d.met_due_at, d.id)
      from deadline d where d.case_id = c.id and d.state = 'running'), '[]')
  from "case" c
  where ctx_role() in ('admin', 'system') and c.config_version = p_version and c.code > p_after
  order by c.code limit p_limit
$$;
