import type { SeatType } from '../configuration/cell.ts'
import type { ItemRules, MeetingRules } from './quorum.ts'
import type { ItemState } from './states.ts'
import type { Tally } from './tally.ts'

/** What stays of a meeting: codes, counts and references. No name of a person, no word that anybody typed. */
export type Minutes = {
  territory: string
  /** The civil day in the territory. */
  day: string
  openedAt: string
  closedAt: string
  rules: MeetingRules
  institutions: { name: string; members: number }[]
  /** Convened and not there. */
  absent: { name: string; members: number }[]
  /** Those present who vote in this cell, all cases together. */
  quorum: { members: number; institutions: number; reached: boolean }
  /** How many running cases were looked at again, and none of their codes; minutes written before that carry none. */
  followed?: number
  items: {
    code: string
    state: Exclude<ItemState, 'waiting'>
    outcome: string | null
    /** Why the elements were found insufficient, as it was chosen in a list. */
    reason: string | null
    tally: Tally | null
    /** Voices that the secretary wrote for a member without a device. */
    noted: number
    /** Kinds that withdrew, without which the quorum was counted; minutes written before that carry none. */
    without?: SeatType[]
    /** What the protocol of its court’s district had set of how it is decided. */
    rules?: ItemRules
    basis: string[]
  }[]
}
