-- A line of a worklist was called late from the day until which its act was awaited. Of a clock that keeps two ends that day is the
-- safe one, and of an indication nobody is late. From when it is late is kept beside it, as its reader is told it: after the end in
-- law; never where no end is known in law (infinity), nor of an indication (null). A line is as late as it was until it is made anew.
alter table participation add column late_at timestamptz;
update participation set late_at = due_at where due_at is not null;
comment on column participation.late_at is 'From when the awaited act is late: the end in law of its clock. Infinity where none is known, null of an indication.';

-- What a count asks for stands in the index.
drop index participation_due_idx;
create index participation_due_idx on participation (org_id, due_at, case_id) include (capacity, due_in_month, late_at)
  where until is null and due_at is not null;
