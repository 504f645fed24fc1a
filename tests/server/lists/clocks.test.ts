import { beforeAll, describe, expect, it } from 'vitest'
import { forFile } from '../../support/for-file.ts'
import { openSite } from '../../support/running/site.ts'

const site = await forFile(openSite())
type Page<T> = { items: T[]; next: string | null }
type Clock = { id: string; caseId: string }

beforeAll(async () => {
  const { tell } = site
  for (let n = 0; n < 12; n++) {
    await tell.sought({ forms: ['labour'] })
    await tell.flagged('asso.rhone', { ageGroup: 'minor', ageBand: '15-17', forms: ['begging'] })
    await tell.flagged('asso.rhone', { danger: 'immediate', dangerFacts: 'Suivie.' })
  }
}, 120_000)

/** Every page of a list, one after the other. */
const all = async <T>(login: string, path: string, asked: string): Promise<T[]> => {
  const found: T[] = []
  for (let next: string | null = ''; next !== null;) {
    const answer = await site.get(login, `${path}?${asked}${next && `&cursor=${next}`}`)
    expect(answer.statusCode, answer.body).toBe(200)
    const page = answer.json<Page<T>>()
    found.push(...page.items)
    next = page.next
  }
  return found
}

describe('clocks that are narrowed', () => {
  it.each([
    ['psp.69', 'form=sexual', 'form'],
    ['prefecture.69', 'stage=housing.seeking', 'stage'],
    ['asso.rhone', 'act=receipt.handed', 'act']
  ])('tell %s nothing that their list of cases does not: %s', async (login, asked, field) => {
    const answer = await site.get(login, `/api/deadlines?${asked}`)
    expect(answer.statusCode).toBe(400)
    expect(answer.json<{ errors: { field: string }[] }>().errors.map((one) => one.field)).toEqual([field])
  })

  it.each(['sort=due', 'only=mine', 'stage=reflection'])('know no other word: %s', async (asked) =>
    expect((await site.get('asso.rhone', `/api/deadlines?${asked}`)).statusCode).toBe(400)
  )

  it.each([
    'only=minor',
    'only=danger',
    'form=labour',
    'stage=identification.weighing',
    'form=labour&only=minor'
  ])('are those of the cases that the word finds, each once, page after page: %s', async (asked) => {
    for (const login of ['cellule.69', 'asso.rhone']) {
      const cases = await all<{ id: string }>(login, '/api/cases', `view=all&${asked}`)
      const found = new Set(cases.map(({ id }) => id))
      const clocks = await all<Clock>(login, '/api/deadlines', '')
      const narrowed = await all<Clock>(login, '/api/deadlines', asked)
      expect(narrowed).toEqual(clocks.filter(({ caseId }) => found.has(caseId)))
      expect(narrowed.length < clocks.length).toBe(true)
    }
  })

  it('are none of a case whose line other tables of the code made, where the word no longer finds it', async () => {
    const asked = 'only=minor'
    const narrowed = await all<Clock>('cellule.69', '/api/deadlines', asked)
    await site.db.owner.query(`update participation set line_tables = 'others'`)
    expect(await all<Clock>('cellule.69', '/api/deadlines', asked)).toEqual(narrowed)
    await site.db.owner.query(`update participation set marks = '{minor}'`)
    expect(await all<Clock>('cellule.69', '/api/deadlines', asked)).toEqual(narrowed)
  })
})
