import { describe, expect, it } from 'vitest'
import { preparesProtocol, signatureRefused, signingSide } from '../../policies/protocols.ts'

const cell = { role: 'cell_secretary', orgType: 'cell', territory: '69', accredited: true } as const
const prefecture = { ...cell, role: 'prefecture', orgType: 'prefecture' } as const
const prosecutor = { ...cell, role: 'prosecutor', orgType: 'prosecution' } as const

describe('who prepares and who signs a protocol', () => {
  it.each([
    ['of elsewhere', { ...cell, territory: '75' }],
    ['of no territory', { ...cell, territory: null }],
    ['that is not accredited', { ...cell, accredited: false }],
    ['whose organisation is no cell', { ...cell, orgType: 'association' }],
    ['by a member', { ...cell, role: 'cell_member' }]
  ] as const)('none is prepared by a cell %s', (_what, who) => {
    expect(preparesProtocol(who, '69')).toBe(false)
  })

  it('the secretariat prepares, for its département and each of its courts', () => {
    expect([preparesProtocol(cell, '69'), preparesProtocol(cell, '69.lyon')]).toEqual([true, true])
  })

  it('the prefecture and the prosecution of the place sign, each for its side, and nobody else', () => {
    expect([signingSide(prefecture, '69'), signingSide(prosecutor, '69.lyon')]).toEqual([
      'prefecture',
      'prosecution'
    ])
    for (const who of [
      cell,
      { ...prefecture, territory: '75' },
      { ...prosecutor, accredited: false },
      { ...prosecutor, orgType: 'police' } as const
    ])
      expect(signingSide(who, '69')).toBe(null)
  })
})

describe('a signature', () => {
  const text = { writers: ['w'], given: [{ side: 'prefecture', personId: 'p' }] }
  const refused = (personId: string, side: 'prefecture' | 'prosecution') =>
    signatureRefused(text, { personId, side })?.fr ?? null

  it('is refused to who wrote, to a side that signed, and to who signed for the other side', () => {
    expect(refused('w', 'prosecution')).toContain('Vous avez écrit')
    expect(refused('q', 'prefecture')).toContain('a déjà signé : chaque côté')
    expect(refused('p', 'prosecution')).toContain('pour l’autre côté')
  })

  it('is given by another person of the other side', () => {
    expect(refused('q', 'prosecution')).toBe(null)
  })
})
