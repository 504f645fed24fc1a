import { roleOfType, roles, type OrgType } from '../../policies/actor.ts'
import { capacities, type Capacity } from '../../workflows/vocabulary/capacities.ts'
import type { Effect } from '../../workflows/act/command.ts'
import { commandRow, type CommandType } from '../../workflows/case/commands.ts'
import type { Configuration } from '../../workflows/configuration/configuration.ts'
import { deadlineRegister, openDeadline, type DeadlineCode } from '../../workflows/deadlines/deadlines.ts'
import { closesOf } from '../../workflows/deadlines/running/stopping.ts'
import { previewRows } from '../../workflows/referral/preview.ts'
import { kindRow } from '../../workflows/referral/kinds/kinds.ts'
import { consentScopes, dataClasses, regions, type Bilingual } from '../../workflows/vocabulary/vocabulary.ts'
import { dayOf } from '../deadlines/view.ts'
import type { Foreseen } from '../disclosure/acts.ts'
import type { Reach } from '../disclosure/reach.ts'
import type { Locale } from '../locale.ts'
import type { ActionView } from '../views/schemas.ts'
import type { CaseLookups } from './lookups.ts'

// What an act will say, to whom, and until when who is asked has to answer: told before it is done.

type Looking = {
  configuration: Configuration
  /** Those that an act lets in, where the reader may know who they are. */
  lookups?: Pick<CaseLookups, 'searchers'>
  /** As the reader is told it: an answer is awaited by the hour of there. */
  territory: string
  now: Date
  locale: Locale
}
type Ahead = NonNullable<ActionView['ahead']>

const invites = (type: CommandType, who: Extract<Effect, { type: 'invite' }>['who']) =>
  commandRow(type).effects.some((effect) => effect.type === 'invite' && effect.who === who)

/** A capacity, with the names of those whom this act lets in. */
const toldWith = (capacity: Capacity, type: CommandType, { lookups, locale }: Looking): string => {
  const word = capacities[capacity][locale]
  const named = capacity === 'police' && invites(type, 'childPlacePolice') ? (lookups?.searchers ?? []) : []
  return named.length > 0 ? `${word} (${named.join(', ')})` : word
}

type Asked = Reach['asks'][number]

const openedWord = ({ dataClass, waitsFor }: Asked['opens'][number], locale: Locale): string => {
  const label = dataClasses[dataClass][locale]
  if (waitsFor === null) return label
  const scope = consentScopes[waitsFor][locale]
  return locale === 'fr'
    ? `${label} (si la personne accepte : ${scope})`
    : `${label} (if the person agrees: ${scope})`
}

const waitedBy = {
  cell: { fr: 'la personne qui suit le dossier à la cellule', en: 'whoever follows the case at the cell' },
  sender: { fr: 'la personne qui envoie', en: 'whoever sends it' }
} as const satisfies Record<string, Bilingual>

const askOf = (
  { kind, opens }: Asked,
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
    before: [...new Set(previewRows(kind).map(({ label }) => label[locale]))],
    after: opens.map((one) => openedWord(one, locale)),
    atOnce: row.opensAtOnce,
    answerBy: clock.dueAt,
    answerOn: dayOf(clock),
    silence: waitedBy[row.escalatesTo][locale]
  }
}

/** Whoever asks for a closing weighs the same as whoever closes. */
const endedBy = (type: CommandType): Ahead['ends'] => {
  const closing = type === 'closing.ask' ? 'case.close' : type
  return commandRow(closing).to === 'closing' ? closesOf(closing) : null
}

/** In words, what a record that nothing expected would change. */
const changesOf = (foreseen: Foreseen, locale: Locale): NonNullable<Ahead['changes']> => {
  const named = (codes: readonly DeadlineCode[]) => codes.map((code) => deadlineRegister[code].label[locale])
  const { region, stops, starts, mayStart } = foreseen
  return {
    region: region && {
      label: regions[region.id][locale],
      from: region.from[locale],
      to: [...new Set(region.to.map((one) => one[locale]))]
    },
    stops: named(stops),
    starts: named(starts),
    mayStart: named(mayStart)
  }
}

/** What follows from an act, by whom it reaches. Pure. */
export const aheadOf = (
  type: CommandType,
  { told, others, asks, foreseen = null }: Reach & { foreseen?: Foreseen | null },
  looking: Looking
): Ahead => ({
  told: told && told.map((capacity) => toldWith(capacity, type, looking)),
  others,
  byScope: 'scopes' in commandRow(type).input.properties,
  ends: endedBy(type),
  ...(foreseen && { changes: changesOf(foreseen, looking.locale) }),
  asks: asks.map((one) => askOf(one, looking))
})
