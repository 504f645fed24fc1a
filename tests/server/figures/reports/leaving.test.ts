import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { asked, exact, openMonitoring } from './monitoring.ts'

const { post, file, cell, first, second, owner, world } = await openMonitoring()

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
    `insert into release (quarter, kind, version, as_of, state, asked_by, asked_at, published_by, published_at, panel)
     values ('2025-Q4', 'provisional', 1, '2026-01-01', 'published', $1, '2026-01-05', $2, '2026-01-05', 7) returning number`,
    [first, second].map((login) => world.as(login).personId)
  )
  // Three are masked beside thirty-one, which noise leaves between twenty-six and thirty-six: of thirty-four, eight at the most.
  const dimensions = [{ name: 'status', values: statuses, several: false }]
  await owner.query(
    `insert into release_table (release, audience, id, dimensions, shown)
     values ($1, 'public', 'status_sex_form', $2, array[212, 31, null, 246])`,
    [rows[0]!.number, JSON.stringify(dimensions)]
  )
  // Places stand beside: nine hundred of them are no persons, and say nothing of these.
  await owner.query(
    `insert into release_table (release, audience, id, dimensions, shown)
     values ($1, 'public', 'accommodation', '[{"name": "pool", "values": ["acse"], "several": false}]', array[900, 900])`,
    [rows[0]!.number]
  )
  expect(await flags()).toEqual([
    ['246', 'p'],
    ['34', 'c p']
  ])
})

it('says of how many associations it is, as the release that is out', async () => {
  const { items } = (await post(first, exact, { ...asked, report: 'associations' })).body
  await post(second, `${exact}/${items[0].id}/allow`)
  const { rows } = await file(first, `${exact}/${items[0].id}/file.csv`)
  expect(rows.find(([one]) => one === 'panel')![3]).toBe('7')
})

it('a line that leaves few beside a report of the year that has left already is not to be published either', async () => {
  const allowed = async (report: string, year: number) => {
    const { body } = await post(first, exact, { ...asked, report, year })
    const { id } = body.items.find((one: { state: string }) => one.state === 'waiting')
    expect((await post(second, `${exact}/${id}/allow`)).status).toBe(200)
    const { rows } = await file(first, `${exact}/${id}/file.csv`)
    return (line: string) => rows.find(([one]) => one === line)!.slice(3, 5)
  }
  for (const year of [2021, 2022, 2023]) {
    await cell(year, 'status_sex_form', 'presumed|tot|tot', 60)
    await cell(year, 'status_sex_form', 'formally_identified|tot|tot', 8)
    await cell(year, 'status_sex_form', 'tot|tot|tot', 68)
  }
  expect((await allowed('greta', 2022))('presumed')).toEqual(['60', 'p'])
  // What was refused left nobody's hands.
  const { items } = (await post(first, exact, { ...asked, report: 'eurostat', year: 2021 })).body
  const { id } = items.find((one: { state: string }) => one.state === 'waiting')
  expect((await post(second, `${exact}/${id}/refuse`)).status).toBe(200)
  expect((await allowed('greta', 2021))('presumed')).toEqual(['60', 'p'])
  // Sixty of sixty-eight: eight are left, whom neither report tells.
  expect((await allowed('eurostat', 2023))('victims')).toEqual(['68', 'p'])
  expect((await allowed('greta', 2023))('presumed')).toEqual(['60', 'c p'])
})

it('nothing is allowed to leave while somebody is at work on a release', async () => {
  const { body } = await post(first, exact, { ...asked, report: 'sdg' })
  const { id } = body.items.find((one: { state: string }) => one.state === 'waiting')
  const holder = await owner.connect()
  try {
    await holder.query(`begin`)
    await holder.query(`select pg_advisory_xact_lock(hashtextextended('release', 0))`)
    const answer = post(second, `${exact}/${id}/allow`)
    const late = sleep(300).then(() => 'still waits')
    expect(await Promise.race([answer.then(() => 'allowed'), late])).toBe('still waits')
    await holder.query('commit')
    expect((await answer).status).toBe(200)
  } finally {
    holder.release()
  }
})
