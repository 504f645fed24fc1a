import { describe, expect, it } from 'vitest'
import { sightOf } from '../../../policies/sight.ts'
import { aCase } from '../../support/cases.ts'
import { openSite, versionOf } from '../../support/running/site.ts'
import { forFile } from '../../support/for-file.ts'

const site = await forFile(openSite())

/** Care is asked of the service that takes part as the one who flagged, too. */
const flaggedAndCaredFor = async () => {
  const { tell } = site
  const id = await tell.consenting(['B', 'C', 'E', 'F', 'G'])
  const asked = { destination: 'psychological', recipientId: site.as('soin.69').orgId }
  await tell.act('asso.rhone', id, 'health.refer', asked)
  await tell.move('soin.69', await tell.referral(id, 'health'), 'accept')
  return id
}
const alsoFlagger = (id: string) =>
  site.db.owner.query(
    `insert into participation (case_id, org_id, capacity, since, basis, moved_at)
       select case_id, org_id, 'flagger', since, 'case.flag', moved_at from participation
        where case_id = $1 and org_id = $2 and capacity = 'health'`,
    [id, site.as('soin.69').orgId]
  )
const reads = async (id: string) => {
  const answer = await site.get('soin.69', `/api/cases/${id}?events=50`)
  const { badges, capacity } = answer.json()
  const forms = badges.filter(({ key }: { key: string }) => key.startsWith('form.'))
  return { version: versionOf(answer), capacity: capacity.id, forms: forms.length }
}

describe('a service that cares for a person', () => {
  it('reads no sign of exploitation, and does where it flagged the person itself', async () => {
    const id = await flaggedAndCaredFor()
    const before = await reads(id)
    expect(before).toMatchObject({ capacity: 'health', forms: 0 })
    await alsoFlagger(id)
    const after = await reads(id)
    expect(after).toMatchObject({ capacity: 'health', forms: 1 })
    expect(after.version).not.toBe(before.version)
  })

  it('finds the case once in each list, counted once, and each of its clocks once', async () => {
    const id = await flaggedAndCaredFor()
    await alsoFlagger(id)
    // The world stands at a day of its own; what moved last is asked of the database's clock.
    await site.db.owner.query(`update participation set moved_at = wall_clock() where case_id = $1`, [id])
    for (const view of ['moved', 'all']) {
      const { items, counts } = (await site.get('soin.69', `/api/cases?view=${view}&limit=100`)).json()
      const ids = items.map((one: { id: string }) => one.id)
      expect(ids.filter((one: string) => one === id)).toEqual([id])
      expect(ids.length).toBe(new Set(ids).size)
      if (view === 'moved') expect(counts.moved.n).toBe(ids.length)
    }
    const { items } = (await site.get('soin.69', '/api/deadlines')).json()
    const clocks = items.map((one: { id: string }) => one.id)
    expect(clocks.length).toBeGreaterThan(0)
    expect(clocks.length).toBe(new Set(clocks).size)
  })

  it('finds every case by the pages of its clocks, though each takes two lines', async () => {
    const ids: string[] = []
    for (let n = 0; n < 8; n++) ids.push(await flaggedAndCaredFor())
    for (const id of ids) await alsoFlagger(id)
    await site.db.owner.query(
      `update participation p set clock_at = o.clock_at from participation o where o.case_id = p.case_id
        and o.org_id = p.org_id and o.capacity = 'health' and p.capacity = 'flagger' and p.org_id = $1`,
      [site.as('soin.69').orgId]
    )
    const found = new Set<string>()
    let next: string | null = ''
    while (next !== null) {
      const page = (await site.get('soin.69', `/api/deadlines${next && `?cursor=${next}`}`)).json()
      for (const { caseId } of page.items as { caseId: string }[]) found.add(caseId)
      next = page.next as string | null
    }
    expect(ids.filter((id) => !found.has(id))).toEqual([])
  })

  it('has a version that moves with either of its parts', async () => {
    const id = await flaggedAndCaredFor()
    await alsoFlagger(id)
    for (const capacity of ['health', 'flagger']) {
      const { version } = await reads(id)
      await site.db.owner.query(
        `update participation set told = told + 1 where case_id = $1 and org_id = $2 and capacity = $3`,
        [id, site.as('soin.69').orgId, capacity]
      )
      expect((await reads(id)).version).not.toBe(version)
    }
  })
})

it('what one capacity waits for is open where another sees it', () => {
  const { facts } = aCase({ facts: { consents: ['H'] } })
  const access = (held: Parameters<typeof sightOf>[0]) => sightOf(held, facts).accessTo('B')
  expect(access(['ofii'])).toEqual({ access: 'closed', opensWith: 'D' })
  expect(access(['ofii', 'ofii_return'])).toEqual({ access: 'masked', opensWith: null })
  expect(access([])).toEqual({ access: 'closed', opensWith: null })
})
