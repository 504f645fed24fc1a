import { describe, expect, it } from 'vitest'
import { september2026 } from '../../../workflows/configuration/versions/2026-09.ts'
import { rulesUnder } from '../../../workflows/meeting/quorum.ts'
import { kindsGone, recusedBecause, withoutKinds } from '../../../workflows/meeting/recusal.ts'
import { quorumUnmet } from '../../../workflows/meeting/tally.ts'
import { withdrawalOf } from '../../../workflows/meeting/withdrawal.ts'

const builtInRules = rulesUnder({ ...september2026, decidesBy: 'majority' })
const seat = (personId: string, orgType = 'association', orgId = `org-${orgType}`) => ({
  ...{ personId, orgId, orgType }
})
const nobody = { flaggedBy: null, referents: [] }
const left = (personId: string, whole = false, orgId = 'org-association') => ({
  ...nobody,
  withdrawn: [{ personId, orgId, whole }]
})

describe('who withdrew from a case', () => {
  it('is one person, or all of an institution, each in words of their own', () => {
    expect(recusedBecause(seat('b'), left('a'))).toBeNull()
    expect(recusedBecause(seat('a'), left('a'))?.fr).toMatch(/^Votre retrait/)
    expect(recusedBecause(seat('b'), left('a', true))?.fr).toMatch(/^Votre institution/)
    expect(recusedBecause(seat('c', 'police'), left('a', true))).toBeNull()
    for (const close of [left('a'), left('b', true)])
      expect(JSON.stringify(recusedBecause(seat('a'), close, 'other'))).not.toMatch(/vous|votre|you/i)
  })

  it('is kept by their own withdrawal before that of their institution', () => {
    const withdrawn = [...left('b', true).withdrawn, ...left('a').withdrawn]
    expect(withdrawalOf(seat('a'), { withdrawn })).toMatchObject({ personId: 'a', whole: false })
    expect(withdrawalOf(seat('c'), { withdrawn })).toMatchObject({ personId: 'b', whole: true })
    expect(withdrawalOf(seat('a'), {})).toBeNull()
  })

  it('leaves their voice to one alternate, there and nowhere else', () => {
    const alternate = { ...seat('z'), standsIn: true }
    expect(recusedBecause(alternate, nobody)?.fr).toMatch(/^Suppléance : vous votez/)
    expect(recusedBecause(alternate, nobody, 'other')?.fr).toMatch(/^Suppléance : ne vote que/)
    expect(recusedBecause(alternate, left('a', false, 'org-police'))).not.toBeNull()
    expect(recusedBecause(alternate, left('a'))).toBeNull()
  })
})

describe('a kind that the quorum asks for', () => {
  const { quorum } = builtInRules

  it('is gone where nobody of those called may vote and one of them withdrew', () => {
    const [a, b] = [seat('a'), seat('b', 'association', 'org-b')]
    expect(kindsGone([], left('a'), quorum)).toEqual([])
    expect(kindsGone([a, b], left('a'), quorum)).toEqual([])
    expect(kindsGone([a], left('a'), quorum)).toEqual(['association'])
    const flagged = { ...left('a'), flaggedBy: { personId: 'b', orgId: 'org-b' } }
    expect(kindsGone([a, b], flagged, quorum)).toEqual(['association'])
    // Who flagged may speak: a cell that has no other of its kind waits.
    expect(kindsGone([b], { ...flagged, withdrawn: [] }, quorum)).toEqual([])
    expect(kindsGone([seat('p', 'police')], left('p', false, 'org-police'), quorum)).toEqual([])
  })

  it('is not waited for there, which is said; the numbers are', () => {
    const present = [seat('p', 'police'), seat('h', 'health'), seat('c', 'ase')]
    const question = { present, recused: new Set<string>(), votes: [], rules: builtInRules }
    expect(quorumUnmet(question)?.fr).toContain('Il manque : associations')
    expect(quorumUnmet({ ...question, without: ['association'] })).toBeNull()
    const two = { ...question, present: present.slice(1), without: ['association'] as const }
    expect(quorumUnmet(two)?.fr).toContain('2 membres sur 3')
    expect(withoutKinds([])).toBeNull()
    expect(withoutKinds(['association', 'police'])?.en).toBe(
      'Quorum counted without: associations, police and gendarmerie (withdrawn for a conflict of interest).'
    )
  })
})
