import { describe, expect, it } from 'vitest'
import { addDays } from '../../../workflows/calendar/calendar.ts'
import { standingOn, type Approval, type Regime } from '../../../policies/habilitations.ts'
import { prolonged } from '../../../policies/organisations/prolonging.ts'

const today = '2026-11-30'
const none = { since: null, until: null, askedOn: null, completeOn: null }
const running = { ...none, since: '2026-02-16', until: '2027-02-15' }
const next = { ...none, since: '2027-02-16', until: '2028-02-15' }
const over = (given: Partial<Approval>, held: Approval | null = running, regime: Regime = 'flag') =>
  prolonged(regime, { ...none, ...given }, held, today)
const refused = (given: Partial<Approval>, held?: Approval, regime?: Regime) =>
  over(given, held, regime).refused?.fr ?? null
const days = (given: Partial<Approval>, held?: Approval | null, regime?: Regime) => {
  const found = over(given, held, regime)
  return found.refused === null ? found.days : found.refused.fr
}

describe('what would stop a regime that runs is refused', () => {
  it('a start behind a gap, in words that say from which day', () => {
    expect(refused({ since: '2027-02-17' })).toMatch(/jusqu’au 15\/02\/2027.* à partir du 16\/02\/2027/)
    expect(refused(next)).toBeNull()
  })

  it('an end that has passed, which is no prolongation', () => {
    expect(refused({ since: '2026-01-01', until: addDays(today, -1) })).toContain('retirez-le')
    expect(refused({ since: '2026-01-01', until: today })).toBeNull()
  })

  it('of an approval: a request that its decision answered, or that bears an end', () => {
    expect(refused({ askedOn: running.since }, running, 'psp')).toContain('déposée après ce jour')
    const asked = addDays(running.since, 1)
    expect(refused({ askedOn: asked, until: '2029-01-01' }, running, 'psp')).toContain('Laissez-la vide')
    expect(refused({ askedOn: asked }, running, 'psp')).toBeNull()
  })
})

describe('what follows without a gap', () => {
  it('keeps the start of what runs: the right is there the eve, the day of the change and the morrow', () => {
    const merged = days(next) as Approval
    expect(merged).toEqual({ ...next, since: running.since })
    for (const day of [today, running.until, next.since, addDays(next.since, 1), next.until])
      expect([day, standingOn('flag', merged, day)?.state]).toEqual([day, 'inForce'])
    expect(standingOn('flag', merged, addDays(next.until, 1))?.state).toBe('ended')
    // What was written before: nothing on the day on which it was agreed.
    expect(standingOn('flag', next, today)?.state).toBe('ahead')
  })

  it('may end sooner, or never, and may start sooner than what runs', () => {
    expect(days({ since: '2026-12-01', until: '2026-12-31' })).toMatchObject({
      ...{ since: running.since, until: '2026-12-31' }
    })
    expect(days({ since: '2026-12-01' })).toMatchObject({ since: running.since, until: null })
    expect(days({ since: '2026-01-01', until: '2027-06-30' })).toMatchObject({ since: '2026-01-01' })
    expect(days({ since: '2099-01-01' }, { ...running, until: null })).toMatchObject({ since: running.since })
  })

  it('keeps it as well where it is agreed on after the day of the change', () => {
    const ended = { ...none, since: '2025-11-20', until: '2026-11-19' }
    expect(days({ since: '2026-11-20' }, ended)).toMatchObject({ since: '2025-11-20' })
    expect(days({ since: '2026-11-21' }, ended)).toMatchObject({ since: '2026-11-21' })
  })

  it('is written as it was given where nothing runs', () => {
    expect(days(next, null)).toEqual(next)
    expect(days(next, { ...none, since: '2027-01-01' })).toEqual(next)
  })
})

describe('an approval for the exit programme', () => {
  it('that names no end has the years of the law from the start that was given', () => {
    expect(days({ since: next.since }, running, 'psp')).toMatchObject({
      ...{ since: running.since, until: '2030-02-16' }
    })
  })

  it('runs on while its renewal is asked for, and silence renews it as it would have', () => {
    const merged = days({ askedOn: '2026-11-01' }, running, 'psp') as Approval
    expect(merged).toEqual({ ...running, askedOn: '2026-11-01' })
    expect(standingOn('psp', merged, today)?.state).toBe('inForce')
    expect(standingOn('psp', merged, '2027-05-01')).toMatchObject({ state: 'inForce', bySilence: true })
  })

  it('that silence gave goes on too, and what answered a request is not renewed by it', () => {
    const silent = { ...none, askedOn: '2025-06-01' }
    expect(days({ since: '2027-01-01', until: '2030-01-01' }, silent, 'psp')).toMatchObject({
      ...{ since: '2025-12-01', until: '2030-01-01', askedOn: null }
    })
    expect(days({ ...next, askedOn: '2026-09-01' }, running, 'psp')).toMatchObject({ askedOn: null })
  })
})
