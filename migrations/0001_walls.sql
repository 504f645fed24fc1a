-- Who may touch what, by subject. PostgreSQL decides rows, from `participation` alone; the application's policy decides acts
-- and fields. The request role `mnio_app` owns nothing, cannot pass row security, and cannot rewrite history: it may add
-- events, consents and sealed values, never change or remove them. `mnio_location` reads addresses and nothing else,
-- `mnio_stats` what figures are made of. Tests read these grants back from the catalogue; walls.txt lists every wall.
--
-- Row security is forced, so that it holds for the owner of the tables too, who need not be a superuser. Where a function
-- runs under the owner's right (`security definer`), or the owner sweeps what has expired, a policy says so.
grant usage on schema public to mnio_app, mnio_location, mnio_stats;

-- A table of one's own that bears the name of ours would be read in its place by what is named without its schema.
do $$
begin
  execute format('revoke temporary on database %I from public', current_database());
end
$$;

-- Who asks, and when -------------------------------------------------------------------------------------------------------

-- The context of a request, set for one transaction with set_config(…, true). After its first use in a session an
-- absent setting reads '' and not null, hence nullif.
create function ctx_org() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('app.org', true), '')::uuid $$;
create function ctx_person() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('app.person', true), '')::uuid $$;
create function ctx_role() returns text language sql stable parallel safe
  as $$ select nullif(current_setting('app.role', true), '') $$;

-- The one case whose act is being written. The gate sets it after it has read the case under the organisation's own
-- right and authorised the act, so that the act may also write for the others who take part.
create function ctx_case() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('app.case', true), '')::uuid $$;

-- What time it is, asked in one place. The walls' clock is PostgreSQL's own, except in the demonstration, whose visitors let
-- weeks pass. How far it is ahead is written by the owner of the tables alone: the roles that serve requests may read it and
-- not move it. Nowhere else is there a row, and the function is then `now()`.
create function wall_clock() returns timestamptz language sql stable parallel safe
  as $$ select now() + coalesce((select ahead from public.demonstration_clock), interval '0') $$;
revoke all on function wall_clock from public;
grant execute on function wall_clock to mnio_app;
grant select on demonstration_clock to mnio_app;

-- People and organisations -------------------------------------------------------------------------------------------------

grant select, insert, update on person, session, sign_in_attempt to mnio_app;
grant delete on session, sign_in_attempt to mnio_app;
grant select on organisation, membership, habilitation to mnio_app;

-- Who takes part, and what a capacity may see ------------------------------------------------------------------------------

alter table participation enable row level security;
alter table participation force row level security;
-- CASE and not OR: an OR of two indexed columns is estimated as one row, and the worklist is then sorted whole instead of
-- being read in the order of its index.
create policy participation_own_or_gate on participation to mnio_app
  using (case when org_id = (select ctx_org()) then true else case_id = (select ctx_case()) end)
  with check (case_id = (select ctx_case()));
grant select, insert, update on participation to mnio_app;

-- Whether the organisation that asks takes part now, in a capacity or in any.
create function takes_part(p_case uuid, p_capacity text) returns boolean language sql stable
  as $$
  select exists (
    select from public.participation p where p.case_id = p_case and p.org_id = (select ctx_org())
      and (p_capacity is null or p.capacity = p_capacity)
      and p.since <= (select public.wall_clock()) and (p.until is null or p.until > (select public.wall_clock())))
$$;
revoke all on function takes_part from public;
grant execute on function takes_part to mnio_app;

-- Whether whoever takes part in this capacity may see this class of this case; that it takes part is asked beside it. What a
-- capacity sees is rows that `migrate` writes from policies/data-classes.ts; they are asked together with what the case says
-- of consents and of age.
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
grant select on sight to mnio_app;

-- The case -----------------------------------------------------------------------------------------------------------------

-- EXISTS and not IN: every list is driven from `participation`, fifty rows at a time, and a single case must not cost
-- the reading of all the others of the organisation.
alter table "case" enable row level security;
alter table "case" force row level security;
create policy case_by_participation on "case" to mnio_app
  using (
    id = (select ctx_case())
    or exists (
      select from participation p
      where p.case_id = "case".id and p.org_id = (select ctx_org())
        and p.since <= (select wall_clock()) and (p.until is null or p.until > (select wall_clock()))
    )
  )
  with check (id = (select ctx_case()));
grant select, insert, update on "case" to mnio_app;

alter table case_event enable row level security;
alter table case_event force row level security;
create policy case_event_with_case on case_event to mnio_app
  using (exists (select from "case" c where c.id = case_event.case_id))
  with check (case_id = (select ctx_case()));
grant select, insert on case_event to mnio_app;

