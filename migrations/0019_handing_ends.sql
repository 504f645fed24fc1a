-- A proposal to hand a case on rests on the agreement of the person: it ends with it, whoever recorded that, and nobody can accept it
-- any more. It is erased with the file. Where it stays without an answer, the worker says so once its time is over.

-- The side that proposed may be another than the one that acts, or the clock acts: the function writes this one step, of the case
-- whose act is being written.
create function end_handings(p_at timestamptz) returns table (id uuid, from_org_id uuid, to_org_id uuid)
  language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  if ctx_case() is null or not (ctx_role() = 'system' or takes_part(ctx_case(), null)) then
    raise exception 'only whoever writes an act of the case ends what was proposed of it';
  end if;
  return query update case_handing h
    set state = 'withdrawn', reason = 'agreement_ended', settled_by = ctx_person(), settled_at = p_at
    where h.case_id = ctx_case() and h.state = 'proposed' and h.expires_at > p_at
    returning h.id, h.from_org_id, h.to_org_id;
end
$$;

create function erase_handings() returns void language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  if ctx_role() is distinct from 'system' or ctx_case() is null then raise exception 'only the clock erases'; end if;
  delete from idempotency where aggregate_id in (select id from case_handing where case_id = ctx_case());
  delete from case_handing where case_id = ctx_case();
end
$$;
revoke all on function end_handings, erase_handings from public;
grant execute on function end_handings, erase_handings to mnio_app;
alter table case_handing drop constraint case_handing_reason_known,
  add constraint case_handing_reason_known
    check (reason in ('full', 'not_ours', 'too_close', 'by_person', 'by_sender', 'agreement_ended'));

-- The worker sees when a proposal ends and who made it; of which case, and by whom it is asked, it does not.
create policy case_handing_known_to_worker on case_handing for select to mnio_worker using (state in ('proposed', 'expired'));
create policy case_handing_lapses on case_handing for update to mnio_worker using (state = 'proposed') with check (state = 'expired');
grant select (id, from_org_id, state, expires_at), update (state, settled_at) on case_handing to mnio_worker;
