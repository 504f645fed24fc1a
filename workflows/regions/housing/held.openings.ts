import type { Doubting, Opening } from '../../act/command.ts'

/** The time to appeal, from the order, or from its notice to whoever did not attend. */
const against = (is: 'held_on' | 'house_arrest'): readonly Opening[] => {
  const appeal = { code: 'D-HELD-APPEAL', restarts: true, whenInput: { field: 'outcome', is } } as const
  const unknown: Doubting = { doubt: 'hourOfOrder', unlessGiven: 'at' }
  return [
    { ...appeal, startsOn: 'on', unlessGiven: 'notifiedOn', atHour: 'at', doubts: [unknown] },
    { ...appeal, startsOn: 'notifiedOn', doubts: [{ doubt: 'hourOfOrder' }] }
  ]
}

/** What L761-8 puts in place of words that the articles no longer have: four days are the safe date there as well. */
const inMayotte: readonly Doubting[] = [
  { doubt: 'fiveDaysInMayotte', whenInput: { field: 'territory', is: '976' } }
]

/** What a placement counts: the judge beyond four days, the same days to contest it, and five to ask for asylum. */
export const whenPlaced: readonly Opening[] = [
  { code: 'D-HELD-ZONE', startsOn: 'on', whenInput: { field: 'where', is: 'waiting_zone' } },
  {
    code: 'D-HELD-DETENTION',
    startsOn: 'on',
    whenInput: { field: 'where', is: 'detention' },
    doubts: inMayotte
  },
  {
    code: 'D-HELD-ASYLUM',
    startsOn: 'asylumToldOn',
    whenInput: { field: 'where', is: 'detention' },
    doubts: [{ doubt: 'laterFacts' }]
  },
  {
    code: 'D-HELD-CONTEST',
    startsOn: 'on',
    whenInput: { field: 'where', is: 'detention' },
    doubts: inMayotte
  }
]

/** What an order of the judge counts: a day to appeal, and its own end. */
export const whenJudged: readonly Opening[] = [
  ...against('held_on'),
  ...against('house_arrest'),
  {
    code: 'D-HELD-UNTIL',
    endsOn: 'until',
    restarts: true,
    whenInput: { field: 'outcome', is: 'held_on' }
  },
  // Where its own end is not known, that is said rather than nothing, and the four days go on: they are the safe date.
  {
    code: 'D-HELD-UNTIL',
    startsOn: 'on',
    restarts: true,
    unlessGiven: 'until',
    whenInput: { field: 'outcome', is: 'held_on' },
    doubts: [{ doubt: 'heldUntilUnknown' }]
  }
]
