-- The second wall of links between cases asked less than the first: whoever saw a class as a coarse word, or was told nothing of
-- whence she came, found the row; a link of one kind could bear the class of another; and anybody who read a link could end it. Now
-- PostgreSQL answers as policies do. Of a meeting the worker reads no room any more: no letter says one.
alter table sight add column coarse boolean not null default false;

-- Where Ac.Sé moved a person to another place, its cell's members are not told where they came from.
create function knows_origin(p_case uuid, p_capacity text) returns boolean language sql stable
  as $$
  select p_capacity <> 'cell_member' or exists (
    select from public."case" c where c.id = p_case
      and (c.facts ->> 'host' is distinct from 'acse' or c.facts ->> 'met' is not distinct from c.facts ->> 'territory'))
$$;
revoke all on function knows_origin from public;
grant execute on function knows_origin to mnio_app;

-- Whole, and knowing whence she came: by any of the parts that the organisation takes now.
create or replace function sees_class(p_case uuid, p_class text) returns boolean language sql stable
  as $$
  select coalesce(bool_or(public.knows_origin(p.case_id, p.capacity)) and bool_or(
      public.may_see(p.case_id, p.capacity, p_class)
      and not exists (select from public.sight s where (s.capacity, s.data_class) = (p.capacity, p_class) and s.coarse)), false)
    from public.participation p where p.case_id = p_case and p.org_id = (select public.ctx_org())
      and p.since <= (select public.wall_clock()) and (p.until is null or p.until > (select public.wall_clock()))
$$;

-- What a kind says is of one class, in the row as in the code.
alter table case_link drop constraint case_link_kind_known, drop constraint case_link_class_known,
  add constraint case_link_class_of_kind check (case kind when 'operation' then data_class = 'F' when 'family' then data_class = 'D'
    when 'site' then data_class = 'D' when 'employer' then data_class = 'D' else false end);

-- Taken back by those who made it, or by the cell of both, once and for all.
drop policy case_link_ended on case_link;
create policy case_link_ended on case_link for update to mnio_app
  using (ended_at is null and sees_class(low_id, data_class) and sees_class(high_id, data_class)
    and (made_org = (select ctx_org()) or takes_part(low_id, 'cell') and takes_part(high_id, 'cell')))
  with check (ended_at is not null and ended_by = (select ctx_person()));

revoke select (place) on meeting from mnio_worker;
