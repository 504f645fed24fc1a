import { describe, expect, it } from 'vitest'
import type { CommandType } from '../../workflows/commands.ts'
import { aCase, aMinorCase, after, allScopes, opensFrom, refusal } from '../support/cases.ts'

const asked = ['informed', 'heard', 'consent_recorded', 'consent_modified', 'consent_withdrawn']
const at = (consent: string, facts = {}) => aCase({ regions: { consent }, facts })

describe('each act of consent is open from these states and no other', () => {
  it.each<[CommandType, string[]]>([
    ['person.inform', ['not_informed', 'heard', 'consent_withdrawn']],
    ['consent.record', asked],
    ['consent.withdraw', ['not_informed', ...asked]]
  ])('%s', (type, states) => {
    expect(opensFrom(type, aCase()).toSorted()).toEqual(states.toSorted())
  })

  it('child.heard', () => {
    expect(opensFrom('child.heard', aMinorCase())).toEqual(asked)
  })
})

describe('consent', () => {
  it('is not asked of somebody who was not informed', () => {
    expect(refusal(at('not_informed'), 'consent.record')).toMatch(
      /^Ici : à informer\. Possible depuis : informée/
    )
  })

  it('informing gives no consent by itself', () => {
    const next = after(at('not_informed', { consents: [] }), 'person.inform')
    expect(next.regions.consent).toBe('informed')
    expect(next.facts.consents).toEqual([])
  })

  it('is added scope by scope, in order and once', () => {
    const next = after(at('informed', { consents: ['C'] }), 'consent.record', { scopes: ['E', 'A', 'C'] })
    expect(next.regions.consent).toBe('consent_recorded')
    expect(next.facts.consents).toEqual(['A', 'C', 'E'])
  })
})

describe('withdrawal', () => {
  it('supposes a consent', () => {
    expect(refusal(at('informed', { consents: [] }), 'consent.withdraw')).toBe(
      'Aucun accord n’est en vigueur.'
    )
  })

  it.each(['not_informed', ...asked])(
    'is possible when %s, at any moment, even in a closed case',
    (consent) => {
      expect(
        refusal(aCase({ regions: { consent, closure: 'closed_inserted' } }), 'consent.withdraw')
      ).toBeNull()
    }
  )

  it('takes one scope and keeps the others', () => {
    const next = after(at('consent_recorded', { consents: ['A', 'C', 'E'] }), 'consent.withdraw', {
      scopes: ['C']
    })
    expect(next.regions.consent).toBe('consent_modified')
    expect(next.facts.consents).toEqual(['A', 'E'])
  })

  it('of the last one leaves none', () => {
    const next = after(at('consent_recorded'), 'consent.withdraw', { scopes: allScopes })
    expect(next.regions.consent).toBe('consent_withdrawn')
    expect(next.facts.consents).toEqual([])
  })

  it('can be followed by a new consent', () => {
    expect(
      after(at('consent_withdrawn', { consents: [] }), 'consent.record', { scopes: ['B'] }).facts.consents
    ).toEqual(['B'])
  })
})

describe('the child’s view', () => {
  it('is a minor’s', () => {
    expect(refusal(at('informed'), 'child.heard')).toBe('La personne est majeure.')
  })

  it('is recorded once the child was informed, without words in the facts', () => {
    expect(refusal(aMinorCase({ regions: { consent: 'not_informed' } }), 'child.heard')).toMatch(
      /^Ici : à informer/
    )
    const next = after(aMinorCase(), 'child.heard', { opinion: 'CANARI' })
    expect(next.regions.consent).toBe('heard')
    expect(next.facts).toEqual({ ...aMinorCase().facts, childHeard: true })
  })
})
