-- What ties a member of a cell to a case by another house of theirs is told them as far as they read the case there; and places in service
-- are counted alone.

-- As before, of a case in which the house of whoever asks takes part. `reads`: whether this person reads it in the other house too.
drop function ties_of(uuid);
create function ties_of(p_case uuid) returns table (person_id uuid, org_id uuid, tie text, reads boolean) language sql stable security definer
  set search_path = public, pg_temp
  as $$
  with close as materialized (
    select house_today(e.org_id) as org_id, 'flagged' as tie from case_event e where e.case_id = p_case and e.command = 'case.flag'
    union select p.org_id, 'follows' from participation p where p.case_id = p_case and p.capacity = 'referent' and p.until is null
    union select r.org_id, 'withdrew' from meeting_recusal r where r.case_id = p_case and r.whole and r.ended_at is null)
  select distinct m.person_id, c.org_id, c.tie, exists (select from reading_of(c.org_id, m.person_id) r
    where r.reads = 'all' or exists (select from caseload f where f.case_id = p_case and f.org_id = c.org_id
      and (f.team_id = any (r.teams) or f.person_id = any (r.stands)) and tstzrange(f.since, f.until) @> wall_clock()))
  from close c join membership m on m.org_id = c.org_id
  where takes_part(p_case, null) and (m.until is null or m.until > wall_clock()) and (p_case = ctx_case() or m.person_id = ctx_person())
    and exists (select from membership s where s.person_id = m.person_id and s.org_id <> m.org_id
      and s.role in ('cell_member', 'cell_secretary') and (s.until is null or s.until > wall_clock()))
$$;
revoke all on function ties_of from public;
grant execute on function ties_of to mnio_app;

-- As before, but that a place out of service is none in service, though somebody lives there: they are no occupancy of those either.
create or replace function stat.beds() returns table (pool text, capacity integer, occupied integer, key bigint)
  language sql stable security definer set search_path = public, pg_temp
as $$
  select p.kind, (count(*) filter (where p.out_of_service is null))::int, (count(s.id) filter (where p.out_of_service is null))::int,
    ('x' || left(encode(sha256(convert_to(coalesce(string_agg(s.case_id::text, ',' order by s.case_id)
      filter (where p.out_of_service is null), ''), 'UTF8')), 'hex'), 8))::bit(32)::bigint
  from place p left join stay s on s.place_id = p.id and s.state = 'admitted'
  where p.kind <> 'dna' group by p.kind
$$;
