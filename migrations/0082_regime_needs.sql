-- An act for which a house must hold a regime is written by no house that does not hold it that day, whatever a route would ask. Which acts
-- these are, and of whose roles, is a table of rows, written by migrate from the code. That an association named for the exit programme is
-- approved, which silence may give, is counted by the code alone.
create table regime_need (
  command text not null,
  role text not null,
  regime text not null,
  constraint regime_need_pk primary key (command, role, regime)
);
comment on table regime_need is 'For which acts the house of which roles must hold a regime: written by migrate from the table of the code.';

create function regime_held() returns trigger language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  today date := (wall_clock() at time zone 'Europe/Paris')::date;
begin
  if ctx_role() is distinct from 'system' and (new.org_id, new.role) is distinct from (ctx_org(), ctx_role())
    and exists (select from regime_need n where n.command = new.command)
  then raise exception 'such an act is written by whose it is'; end if;
  if exists (select from regime_need n where (n.command, n.role) = (new.command, new.role)
    and not exists (select from habilitation h where h.org_id = new.org_id and h.regime = n.regime
      and h.since <= today and (h.until is null or h.until >= today)))
  then raise exception 'this house holds no regime for this act'; end if;
  return new;
end
$$;
revoke all on function regime_held from public;
create trigger regime_held before insert on case_event for each row
  when (current_user = 'mnio_app') execute function regime_held();
