-- As before; the appeal on points of law against the asylum court is told of those alone who seek asylum as well: it leaves for no figure.
create or replace function stat.life_of(p_cases uuid[])
  returns table (case_id uuid, life jsonb, merged boolean, erased boolean, moved_at timestamptz)
  language sql stable security definer set search_path = public, pg_temp
as $$
  with said as (select 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"' as format)
  select c.id, jsonb_build_object(
      'openedAt', to_char(c.opened_at at time zone 'UTC', format),
      'territory', c.territory,
      'regions', jsonb_build_object('identification', c.identification, 'housing', c.housing, 'residence', c.residence,
        'judicial', c.judicial, 'minor', c.minor, 'closure', c.closure),
      'facts', (select coalesce(jsonb_object_agg(f.key, case when f.key = 'channel' and f.value = '"asylum"' then '"other"' else f.value end), '{}')
        from jsonb_each(c.facts) f
        where f.key in ('met', 'territory', 'ageGroup', 'ageBand', 'sex', 'nationality', 'citizenship', 'forms', 'finerForms', 'sector', 'exploitedFrom', 'exploitedIn', 'recruitedHow', 'housedByExploiter', 'identificationDeclined', 'reached', 'channel', 'foundIn', 'reflection', 'compensation', 'identificationBefore')),
      'registrar', (select e.org_id from case_event e where e.case_id = c.id and e.command = 'case.flag' order by e.seq limit 1),
      'registrarRole', (select nullif(e.role, 'ofii') from case_event e where e.case_id = c.id and e.command = 'case.flag' order by e.seq limit 1),
      'takenOver', exists (select from case_event e where e.case_id = c.id and e.struck_by is null
        and e.unusual && '{form.from_file,form.taken_over}'),
      'acts', (select coalesce(jsonb_agg(jsonb_build_object('command', e.command, 'role', case e.role when 'system' then e.role else 'person' end,
            'at', to_char(e.at at time zone 'UTC', format)) order by e.seq), '[]')
        from case_event e where e.case_id = c.id and e.struck_by is null
          and e.command !~ '^(asylum|reception|transfer|dna)[.]'),
      'referrals', (select coalesce(jsonb_agg(jsonb_build_object('kind', r.kind, 'state', r.state, 'answer', r.answer, 'reason', r.reason,
            'sentAt', to_char(r.sent_at at time zone 'UTC', format), 'answeredAt', to_char(r.answered_at at time zone 'UTC', format))
            order by r.sent_at, r.id), '[]')
        from referral r where r.case_id = c.id and r.kind not in ('dna', 'dna_place')),
      'clocks', (select coalesce(jsonb_agg(distinct jsonb_build_object('code', d.code, 'state', d.state,
            'missed', d.fired_at is not null)), '[]')
        from deadline d where d.case_id = c.id and d.code !~
          '^(D-MAJORITY|D-ASILE|D-ASYLUM|D-HELD-ASYLUM|D-TRANSFER|D-APPEAL-TRANSFER|D-APPEAL-CNDA|D-APPEAL-CMA|MNIO-DNA|MNIO-OFII|MNIO-CONSENT-ASYLUM|MNIO-ROUTE|MNIO-REHOUSE)')),
    c.identification = 'duplicate_merged',
    exists (select from case_event e where e.case_id = c.id and e.command = 'case.erase' and e.struck_by is null),
    greatest(c.updated_at, (select max(r.moved_at) from referral r where r.case_id = c.id),
      (select max(d.fired_at) from deadline d where d.case_id = c.id))
  from "case" c, said where c.id = any(p_cases)
$$;
