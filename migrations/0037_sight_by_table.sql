-- Each participation kept a copy of the classes of its capacity: a running case held on to an old right when the table of
-- sight changed, and consents and age were the application's affair alone. What a capacity sees is now rows that `migrate`
-- writes from policies/data-classes.ts, and PostgreSQL asks them together with what the case says of consents and of age.
create table sight (
  capacity text not null,
  data_class text not null,
  consent text,
  minors text check (minors in ('always', 'missing')),
  minors_only boolean not null,
  constraint sight_pk primary key (capacity, data_class)
);
grant select on sight to mnio_app;
--> statement-breakpoint
-- Whether whoever takes part in this capacity may see this class of this case; that it takes part is asked beside it.
create function may_see(p_case uuid, p_capacity text, p_class text) returns boolean language sql stable
  as $$
  select exists (
    select from public.sight s join public."case" c on c.id = p_case
    where s.capacity = p_capacity and s.data_class = p_class
      and (not s.minors_only or c.facts ->> 'ageGroup' <> 'adult')
      and (s.consent is null or c.facts -> 'consents' ? s.consent
        or c.facts ->> 'ageGroup' <> 'adult'
          and (s.minors = 'always' or s.minors = 'missing' and c.facts -> 'missing' = 'true')))
$$;
revoke all on function may_see from public;
grant execute on function may_see to mnio_app;
--> statement-breakpoint
alter policy compartment_by_class on compartment
  using (
    exists (
      select from participation p
      where p.case_id = compartment.case_id and p.org_id = (select ctx_org())
        and p.since <= (select wall_clock()) and (p.until is null or p.until > (select wall_clock()))
        and may_see(p.case_id, p.capacity, compartment.data_class)
    )
  );
alter policy identity_mark_by_class on identity_mark
  using (
    exists (
      select from participation p
      where p.case_id = identity_mark.case_id and p.org_id = (select ctx_org())
        and p.since <= (select wall_clock()) and (p.until is null or p.until > (select wall_clock()))
        and may_see(p.case_id, p.capacity, identity_mark.data_class)
    )
  );
alter policy stay_by_class on stay
  using (
    case_id = (select ctx_case())
    or exists (
      select from participation p
      where p.case_id = stay.case_id and p.org_id = (select ctx_org())
        and p.capacity not in ('shelter', 'dna_centre', 'minor_shelter')
        and case p.capacity
          when 'acse' then exists (select from place where place.id = stay.place_id and place.kind = 'acse')
          when 'ofii' then exists (select from place where place.id = stay.place_id and place.kind = 'dna')
          else true
        end
        and p.since <= (select wall_clock()) and (p.until is null or p.until > (select wall_clock()))
        and may_see(p.case_id, p.capacity, 'A')
    )
    or exists (select from place where place.id = stay.place_id and place.org_id = (select ctx_org()))
  );
--> statement-breakpoint
alter table participation drop column classes;
--> statement-breakpoint
comment on table sight is 'Which capacity may see which data class, and with which consent: written by migrate from the table of the code.';
comment on table participation is 'Which organisation takes part in which case, and in which capacity: the one source of row visibility.';
