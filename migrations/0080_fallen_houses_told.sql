-- A house that is suspended or closed answers nothing here any more, and whoever sleeps there is no less there. Who accompanies the person and
-- the desk that keeps such places are told at once where somebody sleeps or was to, and the cell where nobody accompanies her: told of all of
-- them in one minute, it would learn who sleeps under one roof. Who asked it, who accompanies and the cell, where it had not answered. Each
-- reads of it what it may read of that request, and no name.

-- Asked as the house falls, and not again where it is closed after it was suspended: no place of it was given meanwhile. Whoever administers
-- learns of no case. Gives how many requests are told.
create function tell_fallen(p_org uuid) returns bigint language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  minute int := floor(extract(epoch from wall_clock()) / 60)::int;
  told bigint;
begin
  if not administers() then raise exception 'the administration closes and suspends'; end if;
  with fallen as (
    select r.id, r.case_id, r.sender_org_id, bed.pool
    from referral r join "case" c on c.id = r.case_id and c.closure not like 'closed\_%'
      join organisation o on o.id = p_org and o.status in ('suspended', 'closed')
      left join lateral (select s.pool from stay s join place p on p.id = s.place_id
        where s.referral_id = r.id and s.state in ('reserved', 'admitted') and p.org_id = p_org limit 1) bed on true
    where bed.pool is not null or r.recipient_org_id = p_org and r.state in ('sent', 'questioned', 'escalated')),
  hears as (
    select f.id, p.org_id from fallen f join participation p on p.case_id = f.case_id and p.until is null
    where p.capacity in ('referent', case f.pool when 'acse' then 'acse' when 'dna' then 'ofii' when 'minor' then 'child_protection' end)
      or p.capacity = 'cell' and (f.pool is null or not exists (select from participation a join organisation h on h.id = a.org_id
        where a.case_id = f.case_id and a.capacity = 'referent' and a.until is null and h.status = 'accredited' and h.id <> p_org))
    union select id, sender_org_id from fallen where pool is null)
  insert into outbox (kind, payload)
    select 'tell', jsonb_build_object('about', 'referral', 'id', h.id, 'to', jsonb_agg(h.org_id order by h.org_id),
      'line', jsonb_build_object('about', 'fallen', 'id', h.id, 'seq', minute))
    from hears h join organisation o on o.id = h.org_id and o.status = 'accredited'
    where h.org_id <> p_org group by h.id order by h.id;
  get diagnostics told = row_count;
  return told;
end
$$;
revoke all on function tell_fallen from public;
grant execute on function tell_fallen to mnio_app;

-- As before, and of a request whose house fell.
create or replace function hears_of(p_about text, p_id uuid) returns boolean language plpgsql stable
  as $$ begin
  return case p_about
    when 'case' then exists (select from public.participation p where p.case_id = p_id and p.org_id = public.ctx_org())
    when 'left' then exists (select from public.participation p where p.case_id = p_id and p.org_id = public.ctx_org())
    when 'referral' then exists (select from public.referral r where r.id = p_id)
    when 'reminder' then exists (select from public.referral r where r.id = p_id)
    when 'fallen' then exists (select from public.referral r where r.id = p_id)
    when 'meeting' then exists (select from public.meeting m where m.id = p_id)
    when 'opening' then exists (select from public.glass_opening g where g.id = p_id)
    when 'caseload' then exists (select from public.caseload c where c.id = p_id)
    when 'handing' then exists (select from public.case_handing h where h.id = p_id)
    else false end;
end $$;
