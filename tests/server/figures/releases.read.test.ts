import { describe, expect, it } from 'vitest'
import { readInPdf } from '../../support/meetings.ts'
import { openReleases } from './releases.ts'

const { site, owner, published } = await openReleases()
const number = await published()

const shownIn = (body: { tables: { id: string; shown: (number | null)[] }[] }, id: string) =>
  body.tables.find((table) => table.id === id)!

describe('a release that is published', () => {
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
    expect([body.note, partner.note]).toEqual([
      expect.stringContaining('sous 11, masqués'),
      expect.stringContaining('sous 5, masqués')
    ])
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

  it('tells quarter by quarter the newest release of each of the last five years', async () => {
    const [one, other] = [site.as('miprof'), site.as('miprof.bis')].map(({ personId }) => personId)
    const past = async (quarter: string, shown: number) => {
      const [year, month] = [Number(quarter.slice(0, 4)), Number(quarter.slice(6)) * 3]
      const { rows } = await owner.query<{ number: number }>(
        `insert into release (quarter, kind, version, as_of, state, asked_by, asked_at, published_by, published_at)
         select $1, 'provisional', 1, at, 'published', $2, at, $3, at from make_timestamptz($4, $5, 28, 0, 0, 0) at returning number`,
        [quarter, one, other, year, month]
      )
      await owner.query(
        `insert into release_table (release, audience, id, dimensions, shown) values ($1, 'public', 'quarter_form', '[]', array[$2::int])`,
        [rows[0]!.number, shown]
      )
    }
    for (const year of [2025, 2024, 2023, 2022, 2021]) {
      await past(`${year}-Q4`, 400)
      await past(`${year}-Q2`, 200)
    }
    type Series = { series: { year: number; table: { shown: number[] } }[] }
    const { series } = (await site.app.inject('/api/publications')).json<Series>()
    expect(series.map(({ year }) => year)).toEqual([2022, 2023, 2024, 2025, 2026])
    expect(series.slice(0, 4).map(({ table }) => table.shown)).toEqual(Array(4).fill([400]))
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
    const csv = await site.get('asso.rhone', `/api/figures/${number}/found_minors/csv`)
    expect(csv.body).toContain('minor_path')
    expect(csv.body).not.toMatch(/found|Mayotte/)
  })

  it('is printed as a report of the country or of a département, and of another one for no partner', async () => {
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
    // Of a département it says what is told of the country alone, and to each by which threshold.
    const alone = /publi. que pour la France/
    expect(await paper(site.app.inject(`${open}&territory=976`))).toMatch(alone)
    expect(await paper(site.app.inject(open))).not.toMatch(alone)
    expect(await paper(site.app.inject(open))).toMatch(/inf.rieur . 11\b/)
    expect(await paper(site.get('asso.rhone', closed))).toMatch(/inf.rieur . 5\b/)
    const own = await paper(site.get('asso.rhone', closed))
    expect(own).toMatch(/Rh.ne/)
    expect(own).not.toMatch(/Mayotte/)
    const table = shownIn((await site.get('asso.rhone', '/api/figures')).json(), 'territory_sex')
    expect(own).toContain(`${table.shown.at(-1)}`)
    // What partners read never has the name of what the public reads, nor one place that of another.
    const named = [
      site.app.inject(open),
      site.app.inject(`${open}&territory=976`),
      site.get('asso.rhone', closed)
    ]
    const names = (await Promise.all(named)).map(({ headers }) => String(headers['content-disposition']))
    expect(names.map((name) => /rapport-2026-r\d+-v1(.*)\.pdf/.exec(name)?.[1])).toEqual([
      '',
      '-976',
      '-partenaires-69'
    ])
  })

  it('is taken away as a file that bears its name, and of one territory alone by its partner', async () => {
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

  it('says in a file by which threshold its readers read it', async () => {
    const path = `${number}/sector/lisezmoi`
    expect((await site.app.inject(`/api/publications/${path}`)).body).toContain('inférieur à 11')
    expect((await site.get('controle', `/api/figures/${path}`)).body).toContain('inférieur à 5')
  })

  it.each([
    ['csv-metadata', 'application/csvm+json', /"primaryKey"|"tableSchema"/],
    ['lisezmoi', 'text/csv', /seuil/i],
    ['json', 'application/json', /"class":"dataset"/],
    ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', /^PK/]
  ])('is taken away as %s', async (format, type, body) => {
    for (const file of [
      await site.app.inject(`/api/publications/${number}/sector/${format}`),
      await site.get('controle', `/api/figures/${number}/sector/${format}`)
    ]) {
      expect([file.statusCode, String(file.headers['content-type']).split(';')[0]]).toEqual([200, type])
      expect(file.body).toMatch(body)
    }
    expect((await site.app.inject(`/api/publications/${number}/sector/${format}x`)).statusCode).toBe(400)
  })
})
