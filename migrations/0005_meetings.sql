-- The cell's meeting. A meeting, its agenda and its votes are for the cell that holds it and the members it convened, in
-- the role in which they sit: a police officer who is no member of the cell reads nothing of it. Only the cell writes,
-- but for a voice, which each member gives in their own name. A voice is given once and never changed; an item that was
-- settled and minutes that were closed are not rewritten by anyone.

-- Whether the person who asks was convened: asked past row security, or the policy of the members would ask itself.
create function is_convened(p_meeting uuid) returns boolean language sql stable security definer
  set search_path = public, pg_temp
as $$ select exists (select from meeting_member where meeting_id = p_meeting and person_id = ctx_person()) $$;
revoke all on function is_convened from public;
grant execute on function is_convened to mnio_app;
--> statement-breakpoint

alter table meeting_member enable row level security;
alter table meeting_member force row level security;
create policy meeting_member_of_cell_or_convened on meeting_member to mnio_app
  using (
    case (select ctx_role())
      when 'cell_secretary' then cell_org_id = (select ctx_org())
      when 'cell_member' then is_convened(meeting_id)
      else false
    end
  )
  with check ((select ctx_role()) = 'cell_secretary' and cell_org_id = (select ctx_org()));
do $$
begin
  execute format('create policy meeting_member_for_definer on meeting_member for select to %I using (true)', current_user);
end
$$;
--> statement-breakpoint

alter table meeting enable row level security;
alter table meeting force row level security;
create policy meeting_of_cell_or_convened on meeting to mnio_app
  using (
    case (select ctx_role())
      when 'cell_secretary' then org_id = (select ctx_org())
      when 'cell_member' then is_convened(id)
      else false
    end
  )
  with check ((select ctx_role()) = 'cell_secretary' and org_id = (select ctx_org()));
--> statement-breakpoint

-- A member may lock an item while voting, and neither change nor remove it.
alter table meeting_item enable row level security;
alter table meeting_item force row level security;
create policy meeting_item_read on meeting_item for select to mnio_app
  using (exists (select from meeting m where m.id = meeting_item.meeting_id));
create policy meeting_item_written on meeting_item for insert to mnio_app
  with check (
    (select ctx_role()) = 'cell_secretary'
    and exists (select from meeting m where m.id = meeting_item.meeting_id)
  );
create policy meeting_item_changed on meeting_item for update to mnio_app
  using (exists (select from meeting m where m.id = meeting_item.meeting_id))
  with check ((select ctx_role()) = 'cell_secretary');
create policy meeting_item_removed on meeting_item for delete to mnio_app
  using (
    (select ctx_role()) = 'cell_secretary'
    and exists (select from meeting m where m.id = meeting_item.meeting_id)
  );
--> statement-breakpoint

alter table meeting_vote enable row level security;
alter table meeting_vote force row level security;
create policy meeting_vote_own_or_cell on meeting_vote to mnio_app
  using (
    person_id = (select ctx_person())
    or ((select ctx_role()) = 'cell_secretary' and cell_org_id = (select ctx_org()))
  )
  with check (
    (recorded_by = 'member' and person_id = (select ctx_person()))
    or (recorded_by = 'secretary' and (select ctx_role()) = 'cell_secretary' and cell_org_id = (select ctx_org()))
  );
--> statement-breakpoint

create function refuse_change() returns trigger language plpgsql
as $$ begin raise exception 'what was settled is not rewritten'; end $$;
create trigger meeting_frozen before update on meeting
  for each row when (old.state in ('closed', 'cancelled')) execute function refuse_change();
create trigger meeting_item_frozen before update on meeting_item
  for each row when (old.state <> 'waiting') execute function refuse_change();
--> statement-breakpoint

grant select, insert, update on meeting, meeting_member, meeting_item to mnio_app;
grant delete on meeting_item to mnio_app;
grant select, insert on meeting_vote to mnio_app;
--> statement-breakpoint
comment on table meeting is 'A meeting of a local cell, with the rules it was convened under and, once closed, its minutes.';
comment on table meeting_vote is 'One voice of one person on one case before a meeting: given once, never changed.';
