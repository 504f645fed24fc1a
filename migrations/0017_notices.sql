-- A notice names the line of a journal that tells what happened, and keeps none of its words: they are read under each
-- reader's own right, on the day they read. Told twice after a crash, it is still one. Those of before named no line, and
-- were read by nobody.
delete from notice;
--> statement-breakpoint
alter table notice add column seq integer not null;
alter table notice add constraint notice_about_known
  check (about in ('case', 'referral', 'reminder', 'meeting', 'opening'));
alter table notice add constraint notice_told_once unique (org_id, about, about_id, seq);
drop index notice_org_at_idx;
create index notice_org_at_idx on notice (org_id, at, id);
--> statement-breakpoint
-- Up to when each person has read what their organisation was told: a colleague's reading is not theirs.
create table notice_read (
  person_id uuid not null references person (id),
  org_id uuid not null references organisation (id),
  until timestamptz not null,
  constraint notice_read_pk primary key (person_id, org_id)
);
--> statement-breakpoint
alter table notice_read enable row level security;
alter table notice_read force row level security;
create policy notice_read_own on notice_read to mnio_app
  using (person_id = (select ctx_person()) and org_id = (select ctx_org()))
  with check (person_id = (select ctx_person()) and org_id = (select ctx_org()));
grant select, insert, update on notice_read to mnio_app;
--> statement-breakpoint
comment on table notice is 'Which organisation was told of which line of a journal, and when; swept after a month.';
comment on table notice_read is 'Up to when a person has read what their organisation was told.';
