-- Whoever reads a case is told how many lines of its story come before those that they are shown, and which lines those are
-- hangs on what they may know today. To count them, every reading read the whole journal. `story` counts the acts of the
-- journal up to one of them, by what decides who is told of them, so that a reading counts by the rule of the day and reads
-- the newest acts alone. It is written with every fiftieth act. Cases that run already have none until then, and their journal
-- is read as before.
alter table "case" add column story jsonb;
comment on column "case".story is 'Acts of the journal counted by what decides who is told of them: who did what, and names of fields. No value, but which clock spoke, of which consents, and what decides whether an act is told aloud.';

-- Whether an association accompanies the person now, whichever it is: everybody who takes part is told so, and sees no part of
-- another.
create function is_accompanied(p_case uuid) returns boolean language sql stable security definer set search_path = public, pg_temp
  as $$
  select takes_part(p_case, null)
    and exists (select from participation p where p.case_id = p_case and p.capacity = 'referent' and p.until is null)
$$;
revoke all on function is_accompanied from public;
grant execute on function is_accompanied to mnio_app;
