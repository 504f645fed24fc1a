import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { placesIn, tableFrom, type Cell } from '../../figures/fixed/cells.ts'
import { dimensionsOf, type TableId } from '../../figures/fixed/tables.ts'
import { released, thresholds } from '../../figures/mask/mask.ts'
import { deviationsOf, usualNoise } from '../../figures/noise/deviations.ts'
import { attackOf } from '../../figures/synthetic/open/attack.ts'
import { openFile, type Published } from '../../figures/synthetic/open/open-file.ts'
import { mulberry32 } from '../../server/demo/world/mulberry.ts'

const ids: TableId[] = [
  ...(['form_age_sex', 'zone_sex_form', 'territory_form', 'territory_sex', 'territory_age'] as const),
  ...(['status_sex_form', 'status_age_sex', 'channel_status', 'quarter_form', 'judicial_form'] as const)
]
const names = [...new Set(ids.flatMap((id) => dimensionsOf(id).map(({ name }) => name)))]
const several = new Set(
  ids.flatMap((id) =>
    dimensionsOf(id)
      .filter((one) => one.several)
      .map(({ name }) => name)
  )
)
const valuesOf = (name: string) =>
  ids.flatMap((id) => dimensionsOf(id)).find((one) => one.name === name)!.values

/** A year of persons, of whom few are of the later values of each variable, as it is of a release. */
const publishedOf = (persons: number, seed: number): Published => {
  const next = mulberry32(seed)
  const drawn = Array.from({ length: persons }, () => {
    const codes = names.map((name) => {
      const all = valuesOf(name)
      const value = all[Math.floor(all.length * (next() / 2 ** 32) ** 3)]!
      return [name, several.has(name) ? [value] : value] as const
    })
    return { key: next(), codes: Object.fromEntries(codes) }
  })
  const tables = ids.map((id) => {
    const cells = new Map<string, Pick<Cell, 'at' | 'n' | 'keys'>>()
    for (const { key, codes } of drawn)
      for (const at of placesIn(id, { entry: 'flagged', codes })) {
        const before = cells.get(at) ?? { at, n: 0, keys: 0 }
        cells.set(at, { at, n: before.n + 1, keys: (before.keys + key) % 2 ** 32 })
      }
    const rule = { deviations: deviationsOf(usualNoise), threshold: thresholds.public }
    return released(tableFrom(id, [...cells.values()]), rule)
  })
  return {
    ...{ number: 3, version: 1, year: 2026, tables },
    ...{ maximumDeviation: usualNoise.deviation, threshold: thresholds.public }
  }
}
const fileOf = (published: Published, seed = 1) => {
  const next = mulberry32(seed)
  return openFile(published, seed, (end) => next() % end)
}
const published = publishedOf(7300, 5)

describe('the attack on an open file', () => {
  const people = (n: number, seed: number) => {
    const next = mulberry32(seed)
    const one = (end: number) => `${next() % end}`
    return Array.from({ length: n }, () => ({ a: one(40), b: one(40), c: one(9), d: one(3) }))
  }
  const [members, holdout] = [people(900, 1), people(900, 2)]
  const tried = (file: ReturnType<typeof people>) => {
    const next = mulberry32(3)
    return new Map(attackOf({ file, members, holdout }, (end) => next() % end).map((one) => [one.id, one]))
  }

  it.each(['singling_out', 'nearest_record', 'inference.a', 'inference.d'])(
    'by %s succeeds on a file of the persons themselves, and not on one of others',
    (id) => {
      const theirs = tried(members).get(id)!
      expect(theirs.passed).toBe(false)
      expect(theirs.members).toBeGreaterThan(0.7)
      expect(tried(people(900, 4)).get(id)).toMatchObject({ passed: true })
    }
  )

  it('finds a few persons copied among others', () => {
    const some = tried([...people(600, 4), ...members.slice(0, 300)])
    expect([...some.values()].filter(({ passed }) => !passed).map(({ id }) => id)).toEqual(
      expect.arrayContaining(['singling_out', 'nearest_record'])
    )
  })

  it('on a file of nobody says nothing', () => {
    expect(tried([])).toEqual(new Map())
  })
})

