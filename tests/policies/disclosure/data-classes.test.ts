import { describe, expect, it } from 'vitest'
import { accessTo, maySee, scopesShownTo, seesWhole, sight } from '../../../policies/data-classes.ts'
import { kinds, type KindRow } from '../../../workflows/referral/kinds/kinds.ts'
import { capacities, type Capacity } from '../../../workflows/vocabulary/capacities.ts'
import { dataClasses, sealedClasses, type DataClass } from '../../../workflows/vocabulary/vocabulary.ts'
import { allScopes } from '../../support/cases.ts'

const everyCapacity = Object.keys(capacities) as Capacity[]
const referralRows: KindRow[] = Object.values(kinds)
const everyClass = Object.keys(dataClasses) as DataClass[]
const adult = (consents = allScopes) => ({ consents, ageGroup: 'adult' as const })
const child = { consents: [], ageGroup: 'minor' as const }

/** What the mechanism lets each capacity see at most, written out here a second time so that no row of a recipient can widen it unseen. */
const table: Partial<Record<Capacity, string>> = {
  referent: 'ABCDEFHIJKL',
  flagger: 'L',
  cell: 'BCDEFKL',
  cell_member: 'BDEFKL',
  prefecture: 'BEFKL',
  police: 'BCDEFG',
  acse: 'ABCDEFHIKL',
  shelter: 'ABCEFHIKL',
  child_protection: 'ABCDEFHIJKL',
  prosecutor: 'BCDEFGJKL',
  labour: 'BCDFG',
  ofii: 'ABDEIKL',
  dna_centre: 'ABCEFHIKL',
  minor_shelter: 'ABCEFHKL',
  juvenile_judge: 'ABCDEFHIJKL',
  ad_hoc_guardian: 'BCDEFGHIJKL',
  health: 'BH',
  // The table says nothing of a lawyer, who speaks for the person.
  lawyer: 'BCEFJ'
}

/** Of whom the table says nothing, no more is seen than who she is and the class of what is asked of them. */
const ownPart = (capacity: Capacity) =>
  'B' + referralRows.flatMap((row) => (row.capacity === capacity ? row.dataClass : [])).join('')

/** Wider than the table, and why. */
const wider: Partial<Record<Capacity, string>> = {
  // Whoever flagged reads again what it saw.
  flagger: 'D'
}

describe('what each capacity sees', () => {
  it.each(everyCapacity)('%s: nothing beyond the mechanism’s table', (capacity) => {
    const most = new Set((table[capacity] ?? ownPart(capacity)) + (wider[capacity] ?? ''))
    expect(sight[capacity].classes.filter((dataClass) => !most.has(dataClass))).toEqual([])
  })

  it.each(Object.entries(wider))('%s: what is wider than the table is known', (capacity, extra) => {
    const beyond = sight[capacity as Capacity].classes.filter(
      (dataClass) => !table[capacity as Capacity]?.includes(dataClass)
    )
    expect(beyond.join('')).toBe(extra)
  })

  it('the place where she sleeps is for the desk, who houses her and the referent', () => {
    const knowing = everyCapacity.filter((capacity) => maySee('A', capacity, adult()))
    expect(knowing.toSorted()).toEqual(['acse', 'dna_centre', 'referent', 'shelter'])
  })

  it('and a minor’s for those who place and protect, not for the guardian nor the prosecutor', () => {
    const more = everyCapacity.filter(
      (capacity) => maySee('A', capacity, child) && !maySee('A', capacity, adult())
    )
    expect(more.toSorted()).toEqual(['child_protection', 'juvenile_judge', 'minor_shelter'])
  })

  it('needs and care are for her referent, and for who protects a child; aggregates are read in no case by anyone', () => {
    expect(everyCapacity.filter((capacity) => maySee('H', capacity, adult()))).toEqual(['referent'])
    expect(everyCapacity.filter((capacity) => maySee('H', capacity, child)).sort()).toEqual([
      'ad_hoc_guardian',
      'child_protection',
      'juvenile_judge',
      'minor_shelter',
      'referent'
    ])
    expect(everyCapacity.filter((capacity) => maySee('L', capacity, child))).toEqual([])
  })

  it('asylum is for the referent and for who houses by it; never for the prefecture nor the prosecutor', () => {
    expect(everyCapacity.filter((capacity) => maySee('I', capacity, adult()))).toEqual([
      'referent',
      'ofii',
      'dna_centre'
    ])
  })

  it('OFII knows of asylum by her agreement to a place of the scheme, not by that to her return', () => {
    expect(maySee('I', 'ofii', adult(['A', 'H']))).toBe(false)
    expect(maySee('I', 'ofii', adult(['A', 'D']))).toBe(true)
  })

  it('what belongs to no class is for everyone who takes part', () => {
    for (const capacity of everyCapacity)
      expect(maySee(null, capacity, adult([])) && seesWhole(null, capacity, adult([]))).toBe(true)
  })
})

