-- A recipient without an account answers one referral through a link. It is an organisation like another, made for that one
-- referral, so that participation and row security hold for it as they stand. The application writes its address and can
-- never read it back: only the mail does, under the owner. Which link an address of the browser names is asked before
-- anybody is known, hence a function that tells no more than what is needed to recognise it.
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
--> statement-breakpoint
create function link_known(p_id uuid)
  returns table (referral_id uuid, org_id uuid, generation integer, expires_at timestamptz)
  language sql stable security definer set search_path = public, pg_temp
as $$ select l.referral_id, l.org_id, l.generation, l.expires_at from referral_link l where l.id = p_id $$;
revoke all on function link_known from public;
grant execute on function link_known to mnio_app;
--> statement-breakpoint
-- The letter is asked for in the transaction of the act, with the id of the link and nothing else.
create function enqueue_link_mail(p_link uuid) returns void language plpgsql security definer
  set search_path = graphile_worker, pg_temp
as $$ begin perform graphile_worker.add_job('mail_link', json_build_object('link', p_link)); end $$;
revoke all on function enqueue_link_mail from public;
grant execute on function enqueue_link_mail to mnio_app;
--> statement-breakpoint
alter table referral_link enable row level security;
alter table referral_link force row level security;
create policy referral_link_with_referral on referral_link to mnio_app
  using (exists (select from referral r where r.id = referral_link.referral_id))
  with check (exists (select from referral r where r.id = referral_link.referral_id and r.case_id = (select ctx_case())));
do $$
begin
  execute format('create policy referral_link_for_owner on referral_link to %I using (true) with check (true)', current_user);
end
$$;
grant select (id, referral_id, org_id, generation, expires_at) on referral_link to mnio_app;
grant insert on referral_link to mnio_app;
grant update (generation, address, expires_at) on referral_link to mnio_app;
--> statement-breakpoint
comment on table referral_link is 'The way in of a recipient without an account, to one referral: no token, a sealed address that only the mail reads.';
