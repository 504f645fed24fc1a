import type { Doubting, Opening, Recount } from '../../act/command.ts'
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

/** Each judgment has its own time, known by its pronouncement: another leaves it as it is, and the same said better takes its place. */
const ofOne = { notice: 'pronouncedOn', corrects: true } as const

/** From the pronouncement, or from service for whoever was neither there nor told the day; not served, it has no end in law. */
const timesOf = ({ court, ...time }: Times): Opening[] =>
  [
    { ...time, startsOn: 'pronouncedOn', whenInput: of(court, 'present') },
    { ...time, startsOn: 'pronouncedOn', whenInput: of(court, 'informed') },
    { ...time, startsOn: 'signifiedOn', whenInput: of(court, 'absent') },
    {
      ...{ ...time, startsOn: 'pronouncedOn', whenInput: of(court, 'absent') },
      unlessGiven: 'signifiedOn',
      doubts: notServed
    },
    { ...time, startsOn: 'pronouncedOn', whenInput: of(court, 'unknown'), doubts }
  ].map((one) => ({ ...one, ...ofOne }))

/** On appeal, whatever court was named, it may be the court of appeal that ruled: five days are then all there is. */
export const appealable: readonly Opening[] = [
  ...courts.flatMap(timesOf),
  ...timesOf({ code: 'D-CASSATION', court: 'criminal', was: 'onAppeal' })
]

/**
 * Another party’s appeal within the ten days adds five to those of the person; where none of them counts here, five from that appeal
 * are the safe ones (CPP 500, 505, 380-10). Of which judgment it is nobody has to say: it may then be any that stood.
 */
const crossed = [
  { code: 'D-APPEAL-JUDGMENT', own: 'D-APPEAL-INCIDENT', is: 'judgment' },
  { code: 'D-APPEAL-ASSIZES', own: 'D-APPEAL-INCIDENT-ASSIZES', is: 'assizes' }
] as const
export const crossAppeal: readonly Opening[] = crossed.map(({ code, own, is }) => ({
  ...{ code: own, startsOn: 'on', whenInput: { field: 'against', is }, yieldsTo: code },
  notice: 'noticeOn',
  unlessCounted: 'maybeTenDaysRan',
  doubts: [{ doubt: 'maybeTenDaysRan' }]
}))
/** The longest time of any party from the pronouncement (CPP 505: twenty days), and at the most four to a working day (801). */
const longest = 24
export const crossAppealCounted: readonly Recount[] = crossed.flatMap(({ code, is }) => {
  const several = { among: [code], leaves: 'maybeOtherAppealed', within: longest } as const
  const some = { codes: [code], on: 'on', whenInput: [{ field: 'against', is }], several }
  return (['crossAppeal', 'afterCrossAppeal'] as const).map((doubt) => ({
    ...{ ...some, which: 'noticeOn', doubt }
  }))
})

/** Against a judgment on the civil claim alone: ten days of whatever court of first instance gave it (CPP 498, 380-9). */
export const interestsAppealable: readonly Opening[] = [
  ...timesOf({ code: 'D-APPEAL-INTERESTS', court: 'criminal' }),
  ...timesOf({ code: 'D-APPEAL-INTERESTS', court: 'assizes' }),
  ...courts.filter(({ court }) => court === 'appeal').flatMap(timesOf)
]

/** What a served judgment is about, and by whom it was given, says which time goes on from its service. */
const ofService = [
  { code: 'D-APPEAL-JUDGMENT', court: 'criminal', about: 'acts' },
  { code: 'D-APPEAL-ASSIZES', court: 'assizes', about: 'acts' },
  { code: 'D-APPEAL-INTERESTS', court: 'criminal', about: 'interests' },
  { code: 'D-APPEAL-INTERESTS', court: 'assizes', about: 'interests' },
  { code: 'D-CASSATION', court: 'appeal', about: null }
] as const
type OfService = { court: string; about: string | null }

const isOf = ({ court, about }: OfService) => [
  { field: 'court', is: court },
  ...(about === null ? [] : [{ field: 'about', is: about }])
]

const none: readonly Doubting[] = []
/** Served, and nobody says on what it is: both times stand, and neither has a certain end. */
const maybeOther: readonly Doubting[] = [{ doubt: 'maybeOtherJudgment' }]
const ofServed = ofService.flatMap((one) => [
  { ...one, left: none },
  ...(one.about === null ? [] : [{ ...one, about: 'unknown', left: maybeOther }])
])

/** Which judgment it is of, where that is said. */
const ofWhich = { notice: 'noticeOn' } as const
/** Of a judgment that nobody wrote down, be it beside others at which the person was, or that were served before. */
export const served: readonly Opening[] = ofServed.map(({ left, ...one }) => ({
  code: one.code,
  startsOn: 'on',
  first: true,
  beside: 'maybeOtherServed',
  ...ofWhich,
  whenInput: isOf(one),
  doubts: left
}))

const unsure: Recount['unsure'] = {
  leaves: 'maybeOtherJudgment',
  among: ['notServed', 'maybeNotServed', 'maybeOtherJudgment']
}

/** Service gives nothing to whoever was there or was told the day; to whoever may have been, an end in law and no later safe day. */
export const servedCounted: readonly Recount[] = ofServed.flatMap(({ left, ...one }): Recount[] => {
  const about = { codes: [one.code], on: 'on', whenInput: isOf(one), which: 'noticeOn' }
  const mayBe: readonly Doubting[] = [{ doubt: 'maybeServed', from: 'on' }, ...left]
  return [
    { ...about, settles: 'notServed', leaves: left, unsure },
    { ...about, settles: 'maybeNotServed', keepsDay: true, leaves: mayBe, unsure }
  ]
})
