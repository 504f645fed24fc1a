import { describe, expect, it } from 'vitest'
import { roles, type Role } from '../../policies/actor.ts'
import { addMonths } from '../../workflows/calendar/calendar.ts'
import {
  approvalLacking,
  approvalPeriods,
  lacking,
  needs,
  regimes,
  standingOn,
  unrecorded
} from '../../policies/habilitations.ts'
import { grants, flagging } from '../../policies/grants.ts'
import { commandTypes, type CommandType } from '../../workflows/case/commands.ts'

it('an association that is not accredited does not flag, whatever else it holds', () => {
  const others = regimes.filter((regime) => regime !== 'flag')
  for (const role of ['asso', 'shelter', 'school_mediation', 'helpline'] as const)
    expect(lacking('case.flag', role, others)?.fr).toBe('Votre organisation n’est pas habilitée à signaler.')
})

it('being accredited to flag does not designate to inform on reflection', () => {
  expect(lacking('reflection.offer', 'asso', ['flag'])?.fr).toMatch(/^Votre association n’est pas désignée/)
  expect(lacking('reflection.offer', 'asso', ['flag', 'r425_1'])).toBeNull()
})

it('police and public services act by their own office', () => {
  const underRegimes = ['asso', 'shelter', 'school_mediation', 'helpline']
  for (const role of (Object.keys(roles) as Role[]).filter((role) => !underRegimes.includes(role)))
    for (const type of commandTypes) expect(lacking(type, role, [])).toBeNull()
})

it('no other act asks for a regime', () => {
  expect(commandTypes.filter((type) => lacking(type, 'asso', []) !== null).toSorted()).toEqual([
    'case.flag',
    'reflection.offer'
  ])
})

it('an act that needs a regime is one that those roles may do at all', () => {
  for (const [type, need] of Object.entries(needs))
    for (const role of need.of)
      expect(
        type === 'case.flag'
          ? role in flagging
          : grants[role].some(({ may }) => may.includes(type as CommandType))
      ).toBe(true)
})

it('an association is named for the exit programme only while its approval runs: three years, unless it says otherwise', () => {
  const approved = { since: '2023-11-24', until: null }
  expect(approvalLacking(null, '2026-11-24')?.fr).toMatch(/n’est pas agréée/)
  expect(approvalLacking(approved, '2023-11-23')?.fr).toMatch(/n’est pas agréée/)
  expect(approvalLacking(approved, '2026-11-24')).toBeNull()
  expect(approvalLacking(approved, '2026-11-25')?.fr).toMatch(/a pris fin le 24\/11\/2026/)
  expect(approvalLacking({ ...approved, until: '2024-06-30' }, '2024-07-01')?.fr).toMatch(/30\/06\/2024/)
})

it('D-AGR-SIL silence of four months on a complete file approves an association, and no other day does', () => {
  const asked = { since: null, until: null, askedOn: '2026-01-31', completeOn: '2026-02-28' }
  expect(approvalLacking(asked, '2026-06-27')?.fr).toMatch(/n’est pas agréée/)
  expect(approvalLacking(asked, '2026-06-28')).toBeNull()
  expect(approvalLacking(asked, '2029-06-28')).toBeNull()
  expect(approvalLacking(asked, '2029-06-29')?.fr).toMatch(/a pris fin le 28\/06\/2029/)
  // Held to be complete after two months at the latest, whatever is written afterwards.
  const first = (one: Partial<typeof asked>) => approvalPeriods({ ...asked, ...one } as never)[0]?.from
  expect(first({ completeOn: null as never })).toBe('2026-07-31')
  expect(first({ completeOn: '2026-06-01' })).toBe('2026-07-31')
  expect(approvalPeriods({ since: null, until: null })).toEqual([])
  // An answer counts, and not the silence before it; silence on a renewal counts beside the approval it renews.
  expect(first({ since: '2026-03-15' as never })).toBe('2026-03-15')
  const renewed = { since: '2023-11-24', until: null, askedOn: '2026-05-01', completeOn: '2026-05-01' }
  expect(approvalLacking(renewed, '2026-08-31')).toBeNull()
  expect(approvalLacking(renewed, '2027-01-01')).toBeNull()
  expect(approvalLacking(renewed, '2029-09-02')?.fr).toMatch(/a pris fin le 01\/09\/2029/)
})

describe('where a regime stands', () => {
  const given = { since: '2023-11-25', until: null }
  const none = { since: null, until: null }

  it('is nowhere while nobody gave it, and is no approval before silence has lasted', () => {
    expect(standingOn('flag', none, '2026-11-24')).toBeNull()
    const asked = { ...none, askedOn: '2026-10-01' }
    expect(standingOn('psp', asked, '2026-11-24')).toMatchObject({ state: 'asked', bySilence: true })
    expect(standingOn('flag', asked, '2026-11-24')).toBeNull()
  })

  it('ends with the law’s three years where no end was written, for the exit programme alone', () => {
    expect(standingOn('psp', given, '2026-11-24')).toMatchObject({ state: 'inForce', to: '2026-11-25' })
    expect(standingOn('psp', given, '2026-11-26')).toMatchObject({ state: 'ended' })
    expect(standingOn('flag', given, '2036-11-26')).toMatchObject({ state: 'inForce', to: null })
    expect(standingOn('flag', { ...given, until: '2026-01-01' }, '2026-01-02')).toMatchObject({
      state: 'ended'
    })
    expect(standingOn('flag', { ...given, since: '2027-01-01' }, '2026-01-02')).toMatchObject({
      state: 'ahead'
    })
  })

  it('is where the gate that names an association for the programme says it is, on each day', () => {
    const rows = [
      given,
      none,
      { ...given, until: '2024-06-30' },
      { ...none, askedOn: '2024-01-10', completeOn: '2024-02-01' },
      { since: '2021-01-01', until: '2023-12-31', askedOn: '2023-09-01', completeOn: '2023-09-10' },
      { ...none, askedOn: '2024-01-10', until: '2023-01-01' }
    ]
    const days = Array.from({ length: 84 }, (_, month) => addMonths('2021-01-01', month))
    const seen = new Set<boolean>()
    for (const row of rows)
      for (const day of days) {
        const lives = standingOn('psp', row, day)?.state === 'inForce'
        seen.add(lives)
        expect([day, lives]).toEqual([day, approvalLacking(row, day) === null])
      }
    expect(seen).toEqual(new Set([true, false]))
  })
})

it('the right of a civil party is said where it is not recorded, beside the association’s own record, and refuses nothing', () => {
  expect(unrecorded('civil_party.join', 'asso', ['flag'])?.fr).toMatch(/2-22/)
  expect(unrecorded('civil_party.join', 'asso', ['civil_party'])).toBeNull()
  expect(unrecorded('civil_party.join', 'prosecutor', [])).toBeNull()
  expect(lacking('civil_party.join', 'asso', [])).toBeNull()
})
