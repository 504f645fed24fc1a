import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inContext, runQuery, setCaseScope, type Context, type Tx } from '../../../server/db/context.ts'
import { readTogether, type OpenReads } from '../../../server/db/shared.ts'
import { countStatements, statementsOf } from '../../support/running/statements.ts'
import { openWorld, type TestWorld } from '../../support/world.ts'
import { forFile } from '../../support/for-file.ts'

// Before the first connection, which keeps what it is opened with.
const counter = countStatements()
afterAll(() => counter.off())
const world: TestWorld = await forFile(openWorld())

const nothing = () => Promise.resolve(null)
const wait = (tx: Tx) => runQuery(tx, 'select pg_sleep(0.2)', [])
const wrote = `insert into saved_view (id, person_id, org_id, asked, at) values (gen_random_uuid(), $1, $2, '{}', now())`

describe('readings of one page', () => {
  let context: Context
  let reads: OpenReads
  const together = <T>(work: (tx: Tx) => Promise<T>, by = context) =>
    readTogether({ pool: world.db.app, context: by, reads }, { look: nothing, work })
  const keep = (tx: Tx) => runQuery(tx, wrote, [context.personId, context.orgId])
  const kept = async () => {
    const { rows } = await world.db.owner.query<{ n: number }>('select count(*)::int as n from saved_view')
    return rows[0]!.n
  }
  const rightIn = async (tx: Tx) =>
    (await runQuery<{ org: string }>(tx, `select current_setting('app.org') as org`, []))[0]!.org

  beforeAll(() => {
    context = world.as('asso.rhone')
    reads = new Map()
  })

  it('have one transaction, which nothing can be written in, and none once they are over', async () => {
    const { done, statements } = await statementsOf(() =>
      Promise.all([together(rightIn), together(rightIn), together((tx) => wait(tx).then(() => rightIn(tx)))])
    )
    expect(done).toEqual([context.orgId, context.orgId, context.orgId])
    expect(statements.filter((one) => /^(begin|commit|rollback)/.test(one))).toEqual([
      'begin read only',
      'commit'
    ])
    expect(reads.size).toBe(0)
    expect((await statementsOf(() => together(rightIn))).statements[0]).toBe('begin read only')
  })

  it('never share one with another right', async () => {
    const other = world.as('police.69')
    const { done, statements } = await statementsOf(() =>
      Promise.all([
        together(rightIn),
        together(rightIn, other),
        together(rightIn, { ...context, role: 'oversight' })
      ])
    )
    expect(done).toEqual([context.orgId, other.orgId, context.orgId])
    expect(statements.filter((one) => one === 'begin read only')).toHaveLength(3)
  })

  it('enter a case in their own, and leave those beside them outside it', async () => {
    const scope = (tx: Tx) =>
      runQuery<{ id: string }>(tx, `select coalesce(current_setting('app.case', true), '') as id`, []).then(
        ([row]) => row!.id
      )
    const id = '00000000-0000-4000-8000-000000000001'
    const enter = (tx: Tx) => setCaseScope(tx, id).then(() => scope(tx))
    const beside = (tx: Tx) => wait(tx).then(() => scope(tx))
    expect(await Promise.all([together(beside), together(enter), together(beside)])).toEqual(['', id, ''])
    expect(await inContext(world.db.app, context, enter)).toBe(id)
  })

  it('which leave a trace are done in their own, once, and the others are answered', async () => {
    const before = await kept()
    const { done, statements } = await statementsOf(() =>
      Promise.all([together((tx) => wait(tx).then(() => rightIn(tx))), together(keep)])
    )
    expect(done[0]).toBe(context.orgId)
    expect(await kept()).toBe(before + 1)
    expect(statements.filter((one) => one === 'begin').length).toBeGreaterThan(0)
  })

  it('are answered where one of them fails, which alone is told so', async () => {
    const fails = (tx: Tx) => runQuery(tx, 'select 1 / $1::int', [0])
    const late = together((tx) => wait(tx).then(() => rightIn(tx)))
    const [first, second, third] = await Promise.allSettled([late, together(fails), together(rightIn)])
    expect(first).toMatchObject({ status: 'fulfilled', value: context.orgId })
    expect(second).toMatchObject({ status: 'rejected', reason: { code: '22012' } })
    expect(third).toMatchObject({ status: 'fulfilled', value: context.orgId })
    expect(reads.size).toBe(0)
    expect(await together(rightIn)).toBe(context.orgId)
  })

  it('fail together where there is no connection, and hold none', async () => {
    const gone = { connect: () => Promise.reject(new Error('no connection')) } as never
    const asked = () => readTogether({ pool: gone, context, reads }, { look: nothing, work: rightIn })
    expect((await Promise.allSettled([asked(), asked()])).map(({ status }) => status)).toEqual([
      'rejected',
      'rejected'
    ])
    expect(reads.size).toBe(0)
    expect(world.db.app.idleCount).toBe(world.db.app.totalCount)
  })
})
