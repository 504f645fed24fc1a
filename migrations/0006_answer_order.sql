-- What waits for an answer is read in its order from an index, a page of it and no more, however much waits. The day that a line
-- shows hangs on who reads it and on where the person is: an order by it is another for each reader. `answer_by` is counted by
-- the calendar that the whole country shares, so that one order is everybody's and tells of no place.
alter table referral
  add column answer_by date,
  add column answer_rank smallint not null generated always as (
    case when preview ->> 'danger' = 'immediate' then 0 else 2 end + case when state = 'escalated' then 0 else 1 end) stored;
comment on column referral.answer_by is 'Until when an answer is awaited, counted in no place of the case: sorts, and is shown to nobody.';

-- Of what was sent before, without its holidays: what still waits is counted right when its clock is set going again.
update referral r set answer_by = coalesce(
  (select max((d.started_at at time zone 'Europe/Paris')::date
      + ceil(d.length * case d.unit when 'hours' then 1 / 24.0 when 'workingDays' then 7 / 5.0 else 1 end)::int)
    from deadline d where d.referral_id = r.id),
  (r.sent_at at time zone 'Europe/Paris')::date);
alter table referral alter column answer_by set not null;

create index referral_waiting_idx on referral (recipient_org_id, answer_rank, answer_by, sent_at, id)
  where state in ('sent', 'questioned', 'escalated');
-- What one sent and waits for, and what a silence or a refusal left to one: of all that was ever sent, the least part.
create index referral_asked_idx on referral (sender_org_id, told_at desc, id)
  where state in ('sent', 'questioned', 'escalated');
create index referral_left_idx on referral (awaits_org_id) where state = 'escalated' or follow_up is not null;

-- Who waits for a place is found among those for whom one is sought, and not among all whom a desk ever placed.
create index case_housing_sought_idx on "case" (id)
  where housing in ('placement_requested', 'waiting_list', 'refused_by_structure', 'emergency_local');
create index case_asylum_housing_sought_idx on "case" (id)
  where asylum_housing in ('placement_requested', 'waiting_list', 'refused_by_structure');
