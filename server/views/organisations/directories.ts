import { Type, type Static } from 'typebox'
import { closed } from '../../../workflows/vocabulary/fields.ts'
import { orNull, text } from '../shapes.ts'

const whole = Type.Integer()
const named = closed({ id: text, name: text, territory: text })

export const Referent = closed({
  id: text,
  court: named,
  name: text,
  service: text,
  contact: text,
  verifiedOn: text,
  /** Who verified it, and for which organisation. */
  verifiedBy: text,
  /** Verified so long ago that it may have changed. */
  stale: Type.Boolean(),
  mayKeep: Type.Boolean()
})
export const ReferentList = closed({
  items: Type.Array(Referent, { maxItems: 1000 }),
  territories: Type.Array(closed({ code: text, label: text }), { maxItems: 200 }),
  /** The courts of which the reader keeps the contacts. */
  keeps: Type.Array(named, { maxItems: 400 })
})
export type ReferentList = Static<typeof ReferentList>

export const OccupancyLine = closed({
  centre: text,
  label: text,
  region: text,
  asOf: text,
  places: whole,
  occupied: whole,
  free: whole
})
export const Occupancy = closed({
  /** The last count of each kind of centre in each region. */
  items: Type.Array(OccupancyLine, { maxItems: 200 }),
  /** The day of the oldest of them. */
  since: orNull(text),
  records: Type.Boolean(),
  centres: Type.Array(closed({ code: text, label: text }), { maxItems: 20 }),
  regions: Type.Array(text, { maxItems: 40 })
})
export type Occupancy = Static<typeof Occupancy>

export const Settlement = closed({
  id: text,
  /** The name that teams give it: never an address. */
  label: text,
  kind: text,
  kindLabel: text,
  commune: text,
  territory: text,
  open: Type.Boolean()
})
export const SettlementList = closed({
  items: Type.Array(Settlement, { maxItems: 500 }),
  /** The organisation that keeps them. */
  keeper: text,
  keeps: Type.Boolean(),
  kinds: Type.Array(closed({ code: text, label: text }), { maxItems: 20 }),
  territories: Type.Array(closed({ code: text, label: text }), { maxItems: 200 })
})
export type SettlementList = Static<typeof SettlementList>
