import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { commandRow, commandTypes } from '../../../workflows/case/commands.ts'

const here = new URL('./', import.meta.url)
const tables = readdirSync(here)
  .filter((name) => name.startsWith('learning.'))
  .map((name) => readFileSync(new URL(name, here), 'utf8'))
  .join()

// What a flag teaches is held with the flag itself.
const elsewhere: readonly string[] = ['case.flag']

it('every act that teaches something says what, in a table of this folder', () => {
  const teaching = commandTypes.filter((type) => commandRow(type).apply !== null)
  expect(teaching.length).toBeGreaterThan(160)
  expect(teaching.filter((type) => !tables.includes(`'${type}'`) && !elsewhere.includes(type))).toEqual([])
})
