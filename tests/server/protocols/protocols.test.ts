import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { turnMove } from '../../../server/configuration/migration-job.ts'
import { inContext } from '../../../server/db/context.ts'
import type { LocalRules } from '../../../workflows/configuration/local/protocol.ts'
import { acting } from '../../support/acting.ts'
import { forFile } from '../../support/for-file.ts'
import { fromPage, signIn } from '../../support/running/sign-in.ts'
import { testApp } from '../../support/running/app.ts'
import { noon, peopled } from '../../support/world.ts'

const site = await forFile(testApp({ now: () => noon }))
const world = await peopled(site.db)
const tell = acting(world)
const logins = [
  'admin',
  'admin.bis',
  'cellule.69',
  'cellule.75',
  'prefecture.69',
  'prefecture.75',
  'parquet.lyon',
  'parquet.paris',
  'asso.rhone',
  'membre.69',
  'dpo'
]
const cookies: Record<string, string> = {}
beforeAll(async () => {
  for (const login of logins) cookies[login] = await signIn(site.app, login)
})

type Asked = { method?: 'GET' | 'POST' | 'PUT'; body?: object; tag?: number | string; key?: string }
const ask = async (login: string, path: string, { method = 'GET', body, tag, key }: Asked = {}) => {
  const answer = await site.app.inject({
    method,
    url: `/api${path}`,
    headers: {
      ...fromPage(cookies[login]!),
      ...(method === 'GET' ? {} : { 'idempotency-key': key ?? randomUUID() }),
      ...(tag === undefined ? {} : { 'if-match': `"${tag}"` })
    },
    ...(body ? { payload: body } : {})
  })
  return {
    status: answer.statusCode,
    body: answer.body === '' ? null : answer.json(),
    headers: answer.headers
  }
}
const day = '2026-11-24'
const create = (login: string, name: string, more: object = {}) =>
  ask(login, '/protocols', {
    method: 'POST',
    body: { name, place: name.split('-')[0], title: `Protocole ${name}`, effectiveOn: day, ...more }
  })
const whole = (rules: LocalRules) => ({
  text: 'Article 1er.',
  parties: [
    { kind: 'prefecture', name: 'Préfecture' },
    { kind: 'prosecution', name: 'Parquet' }
  ],
  rules
})
const write = async (login: string, name: string, rules: LocalRules, more: object = {}) => {
  const { body } = await ask(login, `/protocols/${name}`)
  return ask(login, `/protocols/${name}`, {
    method: 'PUT',
    tag: body.revision,
    body: { ...body.body, ...whole(rules), ...more }
  })
}
const sign = async (login: string, name: string, revision?: number) => {
  const tag = revision ?? (await ask(login, `/protocols/${name}`)).body.revision ?? 1
  return ask(login, `/protocols/${name}/sign`, { method: 'POST', tag })
}
const pinned = async (id: string) =>
  (await site.db.owner.query('select config_version from "case" where id = $1', [id])).rows[0].config_version
const clock = async (id: string, code: string) =>
  (
    await site.db.owner.query(
      'select due_on::text as due, config_version from deadline where case_id = $1 and code = $2',
      [id, code]
    )
  ).rows[0]

const rules: LocalRules = {
  decidesBy: 'majority',
  durations: { 'MNIO-TRIAGE': { n: 1, unit: 'workingDays' } },
  minors: {
    parties: [
      { kind: 'ase', name: 'Métropole de Lyon' },
      { kind: 'prosecution', name: 'Parquet de Lyon' }
    ],
    contacts: [{ kind: 'child_protection', name: 'CRIP', reach: 'crip@example.org' }],
    told: ['child_protection']
  }
}

