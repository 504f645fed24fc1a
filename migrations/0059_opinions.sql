-- An opinion on the grounds that is given between two meetings is asked of PostgreSQL what a voice in a meeting is: it is its author's own,
-- from a seat that stands, by nobody who is too close to the case; of one house there is one, and the second is of another person and
-- another house than the first. The demonstration tells its stories as the clock does, and what the owner writes stands above this.

-- Whether something ties whoever asks to a case: they, or a house of theirs, flagged it, accompany the person, or withdrew.
create function close_to(p_case uuid) returns boolean language sql stable security definer set search_path = public, pg_temp
  as $$
  select withdrew(p_case)
    or exists (select from case_event e where e.case_id = p_case and e.command = 'case.flag'
      and (e.person_id = ctx_person() or house_today(e.org_id) = ctx_org()))
    or exists (select from participation p
      where p.case_id = p_case and p.capacity = 'referent' and p.until is null and p.org_id = ctx_org())
    or exists (select from ties_of(p_case) t where t.person_id = ctx_person())
$$;

-- The first opinion that waits for a second one: the newest that no finding has answered since. A finding that was only written down, of a
-- case that knew better, answered none.
create function first_opinion(p_case uuid) returns table (person_id uuid, org_id uuid, opinion text) language sql stable security definer
  set search_path = public, pg_temp
  as $$
  select e.person_id, house_today(e.org_id), e.input ->> 'opinion' from case_event e
  where e.case_id = p_case and e.command = 'grounds.propose' and e.struck_by is null
    and not exists (select from case_event l where l.case_id = p_case and l.seq > e.seq and l.struck_by is null
      and l.command in ('grounds.positive', 'triage.reject', 'grounds.record', 'meeting.positive', 'meeting.insufficient')
      and not l.unusual && array['older', 'kept'])
  order by e.seq desc limit 1
$$;

-- Why whoever asks gives no such opinion on the case whose act is being written, or null: they give it.
create function opinion_refused(p_command text) returns text language plpgsql stable security definer set search_path = public, pg_temp
as $$
declare
  spoken record;
begin
  if not coalesce(ctx_role() in ('cell_member', 'cell_secretary'), false) or not seat_lives(ctx_person(), ctx_org())
    or not takes_part(ctx_case(), case ctx_role() when 'cell_secretary' then 'cell' else 'cell_member' end)
  then return 'who holds no seat gives no opinion'; end if;
  if close_to(ctx_case()) then return 'who is too close to a case gives no opinion on it'; end if;
  select * into spoken from first_opinion(ctx_case());
  if p_command = 'grounds.propose' then
    if spoken.org_id = ctx_org() and spoken.person_id <> ctx_person() then return 'one house gives one opinion'; end if;
    return null;
  end if;
  if spoken.opinion is distinct from (case p_command when 'grounds.positive' then 'positive' else 'insufficient' end)
  then return 'no first opinion says so'; end if;
  if spoken.person_id = ctx_person() or spoken.org_id = ctx_org() then return 'two opinions are of two persons of two houses'; end if;
  return null;
end
$$;
revoke all on function close_to, first_opinion, opinion_refused from public;
grant execute on function opinion_refused to mnio_app;

create function opinion_kept() returns trigger language plpgsql set search_path = public, pg_temp
as $$
declare
  refused text;
begin
  if current_user <> 'mnio_app' or ctx_role() = 'system' then return new; end if;
  if (new.person_id, new.org_id, new.role) is distinct from (ctx_person(), ctx_org(), ctx_role())
  then raise exception 'an opinion is given by whose it is' using errcode = 'insufficient_privilege'; end if;
  refused := opinion_refused(new.command);
  if refused is not null then raise exception '%', refused using errcode = 'insufficient_privilege'; end if;
  return new;
end
$$;
create trigger opinion_kept before insert on case_event for each row
  when (new.command in ('grounds.propose', 'grounds.positive', 'triage.reject')) execute function opinion_kept();
