import type { Person } from '../journeys/support/person.ts'
import type { Stage } from '../journeys/support/stage.ts'

/** Somebody at their desk, on a phone. */
export type Desk = (login: string) => Promise<Person>

/** A person whom an association follows: informed, and agreed to what is passed on. */
export const agreeing = async (
  { tell, day }: Stage,
  scopes: readonly string[],
  met: Parameters<Stage['tell']['presumed']>[0] = {}
): Promise<string> => {
  const how = { language: 'bin', means: 'in_person' }
  const id = await tell.presumed({ metOn: day(), ...met })
  await tell.act('asso.rhone', id, 'person.inform', { on: day(), ...how, helpWithoutConsent: true })
  await tell.act('asso.rhone', id, 'consent.record', { scopes, ...how })
  return id
}
