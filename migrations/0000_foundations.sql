CREATE TABLE "audit_event" (
	"chain" text NOT NULL,
	"seq" bigint NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"person_id" uuid,
	"org_id" uuid,
	"role" text NOT NULL,
	"action" text NOT NULL,
	"object" text NOT NULL,
	"outcome" text NOT NULL,
	"detail" text NOT NULL,
	"previous" "bytea" NOT NULL,
	"hash" "bytea" NOT NULL,
	CONSTRAINT "audit_event_chain_seq_pk" PRIMARY KEY("chain","seq")
);
--> statement-breakpoint
CREATE TABLE "audit_head" (
	"chain" text PRIMARY KEY NOT NULL,
	"seq" bigint NOT NULL,
	"hash" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "case_event" (
	"case_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"command" text NOT NULL,
	"input" jsonb NOT NULL,
	"sealed" text[] NOT NULL,
	"person_id" uuid,
	"org_id" uuid,
	"role" text NOT NULL,
	"territory" text,
	"basis" text[] NOT NULL,
	"basis_on" date NOT NULL,
	"consent_scope" text,
	"late" boolean DEFAULT false NOT NULL,
	CONSTRAINT "case_event_case_id_seq_pk" PRIMARY KEY("case_id","seq")
);
--> statement-breakpoint
CREATE TABLE "case" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"version" integer NOT NULL,
	"territory" text NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"identification" text NOT NULL,
	"housing" text NOT NULL,
	"residence" text NOT NULL,
	"judicial" text NOT NULL,
	"care" text NOT NULL,
	"minor" text NOT NULL,
	"consent" text NOT NULL,
	"closure" text NOT NULL,
	"facts" jsonb NOT NULL,
	"config_version" text NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "case_code_unique" UNIQUE("code"),
	CONSTRAINT "case_identification_known" CHECK ("case"."identification" in ('flagged', 'under_triage', 'presumed', 'formal_pending', 'formally_identified', 'not_confirmed', 'insufficient_elements', 'duplicate_merged', 'transferred_territory', 'court_recognised', 'review_open')),
	CONSTRAINT "case_housing_known" CHECK ("case"."housing" in ('unassessed', 'no_need', 'emergency_local', 'placement_requested', 'matched', 'pre_admission', 'housed_acse', 'housed_dna', 'housed_chrs_other', 'minor_placement', 'moved', 'left', 'ended', 'waiting_list', 'refused_by_structure', 'declined_by_person', 'absconded', 'security_alert')),
	CONSTRAINT "case_residence_known" CHECK ("case"."residence" in ('unknown', 'eu_or_french', 'regular_other', 'irregular', 'reflection_offered', 'reflection_running', 'reflection_ended', 'reflection_interrupted', 'cst_applied', 'cst_recepisse', 'cst_valid', 'cst_renewed', 'cr10', 'aps_psp', 'l425_11', 'humanitarian_discretion', 'asylum_pending', 'protected', 'refused', 'refused_permit', 'appeal')),
	CONSTRAINT "case_judicial_known" CHECK ("case"."judicial" in ('none', 'report_art40', 'complaint_filed', 'procedure_opened', 'investigation', 'instruction', 'trial', 'convicted_final', 'acquitted_final', 'dismissed')),
	CONSTRAINT "case_care_known" CHECK ("case"."care" in ('none', 'needs_assessed', 'plan_active', 'plan_suspended', 'plan_completed')),
	CONSTRAINT "case_minor_known" CHECK ("case"."minor" in ('not_applicable', 'presumed_minor', 'age_disputed', 'information_preoccupante', 'signalement', 'opp_issued', 'je_seized', 'measure_ordered', 'placed_distanced', 'placed_secure', 'placed_common', 'runaway', 'majority_reached')),
	CONSTRAINT "case_consent_known" CHECK ("case"."consent" in ('not_informed', 'informed', 'heard', 'consent_recorded', 'consent_modified', 'consent_withdrawn')),
	CONSTRAINT "case_closure_known" CHECK ("case"."closure" in ('open', 'exit_planned', 'closing', 'closed_inserted', 'closed_returned', 'closed_lost', 'closed_transferred_abroad', 'closed_not_victim', 'closed_by_person', 'closed_deceased', 'reopened'))
);
--> statement-breakpoint
CREATE TABLE "compartment" (
	"case_id" uuid NOT NULL,
	"data_class" text NOT NULL,
	"seq" integer NOT NULL,
	"body" "bytea" NOT NULL,
	CONSTRAINT "compartment_case_id_data_class_seq_pk" PRIMARY KEY("case_id","data_class","seq"),
	CONSTRAINT "compartment_class_known" CHECK ("compartment"."data_class" in ('A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J', 'K', 'L'))
);
--> statement-breakpoint
CREATE TABLE "consent" (
	"case_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"scope" text NOT NULL,
	"given" boolean NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"language" text,
	"means" text,
	"interpreter" boolean DEFAULT false NOT NULL,
	"expires_on" date,
	CONSTRAINT "consent_case_id_scope_seq_pk" PRIMARY KEY("case_id","scope","seq"),
	CONSTRAINT "consent_scope_known" CHECK ("consent"."scope" in ('A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'))
);
--> statement-breakpoint
CREATE TABLE "deadline" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"referral_id" uuid,
	"code" text NOT NULL,
	"starts_on" date NOT NULL,
	"due_on" date NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"steps" jsonb NOT NULL,
	"next_step" smallint DEFAULT 0 NOT NULL,
	"next_at" timestamp with time zone,
	"state" text NOT NULL,
	"computation" text[] NOT NULL,
	"config_version" text NOT NULL,
	"fired_at" timestamp with time zone,
	"late_seconds" integer,
	CONSTRAINT "deadline_state_known" CHECK ("deadline"."state" in ('running', 'fired', 'stopped'))
);
--> statement-breakpoint
CREATE TABLE "draft" (
	"person_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"body" "bytea" NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "draft_person_id_kind_pk" PRIMARY KEY("person_id","kind")
);
--> statement-breakpoint
CREATE TABLE "figure" (
	"name" text PRIMARY KEY NOT NULL,
	"as_of" timestamp with time zone NOT NULL,
	"body" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "habilitation" (
	"org_id" uuid NOT NULL,
	"regime" text NOT NULL,
	"since" date NOT NULL,
	"until" date,
	CONSTRAINT "habilitation_org_id_regime_pk" PRIMARY KEY("org_id","regime"),
	CONSTRAINT "habilitation_regime_known" CHECK ("habilitation"."regime" in ('flag', 'r425_1', 'psp', 'victim_aid', 'civil_party'))
);
--> statement-breakpoint
CREATE TABLE "idempotency" (
	"person_id" uuid NOT NULL,
	"key" text NOT NULL,
	"request_hash" text NOT NULL,
	"aggregate" text NOT NULL,
	"aggregate_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "idempotency_person_id_key_pk" PRIMARY KEY("person_id","key")
);
--> statement-breakpoint
CREATE TABLE "membership" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid NOT NULL,
	"org_id" uuid NOT NULL,
	"role" text NOT NULL,
	"until" timestamp with time zone,
	CONSTRAINT "membership_person_org_role_key" UNIQUE("person_id","org_id","role"),
	CONSTRAINT "membership_role_known" CHECK ("membership"."role" in ('asso', 'cell_secretary', 'cell_member', 'prefecture', 'prosecutor', 'police', 'labour_inspection', 'acse_desk', 'shelter', 'ofii', 'child_protection', 'juvenile_judge', 'ad_hoc_guardian', 'health', 'psp', 'miprof', 'admin', 'dpo', 'system'))
);
--> statement-breakpoint
CREATE TABLE "notice" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"about" text NOT NULL,
	"about_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "organisation" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"key" text NOT NULL,
	"type" text NOT NULL,
	"name" text NOT NULL,
	"territory" text,
	"region" text,
	"siret" text,
	"status" text DEFAULT 'pending' NOT NULL,
	CONSTRAINT "organisation_key_unique" UNIQUE("key"),
	CONSTRAINT "organisation_type_known" CHECK ("organisation"."type" in ('association', 'cell', 'prefecture', 'prosecution', 'jirs', 'police', 'labour_inspection', 'acse', 'shelter', 'dna_centre', 'ofii', 'ase', 'juvenile_court', 'ad_hoc', 'health', 'psp', 'miprof', 'platform', 'unknown')),
	CONSTRAINT "organisation_status_known" CHECK ("organisation"."status" in ('accredited', 'pending', 'suspended'))
);
--> statement-breakpoint
CREATE TABLE "participation" (
	"case_id" uuid NOT NULL,
	"org_id" uuid NOT NULL,
	"capacity" text NOT NULL,
	"classes" text[] NOT NULL,
	"since" timestamp with time zone NOT NULL,
	"until" timestamp with time zone,
	"basis" text NOT NULL,
	"scope" text,
	"waits_for" text,
	"urgency" smallint DEFAULT 1 NOT NULL,
	"due_at" timestamp with time zone,
	"sort_at" timestamp with time zone GENERATED ALWAYS AS (coalesce(due_at, timestamptz '9999-12-31 00:00:00+00')) STORED,
	"moved_at" timestamp with time zone NOT NULL,
	CONSTRAINT "participation_case_id_org_id_capacity_pk" PRIMARY KEY("case_id","org_id","capacity"),
	CONSTRAINT "participation_capacity_known" CHECK ("participation"."capacity" in ('referent', 'flagger', 'cell', 'cell_member', 'prefecture', 'police', 'acse', 'shelter', 'child_protection')),
	CONSTRAINT "participation_scope_known" CHECK ("participation"."scope" is null or "participation"."scope" in ('A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'))
);
--> statement-breakpoint
CREATE TABLE "place_address" (
	"place_id" uuid PRIMARY KEY NOT NULL,
	"body" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "place" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"org_id" uuid NOT NULL,
	"label" text NOT NULL,
	"sexes" text[] NOT NULL,
	"children" smallint NOT NULL,
	"languages" text[] NOT NULL,
	"accessible" boolean DEFAULT false NOT NULL,
	"out_of_service" text,
	CONSTRAINT "place_org_label_key" UNIQUE("org_id","label")
);
--> statement-breakpoint
CREATE TABLE "referral_event" (
	"referral_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"command" text NOT NULL,
	"input" jsonb NOT NULL,
	"person_id" uuid,
	"org_id" uuid,
	"role" text NOT NULL,
	CONSTRAINT "referral_event_referral_id_seq_pk" PRIMARY KEY("referral_id","seq")
);
--> statement-breakpoint
CREATE TABLE "referral" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"version" integer NOT NULL,
	"sender_org_id" uuid NOT NULL,
	"recipient_org_id" uuid NOT NULL,
	"place_id" uuid,
	"preview" jsonb NOT NULL,
	"sent_at" timestamp with time zone NOT NULL,
	"answered_at" timestamp with time zone,
	"reason" text,
	"escalated_to" text,
	"previous_id" uuid,
	"moved_at" timestamp with time zone NOT NULL,
	CONSTRAINT "referral_kind_known" CHECK ("referral"."kind" in ('acse', 'acse_place', 'prefecture')),
	CONSTRAINT "referral_state_known" CHECK ("referral"."state" in ('sent', 'questioned', 'escalated', 'accepted', 'declined', 'withdrawn', 'transferred', 'ended'))
);
--> statement-breakpoint
CREATE TABLE "stay" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"place_id" uuid NOT NULL,
	"referral_id" uuid NOT NULL,
	"state" text NOT NULL,
	"reserved_at" timestamp with time zone NOT NULL,
	"admitted_on" date,
	"ended_at" timestamp with time zone,
	CONSTRAINT "stay_state_known" CHECK ("stay"."state" in ('reserved', 'admitted', 'ended'))
);
--> statement-breakpoint
CREATE TABLE "person" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"issuer" text NOT NULL,
	"subject" text NOT NULL,
	"display_name" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "person_issuer_subject_key" UNIQUE("issuer","subject")
);
--> statement-breakpoint
CREATE TABLE "session" (
	"id_hash" text PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"membership_id" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"seen_at" timestamp with time zone NOT NULL,
	"absolute_until" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	"id_token" text,
	"acr" text NOT NULL,
	"amr" text[] NOT NULL,
	CONSTRAINT "session_ends_after_it_begins" CHECK ("session"."absolute_until" > "session"."created_at")
);
--> statement-breakpoint
CREATE TABLE "sign_in_attempt" (
	"state_hash" text PRIMARY KEY NOT NULL,
	"browser_hash" text NOT NULL,
	"sealed" text NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "case_event" ADD CONSTRAINT "case_event_case_id_case_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "compartment" ADD CONSTRAINT "compartment_case_id_case_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consent" ADD CONSTRAINT "consent_case_id_case_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deadline" ADD CONSTRAINT "deadline_case_id_case_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deadline" ADD CONSTRAINT "deadline_referral_id_referral_id_fk" FOREIGN KEY ("referral_id") REFERENCES "public"."referral"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "habilitation" ADD CONSTRAINT "habilitation_org_id_organisation_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership" ADD CONSTRAINT "membership_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership" ADD CONSTRAINT "membership_org_id_organisation_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice" ADD CONSTRAINT "notice_org_id_organisation_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participation" ADD CONSTRAINT "participation_case_id_case_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participation" ADD CONSTRAINT "participation_org_id_organisation_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "place_address" ADD CONSTRAINT "place_address_place_id_place_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."place"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "place" ADD CONSTRAINT "place_org_id_organisation_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "referral_event" ADD CONSTRAINT "referral_event_referral_id_referral_id_fk" FOREIGN KEY ("referral_id") REFERENCES "public"."referral"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "referral" ADD CONSTRAINT "referral_case_id_case_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "referral" ADD CONSTRAINT "referral_sender_org_id_organisation_id_fk" FOREIGN KEY ("sender_org_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "referral" ADD CONSTRAINT "referral_recipient_org_id_organisation_id_fk" FOREIGN KEY ("recipient_org_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "referral" ADD CONSTRAINT "referral_place_id_place_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."place"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stay" ADD CONSTRAINT "stay_case_id_case_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stay" ADD CONSTRAINT "stay_place_id_place_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."place"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stay" ADD CONSTRAINT "stay_referral_id_referral_id_fk" FOREIGN KEY ("referral_id") REFERENCES "public"."referral"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_event_at_idx" ON "audit_event" USING btree ("at");--> statement-breakpoint
CREATE INDEX "deadline_case_id_idx" ON "deadline" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "deadline_referral_id_idx" ON "deadline" USING btree ("referral_id");--> statement-breakpoint
CREATE INDEX "deadline_next_at_idx" ON "deadline" USING btree ("next_at") WHERE state = 'running';--> statement-breakpoint
CREATE INDEX "idempotency_at_idx" ON "idempotency" USING btree ("at");--> statement-breakpoint
CREATE INDEX "membership_org_id_idx" ON "membership" USING btree ("org_id");--> statement-breakpoint
CREATE INDEX "notice_org_at_idx" ON "notice" USING btree ("org_id","at");--> statement-breakpoint
CREATE INDEX "organisation_territory_type_idx" ON "organisation" USING btree ("territory","type");--> statement-breakpoint
CREATE INDEX "participation_todo_idx" ON "participation" USING btree ("org_id","urgency","sort_at","case_id") WHERE waits_for is not null and until is null;--> statement-breakpoint
CREATE INDEX "participation_due_idx" ON "participation" USING btree ("org_id","due_at","case_id") WHERE until is null and due_at is not null;--> statement-breakpoint
CREATE INDEX "participation_moved_idx" ON "participation" USING btree ("org_id","moved_at" DESC NULLS FIRST,"case_id") WHERE until is null;--> statement-breakpoint
CREATE INDEX "place_org_id_idx" ON "place" USING btree ("org_id");--> statement-breakpoint
CREATE INDEX "referral_case_id_idx" ON "referral" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "referral_recipient_idx" ON "referral" USING btree ("recipient_org_id","moved_at" DESC NULLS FIRST,"id");--> statement-breakpoint
CREATE INDEX "referral_sender_idx" ON "referral" USING btree ("sender_org_id","moved_at" DESC NULLS FIRST,"id");--> statement-breakpoint
CREATE UNIQUE INDEX "referral_one_live_for_recipient_and_case" ON "referral" USING btree ("case_id","kind","recipient_org_id") WHERE state in ('sent', 'questioned', 'escalated', 'accepted');--> statement-breakpoint
CREATE INDEX "stay_case_id_idx" ON "stay" USING btree ("case_id");--> statement-breakpoint
CREATE UNIQUE INDEX "stay_one_active_for_a_place" ON "stay" USING btree ("place_id") WHERE state in ('reserved', 'admitted');--> statement-breakpoint
CREATE UNIQUE INDEX "stay_one_active_for_a_person" ON "stay" USING btree ("case_id") WHERE state in ('reserved', 'admitted');--> statement-breakpoint
CREATE INDEX "session_person_id_idx" ON "session" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "sign_in_attempt_expires_at_idx" ON "sign_in_attempt" USING btree ("expires_at");