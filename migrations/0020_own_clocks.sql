-- A line has the date of the clock that its own act answers. When the first of all the clocks it sees falls due is kept beside,
-- for the list of deadlines. Every line is written anew by the next act of its case; until then it keeps the date it had.
alter table participation add column clock_at timestamptz;
--> statement-breakpoint
-- The owner writes under the walls too, and no line is its own.
alter table participation no force row level security;
update participation set clock_at = due_at where due_at is not null;
alter table participation force row level security;
--> statement-breakpoint
create index participation_clock_idx on participation using btree (org_id, clock_at, case_id)
  where until is null and clock_at is not null;
