import { createMongoAbility } from '@casl/ability'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { abilityFor, asCase, type Policy } from '../../policies/abilities.ts'
import { roles, type Role } from '../../policies/actor.ts'
import { decidedInSession, firedBySystem, flagging, grants } from '../../policies/grants.ts'
import { capacities, type Capacity } from '../../workflows/vocabulary/capacities.ts'
import { commandRow, commandTypes } from '../../workflows/case/commands.ts'
import { kinds } from '../../workflows/referral/kinds/kinds.ts'
import { asRole } from '../support/cases.ts'

const everyRole = Object.keys(roles) as Role[]
const everyCapacity = Object.keys(capacities) as Capacity[]
const given = Object.values(grants).flat()
const granted = new Set(given.flatMap(({ may }) => may))

describe('every act', () => {
  it.each(commandTypes.filter((type) => commandRow(type).offered))(
    '%s, which a button offers, is granted to someone',
    (type) => {
      expect(granted).toContain(type)
    }
  )

  it.each(
    commandTypes.filter(
      (type) =>
        !commandRow(type).offered &&
        type !== 'case.flag' &&
        !(decidedInSession as readonly string[]).includes(type)
    )
  )('%s, which no button offers, is fired by the system and granted to nobody else', (type) => {
    expect(firedBySystem).toContain(type)
    expect(granted).not.toContain(type)
    for (const role of everyRole.filter((role) => role !== 'system'))
      for (const capacity of everyCapacity) {
        const actor = asRole(role)
        expect(abilityFor(actor).can(type, asCase({ participants: [actor.orgId], capacity }))).toBe(false)
      }
  })

  it('a decision of a meeting is carried by the secretary of its cell and by nobody else, and no button offers it', () => {
    for (const type of decidedInSession) {
      expect(commandRow(type).offered).toBe(false)
      const carriers = everyRole.flatMap((role) =>
        grants[role].filter(({ may }) => may.includes(type)).map(({ as }) => [role, as])
      )
      expect(carriers).toEqual([['cell_secretary', 'cell']])
    }
  })

  it('who is held is written down by whoever is shown the paper: who decides it, who is told of it and who defends the person', () => {
    const holders = (type: 'held.record' | 'held.judged' | 'held.ended') =>
      everyRole.flatMap((role) =>
        grants[role].filter(({ may }) => (may as readonly string[]).includes(type)).map(({ as }) => as)
      )
    const expected = ['referent', 'lawyer', 'prefecture', 'police', 'prosecutor', 'ofii', 'ad_hoc_guardian']
    for (const type of ['held.record', 'held.judged', 'held.ended'] as const)
      expect(holders(type)).toEqual(expect.arrayContaining(expected))
    expect(holders('held.record')).not.toContain('health')
    expect(holders('held.record')).not.toContain('cell_member')
  })

  it('the system fires nothing that a button offers', () => {
    for (const type of firedBySystem) expect(commandRow(type).offered).toBe(false)
    for (const type of granted) expect(abilityFor(asRole('system')).can(type, 'Case')).toBe(false)
  })

  it('flagging opens a case: nobody is granted it inside one', () => {
    expect(granted).not.toContain('case.flag')
    const may = everyRole.filter((role) => abilityFor(asRole(role)).can('case.flag', 'Case'))
    expect(may.toSorted()).toEqual(Object.keys(flagging).toSorted())
  })
})

describe('every capacity', () => {
  it('may act in some role', () => {
    expect(everyCapacity.filter((capacity) => !given.some(({ as }) => as === capacity))).toEqual([])
  })

  it('is given by flagging, an invitation or an accepted referral', () => {
    const invited = commandTypes.flatMap((type) =>
      commandRow(type).effects.flatMap((effect) => (effect.type === 'invite' ? [effect.capacity] : []))
    )
    const sources = new Set([
      ...Object.values(flagging),
      ...invited,
      ...Object.values(kinds).map(({ capacity }) => capacity)
    ])
    expect(everyCapacity.filter((capacity) => !sources.has(capacity))).toEqual([])
  })

  it('that flagging gives is one in which the role may act', () => {
    const idle = (Object.entries(flagging) as [Role, Capacity][]).filter(
      ([role, as]) => !grants[role].some((grant) => grant.as === as)
    )
    expect(idle).toEqual([])
  })
})

describe('rules only allow', () => {
  it.each(everyRole)('%s: no rule takes anything away', (role) => {
    expect(abilityFor(asRole(role)).rules.filter(({ inverted }) => inverted)).toEqual([])
  })

  it('so that their order never matters', () => {
    const verdicts = (policy: Policy, orgId: string) =>
      commandTypes.flatMap((type) =>
        everyCapacity.map((capacity) => policy.can(type, asCase({ participants: [orgId], capacity })))
      )
    fc.assert(
      fc.property(fc.constantFrom(...everyRole), fc.gen(), (role, draw) => {
        const actor = asRole(role)
        const policy = abilityFor(actor)
        const rules = draw(() => fc.shuffledSubarray(policy.rules, { minLength: policy.rules.length }))
        expect(verdicts(createMongoAbility(rules) as Policy, actor.orgId)).toEqual(
          verdicts(policy, actor.orgId)
        )
      }),
      { seed: 8, numRuns: 40 }
    )
  })

  it('a grant is written once', () => {
    for (const role of everyRole)
      for (const { may } of grants[role]) expect(new Set(may).size).toBe(may.length)
  })
})
