-- An opinion between two meetings counts for the seat of whoever gave it, as that seat stands when the second is given: not once the seat
-- ended, the house takes no part any more, or something ties its author to the case. One house holds one opinion, the last that it gave,
-- and what others said stands beside it: one that says the contrary held off every second one, as often as it was given again.

-- Houses that are close to a case, and by what. Who is close is asked of these and of nothing else.
create function close_houses(p_case uuid) returns table (org_id uuid, tie text) language sql stable security definer
  set search_path = public, pg_temp
  as $$
  select house_today(e.org_id), 'flagged' from case_event e where e.case_id = p_case and e.command = 'case.flag'
  union select p.org_id, 'follows' from participation p where p.case_id = p_case and p.capacity = 'referent' and p.until is null
  union select r.org_id, 'withdrew' from meeting_recusal r where r.case_id = p_case and r.whole and r.ended_at is null
$$;

-- As before, of the houses that are close by the function above.
create or replace function ties_of(p_case uuid) returns table (person_id uuid, org_id uuid, tie text, reads boolean) language sql stable
  security definer set search_path = public, pg_temp
  as $$
  with close as materialized (select h.org_id, h.tie from close_houses(p_case) h)
  select distinct m.person_id, c.org_id, c.tie, exists (select from reading_of(c.org_id, m.person_id) r
    where r.reads = 'all' or exists (select from caseload f where f.case_id = p_case and f.org_id = c.org_id
      and (f.team_id = any (r.teams) or f.person_id = any (r.stands)) and tstzrange(f.since, f.until) @> wall_clock()))
  from close c join membership m on m.org_id = c.org_id
  where takes_part(p_case, null) and (m.until is null or m.until > wall_clock()) and (p_case = ctx_case() or m.person_id = ctx_person())
    and exists (select from membership s where s.person_id = m.person_id and s.org_id <> m.org_id
      and s.role in ('cell_member', 'cell_secretary') and (s.until is null or s.until > wall_clock()))
$$;

-- Whether something ties somebody to a case: they flagged it or withdrew, or a house where they work is close to it.
create function close_as(p_case uuid, p_person uuid) returns boolean language sql stable security definer set search_path = public, pg_temp
  as $$
  select exists (select from meeting_recusal r where r.case_id = p_case and r.person_id = p_person and r.ended_at is null)
    or exists (select from case_event e where e.case_id = p_case and e.command = 'case.flag' and e.person_id = p_person)
    or exists (select from close_houses(p_case) h join membership m on m.org_id = h.org_id
      where m.person_id = p_person and (m.until is null or m.until > wall_clock()))
$$;
drop function close_to(uuid);
drop function first_opinion(uuid);

-- The first opinions that wait for a second one: the last of each house that no finding has answered since, and whether it counts. A finding
-- that was only written down, of a case that knew better, answered none. Of houses that became one, the last of them all counts.
create function first_opinions(p_case uuid) returns table (person_id uuid, org_id uuid, house uuid, opinion text, counts boolean)
  language sql stable security definer set search_path = public, pg_temp
  as $$
  select o.person_id, o.org_id, o.house, o.opinion,
    row_number() over (partition by o.house order by o.seq desc) = 1 and seat_lives(o.person_id, o.house)
    and exists (select from participation p where p.case_id = p_case and p.org_id = o.house and p.capacity in ('cell', 'cell_member')
      and (p.until is null or p.until > wall_clock()))
    and not close_as(p_case, o.person_id)
  from (select distinct on (e.org_id) e.seq, e.person_id, e.org_id, house_today(e.org_id) as house, e.input ->> 'opinion' as opinion
    from case_event e
    where e.case_id = p_case and e.command = 'grounds.propose' and e.struck_by is null
      and not exists (select from case_event l where l.case_id = p_case and l.seq > e.seq and l.struck_by is null
        and l.command in ('grounds.positive', 'triage.reject', 'grounds.record', 'meeting.positive', 'meeting.insufficient')
        and not l.unusual && array['older', 'kept'])
    order by e.org_id, e.seq desc) o
$$;

-- Whose first opinion counts no more: told to who sits in the cell of the case, as the pages say why nothing is concluded on it.
create function fallen_opinions(p_case uuid) returns table (person_id uuid, org_id uuid) language sql stable security definer
  set search_path = public, pg_temp
  as $$
  select o.person_id, o.org_id from first_opinions(p_case) o
  where not o.counts and (takes_part(p_case, 'cell') or takes_part(p_case, 'cell_member'))
$$;

-- As before, but for which first opinions are asked.
create or replace function opinion_refused(p_command text) returns text language plpgsql stable security definer set search_path = public, pg_temp
as $$
declare
  said text := case p_command when 'grounds.positive' then 'positive' else 'insufficient' end;
begin
  if not coalesce(ctx_role() in ('cell_member', 'cell_secretary'), false) or not seat_lives(ctx_person(), ctx_org())
    or not takes_part(ctx_case(), case ctx_role() when 'cell_secretary' then 'cell' else 'cell_member' end)
  then return 'who holds no seat gives no opinion'; end if;
  if close_as(ctx_case(), ctx_person()) then return 'who is too close to a case gives no opinion on it'; end if;
  if p_command = 'grounds.propose' then
    if exists (select from first_opinions(ctx_case()) o where o.counts and o.house = ctx_org() and o.person_id <> ctx_person())
    then return 'one house gives one opinion'; end if;
    return null;
  end if;
  if not exists (select from first_opinions(ctx_case()) o where o.counts and o.opinion = said)
  then return 'no first opinion says so'; end if;
  if not exists (select from first_opinions(ctx_case()) o where o.counts and o.opinion = said
    and o.person_id <> ctx_person() and o.house <> ctx_org())
  then return 'two opinions are of two persons of two houses'; end if;
  return null;
end
$$;
revoke all on function close_houses, close_as, first_opinions, fallen_opinions from public;
grant execute on function fallen_opinions to mnio_app;
