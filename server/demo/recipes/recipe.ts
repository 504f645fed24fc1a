import { identify, inform, type Opinion } from '../tracks/identification.ts'
import type { Channel, Flag } from '../world/population.ts'
import { days, type Script } from '../lives/script.ts'
import type { Hour } from '../lives/timeline.ts'

/** A life told backwards from the state that the site must show: whom it needs, and how it reaches that state. */
export type Recipe = {
  channel?: Channel
  /** Told by an association that may offer the reflection period. */
  designated?: boolean
  facts?: Partial<Flag>
  /** Hours since the last event: what is open must be recent. Settled, where nothing is said. */
  rest?: readonly [Hour, Hour]
  tell: (script: Script) => Hour
}

export const adult = { ageGroup: 'adult', ageBand: '25-34' } as const satisfies Partial<Flag>
export const woman = {
  ...adult,
  sex: 'female',
  children: 0,
  localDanger: true,
  danger: 'possible'
} as const satisfies Partial<Flag>
export const foreigner = {
  ...adult,
  nationality: 'third_country',
  stay: 'irregular',
  language: 'en',
  asylumLink: false
} as const satisfies Partial<Flag>
export const safe = { ...adult, localDanger: false, danger: 'none' } as const satisfies Partial<Flag>
export const child = { ageGroup: 'minor', ageBand: '15-17', children: 0 } as const satisfies Partial<Flag>
export const recent = [2, 30] as const
export const settled = [days(2), days(20)] as const

export const presumed = (script: Script, opinion: Opinion = 'positive'): Hour =>
  identify(script, { by: 'cell', opinion })!
const all = ['A', 'B', 'C', 'D', 'E', 'F', 'G'] as const
export const assisted = (script: Script) => inform(script, presumed(script), all)

type Track<E> = (script: Script, from: Hour, end: E) => Hour | null

/** Lives alike but for where their track is left: told once she is assisted, unless `start` says otherwise. */
export const leftAt =
  <E>(track: Track<E>, own: Omit<Recipe, 'tell'>, start: (script: Script) => Hour = assisted) =>
  (end: E, rest = own.rest): Recipe => ({
    ...own,
    ...(rest && { rest }),
    tell: (script) => track(script, start(script), end) ?? 0
  })
