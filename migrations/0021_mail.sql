-- What waits for somebody is told to them by mail, without content: how many answers, before which day the first, how much is new. Each
-- person says how; who has said nothing has one mail in the morning of a working day, where there is something to say. What is told is
-- asked under the reader's own right, when the mail is asked for and again when it leaves.
create table mail_wish (
  person_id uuid primary key references person,
  mode text not null,
  digest_hour smallint not null,
  quiet_from smallint not null,
  quiet_until smallint not null,
  days_off boolean not null,
  changed_at timestamptz not null,
  constraint mail_wish_mode_known check (mode in ('off', 'at_once', 'digest')),
  constraint mail_wish_hours check (digest_hour between 0 and 23 and quiet_from between 0 and 23 and quiet_until between 0 and 23)
);
comment on table mail_wish is 'How each person wishes to be written to. Who has no row has what is usual.';

-- Up to when each person has been written to: written in the statement that puts the mail in the outbox, so that of two workers one does.
create table mail_call (
  person_id uuid primary key references person,
  until timestamptz,
  digest_on date
);
comment on table mail_call is 'Up to which notice, and on which day, a mail was last asked for.';

alter table mail_wish enable row level security;
alter table mail_wish force row level security;
create policy mail_wish_own on mail_wish to mnio_app
  using (person_id = (select ctx_person())) with check (person_id = (select ctx_person()));
create policy mail_wish_of_letters on mail_wish for select to mnio_worker using (true);
create policy mail_wish_for_owner on mail_wish to current_user using (true) with check (true);
grant select, insert, update on mail_wish to mnio_app;
grant select on mail_wish to mnio_worker;

alter table mail_call enable row level security;
alter table mail_call force row level security;
create policy mail_call_of_letters on mail_call to mnio_worker using (true) with check (true);
create policy mail_call_for_owner on mail_call to current_user using (true) with check (true);
grant select, insert, update on mail_call to mnio_worker;

-- When it was written, beside the hour at which it is told to have happened: what is told late is not passed over.
alter table notice add column told_at timestamptz not null default wall_clock();
create index notice_org_told_idx on notice (org_id, told_at);
-- The worker sees that an organisation was told something, never what.
grant select (org_id, told_at) on notice to mnio_worker;
grant select (territory) on organisation to mnio_worker;

alter table outbox drop constraint outbox_kind_known,
  add constraint outbox_kind_known check (kind in ('tell', 'mail_link', 'mail_access', 'mail_error', 'mail_call'));

-- A letter leaves with a link that outlives the day of the answer.
grant select (answer_by) on referral to mnio_worker;
