import { civilDate } from '../../workflows/calendar/calendar.ts'
import { courtsOf } from '../../workflows/calendar/jurisdictions.ts'
import { zoneOf } from '../../workflows/calendar/territories.ts'
import { placesFor } from '../../workflows/configuration/local/place.ts'
import type { Tx } from '../db/context.ts'
import { protocolAmong } from './configuration.ts'

/** Where a person was met, and when it is asked. */
export type MetAt = { met: string; at: Date }

/** The protocol that a case met there goes under once this court is said, null being none: of the district, else of the département. */
export const protocolOfDistrict = (tx: Tx, { met, at }: MetAt, court: string | null) =>
  protocolAmong(tx, placesFor(met, court), civilDate(at, zoneOf(met)))

export type Leading = { court: string | null; protocol: string | null }

/** Where naming each court of the place leads, and naming none. */
export const districtsOf = async (tx: Tx, there: MetAt): Promise<Leading[]> => {
  const found: Leading[] = []
  for (const court of [...courtsOf(there.met), null])
    found.push({ court, protocol: await protocolOfDistrict(tx, there, court) })
  return found
}

/**
 * What somebody was shown who read where each court leads: another day, another protocol in force or another pair of the case make it
 * another one, and so the version of the act.
 */
export const shownDistricts = (personId: string, pin: string, districts: readonly Leading[]): string[] => [
  personId,
  pin,
  ...districts.map(({ court, protocol }) => `${court ?? ''} ${protocol ?? ''}`)
]
