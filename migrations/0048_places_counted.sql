-- Places are counted again, for releases alone: how many of each pool are in service and how many of them are taken, and never who is
-- where. Whoever makes figures reads neither the inventory nor the stays. Places of the asylum scheme are counted nowhere.
-- And what one association flagged is found without looking at everybody.

-- The key says who lives there without naming anybody: the same people have the same noise in every release, as in every other count.
create function stat.beds() returns table (pool text, capacity integer, occupied integer, key bigint)
  language sql stable security definer set search_path = public, pg_temp
as $$
  select p.kind, (count(*) filter (where p.out_of_service is null or s.id is not null))::int, count(s.id)::int,
    ('x' || left(encode(sha256(convert_to(coalesce(string_agg(s.case_id::text, ',' order by s.case_id), ''), 'UTF8')), 'hex'), 8))::bit(32)::bigint
  from place p left join stay s on s.place_id = p.id and s.state = 'admitted'
  where p.kind <> 'dna' group by p.kind
$$;
revoke all on function stat.beds from public;
grant execute on function stat.beds to mnio_stats;

-- A release counts apart what each of some two hundred associations flagged: each is read by itself, and not by a walk through all.
create index person_registrar on stat.person (registrar, year);