-- A sealed value opens only to a participation that may see its class: the second wall of the visibility matrix.
alter table compartment enable row level security;
alter table compartment force row level security;
create policy compartment_by_class on compartment for select to mnio_app
  using (
    exists (
      select from participation p
      where p.case_id = compartment.case_id and p.org_id = (select ctx_org())
        and p.since <= (select wall_clock()) and (p.until is null or p.until > (select wall_clock()))
        and may_see(p.case_id, p.capacity, compartment.data_class)
    )
  );
create policy compartment_written_by_gate on compartment for insert to mnio_app
  with check (case_id = (select ctx_case()));
grant select, insert on compartment to mnio_app;

-- A mark is seen by whoever may open the value it was drawn from.
alter table identity_mark enable row level security;
alter table identity_mark force row level security;
create policy identity_mark_by_class on identity_mark for select to mnio_app
  using (
    exists (
      select from participation p
      where p.case_id = identity_mark.case_id and p.org_id = (select ctx_org())
        and p.since <= (select wall_clock()) and (p.until is null or p.until > (select wall_clock()))
        and may_see(p.case_id, p.capacity, identity_mark.data_class)
    )
  );
create policy identity_mark_written_by_gate on identity_mark for insert to mnio_app
  with check (case_id = (select ctx_case()));
grant select, insert on identity_mark to mnio_app;

alter table consent enable row level security;
alter table consent force row level security;
create policy consent_with_case on consent to mnio_app
  using (exists (select from "case" c where c.id = consent.case_id))
  with check (case_id = (select ctx_case()));
grant select, insert on consent to mnio_app;

-- Places and stays ---------------------------------------------------------------------------------------------------------

-- Which pool the people of a role seek in; null for everyone else.
create function desk_pool() returns text language sql stable parallel safe
  as $$ select case (select ctx_role()) when 'acse_desk' then 'acse' when 'ofii' then 'dna' when 'child_protection' then 'minor' end $$;

-- Places are three hidden pools, each with its own desk: Ac.Sé, the asylum scheme and the shelters for minors. A desk sees
-- its pool and no other, a structure sees and keeps its own places, and nobody else learns that they exist.
alter table place enable row level security;
alter table place force row level security;
create policy place_of_desk_or_own on place for select to mnio_app
  using (org_id = (select ctx_org()) or kind = (select desk_pool()));
create policy place_added_by_owner on place for insert to mnio_app with check (org_id = (select ctx_org()));
create policy place_kept_by_owner on place for update to mnio_app
  using (org_id = (select ctx_org())) with check (org_id = (select ctx_org()));
create policy place_for_definer on place to current_user using (true) with check (true);
grant select, insert on place to mnio_app;
grant update (label, sexes, children, languages, accessible, excluded_zones, max_stay_months, centre, out_of_service,
  out_until, version) on place to mnio_app;

-- Whose place an offer would use, if it is of the pool that the offer is made from and in service: the gate must know the
-- recipient without the pool being readable.
create function place_owner(p_place uuid, p_kind text) returns uuid
  language sql stable security definer set search_path = public, pg_temp
  as $$ select org_id from place where id = p_place and kind = p_kind and out_of_service is null $$;
-- Whose place a stay takes, whichever pool it is of.
create function place_owner(p_place uuid) returns uuid language sql stable security definer set search_path = public, pg_temp
  as $$ select org_id from place where id = p_place and out_of_service is null $$;
revoke all on function place_owner(uuid, text), place_owner(uuid) from public;
grant execute on function place_owner(uuid, text), place_owner(uuid) to mnio_app;

-- The address stands apart. A structure says where its place is, and nobody reads it back by this way.
alter table place_address enable row level security;
alter table place_address force row level security;
create policy place_address_by_its_own_role on place_address to mnio_location using (true) with check (true);
create policy place_address_for_owner on place_address to current_user using (true) with check (true);
grant select on place_address to mnio_location;
create function keep_address(p_place uuid, p_body bytea) returns void language plpgsql security definer
  set search_path = public, pg_temp
as $$
begin
  if not exists (select from place where id = p_place and org_id = ctx_org()) then raise exception 'not its own place'; end if;
  insert into place_address values (p_place, p_body) on conflict (place_id) do update set body = excluded.body;
end
$$;
revoke all on function keep_address from public;
grant execute on function keep_address to mnio_app;

-- A stay is known to those who take part with class A in the case, and to the structure that owns the place. A structure
-- knows its own place alone: while a person moves, two of them know that person at once. A desk knows the places of its own
-- pool alone: where the other desk has found one, Ac.Sé is told neither which nor that it is of the asylum scheme.
alter table stay enable row level security;
alter table stay force row level security;
create policy stay_by_class on stay to mnio_app
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
  )
  with check (case_id = (select ctx_case()));
