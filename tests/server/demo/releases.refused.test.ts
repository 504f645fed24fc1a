import { expect, test } from 'vitest'
import { publishPast } from '../../../server/demo/world/releases.ts'
import { openReleases } from '../figures/releases.ts'

const { site, owner, askedFor, made } = await openReleases()

test('a past year that is refused keeps nobody from the last quarter, at no start', async () => {
  await owner.query(`update stat.person set year = 2025, quarter = '2025-Q1' where territory = '976'`)
  const first = publishPast(site.db, site.gate, new AbortController().signal)
  await made(await askedFor(1), false)
  await expect(askedFor(2)).resolves.toBeTruthy()
  await made(await askedFor(2), true)
  await first
  const states = async () =>
    (await owner.query('select kind, state from release order by number')).rows as unknown[]
  const stand = [
    { kind: 'final', state: 'refused' },
    { kind: 'provisional', state: 'published' }
  ]
  expect(await states()).toEqual(stand)
  await publishPast(site.db, site.gate, new AbortController().signal)
  expect(await states()).toEqual(stand)
})
