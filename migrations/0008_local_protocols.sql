-- The mechanism is declined in territories: a protocol, signed there by the prefecture and the public prosecutor, sets rules that
-- the national version leaves open. A case is pinned to the pair, written as one name (`2026-09+69-2027-01`), so that what stood
-- in `config_version` before means what it meant. PostgreSQL holds who prepares, who signs and that nothing signed ever changes.
create table local_protocol (
  id uuid primary key,
  name text not null constraint local_protocol_name_unique unique,
  place text not null,
  territory text not null,
  state text not null,
  effective_on date not null,
  body jsonb not null,
  revision integer not null default 1,
  based_on text,
  created_by uuid not null references person,
  org_id uuid not null references organisation,
  writers uuid[] not null,
  created_at timestamptz not null,
  signed_at timestamptz,
  withdrawn_by uuid references person,
  withdrawn_at timestamptz,
  constraint local_protocol_state_known check (state in ('draft', 'signed', 'withdrawn')),
  constraint local_protocol_of_its_territory check (split_part(place, '.', 1) = territory and starts_with(name, place || '-')),
  constraint local_protocol_signed_says_when check (state <> 'signed' or signed_at is not null)
);
create index local_protocol_list_idx on local_protocol (territory, name);
comment on table local_protocol is 'Rules that a territory sets where the national version leaves them open; all of it is public once it is signed.';

create table local_protocol_signature (
  protocol_id uuid not null references local_protocol,
  side text not null,
  person_id uuid not null references person,
  org_id uuid not null references organisation,
  revision integer not null,
  at timestamptz not null,
  primary key (protocol_id, side),
  constraint local_protocol_signature_one_person_one_side unique (protocol_id, person_id),
  constraint local_protocol_signature_side_known check (side in ('prefecture', 'prosecution'))
);
comment on table local_protocol_signature is 'Who signed a protocol, for which side and in which revision: each side once, two persons.';

-- The side for which whoever asks signs in a territory, or null. A prosecution that says no court has them all.
create function protocol_side(p_place text) returns text language sql stable
  as $$
  select case when o.type = 'prefecture' and ctx_role() = 'prefecture' then 'prefecture'
    when o.type = 'prosecution' and ctx_role() = 'prosecutor' and (o.court is null or position('.' in p_place) = 0 or o.court = p_place)
      then 'prosecution' end
  from public.organisation o
  where o.id = ctx_org() and o.status = 'accredited' and o.territory = split_part(p_place, '.', 1)
$$;
create function prepares_protocol(p_territory text) returns boolean language sql stable
  as $$
  select exists (select from public.organisation o
    where o.id = ctx_org() and o.type = 'cell' and ctx_role() = 'cell_secretary' and o.status = 'accredited' and o.territory = p_territory)
$$;
revoke all on function protocol_side, prepares_protocol from public;
grant execute on function protocol_side, prepares_protocol to mnio_app;

-- A draft is for those who prepare and sign it; what was signed is for everybody who lives under it.
alter table local_protocol enable row level security;
alter table local_protocol force row level security;
create policy local_protocol_read on local_protocol for select to mnio_app
  using (signed_at is not null or prepares_protocol(territory) or protocol_side(place) is not null);
create policy local_protocol_drafted on local_protocol for insert to mnio_app
  with check (prepares_protocol(territory) and state = 'draft' and created_by = (select ctx_person()) and org_id = (select ctx_org())
    and writers = array[(select ctx_person())]);
create policy local_protocol_decided on local_protocol for update to mnio_app
  using (state <> 'withdrawn' and (prepares_protocol(territory) or protocol_side(place) is not null))
  with check (prepares_protocol(territory) or protocol_side(place) is not null);

alter table local_protocol_signature enable row level security;
alter table local_protocol_signature force row level security;
create policy local_protocol_signature_read on local_protocol_signature for select to mnio_app
  using (exists (select from local_protocol p where p.id = protocol_id));
create policy local_protocol_signature_given on local_protocol_signature for insert to mnio_app
  with check (person_id = (select ctx_person()) and org_id = (select ctx_org())
    and exists (select from local_protocol p where p.id = protocol_id and p.state = 'draft' and protocol_side(p.place) = side));
grant select, insert, update on local_protocol to mnio_app;
grant select, insert on local_protocol_signature to mnio_app;

create function local_protocol_signed_as_written() returns trigger language plpgsql set search_path = public, pg_temp
as $$
begin
  if not exists (select from local_protocol p where p.id = new.protocol_id and p.revision = new.revision
      and not (new.person_id = any (p.writers)))
  then raise exception 'another person signs what was written, as it was written'; end if;
  return new;
