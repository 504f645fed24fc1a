-- Whether an act left a child at home, or took it back there: then nobody seeks a place for it any more. What a judge wrote
-- stays unread by whoever makes figures, which learns of these acts alone.
create function went_home(p_command text, p_input jsonb) returns boolean language sql immutable parallel safe
as $$
  select case p_command
    when 'measure.order' then p_input ->> 'measure' = 'home'
    when 'measure.merits' then p_input ->> 'measure' = 'home'
    when 'minor.reception_ended' then p_input ->> 'how' = 'returned'
    else false end
$$;
--> statement-breakpoint
create function homecomings() returns table (case_id uuid, seq integer) language sql stable security definer
  set search_path = public, pg_temp
as $$
  select e.case_id, e.seq from case_event e
  where e.command in ('measure.order', 'measure.merits', 'minor.reception_ended') and went_home(e.command, e.input)
$$;
revoke all on function homecomings from public;
grant execute on function homecomings to mnio_stats;
