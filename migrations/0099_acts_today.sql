-- Whoever reads a case is told that somebody accompanies the person by the same fact by which the cell hears that nobody does any more, and by
-- which the gate names another: somebody acts there today. Until now a house in which nobody had access was shown as accompanying.

grant execute on function acts_today to mnio_app;

create or replace function is_accompanied(p_case uuid) returns boolean language sql stable security definer set search_path = public, pg_temp
  as $$
  select reads_case(p_case) and takes_part(p_case, null)
    and exists (select from participation p where p.case_id = p_case and p.capacity = 'referent' and p.until is null and acts_today(p.org_id))
$$;

-- Whether nobody of a cell can read a running case, as whoever flagged it was told: for those who accompany the person, and false for all others.
create function cell_unread(p_case uuid) returns boolean language sql stable security definer set search_path = public, pg_temp
  as $$
  select reads_case(p_case) and takes_part(p_case, 'referent')
    and exists (select from "case" c where c.id = p_case and c.closure not like 'closed\_%')
    and not exists (select from participation p where p.case_id = p_case and p.capacity = 'cell' and p.until is null and acts_today(p.org_id))
$$;
revoke all on function cell_unread from public;
grant execute on function cell_unread to mnio_app;
