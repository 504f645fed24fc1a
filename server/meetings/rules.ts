import { and, eq } from 'drizzle-orm'
import { courtLabels, courtsOf } from '../../workflows/calendar/jurisdictions.ts'
import { pinOf, placeOfProtocol } from '../../workflows/configuration/local/pin.ts'
import { departmentOf, isCourt } from '../../workflows/configuration/local/place.ts'
import { ownRules, rulesUnder, type ItemRules, type MeetingRules } from '../../workflows/meeting/quorum.ts'
import { civilDate } from '../../workflows/calendar/calendar.ts'
import { zoneOf } from '../../workflows/calendar/territories.ts'
import { configurationIn, protocolAmong, protocolOf } from '../cases/configuration.ts'
import { runQuery, type Tx } from '../db/context.ts'
import { meetingItems } from '../db/schema/schema.ts'
import { RuleRefused } from '../errors.ts'
import type { Locale } from '../locale.ts'
import { refusals } from './refusals.ts'
import { lockItem, type Meeting } from './store.ts'

/** The rules under which the cell of a territory meets on a day: those of the configuration in force there. */
export const rulesInForce = async (tx: Tx, territory: string, at: Date): Promise<MeetingRules> =>
  rulesUnder(await configurationIn(tx, territory, civilDate(at, zoneOf(territory))))

type Pinned = { id: string; pin: string; met: string; court: string | null }
const pinned = `select i.id, c.config_version as pin, c.facts ->> 'met' as met, i.court from meeting_item i join "case" c on c.id = i.case_id
  where i.meeting_id = $1`

/** The protocol of one court among several of this very territory, to which a case is pinned; null for every other case. */
const courtProtocol = (pin: string, territory: string): string | null => {
  const { local } = pinOf(pin)
  if (local === null) return null
  const place = placeOfProtocol(local)
  return isCourt(place) && departmentOf(place) === territory && courtsOf(territory).length > 1 ? local : null
}

/** How the protocol of a court that is in force sets an item to be decided; null where it leaves that to the cell. */
const courtRules = async (tx: Tx, court: string, at: Date): Promise<ItemRules | null> => {
  const name = await protocolAmong(tx, [court], civilDate(at, zoneOf(departmentOf(court))))
  return name === null ? null : ownRules((await protocolOf(tx, name)).rules)
}

/** Of the courts of a département those of which an agenda may say that a case from elsewhere is decided by their protocol. */
export const courtsDeciding = async (tx: Tx, territory: string, at: Date) => {
  const courts = courtsOf(territory)
  const found: string[] = []
  for (const court of courts.length > 1 ? courts : [])
    if ((await courtRules(tx, court, at)) !== null) found.push(court)
  return (locale: Locale) => found.map((id) => ({ id, label: courtLabels[id]![locale] }))
}

const rulesOfItem = async (tx: Tx, { territory }: Pick<Meeting, 'territory'>, one: Pinned, at: Date) => {
  if (one.met !== territory) return one.court === null ? null : courtRules(tx, one.court, at)
  const name = courtProtocol(one.pin, territory)
  return name === null ? null : ownRules((await protocolOf(tx, name)).rules)
}

/**
 * By item of an agenda, what sets how it is decided: the protocol to which its case is pinned, or of one that came from elsewhere that of the
 * court which the agenda says. Kept with the meeting: a court that is named after its members were called changes nothing of what they were
 * called to.
 */
export const rulesOfItems = async (
  tx: Tx,
  { id, territory }: Pick<Meeting, 'id' | 'territory'>,
  at: Date
): Promise<Pick<MeetingRules, 'ofItems'>> => {
  const own: Record<string, ItemRules> = {}
  for (const one of await runQuery<Pinned>(tx, pinned, [id])) {
    const rules = await rulesOfItem(tx, { territory }, one, at)
    if (rules) own[one.id] = rules
  }
  return Object.keys(own).length > 0 ? { ofItems: own } : {}
}

const forgetting = 'update meeting_item set court = null where meeting_id = $1 and court is not null'

/** Once they are called, the rules that the meeting keeps say it. */
export const forgetCourts = (tx: Tx, { id }: Pick<Meeting, 'id'>) => runQuery(tx, forgetting, [id])

type Naming = { itemId: string; court?: string; at: Date }

/** Says of a case that came from elsewhere by the protocol of which court it is decided here; without one, by that of the département. */
export const nameCourt = async (tx: Tx, { id, territory }: Meeting, { itemId, court, at }: Naming) => {
  const item = await lockItem(tx, id, itemId)
  const [row] = (await runQuery<Pinned>(tx, pinned, [id])).filter((one) => one.id === item.id)
  if (!row || row.met === territory) throw new RuleRefused('its case says it', refusals.courtOfCase)
  const there = court === undefined || (courtsOf(territory).includes(court) && courtsOf(territory).length > 1)
  if (!there || (court !== undefined && (await courtRules(tx, court, at)) === null))
    throw new RuleRefused('no such protocol', refusals.otherCourt)
  await tx
    .update(meetingItems)
    .set({ court: court ?? null })
    .where(and(eq(meetingItems.id, item.id), eq(meetingItems.meetingId, id)))
}
