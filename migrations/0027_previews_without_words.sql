-- What a recipient reads before it answers held what somebody had written of her needs, and how many children come with her:
-- free words and a household point at a person. No preview holds them any more, those already sent included, nor does the
-- step that sent them. The words stay in the act that asked, for those who take part in the case.
update referral set preview = (preview - array['needs', 'children'])
    || case when preview ? 'told' then jsonb_build_object('told', (preview -> 'told') - 'needs') else '{}' end
  where preview ?| array['needs', 'children'] or preview -> 'told' ? 'needs';
--> statement-breakpoint
update referral_event set input = input - 'needs' where command = 'send' and input ? 'needs';
