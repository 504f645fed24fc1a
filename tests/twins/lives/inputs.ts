import type { TObject, TSchema } from 'typebox'
import { notesOf } from '../../../workflows/vocabulary/fields.ts'
import { addDays } from '../../../workflows/calendar/calendar.ts'
import { civilDate } from '../../../workflows/calendar/calendar.ts'
import { commandRow, sentBy, type CommandType } from '../../../workflows/case/commands.ts'
import { kindRow } from '../../../workflows/referral/kinds/kinds.ts'
import {
  consentScopes,
  scopeClass,
  type ReferralKind,
  type RegionId
} from '../../../workflows/vocabulary/vocabulary.ts'
import { inputsOf, samples, variedOf } from '../../../verify/inputs.ts'
import type { House } from '../house/house.ts'

export type Json = Record<string, unknown>
export type Below = (below: number) => number

export const pickOf =
  (below: Below) =>
  <T>(list: readonly T[]): T =>
    list[below(list.length)]!

const dayOf = (schema: TSchema, at: Date) => {
  const today = civilDate(at, 'Europe/Paris')
  const ahead = notesOf(schema)?.ahead
  // Long enough for the shortest permit that the law knows.
  return ahead ? addDays(today, ahead === 'only' ? 7 : 200) : today
}

const instantOf = (schema: TSchema, at: Date) =>
  new Date(at.getTime() + (notesOf(schema)?.ahead ? 24 : -1) * 3_600_000).toISOString()

/** `side`: the region of the act, whose pool of places is meant; `asked`: what it refers to. */
type Given = {
  house: House
  at: Date
  pick: <T>(list: readonly T[]) => T
  side?: RegionId | null
  asked?: ReferralKind | undefined
}

const placesOn = ({ places }: House, side: RegionId | null | undefined) => {
  const isOf = (name: string) => {
    if (side === 'asylum_housing') return name === 'centre.dna'
    return name !== 'centre.dna' && name.endsWith('enfants') === (side === 'minor')
  }
  return Object.keys(places)
    .filter(isOf)
    .flatMap((name) => places[name]!)
}

/** Who or what a form would offer: of organisations and places only the world knows which there are. */
const oneOf = (schema: TSchema, { house, pick, side, asked }: Given) => {
  const lookup = notesOf(schema)?.lookup
  if (lookup === 'freePlaces' || lookup === 'ownPlaces') return pick(placesOn(house, side))
  const sought = lookup === 'associations' ? 'association' : asked && kindRow(asked).recipient
  const known = [...house.actors.values()].filter(({ orgType }) => !sought || orgType === sought)
  return pick(known).orgId
}

const settled = (schema: TSchema, value: unknown, given: Given): unknown => {
  // Where the services of this world are: elsewhere nobody could be asked.
  if (notesOf(schema)?.lookup === 'territories' && typeof value === 'string')
    return given.pick(['69', '69', '75'])
  const { format, properties } = schema as { format?: string; properties?: Record<string, TSchema> }
  if (properties) return withDays(schema as TObject, value as Json, given)
  // A day that is not the sample's own was meant.
  if (format === 'date') return value === samples.date ? dayOf(schema, given.at) : value
  if (format === 'date-time') return instantOf(schema, given.at)
  return format === 'uuid' ? oneOf(schema, given) : value
}

/** The sample days and ids of a form, as they would be said in this world at this hour. */
export const withDays = (schema: TObject, input: Json, given: Given): Json =>
  Object.fromEntries(
    Object.entries(input).map(([field, value]) => [field, settled(schema.properties[field]!, value, given)])
  )

// Each consent by itself: which one it is, is kept from some.
const scopes = Object.keys(consentScopes).toSorted((one, other) => kept(other) - kept(one))
function kept(scope: string) {
  return scopeClass[scope as keyof typeof scopeClass] === null ? 0 : 1
}

/** Whatever else may be said in it, which teaches nothing: one answer at a time beside what it asks for at the least. */
const moreOf = (command: CommandType): readonly Json[] => {
  const { properties } = commandRow(command).input
  const isSaid = (field: string) => notesOf(properties[field]!)?.computed === undefined
  const more = variedOf(command).filter((input) => Object.keys(input).every(isSaid))
  return more.length > 0 ? more : inputsOf(command)
}

/** One of the inputs with which the machines are walked, or the one that is wanted, said at this hour. */
export const inputOf = (command: CommandType, given: Given, wanted?: Json): Json => {
  const { input: form, region } = commandRow(command)
  const kinds = sentBy(command)
  const side = kinds.includes('minor_place') ? 'minor' : region
  const drawn = wanted ?? given.pick(given.pick([inputsOf(command), inputsOf(command), moreOf(command)]))
  const input = withDays(form, drawn, { ...given, side, asked: kinds[0] })
  return 'scopes' in input && !wanted ? { ...input, scopes: [given.pick(scopes)] } : input
}