describe('who prepares no protocol, and signs none', () => {
  it.each(['cellule.75', 'prefecture.69', 'parquet.lyon', 'admin', 'asso.rhone', 'membre.69', 'dpo'])(
    '%s drafts none for the Rhône, and the denial is written down',
    async (login) => {
      expect((await create(login, '69-2026-11')).status).toBe(403)
      const { rows } = await site.db.owner.query(
        `select count(*)::int as n from audit_event where outcome = 'denied' and action = 'protocol.draft' and person_id = $1`,
        [world.as(login).personId]
      )
      expect(rows[0].n).toBe(1)
    }
  )

  it('a draft is nothing to those of elsewhere and to the administration, and is in no list of theirs', async () => {
    expect((await create('cellule.69', '69-2026-11-d')).status).toBe(201)
    for (const login of ['cellule.75', 'prefecture.75', 'parquet.paris', 'admin', 'asso.rhone']) {
      expect((await ask(login, '/protocols/69-2026-11-d')).status).toBe(404)
      expect((await sign(login, '69-2026-11-d', 1)).status).toBe(404)
      expect((await ask(login, '/protocols')).body.items).toEqual([])
    }
    for (const login of ['cellule.69', 'prefecture.69', 'parquet.lyon'])
      expect((await ask(login, '/protocols')).body.items).toHaveLength(1)
  })

  it('tells those alone who may sign it, once it is ready, and puts the page in their menu', async () => {
    const told = async (login: string) =>
      (await ask(login, '/protocols')).body.awaitsYou.map(({ name }: { name: string }) => name)
    // Its text and its parties are missing: it waits for nobody but its cell.
    for (const login of ['prefecture.69', 'parquet.lyon']) expect(await told(login)).toEqual([])
    await write('cellule.69', '69-2026-11-d', rules)
    for (const login of ['prefecture.69', 'parquet.lyon']) expect(await told(login)).toEqual(['69-2026-11-d'])
    for (const login of ['cellule.69', 'prefecture.75', 'parquet.paris', 'admin', 'asso.rhone', 'dpo'])
      expect([login, await told(login)]).toEqual([login, []])
    const menu = async (login: string) => (await ask(login, '/me')).body.nav
    for (const login of ['cellule.69', 'prefecture.69', 'parquet.lyon'])
      expect(await menu(login)).toContain('protocols')
    for (const login of ['membre.69', 'asso.rhone', 'dpo'])
      expect(await menu(login)).not.toContain('protocols')
  })

  it('the cell that wrote does not sign, who signs does not write, and each reads why', async () => {
    await write('cellule.69', '69-2026-11-d', rules)
    expect((await sign('cellule.69', '69-2026-11-d')).status).toBe(403)
    expect((await write('prefecture.69', '69-2026-11-d', {})).status).toBe(403)
    const { may } = (await ask('prefecture.69', '/protocols/69-2026-11-d')).body
    expect(may).toMatchObject({
      edit: { enabled: false },
      sign: { enabled: true, reason: null },
      move: false
    })
  })

  it('nothing that stands against it is signed, another revision is not, and the field is named', async () => {
    await create('cellule.69', '69-2026-11-x')
    await write(
      'cellule.69',
      '69-2026-11-x',
      { durations: { 'MNIO-MOVE': { n: 48, unit: 'hours' } } },
      { text: '' }
    )
    const refused = await sign('prefecture.69', '69-2026-11-x')
    expect(refused.status).toBe(400)
    expect(refused.body.errors.map(({ field }: { field: string }) => field)).toEqual([
      'text',
      'rules.durations.MNIO-MOVE'
    ])
    expect((await sign('prefecture.69', '69-2026-11-x', 1)).status).toBe(412)
    expect((await create('cellule.69', '69.lyon-2026-11')).status).toBe(201)
    const court = (await ask('cellule.69', '/protocols/69.lyon-2026-11')).body
    expect(court.problems.map(({ code }: { code: string }) => code)).toContain('several_courts')
  })

  it('no cell is locked out by a quorum of more institutions than the département has', async () => {
    const composition = [
      { type: 'association', seats: 50, votes: true },
      { type: 'health', seats: 50, votes: true }
    ] as const
    const quorum = { members: 90, institutions: 60, mustInclude: [] }
    const written = await write('cellule.69', '69-2026-11-x', { composition: [...composition], quorum })
    expect(
      written.body.problems.map(({ field, code }: Record<string, string>) => [field, code])
    ).toContainEqual(['rules.quorum.institutions', 'not_there'])
    expect((await sign('prefecture.69', '69-2026-11-x')).status).toBe(400)
  })

  it('what a protocol may not set is refused by its form, a name of elsewhere by its field, a second by its name', async () => {
    const { body } = await ask('cellule.69', '/protocols/69-2026-11-x')
    const put = (changed: object) =>
      ask('cellule.69', '/protocols/69-2026-11-x', {
        method: 'PUT',
        tag: body.revision,
        body: { ...body.body, ...changed }
      })
    for (const wider of [
      { required: { 'case.flag': ['phone'] } },
      { indicators: {} },
      { durations: { 'D-REFLECTION': { n: 1, unit: 'days' } } },
      { guards: {} }
    ])
      expect((await put({ rules: wider })).status).toBe(400)
    expect((await create('cellule.69', '69-2026-11-x')).body.errors[0]).toMatchObject({
      field: 'name',
      code: 'taken'
    })
    expect((await create('cellule.69', '69-2026-11-y', { place: '69.lyon' })).body.errors[0]).toMatchObject({
      field: 'name',
      code: 'other_place'
    })
  })

  it('PostgreSQL holds it past every route: no draft of elsewhere, no signature of two by one, no change after one', async () => {
    const through = (login: string, sql: string, values: unknown[] = []) =>
      inContext(site.db.app, world.as(login), (tx) => tx.execute(sql as never).then(() => values))
    await sign('prefecture.69', '69-2026-11-d')
    await expect(
      through(
        'cellule.69',
        `update local_protocol set body = '{}', writers = writers where name = '69-2026-11-d'`
      )
    ).rejects.toThrow()
    await expect(
      through(
        'cellule.69',
        `update local_protocol set state = 'signed', signed_at = now() where name = '69-2026-11-d'`
      )
    ).rejects.toThrow()
    await expect(
      through(
        'parquet.lyon',
        `insert into local_protocol_signature select id, 'prefecture', '${world.as('parquet.lyon').personId}', '${world.as('parquet.lyon').orgId}', revision, now() from local_protocol where name = '69-2026-11-d'`
      )
    ).rejects.toThrow()
    await expect(
      through('cellule.75', `update local_protocol set body = '{}' where name = '69-2026-11-d'`).then(() =>
        pinnedBody()
      )
    ).resolves.not.toEqual({})
    expect((await sign('prefecture.69', '69-2026-11-d')).status).toBe(409)
    expect((await write('cellule.69', '69-2026-11-d', {})).status).toBe(409)
  })
  const pinnedBody = async () =>
    (await site.db.owner.query(`select body from local_protocol where name = '69-2026-11-d'`)).rows[0].body
})

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
    expect((await ask('cellule.69', '/protocols/69-2026-11-d/withdraw', { method: 'POST' })).status).toBe(409)
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
