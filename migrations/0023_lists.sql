-- A list reads as its trade does (« réflexion, jour 12 sur 30 » for the prefecture), and is narrowed and sorted by what stands in it.
-- The words by which it is narrowed and the clocks that it reads are kept where the line is, as those of that capacity are told the
-- case, and are written with it: they tell nobody more than the line. Lines of before are made anew by the next start.
alter table participation add column marks text[], add column runs text;
comment on column participation.marks is 'The words of the line by which its list may be narrowed.';
comment on column participation.runs is 'The clocks by which a trade reads where the case stands (JSON), with their days. None from which a birth date is read.';

-- A part that begins again, as where organisations are merged, has the line of the part before: it is made anew as it is read.
create function line_begins_again() returns trigger language plpgsql set search_path = public, pg_temp
as $$ begin new.line_tables := null; return new; end $$;
revoke all on function line_begins_again from public;
create trigger participation_begins_again before update of until on participation
  for each row when (old.until is not null and new.until is null) execute function line_begins_again();

-- By due day, those without one last: what is late is the beginning of the same order.
drop index participation_due_idx;
create index participation_due_idx on participation (org_id, sort_at, case_id) include (capacity, due_in_month, late_at)
  where until is null;

-- A list that a person asks for again: values of its filters, whose words are in the code. Nobody types anything into it, so that
-- neither a name nor the code of a case is ever kept there.
create table saved_view (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null references person,
  org_id uuid not null references organisation,
  asked text not null,
  at timestamptz not null,
  constraint saved_view_once unique (person_id, org_id, asked)
);
comment on table saved_view is 'By person, and in one organisation: a colleague’s lists are not theirs.';
comment on column saved_view.asked is 'The filters of the list (JSON), in codes.';

alter table saved_view enable row level security;
alter table saved_view force row level security;
create policy saved_view_own on saved_view to mnio_app
  using (person_id = (select ctx_person()) and org_id = (select ctx_org()))
  with check (person_id = (select ctx_person()) and org_id = (select ctx_org()));
grant select, insert, delete on saved_view to mnio_app;
