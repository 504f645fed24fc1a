-- Two directories that say nothing of any case. Whom to speak to in a prosecution or an interregional court (JIRS): names of
-- professionals, kept by the administration and by the court's own people, read by those who refer to a prosecutor. And how full
-- the asylum scheme is: counts that OFII records by kind of centre and region, read where an asylum place is asked for or offered.
create table court_referent (
  id uuid primary key,
  court_id uuid not null references organisation,
  name text not null,
  service text not null,
  contact text not null,
  verified_on date not null,
  verified_by uuid not null references person,
  verified_org uuid not null references organisation,
  removed_at timestamptz,
  constraint court_referent_said check (name <> '' and service <> '' and contact <> '')
);
create index court_referent_court_idx on court_referent (court_id) where removed_at is null;
comment on table court_referent is 'Named contacts of prosecutions and JIRS: who they are, in which service, and on which day somebody last verified it.';

-- Of a court's own people, or of those who administer; the court must be one, and there.
create function keeps_referents(p_court uuid) returns boolean language sql stable
  as $$
  select (public.administers() or (p_court = public.ctx_org() and public.ctx_role() = 'prosecutor')) and exists (
    select from public.organisation o where o.id = p_court and o.type in ('prosecution', 'jirs') and o.status = 'accredited')
$$;
revoke all on function keeps_referents from public;
grant execute on function keeps_referents to mnio_app;

alter table court_referent enable row level security;
alter table court_referent force row level security;
create policy court_referent_read on court_referent for select to mnio_app
  using ((select ctx_role()) in ('asso', 'health', 'cell_secretary', 'prosecutor', 'police', 'labour_inspection', 'prefecture', 'ofii',
    'shelter', 'child_protection', 'ad_hoc_guardian', 'school', 'school_mediation', 'helpline', 'prison', 'probation', 'admin'));
create policy court_referent_added on court_referent for insert to mnio_app
  with check (keeps_referents(court_id) and verified_by = (select ctx_person()) and verified_org = (select ctx_org()) and removed_at is null);
create policy court_referent_verified on court_referent for update to mnio_app
  using (removed_at is null and keeps_referents(court_id))
  with check (keeps_referents(court_id) and verified_by = (select ctx_person()) and verified_org = (select ctx_org()));
grant select, insert on court_referent to mnio_app;
grant update (name, service, contact, verified_on, verified_by, verified_org, removed_at) on court_referent to mnio_app;

create table asylum_occupancy (
  centre text not null,
  region text not null,
  as_of date not null,
  places integer not null,
  occupied integer not null,
  recorded_by uuid not null references person,
  recorded_at timestamptz not null,
  primary key (centre, region, as_of),
  constraint asylum_occupancy_centre_known check (centre in ('cada', 'huda', 'cph', 'caes', 'prahda', 'specialised')),
  constraint asylum_occupancy_counts check (places >= 0 and occupied >= 0)
);
comment on table asylum_occupancy is 'Places and people in the asylum scheme, as OFII counted them on a day: nobody is in it.';

alter table asylum_occupancy enable row level security;
alter table asylum_occupancy force row level security;
create policy asylum_occupancy_read on asylum_occupancy for select to mnio_app
  using ((select ctx_role()) in ('asso', 'ofii', 'shelter'));
create policy asylum_occupancy_recorded on asylum_occupancy for insert to mnio_app
  with check ((select ctx_role()) = 'ofii' and recorded_by = (select ctx_person()));
create policy asylum_occupancy_corrected on asylum_occupancy for update to mnio_app
  using ((select ctx_role()) = 'ofii') with check ((select ctx_role()) = 'ofii' and recorded_by = (select ctx_person()));
grant select, insert on asylum_occupancy to mnio_app;
grant update (places, occupied, recorded_by, recorded_at) on asylum_occupancy to mnio_app;
