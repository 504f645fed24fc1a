import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { behaviours } from './peers/all.ts'

const root = new URL('../', import.meta.url)
const numbered = (letter: string, count: number) =>
  Array.from({ length: count }, (_, nth) => `${letter}${nth + 1}`)

describe('the behaviours of comparable products', () => {
  it('are none left out: each of P1 to P14, of S1 to S10, and of every part between', () => {
    const ids = behaviours.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect([...numbered('P', 14), ...numbered('S', 10)].filter((id) => !ids.includes(id))).toEqual([])
    for (const part of ['6.1', '6.2', '6.3', '6.4', '6.5', '6.6', '6.7'])
      expect([part, ids.some((id) => id.startsWith(`${part}-`))]).toEqual([part, true])
  })

  it.each(behaviours.map((one) => [one.id, one] as const))(
    '%s is held by a test, or says in plain words why not',
    (_id, one) => {
      if ('outOfScope' in one) return expect(one.outOfScope).toMatch(/^[A-ZÉ].{20,}\.$/)
      expect(one.heldBy.length).toBeGreaterThan(0)
      for (const [file, title] of one.heldBy) {
        const path = new URL(file, root)
        expect([file, existsSync(path)]).toEqual([file, true])
        expect([file, title, readFileSync(path, 'utf8').includes(title)]).toEqual([file, title, true])
      }
    }
  )

  it('say where each was read', () => {
    for (const { source } of behaviours)
      expect(Object.values(source).every((words) => words.length > 2)).toBe(true)
  })
})