describe('the open file of invented persons', () => {
  it('is empty where the release masks how many there are', () => {
    const masked = published.tables.map((one) => ({ ...one, shown: one.shown.map(() => null) }))
    expect(fileOf({ ...published, tables: masked }).csv).toBe('\uFEFF\r\n')
  })

  it('has as many as the release says, in seconds, and says of each variable what it may be', () => {
    const began = performance.now()
    const { csv, metadata } = fileOf(published)
    expect(performance.now() - began).toBeLessThan(20_000)
    expect(csv.trimEnd().split('\r\n')).toHaveLength(metadata.persons + 1)
    expect(Math.abs(metadata.persons - 7300)).toBeLessThanOrEqual(5)
    expect(metadata.tableSchema.columns.map(({ name }) => name)).toContain('territory')
    expect(metadata.tableSchema.columns.every(({ values }) => values.length > 1)).toBe(true)
  })

  it('comes near the tables that it is drawn from, and says how far it is from the others', () => {
    const { fidelity } = fileOf(published)
    const of = (id: string) => fidelity.find(({ table }) => table === id)!
    for (const id of ['form_age_sex', 'territory_form', 'quarter_form'])
      expect(of(id).near / of(id).cells, id).toBeGreaterThan(0.9)
    expect(fidelity.map(({ table }) => table)).toContain('territory_age')
  })

  it('is a function of what is published and a seed: other truths behind the same release give the same bytes', () => {
    const same = JSON.parse(JSON.stringify(published)) as Published
    expect(fileOf(same)).toEqual(fileOf(published))
    expect(fileOf(published, 2).csv).not.toBe(fileOf(published).csv)
    expect(fileOf(publishedOf(7300, 6)).csv).not.toBe(fileOf(published).csv)
  })

  it('says what attacks come to on a rehearsal: no more of those who were counted than of others', () => {
    const { attempts, members, holdout } = fileOf(published).attack.rehearsal
    expect(members).toBe(holdout)
    expect(attempts.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['singling_out', 'nearest_record', 'inference.forms', 'inference.judicial'])
    )
    expect(attempts.filter(({ passed }) => !passed)).toEqual([])
    expect(attempts.every(({ tried }) => tried > 100)).toBe(true)
  })

  it('is made by a command that reads the public answer alone: without a database, an environment or another file', () => {
    const folder = mkdtempSync(join(tmpdir(), 'open-'))
    const view = {
      publication: { number: 3, version: 1, year: 2026 },
      territory: null,
      tables: published.tables.map(({ id, dimensions, shown }) => ({
        ...{ id, shown, threshold: thresholds.public },
        dimensions: dimensions.map(({ name, several: more, values }) => ({
          ...{ id: name, several: more },
          values: values.map((code) => ({ code }))
        }))
      }))
    }
    const release = join(folder, 'release.json')
    writeFileSync(release, JSON.stringify(view))
    const cli = ['server/figures/synthetic.cli.ts', '--release', release, '--to', folder]
    const run = spawnSync(process.execPath, cli, { env: {}, encoding: 'utf8' })
    expect(run.stderr.replaceAll(/.*Warning.*\n/g, '')).toBe('')
    expect(readFileSync(join(folder, 'synthetic.csv'), 'utf8')).toBe(fileOf(published).csv)
    expect(JSON.parse(readFileSync(join(folder, 'attack.json'), 'utf8')).inputs).toHaveLength(ids.length)
    expect(spawnSync(process.execPath, cli.slice(0, 1), { env: {} }).status).toBe(2)
    // What partners read, of the country or of one territory, is drawn from by nobody.
    const tables = view.tables.map((one) => ({ ...one, threshold: thresholds.partner }))
    for (const theirs of [{ tables }, { territory: { code: '69', label: 'Rhône' } }]) {
      const to = mkdtempSync(join(tmpdir(), 'closed-'))
      writeFileSync(release, JSON.stringify({ ...view, ...theirs }))
      const refused = spawnSync(process.execPath, [...cli.slice(0, -1), to], { env: {}, encoding: 'utf8' })
      expect([refused.status, readdirSync(to)]).toEqual([1, []])
      expect(refused.stderr).toContain('tables of partners')
    }
  })
})
