-- What was kept of a request, to tell it from another under the same key, was a plain digest of all of it, sealed fields
-- included: from a dump alone, a list of names and birth dates found the one that had been written. It is now keyed, under
-- a key of its own. The rows of before cannot be keyed after the fact and are forgotten; they were at most a week old. A
-- client whose answer was lost just before the upgrade, and who asks again after it, is not recognised: an act that tells
-- its version is refused as out of date, one that does not (a flag, an opening) may be done a second time.
-- The column changes its name with its meaning: a server of before fails on it rather than write a plain digest again.
-- Erasure takes with it what was asked about the case, its referrals and its emergency accesses.
delete from idempotency;
--> statement-breakpoint
alter table idempotency rename column request_hash to request_mac;
--> statement-breakpoint
create function erase_requests() returns void language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  if ctx_role() is distinct from 'system' or ctx_case() is null then raise exception 'only the clock erases'; end if;
  delete from idempotency where aggregate_id = ctx_case()
    or aggregate_id in (select id from referral where case_id = ctx_case())
    or aggregate_id in (select id from glass_opening where case_id = ctx_case());
end
$$;
--> statement-breakpoint
revoke all on function erase_requests from public;
grant execute on function erase_requests to mnio_app;
