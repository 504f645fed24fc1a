import { describe, expect, it } from 'vitest'
import { coercionOf, doneTogether, rankOf } from '../../policies/duties.ts'
import { sightOf } from '../../policies/sight.ts'
import type { Capacity } from '../../workflows/vocabulary/capacities.ts'
import { commandRow, commandTypes, type CommandType } from '../../workflows/case/commands.ts'
import { aCase } from '../support/cases.ts'

describe('done in several cases at one go', () => {
  const together = commandTypes.filter(doneTogether)

  it('is no act that weighs, that consents, or that writes anything down', () => {
    expect(together).toEqual(['triage.start'])
    for (const type of ['grounds.positive', 'triage.reject', 'case.close_lost', 'merge.confirm'] as const)
      expect(doneTogether(type)).toBe(false)
    for (const type of together) {
      const { input, guards, consent, apply } = commandRow(type)
      expect({ fields: Object.keys(input.properties), guards, consent, apply }).toEqual({
        fields: [],
        guards: [],
        consent: null,
        apply: null
      })
    }
  })
})

describe('a measure against the person', () => {
  const coercive = commandTypes.filter((type) => commandRow(type).coerces !== null)
  const told = (type: CommandType, facts = {}, capacity: Capacity = 'prefecture') => {
    const situation = aCase({ facts })
    const sight = sightOf([capacity], situation.facts)
    return [coercionOf(type, situation, sight), rankOf(type, situation, sight)]
  }

  it('comes after every other act, and is always a record: an authority may have taken it', () => {
    expect(coercive).toContain('removal.notified')
    for (const type of coercive) expect([type, commandRow(type).records]).toEqual([type, true])
    const others = commandTypes.filter((type) => !coercive.includes(type))
    const last = Math.max(...others.map((type) => told(type)[1] as number))
    for (const type of ['held.record', 'removal.notified', 'return_ban.notified'] as const)
      expect(told(type)).toEqual(['possible', last + 1])
    expect(told('permit.issue')[0]).toBeNull()
  })

  it('has no object for a person who is French, to whoever may know that she is', () => {
    expect(told('removal.notified', { nationality: 'french' })[0]).toBe('idle')
    expect(told('removal.notified', { nationality: 'eu' })[0]).toBe('possible')
    const blind = ['french', 'eu'].map((nationality) => told('held.record', { nationality }, 'health')[0])
    expect(blind[0]).toBe(blind[1])
  })

  it('that stands has its judge and its end in their own place', () => {
    for (const type of ['held.judged', 'held.ended'] as const) {
      expect(told(type, { heldIn: null }, 'referent')[0]).toBe('possible')
      expect(told(type, { heldIn: 'detention' }, 'referent')[0]).toBeNull()
      // The prefecture is not told where the person is held: both lives show it the same order.
      for (const heldIn of [null, 'detention']) expect(told(type, { heldIn })).toEqual(['possible', 3])
    }
  })
})

describe('an act beside what is waited for', () => {
  const rank = (type: CommandType, facts = {}, running: string[] = []) => {
    const situation = aCase({ facts })
    return rankOf(type, situation, sightOf(['referent'], situation.facts), running)
  }
  const answers = (type: CommandType) => {
    const { from, guards, evenWhenClosed, coerces } = commandRow(type)
    return from === 'any' && guards.length === 0 && evenWhenClosed && coerces === null
  }

  it('that answers what may be known late stays open, and comes after the others until a clock waits for it', () => {
    const remedies = commandTypes.filter(answers)
    expect(remedies).toEqual(
      expect.arrayContaining(['held.appeal', 'return_ban.contested', 'reception.appealed'])
    )
    for (const type of remedies) expect([type, rank(type)]).toEqual([type, 2])
    expect(rank('held.appeal', { heldIn: 'detention' }, ['D-HELD-CONTEST'])).toBe(2)
    expect(rank('held.appeal', { heldIn: 'detention' }, ['D-HELD-APPEAL'])).toBe(1)
    expect(rank('held.appeal', {}, ['D-OF-ANOTHER-RELEASE'])).toBe(2)
  })

  it('that was asked for already comes after the others, and what the law says beside one moves nothing', () => {
    const asked = { otherPermit: 'asked', besideAsked: 'discretion' }
    expect(rank('discretion.apply_beside', asked)).toBe(2)
    expect(rank('discretion.apply_beside')).toBe(1)
    expect(rank('reflection.offer', { nationality: 'unknown' })).toBe(1)
  })
})

describe('a place', () => {
  const rank = (housing: string, capacity: Capacity) => {
    const situation = aCase({ regions: { housing } })
    return rankOf('acse.request', situation, sightOf([capacity], situation.facts))
  }

  it('is asked for first where danger is, unless the reader knows that one is sought already', () => {
    for (const housing of ['unassessed', 'emergency_local', 'left']) expect(rank(housing, 'referent')).toBe(0)
    for (const housing of ['placement_requested', 'waiting_list', 'matched'])
      expect(rank(housing, 'referent')).toBe(1)
    // Whoever is not told where she sleeps reads the same order.
    const orders = ['unassessed', 'matched'].map((housing) => rank(housing, 'police'))
    expect(orders[0]).toBe(orders[1])
  })
})
