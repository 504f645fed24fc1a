-- A tie is a person's, whichever house they sit for: who works today for a house that withdrew from a case sits on it for no other, and
-- reads it from no seat of the cell. What another part of their house opens (the person is accompanied, sheltered, an inquiry runs) is
-- opened by the person or by the law and stays; the secretariat holds the file, gives no opinion, and stays as well.

-- As before, and of every house for which whoever asks works now.
create or replace function withdrew(p_case uuid) returns boolean language plpgsql stable security definer cost 1 set search_path = public, pg_temp
  as $$ begin
  return exists (select from meeting_recusal r where r.case_id = p_case and r.ended_at is null
    and (r.person_id = ctx_person() or r.whole and (r.org_id = ctx_org() or exists (
      select from membership w where w.person_id = ctx_person() and w.org_id = r.org_id and (w.until is null or w.until > wall_clock())))));
end $$;
