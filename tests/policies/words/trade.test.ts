import { describe, expect, it } from 'vitest'
import { daysOf, notesOfTrade } from '../../../server/lists/trade.ts'
import type { ListedRegion } from '../../../workflows/lists/stages.ts'

// What stands in a list beside the state of a case: each from its own fact, and nothing where the fact is not.

type Said = Parameters<typeof notesOfTrade>[1]
const notes = (region: ListedRegion, facts: object) => notesOfTrade(region, facts as Said, 'fr')

const beside: [ListedRegion, object, string][] = [
  ['residence', { documentsAsked: true }, 'pièces demandées'],
  ['residence', { renewalAsked: true }, 'renouvellement demandé'],
  ['residence', { leaveStands: true }, 'obligation de quitter le territoire'],
  ['asylum_housing', { rehousing: true }, 'asile décidé : suite de l’accueil à dire'],
  ['asylum_housing', { children: 2 }, '2 enfants'],
  ['housing', { children: 1 }, '1 enfant'],
  ['housing', { forbiddenZones: ['13', '69'] }, 'à éloigner de : Bouches-du-Rhône, Rhône'],
  ['judicial', { factsTerritory: '69' }, 'faits : Rhône'],
  ['judicial', { protection: true }, 'protection de témoin demandée'],
  ['judicial', { civilParty: true }, 'partie civile'],
  ['minor', { missing: true }, 'recherche en cours'],
  ['minor', { guardianNamed: true }, 'administrateur ad hoc désigné'],
  ['identification', { opinion: 'positive' }, 'un premier avis : motifs raisonnables'],
  ['identification', { opinion: 'insufficient' }, 'un premier avis : éléments insuffisants']
]

describe('what a trade reads beside a case', () => {
  it.each([...new Set(beside.map(([region]) => region))])('is nothing where nothing is so: %s', (region) => {
    const none = Object.assign({}, ...beside.map(([, facts]) => facts)) as Record<string, unknown>
    const not = Object.fromEntries(
      Object.keys(none).map((fact) => [fact, fact === 'forbiddenZones' ? [] : null])
    )
    expect(notes(region, not)).toEqual([])
    expect(notes(region, { sex: 'unknown', children: 0 })).toEqual([])
  })

  it.each(beside)('of %s, with %o: %s', (region, facts, word) => {
    expect(notes(region, facts)).toEqual([word])
  })

  it('counts the signs of each element, and a form that was flagged as one of the purpose', () => {
    const of = { act: 1, means: 2, purpose: 3 }
    const facts = { indicators: { length: 6, of }, forms: ['sexual', 'labour'] }
    expect(notes('identification', facts)).toEqual(['éléments de la traite connus : acte 1, moyen 2, but 5'])
  })
})

describe('the day that a list counts', () => {
  const told = (now: string, runs: object[]) =>
    daysOf(JSON.stringify(runs), { now: new Date(now), zone: 'Europe/Paris', locale: 'fr' })
  const code = 'D-REFLECTION'
  const counted = { code, from: '2026-11-24', until: '2026-12-24', total: 30 }
  const ending = { code: 'D-APS', from: '2026-11-01', until: '2027-05-01', total: null }

  it('is none the day before it begins and the day after the last, nor of what has no days to count', () => {
    expect(told('2026-11-23T11:00:00Z', [counted]).day).toBeNull()
    expect(told('2026-12-25T11:00:00Z', [counted]).day).toBeNull()
    expect(told('2026-11-24T11:00:00Z', [ending]).day).toBeNull()
    expect(told('2026-11-24T11:00:00Z', [])).toEqual({ day: null, ends: [] })
  })

  it('is told from the first to the last, with its bounds', () => {
    const bounds = { of: 30, from: '2026-11-24', until: '2026-12-24' }
    expect(told('2026-11-24T11:00:00Z', [ending, counted]).day).toEqual({ n: 0, ...bounds })
    expect(told('2026-12-24T11:00:00Z', [ending, counted]).day).toEqual({ n: 30, ...bounds })
  })

  it('stands beside the ends of what has no days to count, and of that alone', () => {
    expect(told('2026-11-24T11:00:00Z', [counted, ending]).ends).toMatchObject([{ on: '2027-05-01' }])
    expect(told('2026-11-24T11:00:00Z', [counted]).ends).toEqual([])
  })
})
