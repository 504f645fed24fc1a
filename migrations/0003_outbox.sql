-- The outbox: what an act tells others leaves in its transaction and is delivered once that is committed. No commit of an act
-- notifies anybody, so that none takes the lock by which PostgreSQL puts notifications in order.
create table outbox (
  id bigint generated always as identity primary key,
  kind text not null constraint outbox_kind_known check (kind in ('tell', 'mail_link')),
  payload jsonb not null,
  at timestamptz not null default now(),
  run_at timestamptz not null default now(),
  attempts integer not null default 0,
  locked_until timestamptz,
  last_error text
);
create index outbox_run_at_idx on outbox (run_at, id);

-- The application adds to it, ids and nothing else, and reads nothing back: the worker delivers, under the owner.
alter table outbox enable row level security;
alter table outbox force row level security;
create policy outbox_put on outbox for insert to mnio_app with check (true);
create policy outbox_delivered on outbox for all to current_user using (true);
grant insert (kind, payload) on outbox to mnio_app;

-- What waits in the queue goes on waiting here, in its order, and so does what had used up its attempts.
insert into outbox (kind, payload, at, run_at, attempts)
  select t.identifier, j.payload::jsonb, j.created_at, j.run_at, j.attempts
    from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
    where t.identifier in ('tell', 'mail_link') order by j.id;
delete from graphile_worker._private_jobs j using graphile_worker._private_tasks t
  where t.id = j.task_id and t.identifier in ('tell', 'mail_link');

drop function enqueue(text, json);
drop function enqueue_link_mail(uuid, boolean);

-- One statement appends: the head of the chain is locked, and what it was and becomes is written with the row that follows it.
create or replace function append_audit(
  p_chain text, p_at timestamptz, p_person uuid, p_org uuid, p_role text,
  p_action text, p_object text, p_outcome text, p_detail text
) returns void language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  loop
    with was as materialized (select chain, seq, hash from audit_head where chain = p_chain for update),
      head as (
        update audit_head h set seq = was.seq + 1, hash = audit_content(
            was.hash, p_chain, was.seq + 1, p_at, p_person, p_org, p_role, p_action, p_object, p_outcome, p_detail)
          from was where h.chain = was.chain returning h.seq, h.hash, was.hash as previous)
    insert into audit_event
      select p_chain, seq, p_at, p_person, p_org, p_role, p_action, p_object, p_outcome, p_detail, previous, hash from head;
    exit when found;
    insert into audit_head values (p_chain, 0, '\x00') on conflict do nothing;
  end loop;
end
$$;

-- Rows that every act rewrites leave room for their next version beside them, so that no index has to be told.
alter table "case" set (fillfactor = 70);
alter table participation set (fillfactor = 70);
alter table deadline set (fillfactor = 85);
alter table referral set (fillfactor = 85);
alter table audit_head set (fillfactor = 70);
