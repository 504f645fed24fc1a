import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { mistakes } from '../../verify/mutation/house/list.ts'
import { page } from '../../verify/mutation/house/page.ts'
import { shareOf } from '../../verify/mutation/house/share.ts'
import { forFile } from '../support/for-file.ts'
import { freshDatabase } from '../support/running/db.ts'

const db = await forFile(freshDatabase())
const textOf = (file: string) => readFileSync(file, 'utf8')

describe('a mistake that a test must see', () => {
  it('is one of 160 at least, each named once', () => {
    expect(mistakes.length).toBeGreaterThanOrEqual(160)
    expect(new Set(mistakes.map(({ why }) => why)).size).toBe(mistakes.length)
  })

  it.each(mistakes)('$why', ({ file, text, instead, seen, named = '' }) => {
    expect(textOf(file).split(text), `${file} holds it once`).toHaveLength(2)
    expect(instead).not.toBe(text)
    expect(existsSync(seen), seen).toBe(true)
    expect(textOf(seen)).toContain(named)
  })
})

describe('a mistake in the database', () => {
  it.each(mistakes.flatMap(({ why, sql }) => (sql ? [{ why, sql }] : [])))('$why', async ({ sql }) => {
    const client = await db.owner.connect()
    try {
      await client.query('begin')
      await client.query(sql)
    } finally {
      await client.query('rollback')
      client.release()
    }
  })
})

it('the page says what the list says', () => {
  expect(textOf('docs/mutants.md') === page(), 'run npm run mutants -- --share 96/140 --write').toBe(true)
})

it('the parts of the list are the list', () => {
  const parts = [1, 2, 3].flatMap((nth) => shareOf(mistakes, `${nth}/3`))
  expect(parts.length).toBe(mistakes.length)
  expect(new Set(parts).size).toBe(mistakes.length)
  expect(() => shareOf(mistakes, '4/3')).toThrow('not a part')
})
