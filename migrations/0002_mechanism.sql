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
ALTER TABLE "membership" DROP CONSTRAINT "membership_role_known";--> statement-breakpoint
ALTER TABLE "organisation" DROP CONSTRAINT "organisation_type_known";--> statement-breakpoint
ALTER TABLE "participation" DROP CONSTRAINT "participation_capacity_known";--> statement-breakpoint
ALTER TABLE "referral" DROP CONSTRAINT "referral_kind_known";--> statement-breakpoint
ALTER TABLE "meeting_item" ADD CONSTRAINT "meeting_item_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_item" ADD CONSTRAINT "meeting_item_case_id_case_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_member" ADD CONSTRAINT "meeting_member_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_member" ADD CONSTRAINT "meeting_member_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_member" ADD CONSTRAINT "meeting_member_org_id_organisation_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_vote" ADD CONSTRAINT "meeting_vote_item_id_meeting_item_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."meeting_item"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_vote" ADD CONSTRAINT "meeting_vote_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_org_id_organisation_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "meeting_item_case_idx" ON "meeting_item" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "meeting_member_org_idx" ON "meeting_member" USING btree ("org_id","meeting_id");--> statement-breakpoint
CREATE INDEX "meeting_org_starts_idx" ON "meeting" USING btree ("org_id","starts_at");--> statement-breakpoint
ALTER TABLE "case" ADD CONSTRAINT "case_identification_known" CHECK ("case"."identification" in ('flagged', 'under_triage', 'presumed', 'formal_pending', 'formally_identified', 'not_confirmed', 'insufficient_elements', 'duplicate_merged', 'transferred_territory', 'court_recognised', 'review_open', 'restoring'));--> statement-breakpoint
ALTER TABLE "membership" ADD CONSTRAINT "membership_role_known" CHECK ("membership"."role" in ('asso', 'cell_secretary', 'cell_member', 'prefecture', 'prosecutor', 'police', 'labour_inspection', 'acse_desk', 'shelter', 'ofii', 'child_protection', 'juvenile_judge', 'ad_hoc_guardian', 'health', 'psp', 'miprof', 'admin', 'dpo', 'external', 'system'));--> statement-breakpoint
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_type_known" CHECK ("organisation"."type" in ('association', 'cell', 'prefecture', 'prosecution', 'jirs', 'police', 'labour_inspection', 'acse', 'shelter', 'dna_centre', 'ofii', 'ase', 'juvenile_court', 'ad_hoc', 'health', 'psp', 'miprof', 'platform', 'external', 'unknown'));--> statement-breakpoint
ALTER TABLE "participation" ADD CONSTRAINT "participation_capacity_known" CHECK ("participation"."capacity" in ('referent', 'flagger', 'cell', 'cell_member', 'prefecture', 'police', 'acse', 'shelter', 'child_protection', 'prosecutor', 'labour', 'ofii', 'dna_centre', 'minor_shelter', 'juvenile_judge', 'ad_hoc_guardian', 'health', 'exit_programme', 'lawyer'));--> statement-breakpoint
ALTER TABLE "referral" ADD CONSTRAINT "referral_kind_known" CHECK ("referral"."kind" in ('acse', 'acse_place', 'dna', 'dna_place', 'minor_place', 'prefecture', 'prosecutor', 'police', 'labour_inspection', 'child_protection', 'juvenile_judge', 'ad_hoc_guardian', 'health', 'exit_programme', 'voluntary_return', 'compensation_lawyer', 'cell'));