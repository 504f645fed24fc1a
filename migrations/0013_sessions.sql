-- Whoever has signed in sees where, ends what is not theirs, and chooses what a further sign-in closes: nothing is closed in silence.
-- Of the browser its kind is kept and no more, in two words of short lists: no address of the network, and nothing as it was sent. A
-- sign-in beyond the limit is a row that opens nothing until its person has chosen. Whatever ends a session is heard by every process.

alter table session
  add column id uuid not null default gen_random_uuid() constraint session_id_unique unique,
  add column browser text,
  add column system text,
  add column waits_until timestamptz,
  add column ended_from text,
  add constraint session_browser_known check (browser is null or browser in ('firefox', 'edge', 'opera', 'samsung', 'chrome', 'safari', 'other')),
  add constraint session_system_known check (system is null or system in ('android', 'ios', 'windows', 'mac', 'chromeos', 'linux', 'other')),
  add constraint session_ended_from_known check (ended_from is null or ended_from in ('here', 'elsewhere', 'access'));
comment on column session.id is 'What pages call it by: neither the cookie nor its hash.';
comment on column session.browser is 'Kind of browser at sign-in, to be recognised by its person.';
comment on column session.waits_until is 'Until when the person may choose what this sign-in closes. It opens nothing until then; null once it is open.';
comment on column session.ended_from is 'Who ended it: the person in this browser, the person from another one, or whoever manages access.';

-- A stream is of a session: every process looks again at who listens as this person.
create function session_ended() returns trigger language plpgsql set search_path = public, pg_temp
as $$
begin
  perform pg_notify('mnio_sessions', new.person_id::text);
  return null;
end
$$;
create trigger session_ended after update of revoked_at on session for each row
  when (old.revoked_at is null and new.revoked_at is not null) execute function session_ended();
