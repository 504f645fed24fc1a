-- What somebody types stays on their device for three days when the network or the session is lost: encrypted there to a public key
-- whose private half stands here, sealed, and is given to that person alone once they have signed in. Without it what a stolen device
-- holds says nothing, to anybody, for ever. It is forgotten when they sign out or leave, and when somebody ends their sessions; a
-- session that runs out, or makes way for the next one in the same browser, takes nothing with it. The row stays until its hour, so
-- that the device may be told that what it holds opens no more.
create table device_key (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null,
  device uuid not null,
  -- The session that last asked for it, by the name that pages give it: it may be swept before the key.
  session_id uuid,
  public_half text not null,
  private_half bytea,
  expires_at timestamptz not null
);
create index device_key_of_device_idx on device_key (person_id, device);
create index device_key_session_idx on device_key (session_id);

alter table device_key enable row level security;
alter table device_key force row level security;
create policy device_key_own on device_key to mnio_app
  using (person_id = (select ctx_person())) with check (person_id = (select ctx_person()));
create policy device_key_swept on device_key for all to current_user using (true);
create policy device_key_swept_by_worker on device_key to mnio_worker using (true);
grant select, insert, update (session_id, private_half, expires_at) on device_key to mnio_app;
grant select (expires_at), delete on device_key to mnio_worker;

-- The door knows no context, and whoever manages access is another person: these functions take a private half away, and show none.
create function forget_device_keys(p_person uuid, p_but uuid default null) returns void
  language sql security definer set search_path = public, pg_temp
as $$
  update device_key set private_half = null
    where person_id = p_person and private_half is not null and (p_but is null or session_id is distinct from p_but);
  -- What a lost device subscribed to is lost with it; whoever closes their other devices keeps the address.
  update calendar_feed set revoked_at = wall_clock() where person_id = p_person and revoked_at is null and p_but is null
$$;

create function forget_keys_of_session() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  update device_key set private_half = null where session_id = new.id and private_half is not null;
  return null;
end
$$;
create trigger session_takes_its_keys after update of revoked_at on session for each row
  when (old.revoked_at is null and new.revoked_at is not null) execute function forget_keys_of_session();

-- In the same browser: one's own go on under the next session, those of whoever sat there before under none.
create function carry_device_keys(p_person uuid, p_from text[], p_to uuid) returns void
  language sql security definer set search_path = public, pg_temp
as $$
  update device_key set session_id = case when person_id = p_person then p_to end
    where session_id in (select id from session where id_hash = any (p_from) and revoked_at is null)
$$;

revoke all on function forget_device_keys, carry_device_keys, forget_keys_of_session from public;
grant execute on function forget_device_keys, carry_device_keys to mnio_app;
grant execute on function forget_device_keys to mnio_worker;
