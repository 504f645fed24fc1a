-- One word told how all consents stood together, those to asylum, shelter, care and return among them. The region keeps what
-- everyone may know, that she was informed and a child heard; each consent says for itself whether it was given, taken back
-- or lapsed.
alter table "case" drop constraint case_consent_known;
alter table "case" add constraint case_consent_known check ("case"."consent" in ('not_informed', 'informed', 'heard'));
--> statement-breakpoint
alter table consent add column state text not null;
alter table consent add constraint consent_state_known check (state in ('given', 'withdrawn', 'lapsed'));
alter table consent drop column given;
