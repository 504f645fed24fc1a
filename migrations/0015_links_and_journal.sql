-- Whoever asked a recipient by link must tell its referrals apart, and the address cannot be read back. Its first letter
-- and its domain are kept beside the sealed address, shown to the sender alone, and forgotten when the case is erased.
alter table referral_link add column masked text;
--> statement-breakpoint
grant select (masked) on referral_link to mnio_app;
grant update (masked) on referral_link to mnio_app;
--> statement-breakpoint
-- Whoever answers for data protection reads no case, and must know one again in the journal: its public code, and no more.
create function audited_code(p_chain text) returns text language sql stable security definer set search_path = public, pg_temp
as $$
  select c.code from "case" c
  where ctx_role() = 'dpo'
    and c.id = case when p_chain ~ '^case:[0-9a-f-]{36}$' then substr(p_chain, 6)::uuid end
$$;
revoke all on function audited_code from public;
grant execute on function audited_code to mnio_app;
