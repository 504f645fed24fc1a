import type { Bilingual, Tone } from '../vocabulary/vocabulary.ts'

export const meetingStates = {
  planned: { label: { fr: 'en préparation', en: 'being prepared' }, tone: 'running' },
  convened: { label: { fr: 'convoquée', en: 'convened' }, tone: 'running' },
  open: { label: { fr: 'en séance', en: 'in session' }, tone: 'running' },
  closed: { label: { fr: 'tenue', en: 'held' }, tone: 'done' },
  cancelled: { label: { fr: 'annulée', en: 'cancelled' }, tone: 'none' }
} as const satisfies Record<string, { label: Bilingual; tone: Tone }>

export type MeetingState = keyof typeof meetingStates
export const meetingStateIds = Object.keys(meetingStates) as MeetingState[]

/**
 * A case on the agenda. When the meeting closed, `postponed` was not looked at and waits still; `elsewhere` waited no more, decided or
 * closed by another way.
 */
export const itemStates = {
  waiting: { fr: 'à examiner', en: 'to be examined' },
  decided: { fr: 'décidé', en: 'decided' },
  adjourned: { fr: 'ajourné', en: 'adjourned' },
  postponed: { fr: 'reporté, sans décision', en: 'put off, undecided' },
  elsewhere: { fr: 'réglé hors de cette réunion', en: 'settled outside this meeting' }
} as const satisfies Record<string, Bilingual>

export type ItemState = keyof typeof itemStates

/** `undecided` is shown and never stored. */
export const shownItemStates = {
  ...itemStates,
  undecided: { fr: 'sans décision de cette réunion', en: 'no decision of this meeting' }
} as const satisfies Record<ItemState | 'undecided', Bilingual>

export type ShownItemState = keyof typeof shownItemStates

/** Whoever does not follow the case is not told whether it waits still or was settled by an act that is not theirs to know. */
export const toldState = (state: ItemState, follows: boolean): ShownItemState =>
  !follows && (state === 'postponed' || state === 'elsewhere') ? 'undecided' : state

export const presences = {
  in_person: { fr: 'sur place', en: 'in person' },
  video: { fr: 'en visio', en: 'by video' },
  absent: { fr: 'absent', en: 'absent' }
} as const satisfies Record<string, Bilingual>

export type Presence = keyof typeof presences
