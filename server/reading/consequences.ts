import { roleOfType, roles, type Actor, type OrgType } from '../../policies/actor.ts'
import { accessTo, maySee, scopesShownTo, seesWhole, sightOf } from '../../policies/data-classes.ts'
import { referralClass, told } from '../../policies/disclosure.ts'
import { capacities, type Capacity } from '../../workflows/vocabulary/capacities.ts'
import type { Effect } from '../../workflows/case/command.ts'
import { commandRow, sentBy, type CommandType } from '../../workflows/case/commands.ts'
import type { Configuration } from '../../workflows/configuration/configuration.ts'
import { openDeadline } from '../../workflows/deadlines/deadlines.ts'
import { closesOf } from '../../workflows/deadlines/stopping.ts'
import { isMinor, prosecutedIn, type Facts } from '../../workflows/case/facts.ts'
import { guards, type Situation } from '../../workflows/guards/guards.ts'
import { previewRows } from '../../workflows/referral/preview.ts'
import { kindRow } from '../../workflows/referral/kinds.ts'
import {
  consentScopes,
  dataClasses,
  referralKindIds,
  sealedClasses,
  type Bilingual,
  type DataClass,
  type ReferralKind
} from '../../workflows/vocabulary/vocabulary.ts'
import { dayOf } from '../deadlines/view.ts'
import type { Locale } from '../http/locale.ts'
import type { ActionView } from '../views/schemas.ts'
import type { CaseLookups } from './lookups.ts'
import { mayRepeat, type Beside } from '../commands/preconditions.ts'

// What an act will say, to whom, and until when who is asked has to answer: told before it is done.

type Looking = {
  capacities: readonly Capacity[]
  beside: Pick<Beside, 'inCharge' | 'takingPart'>
  configuration: Configuration
  /** Those that an act lets in, where the reader may know who they are. */
  lookups?: Pick<CaseLookups, 'searchers'>
  actor?: Pick<Actor, 'orgType' | 'territory'>
  /** As the reader is told it: an answer is awaited by the hour of there. */
  territory: string
  now: Date
  locale: Locale
}
type Ahead = NonNullable<ActionView['ahead']>

/** Capacities in which one takes part only in a file that knows asylum. */
const ofAsylum: readonly Capacity[] = ['ofii', 'dna_centre']

/** The facts with only the consents of which the reader may be told: whom an act reaches would tell the others. */
const knownFacts = (facts: Facts, held: readonly Capacity[]): Facts => {
  const shown = held.flatMap((capacity) => scopesShownTo(capacity, facts))
  return { ...facts, consents: facts.consents.filter((scope) => shown.includes(scope)) }
}

const everyField = (type: CommandType) =>
  Object.fromEntries(Object.keys(commandRow(type).input.properties).map((field) => [field, true]))

const minorsAlone = (capacity: Capacity) => sightOf(capacity).minorsOnly === true

/** Whoever takes part in one of these capacities learns of the act at once; null when all who take part do. */
const toldOf = (type: CommandType, facts: Facts, knowsOfAsylum: boolean): Capacity[] | null => {
  const possible = (Object.keys(capacities) as Capacity[])
    .filter((capacity) => isMinor(facts) || !minorsAlone(capacity))
    .filter((capacity) => knowsOfAsylum || !ofAsylum.includes(capacity))
  const hears = told({ command: type, input: everyField(type) }, facts)
  return possible.every((one) => hears.includes(one)) ? null : possible.filter((one) => hears.includes(one))
}

/** Whether this reader may know that somebody takes part in a capacity; who flags, follows and weighs is known to all. */
const mayKnowOf = (capacity: Capacity, facts: Facts, held: readonly Capacity[]) => {
  const ways = referralKindIds.filter((kind) => kindRow(kind).capacity === capacity)
  return (
    ways.length === 0 || ways.some((kind) => held.some((one) => seesWhole(referralClass(kind), one, facts)))
  )
}

const invites = (type: CommandType, who: Extract<Effect, { type: 'invite' }>['who']) =>
  commandRow(type).effects.some((effect) => effect.type === 'invite' && effect.who === who)

/** A capacity, with the names of those whom this act lets in. */
const toldAs = (capacity: Capacity, type: CommandType, { lookups, locale }: Looking): string => {
  const word = capacities[capacity][locale]
  const named = capacity === 'police' && invites(type, 'childPlacePolice') ? (lookups?.searchers ?? []) : []
  return named.length > 0 ? `${word} (${named.join(', ')})` : word
}

/** Those that the act itself lets in: by the sending, where the law has it told whole, or by name. */
const letIn = (type: CommandType, asks: readonly ReferralKind[]): Capacity[] => [
  ...asks.filter((kind) => kindRow(kind).opensAtOnce).map((kind) => kindRow(kind).capacity),
  ...commandRow(type).effects.flatMap((effect) => (effect.type === 'invite' ? [effect.capacity] : []))
]

