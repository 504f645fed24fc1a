-- The pair of a case goes by where the person was met: of one that came from elsewhere it names no court of the cell that has it in charge,
-- whose meeting decides it. By which of its courts it does is said on the agenda, until the members are called: they read how it is decided,
-- and no court, which would say where the person is.
alter table meeting_item add column court text;
comment on column meeting_item.court is 'By the protocol of which court a case from elsewhere is decided here; forgotten once the members are called.';
