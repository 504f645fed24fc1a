-- Erasing a file left in its log the free words that people had written in fields that no class seals (the name of a unit, a
-- number on a paper). They go too, field by field as the tables of acts name them: codes, days and who acted stay, so that
-- the log can still be read. The hash chain covers names of fields and never a value: it is verified after as before.
-- A person of whom elements stay insufficient loses her identity after the configured time, and nothing else.
drop function erase_sealed();
--> statement-breakpoint
create function erase_sealed(p_words jsonb) returns void language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  if ctx_role() is distinct from 'system' or ctx_case() is null then raise exception 'only the clock erases'; end if;
  delete from compartment where case_id = ctx_case();
  -- Words that people wrote to one another, and the clocks from which a birth date can be read.
  update referral_event e set input = '{}' from referral r where r.id = e.referral_id and r.case_id = ctx_case();
  update referral set preview = preview - 'needs' where case_id = ctx_case();
  delete from deadline where case_id = ctx_case() and (code like 'D-MAJORITY%' or code like 'D-LIMIT%MINOR');
  update deadline set computation = '{}' where case_id = ctx_case();
  update case_event set input = input - array(select jsonb_array_elements_text(p_words -> command))
    where case_id = ctx_case() and p_words ? command;
end
$$;
--> statement-breakpoint
create function erase_identity() returns void language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  if ctx_role() is distinct from 'system' or ctx_case() is null then raise exception 'only the clock erases'; end if;
  delete from compartment where case_id = ctx_case() and data_class = 'B';
  delete from deadline where case_id = ctx_case() and code like 'D-MAJORITY%';
end
$$;
--> statement-breakpoint
revoke all on function erase_sealed, erase_identity from public;
grant execute on function erase_sealed, erase_identity to mnio_app;
--> statement-breakpoint
do $$
begin
  execute format('create policy case_event_erased on case_event for all to %I using (true)', current_user);
end
$$;
