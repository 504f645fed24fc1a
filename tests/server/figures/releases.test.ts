import { describe, expect, it } from 'vitest'
import { columnIds } from '../../../figures/person/person.ts'
import { failures } from '../../../figures/release/rules.ts'
import { Late } from '../../../server/figures/gate/run.ts'
import { createLog } from '../../../server/log.ts'
import { failDeadReleases } from '../../../server/figures/releases/stopped.ts'
import type { Gate, ToAttack } from '../../../figures/release/gate.ts'
import { makeRelease } from '../../../server/figures/releases/making.ts'
import { inContext } from '../../../server/db/context.ts'
import { sql } from 'drizzle-orm'
import { readInPdf } from '../../support/meetings.ts'
import { forFile } from '../../support/for-file.ts'
import { workOff } from '../../support/running/queue.ts'
import { openSite } from '../../support/running/site.ts'

const site = await forFile(openSite())
const { owner, stats } = site.db

/** Copies of one coded person: enough of them that a count can be shown. */
const columns = ['rkey', 'key', 'year', 'known_from', 'known_until', 'erased', 'entry', ...columnIds].join(
  ', '
)
const copies = `insert into stat.person (${columns}) select ${columns} from (
  select (jsonb_populate_record(null::stat.person, to_jsonb(p) || jsonb_build_object('rkey', '\\x' || md5($1 || n::text), 'key', ('x' || left(md5($1 || n::text), 8))::bit(32)::bigint,
    'territory', $1::text, 'forms', jsonb_build_array($2::text), 'known_from', '2026-01-02T00:00:00Z'))).*
  from (select * from stat.person limit 1) p, generate_series(1, $3) n) one`

/** Withstands, or is narrowed down: what the attack itself finds is tried elsewhere. */
const judged =
  (passed: boolean): Gate =>
  async ({ tables }) => ({
    tables,
    attacks: [{ id: 'programme', passed, tried: 9, found: passed ? 0 : 1 }],
    masked: [{ audience: 'public', table: 'territory_form', cells: 2 }],
    beside: {
      public: ['forms=labour & territory=976', 'need_age: need=housed'],
      partner: [],
      lifted: ['sex=female']
    }
  })

const asked = { quarter: '2026-Q3', kind: 'provisional', erratum: null }
const ask = (login: string, more: object = {}) => site.send(login, '/api/releases', { ...asked, ...more })
const newest = async () => {
  const { rows } = await owner.query<{ number: number; state: string }>(
    'select number, state from release order by number desc limit 1'
  )
  return rows[0]
}
const publish = (login: string, number: number) => site.send(login, `/api/releases/${number}/publish`, {})
const shownIn = (body: { tables: { id: string; shown: (number | null)[] }[] }, id: string) =>
  body.tables.find((table) => table.id === id)!

await site.tell.flagged()
await workOff(site.db, site.gate)
for (const [territory, form, n] of [
  ['69', 'sexual', 40],
  ['976', 'labour', 30],
  ['13', 'begging', 4],
  ['59', 'sexual', 7]
] as const)
  await owner.query(copies, [territory, form, n])
const since = (at: string) => owner.query('update stat.beginning set at = $1', [at])
await since('2026-02-01')