const once = <T>(words: readonly T[]) => [...new Set(words)]

/** A link shows what is sealed and nothing else, and never where the person is. */
const shownByLink: readonly DataClass[] = sealedClasses.filter((one) => one !== 'A')

/** Each class that acceptance opens, with the consent it waits for where she has not given it. */
const opened = (kind: ReferralKind, facts: Facts, locale: Locale): string[] => {
  const { capacity, recipient } = kindRow(kind)
  const shown = recipient === 'external' ? shownByLink : (Object.keys(dataClasses) as DataClass[])
  return shown.flatMap((one) => {
    const { access, opensWith } = accessTo(one, capacity, facts)
    if (access === 'closed' && opensWith === null) return []
    const label = dataClasses[one][locale]
    if (opensWith === null) return [label]
    const scope = consentScopes[opensWith][locale]
    return [locale === 'fr' ? `${label} (si elle accepte : ${scope})` : `${label} (if she agrees: ${scope})`]
  })
}

const waitedBy = {
  cell: { fr: 'la personne qui suit le dossier à la cellule', en: 'whoever follows the case at the cell' },
  sender: { fr: 'la personne qui envoie', en: 'whoever sends it' }
} as const satisfies Record<string, Bilingual>

const askOf = (
  kind: ReferralKind,
  facts: Facts,
  { configuration, territory, now, locale }: Looking
): Ahead['asks'][number] => {
  const row = kindRow(kind)
  const role = roleOfType[row.recipient as OrgType]
  const clock = openDeadline(row.answerWithin, now.toISOString(), territory, {
    now,
    config: configuration
  })
  return {
    recipient: role ? roles[role][locale] : row.label[locale],
    kind: row.label[locale],
    before: once(previewRows(kind).map(({ label }) => label[locale])),
    after: opened(kind, facts, locale),
    atOnce: row.opensAtOnce,
    answerBy: clock.dueAt,
    answerOn: dayOf(clock),
    silence: waitedBy[row.escalatesTo][locale]
  }
}

/** Whom the act asks as things stand; what depends on where it leads is not promised. */
const askedNow = (type: CommandType, situation: Situation): ReferralKind[] =>
  sentBy(type, (when) => !when || guards[when].holds(situation))

/** Whoever would be asked is the one who acts, as long as nothing says that another leads: of itself no answer is waited for. */
const isOneself = (kind: ReferralKind, facts: Facts, { actor, capacities: held }: Looking) => {
  const { route, capacity } = kindRow(kind)
  if (route !== 'factsPlace' || !actor || !held.includes(capacity)) return false
  const leads = facts.jirs === null ? prosecutedIn(facts) : facts.jirs
  if (facts.jirs !== null && actor.orgType !== 'jirs') return false
  return leads === null || leads === actor.territory
}

/** A new search ends the one before, and asks the desk again. */
const asksAnew = (type: CommandType, kind: ReferralKind) =>
  commandRow(type).effects.some(
    (effect) => effect.type === 'withdrawReferrals' && effect.kinds.includes(kind)
  )

/** Whoever asks for a closing weighs the same as whoever closes. */
const endedBy = (type: CommandType): Ahead['ends'] => {
  const closing = type === 'closing.ask' ? 'case.close' : type
  return commandRow(closing).to === 'closing' ? closesOf(closing) : null
}

/** What follows from an act, as far as this reader may know of it. Pure. */
export const aheadOf = (type: CommandType, situation: Situation, looking: Looking): Ahead => {
  const { facts } = situation
  const { capacities: held, beside } = looking
  const knowsOfAsylum = held.some((capacity) => maySee('I', capacity, facts))
  const known = knownFacts(facts, held)
  const heard = toldOf(type, known, knowsOfAsylum)
  // Who is let in to search for her reads what it is for, though nothing was open to it before.
  const hears = heard && once([...heard, ...letIn(type, [])])
  const asks = askedNow(type, situation)
    .filter((kind) => knowsOfAsylum || referralClass(kind) !== 'I')
    .filter((kind) => !isOneself(kind, known, looking))
    .filter((kind) => mayRepeat(kind) || asksAnew(type, kind) || !beside.inCharge.includes(kind))
  const there = [...beside.takingPart, ...letIn(type, asks)]
  return {
    told:
      hears &&
      hears
        .filter((one) => there.includes(one) && !held.includes(one))
        .map((capacity) => toldAs(capacity, type, looking)),
    others: hears?.some((one) => !there.includes(one) && !mayKnowOf(one, facts, held)) ?? false,
    byScope: 'scopes' in commandRow(type).input.properties,
    ends: endedBy(type),
    asks: once(asks).map((kind) => askOf(kind, known, looking))
  }
}
