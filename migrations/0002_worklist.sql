-- A line of a worklist is kept where its order is kept: on the row of `participation`, in codes, as those of that capacity are
-- told the case, so that a list reads fifty rows of one table and no case. What was kept by other tables of the code (a right
-- that is gone, another vocabulary) must not be shown: `line_tables` says by which it was made. `moved_at` moves with each act
-- and stands in no index any more, so that most acts rewrite the row in its place; lists go by the day of it.

alter table participation set (fillfactor = 70);
alter table participation
  add column moved_on date not null generated always as ((moved_at at time zone 'UTC')::date) stored,
  add column line text,
  add column line_tables text,
  add column case_code text,
  add column opened_at timestamptz;
comment on column participation.line is 'What a list shows of the case, in codes (JSON), as this organisation is told it in this capacity. No day from which a birth date is read.';
comment on column participation.line_tables is 'Digest of the tables of the code that made the line and what stands beside it: under another one it is made anew.';
comment on column participation.case_code is 'As in "case", and opened_at too: they never change, and a list needs no other row.';

-- What a count asks for stands in the index, and what the row's policy does.
drop index participation_todo_idx, participation_due_idx, participation_moved_idx;
create index participation_todo_idx on participation (org_id, urgency, sort_at, case_id) include (capacity)
  where waits_for is not null and until is null;
create index participation_due_idx on participation (org_id, due_at, case_id) include (capacity, due_in_month)
  where until is null and due_at is not null;
create index participation_moved_idx on participation (org_id, moved_on desc, case_id) include (capacity) where until is null;
create index participation_tables_idx on participation (line_tables) where until is null;

-- A start writes the lines that other tables made.
create policy participation_lines_renewed on participation for update to current_user using (true);
