-- A calendar that subscribes to the days of one membership: how many deadlines on which day, when a meeting begins, and nothing of what.
-- Whoever holds its address reads it, so the address is long, shown once, kept as a digest alone, and ends with the membership or as soon
-- as its person says so.
create table calendar_feed (
  id uuid primary key,
  membership_id uuid not null references membership,
  person_id uuid not null references person,
  digest text not null constraint calendar_feed_digest_unique unique,
  made_at timestamptz not null,
  revoked_at timestamptz,
  constraint calendar_feed_digest_long check (length(digest) = 43)
);
create unique index calendar_feed_open on calendar_feed (membership_id) where revoked_at is null;
comment on table calendar_feed is 'Addresses by which a calendar reads the days of a membership.';
comment on column calendar_feed.digest is 'SHA-256 of the code in the address; the code is nowhere.';

alter table calendar_feed enable row level security;
alter table calendar_feed force row level security;
create policy calendar_feed_own on calendar_feed to mnio_app
  using (person_id = (select ctx_person()))
  with check (person_id = (select ctx_person()) and exists (
    select from membership m where m.id = membership_id and m.person_id = (select ctx_person())));
create policy calendar_feed_for_owner on calendar_feed to current_user using (true) with check (true);
grant select, insert on calendar_feed to mnio_app;
grant update (revoked_at) on calendar_feed to mnio_app;

-- Nobody has signed in: of what stands there one question is answered, whose membership an address is of, for as long as it lives.
create function calendar_known(p_digest text) returns uuid
  language sql stable security definer set search_path = public, pg_temp
as $$
  select m.id from calendar_feed f join membership m on m.id = f.membership_id join organisation o on o.id = m.org_id
  where f.digest = p_digest and f.revoked_at is null and m.person_id = f.person_id
    and (m.until is null or m.until > wall_clock()) and o.status = 'accredited'
$$;
revoke all on function calendar_known from public;
grant execute on function calendar_known to mnio_app;
