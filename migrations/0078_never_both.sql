-- An association that may join as a civil party is not approved for victim aid (CPP D1-12-5): of the two regimes a house holds one, whoever
-- writes it. What two persons agree on is the text too by which a regime is given, and not its days alone.

-- What ended before today bars nothing: it is written down as it was, and one of two that stood together can be ended.
create function habilitation_apart() returns trigger language plpgsql set search_path = public, pg_temp
as $$
declare
  today date := (wall_clock() at time zone 'Europe/Paris')::date;
begin
  if exists (select from habilitation h
    where h.org_id = new.org_id and new.regime in ('victim_aid', 'civil_party') and h.regime in ('victim_aid', 'civil_party')
      and h.regime <> new.regime and least(h.until, new.until, 'infinity') >= greatest(h.since, new.since, today))
  then raise exception 'of victim aid and civil party a house holds one'; end if;
  return new;
end
$$;
revoke all on function habilitation_apart from public;
create trigger habilitation_apart before insert or update of org_id, regime, since, until on habilitation
  for each row execute function habilitation_apart();

-- As before; the text is that which was agreed as well.
create or replace function habilitation_kept() returns trigger language plpgsql set search_path = public, pg_temp
as $$
declare
  asked_as_before boolean;
begin
  if current_user <> 'mnio_app' then return new; end if;
  if tg_op = 'UPDATE' then
    if (new.org_id, new.regime, new.id) is distinct from (old.org_id, old.regime, old.id)
    then raise exception 'a regime is that of one organisation'; end if;
    asked_as_before := (new.asked_on, new.complete_on) is not distinct from (old.asked_on, old.complete_on);
    if administers() and (new.since, new.decision) is not distinct from (old.since, old.decision)
      and new.until < (wall_clock() at time zone 'Europe/Paris')::date
      and (asked_as_before and new.until < coalesce(old.until, 'infinity')
        or old.asked_on is not null and new.asked_on is null and new.complete_on is null)
    then return new; end if;
  end if;
  if not exists (select from organisation_proposal p where p.id = confirmed_now(new.org_id, 'regime') and p.regime = new.regime
    and (p.body ->> 'since')::date is not distinct from new.since and (p.body ->> 'until')::date is not distinct from new.until
    and (p.body ->> 'askedOn')::date is not distinct from new.asked_on and (p.body ->> 'completeOn')::date is not distinct from new.complete_on
    and p.body ->> 'decision' is not distinct from new.decision)
  then raise exception 'two persons open this right'; end if;
  return new;
end
$$;
