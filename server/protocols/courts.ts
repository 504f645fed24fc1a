import { courtsOf } from '../../workflows/calendar/jurisdictions.ts'
import type { Configuration } from '../../workflows/configuration/configuration.ts'
import { effective } from '../../workflows/configuration/local/effective.ts'
import { departmentOf } from '../../workflows/configuration/local/place.ts'
import { courtPairProblems, courtProblems } from '../../workflows/configuration/local/problems.court.ts'
import type { LocalProtocol } from '../../workflows/configuration/local/protocol.ts'
import type { Institutions } from '../../workflows/configuration/problems.cell.ts'
import type { InputProblem } from '../../workflows/vocabulary/problem.ts'
import { protocolAmong, protocolOf } from '../cases/configuration.ts'
import type { Tx } from '../db/context.ts'

/** The national version and the institutions of a département on the first day of a protocol. */
type Beneath = { national: Configuration; first: string; there: Institutions }

const inForce = async (tx: Tx, place: string, day: string): Promise<LocalProtocol | null> => {
  const name = await protocolAmong(tx, [place], day)
  return name === null ? null : protocolOf(tx, name)
}

/**
 * A court asks a quorum of the cell of its département, on its own cases: it must be reached there, whichever of the two protocols is
 * signed the last.
 */
export const amongCourts = async (
  tx: Tx,
  body: LocalProtocol,
  { national, first, there }: Beneath
): Promise<InputProblem[]> => {
  const territory = departmentOf(body.place)
  if (body.place !== territory)
    return courtProblems(body, effective(national, await inForce(tx, territory, first)), there)
  const courts: LocalProtocol[] = []
  for (const court of courtsOf(territory)) {
    const one = await inForce(tx, court, first)
    if (one) courts.push(one)
  }
  return courtPairProblems(courts, effective(national, body), there)
}
