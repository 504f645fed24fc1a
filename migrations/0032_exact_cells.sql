-- Exact numbers leave for one report: what another person allowed is read of the tables that this report is filled from, and of no
-- other. Which they are is written here, and a test holds it to the reports. A request that nobody answers lapses, and how many
-- associations flagged is read from what is released.
drop function exact_cells;
create function exact_cells(p_export uuid) returns table (table_id text, at text, n integer) language sql stable security definer
  set search_path = public, pg_temp
as $$
  select c.table_id, c.at, c.n
  from exact_export e join stat.cell c on c.year = e.year
  where e.id = p_export and e.state = 'allowed' and e.asked_by = ctx_person() and ctx_role() = 'miprof'
    and wall_clock() < e.settled_at + interval '1 day'
    and c.table_id = any (case e.report
      when 'associations' then array['complaint_compensation', 'exploiter', 'form_age_sex', 'majority', 'place', 'registrar_status']::text[]
      when 'eurostat' then array['registrar_status', 'status_age_sex', 'status_sex_form', 'status_zone_sex']::text[]
      when 'greta' then array['closure_outcome', 'complaint_compensation', 'place', 'reflection_zone', 'residence_zone', 'status_age_sex', 'status_sex_form', 'status_zone_sex', 'territory_outcome']::text[]
      when 'glotip' then array['citizenship', 'closure_outcome', 'status_age_sex', 'status_sex_form']::text[]
      when 'sdg' then array['status_age_sex', 'status_sex_form']::text[]
    end)
    and (c.table_id !~ '^(territory|found)_' or c.at like 'tot|%')
$$;
revoke all on function exact_cells from public;
grant execute on function exact_cells to mnio_app;
drop function flagging_associations;

alter policy exact_export_settled on exact_export
  using ((select ctx_role()) = 'miprof' and state = 'waiting')
  with check ((select ctx_role()) = 'miprof' and state <> 'waiting' and settled_by = (select ctx_person())
    and (state <> 'allowed' or settled_at < asked_at + interval '14 days'));
