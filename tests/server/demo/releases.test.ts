import { expect, test } from 'vitest'
import { publishPast } from '../../../server/demo/world/releases.ts'
import { openReleases } from '../figures/releases.ts'

const { site, owner, newest, askedFor, made } = await openReleases()

test('the past of the demonstration is released once, also where the first start was cut', async () => {
  await owner.query(`update stat.person set year = 2025, quarter = '2025-Q1' where territory = '976'`)
  const cut = new AbortController()
  const first = publishPast(site.db, site.gate, cut.signal)
  await askedFor(1)
  cut.abort()
  await first
  expect((await newest())!.state).toBe('asked')

  const again = publishPast(site.db, site.gate, new AbortController().signal)
  await made(1, true)
  await made(await askedFor(2), true)
  await again
  const { rows } = await owner.query(
    'select kind, state, asked_by <> published_by as two from release order by number'
  )
  expect(rows).toEqual([
    { kind: 'final', state: 'published', two: true },
    { kind: 'provisional', state: 'published', two: true }
  ])

  await publishPast(site.db, site.gate, new AbortController().signal)
  expect((await owner.query('select from release')).rowCount).toBe(2)
})
