-- Two files of one person are found by what their identities have in common. What is kept for that is a keyed digest of
-- each name as it is heard and of each contact, under a key of its own: it finds candidates, tells nothing by itself, and a
-- stolen dump without the key cannot try names against it (it does show which cases share one). The birth year is not in
-- it. A mark hangs on the sealed value it was drawn from, and is erased with it; whoever may open that value sees it.
create table identity_mark (
  case_id uuid not null,
  data_class text not null default 'B',
  seq integer not null,
  mark bytea not null,
  constraint identity_mark_pk primary key (case_id, seq, mark),
  constraint identity_mark_of_identity check (data_class = 'B'),
  constraint identity_mark_with_sealed foreign key (case_id, data_class, seq)
    references compartment (case_id, data_class, seq) on delete cascade
);
--> statement-breakpoint
create index identity_mark_mark_idx on identity_mark (mark);
--> statement-breakpoint
alter table identity_mark enable row level security;
alter table identity_mark force row level security;
create policy identity_mark_by_class on identity_mark for select to mnio_app
  using (
    exists (
      select from participation p
      where p.case_id = identity_mark.case_id and p.org_id = (select ctx_org())
        and identity_mark.data_class = any (p.classes)
        and p.since <= now() and (p.until is null or p.until > now())
    )
  );
create policy identity_mark_written_by_gate on identity_mark for insert to mnio_app
  with check (case_id = (select ctx_case()));
grant select, insert on identity_mark to mnio_app;
--> statement-breakpoint
comment on table identity_mark is 'Keyed digests of names and contacts, to find two files of one person; gone with the sealed identity.';
