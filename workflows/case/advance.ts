import { createActor, getInitialSnapshot } from 'xstate'
import { caseMachine, closedBy, isExpected, mayRecord, type CaseEvent } from './machine.ts'
import { commandRow, regionIds, stateRow, type CommandType } from './commands.ts'
import { unknownFacts, type Facts } from '../facts/facts.ts'
import { flagged, type FlagInput } from '../facts/flag.ts'
import { guards, type Guard, type GuardId, type Situation } from '../guards/guards.ts'
import type { Regions } from '../vocabulary/states.ts'
import {
  consentScopes,
  inSentence,
  type Bilingual,
  type RegionId,
  type Seen
} from '../vocabulary/vocabulary.ts'

/** Said of whatever the reader may not know. */
export const notMet: Bilingual = {
  fr: 'Les conditions de cet acte ne sont pas réunies à ce jour.',
  en: 'The conditions of this act are not met today.'
}

/** An act that the rules do not open where the case stands. `reason` may be shown as it is. */
export class IllegalTransition extends Error {
  readonly reason: Bilingual
  constructor(command: CommandType, reason: Bilingual) {
    super(`${command} is not open here`)
    this.name = 'IllegalTransition'
    this.reason = reason
  }
}

const snapshotOf = ({ regions, facts }: Situation) =>
  caseMachine.resolveState({ value: regions as never, context: { regions, facts } })

// xstate's own `transition` starts the whole machine anew for each step, thirty times the work. One actor, never started,
// serves them all: the machine holds no timer and calls nothing, so that no step leaves anything behind in it.
const self = createActor(caseMachine, { input: { ...unknownFacts, met: '', territory: '' } })
const nothing = () => {}
const inert = {
  self,
  system: self.system,
  id: '',
  sessionId: '',
  defer: nothing,
  emit: nothing,
  logger: nothing,
  stopChild: nothing,
  actionExecutor: nothing
} as Parameters<typeof caseMachine.transition>[2]

const situationOf = (context: Situation): Situation => ({ regions: context.regions, facts: context.facts })

/** Where a case stands once a flag is received: facts alone already settle residence and minor protection. */
export const open = (input: FlagInput, orgType?: string): Situation => {
  const facts: Facts = { ...unknownFacts, ...flagged(input, orgType) }
  return situationOf(getInitialSnapshot(caseMachine, facts).context)
}

// Told only if the table and the machine should ever disagree.
const notOpen: Bilingual = { fr: 'Cet acte n’est pas ouvert.', en: 'This act is not open.' }

const statesOf = (region: RegionId, state: string, from: readonly string[]): Bilingual => {
  const here = stateRow(region, state).label
  const list = (locale: keyof Bilingual) =>
    from.map((other) => inSentence(stateRow(region, other).label[locale])).join(', ')
  return {
    fr: `Ici : ${inSentence(here.fr)}. Possible depuis : ${list('fr')}.`,
    en: `Here: ${inSentence(here.en)}. Possible from: ${list('en')}.`
  }
}

const consentMissing = (scope: keyof typeof consentScopes): Bilingual => ({
  fr: `Il manque l’accord de la personne : ${consentScopes[scope].fr}.`,
  en: `The person’s consent is missing: ${consentScopes[scope].en}.`
})

/** What closes an act, or makes a record unusual. */
export type Closing = {
  reason: Bilingual
  /** The state is right, and only a fact, a guard or a consent is missing. */
  here: boolean
  /** The classes of the facts that a guard looked at: the reason tells them. */
  sees: Seen
  coarse?: boolean | undefined
}

/** The rule and the reason come from one computation, so that a button never says something else than the gate. */
export type Openness = { open: true; unusual: Closing | null } | ({ open: false } & Closing)

type StateIn = (region: RegionId) => string

const closingOf = (stateIn: StateIn, closed: NonNullable<ReturnType<typeof closedBy>>): Closing => {
  const { region, from, guard, consent } = closed
  if (region) return { here: false, sees: null, reason: statesOf(region, stateIn(region), from) }
  if (guard) {
    const { sees, coarse, reason }: Guard = guards[guard]
    return { here: true, sees, coarse, reason }
  }
  return { here: true, sees: null, reason: consentMissing(consent) }
}

export { isExpected }

/** The same as `openness`, for whoever asks for no reason. */
export const isOpen = (situation: Situation, command: CommandType): boolean =>
  mayRecord(command, situation) || isExpected(situation, command)

/**
 * Whether an act is open where the case stands, and if not, why. A record of an authority is open wherever the case stands, and
 * says what is unusual. `stateIn`: where a region stands, as its reason may say it. Where `asks` is given, the other guards are left out. Consent is never asked of a minor: protection does not wait for it.
 */
export const openness = (
  situation: Situation,
  command: CommandType,
  asks?: (guard: GuardId) => boolean,
  stateIn: StateIn = (region) => situation.regions[region]
): Openness => {
  const closed = closedBy(situation, command, asks)
  if (closed === null) return { open: true, unusual: null }
  const closing = closingOf(stateIn, closed)
  return mayRecord(command, situation) ? { open: true, unusual: closing } : { open: false, ...closing }
}

/** What is said beside an act and refuses nothing: its warnings that do not hold, of those that are asked. */
export const warningsOf = (
  situation: Situation,
  command: CommandType,
  asks: (guard: GuardId) => boolean = () => true
): GuardId[] => commandRow(command).warns.filter((one) => asks(one) && !guards[one].holds(situation))

/**
 * The one step of the case: where it stands and an act give where it stands next. Pure.
 * @throws IllegalTransition when the state, a guard or a consent does not open the act.
 */
export const advance = (situation: Situation, event: CaseEvent): Situation => {
  const verdict = openness(situation, event.type)
  if (!verdict.open) throw new IllegalTransition(event.type, verdict.reason)
  const snapshot = snapshotOf(situation)
  // xstate ignores an event that it does not accept: the table and the machine must agree before it is sent.
  if (!snapshot.can(event)) throw new IllegalTransition(event.type, notOpen)
  return situationOf(caseMachine.transition(snapshot, event, inert).context)
}

/** The regions that an act moved, with both states. */
export const moved = (before: Regions, after: Regions) =>
  regionIds
    .filter((id) => before[id] !== after[id])
    .map((id) => ({ region: id, from: before[id], to: after[id] }))
