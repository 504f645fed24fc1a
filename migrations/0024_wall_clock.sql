-- What time it is, asked in one place. The walls' clock is PostgreSQL's own, except in the demonstration, whose visitors let
-- weeks pass to see what they bring. How far it is ahead is written by the owner of the tables alone: the roles that serve
-- requests may read it and not move it. Nowhere else is there a row, and the function is then `now()`.
create table demonstration_clock (
  single boolean primary key default true check (single),
  ahead interval not null check (ahead >= interval '0' and ahead < interval '30 years')
);
--> statement-breakpoint
create function wall_clock() returns timestamptz language sql stable parallel safe
  as $$ select now() + coalesce((select ahead from public.demonstration_clock), interval '0') $$;
revoke all on function wall_clock from public;
grant select on demonstration_clock to mnio_app;
grant execute on function wall_clock to mnio_app;
--> statement-breakpoint

alter policy case_by_participation on "case"
  using (
    id = (select ctx_case())
    or exists (
      select from participation p
      where p.case_id = "case".id and p.org_id = (select ctx_org())
        and p.since <= (select wall_clock()) and (p.until is null or p.until > (select wall_clock()))
    )
  );
alter policy compartment_by_class on compartment
  using (
    exists (
      select from participation p
      where p.case_id = compartment.case_id and p.org_id = (select ctx_org())
        and compartment.data_class = any (p.classes)
        and p.since <= (select wall_clock()) and (p.until is null or p.until > (select wall_clock()))
    )
  );
alter policy referral_of_either_side on referral
  using (
    recipient_org_id = (select ctx_org())
    or case_id = (select ctx_case())
    or exists (
      select from participation p
      where p.case_id = referral.case_id and p.org_id = (select ctx_org())
        and p.since <= (select wall_clock()) and (p.until is null or p.until > (select wall_clock()))
    )
  );
alter policy deadline_with_case on deadline
  using (
    case_id = (select ctx_case())
    or (select ctx_role()) = 'system'
    or exists (
      select from participation p
      where p.case_id = deadline.case_id and p.org_id = (select ctx_org())
        and p.since <= (select wall_clock()) and (p.until is null or p.until > (select wall_clock()))
    )
    or exists (select from referral r where r.id = deadline.referral_id)
  );
alter policy identity_mark_by_class on identity_mark
  using (
    exists (
      select from participation p
      where p.case_id = identity_mark.case_id and p.org_id = (select ctx_org())
        and identity_mark.data_class = any (p.classes)
        and p.since <= (select wall_clock()) and (p.until is null or p.until > (select wall_clock()))
    )
  );
alter policy stay_by_class on stay
  using (
    case_id = (select ctx_case())
    or exists (
      select from participation p
      where p.case_id = stay.case_id and p.org_id = (select ctx_org()) and 'A' = any (p.classes)
        and p.capacity not in ('shelter', 'dna_centre', 'minor_shelter')
        and case p.capacity
          when 'acse' then exists (select from place where place.id = stay.place_id and place.kind = 'acse')
          when 'ofii' then exists (select from place where place.id = stay.place_id and place.kind = 'dna')
          else true
        end
        and p.since <= (select wall_clock()) and (p.until is null or p.until > (select wall_clock()))
    )
    or exists (select from place where place.id = stay.place_id and place.org_id = (select ctx_org()))
  );
--> statement-breakpoint
create or replace function takes_part(p_case uuid, p_capacity text) returns boolean language sql stable
  as $$
  select exists (
    select from public.participation p where p.case_id = p_case and p.org_id = (select ctx_org())
      and (p_capacity is null or p.capacity = p_capacity)
      and p.since <= (select public.wall_clock()) and (p.until is null or p.until > (select public.wall_clock())))
$$;
create or replace function opened_in_emergency(p_case uuid, p_class text) returns boolean language sql stable
  as $$
  select exists (
    select from public.glass_opening g where g.case_id = p_case and g.person_id = (select ctx_person())
      and g.org_id = (select ctx_org()) and g.role = (select ctx_role()) and p_class = any (g.classes)
      and g.state in ('open', 'confirmed') and g.opened_at <= (select public.wall_clock()) and g.until > (select public.wall_clock())
      and public.takes_part(p_case, g.capacity))
$$;
--> statement-breakpoint
-- A table of one's own that bears the name of ours would be read in its place by what is named without its schema.
do $$
begin
  execute format('revoke temporary on database %I from public', current_database());
end
$$;
--> statement-breakpoint
comment on table demonstration_clock is 'How far the demonstration is ahead of the day; no row anywhere else.';
