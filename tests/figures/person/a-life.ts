import type { Act, Life } from '../../../figures/person/life.ts'

/** A person flagged in Mayotte in March 2026, of whom nothing else is known; `acts`: what was done, and on which day after. */
export const aLife = ({
  acts = [],
  ...given
}: Partial<Omit<Life, 'acts'>> & { acts?: [string, number, string?][] } = {}): Life => ({
  openedAt: '2026-03-10T09:00:00.000Z',
  territory: '976',
  registrar: null,
  registrarRole: 'asso',
  takenOver: false,
  facts: {},
  referrals: [],
  clocks: [],
  ...given,
  regions: {
    identification: 'flagged',
    housing: 'unassessed',
    residence: 'unknown',
    judicial: 'none',
    minor: 'not_applicable',
    closure: 'open',
    ...given.regions
  },
  acts: acts.map(([command, daysAfter, role = 'asso']): Act => ({
    command,
    role,
    at: new Date(
      Date.parse(given.openedAt ?? '2026-03-10T09:00:00.000Z') + daysAfter * 86_400_000
    ).toISOString()
  }))
})
