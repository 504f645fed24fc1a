import { expect, it } from 'vitest'
import { usualNoise } from '../../../../figures/noise/deviations.ts'
import { inContext } from '../../../../server/db/context.ts'
import { newestRelease } from '../../../../server/figures/releases/store.ts'
import { releasedOf } from '../../../../server/figures/reports/released.ts'
import { releasedFile } from '../../../../server/figures/reports/taking.ts'
import { forFile } from '../../../support/for-file.ts'
import { openWorld } from '../../../support/world.ts'

const { db, as } = await forFile(openWorld())
const [asker, other] = [as('miprof'), as('admin')]

/** A release whose smallest count is masked for the public and shown to partners. */
const released = async (
  quarter: string,
  asOf: string,
  out: boolean,
  kind = 'provisional'
): Promise<number> => {
  const { rows } = await db.owner.query<{ number: number }>(
    `insert into release (quarter, kind, version, as_of, state, asked_by, asked_at, published_by, published_at, method)
      values ($1, $7, 1, $2, $3, $4, $2, $5, $6, $8) returning number`,
    [
      quarter,
      asOf,
      out ? 'published' : 'ready',
      asker.personId,
      ...(out ? [other.personId, asOf] : [null, null]),
      kind,
      quarter === '2025-Q3' ? JSON.stringify({ maximumDeviation: 3, variance: 1 }) : null
    ]
  )
  const { number } = rows[0]!
  await db.owner.query(
    `insert into release_table (release, audience, id, dimensions, shown)
      values ($1, 'public', 'sector', '[]', array[null, 40]), ($1, 'partner', 'sector', '[]', array[7, 40]),
        ($1, 'public', 'accommodation', '[]', array[90]), ($1, 'partner', 'accommodation', '[]', array[90])`,
    [number]
  )
  return number
}

it('the newest that is out is the final one of its quarter, whichever was made first', async () => {
  const final = await released('2024-Q4', '2025-03-01', true, 'final')
  const provisional = await released('2024-Q4', '2025-01-01', true)
  expect(provisional).toBeGreaterThan(final)
  expect((await inContext(db.app, asker, newestRelease))!.number).toBe(final)
})

it('a report is filled with what the public reads of the newest release of its year that is out', async () => {
  await released('2025-Q2', '2025-07-01', true)
  const newest = await released('2025-Q3', '2025-10-01', true)
  await released('2025-Q4', '2026-01-01', false)
  await released('2026-Q1', '2026-04-01', true)
  const of = (year: number) => inContext(db.app, asker, (tx) => releasedOf(tx, year))
  expect(await of(2023)).toBeNull()
  const of2025 = (await of(2025))!
  expect(of2025).toMatchObject({ number: newest, kind: 'provisional', quarter: '2025-Q3' })
  // What leaves is tried by the noise of that release, whatever is usual today.
  expect(of2025.noise).toEqual({ deviation: 3, variance: 1 })
  expect((await of(2026))!.noise).toEqual(usualNoise)
  expect(of2025.tables.find(({ id }) => id === 'sector')!.shown).toEqual([null, 40])
  // What is tried beside it are its persons, as each of its readers has them.
  const tried = { public: [{ id: 'sector', shown: [null, 40] }], partner: [{ id: 'sector', shown: [7, 40] }] }
  expect(of2025.out).toMatchObject({ asOf: Date.parse('2025-10-01'), tables: tried })
  expect([of2025.out.tables.public, of2025.out.tables.partner].map(({ length }) => length)).toEqual([1, 1])
})

it('its file says which release that is, of which quarter and day, whether it is final, and how it was protected', async () => {
  const reader = { actor: asker, locale: 'fr', now: new Date('2026-06-01') } as const
  const taken = (year: number) =>
    inContext(db.app, asker, (tx) => releasedFile(tx, reader, { id: 'eurostat', year }))
  const { drawn, method, exact } = await taken(2025)
  expect(drawn).toMatch(
    /^publication n° \d+, version 1, provisoire, 3e trimestre 2025, situation au 1(er)? octobre 2025$/
  )
  expect(method).toMatch(/écart de 3 au plus, variance 1.*inférieur à 11.*le bruit de chacun/)
  expect(exact).toBe(false)
  expect((await taken(2024)).drawn).toMatch(/, définitive, 4e trimestre 2024, situation au 1(er)? mars 2025$/)
  expect(await taken(2023)).toMatchObject({
    drawn: expect.stringContaining('aucune publication'),
    method: null
  })
})
