-- A child who leaves a place needs another one, unless the judge has sent it home. What a house alone says of where it goes
-- ends no search: a place that is held or ordered does.
create or replace function went_home(p_command text, p_input jsonb) returns boolean language sql immutable parallel safe
as $$
  select case p_command
    when 'measure.order' then p_input ->> 'measure' = 'home'
    when 'measure.merits' then p_input ->> 'measure' = 'home'
    when 'minor.reception_ended' then p_input ->> 'how' = 'returned'
    when 'minor.placement_ended' then p_input ->> 'reason' = 'family'
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
--> statement-breakpoint
-- Cases stored before say by their log alone that a reception goes on, and what the judge decided last.
alter table "case" no force row level security;
alter table case_event no force row level security;
update "case" c set facts = c.facts || jsonb_build_object(
  'received', coalesce((select e.command = 'minor.received' from case_event e
    where e.case_id = c.id and e.command in ('minor.received', 'minor.reception_ended') order by e.seq desc limit 1), false),
  'sentHome', coalesce((select went_home(e.command, e.input) from case_event e
    where e.case_id = c.id and e.command in ('measure.order', 'measure.merits') order by e.seq desc limit 1), false))
where exists (select from case_event e where e.case_id = c.id
  and e.command in ('minor.received', 'measure.order', 'measure.merits'));
alter table case_event force row level security;
alter table "case" force row level security;
