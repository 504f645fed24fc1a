import { describe, expect, it } from 'vitest'
import { commandRow, type CommandType } from '../../../workflows/case/commands.ts'
import { deadlineRegister } from '../../../workflows/deadlines/deadlines.ts'
import { isFrozenIn, stillCounts } from '../../../workflows/deadlines/running/validity.ts'
import { openedBy } from '../../../workflows/deadlines/running/opening.ts'
import { planOf } from '../../../workflows/deadlines/running/plan.ts'
import {
  consentClocks,
  consentScopes,
  scopeClass,
  scopesOf
} from '../../../workflows/vocabulary/vocabulary.ts'
import { closesOf } from '../../../workflows/deadlines/running/stopping.ts'
import { aCase, aMinorCase, after, allScopes, opensFrom, refusal, moved } from '../../support/cases.ts'

const asked = ['informed', 'heard']
const at = (consent: string, facts = {}) => aCase({ regions: { consent }, facts })

describe('each act of consent is open from these states and no other', () => {
  it.each<[CommandType, string[]]>([
    ['person.inform', ['not_informed', 'heard']],
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
      /^Ici : à informer\. Possible depuis : information donnée/
    )
  })

  it('informing gives no consent by itself', () => {
    const next = after(at('not_informed', { consents: [] }), 'person.inform')
    expect(next.regions.consent).toBe('informed')
    expect(next.facts.consents).toEqual([])
  })

  it('is added scope by scope, in order and once', () => {
    const next = after(at('informed', { consents: ['C'] }), 'consent.record', { scopes: ['E', 'A', 'C'] })
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
    const next = after(at('informed', { consents: ['A', 'C', 'E'] }), 'consent.withdraw', {
      scopes: ['C']
    })
    expect(next.facts.consents).toEqual(['A', 'E'])
  })

  it('of the last one leaves none', () => {
    const next = after(at('informed'), 'consent.withdraw', { scopes: allScopes })
    expect(next.facts.consents).toEqual([])
  })

  it('can be followed by a new consent', () => {
    expect(
      after(at('informed', { consents: [] }), 'consent.record', { scopes: ['B'] }).facts.consents
    ).toEqual(['B'])
  })
})

describe('the word of the region', () => {
  it.each(['not_informed', ...asked])('%s stays, whatever is given, taken back or lapses', (consent) => {
    const here = at(consent, { consents: ['A', 'D'] })
    const word = (type: CommandType, scopes: string[]) => after(here, type, { scopes }).regions.consent
    expect(word('consent.withdraw', ['D'])).toBe(consent)
    expect(word('consent.withdraw', ['A', 'D'])).toBe(consent)
    expect(word('consent.lapsed', ['A', 'D'])).toBe(consent)
    if (consent !== 'not_informed') expect(word('consent.record', ['C'])).toBe(consent)
  })
})

const clocks = Object.keys(consentClocks) as (keyof typeof consentClocks)[]

describe('a consent that nobody confirms', () => {
  const agreed = at('informed', { consents: ['A', 'C', 'E'] })
  const opened = (scopes: string[]) =>
    openedBy('consent.record', { scopes }, moved(agreed, 'consent.record', { scopes }))
      .filter(({ code }) => code in consentClocks)
      .map(({ code, restarts }) => [code, restarts])

  it('has its year counted with those of its class alone: each scope once, each clock of one class', () => {
    expect(clocks.flatMap(scopesOf).toSorted()).toEqual(Object.keys(consentScopes))
    for (const code of clocks)
      for (const scope of scopesOf(code))
        expect([scope, scopeClass[scope]]).toEqual([scope, deadlineRegister[code].dataClass])
    expect(new Set(clocks.map((code) => deadlineRegister[code].dataClass)).size).toBe(clocks.length)
  })

  it('is not confirmed by giving another: the year of those that stood goes on', () => {
    expect(opened(['B'])).toEqual([['MNIO-CONSENT', false]])
    expect(opened(['A', 'B'])).toEqual([['MNIO-CONSENT', false]])
    expect(opened(['A', 'B', 'E'])).toEqual([['MNIO-CONSENT', true]])
  })

  it('of a class that is secret neither starts nor moves the year of the others', () => {
    expect(opened(['D'])).toEqual([['MNIO-CONSENT-ASYLUM', true]])
    expect(opened(['C', 'G'])).toEqual([
      ['MNIO-CONSENT-ACSE', true],
      ['MNIO-CONSENT-CARE', true]
    ])
  })

  it.each(clocks)('%s: two months ahead it speaks, on its day its own end, even in a closed case', (code) => {
    expect(deadlineRegister[code]).toMatchObject({ alerts: [60, 30], fires: 'consent.lapsed' })
    const closedCase = aCase({ regions: { consent: 'informed', closure: 'closed_inserted' } })
    const plan = planOf(code, closedCase, { lawCounts: false, ofReferral: false })
    expect(plan).toMatchObject({ does: 'act', command: 'consent.lapsed' })
    const { input } = plan as typeof plan & { does: 'act' }
    const left = after(closedCase, 'consent.lapsed', input).facts.consents
    expect(left).toEqual(allScopes.filter((scope) => !scopesOf(code).includes(scope)))
    expect(closesOf('case.close')).not.toContain(code)
    expect(commandRow('consent.lapsed').effects).toEqual(commandRow('consent.withdraw').effects)
  })

  it('of a minor never lapses: the clock stands still, and starts when she is known to be an adult', () => {
    const child = aMinorCase({ regions: { consent: 'heard' }, facts: { consents: ['A'] } })
    expect(refusal(child, 'consent.lapsed')).toMatch(/mineure/)
    expect(isFrozenIn('MNIO-CONSENT', child)).toBe(true)
    expect(isFrozenIn('MNIO-CONSENT', agreed)).toBe(false)
  })

  it('the clock stops with the last consent of its own', () => {
    expect(clocks.filter((code) => stillCounts(code, agreed))).toEqual(['MNIO-CONSENT', 'MNIO-CONSENT-ACSE'])
    expect(clocks.filter((code) => stillCounts(code, at('informed', { consents: [] })))).toEqual([])
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
    expect(next.facts).toEqual(aMinorCase().facts)
  })
})
