import { describe, expect, it } from 'vitest'
import { bodyOf, firstAct } from '../../../web/src/lib/conversation/said.ts'

const held = { shown: 'fr-2026-11-29', language: 'fr', means: 'in_person', on: '2026-11-24' }

describe('what the person said of the thirty days', () => {
  it('is a no where they said no', () => {
    const body = bodyOf({ ...held, souhait: 'no', confidential: 'true' })
    expect(body).toMatchObject({ wishes: false, confidential: true })
    expect(firstAct(body)).toBe('reflection.offer')
  })
  it('is a yes where they said yes, and nothing where it was left for later', () => {
    expect(bodyOf({ ...held, souhait: 'yes' })).toMatchObject({ wishes: true, confidential: false })
    const notNow: Record<string, string>[] = [{}, { souhait: 'later' }]
    for (const later of notNow) expect(Object.keys(bodyOf({ ...held, ...later }))).not.toContain('wishes')
  })
})

describe('what the person said of each agreement', () => {
  it('is sent as they said it, and not at all where they said nothing', () => {
    const said = { 'accord.B': 'yes', 'accord.E': 'no', 'accord.F': 'withdraw', 'accord.H': 'later' }
    expect(bodyOf({ ...held, ...said })).toMatchObject({ agrees: ['B'], refuses: ['E'], withdraws: ['F'] })
  })
  it('was interpreted where somebody did', () => {
    expect(bodyOf({ ...held, means: 'phone+interpreter' })).toMatchObject({
      means: 'phone',
      interpreter: true
    })
    expect(bodyOf(held)).toMatchObject({ means: 'in_person', interpreter: false })
  })
})
