import type { CommandType, InputOf } from '../../../workflows/case/commands.ts'
import type { ReferralCommand } from '../../../workflows/referral/machine.ts'
import type { PlaceKind } from '../../../workflows/places/places.ts'
import type { ReferralKind } from '../../../workflows/vocabulary/vocabulary.ts'
import type { Bookings } from '../world/places.ts'
import type { Met } from '../world/population.ts'
import type { Chance } from '../world/random.ts'
import type { Hour } from './timeline.ts'

/** Who plays in one case, by the keys of organisations. */
export type Cast = {
  flagger: string
  /** The association or shelter that follows the person, once there is one. */
  referent: string | null
  /** To be named by the cell, when someone else than an association flagged. */
  toName: string | null
  cell: string
  members: readonly [string, string]
  prefecture: string
  /** The commission of the programme out of prostitution. */
  commission: string
  childProtection: string
  /** Police or labour inspection, when they flagged. */
  police: string | null
  /** The investigators of the territory, to whom a case may be referred. */
  investigators: string
  prosecution: string
  /** The interregional court that may take the procedure over, and its code. */
  jirs: { key: string; code: string } | null
  judge: string
  guardian: string
  health: string
  /** Where there is one. */
  inspection: string | null
  /** The secretariat's other person, for what two people decide. */
  secondSecretary: string
  /** A cell that may take the case over. */
  neighbour: string
  /** The code of another case of the same territory, told long before. */
  double: string | null
  mayOfferReflection: boolean
}

/** What an act says, given the civil day of the territory on which it is done and a way to count other days from it. */
export type Said<I> = I | ((day: string, days: (count: number) => string) => I)

type Moment = { at: Hour; by: string }
export type Step = Moment &
  /** `ifOpen`: left out where the case has moved on meanwhile. */
  (
    | { type: 'act'; command: CommandType; said: Said<Record<string, unknown>>; ifOpen?: true }
    | { type: 'referral'; kind: ReferralKind; command: ReferralCommand; said: Said<Record<string, unknown>> }
  )

/** One line of events in a life, with its own clock; several run side by side. */
export interface Thread {
  hour: Hour
  wait(low: Hour, high: Hour): Thread
  act<C extends CommandType>(by: string | null, command: C, said: Said<InputOf<C>>): Thread
  refer(
    by: string,
    kind: ReferralKind,
    command: ReferralCommand,
    said?: Said<Record<string, unknown>>
  ): Thread
}

export type Script = {
  met: Met
  cast: Cast
  chance: Chance
  steps: Step[]
  /** Takes a place from one hour of this story to another. */
  book(from: Hour, until: Hour, where?: { kind?: PlaceKind; notAt?: string }): ReturnType<Bookings['take']>
  thread(from: Hour): Thread
  adult: boolean
  /** Without a place, or an answer on her stay, where the story leaves her: the case cannot be closed. */
  heldOpen: boolean
  /** What the person agreed to, so far as the story has told. */
  consents: Set<string>
}

export type Setting = Pick<Script, 'met' | 'cast' | 'chance'> & {
  /** One of the small world's, which looks first where somebody may sign in. */
  shown?: boolean
  bookings: Bookings
  openedAt: Hour
}

export const scriptOf = ({ met, cast, chance, bookings, openedAt, shown = false }: Setting): Script => {
  const steps: Step[] = []
  const thread = (from: Hour): Thread => {
    const line: Thread = {
      hour: from,
      wait: (low, high) => {
        line.hour += chance.between(low, high)
        return line
      },
      act: (by, command, said) => {
        // An act without anyone to do it is left out: who follows the person is not always there.
        if (by)
          steps.push({ type: 'act', at: line.hour, by, command, said: said as Said<Record<string, unknown>> })
        return line
      },
      refer: (by, kind, command, said = {}) => {
        steps.push({ type: 'referral', at: line.hour, by, kind, command, said })
        return line
      }
    }
    return line
  }
  const needs = { shown, sex: met.flag.sex, children: met.flag.children }
  const book: Script['book'] = (from, until, where = {}) =>
    openedAt + from >= 0 ? null : bookings.take(openedAt + from, openedAt + until, { ...needs, ...where })
  return {
    met,
    cast,
    chance,
    steps,
    book,
    thread,
    adult: met.flag.ageGroup === 'adult',
    heldOpen: false,
    consents: new Set(met.flag.nominativeConsent ? ['A'] : [])
  }
}

/** Whoever leaves Mayotte has the visa of its prefect first. */
export const fromMayotte = ({ met }: Script) =>
  met.flag.territory === '976' ? { mayotteVisa: 'granted' as const } : {}

export const days = (count: number): Hour => count * 24

/** Who speaks with the person in daily life: the association, or the police that met her, or the cell. */
export const companion = (cast: Cast) => cast.referent ?? policeOf(cast) ?? cast.cell

/** The police that met her: the labour inspection is none. */
export const policeOf = ({ police }: Cast) => (police?.startsWith('police') ? police : null)

/** Who may tell her of the reflection period. */
export const offersReflection = (cast: Cast) =>
  (cast.mayOfferReflection ? cast.referent : null) ?? policeOf(cast)
