-- Everybody read one version of a case. It moved when something hidden happened: it told that something had, and it refused the
-- act of a reader for whom nothing had changed. Each part now counts how often the case has moved for it, as it is told.
alter table participation add column told integer not null default 1;
