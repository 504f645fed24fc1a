import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { lawMutants } from '../../../verify/mutation/law.list.ts'

const textOf = (file: string) => readFileSync(file, 'utf8')

describe('an old reading of the law that a test must see come back', () => {
  it.each(lawMutants)('$why', ({ file, text, instead, seen, named }) => {
    expect(textOf(file).split(text), `${file} holds it once`).toHaveLength(2)
    expect(instead).not.toBe(text)
    expect(existsSync(seen), seen).toBe(true)
    expect(textOf(seen)).toContain(named)
  })

  it('is named once', () => {
    expect(new Set(lawMutants.map(({ why }) => why)).size).toBe(lawMutants.length)
  })
})