create policy stay_for_definer on stay for select to current_user using (true);
grant select, insert, update on stay to mnio_app;

-- Whether a place is taken, and nothing of who takes it: what the desk of its pool and its structure see.
create function taken_places() returns table (place_id uuid, state text, since timestamptz)
  language sql stable security definer set search_path = public, pg_temp
as $$
  select s.place_id, s.state, s.reserved_at from stay s join place p on p.id = s.place_id
  where s.state in ('reserved', 'admitted') and (p.org_id = ctx_org() or p.kind = desk_pool())
$$;
revoke all on function taken_places from public;
grant execute on function taken_places to mnio_app;

-- Referrals ----------------------------------------------------------------------------------------------------------------

alter table referral enable row level security;
alter table referral force row level security;
create policy referral_of_either_side on referral to mnio_app
  using (
    recipient_org_id = (select ctx_org())
    or case_id = (select ctx_case())
    or exists (
      select from participation p
      where p.case_id = referral.case_id and p.org_id = (select ctx_org())
        and p.since <= (select wall_clock()) and (p.until is null or p.until > (select wall_clock()))
    )
  )
  with check (case_id = (select ctx_case()));
grant select, insert, update on referral to mnio_app;

alter table referral_event enable row level security;
alter table referral_event force row level security;
create policy referral_event_with_referral on referral_event to mnio_app
  using (exists (select from referral r where r.id = referral_event.referral_id))
  with check (exists (select from referral r where r.id = referral_event.referral_id and r.case_id = (select ctx_case())));
grant select, insert on referral_event to mnio_app;

-- A recipient without an account answers one referral through a link. It is an organisation like another, made for that one
-- referral, so that participation and row security hold for it as they stand. The application writes its address and can
-- never read it back: only the mail does, under the owner.
create function external_recipient() returns uuid language plpgsql security definer set search_path = public, pg_temp
as $$
declare made uuid;
begin
  if ctx_case() is null then raise exception 'only an act of a case makes a recipient'; end if;
  insert into organisation (key, type, name, status)
    values ('link-' || gen_random_uuid(), 'external', 'Destinataire par lien', 'accredited') returning id into made;
  return made;
end
$$;
revoke all on function external_recipient from public;
grant execute on function external_recipient to mnio_app;

alter table referral_link enable row level security;
alter table referral_link force row level security;
create policy referral_link_with_referral on referral_link to mnio_app
  using (exists (select from referral r where r.id = referral_link.referral_id))
  with check (exists (select from referral r where r.id = referral_link.referral_id and r.case_id = (select ctx_case())));
create policy referral_link_for_owner on referral_link to current_user using (true) with check (true);
grant select (id, referral_id, org_id, generation, masked, expires_at) on referral_link to mnio_app;
grant insert on referral_link to mnio_app;
grant update (generation, address, masked, expires_at) on referral_link to mnio_app;

-- Which link an address of the browser names is asked before anybody is known, hence a function that tells no more than what
-- is needed to recognise it.
create function link_known(p_id uuid)
  returns table (referral_id uuid, org_id uuid, generation integer, expires_at timestamptz)
  language sql stable security definer set search_path = public, pg_temp
as $$ select l.referral_id, l.org_id, l.generation, l.expires_at from referral_link l where l.id = p_id $$;
revoke all on function link_known from public;
grant execute on function link_known to mnio_app;

-- Clocks -------------------------------------------------------------------------------------------------------------------

-- The clock looks for what is due in all cases, and reads nothing else of them before the gate lets it in.
alter table deadline enable row level security;
alter table deadline force row level security;
create policy deadline_with_case on deadline to mnio_app
  using (
    case_id = (select ctx_case())
    or (select ctx_role()) = 'system'
    or exists (
      select from participation p
      where p.case_id = deadline.case_id and p.org_id = (select ctx_org())
        and p.since <= (select wall_clock()) and (p.until is null or p.until > (select wall_clock()))
    )
    or exists (select from referral r where r.id = deadline.referral_id)
  )
  with check (case_id = (select ctx_case()));
grant select, insert, update on deadline to mnio_app;

alter table firing_lease enable row level security;
alter table firing_lease force row level security;
alter table deadline_setback enable row level security;
alter table deadline_setback force row level security;
alter table worker_beat enable row level security;
alter table worker_beat force row level security;
create policy firing_lease_of_clock on firing_lease to mnio_app using ((select ctx_role()) = 'system');
create policy firing_lease_for_owner on firing_lease to current_user using (true);
create policy deadline_setback_of_clock on deadline_setback to mnio_app using ((select ctx_role()) = 'system');
create policy deadline_setback_for_owner on deadline_setback to current_user using (true);
create policy worker_beat_for_owner on worker_beat to current_user using (true);
grant select, insert, update, delete on firing_lease, deadline_setback to mnio_app;

