import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { inContext } from '../../../server/db/context.ts'
import { openConfiguration } from './administered.ts'

const { site, world, ask, draft, change, publish, stored } = await openConfiguration()

describe('a draft', () => {
  it('is not published by who wrote in it, not even past the route', async () => {
    expect((await draft('2027-02', '2027-02-01')).status).toBe(201)
    const refused = await publish('2027-02', 'admin')
    expect(refused).toMatchObject({
      status: 409,
      body: { code: 'rule', detail: expect.stringContaining('une autre personne') }
    })
    const own = `update config_version set state = 'published', published_by = '${world.as('admin').personId}', published_at = now() where version = '2027-02'`
    await expect(inContext(site.db.app, world.as('admin'), (tx) => tx.execute(own))).rejects.toThrow()
    expect(await change('2027-02', (body) => ({ ...body, note: 'mienne' }), 'admin.bis')).toMatchObject({
      status: 200
    })
    expect((await publish('2027-02')).status).toBe(409)
    expect((await stored('2027-02')).state).toBe('draft')
  })

  it('with a fault is kept and not published, and each fault names its field', async () => {
    await draft('2027-03', '2027-03-01')
    const saved = await change('2027-03', (body) => ({
      ...body,
      durations: { ...body.durations, 'MNIO-EMG': { n: 0, unit: 'hours' } },
      quorum: { members: 40, institutions: 2, mustInclude: ['ofii'] },
      reasons: { referrals: { prefecture: {} }, lists: {} }
    }))
    expect(saved.status).toBe(200)
    const refused = await publish('2027-03')
    expect(refused.status).toBe(400)
    expect(refused.body.errors.map(({ field }: { field: string }) => field)).toEqual(
      expect.arrayContaining([
        'durations.MNIO-EMG',
        'quorum.members',
        'quorum.mustInclude',
        'reasons.referrals.prefecture'
      ])
    )
    expect((await stored('2027-03')).state).toBe('draft')
    // Its page says so beforehand, and to whoever wrote it that another person publishes; of what is published nothing is said.
    const [writer, other] = [await ask('admin', '/2027-03'), await ask('admin.bis', '/2027-03')]
    for (const { body } of [writer, other]) expect(body.problems).toEqual(refused.body.errors)
    expect(writer.body.notPublishable).toContain('une autre personne')
    expect(other.body.notPublishable).toBeNull()
    expect((await ask('admin', '/2026-09')).body.problems).toEqual([])
  })

  it('is not published as it no longer is, nor for a day that has passed', async () => {
    await draft('2027-04', '2026-11-23')
    const late = await publish('2027-04')
    expect(late.body.errors).toMatchObject([{ field: 'effectiveOn', code: 'in_past' }])
    await change('2027-04', (body) => ({ ...body, effectiveOn: '2027-04-01' }))
    expect((await ask('admin.bis', '/2027-04/publish', { method: 'POST', revision: 1 })).status).toBe(412)
    expect((await draft('2027-04')).body.errors).toMatchObject([
      { field: 'version', message: 'Ce nom de version est déjà pris' }
    ])
  })

  it('is saved and checked under its own name, and writes in no other draft', async () => {
    for (const name of ['2027-10', '2027-11']) await draft(name, '2027-10-01')
    const { body, revision } = (await ask('admin', '/2027-10')).body
    const [before, other] = [await stored('2027-10'), { ...body, version: '2027-11', note: 'autre' }]
    const refused = [
      await ask('admin', '/2027-10', { method: 'PUT', revision, body: other }),
      await ask('admin', '/2027-10/validate', { method: 'POST', body: other })
    ]
    for (const { status, body: answer } of refused)
      expect([status, answer.errors]).toMatchObject([
        400,
        [{ field: 'version', message: 'Une version garde son nom' }]
      ])
    expect(await stored('2027-10')).toEqual(before)
    expect((await stored('2027-11')).body.note).toBe('circulaire')
    expect(await change('2027-10', (mine) => ({ ...mine, note: 'autre' }))).toMatchObject({ status: 200 })
    const own = { method: 'POST' as const, body }
    expect((await ask('admin', '/2027-10/validate', own)).status).toBe(200)
  })

  it('is not copied: nobody has agreed to it', async () => {
    await draft('2027-08', '2027-08-01')
    const body = { from: '2027-08', version: '2027-09', effectiveOn: '2027-09-01', note: '' }
    expect((await ask('admin.bis', '', { method: 'POST', body })).status).toBe(404)
    expect(await stored('2027-09')).toBeUndefined()
  })

  it('done twice under one key is done once', async () => {
    const asked = {
      method: 'POST' as const,
      key: randomUUID(),
      body: { from: '2026-09', version: '2027-05', effectiveOn: '2027-05-01', note: '' }
    }
    expect(
      [await ask('admin', '', asked), await ask('admin', '', asked)].map(({ status }) => status)
    ).toEqual([201, 201])
  })
})
