import { Type, type Static } from 'typebox'
import { callModes } from '../../policies/calls/wish.ts'
import { closed } from '../../workflows/vocabulary/fields.ts'
import { oneOf, orNull, text } from './shapes.ts'

const hour = Type.Integer({ minimum: 0, maximum: 23 })

/** How somebody wishes to be written to; hours are those of the clocks where they work. */
export const CallWish = closed({
  mode: oneOf(...(Object.keys(callModes) as (keyof typeof callModes)[])),
  digestHour: hour,
  quietFrom: hour,
  quietUntil: hour,
  daysOff: Type.Boolean()
})

export const CallWishes = closed({
  /** Where mails go, its first letter and its domain; null where no address is known, and none is sent. */
  address: orNull(text),
  wish: CallWish,
  /** Nothing was chosen: this is what everybody has. */
  usual: Type.Boolean(),
  modes: Type.Array(closed({ id: text, label: text }))
})

/** Of one membership. Its address is told once, where it is made. */
export const CalendarFeed = closed({ madeAt: orNull(text) })
export const CalendarAddress = closed({ address: text, madeAt: text })

export type CallWishes = Static<typeof CallWishes>
export type CalendarFeed = Static<typeof CalendarFeed>
export type CalendarAddress = Static<typeof CalendarAddress>
