import type { CommandType } from '../../workflows/case/commands.ts'
import type { Configuration } from '../../workflows/configuration/configuration.ts'
import type { Situation } from '../../workflows/guards/guards.ts'
import type { Closeness } from '../../workflows/meeting/recusal.ts'
import type { Tally } from '../../workflows/meeting/tally.ts'
import type { barsOffer } from '../../workflows/places/fit.ts'
import type { HousingSide } from '../../workflows/places/places.ts'
import type { InputProblem } from '../../workflows/vocabulary/problem.ts'
import type { Bilingual, ReferralKind } from '../../workflows/vocabulary/vocabulary.ts'
import type { Actor } from '../actor.ts'
import type { Approval } from '../habilitations.ts'
import type { Sight } from '../sight.ts'
import type { Voicing } from './voices.ts'

/** Who asks for which act, by what they see of the case, and that case as it is told to them. */
export type Asked = { command: CommandType; actor: Actor; sight: Sight; told: Situation }

/** The same with its form filled in. The day is that of the territory which the actor is told. */
export type Filled = Asked & {
  input: Record<string, unknown>
  /** The reason of the configuration that makes the one of the form more precise, by its code. */
  added?: string | null
  at: Date
  today: string
  territory: string
  openedAt: Date
}

/** Whose to write about a place is. `anothers`: of another house or another desk, for one who does not accompany the person. */
export type Whose = 'theirs' | 'anothers' | null
/** The place that is held for the person, and the one that they sleep in. */
export type Placed = { held: Whose; slept: Whose }

/**
 * What may be known of the world around the case before a form is filled in. The button is drawn from it together with the
 * case; the gate reads it again when the act is sent.
 */
export type Shown = {
  /** By what the cell that has the case in charge concludes between meetings. */
  deciding: Pick<Configuration, 'quorum' | 'concludes'>
  /** What the actor’s organisation is designated for. */
  regimes: readonly string[]
  /** Who flagged the person, and whether the actor’s institution follows them. */
  closeness: Closeness
  /** Whose first voice counts no more: their seat, or their part in the case, ended since, or something ties them to it. */
  fallen: readonly Voicing[]
  accompanied: boolean
  /** Someone did, whose organisation is closed or suspended since. */
  bereft: boolean
  /** Kinds of referrals that still wait for an answer. */
  unanswered: readonly ReferralKind[]
  places: Record<HousingSide, Placed>
}

/** All that a requirement may read of the world. The server has one loader for each, and runs those that are asked for. */
export type Readings = Shown & {
  /** The version that the case is pinned to. */
  configuration: Configuration
  /** Of the association that the form names. */
  approval: Approval | null
  /** What stands against the place that the form names; null where the actor sees no such place. */
  bars: ReturnType<typeof barsOffer> | null
  lastOfferOfReflection: string | null
  permitEnds: string | null
  /** Whose organisation spoke last of her age. */
  lastAgeSaid: string | null
  referents: readonly string[]
  /** The acts before whose day this one does not lie, the last first. */
  earlier: readonly { command: string; input: Record<string, unknown>; at?: Date }[]
  /** What the open meeting that carries this act has decided; null where none carries it. */
  meetingDecision: { refused: Bilingual } | { refused: null; command: CommandType; tally: Tally } | null
}

/** Acts that bear a requirement without naming it: their row says elsewhere what it rests on. */
type Follows = (type: CommandType) => boolean

/**
 * Asked by the gate and by the button alike, which so gives the reason of the refusal. `world`: of what stands beside the
 * case. The button asks it of what its reader is told, the gate of what is, once nothing else stands in the way: a reader
 * who is not told of it reads the other reasons first.
 */
type OfAct = {
  of: 'act' | 'world'
  reads: readonly (keyof Shown)[]
  refuses: (asked: Asked, known: Shown) => Bilingual | null
  follows: Follows | null
}
/** It looks at what is filled in: the gate alone can ask. */
type OfForm = {
  of: 'form'
  reads: readonly (keyof Readings)[]
  refuses: (asked: Filled, known: Readings) => Bilingual | readonly InputProblem[] | null
  follows: Follows | null
  /** Whether what is filled in may be refused by it at all: where it may not, nothing is read for it. */
  bears: (asked: Filled) => boolean
}
export type Requirement = OfAct | OfForm

const always = () => true

/** One that needs no form. It is given what it says that it reads, and nothing else. */
export const ofAct = <K extends keyof Shown = never>(
  reads: readonly K[],
  refuses: (asked: Asked, known: Pick<Shown, K>) => Bilingual | null,
  follows: Follows | null = null
): OfAct => ({ of: 'act', reads, refuses, follows })

export const ofWorld = <K extends keyof Shown>(...one: Parameters<typeof ofAct<K>>): OfAct => ({
  ...ofAct(...one),
  of: 'world'
})

export const ofForm = <K extends keyof Readings = never>(
  reads: readonly K[],
  refuses: (asked: Filled, known: Pick<Readings, K>) => ReturnType<OfForm['refuses']>,
  { follows = null, bears = always }: Partial<Pick<OfForm, 'follows' | 'bears'>> = {}
): OfForm => ({ of: 'form', reads, refuses, follows, bears })
