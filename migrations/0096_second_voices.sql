-- Where a first opinion stands, the second comes from another institution. One that takes its seat afterwards reads the case only once
-- a meeting opens it: the cell is told which institutions could give it and whether they read the case, or nobody would ever be called.
create function second_voices(p_case uuid) returns table (org_id uuid, org_type text, name text, reads boolean)
  language sql stable security definer set search_path = public, pg_temp
  as $$
  select o.id, o.type, o.name, exists (select from participation p where p.case_id = p_case and p.org_id = o.id
      and p.capacity = 'cell_member' and (p.until is null or p.until > wall_clock()))
    from organisation o join organisation cell on cell.id = ctx_org() and cell.territory = o.territory
    where reads_case(p_case) and takes_part(p_case, 'cell') and o.status = 'accredited' and o.id <> cell.id
      and exists (select from membership m where m.org_id = o.id and m.role = 'cell_member' and (m.until is null or m.until > wall_clock()))
      and not exists (select from participation p where p.case_id = p_case and p.org_id = o.id and p.capacity in ('flagger', 'referent'))
      and not exists (select from meeting_recusal r where r.case_id = p_case and r.org_id = o.id and r.whole and r.ended_at is null)
    order by o.name, o.id
$$;
revoke all on function second_voices from public;
grant execute on function second_voices to mnio_app;
