-- Five hundred clocks that could not fire stopped every other one: the failing were remembered for a minute only, and came
-- first again. Two workers took the same row. Jobs of a killed worker waited four hours for the queue to believe that it
-- was dead. So: a worker takes the cases whose clocks are due, for a minute that no other worker shares; a clock that fails
-- is set back, further each time, and can be counted; and each worker says that it lives, so that what a dead one held is
-- taken again. None of these rows says anything of a person, and none is a legal date: those never move. Their instants
-- are real time, `now()`, whatever the demonstration's clock says. They refer to their case and their clock without a
-- foreign key, whose check would wait for whoever acts on that case.
create table firing_lease (
  case_id uuid primary key,
  leased_by uuid not null,
  leased_until timestamptz not null
);
create table deadline_setback (
  deadline_id uuid primary key,
  attempts integer not null check (attempts > 0),
  retry_at timestamptz not null,
  -- The class of the last error. Its message might hold a name.
  error text not null check (length(error) <= 60)
);
create table worker_beat (
  id text primary key,
  steady_since timestamptz not null,
  at timestamptz not null
);
--> statement-breakpoint

alter table firing_lease enable row level security;
alter table firing_lease force row level security;
alter table deadline_setback enable row level security;
alter table deadline_setback force row level security;
alter table worker_beat enable row level security;
alter table worker_beat force row level security;
create policy firing_lease_of_clock on firing_lease to mnio_app using ((select ctx_role()) = 'system');
create policy deadline_setback_of_clock on deadline_setback to mnio_app using ((select ctx_role()) = 'system');
do $$
declare owner text := current_user;
begin
  execute format('create policy firing_lease_for_owner on firing_lease to %I using (true)', owner);
  execute format('create policy deadline_setback_for_owner on deadline_setback to %I using (true)', owner);
  execute format('create policy worker_beat_for_owner on worker_beat to %I using (true)', owner);
end
$$;
grant select, insert, update, delete on firing_lease, deadline_setback to mnio_app;
--> statement-breakpoint
comment on table firing_lease is 'Which cases a worker has taken to fire their clocks, and until when nobody else may.';
comment on table deadline_setback is 'Clocks that could not be fired: how often it was tried, and when it is tried again.';
comment on table worker_beat is 'Which workers live: each says so every few seconds. What a silent one held is taken again.';
