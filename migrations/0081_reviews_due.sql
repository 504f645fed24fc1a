-- Which houses have not confirmed the review of a half-year is known to the administration and to whoever answers for data protection, and
-- nothing of what a review says. Whoever is to confirm it is written to again before the half-year ends. What a review does not confirm, an
-- emergency, a request before its answer, a link, is told beside it to whoever manages access in the house that opened, holds or sent it.

create policy access_review_counted on access_review for select to current_user using (true);

-- Of houses in which somebody works. `managers`: how many could confirm it.
create function reviews_due(p_half text) returns table (org_id uuid, managers bigint)
  language sql stable security definer set search_path = public, pg_temp
as $$
  select o.id, count(distinct m.person_id) filter (where m.manager)
  from organisation o join membership m on m.org_id = o.id and (m.until is null or m.until > wall_clock())
  where (administers() or ctx_role() = 'dpo' and exists (select from membership d where d.person_id = ctx_person() and d.org_id = ctx_org()
      and d.role = 'dpo' and (d.until is null or d.until > wall_clock()))) and o.status = 'accredited'
    and not exists (select from access_review r where r.org_id = o.id and r.half = p_half)
  group by o.id
$$;

-- Emergency accesses by this house since a day, or that are open; links that it sent, until they run out, whatever was answered: what became
-- of a yes is not told to every sender.
create function access_beside(p_org uuid, p_since date) returns table (kind text, code text, by_whom text, at timestamptz, until timestamptz)
  language sql stable security definer set search_path = public, pg_temp
as $$
  select 'opening', c.code, p.display_name, g.opened_at, g.until
  from glass_opening g join "case" c on c.id = g.case_id left join person p on p.id = g.person_id
  where manages(p_org) and g.org_id = p_org and (g.state = 'open' or g.opened_at >= p_since::timestamp at time zone 'Europe/Paris')
  union all
  select 'link', null, l.masked, r.sent_at, l.expires_at
  from referral_link l join referral r on r.id = l.referral_id
  where manages(p_org) and r.sender_org_id = p_org and l.expires_at > wall_clock()
  order by 1 desc, 4 desc limit 500
$$;

-- How many requests this house may read before it has answered.
create function previews_of(p_org uuid) returns bigint language sql stable security definer set search_path = public, pg_temp
as $$
  select count(*) from referral r
  where manages(p_org) and r.recipient_org_id = p_org and r.state in ('sent', 'questioned', 'escalated')
$$;
revoke all on function reviews_due, access_beside, previews_of from public;
grant execute on function reviews_due, access_beside, previews_of to mnio_app;

alter table organisation add column review_told_again text;
comment on column organisation.review_told_again is 'Of which half-year those who manage access here were told, shortly before its end, that the review is still due.';
grant select (review_told_again), update (review_told_again) on organisation to mnio_worker;
