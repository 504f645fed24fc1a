import type { TObject } from 'typebox'
import { abilityFor, asCase } from '../../policies/abilities.ts'
import { mayChangeAge } from '../../policies/correction-rights.ts'
import { confirms } from '../../policies/separation.ts'
import { civilDate } from '../../workflows/calendar/calendar.ts'
import { zoneOf } from '../../workflows/calendar/territories.ts'
import { commandRow, commandTypes, sentBy, type CommandType } from '../../workflows/case/commands.ts'
import type { Configuration } from '../../workflows/configuration/configuration.ts'
import { formUnder } from '../../workflows/configuration/forms.ts'
import { isMinor } from '../../workflows/case/facts.ts'
import { courtsOf } from '../../workflows/calendar/jurisdictions.ts'
import type { Situation } from '../../workflows/guards/guards.ts'
import type { Bilingual, ConsentScope } from '../../workflows/vocabulary/vocabulary.ts'
import type { DisclosedCase } from '../disclosure/door.ts'
import type { ActionView } from '../views/schemas.ts'
import { basesOf, localizeSchema } from '../views/words.ts'
import { aheadOf } from './consequences.ts'
import { lookupsOf, type CaseLookups } from './lookups.ts'
import { scopeNote } from './consents.view.ts'

type Offering = {
  /** The version that the case is pinned to. */
  configuration: Configuration
  lookups: CaseLookups
}

/** Why this reader may not do now what its role may do; null when it may. Silent acts are those whose time is elsewhere. */
const standing = (
  type: CommandType,
  { acts, regimes, beside, close: closeness }: DisclosedCase,
  configuration: Configuration
): { shown: boolean; reason: Bilingual | null } => {
  const closed = acts.closed(type)
  if (closed) return closed
  return { shown: true, reason: acts.refused(type, { configuration, regimes, closeness, ...beside }) }
}

const mayotte = '976'

/** Where no place is asked, that of the child is known: of a single court nobody is asked which. */
const asksCourt = (properties: TObject['properties'], place: string | null) =>
  'foundIn' in properties || place === null || courtsOf(place).length > 1

/**
 * The fields that this reader is asked. The form that completes a situation does not ask for what its author may not change, or
 * may not read; a visa of Mayotte is a matter of Mayotte alone, and so is one court among several; of an adult nobody asks what
 * a child of sixteen declares.
 */
const askedOf = (
  type: CommandType,
  { properties }: TObject,
  told: DisclosedCase,
  { childPlace }: CaseLookups
): string[] => {
  const { acts, reader } = told
  const { facts } = acts.situation
  const mine = (field: string) =>
    acts.mayComplete(field) && (field !== 'ageGroup' || mayChangeAge(reader.actor))
  return Object.keys(properties).filter(
    (field) =>
      (type !== 'facts.complete' || mine(field)) &&
      (field !== 'mayotteVisa' || facts.territory === mayotte) &&
      (field !== 'worksOrTrains' || isMinor(facts)) &&
      (field !== 'court' || asksCourt(properties, childPlace))
  )
}

/** What is known already stands in the form: languages everywhere, and the situation where it is completed. */
const filledIn = (type: CommandType, { acts }: DisclosedCase) => {
  const { language, closing } = acts.situation.facts
  return type === 'facts.complete'
    ? acts.known
    : { language, ...(type === 'case.close' && { reason: closing?.reason }) }
}

type Form = ActionView['input']

/** The form with these of its fields. */
const only = (form: Form, fields: readonly string[]): Form => ({
  ...form,
  required: (form.required ?? []).filter((field) => fields.includes(field)),
  properties: Object.fromEntries(
    Object.entries(form.properties ?? {}).filter(([field]) => fields.includes(field))
  )
})

/** What each agreement opens stands beside it, and whether she has given it, where the reader may know. */
const withNotes = (type: CommandType, form: Form, { consents, reader }: DisclosedCase): Form => {
  const { scopes, ...others } = form.properties ?? {}
  const offered = scopes?.items?.oneOf
  if (!offered || !type.startsWith('consent.')) return form
  const oneOf = offered.map((one) => {
    const given = consents.some(({ scope, given }) => given && scope === one.const)
    const note = scopeNote(one.const as ConsentScope, given, reader.locale)
    return note === '' ? one : { ...one, description: note }
  })
  return { ...form, properties: { scopes: { ...scopes, items: { ...scopes.items, oneOf } }, ...others } }
}

const startingFrom = (form: Form, known: Record<string, unknown>): Form => {
  const properties = form.properties ?? {}
  const filled = Object.keys(properties).filter((field) => (known[field] ?? null) !== null)
  if (filled.length === 0) return form
  const given = Object.fromEntries(
    filled.map((field) => [field, { ...properties[field], default: known[field] }])
  )
  return { ...form, properties: { ...properties, ...given } }
}

const furtherVoice: Bilingual = {
  fr: 'Donner une voix de plus sur les motifs',
  en: 'Give a further voice on the grounds'
}

/** Where a first voice stands already, another is not the first. */
const labelOf = (type: CommandType, { facts }: Situation): Bilingual =>
  type === 'grounds.propose' && facts.proposal !== null ? furtherVoice : commandRow(type).label

/** What this reader may do here, computed from the same rows as the gate: enabled, or disabled with the reason. */
export const actionsOf = (told: DisclosedCase, { configuration, lookups }: Offering): ActionView[] => {
  const { held, awaited, acts, territory, reader } = told
  const { actor, locale, now } = reader
  const policy = abilityFor(actor)
  const mine = commandTypes.filter(
    (type) =>
      commandRow(type).offered &&
      held.some((capacity) => policy.can(type, asCase({ participants: [actor.orgId], capacity })))
  )
  const today = civilDate(now, zoneOf(territory))
  const views = mine.flatMap((type) => {
    const { shown, reason } = standing(type, told, configuration)
    if (!shown) return []
    const { region, basis } = commandRow(type)
    const input = formUnder(type, configuration)
    const second = confirms(type)
    const form = only(
      localizeSchema(input, locale, lookupsOf(type, lookups)),
      askedOf(type, input, told, lookups)
    )
    const view: ActionView = {
      command: type,
      label: labelOf(type, acts.situation)[locale],
      region,
      enabled: reason === null,
      reason: reason?.[locale] ?? null,
      primary: awaited.includes(type),
      // One that refers only where the facts allow does something else first.
      refers: sentBy(type, (when) => !when)[0] ?? null,
      input: startingFrom(withNotes(type, form, told), filledIn(type, told)),
      ...(second && { confirms: second }),
      ...(reason === null && {
        ahead: aheadOf(type, acts.reach(type), { configuration, lookups, territory, now, locale })
      }),
      basis: basesOf(basis, today, locale)
    }
    return [view]
  })
  const rank = ({ command }: ActionView) => acts.rank(command as CommandType)
  return views.sort(
    (a, b) =>
      Number(b.primary) - Number(a.primary) || Number(b.enabled) - Number(a.enabled) || rank(a) - rank(b)
  )
}
