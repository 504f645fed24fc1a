-- A case that was promised to a team and then to others ends before it began, on a day still to come: such a row follows nothing.
create or replace function team_closes_empty() returns trigger language plpgsql security definer set search_path = public, pg_temp
as $$ begin
  if exists (select from caseload where team_id = new.id and (until is null or until > greatest(since, wall_clock()))) then
    raise exception 'a team that follows cases is not closed';
  end if;
  return new;
end $$;
