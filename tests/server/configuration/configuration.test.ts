import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { inContext } from '../../../server/db/context.ts'
import { viewCase } from '../../../server/reading/view.ts'
import { actionFor } from '../../support/running/actions.ts'
import { fromPage } from '../../support/running/sign-in.ts'
import { acting } from '../../support/acting.ts'
import { whatIfHref } from '../../../web/src/lib/case/links.ts'
import { noon } from '../../support/world.ts'
import { openConfiguration } from './administered.ts'

const { cookies, site, world, ask, draft, change, publish, stored } = await openConfiguration()

const tell = acting(world)
const pinned = async (id: string) =>
  (await site.db.owner.query('select config_version from "case" where id = $1', [id])).rows[0].config_version
const clocks = async (id: string) =>
  (await site.db.owner.query('select * from deadline where case_id = $1 order by code, id', [id])).rows

describe('who decides nothing here', () => {
  it.each(['cellule.69', 'dpo'])(
    '%s finds nothing, whatever is asked, and the denial is written down',
    async (login) => {
      const attempts = [
        await ask(login, ''),
        await ask(login, '/2026-09'),
        await ask(login, '', {
          method: 'POST',
          body: { from: '2026-09', version: '2030-01', effectiveOn: '2030-01-01', note: '' }
        }),
        await ask(login, '/2026-09/publish', { method: 'POST', revision: 1 }),
        await ask(login, '/2026-09/move/preview?from=2026-09'),
        await ask(login, '/2026-09/move', { method: 'POST', body: { from: '2026-09', preview: 'x' } }),
        await ask(login, `/moves/${randomUUID()}/undo`, { method: 'POST' })
      ]
      expect(attempts.map(({ status }) => status)).toEqual(attempts.map(() => 404))
      const { rows } = await site.db.owner.query(
        `select count(*)::int as n from audit_event where outcome = 'denied' and action like 'configuration.%' and person_id = $1`,
        [world.as(login).personId]
      )
      expect(rows[0].n).toBe(attempts.length)
    }
  )

  it('a request that is not of the administration cannot write a version or read a draft, even past every route', async () => {
    await draft('2027-01', '2027-01-01')
    await inContext(site.db.app, world.as('cellule.69'), async (tx) => {
      const { rows } = await tx.execute(`select version from config_version where state = 'draft'`)
      expect(rows).toEqual([])
    })
    const insert = `insert into config_version (version, effective_on, body, state, writers, created_at) values ('2031-01', '2031-01-01', '{}', 'published', '{}', now())`
    for (const login of ['cellule.69', 'admin'])
      await expect(inContext(site.db.app, world.as(login), (tx) => tx.execute(insert))).rejects.toThrow()
    await expect(
      inContext(site.db.app, world.as('cellule.69'), async (tx) => {
        const { rowCount } = await tx.execute(
          `update config_version set state = 'withdrawn' where version = '2026-09'`
        )
        if (rowCount === 0) throw new Error('nothing to update')
      })
    ).rejects.toThrow('nothing to update')
    await expect(
      inContext(site.db.app, world.as('cellule.69'), async (tx) => {
        const { rows } = await tx.execute(`select * from config_cases('2026-09', null, null, '', 10)`)
        if (rows.length === 0) throw new Error('no case shown')
      })
    ).rejects.toThrow('no case shown')
  })
})

