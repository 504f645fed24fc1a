import { describe, expect, it } from 'vitest'
import type { Acquainted } from '../../../policies/names.ts'
import { namesFor, type Services } from '../../../server/disclosure/names.ts'
import { isTheirs } from '../../../server/disclosure/ownership.ts'
import { asRole } from '../../support/cases.ts'

// Which services have a name for a reader, and whose place is whose: of one that has none nothing else is said either.

const services: Services = new Map(
  (
    [
      ['own', 'association'],
      ['other', 'association'],
      ['cell', 'cell'],
      ['house', 'shelter'],
      ['empty-house', 'shelter', true],
      ['empty', 'association', true]
    ] as const
  ).map(([id, type, empty = false]) => [id, { id, type, name: `Nom de ${id}`, empty }])
)
const reader: Acquainted = { orgId: 'own', placed: true, origin: true, told: [], house: null }
const names = (different: Partial<Acquainted> = {}) => namesFor(services, { ...reader, ...different }, 'fr')
const doing = { role: 'shelter', command: 'contact.note' }

describe('a service that has no name for a reader', () => {
  it('is another service, whose role is not said, nor whether somebody reads there', () => {
    expect(names().of('house')).toBe('Un autre service')
    expect(names().by({ orgId: 'house', ...doing })).toEqual({ organisation: 'Un autre service', role: '' })
    expect(names().isEmpty('empty-house')).toBe(false)
    expect([names().isNamed('house'), names().isKnown('house')]).toEqual([false, false])
    for (const id of [null, 'nobody-knows']) expect(names().of(id)).toBe('Un autre service')
  })

  it('is the cell, which is known and acts in its role, where only its place is not told', () => {
    const away = names({ placed: false })
    expect([away.of('cell'), away.isNamed('cell'), away.isKnown('cell')]).toEqual(['La cellule', false, true])
    expect(away.by({ orgId: 'cell', role: 'cell_secretary', command: 'triage.start' }).role).not.toBe('')
  })
})

describe('a service that has a name', () => {
  it('is told by it, and whether somebody reads there', () => {
    expect(names().of('other')).toBe('Nom de other')
    expect([names().isEmpty('empty'), names().isEmpty('other')]).toEqual([true, false])
    expect(names({ house: 'house' }).of('house')).toBe('Nom de house')
  })

  it('is none where time itself acted', () => {
    expect(names().by({ orgId: null, role: 'system', command: 'clock.passed' }).organisation).toBe(
      'Délai échu'
    )
  })
})

describe('whose a place is', () => {
  const [azur, ouest] = [
    { house: 'org-shelter', pool: 'acse' },
    { house: 'org-ouest', pool: 'acse' }
  ] as const
  const seat = { house: 'org-centre', pool: 'dna' } as const

  it('a house ends no place of another, unless it accompanies her', () => {
    const shelter = asRole('shelter')
    expect(isTheirs(ouest, shelter, false)).toBe(false)
    expect(isTheirs(azur, shelter, false)).toBe(true)
    expect(isTheirs(ouest, shelter, true)).toBe(true)
  })

  it('a desk ends those of its pool, in whichever house, and no other; whoever accompanies her ends all', () => {
    const desk = asRole('acse_desk')
    expect([azur, ouest, seat].map((stay) => isTheirs(stay, desk, false))).toEqual([true, true, false])
    expect([azur, ouest, seat].map((stay) => isTheirs(stay, asRole('asso'), false))).toEqual([
      true,
      true,
      true
    ])
  })
})
