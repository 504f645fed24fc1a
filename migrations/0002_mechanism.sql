CREATE TABLE "config_move_case" (
	"move_id" uuid NOT NULL,
	"code" text NOT NULL,
	"case_id" uuid NOT NULL,
	"state" text NOT NULL,
	"before" jsonb NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "config_move_case_move_id_code_pk" PRIMARY KEY("move_id","code"),
	CONSTRAINT "config_move_case_state_known" CHECK ("config_move_case"."state" in ('moved', 'restored', 'left'))
);
--> statement-breakpoint
CREATE TABLE "config_move" (
	"id" uuid PRIMARY KEY NOT NULL,
	"from_version" text NOT NULL,
	"to_version" text NOT NULL,
	"state" text NOT NULL,
	"started_by" uuid NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"undone_by" uuid,
	"undone_at" timestamp with time zone,
	"finished_at" timestamp with time zone,
	"total" integer NOT NULL,
	"moved" integer DEFAULT 0 NOT NULL,
	"failed" integer DEFAULT 0 NOT NULL,
	"restored" integer DEFAULT 0 NOT NULL,
	"left" integer DEFAULT 0 NOT NULL,
	"cursor" text DEFAULT '' NOT NULL,
	CONSTRAINT "config_move_state_known" CHECK ("config_move"."state" in ('moving', 'moved', 'undoing', 'undone'))
);
--> statement-breakpoint
CREATE TABLE "config_version" (
	"version" text PRIMARY KEY NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"effective_on" date NOT NULL,
	"body" jsonb NOT NULL,
	"state" text NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"based_on" text,
	"created_by" uuid,
	"writers" uuid[] NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"published_by" uuid,
	"published_at" timestamp with time zone,
	CONSTRAINT "config_version_id_unique" UNIQUE("id"),
	CONSTRAINT "config_version_state_known" CHECK ("config_version"."state" in ('draft', 'published', 'withdrawn')),
	CONSTRAINT "config_version_published_by_another" CHECK ("config_version"."published_by" is null or not ("config_version"."published_by" = any ("config_version"."writers")))
);
--> statement-breakpoint
CREATE TABLE "referral_link" (
	"id" uuid PRIMARY KEY NOT NULL,
	"referral_id" uuid NOT NULL,
	"org_id" uuid NOT NULL,
	"generation" integer NOT NULL,
	"address" "bytea",
	"expires_at" timestamp with time zone NOT NULL,
	"mailed_at" timestamp with time zone,
	CONSTRAINT "referral_link_referral_id_unique" UNIQUE("referral_id")
);
--> statement-breakpoint
CREATE TABLE "meeting_item" (
	"id" uuid PRIMARY KEY NOT NULL,
	"meeting_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"case_code" text NOT NULL,
	"position" smallint NOT NULL,
	"state" text NOT NULL,
	"outcome" text,
	"tally" jsonb,
	"case_seq" integer,
	"settled_at" timestamp with time zone,
	CONSTRAINT "meeting_item_once" UNIQUE("meeting_id","case_id"),
	CONSTRAINT "meeting_item_state_known" CHECK ("meeting_item"."state" in ('waiting', 'decided', 'adjourned', 'postponed'))
);
--> statement-breakpoint
CREATE TABLE "meeting_member" (
	"meeting_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"org_id" uuid NOT NULL,
	"org_type" text NOT NULL,
	"cell_org_id" uuid NOT NULL,
	"presence" text DEFAULT 'absent' NOT NULL,
	CONSTRAINT "meeting_member_meeting_id_person_id_pk" PRIMARY KEY("meeting_id","person_id"),
	CONSTRAINT "meeting_member_presence_known" CHECK ("meeting_member"."presence" in ('in_person', 'video', 'absent'))
);
--> statement-breakpoint
CREATE TABLE "meeting_vote" (
	"item_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"cell_org_id" uuid NOT NULL,
	"voice" text NOT NULL,
	"recorded_by" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "meeting_vote_once" PRIMARY KEY("item_id","person_id"),
	CONSTRAINT "meeting_vote_voice_known" CHECK ("meeting_vote"."voice" in ('in_favour', 'against', 'abstained')),
	CONSTRAINT "meeting_vote_recorded_by_known" CHECK ("meeting_vote"."recorded_by" in ('member', 'secretary'))
);
--> statement-breakpoint
CREATE TABLE "meeting" (
	"id" uuid PRIMARY KEY NOT NULL,
	"territory" text NOT NULL,
	"org_id" uuid NOT NULL,
	"state" text NOT NULL,
	"version" integer NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"place" text,
	"rules" jsonb NOT NULL,
	"convened_at" timestamp with time zone,
	"opened_at" timestamp with time zone,
	"closed_at" timestamp with time zone,
	"minutes" jsonb,
	CONSTRAINT "meeting_state_known" CHECK ("meeting"."state" in ('planned', 'convened', 'open', 'closed', 'cancelled'))
);
--> statement-breakpoint
ALTER TABLE "case" DROP CONSTRAINT "case_identification_known";--> statement-breakpoint
ALTER TABLE "deadline" DROP CONSTRAINT "deadline_state_known";--> statement-breakpoint
ALTER TABLE "membership" DROP CONSTRAINT "membership_role_known";--> statement-breakpoint
ALTER TABLE "organisation" DROP CONSTRAINT "organisation_type_known";--> statement-breakpoint
ALTER TABLE "participation" DROP CONSTRAINT "participation_capacity_known";--> statement-breakpoint
ALTER TABLE "referral" DROP CONSTRAINT "referral_kind_known";--> statement-breakpoint
ALTER TABLE "deadline" ADD COLUMN "suspended_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "place" ADD COLUMN "kind" text DEFAULT 'acse' NOT NULL;--> statement-breakpoint
ALTER TABLE "place" ADD COLUMN "excluded_zones" text[] DEFAULT '{}'::text[] NOT NULL;--> statement-breakpoint
ALTER TABLE "place" ADD COLUMN "max_stay_months" smallint;--> statement-breakpoint
ALTER TABLE "place" ADD COLUMN "out_until" date;--> statement-breakpoint
ALTER TABLE "place" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "config_move_case" ADD CONSTRAINT "config_move_case_move_id_config_move_id_fk" FOREIGN KEY ("move_id") REFERENCES "public"."config_move"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "config_move" ADD CONSTRAINT "config_move_from_version_config_version_version_fk" FOREIGN KEY ("from_version") REFERENCES "public"."config_version"("version") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "config_move" ADD CONSTRAINT "config_move_to_version_config_version_version_fk" FOREIGN KEY ("to_version") REFERENCES "public"."config_version"("version") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "config_move" ADD CONSTRAINT "config_move_started_by_person_id_fk" FOREIGN KEY ("started_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "config_move" ADD CONSTRAINT "config_move_undone_by_person_id_fk" FOREIGN KEY ("undone_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "config_version" ADD CONSTRAINT "config_version_created_by_person_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "config_version" ADD CONSTRAINT "config_version_published_by_person_id_fk" FOREIGN KEY ("published_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "referral_link" ADD CONSTRAINT "referral_link_referral_id_referral_id_fk" FOREIGN KEY ("referral_id") REFERENCES "public"."referral"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "referral_link" ADD CONSTRAINT "referral_link_org_id_organisation_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_item" ADD CONSTRAINT "meeting_item_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_item" ADD CONSTRAINT "meeting_item_case_id_case_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_member" ADD CONSTRAINT "meeting_member_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_member" ADD CONSTRAINT "meeting_member_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_member" ADD CONSTRAINT "meeting_member_org_id_organisation_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_vote" ADD CONSTRAINT "meeting_vote_item_id_meeting_item_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."meeting_item"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_vote" ADD CONSTRAINT "meeting_vote_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_org_id_organisation_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "config_version_effective_idx" ON "config_version" USING btree ("state","effective_on");--> statement-breakpoint
CREATE INDEX "referral_link_org_idx" ON "referral_link" USING btree ("org_id");--> statement-breakpoint
CREATE INDEX "meeting_item_case_idx" ON "meeting_item" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "meeting_member_org_idx" ON "meeting_member" USING btree ("org_id","meeting_id");--> statement-breakpoint
CREATE INDEX "meeting_org_starts_idx" ON "meeting" USING btree ("org_id","starts_at");--> statement-breakpoint
CREATE INDEX "case_config_version_idx" ON "case" USING btree ("config_version","code");--> statement-breakpoint
ALTER TABLE "case" ADD CONSTRAINT "case_identification_known" CHECK ("case"."identification" in ('flagged', 'under_triage', 'presumed', 'formal_pending', 'formally_identified', 'not_confirmed', 'insufficient_elements', 'duplicate_merged', 'transferred_territory', 'court_recognised', 'review_open', 'restoring'));--> statement-breakpoint
ALTER TABLE "deadline" ADD CONSTRAINT "deadline_suspended_since" CHECK ("deadline"."state" <> 'suspended' or "deadline"."suspended_at" is not null);--> statement-breakpoint
ALTER TABLE "deadline" ADD CONSTRAINT "deadline_state_known" CHECK ("deadline"."state" in ('running', 'suspended', 'fired', 'stopped'));--> statement-breakpoint
ALTER TABLE "membership" ADD CONSTRAINT "membership_role_known" CHECK ("membership"."role" in ('asso', 'cell_secretary', 'cell_member', 'prefecture', 'prosecutor', 'police', 'labour_inspection', 'acse_desk', 'shelter', 'ofii', 'child_protection', 'juvenile_judge', 'ad_hoc_guardian', 'health', 'psp', 'miprof', 'admin', 'dpo', 'external', 'system'));--> statement-breakpoint
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_type_known" CHECK ("organisation"."type" in ('association', 'cell', 'prefecture', 'prosecution', 'jirs', 'police', 'labour_inspection', 'acse', 'shelter', 'dna_centre', 'ofii', 'ase', 'juvenile_court', 'ad_hoc', 'health', 'psp', 'miprof', 'platform', 'external', 'unknown'));--> statement-breakpoint
ALTER TABLE "participation" ADD CONSTRAINT "participation_capacity_known" CHECK ("participation"."capacity" in ('referent', 'flagger', 'cell', 'cell_member', 'prefecture', 'police', 'acse', 'shelter', 'child_protection', 'prosecutor', 'labour', 'ofii', 'dna_centre', 'minor_shelter', 'juvenile_judge', 'ad_hoc_guardian', 'health', 'exit_programme', 'lawyer'));--> statement-breakpoint
ALTER TABLE "place" ADD CONSTRAINT "place_kind_known" CHECK ("place"."kind" in ('acse', 'dna', 'minor'));--> statement-breakpoint
ALTER TABLE "referral" ADD CONSTRAINT "referral_kind_known" CHECK ("referral"."kind" in ('acse', 'acse_place', 'dna', 'dna_place', 'minor_place', 'prefecture', 'prosecutor', 'police', 'labour_inspection', 'child_protection', 'juvenile_judge', 'ad_hoc_guardian', 'health', 'exit_programme', 'voluntary_return', 'compensation_lawyer', 'cell'));