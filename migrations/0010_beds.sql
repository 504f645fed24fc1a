-- A person moved to another place keeps the bed she sleeps in until she arrives there: at most one place is held for her
-- and one is slept in. Two structures then know her at once, and each knows its own place alone. A place of the asylum
-- scheme says of which kind its centre is: some receive whoever seeks asylum, others whoever was given protection.
-- Where a
-- département has several courts, a prosecution or a juvenile court says of which it is; one that says none has them all.
drop index stay_one_active_for_a_person;
create unique index stay_one_active_for_a_person on stay (case_id, state) where state in ('reserved', 'admitted');
--> statement-breakpoint
alter policy stay_by_class on stay
  using (
    case_id = (select ctx_case())
    or exists (
      select from participation p
      where p.case_id = stay.case_id and p.org_id = (select ctx_org()) and 'A' = any (p.classes)
        and p.capacity not in ('shelter', 'dna_centre', 'minor_shelter')
        and p.since <= now() and (p.until is null or p.until > now())
    )
    or exists (select from place where place.id = stay.place_id and place.org_id = (select ctx_org()))
  );
--> statement-breakpoint
alter table organisation add column court text;
--> statement-breakpoint
alter table place add column centre text;
alter table place add constraint place_centre_known
  check (centre is null or (kind = 'dna' and centre in ('cada', 'huda', 'cph')));
grant update (centre) on place to mnio_app;
