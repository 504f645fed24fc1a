import { describe, expect, it } from 'vitest'
import type { Actor } from '../../../policies/actor.ts'
import { inContext } from '../../../server/db/context.ts'
import { saveProtocol, signProtocol } from '../../../server/protocols/store.ts'
import { openProtocols } from './two-desks.ts'

const { site, world, ask, create, write, whole, sign, rules } = await openProtocols()

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

  it('whoever wrote a part of it signs it for no side, though another of their cell wrote after them', async () => {
    const name = '69-2026-11-w'
    await create('cellule.69', name)
    const { rows } = await site.db.owner.query<{ id: string }>(
      `insert into person (issuer, subject, display_name) values ('https://drawn', 'two', 'R. Second'), ('https://drawn', 'three', 'T. Third') returning id`
    )
    const [second, third] = rows.map(({ id }) => id)
    const writers = [world.as('cellule.69').personId, second!]
    const by = (login: string, personId: string) => ({
      actor: { ...world.as(login), personId },
      key: null
    })
    for (const personId of [...writers, ...writers]) {
      const { body } = await ask('cellule.69', `/protocols/${name}`)
      const text = `Article ${body.revision}.`
      await saveProtocol(
        world.gate,
        by('cellule.69', personId),
        { ...body.body, ...whole(rules), text },
        body.revision
      )
    }
    const signedBy = (personId: string) =>
      signProtocol(world.gate, by('prefecture.69', personId), name, 5).then(
        () => 'signed',
        (error: Error) => error.message
      )
    for (const personId of writers) expect(await signedBy(personId)).toBe('another person signs')
    expect(await signedBy(third!)).toBe('signed')
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
    const wrong = ({ body: answer }: Awaited<ReturnType<typeof ask>>) => [
      answer.errors[0].field,
      answer.errors[0].message
    ]
    const elsewhere = 'Le nom d’un protocole commence par son lieu : '
    expect(wrong(await create('cellule.69', '69-2026-11-x'))).toEqual([
      'name',
      'Ce nom de protocole est déjà pris'
    ])
    expect(wrong(await create('cellule.69', '69-2026-11-y', { place: '69.lyon' }))).toEqual([
      'name',
      `${elsewhere}69.lyon-`
    ])
    expect(wrong(await put({ place: '69.lyon' }))).toEqual(['name', `${elsewhere}69-`])
    expect(wrong(await put({ name: '69-2026-11-d' }))).toEqual(['name', 'Un protocole garde son nom'])
    const checked = { method: 'POST', body: { ...body.body, name: '69-2026-11-d' } } as const
    expect(wrong(await ask('cellule.69', '/protocols/69-2026-11-x/validate', checked))).toEqual([
      'name',
      'Un protocole garde son nom'
    ])
    expect((await put({ title: 'Autre titre' })).status).toBe(200)
  })

  it('what its cell has given up is given up once, and neither written nor signed', async () => {
    await create('cellule.69', '69-2026-11-z')
    const withdraw = () => ask('cellule.69', '/protocols/69-2026-11-z/withdraw', { method: 'POST' })
    expect((await withdraw()).status).toBe(200)
    for (const again of [
      await withdraw(),
      await write('cellule.69', '69-2026-11-z', rules),
      await sign('prefecture.69', '69-2026-11-z')
    ])
      expect(again).toMatchObject(
        refused('Ce qui a été signé ne change plus : préparez un autre protocole, copié de celui-ci.')
      )
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
    // Whoever has signed for the prefecture, and works at the prosecution as well.
    const twice = { ...world.as('parquet.lyon'), personId: world.as('prefecture.69').personId }
    const signed = (actor: Actor) =>
      inContext(site.db.app, actor, (tx) =>
        tx.execute(
          `insert into local_protocol_signature select id, 'prosecution', '${actor.personId}', '${actor.orgId}', revision, now()
            from local_protocol where name = '69-2026-11-d'` as never
        )
      )
    await expect(signed(twice)).rejects.toMatchObject({
      cause: { constraint: 'local_protocol_signature_one_person_one_side' }
    })
    await expect(
      through('cellule.75', `update local_protocol set body = '{}' where name = '69-2026-11-d'`).then(() =>
        pinnedBody()
      )
    ).resolves.not.toEqual({})
    expect(await sign('prefecture.69', '69-2026-11-d')).toMatchObject(
      refused('Votre institution a déjà signé : chaque côté signe une fois.')
    )
    expect(await write('cellule.69', '69-2026-11-d', {})).toMatchObject(
      refused('Un côté a déjà signé ce texte : retirez ce projet et préparez-en un autre, copié de celui-ci.')
    )
  })
  const refused = (detail: string) => ({ status: 409, body: { detail } })
  const pinnedBody = async () =>
    (await site.db.owner.query(`select body from local_protocol where name = '69-2026-11-d'`)).rows[0].body
})
