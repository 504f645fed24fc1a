import { expect, it } from 'vitest'
import { asked, exact, openMonitoring } from './monitoring.ts'

const { post, file, first, second, owner, world } = await openMonitoring()

const statuses = ['presumed', 'formally_identified', 'court_recognised']

it('a line that would narrow a small count down beside what is out leaves as one that is not to be published', async () => {
  const { body } = await post(first, exact, asked)
  const [{ id }] = body.items
  await post(second, `${exact}/${id}/allow`)
  const flags = async () => {
    const { rows } = await file(first, `${exact}/${id}/file.csv`)
    return ['victims', 'victims.formal'].map((line) => rows.find(([one]) => one === line)!.slice(3, 5))
  }
  expect(await flags()).toEqual([
    ['246', 'p'],
    ['34', 'p']
  ])
  const { rows } = await owner.query<{ number: number }>(
    `insert into release (quarter, kind, version, as_of, state, asked_by, asked_at, published_by, published_at)
     values ('2025-Q4', 'provisional', 1, '2026-01-01', 'published', $1, '2026-01-05', $2, '2026-01-05') returning number`,
    [first, second].map((login) => world.as(login).personId)
  )
  // Three are masked beside thirty-one, which noise leaves between twenty-six and thirty-six: of thirty-four, eight at the most.
  const dimensions = [{ name: 'status', values: statuses, several: false }]
  await owner.query(
    `insert into release_table (release, audience, id, dimensions, shown)
     values ($1, 'public', 'status_sex_form', $2, array[212, 31, null, 246])`,
    [rows[0]!.number, JSON.stringify(dimensions)]
  )
  expect(await flags()).toEqual([
    ['246', 'p'],
    ['34', 'c p']
  ])
})
