import { beforeEach, afterEach, describe, expect, it } from 'vitest'
import type { PoolClient } from 'pg'
import { verifyChains } from '../../../server/audit/chain.ts'
import { withJournal, site, id } from '../../support/running/audit.ts'

withJournal()

describe('history that was rewritten shows', () => {
  let client: PoolClient
  beforeEach(async () => {
    client = await site.db.owner.connect()
    await client.query('begin')
  })
  afterEach(async () => {
    await client.query('rollback')
    client.release()
  })
  const verify = () => verifyChains(client as never)
  const chain = () => `case:${id}`

  it('not, as long as nobody touched it', async () => {
    const { chains, events, faults } = await verify()
    expect(faults).toEqual([])
    expect(chains).toBeGreaterThan(2)
    expect(events).toBeGreaterThan(20)
  })

  it.each(['at', 'person_id', 'org_id', 'role', 'action', 'object', 'outcome', 'detail'])(
    'when %s of a row is changed',
    async (column) => {
      const changed: Record<string, string> = {
        at: `at + interval '1 second'`,
        person_id: 'gen_random_uuid()',
        org_id: 'null'
      }
      await client.query(
        `update audit_event set ${column} = ${changed[column] ?? `${column} || 'x'`} where chain = $1 and seq = 3`,
        [chain()]
      )
      expect((await verify()).faults).toEqual([{ chain: chain(), seq: '3', fault: 'altered' }])
    }
  )

  it('when a row in the middle is removed', async () => {
    await client.query('delete from audit_event where chain = $1 and seq = 4', [chain()])
    expect((await verify()).faults).toMatchObject([{ chain: chain(), seq: '4', fault: 'missing' }])
  })

  it('when the middle is removed and the rest moved up', async () => {
    await client.query('delete from audit_event where chain = $1 and seq = 4', [chain()])
    await client.query('update audit_event set seq = seq - 1 where chain = $1 and seq > 4', [chain()])
    expect((await verify()).faults).toMatchObject([{ chain: chain(), seq: '4', fault: 'broken' }])
  })

  it('when the tail is removed', async () => {
    await client.query(
      'delete from audit_event where chain = $1 and seq = (select max(seq) from audit_event where chain = $1)',
      [chain()]
    )
    expect((await verify()).faults).toMatchObject([{ chain: chain(), fault: 'truncated' }])
  })

  it('when all of a case is removed, and when its head is too', async () => {
    await client.query('delete from audit_event where chain = $1', [chain()])
    expect((await verify()).faults).toMatchObject([{ chain: chain(), fault: 'missing' }])
  })

  it('when a row is added at the end, with a hash that fits', async () => {
    await client.query(
      `insert into audit_event select chain, seq + 1, at, person_id, org_id, role, action, object, outcome, detail, hash,
         audit_content(hash, chain, seq + 1, at, person_id, org_id, role, action, object, outcome, detail)
       from audit_event where chain = $1 order by seq desc limit 1`,
      [chain()]
    )
    expect((await verify()).faults).toMatchObject([{ chain: chain(), fault: 'truncated' }])
  })

  it('when the last row is rewritten, with a hash that fits', async () => {
    await client.query(
      `update audit_event set detail = 'x', hash = audit_content(previous, chain, seq, at, person_id, org_id, role, action, object, outcome, 'x')
       where chain = $1 and seq = (select max(seq) from audit_event where chain = $1)`,
      [chain()]
    )
    expect((await verify()).faults).toMatchObject([{ chain: chain(), fault: 'truncated' }])
  })

  it('when a chain is added that has no head', async () => {
    await client.query(
      `insert into audit_event select 'case:none', seq, at, person_id, org_id, role, action, object, outcome, detail, previous, hash from audit_event where chain = $1 and seq = 1`,
      [chain()]
    )
    expect((await verify()).faults).toMatchObject([{ chain: 'case:none' }])
  })

  it('when two rows are swapped', async () => {
    await client.query(`update audit_event set seq = 1000 - seq where chain = $1 and seq in (2, 3)`, [
      chain()
    ])
    await client.query(
      `update audit_event set seq = case seq when 998 then 3 else 2 end where chain = $1 and seq > 900`,
      [chain()]
    )
    expect((await verify()).faults).toHaveLength(1)
  })

  it('whatever byte of a hash is flipped', async () => {
    for (let bit = 0; bit < 256; bit += 37) {
      const flipping = `update audit_event set hash = set_bit(hash, ${bit}, 1 - get_bit(hash, ${bit})) where chain = $1 and seq = 2`
      await client.query(flipping, [chain()])
      expect([bit, (await verify()).faults]).toEqual([bit, [{ chain: chain(), seq: '2', fault: 'altered' }]])
      await client.query(flipping, [chain()])
    }
    expect((await verify()).faults).toEqual([])
  })
})
