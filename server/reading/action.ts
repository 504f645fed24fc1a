import type { TObject } from 'typebox'
import { isHouseOf } from '../../policies/actor.ts'
import { mayChangeAge } from '../../policies/correction-rights.ts'
import { saysAgain } from '../../policies/requirements/voices.ts'
import { confirms } from '../../policies/separation.ts'
import { civilDate } from '../../workflows/calendar/calendar.ts'
import { courtsOf } from '../../workflows/calendar/jurisdictions.ts'
import { zoneOf } from '../../workflows/calendar/territories.ts'
import { commandRow, completes, isCommandType, type CommandType } from '../../workflows/case/commands.ts'
import { isMinor } from '../../workflows/facts/facts.ts'
import type { Configuration } from '../../workflows/configuration/configuration.ts'
import { formUnder } from '../../workflows/configuration/forms.ts'
import { notesOf } from '../../workflows/vocabulary/fields.ts'
import { rulesTold } from '../../workflows/configuration/local/told.ts'
import type { ConsentScope } from '../../workflows/vocabulary/vocabulary.ts'
import type { EventRow } from '../cases/store.ts'
import { tagOf } from '../cases/tag.ts'
import { configurationOf, decidingIn } from '../cases/configuration.ts'
import { keysUnder } from '../db/client.ts'
import { poolOf, type Tx } from '../db/context.ts'
import { discloseCase, type DisclosedCase } from '../disclosure/door.ts'
import type { Reader } from '../disclosure/reader.ts'
import { NotFound } from '../errors.ts'
import type { ActionView, CaseAction, EventView } from '../views/schemas.ts'
import { basesOf, localizeSchema } from '../views/words.ts'
import { actionOf, leadingFrom, liftOf, type Button } from './actions.ts'
import { aheadOf } from './consequences.ts'
import { scopeNote } from './consents.view.ts'
import { conventionOf } from './convention.view.ts'
import { districtMoves } from './district.view.ts'
import { evidenceFor, holdsEvidenceOf } from './evidence.view.ts'
import { lookupsFor, lookupsOf, type CaseLookups } from './lookups.ts'
import { namesFor, servicesOf } from '../disclosure/names.ts'
import { holdsLast, lastOf, servicesIn, timelineOf } from './timeline.ts'

const mayotte = '976'

/** Where no place is asked, that of the child is known: of a single court nobody is asked which. */
const asksCourt = (properties: TObject['properties'], place: string | null) =>
  'foundIn' in properties || place === null || courtsOf(place).length > 1

/**
 * The fields that this reader is asked. The form that completes a situation does not ask for what its author may not change, or
 * may not read; a visa of Mayotte is a matter of Mayotte alone, and so is one court among several; of an adult nobody asks what
 * is asked of children, nor of a child what is asked of adults.
 */
const askedOf = (
  type: CommandType,
  { properties }: TObject,
  told: DisclosedCase,
  { childPlace }: CaseLookups
): string[] => {
  const { acts, reader, facts, territory } = told
  const mine = (field: string) =>
    acts.mayComplete(field) && (field !== 'ageGroup' || mayChangeAge(reader.actor))
  const of = isMinor({ ageGroup: 'doubt', ...facts }) ? 'children' : 'adults'
  return Object.entries(properties)
    .filter(
      ([field, property]) =>
        (!completes(type) || mine(field)) &&
        (field !== 'mayotteVisa' || territory === mayotte) &&
        (notesOf(property)?.askedOf ?? of) === of &&
        (field !== 'court' || asksCourt(properties, childPlace))
    )
    .map(([field]) => field)
}

