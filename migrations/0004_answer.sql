-- What was answered to a request, once, and when its sender was last told something of it: what becomes of a yes afterwards is
-- of the case, and moves neither.
alter table referral add column answer text, add column answer_seq integer, add column told_at timestamptz;

update referral r set answer = e.state, answer_seq = e.seq
  from (select distinct on (referral_id) referral_id, seq,
          case command when 'accept' then 'accepted' when 'decline' then 'declined' else 'transferred' end as state
        from referral_event where command in ('accept', 'decline', 'transfer') order by referral_id, seq) e
  where e.referral_id = r.id;
update referral r set told_at = coalesce(
  (select max(e.at) from referral_event e
    where e.referral_id = r.id and (r.answer_seq is null or e.seq <= r.answer_seq or e.org_id = r.sender_org_id)), r.moved_at);

alter table referral alter column told_at set not null,
  add constraint referral_answer_known check (answer is null or answer in ('accepted', 'declined', 'transferred')),
  add constraint referral_answer_numbered check ((answer is null) = (answer_seq is null));

drop index referral_sender_idx;
create index referral_sender_idx on referral (sender_org_id, told_at desc, id);

-- Who may not know whether a yes still holds asks again, and is answered again.
drop index referral_one_live_for_sides_and_case;
create unique index referral_one_unanswered_for_sides_and_case on referral (case_id, kind, recipient_org_id, sender_org_id)
  where state in ('sent', 'questioned', 'escalated');
