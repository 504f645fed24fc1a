import { sentBy, type CommandType } from '../workflows/case/commands.ts'
import { arrivalActs } from '../workflows/places/arrivals.ts'
import { offersOf, type PlaceKind, type PlaceOffer } from '../workflows/places/places.ts'
import type { Role } from './actor.ts'
import { grants } from './grants.ts'

/** The kind of place that an act offers, if it offers one. */
export const offeredBy = (type: CommandType): PlaceOffer | null =>
  sentBy(type).find((kind): kind is PlaceOffer => kind in offersOf) ?? null

/** The act by which the people of a role offer a place, and the pool in which they seek it; null for all but the desks. */
export const deskOfRole = (role: Role): { act: CommandType; pool: PlaceKind } | null => {
  const acts = grants[role].flatMap(({ may }) => may)
  const act = acts.find((type) => offeredBy(type) !== null)
  return act ? { act, pool: offersOf[offeredBy(act)!] } : null
}

/** The acts of a role by which a person for whom a place is kept comes into it. */
export const arrivalsOf = (role: Role): CommandType[] => {
  const acts = grants[role].flatMap(({ may }): readonly CommandType[] => may)
  return arrivalActs.filter((type) => acts.includes(type))
}
