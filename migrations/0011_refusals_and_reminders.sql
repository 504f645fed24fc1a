-- A refusal leaves somebody waited for: the organisation that must send again or decide, and where a person was named, who.
-- Kept on the referral, so that a worklist is written from it in the transaction of the act. A reminder to who answers by
-- link asks for the same letter with one word more. The International Organization for Migration helps people return and
-- takes part in a capacity of its own, which knows neither of asylum nor of shelter.
alter table referral add column follow_up text;
alter table referral add column awaits_org_id uuid references organisation (id);
alter table referral add column awaits_person_id uuid references person (id);
alter table referral add constraint referral_follow_up_known
  check ("referral"."follow_up" is null or "referral"."follow_up" in ('reoffer', 'escalate'));
alter table referral drop constraint referral_kind_known;
alter table referral add constraint referral_kind_known check ("referral"."kind" in ('acse', 'acse_place', 'dna', 'dna_place', 'minor_place', 'prefecture', 'prosecutor', 'police', 'labour_inspection', 'child_protection', 'juvenile_judge', 'ad_hoc_guardian', 'health', 'exit_programme', 'voluntary_return', 'return_iom', 'compensation_lawyer', 'cell'));
alter table participation drop constraint participation_capacity_known;
alter table participation add constraint participation_capacity_known check ("participation"."capacity" in ('referent', 'flagger', 'cell', 'cell_member', 'prefecture', 'police', 'acse', 'shelter', 'child_protection', 'prosecutor', 'labour', 'ofii', 'iom', 'dna_centre', 'minor_shelter', 'juvenile_judge', 'ad_hoc_guardian', 'health', 'exit_programme', 'lawyer'));
--> statement-breakpoint
drop function enqueue_link_mail(uuid);
create function enqueue_link_mail(p_link uuid, p_reminder boolean default false) returns void language plpgsql security definer
  set search_path = graphile_worker, pg_temp
as $$ begin perform graphile_worker.add_job('mail_link', json_build_object('link', p_link, 'reminder', p_reminder)); end $$;
revoke all on function enqueue_link_mail from public;
grant execute on function enqueue_link_mail to mnio_app;
