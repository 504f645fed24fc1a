import { describe, expect, test } from 'vitest'
import { answers, worksOnCases } from '../../../policies/abilities.ts'
import { roles, type Role } from '../../../policies/actor.ts'
import { demoAccounts } from '../../../server/demo/world/accounts.ts'

const accountRoles = [...new Set(demoAccounts.flatMap(({ role }) => (role ? [role] : [])))]

describe('every desk has its rooms, computed from what its role may do', () => {
  test('only those who watch or administer have no case to work on', () => {
    const idle = (Object.keys(roles) as Role[]).filter((role) => !worksOnCases(role))
    expect(idle.toSorted()).toEqual(['admin', 'dpo', 'miprof', 'oversight', 'system', 'womens_rights'])
    expect(accountRoles.filter(worksOnCases)).toEqual(
      expect.arrayContaining(['prosecutor', 'juvenile_judge', 'ad_hoc_guardian', 'psp', 'health', 'ofii'])
    )
  })

  test.each<[Role, boolean]>([
    ['asso', false],
    ['cell_member', false],
    ['miprof', false],
    ['prosecutor', true],
    ['juvenile_judge', true],
    ['ad_hoc_guardian', true],
    ['child_protection', true],
    ['health', true],
    ['psp', true],
    ['ofii', true],
    ['shelter', true]
  ])('others refer cases to %s: %s', (role, answer) => {
    expect(answers(role)).toBe(answer)
  })
})
