import { describe, expect, it } from 'vitest'
import { actsOf, conversationActs } from '../../../workflows/rights/conversation.ts'
import { actsIn, bodyOf } from '../../../web/src/lib/conversation/said.ts'

const held = { shown: 'fr-2026-11-29', language: 'fr', means: 'in_person', on: '2026-11-24' }

describe('what the person said of the thirty days', () => {
  it('is a no where they said no', () => {
    const body = bodyOf({ ...held, souhait: 'no', confidential: 'true' })
    expect(body).toMatchObject({ wishes: false, confidential: true })
    expect(actsIn(body)).toEqual(['reflection.offer'])
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

describe('what was recorded of it', () => {
  it('is nothing of what was left for later', () => {
    expect(actsIn(bodyOf({ ...held, souhait: 'later', 'accord.B': 'later' }))).toEqual([])
  })
  it('is named act by act, in the order in which the server records them', () => {
    const said = { ...held, informs: 'true', helpWithoutConsent: 'true', souhait: 'yes' }
    const body = bodyOf({ ...said, 'accord.B': 'yes', 'accord.E': 'no', 'accord.F': 'withdraw' })
    expect(actsIn(body)).toEqual(actsOf(body).map(({ command }) => command))
    expect(actsIn(body)).toEqual(conversationActs)
  })
})
