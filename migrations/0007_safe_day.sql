-- A clock keeps one day, the safe one: it warns by it, and lists are sorted by it. Where a text, or what nobody wrote down, may
-- give the person more, the end in law is counted beside it and stands among the tokens of the count; a right is over at that
-- end and not before. What that count needs is kept here, so that it can be made again where the person is moved or the clock
-- stands still. Null for every clock that has none, which is every clock of before.
alter table deadline add column in_law jsonb;
comment on column deadline.in_law is 'The hour that the document bears, and what may give more than the safe day, each with its article in the register of doubts.';
