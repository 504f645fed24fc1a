import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { publishedFigures, subjectOf } from '../../../../figures/administrative/figure.ts'
import {
  breakdowns,
  measures,
  notes,
  readings,
  sources,
  units
} from '../../../../figures/administrative/terms.ts'
import { inContext } from '../../../../server/db/context.ts'
import { BesideFigures } from '../../../../server/views/figures/beside.ts'
import { forFile } from '../../../support/for-file.ts'
import { openDirectory } from '../../organisations/directory.ts'

const { ask, post, owner, world, traces } = await forFile(openDirectory())

const url = '/figures/beside'
const permits = {
  source: 'dsed',
  measure: 'permits',
  year: 2024,
  value: 178,
  unit: 'permits',
  edition: 'DSED, titres délivrés en 2024',
  licence: 'Licence Ouverte 2.0',
  link: 'https://www.immigration.interieur.gouv.fr/etudes',
  reading: 'V'
}
const kept = async () =>
  (
    await owner.query<{ n: number }>(
      'select count(*)::int as n from administrative_figure where replaced_at is null'
    )
  ).rows[0]!.n
const refusedIn = async (more: object) => {
  const { status, body } = await post('miprof', url, { ...permits, ...more })
  return [status, ...(body.errors ?? []).map(({ field }: { field: string }) => field)]
}
type Line = { measure: string; value: number; source: string; edition: string; enteredBy: string | null }
const linesIn = (body: { sources: { items: Line[] }[] }) => body.sources.flatMap(({ items }) => items)

const heading = 'source;mesure;annee;territoire;ventilation;categorie;valeur;unite;repondants;edition;licence'
const file = [
  heading,
  'ssmsi;victims;2024;976;;;43;persons;;SSMSI, décembre 2025;Licence Ouverte 2.0',
  'Justice (SDSE);personnes condamnées;2023;;forme;proxénétisme;0,82;part (de 0 à 1);;Infostat 210;Licence Ouverte 2.0'
].join('\n')

describe('figures of other bodies', () => {
  it.each(['asso.rhone', 'cellule.69', 'prefecture.69', 'police.69', 'admin'])(
    'are not there for %s',
    async (login) => {
      expect((await ask(login, url)).status).toBe(404)
      expect((await post(login, url, permits)).status).toBe(404)
      expect((await post(login, `${url}/import/preview`, { csv: file })).status).toBe(404)
      expect((await post(login, `${url}/import`, { csv: file })).status).toBe(404)
      expect(await kept()).toBe(0)
    }
  )

  it('are read by oversight, which enters none', async () => {
    expect((await post('controle', url, permits)).status).toBe(403)
    expect((await post('controle', `${url}/import`, { csv: file })).status).toBe(403)
    const { status, body } = await ask('controle', url)
    expect([status, body.enters]).toEqual([200, false])
    expect(await kept()).toBe(0)
  })

  it('are refused at the field that is wrong', async () => {
    expect(await refusedIn({ source: 'wikipedia' })).toEqual([400, 'source'])
    expect(await refusedIn({ unit: 'share', value: 47 })).toEqual([400, 'value'])
    expect(await refusedIn({ value: 12.5 })).toEqual([400, 'value'])
    expect(await refusedIn({ breakdown: 'sex', of: 'sexual' })).toEqual([400, 'of'])
    expect(await refusedIn({ year: 2199 })).toEqual([400, 'year'])
    expect(await refusedIn({ since: 2024 })).toEqual([400, 'since'])
    expect(await refusedIn({ territory: '999' })).toEqual([400, 'territory'])
    expect(await refusedIn({ link: 'http://example.org' })).toEqual([400, 'link'])
    expect(await refusedIn({ edition: '=1+1' })).toEqual([400, 'edition'])
    expect(await kept()).toBe(0)
  })

  it('of the survey of associations say how many answered', async () => {
    const survey = { source: 'associations', measure: 'supported', value: 4823, unit: 'persons' }
    expect(await refusedIn(survey)).toEqual([400, 'respondents'])
  })

  it('are entered with their source, edition, licence and author, and again for a correction, which keeps what was', async () => {
    const { status, body } = await post('miprof', url, permits)
    expect(status).toBe(201)
    expect(linesIn(body)).toContainEqual(
      expect.objectContaining({
        source: 'dsed',
        value: 178,
        edition: permits.edition,
        licence: permits.licence,
        enteredBy: expect.stringContaining('Renard')
      })
    )
    await post('miprof', url, { ...permits, value: 181 })
    expect(
      linesIn((await ask('miprof', `${url}?year=2024`)).body).filter(({ measure }) => measure === 'permits')
    ).toEqual([expect.objectContaining({ value: 181 })])
    expect((await owner.query('select from administrative_figure')).rowCount).toBe(2)
    expect(await traces('beside.enter')).toBe(2)
  })

  it('of two editions stand beside each other', async () => {
    await post('miprof', url, { ...permits, value: 190, edition: 'Rapport au Parlement 2025' })
    const permitsNow = linesIn((await ask('miprof', url)).body).filter(({ measure }) => measure === 'permits')
    expect(permitsNow.map(({ value }) => value).toSorted()).toEqual([181, 190])
  })
})

