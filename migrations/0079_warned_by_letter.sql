-- Nobody's access closes for having been away unless a letter that says so has left: that it was asked for is `warned_at`, that it left is this.
-- Of whom was warned before this column it is not known: their letter is asked for again.
alter table membership add column warning_mailed_at timestamptz;
comment on column membership.warning_mailed_at is 'When the letter left that says that the membership closes if its person does not come back.';
grant select (warning_mailed_at), update (warning_mailed_at) on membership to mnio_worker;