end
$$;
create trigger local_protocol_signed_as_written before insert on local_protocol_signature
  for each row execute function local_protocol_signed_as_written();

-- What was signed never changes: it may be taken back, whole, before its day; the gate knows which day it is.
create function local_protocol_kept() returns trigger language plpgsql set search_path = public, pg_temp
as $$
declare
  given integer := (select count(*) from local_protocol_signature s where s.protocol_id = old.id);
begin
  if (new.id, new.name, new.place, new.territory, new.based_on, new.created_by, new.org_id, new.created_at)
    is distinct from (old.id, old.name, old.place, old.territory, old.based_on, old.created_by, old.org_id, old.created_at)
  then raise exception 'a protocol keeps its name and its territory'; end if;
  if (old.state <> 'draft' or given > 0)
    and (new.body, new.effective_on, new.revision, new.writers) is distinct from (old.body, old.effective_on, old.revision, old.writers)
  then raise exception 'what was signed never changes'; end if;
  if old.state <> 'draft' then
    if old.state = 'withdrawn' or new.state <> 'withdrawn' or new.signed_at is distinct from old.signed_at
    then raise exception 'what was signed never changes'; end if;
  elsif new.state = 'signed' then
    if given < 2 or new.signed_at is null then raise exception 'two sides sign'; end if;
  elsif new.signed_at is not null then raise exception 'two sides sign';
  elsif not (old.writers <@ new.writers) then raise exception 'who wrote is not forgotten';
  elsif new.body is distinct from old.body and (not prepares_protocol(new.territory) or not (ctx_person() = any (new.writers)))
  then raise exception 'who writes signs'; end if;
  if new.state = 'withdrawn' and not prepares_protocol(new.territory) then raise exception 'the cell takes back what it prepared'; end if;
  return new;
end
$$;
create trigger local_protocol_kept before update on local_protocol for each row execute function local_protocol_kept();

-- The words of a reason that a configuration adds stand beside the reason of the tables, which figures and lists go by.
alter table referral add column reason_added jsonb;
comment on column referral.reason_added is 'The words of an added reason as they stood when it was given; `reason` is that of the tables.';

-- A move is of the national part of pairs, in the whole country, or of their local part, in one territory. The other part stays.
alter table config_move
  alter column from_version drop not null,
  alter column to_version drop not null,
  add column territory text,
  add column from_local text references local_protocol (name),
  add column to_local text references local_protocol (name),
  add constraint config_move_of_one_part check (case when territory is null
    then from_version is not null and to_version is not null and from_local is null and to_local is null
    else from_version is null and to_version is null and from_local is distinct from to_local end);

drop index case_config_version_idx;
create index case_config_version_idx on "case" ((split_part(config_version, '+', 1)), code);

drop function config_cases(text, text, integer);
drop function config_case_counts();
create function config_cases(p_version text, p_territory text, p_local text, p_after text, p_limit integer)
  returns table (case_id uuid, code text, territory text, version text, deciding boolean, clocks jsonb)
  language sql stable security definer set search_path = public, pg_temp
as $$
  select c.id, c.code, c.facts ->> 'met', c.config_version, c.identification in ('under_triage', 'review_open'),
    coalesce((
      select jsonb_agg(jsonb_build_object('id', d.id, 'code', d.code, 'startsOn', d.met_starts_on, 'dueOn', d.met_due_on,
        'dueAt', to_char(d.met_due_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
        'startedAt', to_char(d.started_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'stood', d.stood)
        order by d.met_due_at, d.id)
      from deadline d where d.case_id = c.id and d.state = 'running'), '[]')
  from "case" c
  where ctx_role() in ('admin', 'system') and c.code > p_after
    and (p_version is null or split_part(c.config_version, '+', 1) = p_version)
    and (p_territory is null or (c.facts ->> 'met' = p_territory and split_part(c.config_version, '+', 2) = coalesce(p_local, '')))
  order by c.code limit p_limit
$$;
create function config_case_counts() returns table (version text, local text, territory text, cases bigint)
  language sql stable security definer set search_path = public, pg_temp
as $$
  select split_part(c.config_version, '+', 1), nullif(split_part(c.config_version, '+', 2), ''), c.facts ->> 'met', count(*)
  from "case" c where ctx_role() in ('admin', 'system') group by 1, 2, 3
$$;
revoke all on function config_cases, config_case_counts from public;
grant execute on function config_cases, config_case_counts to mnio_app;
