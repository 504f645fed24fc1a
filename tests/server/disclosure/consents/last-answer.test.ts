import { describe, expect, it } from 'vitest'
import { lastAnswer } from '../../../../server/disclosure/facts.ts'

const rows = (...states: string[]) => states.map((state, at) => ({ state, at }))

describe('a refusal', () => {
  it('is told to nobody who may not hear it: a question that was never answered stays so', () => {
    expect(lastAnswer(rows('refused'), false)).toBeNull()
    expect(lastAnswer(rows('refused', 'refused', 'lapsed'), false)).toEqual({ state: 'lapsed', at: 2 })
  })

  it('of what had been given shows as a consent that ended, on its day', () => {
    expect(lastAnswer(rows('refused', 'given'), false)).toEqual({ state: 'withdrawn', at: 0 })
    expect(lastAnswer(rows('refused', 'refused', 'given'), false)).toEqual({ state: 'withdrawn', at: 1 })
  })

  it('is told to who hears the person, and a later yes to all', () => {
    expect(lastAnswer(rows('refused', 'given'), true)).toEqual({ state: 'refused', at: 0 })
    expect(lastAnswer(rows('given', 'refused'), false)).toEqual({ state: 'given', at: 0 })
    expect(lastAnswer([], true)).toBeNull()
  })
})
