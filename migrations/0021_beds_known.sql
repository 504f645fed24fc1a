-- Whoever gives up moving keeps the bed she sleeps in: the rules then need to know that there is one, and of which scheme.
-- Cases stored before say it by their stay alone. Walls stand aside for the owner of the tables while it is written.
alter table "case" no force row level security;
alter table stay no force row level security;
alter table referral no force row level security;
update "case" c set facts = c.facts || jsonb_build_object('bed', case r.kind when 'dna_place' then 'dna' else 'acse' end)
from stay s join referral r on r.id = s.referral_id
where s.case_id = c.id and s.state = 'admitted' and r.kind in ('acse_place', 'dna_place');
alter table referral force row level security;
alter table stay force row level security;
alter table "case" force row level security;