/** What is known already stands in the form: languages everywhere, and the situation where it is completed. */
const filledIn = (type: CommandType, { acts, facts: { language, closing } }: DisclosedCase) => {
  return completes(type)
    ? acts.known
    : { ...(language !== 'und' && { language }), ...(type === 'case.close' && { reason: closing?.reason }) }
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

type Offering = {
  /** The version that the case is pinned to. */
  configuration: Configuration
  lookups: CaseLookups
}

/** What an act asks of this reader, in their language. */
const formOf = (type: CommandType, told: DisclosedCase, { configuration, lookups }: Offering): Form => {
  const input = formUnder(type, rulesTold(configuration, told))
  const whole = localizeSchema(input, told.reader.locale, lookupsOf(type, lookups))
  const asked = only(whole, askedOf(type, input, told, lookups))
  return startingFrom(withNotes(type, asked, told), filledIn(type, told))
}

/** What follows from an act that is open, and on what ground it stands. */
const groundsOf = (
  type: CommandType,
  { acts, territory, reader: { locale, now } }: DisclosedCase,
  { open, ...offering }: Offering & { open: boolean }
): Pick<ActionView, 'ahead' | 'basis'> => ({
  ...(open && {
    ahead: aheadOf(
      type,
      { ...acts.reach(type), foreseen: acts.foreseen(type) },
      { ...offering, territory, now, locale }
    )
  }),
  basis: basesOf(commandRow(type).basis, civilDate(now, zoneOf(territory)), locale)
})

type Confirming = Pick<DisclosedCase, 'story' | 'reader' | 'beside'>
type Said = Pick<EventRow, 'input' | 'personId' | 'orgId'>

/** Of the acts that one might confirm, those that it would: of first voices another’s that counts, and not a contrary one that came since. */
const confirmable = (type: CommandType, { reader: { actor }, beside: { fallen } }: Confirming) => {
  const opinion = saysAgain(type)
  return ({ input, personId, orgId }: Said) =>
    opinion === null ||
    (input['opinion'] === opinion &&
      personId !== actor.personId &&
      !isHouseOf(actor, orgId) &&
      !fallen.some((one) => one.personId === personId && one.orgId === orgId))
}

/** The act that this one would confirm, as it was told. */
const confirmedBy = async (tx: Tx, type: CommandType, told: DisclosedCase): Promise<EventView | null> => {
  const command = confirms(type)
  const last = command && lastOf(told.story, [command], confirmable(type, told))
  if (!last) return null
  const { reader, acquainted } = told
  const names = namesFor(await servicesOf(tx, servicesIn([last.event])), acquainted, reader.locale)
  return timelineOf([last.event], { reader, names }, last.told)[0] ?? null
}

/** Whether what an act confirms is among the lines that were read. */
export const holdsConfirmed =
  (command: string) =>
  (told: Confirming): boolean => {
    const second = isCommandType(command) ? confirms(command) : null
    return second === null || holdsLast(told.story, [second], confirmable(command as CommandType, told))
  }

type Doing = { button: Button; configuration: Configuration }

/** An act that is offered, whole: what it asks, what follows, and on which ground it stands. */
export const actionWhole = async (
  tx: Tx,
  told: DisclosedCase,
  { button, configuration }: Doing
): Promise<CaseAction> => {
  const type = button.command as CommandType
  const second = confirms(type)
  const lookups = await lookupsFor(tx, told, type)
  const offering = { configuration, lookups }
  const confirmed = await confirmedBy(tx, type, told)
  const districts = type === 'district.name' && button.enabled ? await districtMoves(tx, told) : null
  return {
    ...button,
    version: tagOf(keysUnder(poolOf(tx)), told.follows, districts?.shown),
    input: formOf(type, told, offering),
    ...(second && { confirms: second }),
    ...(confirmed && { confirmed }),
    ...(await conventionOf(tx, type, told)),
    ...(districts && { moves: districts.moves }),
    ...groundsOf(type, told, { ...offering, open: button.enabled })
  }
}

/** One act of a case as this reader may do it. @throws NotFound for whoever may not see the case, or is not shown the act there. */
export const viewAction = async (
  tx: Tx,
  { id, command }: { id: string; command: string },
  reader: Reader
): Promise<CaseAction> => {
  const holds = (one: Confirming) => holdsConfirmed(command)(one) && holdsEvidenceOf(command)(one)
  const told = await discloseCase(tx, id, reader, { holds })
  const configuration = await configurationOf(tx, told.decidedUnder)
  const deciding = await decidingIn(tx, told.inCharge)
  const button = actionOf(command, told, deciding)
  if (!button) throw new NotFound('no such act for this reader')
  const type = button.command as CommandType
  const opening = leadingFrom(button, told).flatMap((one) => actionOf(one, told, deciding) ?? [])
  const evidence = evidenceFor(type, told)
  return {
    ...(await actionWhole(tx, told, { button, configuration })),
    ...liftOf(button, opening, told),
    ...(evidence && { evidence })
  }
}
