-- Whoever asked a recipient by link must tell its referrals apart, and the address cannot be read back. Its first letter
-- and its domain are kept beside the sealed address, shown to the sender alone, and forgotten when the case is erased.
alter table referral_link add column masked text;
--> statement-breakpoint
grant select (masked) on referral_link to mnio_app;
grant update (masked) on referral_link to mnio_app;
