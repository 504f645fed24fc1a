-- From the day of some clocks a birth date is read: that of majority is the eighteenth birthday. A dump told it without any
-- key, beside an identity that is sealed. Such a clock keeps its days sealed under the class of identity, and in clear only
-- the month that wakes it; lines of worklists follow. Rows that are there already are sealed by the application as it
-- migrates: PostgreSQL has no key. Erasure takes the sealed days with the rest.
alter table deadline add column sealed bytea;
--> statement-breakpoint
alter table participation add column due_in_month boolean not null default false;
--> statement-breakpoint
create or replace function erase_sealed(p_words jsonb) returns void language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  if ctx_role() is distinct from 'system' or ctx_case() is null then raise exception 'only the clock erases'; end if;
  delete from compartment where case_id = ctx_case();
  -- Words that people wrote to one another, and the clocks from which a birth date can be read.
  update referral_event e set input = '{}' from referral r where r.id = e.referral_id and r.case_id = ctx_case();
  update referral set preview = preview - 'needs' where case_id = ctx_case();
  delete from deadline where case_id = ctx_case() and (code like 'D-MAJORITY%' or code like 'D-LIMIT%MINOR');
  update deadline set computation = '{}', sealed = null where case_id = ctx_case();
  update case_event set input = input - array(select jsonb_array_elements_text(p_words -> command))
    where case_id = ctx_case() and p_words ? command;
end
$$;
--> statement-breakpoint
create or replace function erase_identity() returns void language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  if ctx_role() is distinct from 'system' or ctx_case() is null then raise exception 'only the clock erases'; end if;
  delete from compartment where case_id = ctx_case() and data_class = 'B';
  delete from deadline where case_id = ctx_case() and code like 'D-MAJORITY%';
  update deadline set computation = array['month'], sealed = null where case_id = ctx_case() and sealed is not null;
end
$$;
--> statement-breakpoint
-- The owner seals what an earlier release left, and need not be one who passes by row security.
do $$
begin
  execute format('create policy participation_sealed on participation for update to %I using (true) with check (true)', current_user);
  execute format('create policy config_move_case_sealed on config_move_case for all to %I using (true) with check (true)', current_user);
end
$$;
--> statement-breakpoint
comment on column deadline.sealed is 'The days of a clock from which a birth date would be read; the row beside it tells the month.';
comment on column participation.due_in_month is 'The day on which it is awaited is sealed: due_at is the first day of its month.';
