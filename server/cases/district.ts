import { civilDate } from '../../workflows/calendar/calendar.ts'
import { courtsOf } from '../../workflows/calendar/jurisdictions.ts'
import { zoneOf } from '../../workflows/calendar/territories.ts'
import { placesFor } from '../../workflows/configuration/local/place.ts'
import { runQuery, type Tx } from '../db/context.ts'
import { protocolAmong } from './configuration.ts'

/** Where a person was met, and when it is asked. */
export type MetAt = { met: string; at: Date }

/** The protocol that a case met there goes under once this court is said, null being none: of the district, else of the département. */
export const protocolOfDistrict = (tx: Tx, { met, at }: MetAt, court: string | null) =>
  protocolAmong(tx, placesFor(met, court), civilDate(at, zoneOf(met)))

/** The court that was named last for a case ($1), whether a protocol was signed there or not: its log keeps it. */
export const courtNamed = (
  caseId: string,
  before = 'true'
) => `(select e.input ->> 'district' from case_event e
  where e.case_id = ${caseId} and e.command = 'district.name' and e.struck_by is null and ${before} order by e.seq desc limit 1)`

const namedBefore = `select ${courtNamed('$1', 'e.seq < (select max(seq) from case_event where case_id = $1)')} as court`

/** That court, before the act that is being written. */
export const courtNamedBefore = async (tx: Tx, caseId: string): Promise<string | null> =>
  (await runQuery<{ court: string | null }>(tx, namedBefore, [caseId]))[0]?.court ?? null

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
