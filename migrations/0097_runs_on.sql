-- A regime that runs today runs on, whatever two persons agree shall follow it: one row is kept of a regime, and a start to come that was
-- written over it would close the acts of its house until then. Who ends one does it as an end, today or before.

-- Three years, four months and two months are lengths of the code, as in `approved_on`.
create function regime_runs(p_one habilitation, p_day date) returns boolean language sql immutable
  set search_path = public, pg_temp
as $$
  select exists (
    select from (select case when p_one.regime = 'psp' and (p_one.since is null or p_one.asked_on > p_one.since)
        then (least(p_one.complete_on, (p_one.asked_on + interval '2 months')::date) + interval '4 months')::date end as on_day) silent
      cross join lateral (values (p_one.since, p_one.until),
        (silent.on_day, case when p_one.since is null then p_one.until end)) term(begins, ends)
    where p_day between term.begins
      and coalesce(term.ends, case when p_one.regime = 'psp' then (term.begins + interval '3 years')::date end, 'infinity'))
$$;
revoke all on function regime_runs from public;

create function habilitation_runs_on() returns trigger language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  today date := (wall_clock() at time zone 'Europe/Paris')::date;
begin
  if new.until < today then return new; end if;
  if regime_runs(old, today) and not regime_runs(new, today)
  then raise exception 'a regime that runs is not stopped by what follows it'; end if;
  return new;
end
$$;
revoke all on function habilitation_runs_on from public;
create trigger habilitation_runs_on before update of since, until, asked_on, complete_on on habilitation for each row
  when (current_user = 'mnio_app') execute function habilitation_runs_on();
