import { beforeAll, describe, expect, it } from 'vitest'
import { inputFor } from '../../support/inputs.ts'
import { openSite, versionOf } from '../../support/running/site.ts'
import { forFile } from '../../support/for-file.ts'

let id: string

const site = await forFile(openSite())

const readBy = async (login: string) => site.get(login, `/api/cases/${id}?events=50`)
const numbers = async (login: string) =>
  ((await readBy(login)).json().timeline as { seq: number }[]).map(({ seq }) => seq).reverse()
const upTo = (count: number) => Array.from({ length: count }, (_, before) => before + 1)

describe('the version of a case is its reader’s own', () => {
  beforeAll(async () => {
    id = await site.tell.reflecting()
  })

  it('stays where something happened that they may not know of, and their act is done', async () => {
    const read = versionOf(await readBy('prefecture.69'))
    await site.tell.act('asso.rhone', id, 'consent.record', { scopes: ['G'], ...site.tell.how })
    await site.tell.act('asso.rhone', id, 'health.refer', {
      destination: 'general',
      address: 'a@cabinet.test'
    })
    expect(versionOf(await readBy('prefecture.69'))).toBe(read)
    const input = { ...inputFor('reflection.interrupt'), reason: 'public_order' }
    const answer = await site.act('prefecture.69', [id, 'reflection.interrupt'], input, { version: read })
    expect(answer.statusCode, answer.body).toBe(200)
    expect(versionOf(answer)).not.toBe(read)
  })

  it('moves with what they may know of, and an act from before is refused', async () => {
    const read = versionOf(await readBy('asso.rhone'))
    await site.tell.act('cellule.69', id, 'facts.complete', { children: 3 })
    expect(versionOf(await readBy('asso.rhone'))).not.toBe(read)
    const answer = await site.act('asso.rhone', [id, 'facts.complete'], { children: 2 }, { version: read })
    expect([answer.statusCode, answer.json().code]).toEqual([412, 'version'])
  })

  it('is no other reader’s, and counts nothing', async () => {
    const tags = await Promise.all(['asso.rhone', 'cellule.69', 'prefecture.69'].map(readBy))
    expect(new Set(tags.map(versionOf)).size).toBe(3)
    for (const tag of tags) expect(versionOf(tag)).toMatch(/^"[\w-]{22}"$/)
    const answer = await site.act(
      'asso.rhone',
      [id, 'facts.complete'],
      { children: 4 },
      { version: versionOf(tags[1]!) }
    )
    expect(answer.statusCode).toBe(412)
  })
})

describe('whoever sits in the cell for the house that acts', () => {
  it('hears of no more than any member does: their version moves with what all of them hear alone', async () => {
    const { orgId } = site.as('asso.rhone')
    await site.db.owner.query(
      `insert into participation (case_id, org_id, capacity, since, moved_at, basis) values ($1, $2, 'cell_member', now(), now(), 'meeting.convene')`,
      [id, orgId]
    )
    const told = async () => {
      const { rows } = await site.db.owner.query<{ capacity: string; told: number }>(
        `select capacity, told from participation where case_id = $1 and org_id = $2 and until is null`,
        [id, orgId]
      )
      const of = (capacity: string) => rows.find((one) => one.capacity === capacity)!.told
      return [of('cell_member'), of('referent')] as const
    }
    const assesses = () => site.tell.act('asso.rhone', id, 'needs.assess', inputFor('needs.assess'))
    // By the first of them the line of the part is written, whatever it was.
    await assesses()
    const before = await told()
    await assesses()
    const after = await told()
    expect(after).toEqual([before[0], before[1] + 1])
    await site.tell.act('cellule.69', id, 'facts.complete', { children: 1 })
    expect((await told())[0]).toBe(before[0] + 1)
    await site.db.owner.query(
      `update participation set until = now() where case_id = $1 and capacity = 'cell_member'`,
      [id]
    )
  })
})

describe('the lines of a story', () => {
  it('are numbered as they are told: no number is left out for what is not', async () => {
    for (const login of ['asso.rhone', 'cellule.69', 'prefecture.69']) {
      const told = await numbers(login)
      expect(told).toEqual(upTo(told.length))
    }
    const [all, fewer] = [await numbers('asso.rhone'), await numbers('prefecture.69')]
    expect(fewer.length).toBeLessThan(all.length)
  })
})
