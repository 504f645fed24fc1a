-- What a service of care, accommodation or support offers to those who are referred to it: kinds of help, whom it receives, which
-- languages are spoken, when it is open. No address: whoever is referred is told where by the service itself. A safe shelter has
-- no row here: nobody finds it by searching.
create table service_offer (
  org_id uuid primary key references organisation,
  offers text[] not null,
  receives text[] not null default '{}',
  languages text[] not null default '{}',
  hours text not null default '',
  note text not null default '',
  said_on date not null,
  said_by uuid not null references person,
  constraint service_offer_said check (cardinality(offers) between 1 and 20),
  constraint service_offer_lists check (cardinality(receives) <= 10 and cardinality(languages) <= 40),
  constraint service_offer_short check (length(hours) <= 160 and length(note) <= 300)
);
create index service_offer_offers_idx on service_offer using gin (offers);
comment on table service_offer is 'What an organisation offers to those who are referred to it, as it says itself; no address, and no case.';

create function offers_help(p_org uuid) returns boolean language sql stable security definer set search_path = public, pg_temp
as $$ select exists (select from organisation where id = p_org and status = 'accredited' and type in ('health', 'association', 'siao', 'chrs')) $$;
revoke all on function offers_help from public;
grant execute on function offers_help to mnio_app;

alter table service_offer enable row level security;
alter table service_offer force row level security;
create policy service_offer_read on service_offer for select to mnio_app
  using ((select ctx_org()) is not null and offers_help(org_id));
create policy service_offer_said on service_offer for insert to mnio_app
  with check (manages(org_id) and org_id = (select ctx_org()) and offers_help(org_id) and said_by = (select ctx_person()));
create policy service_offer_said_again on service_offer for update to mnio_app
  using (manages(org_id) and org_id = (select ctx_org()))
  with check (manages(org_id) and org_id = (select ctx_org()) and offers_help(org_id) and said_by = (select ctx_person()));
create policy service_offer_for_owner on service_offer to current_user using (true) with check (true);
grant select, insert on service_offer to mnio_app;
grant update (offers, receives, languages, hours, note, said_on, said_by) on service_offer to mnio_app;
