import { courtsOf } from '../../workflows/calendar/jurisdictions.ts'
import { pinOf, placeOfProtocol } from '../../workflows/configuration/local/pin.ts'
import { departmentOf, isCourt } from '../../workflows/configuration/local/place.ts'
import { ownRules, rulesUnder, type ItemRules, type MeetingRules } from '../../workflows/meeting/quorum.ts'
import { civilDate } from '../../workflows/calendar/calendar.ts'
import { zoneOf } from '../../workflows/calendar/territories.ts'
import { configurationIn, protocolOf } from '../cases/configuration.ts'
import { runQuery, type Tx } from '../db/context.ts'
import type { Meeting } from './store.ts'

/** The rules under which the cell of a territory meets on a day: those of the configuration in force there. */
export const rulesInForce = async (tx: Tx, territory: string, at: Date): Promise<MeetingRules> =>
  rulesUnder(await configurationIn(tx, territory, civilDate(at, zoneOf(territory))))

const pinned = `select i.id, c.config_version as pin from meeting_item i join "case" c on c.id = i.case_id where i.meeting_id = $1`

/** The protocol of one court among several of this very territory, to which a case is pinned; null for every other case. */
const courtProtocol = (pin: string, territory: string): string | null => {
  const { local } = pinOf(pin)
  if (local === null) return null
  const place = placeOfProtocol(local)
  return isCourt(place) && departmentOf(place) === territory && courtsOf(territory).length > 1 ? local : null
}

/**
 * By item of an agenda, what the protocol to which its case is pinned sets of how it is decided. Kept with the meeting: a court that is
 * named after its members were called changes nothing of what they were called to.
 */
export const rulesOfItems = async (
  tx: Tx,
  { id, territory }: Pick<Meeting, 'id' | 'territory'>
): Promise<Pick<MeetingRules, 'ofItems'>> => {
  const own: Record<string, ItemRules> = {}
  for (const { id: itemId, pin } of await runQuery<{ id: string; pin: string }>(tx, pinned, [id])) {
    const name = courtProtocol(pin, territory)
    const rules = name === null ? null : ownRules((await protocolOf(tx, name)).rules)
    if (rules) own[itemId] = rules
  }
  return Object.keys(own).length > 0 ? { ofItems: own } : {}
}
