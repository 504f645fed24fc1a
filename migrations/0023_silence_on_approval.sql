-- The approval of an association for the exit programme may be given by silence: it then has no day of its own, but that of the
-- request, and the day on which its file was found complete where somebody said so.
alter table habilitation alter column since drop not null;
alter table habilitation add column asked_on date;
alter table habilitation add column complete_on date;
alter table habilitation add constraint habilitation_given_or_asked
  check (since is not null or (regime = 'psp' and asked_on is not null));
alter table habilitation add constraint habilitation_complete_after_asked
  check (complete_on is null or complete_on >= asked_on);
