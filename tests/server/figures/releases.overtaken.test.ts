import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import type { ToAttack } from '../../../figures/release/gate.ts'
import { askRelease, publishRelease } from '../../../server/figures/releases/asking.ts'
import { makeRelease } from '../../../server/figures/releases/making.ts'
import { why as reason } from '../../support/refusals.ts'
import { judged, openReleases } from './releases.ts'

const { site, owner, store, ask, newest, publish, since, made } = await openReleases()

/** Exact numbers of a year leave by two people, however early. */
const leaving = (year: number) =>
  owner.query(
    `insert into exact_export (id, report, year, purpose, asked_by, asked_at, state, settled_by, settled_at)
     values ($1, 'greta', $2, 'Collecte de l’année', $3, '2027-02-01', 'allowed', $4, '2027-02-02')`,
    [randomUUID(), year, site.as('miprof').personId, site.as('miprof.bis').personId]
  )
const why = async (login: string) =>
  (await site.get(login, '/api/releases')).json().releases[0].notPublished as string | null

it('a release beside which exact numbers left after its attack is not published, but made anew with them', async () => {
  await ask('miprof')
  const { number } = (await newest())!
  await made(number, true)
  expect(await why('miprof.bis')).toBeNull()
  // Of another year they say nothing of this one.
  await leaving(2025)
  expect(await why('miprof.bis')).toBeNull()
  await leaving(2026)
  expect(await why('miprof.bis')).toMatch(/^Des nombres exacts de cette année sont partis/)
  const refused = await publish('miprof.bis', number)
  expect([refused.statusCode, refused.json().detail]).toEqual([409, await why('miprof.bis')])
  expect((await newest())!.state).toBe('ready')

  expect((await site.send('miprof', `/api/releases/${number}/drop`, {})).statusCode).toBe(200)
  expect((await ask('miprof')).statusCode).toBe(202)
  const again = (await newest())!
  let held: ToAttack['sent'] = []
  await makeRelease(store, again, (asked, told) => {
    held = asked.sent
    return judged(true)(asked, told)
  })
  expect(held).toHaveLength(1)
  expect(await why('miprof.bis')).toBeNull()
  expect((await publish('miprof.bis', again.number)).statusCode).toBe(200)
})

it('after the counts were lost nothing more of their year is asked for, nor a quarter once the year is final', async () => {
  const gate = { ...site.gate, now: () => new Date('2027-03-01T12:00:00Z') }
  const by = (login: string) => ({ actor: site.as(login), key: null })
  const year = { quarter: '2026-Q4', kind: 'final', erratum: null, leftOut: [] } as const
  const asked = (more: object = {}) =>
    askRelease(gate, by('miprof'), { ...year, ...more }).then(
      () => null,
      (error: unknown) => (error as { fields?: { message: { fr: string } }[] }).fields?.[0]?.message.fr
    )
  await since('2026-12-01')
  expect(await asked()).toMatch(/^Le décompte a été perdu et refait depuis la dernière publication/)
  await since('2026-02-01')
  expect(await asked()).toBeNull()
  const { number } = (await newest())!
  await made(number, true)
  expect(await reason(publishRelease(gate, by('miprof.bis'), number))).toBeNull()
  expect(await asked({ kind: 'provisional' })).toBe(
    'La publication définitive de cette année est parue : seul un erratum la change.'
  )
  expect(await asked({ erratum: 'Deux doublons' })).toBeNull()
})
