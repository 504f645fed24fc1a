import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { reviewHalf } from '../../../policies/organisations.ts'
import { acting } from '../../support/acting.ts'
import { forFile } from '../../support/for-file.ts'
import { openDirectory } from './directory.ts'

const site = await forFile(openDirectory())
const { ask, post, owner, world } = site

it('a year has two reviews', () => {
  expect(['2026-01-01', '2026-06-30', '2026-07-01', '2026-12-31'].map(reviewHalf)).toEqual([
    '2026-1',
    '2026-1',
    '2026-2',
    '2026-2'
  ])
})

describe('a review of access', () => {
  it.each(['cellule.69', 'dpo', 'soin.69'])('is nothing to %s, who does not manage access', async (login) => {
    expect((await ask(login, '/review')).status).toBe(404)
    expect((await post(login, '/review', { digest: '0'.repeat(64) })).status).toBe(404)
  })

  it('says by person and by case who may see what, and why', async () => {
    await acting(world).flagged('asso.rhone')
    const { body } = await ask('asso.rhone', '/review')
    expect(body).toMatchObject({ due: true, made: [] })
    expect(body.people[0]).toMatchObject({ name: world.as('asso.rhone').name, cases: 1 })
    const [line] = body.cases
    expect(line.people).toEqual([world.as('asso.rhone').name])
    expect(line.why.length).toBeGreaterThan(3)
    expect(line.sees.length).toBeGreaterThan(0)
  })

  it('of the administration names no case, for it reads none', async () => {
    expect((await ask('admin', '/review')).body.cases).toEqual([])
  })

  it('is confirmed as it was read, once, and the journal keeps its digest', async () => {
    const read = (await ask('asso.rhone', '/review')).body.digest
    await acting(world).flagged('asso.rhone')
    expect((await post('asso.rhone', '/review', { digest: read })).status).toBe(409)
    const again = (await ask('asso.rhone', '/review')).body.digest
    expect(again).not.toBe(read)
    expect((await post('asso.rhone', '/review', { digest: again })).body.due).toBe(false)
    expect((await post('asso.rhone', '/review', { digest: again })).status).toBe(409)
    const { rows } = await owner.query('select body, digest from access_review')
    expect(rows).toHaveLength(1)
    expect(createHash('sha256').update(rows[0].body).digest('hex')).toBe(rows[0].digest)
    const { rows: kept } = await owner.query(
      `select detail from audit_event where action = 'access.review' and outcome = 'allowed'`
    )
    expect(kept[0].detail).toContain(again)
  })
})

describe('what a review says that is seen of a case', () => {
  it('is what consents open of it, and no more; and the review says where it is cut', async () => {
    const member = { orgId: world.as('membre.69').orgId, login: 'membre.69' }
    await site.manages(member.login)
    const caseId = await acting(world).flagged('asso.rhone')
    const at = `insert into participation (case_id, org_id, capacity, since, basis, moved_at)
      values ($1, $2, 'acse', now() - interval '1 minute', 'test', now())`
    await owner.query(at, [caseId, member.orgId])
    const seen = async () => {
      const { body } = await ask(member.login, '/review')
      expect(body.cut).toBe(false)
      return body.cases.find(({ why }: { why: string }) => why === 'test').sees as string[]
    }
    const before = await seen()
    await owner.query(
      `update "case" set facts = jsonb_set(facts, '{consents}', '["A", "B", "C", "E", "F"]') where id = $1`,
      [caseId]
    )
    expect((await seen()).length).toBeGreaterThan(before.length)
  })
})
