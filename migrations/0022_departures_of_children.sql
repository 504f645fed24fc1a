-- A child who leaves a place needs another one, unless it goes to one already or the judge has sent it home. That it fled, or
-- left for a reason nobody names, ends no search.
create or replace function went_home(p_command text, p_input jsonb) returns boolean language sql immutable parallel safe
as $$
  select case p_command
    when 'measure.order' then p_input ->> 'measure' = 'home'
    when 'measure.merits' then p_input ->> 'measure' = 'home'
    when 'minor.reception_ended' then p_input ->> 'how' = 'returned'
    when 'minor.placement_ended' then p_input ->> 'reason' in ('elsewhere', 'family')
    else false end
$$;
--> statement-breakpoint
create or replace function homecomings() returns table (case_id uuid, seq integer) language sql stable security definer
  set search_path = public, pg_temp
as $$
  select e.case_id, e.seq from case_event e
  where e.command in ('measure.order', 'measure.merits', 'minor.reception_ended', 'minor.placement_ended')
    and went_home(e.command, e.input)
$$;
