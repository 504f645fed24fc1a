-- What the whole mechanism adds to the walls. Sealed values are never changed; they are destroyed when a case is erased,
-- by the clock alone, for the one case whose act is being written.
create function erase_sealed() returns void language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  if ctx_role() is distinct from 'system' or ctx_case() is null then raise exception 'only the clock erases'; end if;
  delete from compartment where case_id = ctx_case();
  -- Words that people wrote to one another, and the clocks from which a birth date can be read.
  update referral_event e set input = '{}' from referral r where r.id = e.referral_id and r.case_id = ctx_case();
  update referral set preview = preview - 'needs' where case_id = ctx_case();
  delete from deadline where case_id = ctx_case() and code like 'D-MAJORITY%';
  update deadline set computation = '{}' where case_id = ctx_case();
end
$$;
revoke all on function erase_sealed from public;
grant execute on function erase_sealed to mnio_app;
--> statement-breakpoint
do $$
begin
  execute format('create policy compartment_erased on compartment for all to %I using (true)', current_user);
  execute format('create policy referral_event_erased on referral_event for all to %I using (true)', current_user);
  execute format('create policy referral_erased on referral for all to %I using (true)', current_user);
  execute format('create policy deadline_erased on deadline for all to %I using (true)', current_user);
end
$$;