-- The cell's meeting -------------------------------------------------------------------------------------------------------

-- A meeting, its agenda and its votes are for the cell that holds it and the members it convened, in the role in which they
-- sit: a police officer who is no member of the cell reads nothing of it. Only the cell writes, but for a voice, which each
-- member gives in their own name. A voice is given once and never changed; an item that was settled and minutes that were
-- closed are not rewritten by anyone.
create function refuse_change() returns trigger language plpgsql
as $$ begin raise exception 'what was settled is not rewritten'; end $$;

-- Whether the person who asks was convened: asked past row security, or the policy of the members would ask itself.
create function is_convened(p_meeting uuid) returns boolean language sql stable security definer
  set search_path = public, pg_temp
as $$ select exists (select from meeting_member where meeting_id = p_meeting and person_id = ctx_person()) $$;
revoke all on function is_convened from public;
grant execute on function is_convened to mnio_app;

alter table meeting enable row level security;
alter table meeting force row level security;
create policy meeting_of_cell_or_convened on meeting to mnio_app
  using (
    case (select ctx_role())
      when 'cell_secretary' then org_id = (select ctx_org())
      when 'cell_member' then is_convened(id)
      else false
    end
  )
  with check ((select ctx_role()) = 'cell_secretary' and org_id = (select ctx_org()));
create trigger meeting_frozen before update on meeting
  for each row when (old.state in ('closed', 'cancelled')) execute function refuse_change();
grant select, insert, update on meeting to mnio_app;

alter table meeting_member enable row level security;
alter table meeting_member force row level security;
create policy meeting_member_of_cell_or_convened on meeting_member to mnio_app
  using (
    case (select ctx_role())
      when 'cell_secretary' then cell_org_id = (select ctx_org())
      when 'cell_member' then is_convened(meeting_id)
      else false
    end
  )
  with check ((select ctx_role()) = 'cell_secretary' and cell_org_id = (select ctx_org()));
create policy meeting_member_for_definer on meeting_member for select to current_user using (true);
grant select, insert, update on meeting_member to mnio_app;

-- A member may lock an item while voting, and neither change nor remove it.
alter table meeting_item enable row level security;
alter table meeting_item force row level security;
create policy meeting_item_read on meeting_item for select to mnio_app
  using (exists (select from meeting m where m.id = meeting_item.meeting_id));
create policy meeting_item_written on meeting_item for insert to mnio_app
  with check (
    (select ctx_role()) = 'cell_secretary'
    and exists (select from meeting m where m.id = meeting_item.meeting_id)
  );
create policy meeting_item_changed on meeting_item for update to mnio_app
  using (exists (select from meeting m where m.id = meeting_item.meeting_id))
  with check ((select ctx_role()) = 'cell_secretary');
create policy meeting_item_removed on meeting_item for delete to mnio_app
  using (
    (select ctx_role()) = 'cell_secretary'
    and exists (select from meeting m where m.id = meeting_item.meeting_id)
  );
create trigger meeting_item_frozen before update on meeting_item
  for each row when (old.state <> 'waiting') execute function refuse_change();
grant select, insert, update, delete on meeting_item to mnio_app;

alter table meeting_vote enable row level security;
alter table meeting_vote force row level security;
create policy meeting_vote_own_or_cell on meeting_vote to mnio_app
  using (
    person_id = (select ctx_person())
    or ((select ctx_role()) = 'cell_secretary' and cell_org_id = (select ctx_org()))
  )
  with check (
    (recorded_by = 'member' and person_id = (select ctx_person()))
    or (recorded_by = 'secretary' and (select ctx_role()) = 'cell_secretary' and cell_org_id = (select ctx_org()))
  );
grant select, insert on meeting_vote to mnio_app;

-- Emergency access ---------------------------------------------------------------------------------------------------------

-- Who takes part in a case and faces an emergency may read, for an hour and alone, what the visibility matrix keeps from its
-- capacity; a second person confirms within a day or the sight ends. An opening is one person's, never an organisation's,
-- and holds only as long as the organisation takes part. It is a basis of sight beside `participation`: sealed values and a
-- stay are rows for it too, by class and by the clock of PostgreSQL. Only who is not the opener may settle it, only the
-- clock lets it lapse, and what was settled is not rewritten.
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