describe('a published version', () => {
  const refused = (detail: string) => ({ status: 409, body: { detail } })
  const published = refused('Une version publiée ne change plus : copiez-la dans un brouillon.')
  const inForce = refused(
    'Cette version est déjà en vigueur : des dossiers la suivent. Publiez-en une autre.'
  )

  it('never changes: not by its form, not by its publisher, not by its owner’s own hand', async () => {
    await draft('2027-06', '2027-06-01')
    expect((await publish('2027-06')).status).toBe(200)
    const before = await stored('2027-06')
    expect(await change('2027-06', (body) => ({ ...body, note: 'autre' }))).toMatchObject(published)
    expect(await publish('2027-06')).toMatchObject(published)
    for (const set of [`body = '{}'`, `effective_on = '2026-01-01'`, `state = 'draft'`, `writers = '{}'`])
      await expect(
        site.db.owner.query(`update config_version set ${set} where version = '2027-06'`)
      ).rejects.toThrow('never changes')
    expect(await stored('2027-06')).toEqual(before)
    const { rows } = await site.db.owner.query(
      `select action from audit_event where object = 'configuration:2027-06' and outcome = 'allowed' order by seq`
    )
    expect(rows.map(({ action }) => action)).toEqual(['configuration.draft', 'configuration.publish'])
  })

  it('is taken back before its day, and not after', async () => {
    await draft('2027-07', '2027-07-01')
    await publish('2027-07')
    expect((await ask('admin', '/2027-07/withdraw', { method: 'POST' })).body.state).toBe('withdrawn')
    expect((await ask('admin', '/2027-07/withdraw', { method: 'POST' })).status).toBe(404)
    expect(await ask('admin', '/2026-09/withdraw', { method: 'POST' })).toMatchObject(inForce)
  })

  it('holds the cases opened from its day on; those opened before keep their clock and their reasons', async () => {
    const old = await tell.flagged()
    const before = await clocks(old)
    await draft('2026-12', '2026-11-24')
    await change('2026-12', (body) => ({
      ...body,
      durations: { ...body.durations, 'MNIO-RG': { n: 9, unit: 'workingDays' } },
      required: { 'case.flag': ['ageBand'] },
      reasons: { referrals: { acse: { incomplete: 'park' } }, lists: { 'case.close.reason': ['by_person'] } }
    }))
    await publish('2026-12')
    // It is taken back no more on its very day.
    expect(await ask('admin', '/2026-12/withdraw', { method: 'POST' })).toMatchObject(inForce)
    expect(await pinned(old)).toBe('2026-09')
    world.at(new Date('2026-11-23T22:59:00Z'))
    expect(await pinned(await tell.flagged())).toBe('2026-09')
    world.at(new Date('2026-11-23T23:00:00Z'))
    await expect(tell.flagged('asso.rhone', { ageBand: undefined as never })).rejects.toMatchObject({
      fields: [{ field: 'ageBand', code: 'required' }]
    })
    const fresh = await tell.flagged()
    expect(await pinned(fresh)).toBe('2026-12')
    const rg = (rows: Record<string, unknown>[]) => rows.find(({ code }) => code === 'MNIO-RG')
    expect(rg(await clocks(fresh))).toMatchObject({
      config_version: '2026-12',
      computation: expect.arrayContaining(['add:9:workingDays'])
    })
    await tell.act('cellule.69', old, 'triage.start')
    expect(rg(await clocks(old))).toEqual(rg(before))
    world.at(noon)
    const formOf = async (id: string) => {
      const reader = { actor: world.as('cellule.69'), locale: 'fr' as const, now: noon }
      const { input } = await actionFor(site.db, reader, [id, 'case.close'])
      return (input as { properties: { reason: { oneOf: object[] } } }).properties.reason.oneOf.length
    }
    expect(await formOf(fresh)).toBe(1)
    expect(await formOf(old)).toBeGreaterThan(5)
    const lost = { reason: 'deceased', notificationsPlanned: false }
    await expect(tell.closed(fresh, lost)).rejects.toMatchObject({
      fields: [{ field: 'reason', code: 'withdrawn' }]
    })
    await tell.closed(old, lost)
  })
  it('counts a case that it does not hold as that case is counted, when one asks what if from its page', async () => {
    world.at(new Date('2026-11-23T12:00:00Z'))
    const old = await tell.flagged()
    world.at(noon)
    const fresh = await tell.flagged()
    const said: string[] = []
    for (const id of [old, fresh]) {
      const reader = { actor: world.as('cellule.69'), locale: 'fr' as const, now: noon }
      const { deadlines } = await inContext(site.db.app, reader.actor, (tx) => viewCase(tx, id, reader))
      const clock = deadlines.find(({ code }) => code === 'MNIO-RG')!
      // The same day for both: only the version makes the difference.
      const link = new URL(whatIfHref({ ...clock, startsOn: '2026-11-24' }, '69'), 'http://127.0.0.1')
      const { depuis, territoire, ...rest } = Object.fromEntries(link.searchParams)
      const query = new URLSearchParams({ ...rest, startsOn: depuis!, territory: territoire! })
      const answer = await site.app.inject({
        url: `/api/deadlines/what-if?${query}`,
        headers: fromPage(cookies['cellule.69']!)
      })
      said.push(answer.json().result.dueOn)
    }
    expect(said).toEqual(['2026-12-01', '2026-12-07'])
  })
})
