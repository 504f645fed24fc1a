import { Type, type Static } from 'typebox'
import { closed } from '../../workflows/vocabulary/fields.ts'
import { Basis, LegalEnd } from './clocks.ts'
import { orNull } from './shapes.ts'

const text = Type.String()
const choice = closed({ id: text, label: text })

/** A count of a clock of no case: nothing is read of anyone, nothing is kept. */
export const WhatIfView = closed({
  choices: closed({
    clocks: Type.Array(choice),
    territories: Type.Array(choice),
    versions: Type.Array(text),
    /** What may give more than the safe day, of the clock that was asked for; `ofDay`: it counts from another day. */
    doubts: Type.Array(closed({ id: text, label: text, ofDay: Type.Boolean() }))
  }),
  result: Type.Union([
    Type.Null(),
    closed({
      code: text,
      label: text,
      runsFrom: text,
      startsOn: text,
      dueOn: text,
      dueAt: text,
      legalEnd: orNull(LegalEnd),
      /** The whole length of a clock that is counted in hours. */
      hours: orNull(Type.Integer()),
      version: text,
      computation: Type.Array(text),
      alerts: Type.Array(closed({ on: text, daysBefore: Type.Integer() })),
      basis: Type.Array(Basis)
    })
  ])
})
export type WhatIfView = Static<typeof WhatIfView>
