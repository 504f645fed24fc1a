-- A house asks for care without being told that another organisation asked before it. Only one referral to a recipient could
-- live in a case, so that its request joined the first and left it without a line of its own: the empty box told. Each sender
-- has its own referral now, as if it were the first; of one sender, one still lives for a recipient.
drop index referral_one_live_for_recipient_and_case;
--> statement-breakpoint
create unique index referral_one_live_for_sides_and_case on referral (case_id, kind, recipient_org_id, sender_org_id)
  where state in ('sent', 'questioned', 'escalated', 'accepted');
