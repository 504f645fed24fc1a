import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import type { Gate } from '../../../figures/release/gate.ts'
import { makeRelease } from '../../../server/figures/releases/making.ts'
import { inContext } from '../../../server/db/context.ts'
import { judged, openReleases } from './releases.ts'

const { site, owner, store, ask, newest, publish, since, made } = await openReleases()

const rule = { status: 409, code: 'rule' }
const notReady = 'Cette publication n’est pas prête, ou ne l’est plus.'

describe('a release of the figures', () => {
  it.each(['asso.rhone', 'cellule.69', 'controle', 'admin'])('is not prepared by %s', async (login) => {
    expect((await site.get(login, '/api/releases')).statusCode).toBe(404)
    expect((await ask(login)).statusCode).toBe(404)
    expect(await newest()).toBeUndefined()
  })

  it('is not asked for of a quarter that is not over, nor as final of anything but a year', async () => {
    const refused = async (more: object) => {
      const [{ field, message }] = (await ask('miprof', more)).json().errors
      return [field, message]
    }
    expect(await refused({ quarter: '2031-Q1' })).toEqual(['quarter', 'Ce trimestre n’est pas fini.'])
    expect(await refused({ kind: 'final' })).toEqual([
      'kind',
      'Une publication définitive est celle d’une année : choisissez le quatrième trimestre.'
    ])
    expect(await refused({ erratum: 'Deux doublons' })).toEqual([
      'erratum',
      'Il n’y a rien à corriger : cette publication n’est pas parue.'
    ])
    await since('2026-10-01')
    expect(await refused({})).toEqual([
      'quarter',
      'Le décompte n’a commencé qu’ensuite : le premier trimestre possible est le 4e trimestre 2026.'
    ])
    await since('2026-02-01')
    expect(await newest()).toBeUndefined()
  })

  it('is offered of nothing that would be refused: no quarter before counting began, no year of which nobody is counted', async () => {
    const offered = async () => (await site.get('miprof', '/api/releases')).json().askable
    await since('2026-10-01')
    // This year's quarters are over and were not counted, the year before has nobody.
    expect(await offered()).toEqual([])
    await owner.query(`update stat.person set year = 2025 where territory = '59'`)
    expect(await offered()).toEqual([{ quarter: '2025-Q4', kind: 'final', label: 'Année 2025, définitive' }])
    await owner.query(`update stat.person set known_until = '2026-03-01' where year = 2025`)
    expect(await offered()).toEqual([])
    await owner.query(`update stat.person set known_until = 'infinity' where year = 2025`)
    await owner.query(`update stat.person set year = 2026 where territory = '59'`)
    await since('2026-02-01')
    const quarters = (await offered()).map(({ quarter, kind }: { quarter: string; kind: string }) => [
      quarter,
      kind
    ])
    expect(quarters).toEqual([
      ['2026-Q3', 'provisional'],
      ['2026-Q2', 'provisional'],
      ['2026-Q1', 'provisional']
    ])
    expect(await newest()).toBeUndefined()
  })

  it('cannot be read by anybody while it is made, and one is made at a time', async () => {
    expect((await ask('miprof')).statusCode).toBe(202)
    const { number, state } = (await newest())!
    expect(state).toBe('asked')
    const busy = 'Une publication est déjà en préparation : publiez-la ou abandonnez-la d’abord.'
    expect((await ask('miprof.bis', { quarter: '2026-Q2' })).json()).toMatchObject({ ...rule, detail: busy })
    expect((await publish('miprof.bis', number)).json()).toMatchObject({ ...rule, detail: notReady })
    expect((await site.get('miprof', '/api/figures')).json().publication).toBeNull()
    expect((await site.app.inject(`/api/publications?release=${number}`)).statusCode).toBe(404)
    await made(number, true)
    expect((await newest())!.state).toBe('ready')
    expect((await site.get('controle', `/api/figures?release=${number}`)).statusCode).toBe(404)
  })

  it('is read before it is out by those who prepare them, as each of its readers will, and by nobody else', async () => {
    const { number } = (await newest())!
    const read = (login: string, audience: string) =>
      site.get(login, `/api/figures?release=${number}&audience=${audience}`)
    for (const login of ['controle', 'asso.rhone', 'acse', 'droits.69'])
      for (const audience of ['public', 'partner'])
        expect((await read(login, audience)).statusCode, login).toBe(404)
    expect((await site.app.inject(`/api/publications?release=${number}&audience=partner`)).statusCode).toBe(
      400
    )
    const [open, closed] = [await read('miprof.bis', 'public'), await read('miprof', 'partner')]
    expect([open.statusCode, closed.statusCode]).toEqual([200, 200])
    expect(open.json().publication).toMatchObject({ number, publishedOn: null })
    expect([open.json().tables[0].threshold, closed.json().tables[0].threshold]).toEqual([11, 5])
    // Nothing of it is taken away.
    for (const path of [`${number}/territory_sex/csv`, `report.pdf?release=${number}`])
      expect((await site.get('miprof', `/api/figures/${path}`)).statusCode).toBe(404)
  })

  it('says what is masked so that it withstands, for whom, and how much is left to read', async () => {
    const { releases, uncounted } = (await site.get('miprof.bis', '/api/releases')).json()
    expect(releases[0]).toMatchObject({
      maskedBeside: [
        { audience: 'public', audienceLabel: 'Public', table: 'Département et forme', cells: 2 }
      ],
      beside: [
        {
          audience: 'public',
          cells: [
            'Besoin d’une place et âge · Besoin d’une place : accueil',
            'Forme d’exploitation : travail forcé · Département du signalement : Mayotte'
          ]
        },
        // Whether it was noise that lifted it, or another count that it stood beside, would say on which side of eleven it is.
        {
          audience: 'partner',
          label: 'Partenaires : masquées en plus de la règle',
          cells: ['Forme d’exploitation : travail forcé', 'Sexe : femme']
        }
      ]
    })
    expect(JSON.stringify(releases)).not.toMatch(/lifted|bruit/)
    const shown = releases[0].shown as { audience: string; percent: number; enough: boolean }[]
    expect(shown.map(({ audience }) => audience)).toEqual(['public', 'partner'])
    expect(shown.every(({ percent, enough }) => percent >= 90 === enough && percent > 50)).toBe(true)
    expect(uncounted).toEqual({ cases: 0, minutes: 0 })
    await owner.query(
      `insert into outbox (kind, payload, at) values ('count', '{"caseId": "none"}', wall_clock() - interval '7 minutes')`
    )
    const late = (await site.get('miprof', '/api/releases')).json().uncounted
    expect(late).toMatchObject({ cases: 1 })
    await owner.query(`delete from outbox where kind = 'count'`)
  })

  it('is published by another person than who asked for it, in PostgreSQL too', async () => {
    const { number } = (await newest())!
    expect((await publish('miprof', number)).json()).toMatchObject({
      ...rule,
      detail: 'Vous avez préparé cette publication : une autre personne la publie.'
    })
    const { personId } = site.as('miprof')
    await expect(
      owner.query(`update release set state = 'published', published_by = $1, published_at = now()`, [
        personId
      ])
    ).rejects.toThrow('release_by_two_people')
    const answer = await publish('miprof.bis', number)
    expect([answer.statusCode, answer.json().state]).toEqual([200, 'published'])
    // Which cells were masked beyond the rule was for those who had to decide.
    expect(answer.json().beside).toEqual([])
    const { rows } = await owner.query<{ object: string }>(
      `select object from audit_event where action like 'release.%' order by at, seq`
    )
    expect(new Set(rows.map(({ object }) => object))).toEqual(new Set([`release:${number}`]))
  })

  it('never changes once it is out: an erratum is a new version', async () => {
    const { number } = (await newest())!
    await expect(owner.query(`update release set panel = 7 where number = $1`, [number])).rejects.toThrow()
    await expect(
      owner.query(`update release_table set shown = '[]' where release = $1`, [number])
    ).rejects.toThrow()
    await expect(owner.query(`delete from release_table where release = $1`, [number])).rejects.toThrow()
    await expect(owner.query(`update release_report set report = '{}'`)).rejects.toThrow()
    const dropped = await site.send('miprof.bis', `/api/releases/${number}/drop`, {})
    expect(dropped.json()).toMatchObject({ ...rule, detail: notReady })
    // It may be asked for again, to mend it.
    const { askable } = (await site.get('miprof', '/api/releases')).json()
    expect(askable).toContainEqual(expect.objectContaining({ quarter: '2026-Q3', kind: 'provisional' }))
    const asked = async (more: object) => (await ask('miprof', more)).json().errors[0]
    const unsaid = 'Cette publication existe : dites ce que la nouvelle version corrige.'
    expect(await asked({})).toMatchObject({ field: 'erratum', message: unsaid })
    const later =
      'Une publication d’un trimestre plus récent de cette année est parue : on ne revient pas avant elle.'
    expect(await asked({ quarter: '2026-Q2' })).toMatchObject({ field: 'quarter', message: later })
    expect((await ask('miprof', { erratum: 'Deux doublons' })).statusCode).toBe(202)
    const again = (await newest())!
    await made(again.number, false)
    expect((await newest())!.state).toBe('refused')
    expect((await publish('miprof.bis', again.number)).json()).toMatchObject({ ...rule, detail: notReady })
  })

  it('is given up by either of them, and what was being made for it is not written', async () => {
    expect((await ask('miprof', { erratum: 'Deux doublons' })).statusCode).toBe(202)
    const { number } = (await newest())!
    const late: Gate = async (given, onProgress) => {
      expect((await site.send('miprof.bis', `/api/releases/${number}/drop`, {})).statusCode).toBe(200)
      return judged(true)(given, onProgress)
    }
    await makeRelease(store, { number }, late)
    expect((await newest())!.state).toBe('dropped')
    const { rowCount } = await owner.query('select from release_table where release = $1', [number])
    expect(rowCount).toBe(0)
  })

  it('is hidden by PostgreSQL alone from whoever does not prepare it', async () => {
    const seen = (login: string) =>
      inContext(
        site.db.app,
        site.as(login),
        async (tx) => (await tx.execute(sql`select from release`)).rowCount
      )
    expect(await seen('asso.rhone')).toBe(1)
    expect(await seen('miprof')).toBe(3)
    // Which cells were masked to pass is nobody's to read, though what passed is published.
    const reports = (login: string) =>
      inContext(
        site.db.app,
        site.as(login),
        async (tx) => (await tx.execute(sql`select from release_report`)).rowCount
      )
    expect([await reports('asso.rhone'), await reports('controle'), await reports('miprof')]).toEqual([
      0, 0, 2
    ])
    const writing = inContext(site.db.app, site.as('asso.rhone'), (tx) =>
      tx.execute(sql`insert into release (quarter, kind, version, as_of, asked_by, asked_at)
        values ('2026-Q2', 'provisional', 1, '2026-07-01', ${site.as('asso.rhone').personId}, now())`)
    )
    await expect(writing).rejects.toThrow()
  })
})
