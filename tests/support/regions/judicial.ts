import type { TestWorld } from '../world.ts'

export const report = { factsTerritory: '13', told: 'before' }
export const complaint = {
  on: '2026-11-24',
  unit: 'Brigade',
  receipt: 'R-1',
  offences: ['225-4-1'],
  lastFactsOn: '2026-11-01',
  factsTerritory: '69'
}

/** The clocks of a case that nothing has stopped. */
export const clocksOf = async (world: TestWorld, id: string): Promise<string[]> => {
  const { rows } = await world.db.owner.query<{ code: string; state: string }>(
    `select code, state from deadline where case_id = $1`,
    [id]
  )
  return rows.filter(({ state }) => state !== 'stopped').map(({ code }) => code)
}
