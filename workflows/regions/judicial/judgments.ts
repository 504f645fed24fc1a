import type { Opening, Recount } from '../../act/command.ts'
import { date, optional } from '../../vocabulary/fields.ts'
import { courtOfJudgment, presence } from './words.ts'

// From when the civil party's time runs against a judgment (CPP 498, 380-9) or a ruling on appeal (CPP 568).

export const judged = {
  court: courtOfJudgment,
  pronouncedOn: date({ label: { fr: 'Prononcé le', en: 'Pronounced on' }, dataClass: 'F' }),
  presence,
  signifiedOn: optional(
    date({ label: { fr: 'Signifié à la personne le', en: 'Served on the person on' }, dataClass: 'F' })
  )
}

const courts = [
  { code: 'D-APPEAL-JUDGMENT', court: 'criminal' },
  { code: 'D-APPEAL-ASSIZES', court: 'assizes' },
  { code: 'D-CASSATION', court: 'appeal' }
] as const
const of = (court: string, is: string) =>
  [
    { field: 'court', is: court },
    { field: 'presence', is }
  ] as const

// Nobody knows whether she was there: what is done within the time from the pronouncement is in time whatever the answer is.
const doubts = [
  { doubt: 'maybeServed', given: 'signifiedOn', from: 'signifiedOn' },
  { doubt: 'maybeNotServed', unlessGiven: 'signifiedOn' }
] as const
const notServed = [{ doubt: 'notServed' }] as const

type Times = Pick<Opening, 'code' | 'was'> & { court: string }

/** From the pronouncement, or from service for whoever was neither there nor told the day; not served, it has no end in law. */
const timesOf = ({ court, ...time }: Times): Opening[] => [
  { ...time, startsOn: 'pronouncedOn', restarts: true, whenInput: of(court, 'present') },
  { ...time, startsOn: 'pronouncedOn', restarts: true, whenInput: of(court, 'informed') },
  { ...time, startsOn: 'signifiedOn', restarts: true, whenInput: of(court, 'absent') },
  {
    ...{ ...time, startsOn: 'pronouncedOn', restarts: true, whenInput: of(court, 'absent') },
    unlessGiven: 'signifiedOn',
    doubts: notServed
  },
  { ...time, startsOn: 'pronouncedOn', restarts: true, whenInput: of(court, 'unknown'), doubts }
]

/** On appeal, whatever court was named, it may be the court of appeal that ruled: five days are then all there is. */
export const appealable: readonly Opening[] = [
  ...courts.flatMap(timesOf),
  ...timesOf({ code: 'D-CASSATION', court: 'criminal', was: 'onAppeal' })
]

/** Against a judgment on the civil claim alone: ten days of whatever court of first instance gave it (CPP 498, 380-9). */
export const interestsAppealable: readonly Opening[] = [
  ...timesOf({ code: 'D-APPEAL-INTERESTS', court: 'criminal' }),
  ...timesOf({ code: 'D-APPEAL-INTERESTS', court: 'assizes' }),
  ...courts.filter(({ court }) => court === 'appeal').flatMap(timesOf)
]

/** Of a judgment that nobody wrote down. */
export const served: readonly Opening[] = courts.map(({ code, court }) => ({
  code,
  startsOn: 'on',
  first: true,
  whenInput: { field: 'court', is: court }
}))

/** Service gives nothing to whoever was there or was told the day; to whoever may have been, an end in law and no later safe day. */
export const servedCounted: readonly Recount[] = courts.flatMap(({ code, court }): Recount[] => {
  const about = { codes: [code], on: 'on', whenInput: [{ field: 'court', is: court }] }
  return [
    { ...about, settles: 'notServed' },
    { ...about, settles: 'maybeNotServed', keepsDay: true, leaves: [{ doubt: 'maybeServed', from: 'on' }] }
  ]
})
