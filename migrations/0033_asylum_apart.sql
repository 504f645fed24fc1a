-- Where an asylum claim stands is told to fewer people than the stay is. Both were one word: what the word was to say to whom
-- had to be inferred at each exit. The claim has a column of its own, and the stay is free of it.
alter table "case" add column asylum text not null;
--> statement-breakpoint
alter table "case" add constraint case_asylum_known check (asylum in ('none', 'pending', 'deciding', 'protected', 'refused'));
--> statement-breakpoint
alter table "case" drop constraint case_residence_known;
--> statement-breakpoint
alter table "case" add constraint case_residence_known check (residence in ('unknown', 'eu_or_french', 'regular_other', 'irregular', 'reflection_offered', 'reflection_running', 'reflection_ended', 'reflection_interrupted', 'cst_applied', 'cst_recepisse', 'cst_valid', 'cst_renewed', 'cr10', 'aps_psp', 'l425_11', 'humanitarian_discretion', 'refused_permit', 'appeal'));
