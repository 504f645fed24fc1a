import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { keptTests } from '../../verify/mutation/house/broad/list.ts'
import { mistakes } from '../../verify/mutation/house/list.ts'
import { mutantPages } from '../../verify/mutation/house/page.ts'
import { shareOf } from '../../verify/mutation/house/share.ts'
import { forFile } from '../support/for-file.ts'
import { freshDatabase } from '../support/running/db.ts'
import { textsOf } from './texts.ts'

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

/** Runs a statement, asks what then stands, and takes it back. */
const textsAfter = async (sql: string) => {
  const client = await db.owner.connect()
  try {
    await client.query('begin')
    await client.query(sql)
    return await textsOf(client)
  } finally {
    await client.query('rollback')
    client.release()
  }
}

describe('a mistake in the database', async () => {
  const whole = await textsOf(db.owner)

  it.each(mistakes.flatMap(({ why, sql }) => (sql ? [{ why, sql }] : [])))('$why', async ({ sql }) => {
    expect((await textsAfter(sql)) === whole, 'it changes nothing').toBe(false)
  })

  it.each([
    ['select 1', false],
    ['drop function if exists nobody_wrote_it()', false],
    ['revoke delete on audit_event from mnio_app', false],
    ['grant delete on audit_event to mnio_app', true],
    ['alter table "case" no force row level security', true],
    ['alter policy draft_own on draft using (true)', true],
    ['alter table audit_event alter column at drop not null', true]
  ])('that is « %s » changes something: %s', async (sql, changes) => {
    expect((await textsAfter(sql)) !== whole).toBe(changes)
  })
})

it.each(Object.keys(keptTests))(
  '%s, whose tests stay though nothing brought them down, still stands',
  (file) => {
    expect(existsSync(file)).toBe(true)
  }
)

it.each(Object.entries(mutantPages))('docs/%s says what the list says', (name, write) => {
  expect(textOf(`docs/${name}`) === write(), 'run npm run docs').toBe(true)
})

it('the parts of the list are the list', () => {
  const parts = [1, 2, 3].flatMap((nth) => shareOf(mistakes, `${nth}/3`))
  expect(parts.length).toBe(mistakes.length)
  expect(new Set(parts).size).toBe(mistakes.length)
  expect(() => shareOf(mistakes, '4/3')).toThrow('not a part')
})

it('a mistake stays in its part whatever is listed before it', () => {
  const [first, ...later] = mistakes
  expect([...shareOf([first!], '1/3'), ...shareOf(later, '1/3')]).toEqual(shareOf(mistakes, '1/3'))
})
