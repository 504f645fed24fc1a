-- Running cases that the secretary of a cell brings to a meeting again. Convening opens to the members the cases that the cell is
-- to decide, and their part ends with the decision: a running case is opened to nobody by standing here, and its row is read by
-- the cell that wrote it alone. The minutes count these rows; what was noted of one is told to the secretary.
create table meeting_followup (
  id uuid primary key,
  meeting_id uuid not null references meeting,
  cell_org_id uuid not null,
  case_id uuid not null references "case",
  case_code text not null,
  subject text not null,
  outcome text,
  noted_at timestamptz,
  constraint meeting_followup_once unique (meeting_id, case_id),
  constraint meeting_followup_subject_known check (subject in ('renewal', 'deadline', 'refusal', 'shelter', 'other')),
  constraint meeting_followup_outcome_known check (outcome in ('reminded', 'member_acts', 'next_meeting', 'settled', 'not_reached')),
  constraint meeting_followup_noted check ((outcome is null) = (noted_at is null))
);
create index meeting_followup_case_idx on meeting_followup (case_id);
comment on table meeting_followup is 'A running case that a cell looks at again in a meeting: a coded subject, a coded outcome, for its secretary alone.';

alter table meeting_followup enable row level security;
alter table meeting_followup force row level security;
create policy meeting_followup_read on meeting_followup for select to mnio_app
  using ((select ctx_role()) = 'cell_secretary' and cell_org_id = (select ctx_org()));
create policy meeting_followup_written on meeting_followup for insert to mnio_app
  with check (
    (select ctx_role()) = 'cell_secretary' and cell_org_id = (select ctx_org())
    and exists (select from meeting m where m.id = meeting_id and m.org_id = cell_org_id)
    and exists (
      select from participation p
      where p.case_id = meeting_followup.case_id and p.org_id = cell_org_id and p.capacity = 'cell' and p.until is null
    )
  );
create policy meeting_followup_noted_once on meeting_followup for update to mnio_app
  using ((select ctx_role()) = 'cell_secretary' and cell_org_id = (select ctx_org()))
  with check ((select ctx_role()) = 'cell_secretary' and cell_org_id = (select ctx_org()));
create policy meeting_followup_removed on meeting_followup for delete to mnio_app
  using ((select ctx_role()) = 'cell_secretary' and cell_org_id = (select ctx_org()) and outcome is null);
create trigger meeting_followup_frozen before update on meeting_followup
  for each row when (old.outcome is not null) execute function refuse_change();
grant select, insert, delete on meeting_followup to mnio_app;
grant update (outcome, noted_at) on meeting_followup to mnio_app;