-- Where a person sleeps is opened to the police while that person's danger is recorded as immediate: by another organisation
-- than the one that opens, which would otherwise write down itself what opens the door. The log says who recorded it;
-- whoever took it back since starts it anew. It looks only at what everybody who takes part is told, aloud where the act
-- itself is hidden: were an arrival to end it, a refusal would tell who came where. A refusal of OFII says to nobody that
-- there is danger, and opens nothing.
create function danger_told_by_another(p_case uuid) returns boolean language sql stable
  as $$
  select exists (
    select from case_event e where e.case_id = p_case and e.org_id <> (select ctx_org())
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
revoke all on function danger_told_by_another from public;
grant execute on function danger_told_by_another to mnio_app;
create policy glass_opening_of_place_told_by_another on glass_opening as restrictive for insert to mnio_app
  with check (not ('A' = any (classes)) or danger_told_by_another(case_id));

-- The openings that show something now to the person who asks, in the role and the organisation in which they opened.
create function opened_in_emergency(p_case uuid, p_class text) returns boolean language sql stable
  as $$
  select exists (
    select from public.glass_opening g where g.case_id = p_case and g.person_id = (select ctx_person())
      and g.org_id = (select ctx_org()) and g.role = (select ctx_role()) and p_class = any (g.classes)
      and g.state in ('open', 'confirmed') and g.opened_at <= (select public.wall_clock()) and g.until > (select public.wall_clock())
      and public.takes_part(p_case, g.capacity))
$$;
revoke all on function opened_in_emergency from public;
grant execute on function opened_in_emergency to mnio_app;
create policy compartment_in_emergency on compartment for select to mnio_app
  using (opened_in_emergency(case_id, data_class));
create policy stay_in_emergency on stay for select to mnio_app using (opened_in_emergency(case_id, 'A'));

-- The clock of an opening tells that there is one: it is a row for those who see the opening, and for nobody else.
create policy deadline_of_opening on deadline for select to mnio_app
  using (code = 'MNIO-GLASS' and exists (select from glass_opening g where g.id = deadline.id));
create policy deadline_of_opening_alone on deadline as restrictive for select to mnio_app
  using (
    code <> 'MNIO-GLASS' or case_id = (select ctx_case()) or (select ctx_role()) = 'system'
    or exists (select from glass_opening g where g.id = deadline.id)
  );

-- What the mechanism leaves open -------------------------------------------------------------------------------------------

-- It is decided in dated versions by two people of the administration: one writes, another publishes. PostgreSQL holds both
-- rules, so that no route can forget them. Everybody lives under published versions and may read them.
alter table config_version enable row level security;
alter table config_version force row level security;
create policy config_version_read on config_version for select to mnio_app
  using (state <> 'draft' or (select ctx_role()) = 'admin');
create policy config_version_drafted on config_version for insert to mnio_app
  with check ((select ctx_role()) = 'admin' and state = 'draft' and created_by = (select ctx_person()) and writers = array[(select ctx_person())]);
create policy config_version_decided on config_version for update to mnio_app
  using ((select ctx_role()) = 'admin' and state <> 'withdrawn') with check ((select ctx_role()) = 'admin');
-- The owner puts the first version in place.
create policy config_version_for_owner on config_version to current_user using (true) with check (true);

-- A published version may only be withdrawn, whole, before its day; the gate knows which day it is.
create function config_version_kept() returns trigger language plpgsql set search_path = public, pg_temp
as $$
begin
  if old.state <> 'draft' then
    if old.state = 'withdrawn' or new.state <> 'withdrawn'
      or (new.version, new.id, new.effective_on, new.body, new.revision, new.based_on, new.created_by, new.writers, new.created_at, new.published_by, new.published_at)
        is distinct from
        (old.version, old.id, old.effective_on, old.body, old.revision, old.based_on, old.created_by, old.writers, old.created_at, old.published_by, old.published_at)
    then raise exception 'a published version never changes'; end if;
  elsif new.state = 'published' then
    if new.published_by is null or new.published_at is null or new.published_by = any (new.writers)
      or new.published_by is distinct from ctx_person()
      or (new.version, new.body, new.effective_on, new.revision, new.writers) is distinct from (old.version, old.body, old.effective_on, old.revision, old.writers)
    then raise exception 'another person publishes what was written, as it was written'; end if;
  elsif not (old.writers <@ new.writers) then raise exception 'who wrote is not forgotten';
  elsif new.body is distinct from old.body and not (ctx_person() = any (new.writers)) then raise exception 'who writes signs';
  end if;
  return new;
end
$$;
create trigger config_version_kept before update on config_version for each row execute function config_version_kept();

-- Moving running cases from a version to another shows the administration their codes and clocks, and nothing else of them.
alter table config_move enable row level security;
alter table config_move force row level security;
create policy config_move_of_admin on config_move to mnio_app
  using ((select ctx_role()) in ('admin', 'system')) with check ((select ctx_role()) in ('admin', 'system'));
alter table config_move_case enable row level security;
alter table config_move_case force row level security;
create policy config_move_case_read on config_move_case for select to mnio_app using ((select ctx_role()) in ('admin', 'system'));
create policy config_move_case_written on config_move_case for insert to mnio_app
  with check ((select ctx_role()) = 'system' and case_id = (select ctx_case()));
create policy config_move_case_undone on config_move_case for update to mnio_app
  using ((select ctx_role()) = 'system') with check (case_id = (select ctx_case()));
grant select, insert, update on config_version, config_move, config_move_case to mnio_app;

-- The administration reads what a move to another version of the configuration would change, case by case and by code: with the
-- territory where each person was met and the days counted by it. Where she lives now is for whoever follows her.
create function config_cases(p_version text, p_after text, p_limit integer)
  returns table (case_id uuid, code text, territory text, deciding boolean, clocks jsonb)
  language sql stable security definer set search_path = public, pg_temp
as $$
  select c.id, c.code, c.facts ->> 'met', c.identification in ('under_triage', 'review_open'),
    coalesce((
      select jsonb_agg(jsonb_build_object('id', d.id, 'code', d.code, 'startsOn', d.met_starts_on, 'dueOn', d.met_due_on,
        'dueAt', to_char(d.met_due_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
        'startedAt', to_char(d.started_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'stood', d.stood)
        order by d.met_due_at, d.id)
      from deadline d where d.case_id = c.id and d.state = 'running'), '[]')
  from "case" c
  where ctx_role() in ('admin', 'system') and c.config_version = p_version and c.code > p_after
  order by c.code limit p_limit
$$;
create function config_case_counts() returns table (version text, cases bigint)
  language sql stable security definer set search_path = public, pg_temp
as $$
  select c.config_version, count(*) from "case" c where ctx_role() in ('admin', 'system') group by c.config_version
$$;
-- A recipient answers under the version of a case that it does not see yet.
create function config_version_of(p_referral uuid) returns text language sql stable security definer set search_path = public, pg_temp
as $$
  select c.config_version from referral r join "case" c on c.id = r.case_id
  where r.id = p_referral and (ctx_org() in (r.recipient_org_id, r.sender_org_id) or exists (
    select from participation p where p.case_id = r.case_id and p.org_id = ctx_org() and p.until is null))
$$;
revoke all on function config_cases, config_case_counts, config_version_of from public;
grant execute on function config_cases, config_case_counts, config_version_of to mnio_app;
create policy case_for_configuration on "case" for select to current_user using (true);
create policy referral_for_configuration on referral for select to current_user using (true);
create policy participation_for_configuration on participation for select to current_user using (true);
create policy deadline_for_configuration on deadline for select to current_user using (true);

-- What a desk keeps --------------------------------------------------------------------------------------------------------

alter table notice enable row level security;
alter table notice force row level security;
create policy notice_own on notice for select to mnio_app using (org_id = (select ctx_org()));
create policy notice_told on notice for insert to mnio_app with check ((select ctx_role()) = 'system');
create policy notice_swept on notice for all to current_user using (true);
grant select, insert on notice to mnio_app;

alter table notice_read enable row level security;
alter table notice_read force row level security;
create policy notice_read_own on notice_read to mnio_app
  using (person_id = (select ctx_person()) and org_id = (select ctx_org()))
  with check (person_id = (select ctx_person()) and org_id = (select ctx_org()));
grant select, insert, update on notice_read to mnio_app;

alter table draft enable row level security;
alter table draft force row level security;
create policy draft_own on draft to mnio_app
  using (person_id = (select ctx_person())) with check (person_id = (select ctx_person()));
create policy draft_swept on draft for all to current_user using (true);
grant select, insert, update, delete on draft to mnio_app;

alter table idempotency enable row level security;
alter table idempotency force row level security;
create policy idempotency_own on idempotency to mnio_app
  using (person_id = (select ctx_person())) with check (person_id = (select ctx_person()));
create policy idempotency_swept on idempotency for all to current_user using (true);
grant select, insert, delete on idempotency to mnio_app;

-- Erasure ------------------------------------------------------------------------------------------------------------------

-- Sealed values are never changed; they are destroyed when a case is erased, by the clock alone, for the one case whose act
-- is being written. So are the free words that people wrote in fields that no class seals, field by field as the tables of
-- acts name them: codes, days and who acted stay, so that the log can still be read. The hash chain covers names of fields
-- and never a value: it is verified after as before.
create function erase_sealed(p_words jsonb) returns void language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  if ctx_role() is distinct from 'system' or ctx_case() is null then raise exception 'only the clock erases'; end if;
  delete from compartment where case_id = ctx_case();
  -- Words that people wrote to one another, and the clocks from which a birth date can be read.
  update referral_event e set input = '{}' from referral r where r.id = e.referral_id and r.case_id = ctx_case();
  update referral set preview = preview - 'needs' where case_id = ctx_case();
  delete from deadline where case_id = ctx_case() and (code like 'D-MAJORITY%' or code like 'D-LIMIT%MINOR');
  update deadline set computation = '{}', met_computation = '{}', sealed = null where case_id = ctx_case();
  update case_event set input = input - array(select jsonb_array_elements_text(p_words -> command))
    where case_id = ctx_case() and p_words ? command;
end
$$;
-- A person of whom elements stay insufficient loses the identity after the configured time, and nothing else.
create function erase_identity() returns void language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  if ctx_role() is distinct from 'system' or ctx_case() is null then raise exception 'only the clock erases'; end if;
  delete from compartment where case_id = ctx_case() and data_class = 'B';
  delete from deadline where case_id = ctx_case() and code like 'D-MAJORITY%';
  update deadline set computation = array['month'], met_computation = array['month'], sealed = null
    where case_id = ctx_case() and sealed is not null;
end
$$;
-- The words of an emergency access go; that there was one, and how it ended, stays.
create function erase_openings() returns void language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  if ctx_role() is distinct from 'system' or ctx_case() is null then raise exception 'only the clock erases'; end if;
  update glass_opening set words = null where case_id = ctx_case();
end
$$;
-- What was asked about the case, its referrals and its emergency accesses.
create function erase_requests() returns void language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  if ctx_role() is distinct from 'system' or ctx_case() is null then raise exception 'only the clock erases'; end if;
  delete from idempotency where aggregate_id = ctx_case()
    or aggregate_id in (select id from referral where case_id = ctx_case())
    or aggregate_id in (select id from glass_opening where case_id = ctx_case());
end
$$;
revoke all on function erase_sealed, erase_identity, erase_openings, erase_requests from public;
grant execute on function erase_sealed, erase_identity, erase_openings, erase_requests to mnio_app;
create policy compartment_erased on compartment for all to current_user using (true);
create policy referral_erased on referral for all to current_user using (true);
create policy referral_event_erased on referral_event for all to current_user using (true);
create policy deadline_erased on deadline for all to current_user using (true);
create policy case_event_erased on case_event for all to current_user using (true);
create policy glass_opening_erased on glass_opening for all to current_user using (true);

-- Figures ------------------------------------------------------------------------------------------------------------------

-- Figures are made without a code, an identifier that anybody knows, or a person.
create policy case_for_figures on "case" for select to mnio_stats using (true);
create policy case_event_for_figures on case_event for select to mnio_stats using (true);
create policy referral_for_figures on referral for select to mnio_stats using (true);
create policy stay_for_figures on stay for select to mnio_stats using (true);
create policy place_for_figures on place for select to mnio_stats using (true);
grant select (id, territory, opened_at, identification, housing, residence, judicial, minor, closure, facts) on "case" to mnio_stats;
grant select (case_id, seq, at, command) on case_event to mnio_stats;
grant select (case_id, kind, state, reason, sent_at, answered_at, moved_at) on referral to mnio_stats;
grant select (case_id, state, reserved_at) on stay to mnio_stats;
grant select (id, out_of_service) on place to mnio_stats;

-- Whether an act left a child at home, or took it back there: then nobody seeks a place for it any more. What a house alone
-- says of where the child goes ends no search. What a judge wrote stays unread by whoever makes figures, which learns of
-- these acts alone.
create function went_home(p_command text, p_input jsonb) returns boolean language sql immutable parallel safe
as $$
  select case p_command
    when 'measure.order' then p_input ->> 'measure' = 'home'
    when 'measure.merits' then p_input ->> 'measure' = 'home'
    when 'minor.reception_ended' then p_input ->> 'how' = 'returned'
    when 'minor.placement_ended' then p_input ->> 'reason' = 'family'
    else false end
$$;
create function homecomings() returns table (case_id uuid, seq integer) language sql stable security definer
  set search_path = public, pg_temp
as $$
  select e.case_id, e.seq from case_event e
  where e.command in ('measure.order', 'measure.merits', 'minor.reception_ended', 'minor.placement_ended')
    and went_home(e.command, e.input)
$$;
revoke all on function homecomings from public;
grant execute on function homecomings to mnio_stats;

-- A release is kept as it was made: nobody may change or remove it, its own role least of all.
create trigger figure_release_row_frozen before update or delete on figure_release
  for each row execute function refuse_change();
create trigger figure_release_frozen before truncate on figure_release
  for each statement execute function refuse_change();
grant select on figure_release to mnio_app;
grant select, insert on figure_release to mnio_stats;

create function keep_standing() returns trigger language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  insert into case_standing (case_id, until, territory, identification, housing, minor, closure)
    values (old.id, new.updated_at, old.territory, old.identification, old.housing, old.minor, old.closure);
  return null;
end
$$;
revoke all on function keep_standing from public;
create trigger case_standing_kept after update on "case" for each row
  when (date_trunc('quarter', old.updated_at at time zone 'Europe/Paris') < date_trunc('quarter', new.updated_at at time zone 'Europe/Paris'))
  execute function keep_standing();
alter table case_standing enable row level security;
alter table case_standing force row level security;
create policy case_standing_for_figures on case_standing for select to mnio_stats using (true);
create policy case_standing_kept on case_standing for all to current_user using (true);
grant select on case_standing to mnio_stats;

-- Audit --------------------------------------------------------------------------------------------------------------------

-- Audit is written by one function and read by the data protection officer; the clock of checkpoints is the chain itself.
-- Not forced: the function's owner, who owns the table, must be able to append.
alter table audit_event enable row level security;
create policy audit_event_for_dpo on audit_event for select to mnio_app using ((select ctx_role()) = 'dpo');
grant select on audit_event to mnio_app;
alter table audit_head enable row level security;

-- One chain for each case, and one for what belongs to no case. The hash covers every column of the row and the hash
-- before it, so that a changed, removed, added or reordered row shows. Fields are joined by the unit separator, which
-- the application never lets into a text.
create function audit_content(
  previous bytea, chain text, seq bigint, at timestamptz, person uuid, org uuid, role text,
  action text, object text, outcome text, detail text
) returns bytea language sql stable parallel safe
as $$
  select sha256(convert_to(concat_ws(E'\x1f',
    encode(previous, 'hex'), chain, seq::text,
    to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    coalesce(person::text, '-'), coalesce(org::text, '-'), role, action, object, outcome, detail), 'UTF8'))
$$;
create function append_audit(
  p_chain text, p_at timestamptz, p_person uuid, p_org uuid, p_role text,
  p_action text, p_object text, p_outcome text, p_detail text
) returns void language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  head audit_head;
  next_hash bytea;
begin
  insert into audit_head values (p_chain, 0, '\x00') on conflict do nothing;
  select * into head from audit_head where chain = p_chain for update;
  next_hash := audit_content(head.hash, p_chain, head.seq + 1, p_at, p_person, p_org, p_role, p_action, p_object, p_outcome, p_detail);
  insert into audit_event values (
    p_chain, head.seq + 1, p_at, p_person, p_org, p_role, p_action, p_object, p_outcome, p_detail, head.hash, next_hash);
  update audit_head set seq = head.seq + 1, hash = next_hash where chain = p_chain;
end
$$;
revoke all on function append_audit from public;
grant execute on function append_audit to mnio_app, mnio_location;

-- Whoever answers for data protection reads no case, and must know one again in the journal: its public code, and no more.
create function audited_code(p_chain text) returns text language sql stable security definer set search_path = public, pg_temp
as $$
  select c.code from "case" c
  where ctx_role() = 'dpo'
    and c.id = case when p_chain ~ '^case:[0-9a-f-]{36}$' then substr(p_chain, 6)::uuid end
$$;
revoke all on function audited_code from public;
grant execute on function audited_code to mnio_app;

-- The queue ----------------------------------------------------------------------------------------------------------------

-- Jobs join the transaction of the act that needs them. Only these tasks may be asked for, with ids and nothing else.
create function enqueue(p_task text, p_payload json) returns void language plpgsql security definer
  set search_path = graphile_worker, pg_temp
as $$
begin
  if p_task not in ('tell') then raise exception 'unknown task'; end if;
  perform graphile_worker.add_job(p_task, p_payload);
end
$$;
-- One job at a time for each move.
create function enqueue_config_move(p_move uuid) returns void language plpgsql security definer
  set search_path = graphile_worker, pg_temp
as $$
begin
  perform graphile_worker.add_job('configuration', json_build_object('id', p_move), job_key := 'configuration:' || p_move);
end
$$;
-- A reminder to who answers by link asks for the same letter with one word more.
create function enqueue_link_mail(p_link uuid, p_reminder boolean default false) returns void language plpgsql security definer
  set search_path = graphile_worker, pg_temp
as $$ begin perform graphile_worker.add_job('mail_link', json_build_object('link', p_link, 'reminder', p_reminder)); end $$;
revoke all on function enqueue, enqueue_config_move, enqueue_link_mail from public;
grant execute on function enqueue, enqueue_config_move, enqueue_link_mail to mnio_app;
