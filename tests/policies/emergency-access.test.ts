import { describe, expect, it } from 'vitest'
import { abilityFor, asCase, asOpening } from '../../policies/abilities.ts'
import { roles, type Role } from '../../policies/actor.ts'
import { sight } from '../../policies/data-classes.ts'
import {
  emergencySight,
  mayEverOpen,
  openable,
  type OpeningSubject
} from '../../policies/emergency-access.ts'
import { holds } from '../../policies/grants.ts'
import { capacities, type Capacity } from '../../workflows/vocabulary/capacities.ts'
import type { Facts } from '../../workflows/facts/facts.ts'
import { emergencyClasses } from '../../workflows/case/emergency-access.ts'
import { dataClasses } from '../../workflows/vocabulary/vocabulary.ts'
import { asRole, readyFacts } from '../support/cases.ts'

const everyRole = Object.keys(roles) as Role[]
const everyCapacity = Object.keys(capacities) as Capacity[]
const silent = { ...readyFacts, consents: [] }
const endangered: Facts = { ...silent, danger: 'immediate' }
const opens = (role: Role, as: Capacity, facts: Facts = endangered) =>
  openable(role, { as, held: [as], facts, dangerToldByAnother: true })

describe('an emergency opens nothing', () => {
  it('of any class but the place, the identity and the account', () => {
    const opened = new Set(everyRole.flatMap((role) => everyCapacity.flatMap((as) => opens(role, as))))
    expect([...opened].toSorted()).toEqual(['A', 'B', 'C'])
    expect(
      Object.keys(dataClasses).filter((one) => !(emergencyClasses as readonly string[]).includes(one))
    ).toEqual(['D', 'E', 'F', 'G', 'H', 'I', 'J', 'K', 'L'])
  })

  it('to a role that speaks for nobody in that capacity, nor to a link, the clock, or those who read no case', () => {
    for (const role of everyRole)
      for (const as of everyCapacity)
        if (!holds(role, as) || ['external', 'system', 'miprof', 'admin', 'dpo'].includes(role))
          expect([role, as, opens(role, as)]).toEqual([role, as, []])
  })

  it('to an organisation that takes no part', () => {
    for (const role of everyRole)
      for (const as of everyCapacity)
        expect(openable(role, { as, held: [], facts: endangered, dangerToldByAnother: true })).toEqual([])
  })

  it.each([
    'prefecture',
    'prosecutor',
    'ofii',
    'cell_member',
    'exit_programme',
    'lawyer',
    'child_protection',
    'minor_shelter',
    'juvenile_judge',
    'ad_hoc_guardian'
  ] as const)('to a %s', (capacity) => {
    expect(emergencySight[capacity]).toEqual([])
  })

  it('that is open or may be asked for already, be it by another capacity of the same organisation', () => {
    expect(opens('police', 'police', { ...endangered, consents: ['F'] })).toEqual(['A'])
    expect(
      openable('asso', {
        as: 'flagger',
        held: ['flagger', 'referent'],
        facts: endangered,
        dangerToldByAnother: true
      })
    ).toEqual([])
    expect(opens('cell_secretary', 'cell', { ...endangered, ageGroup: 'minor' })).toEqual([])
  })

  it('of the place where she sleeps, but to the police while her danger is recorded as immediate', () => {
    for (const danger of ['none', 'possible'] as const)
      expect(opens('police', 'police', { ...silent, danger })).toEqual(['B', 'C'])
    const alone = { as: 'police', held: ['police'], facts: endangered, dangerToldByAnother: false } as const
    expect(openable('police', alone)).toEqual(['B', 'C'])
    const locating = everyRole.flatMap((role) =>
      everyCapacity.filter((as) => opens(role, as).includes('A')).map((as) => `${role} ${as}`)
    )
    expect(locating).toEqual(['police police'])
  })
})