describe('a file of them', () => {
  it('is told what is wrong by line and column, and nothing of it is written', async () => {
    const before = await kept()
    const csv = `${heading}\nssmsi;victims;deux mille;999;;;43;persons;;SSMSI;LO\nssmsi;victims;2024;;;;43;parts;;;LO`
    const { body } = await post('miprof', `${url}/import/preview`, { csv })
    expect(body.lines).toEqual([])
    expect(body.problems.map(({ line, column }: { line: number; column: string }) => [line, column])).toEqual(
      [
        [2, 'annee'],
        [2, 'territoire'],
        [3, 'unite'],
        [3, 'edition']
      ]
    )
    const refused = await post('miprof', `${url}/import`, { csv })
    expect([refused.status, refused.body.errors[0].field]).toEqual([400, '2.annee'])
    expect((await post('miprof', `${url}/import/preview`, { csv: 'a;b\n1;2' })).body.problems).toHaveLength(7)
    expect(await kept()).toBe(before)
  })

  it('is read as it is written in France, and may bear two editions of one thing', async () => {
    const line = (place: string, value: string, edition: string) =>
      `ssmsi;victims;2024;${place};;;${value};persons;;${edition};Licence Ouverte 2.0`
    const csv = [heading, line('2a', '1\u202f234', 'Une'), line('2a', '1 240', 'Deux')].join('\n')
    const { body } = await post('miprof', `${url}/import/preview`, { csv })
    expect(body.problems).toEqual([])
    expect(body.lines).toMatchObject([
      { territoryName: 'Corse-du-Sud', value: 1234 },
      { territoryName: 'Corse-du-Sud', value: 1240 }
    ])
  })

  it('may not say the same thing twice', async () => {
    const { body } = await post('miprof', `${url}/import/preview`, { csv: `${file}\n${file.split('\n')[1]}` })
    expect(body.problems).toEqual([expect.objectContaining({ line: 4, column: 'valeur' })])
  })

  it('is shown before it is entered, by codes or by French names', async () => {
    const { body } = await post('miprof', `${url}/import/preview`, { csv: file })
    expect(body.lines.map(({ value, does }: { value: number; does: string }) => [value, does])).toEqual([
      [43, 'add'],
      [0.82, 'add']
    ])
    const { status, body: after } = await post('miprof', `${url}/import`, { csv: file })
    expect(status).toBe(200)
    expect(linesIn(after)).toContainEqual(
      expect.objectContaining({
        source: 'sdse',
        measure: 'convicted',
        of: 'procuring',
        value: 0.82,
        edition: 'Infostat 210'
      })
    )
    expect(
      (await post('miprof', `${url}/import/preview`, { csv: file })).body.lines.map(
        ({ does }: { does: string }) => does
      )
    ).toEqual(['none', 'none'])
    const changed = file.replace(';43;', ';44;').replace('Infostat 210', 'Infostat 211')
    const again = (await post('miprof', `${url}/import/preview`, { csv: changed })).body.lines
    expect(again.map(({ does }: { does: string }) => does)).toEqual(['replace', 'add'])
    const detail = `select detail from audit_event where action = 'beside.import' and outcome = 'allowed'`
    expect((await owner.query(detail)).rows).toEqual([{ detail: '2' }])
  })
})

