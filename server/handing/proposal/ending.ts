import type { Pool } from 'pg'
import { runQuery, type Tx } from '../../db/context.ts'
import { tell } from '../../outbox/enqueue.ts'
import { told } from './telling.ts'

// A proposal that nobody settles: the agreement that it rests on ends, or its time does.

type Ended = { id: string; fromOrgId: string; toOrgId: string }
const withAgreement = 'select id, from_org_id as "fromOrgId", to_org_id as "toOrgId" from end_handings($1)'

/** With an agreement of the person ends what was proposed of the case whose act is being written: both sides are told. */
export const endHandings = async (tx: Tx, at: Date): Promise<void> => {
  const ended = await runQuery<Ended>(tx, withAgreement, [at])
  await tell(tx, ...ended.map(({ id, fromOrgId, toOrgId }) => told(id, [fromOrgId, toOrgId], 'settled')))
}

const inTime = `with over as (
    update case_handing set state = 'expired', settled_at = expires_at
    where state = 'proposed' and expires_at <= wall_clock() returning id, from_org_id)
  insert into outbox (kind, payload)
    select 'tell', replace($1, $2, id::text)::jsonb || jsonb_build_object('to', array[from_org_id]) from over`
const anyone = '00000000-0000-0000-0000-000000000000'

/** Said to whoever proposed it, once its time is over: they still accompany the person. */
export const lapseHandings = async (worker: Pick<Pool, 'query'>): Promise<void> => {
  await worker.query(inTime, [JSON.stringify(told(anyone, [], 'settled')), anyone])
}
