-- What an association tells late of a person for figures and partners (kinds of sexual exploitation, methods of control, ties with who
-- recruited or exploits them, year of birth) was kept in clear with the facts of the case, and stayed when its identity was erased. It
-- is sealed now, with the account or the identity. SQL holds no key: what stood in clear is taken out, and a case that loses an
-- answer so says it to whoever follows the person, who asks again: the line of its desks is written anew.
alter table "case" no force row level security;
alter table case_event no force row level security;
update "case" c set facts = facts - array['birthYear', 'birthYearFrom', 'sexualKinds', 'recruiterTie', 'exploiterTie', 'controls']
    || case when exists (select from jsonb_each(c.facts) one
      where one.key in ('birthYear', 'birthYearFrom', 'sexualKinds', 'recruiterTie', 'exploiterTie', 'controls')
        and one.value not in ('null', '[]')) then '{"detailsLost": true}'::jsonb else '{}' end
  where facts ?| array['birthYear', 'birthYearFrom', 'sexualKinds', 'recruiterTie', 'exploiterTie', 'controls'];
update case_event
  set input = input - array['birthYear', 'birthYearFrom', 'sexualKinds', 'recruiterTie', 'exploiterTie', 'controls']
  where command = 'facts.detail';
alter table case_event force row level security;
alter table "case" force row level security;