describe('what France has published', () => {
  it('comes source by source, the last year first, or of the year that is asked alone', async () => {
    const { body } = await ask('miprof', url)
    for (const path of [`${url}?year=2023`, '/publications/beside?year=2023']) {
      const lines = linesIn((await ask('miprof', path)).body) as unknown as { year: number }[]
      expect([path, [...new Set(lines.map(({ year }) => year))]]).toEqual([path, [2023]])
    }
    for (const { items } of body.sources as { items: { year: number }[] }[]) {
      const years = items.map(({ year }) => year)
      expect(years).toEqual(years.toSorted((a, b) => b - a))
    }
  })

  it('stands beside, each value with its source and how it was read', async () => {
    const { body } = await ask('miprof', `${url}?year=2024`)
    const of = (source: string, measure: string) =>
      linesIn(body).filter(
        (one) => one.source === source && one.measure === measure && one.enteredBy === null
      )
    expect(of('associations', 'detected')).toEqual([
      expect.objectContaining({ value: 7285, respondents: 44, reading: 'V2', territoryName: 'France' })
    ])
    expect(of('ssmsi', 'victims')).toContainEqual(
      expect.objectContaining({ territory: '976', value: 13.6, unit: 'per100k' })
    )
  })

  it('is of words that are known, and no value of it is there twice from one edition', () => {
    for (const one of publishedFigures) {
      expect(Object.keys(sources)).toContain(one.source)
      expect(Object.keys(measures)).toContain(one.measure)
      expect(Object.keys(units)).toContain(one.unit)
      expect(Object.keys(readings)).toContain(one.reading)
      if (one.note) expect(Object.keys(notes)).toContain(one.note)
      if (one.breakdown) expect(Object.keys(breakdowns[one.breakdown].values)).toContain(one.of)
      expect(one.link).toMatch(/^https?:\/\//)
    }
    const keys = publishedFigures.map((one) => `${subjectOf(one)} ${one.edition}`)
    expect(new Set(keys).size).toBe(keys.length)
    expect(publishedFigures.length).toBeGreaterThan(130)
  })
})

describe('no total is made over sources', () => {
  it('in what is answered: no field holds one', () => {
    const names = JSON.stringify(BesideFigures).match(/"[a-zA-Z]+":/g) ?? []
    expect(names.filter((name) => /total|sum|overall|ensemble/i.test(name))).toEqual([])
  })

  it('in what is shown: each value is one that a source has said', async () => {
    const said = [
      ...publishedFigures.map(({ value }) => value),
      ...(await owner.query<{ value: string }>('select value from administrative_figure')).rows.map(
        ({ value }) => Number(value)
      )
    ]
    const shown = linesIn((await ask('miprof', url)).body).map(({ value }) => value)
    expect(shown.filter((value) => !said.includes(value))).toEqual([])
    expect(shown).toHaveLength(publishedFigures.length + (await kept()))
  })
})

describe('PostgreSQL holds the same', () => {
  const count = (login: string) =>
    inContext(world.db.app, world.as(login), async (tx) => {
      const found = await tx.execute<{ n: number }>(
        sql.raw('select count(*)::int as n from administrative_figure')
      )
      return found.rows[0]!.n
    })
  it('shows none to others, and lets oversight write none', async () => {
    expect(await count('asso.rhone')).toBe(0)
    expect(await count('cellule.69')).toBe(0)
    expect(await count('controle')).toBeGreaterThan(0)
    const writing = inContext(world.db.app, world.as('controle'), (tx) =>
      tx.execute(sql`insert into administrative_figure select gen_random_uuid(), subject || 'x', source, measure, year, since, territory, breakdown, value_of,
        value, unit, respondents, edition, link, licence, reading, ${world.as('controle').personId}, entered_at, null from administrative_figure limit 1`)
    )
    await expect(writing).rejects.toThrow()
  })
})
