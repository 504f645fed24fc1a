import { describe, expect, it } from 'vitest'
import { seesWhole, sight } from '../../../policies/data-classes.ts'
import {
  classOf,
  followedByAllWhoSee,
  heardInAWord,
  referralClass,
  capacitiesHearing
} from '../../../policies/disclosure.ts'
import { sightOf as sightIn } from '../../../policies/sight.ts'
import { capacities, type Capacity } from '../../../workflows/vocabulary/capacities.ts'
import { commandTypes, sentBy } from '../../../workflows/case/commands.ts'
import { factClasses, unknownFacts } from '../../../workflows/facts/facts.ts'
import { kindRow, kinds } from '../../../workflows/referral/kinds/kinds.ts'
import type { DataClass, ReferralKind } from '../../../workflows/vocabulary/vocabulary.ts'
import { readyFacts } from '../../support/cases.ts'

const adult = readyFacts
const act = (command: string, input = {}) => ({ command, input })
const everyKind = Object.keys(kinds) as ReferralKind[]
const everyCapacity = Object.keys(capacities) as Capacity[]

describe('nobody is told', () => {
  it('of care, who does not help her live, whatever of her account they may read', () => {
    for (const capacity of [
      'prefecture',
      'acse',
      'shelter',
      'ofii',
      'health',
      'police',
      'labour',
      'lawyer',
      'cell',
      'prosecutor'
    ] as const)
      expect(capacitiesHearing(act('plan.sign'), adult)).not.toContain(capacity)
  })
  it('of asylum, nor of a place of its scheme, without class I', () => {
    for (const happening of [act('dna.request'), { kind: 'dna' as const }, { kind: 'dna_place' as const }])
      for (const capacity of capacitiesHearing(happening, adult))
        expect(sight[capacity].classes).toContain('I')
  })
  it('of an act all of which is about asylum, whatever class the act is of', () => {
    for (const happening of [
      act('asylum.lodged', { attestedOn: '2026-11-20' }),
      act('consent.record', { scopes: ['D'] })
    ]) {
      expect(capacitiesHearing(happening, adult)).toContain('referent')
      for (const capacity of capacitiesHearing(happening, adult))
        expect(sight[capacity].classes).toContain('I')
    }
    expect(capacitiesHearing(act('consent.record', { scopes: ['B', 'D'] }), adult)).toContain('cell')
  })
  it('of a note, all of which is sealed from them', () => {
    const born = { majorityOn: '2020-01-01' }
    for (const happening of [
      act('facts.complete', born),
      { ...act('facts.complete'), sealed: ['B' as const] }
    ]) {
      expect(capacitiesHearing(happening, adult)).toContain('referent')
      for (const capacity of capacitiesHearing(happening, adult))
        expect(sight[capacity].classes).toContain('B')
    }
    expect(capacitiesHearing(act('facts.complete', { ...born, children: 1 }), adult)).toContain('cell_member')
  })
  it('because of a child, once she is known to be an adult', () => {
    expect(capacitiesHearing(act('case.close'), adult)).toContain('child_protection')
    expect(capacitiesHearing(act('acse.offer'), adult)).not.toContain('child_protection')
    expect(capacitiesHearing(act('acse.offer'), { ...adult, ageGroup: 'minor' })).toContain(
      'child_protection'
    )
  })
  it('what a clock says, who may not see the clock', () => {
    expect(classOf(act('clock.alert', { deadline: 'D-REFLEX' }))).toBe('E')
    expect(capacitiesHearing(act('clock.alert', { deadline: 'D-REFLEX' }), adult)).not.toContain('police')
  })
})

describe('an act that moves what everybody reads', () => {
  const word = (command: string, input: object, capacity: 'prefecture' | 'cell') =>
    heardInAWord(act(command, input), capacity, adult)?.fr ?? null

  it('is told in a word to whoever may not follow it, and to nobody else', () => {
    expect(word('danger.immediate', {}, 'prefecture')).toBe('Danger immédiat')
    expect(word('danger.immediate', {}, 'cell')).toBeNull()
    expect(word('housing.other', {}, 'prefecture')).toBeNull()
  })
  it('is told so for the answer alone that moves it', () => {
    expect(word('housing.recontacted', { news: 'danger' }, 'prefecture')).toBe('Danger immédiat')
    expect(word('housing.recontacted', { news: 'safe' }, 'prefecture')).toBeNull()
  })
})

describe('an answer that an act would give by itself', () => {
  const answers = (command: string) => followedByAllWhoSee(referralClass('prosecutor'), act(command), adult)

  it('is given by none of which somebody who reads it may not know', () => {
    expect(answers('forced.criminality')).toBe(false)
    expect(answers('protection.request')).toBe(false)
    expect(answers('danger.immediate')).toBe(false)
  })
  it('is given by what all who read it may follow', () => {
    expect(answers('procedure.opened')).toBe(true)
    expect(answers('person.inform')).toBe(true)
  })
})

describe('of every act somebody is told', () => {
  it.each(commandTypes.filter((type) => !type.startsWith('clock.')))('%s', (type) => {
    expect(capacitiesHearing(act(type), { ...adult, ageGroup: 'minor' })).not.toEqual([])
  })
  it('and who it asks is asked', () => {
    expect(sentBy('prefecture.request')).toEqual(['prefecture'])
    expect(sentBy('plan.sign')).toEqual([])
  })
})

describe('a referral left to the cell', () => {
  it.each(everyKind.filter((kind) => kindRow(kind).escalatesTo === 'cell'))(
    '%s: the cell may see what it is about, and what its preview tells',
    (kind) => {
      const shown = kindRow(kind).preview.map((fact) => factClasses[fact] as DataClass | null)
      for (const needs of [referralClass(kind), ...shown])
        if (needs) expect(sight['cell'].classes).toContain(needs)
    }
  )
})

it('kinds that answer to one clock are of one class', () => {
  for (const kind of everyKind) {
    const beside = everyKind.filter((one) => kindRow(one).answerWithin === kindRow(kind).answerWithin)
    expect([...new Set(beside.map(referralClass))]).toEqual([referralClass(kind)])
  }
})

describe('where she was met is told to everyone, where she lives to those who may know of her shelter', () => {
  const moved = { ...adult, met: '69', territory: '974', host: 'acse' } as const
  it.each(everyCapacity)('%s', (capacity) => {
    const sees = seesWhole('K', capacity, moved)
    const told = (territory: string) => {
      const sight = sightIn([capacity], { ...unknownFacts, ...moved, territory })
      return [sight.territory, sight.placed, sight.origin]
    }
    expect(told('974')[0]).toBe(sees ? '974' : '69')
    expect(JSON.stringify(told('974')) === JSON.stringify(told('75'))).toBe(!sees)
  })
  it('both kinds of readers are among them', () => {
    expect(new Set(everyCapacity.map((one) => seesWhole('K', one, moved)))).toEqual(new Set([true, false]))
  })
})
