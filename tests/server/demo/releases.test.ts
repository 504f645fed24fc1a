import { expect, test } from 'vitest'
import { loadConfig } from '../../../server/config.ts'
import { wallClock } from '../../../server/db/context.ts'
import { demoIssuer, startDemoWorld } from '../../../server/demo/start.ts'
import { insertReference } from '../../../server/demo/world/reference.ts'
import { createLog } from '../../../server/log.ts'
import { publishDue } from '../../../server/figures/publish.ts'
import { lastEnded } from '../../../server/figures/quarters.ts'
import { freshDatabase } from '../../support/running/db.ts'
import { people, repeat } from '../figures/world.ts'
import { forFile } from '../../support/for-file.ts'

const log = createLog('silent')
const releases = async () =>
  (
    await db.owner.query<{ number: number; quarter: string; total: number | null }>(
      `select number, quarter, (flow #>> '{releases,0,total}')::int as total from figure_release order by 1`
    )
  ).rows

const db = await forFile(freshDatabase())

test('the fictional country shows figures at its first start: a release for each quarter of its past, none of half of it', async () => {
  // The first of a country are of its last months: some of two years ago stand for the thousands that follow them.
  await people(db.owner, repeat(12, { openedAt: '2025-02-01T10:00:00Z', territory: '69' }))
  const config = loadConfig({ DEMO_CASES: '30', DATA_DIR: '/nowhere' })
  const country = { owner: db.owner, keys: db.keys, seed: config.demoSeed, issuer: demoIssuer(config) }
  await insertReference({ ...country, now: new Date() })
  const starting = startDemoWorld({ config, db, keys: db.keys, log })
  // The worker wakes while it is being told.
  const flagged = 'select count(*)::int as n from "case"'
  while ((await db.stats.query<{ n: number }>(flagged)).rows[0]!.n < 16)
    await new Promise((resolve) => setTimeout(resolve, 20))
  await publishDue(db.stats, await wallClock(db.owner))
  expect(await releases()).toEqual([])
  const world = await starting
  const made = await releases()
  const past = lastEnded(await wallClock(db.owner))
  expect([made[0], made.at(-1)]).toMatchObject([{ quarter: '2025-Q1', total: 12 }, { quarter: past }])
  expect(made.map(({ number }) => number)).toEqual(made.map((_, index) => index + 1))
  await publishDue(db.stats, await wallClock(db.owner))
  expect(await releases()).toEqual(made)
  await world.close()
}, 240_000)
