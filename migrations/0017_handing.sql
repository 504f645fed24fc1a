-- The association that accompanies a person hands the case on to another one, which she has agreed to and which answers for itself.
-- Until it answers nothing changes, for anybody: the one goes on accompanying, and the other knows from whom, of which département
-- and what kinds of information it would receive. The answer itself is an act of the case; here stands what was proposed.
create table case_handing (
  id uuid primary key,
  case_id uuid not null references "case",
  from_org_id uuid not null references organisation,
  to_org_id uuid not null references organisation,
  state text not null,
  territory text not null,
  agreed_on date not null,
  language text not null,
  means text not null,
  interpreter boolean not null,
  proposed_by uuid not null references person,
  proposed_at timestamptz not null,
  expires_at timestamptz not null,
  settled_by uuid references person,
  settled_at timestamptz,
  reason text,
  constraint case_handing_state_known check (state in ('proposed', 'accepted', 'refused', 'withdrawn', 'expired')),
  constraint case_handing_of_two check (from_org_id <> to_org_id),
  constraint case_handing_settled_whole check ((state = 'proposed') = (settled_at is null)),
  constraint case_handing_reason_known check (reason in ('full', 'not_ours', 'too_close', 'by_person', 'by_sender')),
  constraint case_handing_expires check (expires_at > proposed_at)
);
create unique index case_handing_open on case_handing (case_id, from_org_id) where state = 'proposed';
create index case_handing_from_idx on case_handing (from_org_id, proposed_at);
create index case_handing_to_idx on case_handing (to_org_id, proposed_at);
comment on table case_handing is 'That a case is to pass from the association that accompanies the person to another, with her agreement: what was proposed, and what became of it.';
comment on column case_handing.territory is 'Of the case, as it was proposed: whoever is asked reads nothing of the case itself.';

-- Its two sides read it, in the role by which people are accompanied. Of an organisation in teams, whoever leads; and whoever follows
-- the case, once somebody does. It is written while its case is, by the side whose step it is.
alter table case_handing enable row level security;
alter table case_handing force row level security;
create policy case_handing_of_either_side on case_handing for select to mnio_app
  using (case_id = (select ctx_case())
    or ((select ctx_org()) in (from_org_id, to_org_id) and (select ctx_role()) = 'asso'
      and case when ctx_whole() then true else follows(case_id) end));
create policy case_handing_proposed on case_handing for insert to mnio_app
  with check (case_id = (select ctx_case()) and from_org_id = (select ctx_org()) and proposed_by = (select ctx_person())
    and state = 'proposed' and takes_part(case_id, 'referent'));
create policy case_handing_settled on case_handing for update to mnio_app
  using (case_id = (select ctx_case()) and state = 'proposed' and (select ctx_org()) in (from_org_id, to_org_id))
  with check (case_id = (select ctx_case())
    and case state
      when 'accepted' then to_org_id = (select ctx_org())
      when 'refused' then to_org_id = (select ctx_org())
      else from_org_id = (select ctx_org()) end);
create policy case_handing_for_owner on case_handing to current_user using (true) with check (true);
grant select, insert on case_handing to mnio_app;
grant update (state, settled_by, settled_at, reason) on case_handing to mnio_app;

-- A notice of a proposal is for whoever reads the proposal.
create or replace function hears_of(p_about text, p_id uuid) returns boolean language plpgsql stable
  as $$ begin
  return case p_about
    when 'case' then exists (select from public.participation p where p.case_id = p_id and p.org_id = public.ctx_org())
    when 'referral' then exists (select from public.referral r where r.id = p_id)
    when 'reminder' then exists (select from public.referral r where r.id = p_id)
    when 'meeting' then exists (select from public.meeting m where m.id = p_id)
    when 'opening' then exists (select from public.glass_opening g where g.id = p_id)
    when 'caseload' then exists (select from public.caseload c where c.id = p_id)
    when 'handing' then exists (select from public.case_handing h where h.id = p_id)
    else false end;
end $$;