describe('a release of the figures', () => {
  it.each(['asso.rhone', 'cellule.69', 'controle', 'admin'])('is not prepared by %s', async (login) => {
    expect((await site.get(login, '/api/releases')).statusCode).toBe(404)
    expect((await ask(login)).statusCode).toBe(404)
    expect(await newest()).toBeUndefined()
  })

  it('is not asked for of a quarter that is not over, nor as final of anything but a year', async () => {
    const refused = async (more: object) => {
      const answer = await ask('miprof', more)
      return [answer.statusCode, answer.json().errors?.[0]?.field]
    }
    expect(await refused({ quarter: '2031-Q1' })).toEqual([400, 'quarter'])
    expect(await refused({ kind: 'final' })).toEqual([400, 'kind'])
    expect(await refused({ erratum: 'Deux doublons' })).toEqual([400, 'erratum'])
    await since('2026-10-01')
    const early = (await ask('miprof')).json().errors[0]
    expect([early.field, early.message]).toEqual(['quarter', expect.stringContaining('4e trimestre 2026')])
    const codes = (await site.get('miprof', '/api/releases'))
      .json()
      .quarters.map(({ code }: { code: string }) => code)
    expect(codes).not.toContain('2026-Q3')
    await since('2026-02-01')
    expect(await newest()).toBeUndefined()
  })

  it('cannot be read by anybody while it is made, and one is made at a time', async () => {
    expect((await ask('miprof')).statusCode).toBe(202)
    const { number, state } = (await newest())!
    expect(state).toBe('asked')
    expect((await ask('miprof.bis', { quarter: '2026-Q2' })).statusCode).toBe(409)
    expect((await publish('miprof.bis', number)).statusCode).toBe(409)
    expect((await site.get('miprof', '/api/figures')).json().publication).toBeNull()
    expect((await site.app.inject(`/api/publications?release=${number}`)).statusCode).toBe(404)
    await makeRelease(stats, { number }, judged(true))
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
            'Forme d’exploitation : travail forcé · Département du signalement : Mayotte',
            'Besoin d’une place et âge · Besoin d’une place : accueil'
          ]
        },
        { audience: 'lifted', cells: ['Sexe : femme'] }
      ]
    })
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
    expect((await publish('miprof', number)).statusCode).toBe(409)
    const { personId } = site.as('miprof')
    await expect(
      owner.query(`update release set state = 'published', published_by = $1, published_at = now()`, [
        personId
      ])
    ).rejects.toThrow('release_by_two_people')
    const answer = await publish('miprof.bis', number)
    expect([answer.statusCode, answer.json().state]).toEqual([200, 'published'])
  })

  it('shows what is large enough, and masks what is not, nought included', async () => {
    const body = (await site.app.inject('/api/publications')).json()
    const { dimensions, shown } = shownIn(body, 'territory_form') as never as {
      dimensions: { values: { code: string }[] }[]
      shown: (number | null)[]
    }
    const width = dimensions[1]!.values.length + 1
    const at = (territory: string) =>
      shown[dimensions[0]!.values.findIndex(({ code }) => code === territory) * width + width - 1]!
    expect(Math.abs(at('976') - 30)).toBeLessThanOrEqual(5)
    expect([at('13'), at('59'), at('75')]).toEqual([null, null, null])
    expect(body.threshold ?? body.tables[0].threshold).toBe(11)
    const partner = (await site.get('controle', '/api/figures')).json()
    expect(partner.tables[0].threshold).toBe(5)
  })

  it('is read by a partner of one territory as one line of it, and by who is none not at all', async () => {
    const own = (await site.get('asso.rhone', '/api/figures')).json()
    expect(own.territory.code).toBe('69')
    expect(own.map).toEqual([])
    expect(
      own.tables.every(({ dimensions }: { dimensions: { id: string }[] }) =>
        dimensions.every(({ id }) => id !== 'territory')
      )
    ).toBe(true)
    expect(JSON.stringify(own)).not.toContain('Mayotte')
    const all = (await site.get('controle', '/api/figures')).json()
    const table = shownIn(all, 'territory_sex') as never as {
      dimensions: { values: { code: string }[] }[]
      shown: number[]
    }
    const width = table.dimensions[1]!.values.length + 1
    const at = table.dimensions[0]!.values.findIndex(({ code }) => code === '69') * width
    expect(shownIn(own, 'territory_sex').shown).toEqual(table.shown.slice(at, at + width))
    for (const login of ['admin', 'police.69'])
      expect((await site.get(login, '/api/figures')).statusCode).toBe(404)
  })

  it('answers what each partner asks first in its own line, and says what is published for the country alone or not at all', async () => {
    type Asked = { id: string; published: string; table: string | null }
    const asked = async (login: string) => {
      const { questions } = (await site.get(login, '/api/figures')).json() as { questions: Asked[] }
      return Object.fromEntries(questions.map(({ id, published }) => [id, published]))
    }
    expect(await asked('asso.rhone')).toEqual({
      ...{ registrar: 'nowhere', outcome: 'here', match_span: 'here', refusals: 'here' },
      compensation: 'here'
    })
    expect(await asked('parquet.lyon')).toMatchObject({
      ...{ judicial: 'here', compensation: 'here', forms: 'here' },
      ...{ complaint: 'country', formal_span: 'country' }
    })
    expect(await asked('prefecture.69')).toMatchObject({ reflection: 'here', residence: 'here' })
    expect(await asked('cellule.69')).toMatchObject({
      decision: 'here',
      outcome: 'here',
      opinion_span: 'country'
    })
    expect(await asked('acse')).toMatchObject({ match_span: 'here', refusals: 'here', need: 'here' })
    expect(await asked('ofii')).toMatchObject({ reflection: 'here', residence: 'here' })
    expect(await asked('controle')).toEqual({})
    expect((await site.app.inject('/api/publications')).json().questions).toEqual([])
  })

  it('tells a partner where minors of its département were found, and a file of no other département', async () => {
    const own = (await site.get('asso.rhone', '/api/figures')).json()
    expect(own.tables.map(({ id }: { id: string }) => id)).toContain('found_minors')
    const { number } = (await newest())!
    const csv = await site.get('asso.rhone', `/api/figures/${number}/found_minors/csv`)
    expect(csv.body).toContain('minor_path')
    expect(csv.body).not.toMatch(/found|Mayotte/)
  })

  it('is printed as a report of the country or of a département, and of another one for no partner', async () => {
    const { number } = (await newest())!
    const paper = async (answer: Promise<{ statusCode: number; rawPayload: Buffer }>) => {
      const { statusCode, rawPayload } = await answer
      return statusCode === 200 ? readInPdf(rawPayload).join(' ') : statusCode
    }
    const open = `/api/publications/report.pdf?release=${number}`
    const closed = `/api/figures/report.pdf?release=${number}`
    expect(await paper(site.get('asso.rhone', `${closed}&territory=976`))).toBe(404)
    expect(await paper(site.get('police.69', closed))).toBe(404)
    expect(await paper(site.app.inject(`${open}&territory=999`))).toBe(404)
    expect(await paper(site.app.inject('/api/publications/report.pdf?release=99'))).toBe(404)
    expect(await paper(site.app.inject(open))).toMatch(/France enti/)
    expect(await paper(site.app.inject(`${open}&territory=976`))).toMatch(/Mayotte/)
    const own = await paper(site.get('asso.rhone', closed))
    expect(own).toMatch(/Rh.ne/)
    expect(own).not.toMatch(/Mayotte/)
    const table = shownIn((await site.get('asso.rhone', '/api/figures')).json(), 'territory_sex')
    expect(own).toContain(`${table.shown.at(-1)}`)
  })

  it('is taken away as a file that bears its name, and of one territory alone by its partner', async () => {
    const { number } = (await newest())!
    const csv = await site.app.inject(`/api/publications/${number}/territory_sex/csv`)
    expect(csv.statusCode).toBe(200)
    expect(csv.headers['content-disposition']).toContain(`-2026-r${number}-v1.csv`)
    const own = await site.get('asso.rhone', `/api/figures/${number}/territory_sex/csv`)
    // What partners read never has the name of what the public reads.
    const all = await site.get('controle', `/api/figures/${number}/territory_sex/csv`)
    expect([own, all].map(({ headers }) => headers['content-disposition'])).toEqual([
      expect.stringContaining(`-r${number}-v1-partenaires-69.csv`),
      expect.stringContaining(`-r${number}-v1-partenaires.csv`)
    ])
    expect(own.body).not.toContain('976')
    expect(csv.body).toContain('976')
    expect((await site.get('asso.rhone', `/api/figures/${number}/form_age_sex/csv`)).statusCode).toBe(404)
    expect((await site.app.inject(`/api/publications/${number}/nowhere/csv`)).statusCode).toBe(404)
  })

  it.each([
    ['csv-metadata', 'application/csvm+json', /"primaryKey"|"tableSchema"/],
    ['lisezmoi', 'text/csv', /seuil/i],
    ['json', 'application/json', /"class":"dataset"/],
    ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', /^PK/]
  ])('is taken away as %s', async (format, type, body) => {
    const { number } = (await newest())!
    for (const file of [
      await site.app.inject(`/api/publications/${number}/sector/${format}`),
      await site.get('controle', `/api/figures/${number}/sector/${format}`)
    ]) {
      expect([file.statusCode, String(file.headers['content-type']).split(';')[0]]).toEqual([200, type])
      expect(file.body).toMatch(body)
    }
    expect((await site.app.inject(`/api/publications/${number}/sector/${format}x`)).statusCode).toBe(400)
  })

  it('never changes once it is out: an erratum is a new version', async () => {
    const { number } = (await newest())!
    await expect(owner.query(`update release set panel = 7 where number = $1`, [number])).rejects.toThrow()
    await expect(owner.query(`delete from release_table where release = $1`, [number])).rejects.toThrow()
    await expect(owner.query(`update release_report set report = '{}'`)).rejects.toThrow()
    expect((await site.send('miprof.bis', `/api/releases/${number}/drop`, {})).statusCode).toBe(409)
    expect((await ask('miprof')).json().errors[0].field).toBe('erratum')
    expect((await ask('miprof', { erratum: 'Deux doublons' })).statusCode).toBe(202)
    const again = (await newest())!
    await makeRelease(stats, again, judged(false))
    expect((await newest())!.state).toBe('refused')
    expect((await publish('miprof.bis', again.number)).statusCode).toBe(409)
  })

  it('is given up by either of them, and what was being made for it is not written', async () => {
    expect((await ask('miprof', { erratum: 'Deux doublons' })).statusCode).toBe(202)
    const { number } = (await newest())!
    const late: Gate = async (given, onProgress) => {
      expect((await site.send('miprof.bis', `/api/releases/${number}/drop`, {})).statusCode).toBe(200)
      return judged(true)(given, onProgress)
    }
    await makeRelease(stats, { number }, late)
    expect((await newest())!.state).toBe('dropped')
    const { rowCount } = await owner.query('select from release_table where release = $1', [number])
    expect(rowCount).toBe(0)
  })

  it.each([
    ['a fault of the gate', 'broken', () => Promise.reject(new Error('CANARI of the gate'))],
    ['an attack beyond its time', 'late', () => Promise.reject(new Late(10))]
  ] as const)(
    'comes to nothing by %s, which is told apart, and may be asked for again',
    async (_what, failure, gate) => {
      expect((await ask('miprof', { erratum: 'Deux doublons' })).statusCode).toBe(202)
      const { number } = (await newest())!
      const lines: string[] = []
      const log = createLog('error', {}, { write: (line: string) => void lines.push(line) })
      await makeRelease(stats, { number }, gate, log)
      const [line] = (await site.get('miprof', '/api/releases')).json().releases
      expect([line.number, line.state]).toEqual([number, 'failed'])
      expect(line.stateLabel).toBe(failures[failure].fr)
      expect(lines.length).toBe(failure === 'broken' ? 1 : 0)
      expect(lines.join()).not.toContain('CANARI')
      expect((await site.send('miprof.bis', `/api/releases/${number}/drop`, {})).statusCode).toBe(200)
    }
  )

  it('is interrupted where the queue has given it up, and holds the place of none; one at work is left', async () => {
    expect((await ask('miprof', { erratum: 'Deux doublons' })).statusCode).toBe(202)
    const { number } = (await newest())!
    await failDeadReleases(site.db)
    expect((await newest())!.state).toBe('asked')
    await owner.query(`update graphile_worker._private_jobs set attempts = max_attempts where key = $1`, [
      `release:${number}`
    ])
    await failDeadReleases(site.db)
    const [line] = (await site.get('miprof', '/api/releases')).json().releases
    expect([line.state, line.stateLabel]).toEqual(['failed', failures.stopped.fr])
    expect((await ask('miprof', { erratum: 'Trois doublons' })).statusCode).toBe(202)
    await site.send('miprof', `/api/releases/${(await newest())!.number}/drop`, {})
  })

  it('is attacked with all that were published of its year, and with what was masked beside', async () => {
    expect((await ask('miprof', { erratum: 'Quatre doublons' })).statusCode).toBe(202)
    const { number } = (await newest())!
    let given: ToAttack | undefined
    await makeRelease(stats, { number }, async (asked, told) => {
      given = asked
      return judged(false)(asked, told)
    })
    expect(given!.before).toHaveLength(1)
    const [before] = given!.before
    expect(before!.asOf).toBe(given!.asOf)
    expect(before!.beside.lifted).toEqual(['sex=female'])
    for (const audience of ['public', 'partner'] as const) {
      const sector = before!.tables[audience].find(({ id }) => id === 'sector')!
      expect(sector.shown).toEqual(given!.tables[audience].find(({ id }) => id === 'sector')!.shown)
    }
  })

  it('says of how many associations it is, where there are three or more', async () => {
    const panel = async () => {
      const { rows } = await owner.query<{ panel: number | null }>(
        'select panel from release order by number desc limit 1'
      )
      return rows[0]!.panel
    }
    expect(await panel()).toBeNull()
    await owner.query(`update stat.person set registrar_role = 'asso', registrar = (array['00000000-0000-0000-0000-000000000001',
      '00000000-0000-0000-0000-000000000002', '00000000-0000-0000-0000-000000000003'])[1 + (key % 3)]`)
    expect((await ask('miprof', { erratum: 'Cinq doublons' })).statusCode).toBe(202)
    await makeRelease(stats, (await newest())!, judged(false))
    expect(await panel()).toBe(3)
  })

  it('is hidden by PostgreSQL alone from whoever does not prepare it', async () => {
    const seen = (login: string) =>
      inContext(
        site.db.app,
        site.as(login),
        async (tx) => (await tx.execute(sql`select from release`)).rowCount
      )
    expect(await seen('asso.rhone')).toBe(1)
    expect(await seen('miprof')).toBeGreaterThan(3)
    // Which cells were masked to pass is nobody's to read, though what passed is published.
    const reports = (login: string) =>
      inContext(
        site.db.app,
        site.as(login),
        async (tx) => (await tx.execute(sql`select from release_report`)).rowCount
      )
    expect([await reports('asso.rhone'), await reports('controle')]).toEqual([0, 0])
    expect(await reports('miprof')).toBeGreaterThan(1)
    const writing = inContext(site.db.app, site.as('asso.rhone'), (tx) =>
      tx.execute(sql`insert into release (quarter, kind, version, as_of, asked_by, asked_at)
        values ('2026-Q2', 'provisional', 1, '2026-07-01', ${site.as('asso.rhone').personId}, now())`)
    )
    await expect(writing).rejects.toThrow()
  })
})
