import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { turnMove } from '../../../server/configuration/migration-job.ts'
import { inContext } from '../../../server/db/context.ts'
import { acting } from '../../support/acting.ts'
import { noon } from '../../support/world.ts'
import { signedProtocol } from '../../support/running/protocols.ts'
import { openProtocols } from './two-desks.ts'

const { site, world, ask, day, create, write, sign, rules } = await openProtocols()

const tell = acting(world)
const pinned = async (id: string) =>
  (await site.db.owner.query('select config_version from "case" where id = $1', [id])).rows[0].config_version
const clock = async (id: string, code: string) =>
  (
    await site.db.owner.query(
      'select due_on::text as due, config_version from deadline where case_id = $1 and code = $2',
      [id, code]
    )
  ).rows[0]

beforeAll(async () => {
  await create('cellule.69', '69-2026-11-d')
  await write('cellule.69', '69-2026-11-d', rules)
  await sign('prefecture.69', '69-2026-11-d')
})

const unchanging = 'Ce qui a été signé ne change plus : préparez un autre protocole, copié de celui-ci.'

describe('a protocol that both have signed', () => {
  const before: string[] = []
  it('is signed with the second signature, once for one key, and is in the log', async () => {
    before.push(await tell.flagged(), await tell.flagged())
    const key = randomUUID()
    const { body } = await ask('parquet.lyon', '/protocols/69-2026-11-d')
    for (let twice = 0; twice < 2; twice++)
      expect(
        (
          await ask('parquet.lyon', '/protocols/69-2026-11-d/sign', {
            method: 'POST',
            tag: body.revision,
            key
          })
        ).body
      ).toMatchObject({
        state: 'signed',
        inForce: true,
        signedOn: day
      })
    const { rows } = await site.db.owner.query(
      `select action from audit_event where object = 'protocol:69-2026-11-d' and outcome = 'allowed' order by at, seq`
    )
    expect(rows.map(({ action }) => action).filter((action) => action === 'protocol.sign')).toHaveLength(2)
    for (const login of ['asso.rhone', 'admin', 'cellule.75']) {
      const shown = await ask(login, '/protocols/69-2026-11-d')
      expect(shown.status).toBe(200)
      expect(shown.body.signatures.map(({ organisation }: { organisation: string }) => organisation)).toEqual(
        ['Préfecture du Rhône', 'Parquet de Lyon']
      )
      expect((await sign(login, '69-2026-11-d', shown.body.revision)).status).toBe(403)
    }
    const withdrawn = await ask('cellule.69', '/protocols/69-2026-11-d/withdraw', { method: 'POST' })
    const refused = [
      [withdrawn, 'Ce protocole est déjà en vigueur : des dossiers vivent sous lui. Préparez-en un autre.'],
      [await sign('prefecture.69', '69-2026-11-d'), unchanging],
      [await write('cellule.69', '69-2026-11-d', {}), unchanging]
    ] as const
    for (const [{ status, body: said }, detail] of refused)
      expect([status, said.detail]).toEqual([409, detail])
  })

  it('says of each rule where its value comes from', async () => {
    const { rules: shown } = (await ask('asso.rhone', '/protocols/69-2026-11-d')).body
    const of = (rule: string) => shown.find((one: { rule: string }) => one.rule === rule)
    expect(of('durations.MNIO-TRIAGE')).toMatchObject({
      value: '1 jour ouvré',
      from: 'local',
      source: 'protocole 69-2026-11-d, signé le 24 novembre 2026',
      national: '2 jours ouvrés'
    })
    expect(of('durations.MNIO-RG')).toMatchObject({
      from: 'national',
      source: 'version nationale 2026-09',
      national: null
    })
  })

  it('is what a case is born under there and nowhere else, and a case that ran before keeps its pair and its clocks', async () => {
    const [here, there] = [await tell.flagged(), await tell.flagged('asso.paris', { territory: '75' })]
    expect([await pinned(here), await pinned(there), await pinned(before[0]!)]).toEqual([
      '2026-09+69-2026-11-d',
      '2026-09',
      '2026-09'
    ])
    expect(await clock(here, 'MNIO-TRIAGE')).toEqual({
      due: '2026-11-25',
      config_version: '2026-09+69-2026-11-d'
    })
    expect(await clock(before[0]!, 'MNIO-TRIAGE')).toEqual({ due: '2026-11-26', config_version: '2026-09' })
    const shown = await ask('asso.rhone', `/cases/${here}/rules`)
    expect(shown.body).toMatchObject({
      version: '2026-09',
      protocol: { name: '69-2026-11-d', territory: '69' }
    })
    expect((await ask('asso.rhone', `/cases/${before[0]}/rules`)).body.protocol).toBe(null)
    expect((await ask('prefecture.69', `/cases/${here}/rules`)).status).toBe(404)
  })

  it('is what its cell meets under, which votes there, while another cell decides by consensus', async () => {
    const { rulesInForce } = await import('../../../server/meetings/rules.ts')
    const inside = (territory: string) =>
      inContext(site.db.app, world.as('cellule.69'), (tx) => rulesInForce(tx, territory, noon))
    expect(await inside('69')).toMatchObject({ version: '2026-09+69-2026-11-d', decidesBy: 'majority' })
    expect(await inside('75')).toMatchObject({ version: '2026-09', decidesBy: 'consensus' })
  })

  it('moves running cases after a preview, with what changes shown first, and moves them back to the day', async () => {
    const to = '/protocols/69-2026-11-d/move'
    for (const login of ['cellule.69', 'prefecture.69', 'dpo']) {
      expect((await ask(login, `${to}/preview?from=none`)).status).toBe(404)
      expect((await ask(login, to, { method: 'POST', body: { from: 'none', preview: 'x' } })).status).toBe(
        404
      )
    }
    expect((await ask('admin', to, { method: 'POST', body: { from: 'none', preview: 'x' } })).status).toBe(
      409
    )
    const preview = (await ask('admin', `${to}/preview?from=none`)).body
    expect(preview.counts).toMatchObject({ cases: 2, changed: 2, kept: 0 })
    expect(preview.counts.clocks).toMatchObject([{ code: 'MNIO-TRIAGE', cases: 2, earlier: 2 }])
    expect(preview.items.map(({ territory }: { territory: string }) => territory)).toEqual(['69', '69'])
    const others = async (id: string) =>
      (
        await site.db.owner.query(
          `select * from deadline where case_id = $1 and code <> 'MNIO-TRIAGE' order by id`,
          [id]
        )
      ).rows
    const kept = await others(before[0]!)
    const started = await ask('admin', to, { method: 'POST', body: { from: 'none', preview: preview.mark } })
    expect(started.body).toMatchObject({ territory: '69', from: '', to: '69-2026-11-d', total: 2 })
    while (await turnMove(world.gate, started.body.id)) continue
    expect(await Promise.all(before.map(pinned))).toEqual(['2026-09+69-2026-11-d', '2026-09+69-2026-11-d'])
    expect(await clock(before[0]!, 'MNIO-TRIAGE')).toMatchObject({ due: '2026-11-25' })
    expect(await others(before[0]!)).toEqual(kept)
    expect((await ask('admin', `/moves/${started.body.id}/undo`, { method: 'POST' })).status).toBe(202)
    while (await turnMove(world.gate, started.body.id)) continue
    expect(await Promise.all(before.map(pinned))).toEqual(['2026-09', '2026-09'])
    expect(await clock(before[0]!, 'MNIO-TRIAGE')).toEqual({ due: '2026-11-26', config_version: '2026-09' })
  })

  it('a national version under which it would no longer stand is not published, and says whose it is', async () => {
    const { createDraft, saveDraft } = await import('../../../server/configuration/versions.ts')
    const by = { actor: world.as('admin'), key: null }
    await createDraft(world.gate, by, {
      from: '2026-09',
      version: '2026-12',
      effectiveOn: '2026-12-01',
      note: ''
    })
    const { body } = (await ask('admin', '/configuration/2026-12')).body
    const faster = { ...body.durations, 'MNIO-TRIAGE': { n: 8, unit: 'hours' } }
    await saveDraft(world.gate, by, { ...body, durations: faster }, 1)
    const field = 'protocols.69-2026-11-d.rules.durations.MNIO-TRIAGE'
    const shown = (await ask('admin', '/configuration/2026-12')).body
    expect(shown.problems).toMatchObject([{ field, code: 'other_unit' }])
    expect(shown.problems[0].message).toContain('Le protocole 69-2026-11-d ne tiendrait plus')
    const published = (tag: number) =>
      ask('admin.bis', '/configuration/2026-12/publish', { method: 'POST', tag })
    const refused = await published(2)
    expect([refused.status, refused.body.errors?.map((one: { field: string }) => one.field)]).toEqual([
      400,
      [field]
    ])
    await saveDraft(world.gate, by, body, 2)
    expect((await ask('admin', '/configuration/2026-12')).body.problems).toEqual([])
  })

  it('nor is one under which that of a département would not, though its court has its own since', async () => {
    const { saveDraft } = await import('../../../server/configuration/versions.ts')
    await signedProtocol(world, '75-2026-11', { durations: { 'MNIO-TRIAGE': { n: 1, unit: 'workingDays' } } })
    await signedProtocol(world, '75.paris-2026-11', { decidesBy: 'majority' }, '2026-11-25')
    const { body } = (await ask('admin', '/configuration/2026-12')).body
    const faster = { ...body.durations, 'MNIO-TRIAGE': { n: 8, unit: 'hours' } }
    await saveDraft(world.gate, { actor: world.as('admin'), key: null }, { ...body, durations: faster }, 3)
    const { problems } = (await ask('admin', '/configuration/2026-12')).body
    expect(problems.map(({ field }: { field: string }) => field)).toContain(
      'protocols.75-2026-11.rules.durations.MNIO-TRIAGE'
    )
  })

  it('a national version goes under it: the pair keeps its protocol', async () => {
    const { createDraft, publish } = await import('../../../server/configuration/versions.ts')
    const by = (login: string) => ({ actor: world.as(login), key: null })
    await createDraft(world.gate, by('admin'), {
      from: '2026-09',
      version: '2026-11',
      effectiveOn: day,
      note: ''
    })
    await publish(world.gate, by('admin.bis'), '2026-11', 1)
    const here = (
      await site.db.owner.query(`select id from "case" where config_version = '2026-09+69-2026-11-d'`)
    ).rows[0].id
    const preview = (await ask('admin', '/configuration/2026-11/move/preview?from=2026-09')).body
    const { body } = await ask('admin', '/configuration/2026-11/move', {
      method: 'POST',
      body: { from: '2026-09', preview: preview.mark }
    })
    while (await turnMove(world.gate, body.id)) continue
    expect(await pinned(here)).toBe('2026-11+69-2026-11-d')
    expect(await clock(here, 'MNIO-TRIAGE')).toMatchObject({ due: '2026-11-25' })
  })
})