describe('the prefecture', () => {
  it('sees no story, no indicators, no health, no asylum and no judicial content', () => {
    for (const dataClass of ['A', 'C', 'D', 'G', 'H', 'I', 'J'] as const)
      expect(maySee(dataClass, 'prefecture', child)).toBe(false)
  })
  it('sees housing and justice as one coarse word, residence whole', () => {
    expect(sight.prefecture.coarse).toEqual(['F', 'K'])
    for (const dataClass of ['F', 'K'] as const) {
      expect(maySee(dataClass, 'prefecture', adult())).toBe(true)
      expect(seesWhole(dataClass, 'prefecture', adult())).toBe(false)
    }
    expect(seesWhole('E', 'prefecture', adult())).toBe(true)
  })
  it('sees coarsely, and so do the ordinary housing schemes alone', () => {
    expect(everyCapacity.filter((capacity) => sight[capacity].coarse.length > 0)).toEqual([
      'siao',
      'chrs',
      'prefecture'
    ])
  })
})

describe('consent', () => {
  it('missing closes the class, and says which one would open it', () => {
    expect(accessTo('B', 'prefecture', adult(['A', 'B', 'C']))).toEqual({ access: 'closed', opensWith: 'E' })
    expect(accessTo('C', 'cell', adult([]))).toEqual({ access: 'closed', opensWith: 'B' })
  })
  it('never opens a class that the capacity may not see', () => {
    expect(accessTo('C', 'prefecture', adult())).toEqual({ access: 'closed', opensWith: null })
  })
  it('is waited for by all who may learn who she is, but for who accompanies her or protects children, and the prosecutor', () => {
    for (const ageGroup of ['minor', 'doubt', 'adult'] as const) {
      const knowing = everyCapacity.filter((one) => maySee('B', one, { consents: allScopes, ageGroup }))
      const atOnce = knowing.filter((one) => maySee('B', one, { consents: [], ageGroup }))
      const protecting =
        ageGroup === 'adult'
          ? []
          : ['ad_hoc_guardian', 'cell', 'child_protection', 'health', 'juvenile_judge', 'minor_shelter']
      expect(knowing.length).toBeGreaterThan(atOnce.length)
      expect(atOnce.toSorted()).toEqual([...protecting, 'prosecutor', 'referent'])
    }
  })
  it('is not waited for by those who protect a minor, nor by the police while she is searched for', () => {
    for (const ageGroup of ['minor', 'doubt'] as const) {
      const seesWithout = (capacity: Capacity, missing = false) =>
        (['B', 'C'] as const).map((dataClass) =>
          maySee(dataClass, capacity, { consents: [], ageGroup, missing })
        )
      for (const capacity of ['cell', 'child_protection', 'juvenile_judge', 'prosecutor'] as const)
        expect([capacity, seesWithout(capacity)]).toEqual([capacity, [true, true]])
      expect(seesWithout('police')).toEqual([false, false])
      expect(seesWithout('police', true)).toEqual([true, true])
    }
    expect(maySee('B', 'police', { consents: [], ageGroup: 'adult', missing: true })).toBe(false)
  })
  it('is asked only for classes that the capacity may see', () => {
    for (const capacity of everyCapacity)
      for (const dataClass of Object.keys(sight[capacity].consent))
        expect(sight[capacity].classes).toContain(dataClass)
  })
})

describe('a sealed class', () => {
  it('is never simply open: it is read one audited time after another', () => {
    for (const capacity of everyCapacity)
      for (const dataClass of sealedClasses)
        expect(accessTo(dataClass, capacity, child).access).not.toBe('open')
  })
  it('what is not sealed is read without asking', () => {
    for (const capacity of everyCapacity)
      for (const dataClass of everyClass.filter(
        (one) => !(sealedClasses as readonly DataClass[]).includes(one)
      ))
        expect(accessTo(dataClass, capacity, child).access).not.toBe('masked')
  })
})

describe('a consent is told only to who may know what it opens', () => {
  it('the prefecture and the police read nothing of Ac.Sé, asylum, care or leaving', () => {
    for (const capacity of ['prefecture', 'flagger'] as const)
      for (const scope of ['C', 'D', 'G', 'H'] as const)
        expect(scopesShownTo(capacity, adult())).not.toContain(scope)
    expect(scopesShownTo('prefecture', adult())).toContain('E')
    expect(scopesShownTo('police', adult())).not.toContain('C')
  })
  it('whoever rests on it reads it, and who accompanies her reads all', () => {
    expect(scopesShownTo('shelter', adult())).toContain('C')
    expect(scopesShownTo('health', adult())).toContain('G')
    expect(scopesShownTo('ofii', adult())).toContain('D')
    expect(scopesShownTo('referent', adult())).toEqual(['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'J'])
  })
})
