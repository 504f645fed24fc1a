import { describe, expect, it } from 'vitest'
import { accessTo } from '../../policies/data-classes.ts'
import { firedBySystem, grants } from '../../policies/grants.ts'
import type { Capacity } from '../../workflows/vocabulary/capacities.ts'
import { commandRow } from '../../workflows/case/commands.ts'
import { notesOf } from '../../workflows/vocabulary/fields.ts'
import type { DataClass } from '../../workflows/vocabulary/vocabulary.ts'
import { allScopes } from '../support/cases.ts'
import { carriedBy } from '../support/lives.ts'

describe('I-04 only the prefecture interrupts, for two reasons', () => {
  const may = () =>
    Object.entries(grants).filter(([, list]) =>
      list.some((grant) => grant.may.includes('reflection.interrupt'))
    )
  it('no other role is granted the act', () => {
    expect(may().map(([role]) => role)).toEqual(['prefecture'])
    expect(firedBySystem).not.toContain('reflection.interrupt')
  })
  it('the reasons are those of the law', () => {
    const { reason } = commandRow('reflection.interrupt').input.properties
    expect(Object.keys(notesOf(reason!)?.choices ?? {})).toEqual(['link_renewed', 'public_order'])
    expect((commandRow('reflection.interrupt').input as { required?: string[] }).required).toContain('reason')
  })
})

describe('I-13 the prefecture sees of justice a coarse word, and nobody of justice sees asylum', () => {
  const closedTo = (capacity: Capacity, dataClass: DataClass) =>
    expect(accessTo(dataClass, capacity, { consents: allScopes, ageGroup: 'adult' }).access).toBe('closed')
  it('no content, no story, no health, no asylum for a prefecture, whatever was agreed', () => {
    for (const dataClass of ['A', 'C', 'D', 'G', 'H', 'I', 'J'] as const) closedTo('prefecture', dataClass)
  })
  it('no asylum for police', () => closedTo('police', 'I'))
})

describe('I-17 withdrawal ends sharing', () => {
  it('what was shared on consent ends in the same act', () => {
    const rule = () =>
      expect(commandRow('consent.withdraw').effects).toEqual([{ type: 'endConsentedSharing' }])
    carriedBy('consent.withdraw', { effects: [] }, rule)
  })
  it.each([
    ['cell', 'B', 'B'],
    ['prefecture', 'B', 'E'],
    ['police', 'C', 'F'],
    ['acse', 'B', 'C'],
    ['shelter', 'B', 'C']
  ] as const)('%s loses class %s with consent %s', (capacity, dataClass, scope) => {
    const facts = (consents: typeof allScopes) => ({ consents, ageGroup: 'adult' as const })
    expect(accessTo(dataClass, capacity, facts([scope])).access).toBe('masked')
    expect(accessTo(dataClass, capacity, facts([]))).toEqual({ access: 'closed', opensWith: scope })
  })
  it('what the law requires needs no consent', () => {
    for (const type of ['concern.report', 'danger.immediate', 'complaint.file'] as const)
      expect(commandRow(type).consent).toBeNull()
  })
})
