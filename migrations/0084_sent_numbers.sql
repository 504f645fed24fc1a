-- What was sent exactly is known to whoever holds it, and every later release of that year is attacked with it. The numbers themselves are
-- forgotten after their day: which reports were allowed and when is enough, since the store counts how things stood at any instant.
create function stat.sent_exact(p_year integer) returns table (report text, at timestamptz) language sql stable security definer
  set search_path = public, pg_temp
as $$
  select e.report, e.settled_at from exact_export e
  where e.year = p_year and e.state = 'allowed'
  order by e.settled_at, e.id
$$;
revoke all on function stat.sent_exact from public;
grant execute on function stat.sent_exact to mnio_stats;
