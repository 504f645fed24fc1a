-- What an association tells late of a person for figures and partners (kinds of sexual exploitation, methods of control, ties with who
-- recruited or exploits them, year of birth) was kept in clear with the facts of the case, and stayed when its identity was erased. It
-- is sealed now, with the account or the identity. SQL holds no key: what stood in clear is taken out, and asked again.
alter table "case" no force row level security;
alter table case_event no force row level security;
update "case" set facts = facts - array['birthYear', 'birthYearFrom', 'sexualKinds', 'recruiterTie', 'exploiterTie', 'controls']
  where facts ?| array['birthYear', 'birthYearFrom', 'sexualKinds', 'recruiterTie', 'exploiterTie', 'controls'];
update case_event
  set input = input - array['birthYear', 'birthYearFrom', 'sexualKinds', 'recruiterTie', 'exploiterTie', 'controls']
  where command = 'facts.detail';
alter table case_event force row level security;
alter table "case" force row level security;
