import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { holdings } from '../docs/generate/processing/holdings.ts'

const root = new URL('../', import.meta.url)
const textOf = (path: string) => readFileSync(new URL(path, root), 'utf8')

describe('the register of processing', () => {
  it('names every table of the database, and none that is not there', () => {
    const sql = readdirSync(new URL('migrations/', root))
      .filter((name) => name.endsWith('.sql'))
      .toSorted()
      .map((name) => textOf(`migrations/${name}`))
      .join('\n')
    const all = (pattern: RegExp) => [...sql.matchAll(pattern)].map(([, name = '']) => name)
    const gone = new Set(all(/^drop table "?(\w+)"?/gm))
    const tables = all(/^create table "?(\w+)"?/gm).filter((name) => !gone.has(name))
    expect(
      Object.keys(holdings).toSorted(),
      'say in docs/generate/processing/holdings.ts of whom a new table speaks, then npm run docs'
    ).toEqual(tables.toSorted())
  })
})
