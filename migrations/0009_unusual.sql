-- What an authority has really decided is written down wherever the case stands, and the story says what was unexpected about it.
-- The event keeps it in codes, which the tables of the day put into words for whoever may know what each tells. What was written
-- before was expected: nothing else was taken.
alter table case_event add column unusual text[] not null default '{}';
comment on column case_event.unusual is 'Of a record that came unexpected: codes of why, never a value of a form.';
