-- An organisation that was made of the wrong kind is corrected while nobody acts in it: the kind says which roles its people hold, which
-- regimes it may be given and which cases reach it. Once somebody was invited, or a right was given or is asked for beside its accreditation,
-- that was agreed to of the kind that it is: it is closed, and another is made.

-- Whether anything hangs on what it is. Told to the administration alone; to anybody else it has always begun.
create function organisation_begun(p_org uuid) returns boolean language sql stable security definer set search_path = public, pg_temp
  as $$
  select not administers()
    or exists (select from membership m where m.org_id = p_org)
    or exists (select from invitation i where i.org_id = p_org and i.withdrawn_at is null)
    or exists (select from habilitation h where h.org_id = p_org)
    or exists (select from participation p where p.org_id = p_org)
    or exists (select from place p where p.org_id = p_org)
    or exists (select from organisation_proposal p where p_org in (p.org_id, p.into_org) and p.kind <> 'accredit' and p.state = 'waiting')
$$;
revoke all on function organisation_begun from public;
grant execute on function organisation_begun to mnio_app;

create function kind_mended() returns trigger language plpgsql set search_path = public, pg_temp
as $$
begin
  if new.type in ('platform', 'external', 'unknown') or organisation_begun(old.id)
  then raise exception 'an organisation in which something began keeps its kind'; end if;
  return new;
end
$$;
revoke all on function kind_mended from public;
create trigger kind_mended before update of type on organisation for each row
  when (current_user = 'mnio_app' and old.type is distinct from new.type) execute function kind_mended();
