-- Whether the prefecture has a file was kept as what had taken it away, and said nothing of a file that never went. It is kept now as
-- what sent it, since the agreement in force. A case that a prefecture was asked about, and was not taken from, is known to have been
-- sent; of any other, what waits is asked again.
alter table "case" no force row level security;
alter table referral no force row level security;
update "case" c set facts = (facts - 'prefectureLeft')
    || case when not coalesce((facts ->> 'prefectureLeft')::boolean, false)
      and exists (select from referral r where r.case_id = c.id and r.kind = 'prefecture')
      then '{"prefectureSent": true}'::jsonb else '{}'::jsonb end
  where facts ? 'prefectureLeft' or exists (select from referral r where r.case_id = c.id and r.kind = 'prefecture');
alter table referral force row level security;
alter table "case" force row level security;
