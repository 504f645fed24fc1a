-- An asylum place tells that she seeks asylum: where she stands with one has a column of its own, which moves nothing that
-- whoever may not know of asylum is told. So an asylum place may be held for her beside another one, of which those who hold
-- the other know nothing; she sleeps in one bed. A refusal of OFII no longer says to all that she is in danger, and opens no
-- emergency.
alter table "case" add column asylum_housing text not null default 'unassessed';
alter table "case" alter column asylum_housing drop default;
alter table "case" add constraint case_asylum_housing_known check ("case"."asylum_housing" in ('unassessed', 'placement_requested', 'waiting_list', 'refused_by_structure', 'matched', 'housed', 'security_alert', 'left', 'absconded', 'declined_by_person', 'ended'));
alter table "case" drop constraint case_housing_known;
alter table "case" add constraint case_housing_known check ("case"."housing" in ('unassessed', 'no_need', 'emergency_local', 'placement_requested', 'matched', 'pre_admission', 'housed_acse', 'housed_chrs_other', 'minor_placement', 'moved', 'left', 'ended', 'waiting_list', 'refused_by_structure', 'declined_by_person', 'absconded', 'security_alert'));
--> statement-breakpoint
alter table stay add column pool text;
update stay set pool = (select kind from place where place.id = stay.place_id);
alter table stay alter column pool set not null;
alter table stay add constraint stay_pool_known check ("stay"."pool" in ('acse', 'dna', 'minor'));
drop index stay_one_active_for_a_person;
create unique index stay_one_bed_for_a_person on stay (case_id) where state in ('admitted');
create unique index stay_one_held_for_a_person on stay (case_id, (pool = 'dna')) where state in ('reserved');
--> statement-breakpoint
create or replace function danger_told_by_another(p_case uuid) returns boolean language sql stable
  as $$
  select exists (
    select from case_event e where e.case_id = p_case and e.org_id <> (select ctx_org())
      -- What was written before she came here is no reason to learn where here is.
      and e.seq > coalesce((select max(a.seq) from case_event a where a.case_id = p_case and a.command in
        ('acse.admission', 'dna.admission', 'housing.moved', 'minor.placement_arrival')), 0)
      and (
        e.input ->> 'danger' = 'immediate'
        or e.command in ('danger.immediate', 'acse.too_urgent', 'housing.alert', 'minor.placement_alert')
        or (e.command = 'housing.recontacted' and e.input ->> 'news' = 'danger')
        or (e.command = 'acse.refused_after' and e.input ->> 'reason' = 'too_urgent')
      )
      and not exists (
        select from case_event l where l.case_id = p_case and l.seq > e.seq
          and (l.input ->> 'danger' in ('none', 'possible') or l.command = 'housing.ended')))
$$;
