import { expect, it } from 'vitest'
import { readInPdf } from '../../support/meetings.ts'
import { workOff } from '../../support/running/queue.ts'
import { openReleases } from './releases.ts'

const { site, owner, stats, published } = await openReleases()

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
  expect(facts.body).toContain('au jour du décompte')
  const paper = await site.app.inject(`/api/publications/report.pdf?release=${number}`)
  expect(readInPdf(paper.rawPayload).join(' ')).toContain('places en service')
  // A partner of one territory reads none: they are of the country.
  const own = (await site.get('asso.rhone', '/api/figures')).json() as { tables: Table[] }
  expect(own.tables.map(({ id }) => id)).not.toContain('accommodation')
})
