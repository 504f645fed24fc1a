import { describe, expect, it } from 'vitest'
import { commandRow, type CommandType } from '../../workflows/commands.ts'
import { deadlineRegister } from '../../workflows/deadlines.ts'
import { isFrozenIn, stillCounts } from '../../workflows/lapsing.ts'
import { openedBy } from '../../workflows/opening.ts'
import { discreetConsent } from '../../workflows/regions/consent.discreet.ts'
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

describe('a consent that nobody confirms', () => {
  const agreed = at('consent_recorded', { consents: ['A', 'C'] })
  const restarts = (scopes: string[]) =>
    openedBy('consent.record', { scopes }, after(agreed, 'consent.record', { scopes })).find(
      ({ code }) => code === 'MNIO-CONSENT'
    )!.restarts

  it('is not confirmed by giving another: the year of all that stood goes on', () => {
    expect(restarts(['E'])).toBe(false)
    expect(restarts(['A', 'E'])).toBe(false)
    expect(restarts(['A', 'C', 'E'])).toBe(true)
  })

  it('two months ahead the clock speaks, and on its day all of them end, even in a closed case', () => {
    expect(deadlineRegister['MNIO-CONSENT']).toMatchObject({ alerts: [60, 30], fires: 'consent.lapsed' })
    const lapsed = after(agreed, 'consent.lapsed')
    expect(lapsed.regions.consent).toBe('consent_withdrawn')
    expect(lapsed.facts.consents).toEqual([])
    expect(
      refusal(
        aCase({ regions: { consent: 'consent_recorded', closure: 'closed_inserted' } }),
        'consent.lapsed'
      )
    ).toBeNull()
    expect(commandRow('case.close').closes).not.toContain('MNIO-CONSENT')
    expect(commandRow('consent.lapsed').effects).toEqual(commandRow('consent.withdraw').effects)
  })

  it('of a minor never lapses: the clock stands still, and starts when she is known to be an adult', () => {
    const child = aMinorCase({ regions: { consent: 'heard' }, facts: { consents: ['A'] } })
    expect(refusal(child, 'consent.lapsed')).toMatch(/mineure/)
    expect(isFrozenIn('MNIO-CONSENT', child)).toBe(true)
    expect(isFrozenIn('MNIO-CONSENT', agreed)).toBe(false)
  })

  it('the clock stops with the last consent', () => {
    expect(stillCounts('MNIO-CONSENT', agreed)).toBe(true)
    expect(stillCounts('MNIO-CONSENT', at('informed', { consents: [] }))).toBe(false)
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

describe('the word of the consents, to whoever may not know of every scope', () => {
  it('is that she was informed, whatever she gave or took back since', () => {
    const known = { informed: true, childHeard: false }
    for (const consent of ['consent_recorded', 'consent_modified', 'consent_withdrawn'] as const)
      expect(discreetConsent(consent, known)).toBe('informed')
    for (const consent of ['not_informed', 'informed'] as const)
      expect(discreetConsent(consent, known)).toBe(consent)
  })
  it('of a child who was heard, moves with no consent that is hidden', () => {
    const told = (informed: boolean) =>
      (['heard', 'consent_recorded', 'consent_modified'] as const).map((consent) =>
        discreetConsent(consent, { informed, childHeard: true })
      )
    expect(new Set(told(true))).toEqual(new Set(['informed']))
    expect(new Set(told(false))).toEqual(new Set(['heard']))
  })
})
