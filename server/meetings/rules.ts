import { rulesUnder, type MeetingRules } from '../../workflows/meeting/quorum.ts'
import { civilDate } from '../../workflows/calendar/calendar.ts'
import { zoneOf } from '../../workflows/calendar/territories.ts'
import { configurationIn } from '../cases/configuration.ts'
import type { Tx } from '../db/context.ts'

/** The rules under which the cell of a territory meets on a day: those of the configuration in force there. */
export const rulesInForce = async (tx: Tx, territory: string, at: Date): Promise<MeetingRules> =>
  rulesUnder(await configurationIn(tx, territory, civilDate(at, zoneOf(territory))))
