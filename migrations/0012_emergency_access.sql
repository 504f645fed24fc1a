-- Emergency access (break-glass). Who takes part in a case and faces an emergency may read, for an hour and alone, what
-- the visibility matrix keeps from its capacity; a second person confirms within a day or the sight ends. An opening is
-- one person's, never an organisation's, and holds only as long as the organisation takes part. It is a basis of sight
-- beside `participation`: sealed values and a stay are rows for it too, by class and by the clock of PostgreSQL. Only who
-- is not the opener may settle it, only the clock lets it lapse, and what was settled is not rewritten.
create table "glass_opening" (
  "id" uuid primary key not null,
  "case_id" uuid not null references "case" ("id"),
  "person_id" uuid not null,
  "org_id" uuid not null references "organisation" ("id"),
  "role" text not null,
  "capacity" text not null,
  "classes" text[] not null,
  "reason" text not null,
  "words" bytea,
  "opened_at" timestamp with time zone not null,
  "until" timestamp with time zone not null,
  "state" text not null,
  "confirm_org_id" uuid not null references "organisation" ("id"),
  "told_orgs" uuid[] not null,
  "told_as" text not null,
  "settled_at" timestamp with time zone,
  "settled_by" uuid,
  "refusal" text,
  constraint "glass_opening_reason_known" check (reason in ('life', 'missing', 'unable')),
  constraint "glass_opening_state_known" check (state in ('open', 'confirmed', 'refused', 'lapsed')),
  constraint "glass_opening_refusal_known" check (refusal is null or refusal in ('no_emergency', 'other_way', 'unknown')),
  constraint "glass_opening_within_sight" check (cardinality(classes) > 0 and case capacity
    when 'flagger' then classes <@ '{B}'::text[] when 'cell' then classes <@ '{B,C}'::text[]
    when 'police' then classes <@ '{A,B,C}'::text[] when 'acse' then classes <@ '{B}'::text[]
    when 'shelter' then classes <@ '{B,C}'::text[] when 'labour' then classes <@ '{B}'::text[]
    when 'dna_centre' then classes <@ '{B,C}'::text[] when 'health' then classes <@ '{B}'::text[]
    else false end),
  constraint "glass_opening_place_for_police" check (role = 'police' or not ('A' = any (classes))),
  constraint "glass_opening_two_people" check (settled_by is distinct from person_id),
  constraint "glass_opening_settled" check ((state = 'open') = (settled_at is null))
);
--> statement-breakpoint
create index "glass_opening_case_idx" on "glass_opening" ("case_id", "opened_at");
create index "glass_opening_person_idx" on "glass_opening" ("person_id", "opened_at");
create index "glass_opening_opened_idx" on "glass_opening" ("opened_at");
--> statement-breakpoint

-- Whether the organisation that asks takes part now, in a capacity or in any.
create function takes_part(p_case uuid, p_capacity text) returns boolean language sql stable
  as $$
  select exists (
    select from participation p where p.case_id = p_case and p.org_id = (select ctx_org())
      and (p_capacity is null or p.capacity = p_capacity)
      and p.since <= now() and (p.until is null or p.until > now()))
$$;
revoke all on function takes_part from public;
grant execute on function takes_part to mnio_app;
--> statement-breakpoint

alter table glass_opening enable row level security;
alter table glass_opening force row level security;
create policy glass_opening_of_those_concerned on glass_opening for select to mnio_app
  using (
    case_id = (select ctx_case())
    or (select ctx_role()) in ('system', 'dpo')
    or person_id = (select ctx_person())
    or org_id = (select ctx_org())
    or confirm_org_id = (select ctx_org())
    or ((select ctx_org()) = any (told_orgs) and takes_part(case_id, told_as))
  );
create policy glass_opening_by_who_takes_part on glass_opening for insert to mnio_app
  with check (
    case_id = (select ctx_case()) and person_id = (select ctx_person()) and org_id = (select ctx_org())
    and role = (select ctx_role()) and state = 'open' and takes_part(case_id, capacity)
  );
create policy glass_opening_settled_by_another on glass_opening for update to mnio_app
  using (case_id = (select ctx_case()))
  with check (
    case (select ctx_role())
      when 'system' then state = 'lapsed'
      else state in ('confirmed', 'refused') and confirm_org_id = (select ctx_org())
        and person_id <> (select ctx_person()) and settled_by = (select ctx_person())
    end
  );
create trigger glass_opening_frozen before update of state, until, settled_at, settled_by, refusal on glass_opening
  for each row when (old.state <> 'open') execute function refuse_change();
grant select, insert on glass_opening to mnio_app;
grant update (state, until, settled_at, settled_by, refusal) on glass_opening to mnio_app;
--> statement-breakpoint

-- The openings that show something now to the person who asks, in the role and the organisation in which they opened.
create function opened_in_emergency(p_case uuid, p_class text) returns boolean language sql stable
  as $$
  select exists (
    select from glass_opening g where g.case_id = p_case and g.person_id = (select ctx_person())
      and g.org_id = (select ctx_org()) and g.role = (select ctx_role()) and p_class = any (g.classes)
      and g.state in ('open', 'confirmed') and g.opened_at <= now() and g.until > now()
      and takes_part(p_case, g.capacity))
$$;
revoke all on function opened_in_emergency from public;
grant execute on function opened_in_emergency to mnio_app;
create policy compartment_in_emergency on compartment for select to mnio_app
  using (opened_in_emergency(case_id, data_class));
create policy stay_in_emergency on stay for select to mnio_app using (opened_in_emergency(case_id, 'A'));
--> statement-breakpoint

-- The clock of an opening tells that there is one: it is a row for those who see the opening, and for nobody else.
create policy deadline_of_opening on deadline for select to mnio_app
  using (code = 'MNIO-GLASS' and exists (select from glass_opening g where g.id = deadline.id));
create policy deadline_of_opening_alone on deadline as restrictive for select to mnio_app
  using (
    code <> 'MNIO-GLASS' or case_id = (select ctx_case()) or (select ctx_role()) = 'system'
    or exists (select from glass_opening g where g.id = deadline.id)
  );
--> statement-breakpoint

-- Words go with the case that is erased; that there was an opening, and how it ended, stays.
create function erase_openings() returns void language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  if ctx_role() is distinct from 'system' or ctx_case() is null then raise exception 'only the clock erases'; end if;
  update glass_opening set words = null where case_id = ctx_case();
end
$$;
revoke all on function erase_openings from public;
grant execute on function erase_openings to mnio_app;
do $$
begin
  execute format('create policy glass_opening_erased on glass_opening for all to %I using (true)', current_user);
end
$$;
--> statement-breakpoint
comment on table glass_opening is 'Emergency accesses: who opened which classes of which case, why, until when, and which second person answered.';
