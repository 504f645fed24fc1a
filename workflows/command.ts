import type { Static, TObject } from 'typebox'
import type { DeadlineCode } from './deadlines.ts'
import type { Facts } from './facts.ts'
import type { GuardId } from './guards.ts'
import type { LegalCode } from './law.ts'
import type { Capacity } from './capacities.ts'
import type { Bilingual, ConsentScope, ReferralKind, RegionId, Tone } from './vocabulary.ts'

export type StateRow = { label: Bilingual; tone: Tone }
export type States = Record<string, StateRow>

/** A deadline that an act opens. It runs from the act itself, or from the civil date that the named input field gives. */
export type Opening = {
  code: DeadlineCode
  when?: GuardId
  unless?: GuardId
  startsOn?: string
  endsOn?: string
}

/** What an act does beyond its own region, in the same transaction; `when` looks at where the act has led. */
export type Effect = { when?: GuardId } & (
  | {
      type: 'invite'
      capacity: Capacity
      who: 'territoryCell' | 'cellMembers' | 'namedReferent' | 'territoryChildProtection' | 'territoryPolice'
    }
  | { type: 'openReferral'; kind: ReferralKind }
  | { type: 'withdrawReferrals'; kinds: readonly ReferralKind[] }
  | {
      type:
        | 'reserveStay'
        | 'admitStay'
        | 'releaseStay'
        | 'endConsentedSharing'
        | 'endMinorSharing'
        | 'endCellSheet'
    }
)

export type Envelope = { personId: string; orgId: string; orgType: string }
export type Learn<I> = (facts: Facts, input: I, by: Envelope) => Partial<Facts>

export type CommandRow = {
  /** The transition's number in the mechanism's table (T101…). */
  transition: string
  region: RegionId | null
  from: readonly string[] | 'any'
  /** `same` leaves the region where it is. */
  to: string
  /** What the button says. */
  label: Bilingual
  /** How it reads in the story of the case. */
  done: Bilingual
  input: TObject
  guards: readonly GuardId[]
  /** The adult's consent that the act needs; a minor's protection needs none. */
  consent: ConsentScope | null
  basis: readonly LegalCode[]
  opens: readonly Opening[]
  closes: readonly DeadlineCode[]
  effects: readonly Effect[]
  learns: Learn<never> | null
  /** Somebody is waited for: the act stands in the worklist of those who may do it. */
  duty: boolean
  /** Legal clocks and reopening outlive closure. */
  evenWhenClosed: boolean
  /** The clock or another aggregate fires it; no button offers it. */
  offered: boolean
}

type Spec<I extends TObject, S extends States> = Partial<
  Pick<
    CommandRow,
    'guards' | 'consent' | 'opens' | 'closes' | 'effects' | 'duty' | 'evenWhenClosed' | 'offered'
  >
> & {
  transition: string
  from: readonly (keyof S & string)[] | 'any'
  to: (keyof S & string) | 'same'
  label: Bilingual
  done: Bilingual
  input: I
  basis: readonly LegalCode[]
  learns?: Learn<Static<I>>
}

const defaults = {
  guards: [],
  consent: null,
  opens: [],
  closes: [],
  effects: [],
  duty: false,
  evenWhenClosed: false,
  offered: true
} as const

/** A writer of rows for one region: an unknown state, guard, deadline or article does not compile. */
export const rowsOf =
  <S extends States>(region: RegionId | null, _states: S) =>
  <I extends TObject>(spec: Spec<I, S>): Omit<CommandRow, 'input'> & { input: I } => ({
    ...defaults,
    ...spec,
    region,
    learns: (spec.learns ?? null) as CommandRow['learns']
  })

/** Transitions that facts alone decide, taken as soon as they hold. */
export type Settling<S extends States> = {
  [K in keyof S]?: readonly { to: keyof S & string; when: GuardId | ((facts: Facts) => boolean) }[]
}

export type Region = {
  initial: string
  states: States
  settles: Settling<States>
  commands: Record<string, CommandRow>
}
