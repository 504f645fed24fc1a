import { expect, it } from 'vitest'
import { countRelease } from '../../../server/figures/releases/making.ts'
import { keysFrom } from '../../../server/keys.ts'
import { readInPdf } from '../../support/meetings.ts'
import { workOff } from '../../support/running/queue.ts'
import { openReleases } from './releases.ts'

const { site, owner, stats, store, published } = await openReleases()

const some = `insert into place (org_id, label, kind, sexes, children, languages, out_of_service)
  select org_id, $1 || n, $2, '{female}', 0, '{fr}', $3 from (select org_id from place limit 1) o, generate_series(1, $4::int) n`
await owner.query(some, ['Figures ', 'acse', null, 30])
await owner.query(some, ['Fermées ', 'acse', 'works', 3])
await owner.query(some, ['Asile ', 'dna', null, 50])
// Any referral will do for a stay that is written past the acts.
const asked = await site.tell.consenting()
await site.tell.act('asso.rhone', asked, 'acse.request', { adhesion: true, needs: 'au calme' })
const [referral] = (await owner.query<{ id: string }>('select id from referral limit 1')).rows
for (let n = 1; n <= 14; n += 1)
  await owner.query(
    `insert into stay (id, case_id, place_id, referral_id, pool, state, reserved_at)
     select gen_random_uuid(), $1, id, $3, 'acse', $4, now() from place where label = $2`,
    [await site.tell.flagged(), `Figures ${n}`, referral!.id, n <= 12 ? 'admitted' : 'reserved']
  )
// Somebody lives still where a place was put out of service.
await owner.query(
  `insert into stay (id, case_id, place_id, referral_id, pool, state, reserved_at)
   select gen_random_uuid(), $1, id, $2, 'acse', 'admitted', now() from place where label = 'Fermées 1'`,
  [await site.tell.flagged(), referral!.id]
)
// A release waits until all that was done is counted.
await workOff(site.db, site.gate)
const [counted] = (
  await owner.query<{ capacity: number }>(
    `select count(*)::int as capacity from place where kind = 'acse' and out_of_service is null`
  )
).rows

it('are counted by pool: those in service, and those where somebody lives; of asylum none', async () => {
  const { rows } = await stats.query('select pool, capacity, occupied from stat.beds() order by pool')
  expect(rows).toContainEqual({ pool: 'acse', capacity: counted!.capacity, occupied: 12 })
  expect(rows.map(({ pool }) => pool)).not.toContain('dna')
  await expect(site.db.app.query('select * from stat.beds()')).rejects.toMatchObject({ code: '42501' })
})

it('bear a noise that nobody draws without the key of the server, though they know who lives there', async () => {
  const row = { quarter: '2026-Q3', asOf: new Date('2026-10-01'), leftOut: [] }
  const keyOf = async (keys = store.keys) => {
    const { beds } = await countRelease({ stats, keys }, row)
    return beds.pools.find(({ pool }) => pool === 'acse')!.key
  }
  const [one, other] = [await keyOf(), await keyOf(keysFrom(Buffer.alloc(32, 9)))]
  // The same persons, the same noise, whenever they are counted.
  expect(await keyOf()).toBe(one)
  expect(other).not.toBe(one)
  const { rows } = await stats.query<{ key: string }>(`select key from stat.beds() where pool = 'acse'`)
  expect([one, other]).not.toContain(Number(rows[0]!.key))
})

it('stand in a release as they were when it was made: on the page, in a file and in the report', async () => {
  const number = await published()
  await owner.query(`delete from stay`)
  type Table = { id: string; shown: (number | null)[] }
  const view = (await site.app.inject('/api/publications')).json() as { tables: Table[] }
  const { shown } = view.tables.find(({ id }) => id === 'accommodation')!
  expect(shown[0]).toBe(counted!.capacity)
  // Twelve, or what noise made of them: hidden where it made less than eleven.
  expect(shown[1] === null || Math.abs(shown[1]! - 12) <= 5).toBe(true)
  const closed = (await site.get('controle', '/api/figures')).json() as { tables: Table[] }
  expect(closed.tables.find(({ id }) => id === 'accommodation')!.shown[1]).toBeGreaterThanOrEqual(7)

  const csv = await site.app.inject(`/api/publications/${number}/accommodation/csv`)
  expect(csv.body).toMatch(/^\uFEFFbeds;beds_label;places;status\r\n/)
  expect(csv.body).toContain(`acse:capacity;Ac.Sé : places en service;${counted!.capacity};shown`)
  const facts = await site.app.inject(`/api/publications/${number}/accommodation/lisezmoi`)
  expect(facts.body).toContain('à l’instant de leur décompte et non à la fin du trimestre')
  // When they were counted, and not when the quarter ended.
  const { placesAt, asOf } = (await site.app.inject('/api/publications')).json().publication
  expect(placesAt).toMatch(/^\d{1,2}(er)? \S+ \d{4}/)
  expect(facts.body).toContain(placesAt)
  expect(facts.body).not.toContain(asOf)
  expect((await site.app.inject(`/api/publications/${number}/sector/lisezmoi`)).body).toContain(asOf)
  const paper = await site.app.inject(`/api/publications/report.pdf?release=${number}`)
  const printed = readInPdf(paper.rawPayload).join(' ')
  expect(printed).toContain('places en service')
  expect(printed).toContain('et non à la fin du trimestre')
  // A partner of one territory reads none: they are of the country.
  const own = (await site.get('asso.rhone', '/api/figures')).json() as { tables: Table[] }
  expect(own.tables.map(({ id }) => id)).not.toContain('accommodation')
})