describe('an emergency opens', () => {
  it('to each role and capacity, what its row says and its own sight does not already show', () => {
    const shown = everyRole.flatMap((role) =>
      everyCapacity.flatMap((as) => {
        const classes = opens(role, as)
        return classes.length > 0 ? [`${role} as ${as}: ${classes.join('')}`] : []
      })
    )
    expect(shown).toEqual(
      [
        'asso as flagger: B',
        'school as flagger: B',
        'school_mediation as flagger: B',
        'prison as flagger: B',
        'probation as flagger: B',
        'helpline as flagger: B',
        'cell_secretary as cell: BC',
        'police as police: ABC',
        'labour_inspection as labour: B',
        'acse_desk as acse: B',
        'shelter as shelter: BC',
        'shelter as dna_centre: BC',
        'child_protection as flagger: B',
        'ofii as flagger: B',
        'health as flagger: B',
        'health as health: B'
      ].toSorted(
        (a, b) => everyRole.indexOf(a.split(' ')[0] as Role) - everyRole.indexOf(b.split(' ')[0] as Role)
      )
    )
  })

  it('nothing that its row repeats of a sight without condition', () => {
    for (const as of everyCapacity) {
      const { classes, consent } = sight[as]
      const own = classes.filter((one) => !consent[one])
      expect([as, emergencySight[as].filter((one) => own.includes(one))]).toEqual([as, []])
    }
  })

  it('by an act that the policy grants in those capacities alone', () => {
    for (const role of everyRole)
      for (const capacity of everyCapacity) {
        const actor = asRole(role)
        const granted = abilityFor(actor).can('glass.open', asCase({ participants: [actor.orgId], capacity }))
        expect([role, capacity, granted]).toEqual([role, capacity, mayEverOpen(role).includes(capacity)])
        expect(abilityFor(actor).can('glass.open', asCase({ participants: ['others'], capacity }))).toBe(
          false
        )
      }
  })
})

describe('the second person', () => {
  const opener = { ...asRole('shelter'), personId: 'one', orgId: 'house' }
  const opening: OpeningSubject = {
    personId: 'one',
    orgId: 'house',
    capacity: 'shelter',
    confirmOrgId: 'house',
    toldOrgs: ['asso'],
    toldAs: 'referent'
  }
  const settles = (actor: ReturnType<typeof asRole>, different: Partial<OpeningSubject> = {}) =>
    abilityFor(actor).can('glass.settle', asOpening({ ...opening, ...different }))
  const reads = (actor: ReturnType<typeof asRole>) => abilityFor(actor).can('read', asOpening(opening))

  it('is never who opened, nor a stranger, nor a colleague in another capacity, nor who is told, nor the officer', () => {
    const colleague = { ...opener, personId: 'two' }
    expect(settles(opener)).toBe(false)
    expect(settles({ ...colleague, orgId: 'other' })).toBe(false)
    expect(settles({ ...colleague, role: 'cell_member' })).toBe(false)
    expect(settles({ ...asRole('asso'), orgId: 'asso' })).toBe(false)
    expect(settles({ ...asRole('dpo'), orgId: 'house' })).toBe(false)
    expect(settles({ ...colleague, accredited: false })).toBe(false)
    expect(settles(colleague)).toBe(true)
  })

  it('is of the cell where the organisation has nobody else', () => {
    const cell = { ...asRole('cell_secretary'), personId: 'two', orgId: 'cell' }
    expect(settles(cell)).toBe(false)
    expect(settles(cell, { confirmOrgId: 'cell' })).toBe(true)
    expect(settles({ ...cell, personId: 'one' }, { confirmOrgId: 'cell' })).toBe(false)
    expect(settles({ ...cell, role: 'cell_member' }, { confirmOrgId: 'cell' })).toBe(false)
  })

  it('and who opened, their colleagues, who is told and the officer know of it; nobody else does', () => {
    expect(reads(opener)).toBe(true)
    expect(reads({ ...opener, personId: 'two' })).toBe(true)
    expect(reads({ ...asRole('asso'), orgId: 'asso' })).toBe(true)
    expect(reads({ ...asRole('dpo'), orgId: 'platform' })).toBe(true)
    for (const role of everyRole.filter((one) => one !== 'dpo'))
      expect([role, reads({ ...asRole(role), personId: 'x', orgId: 'elsewhere' })]).toEqual([role, false])
    expect(reads({ ...asRole('health'), orgId: 'asso' })).toBe(false)
  })
})
