import type { TObject } from 'typebox'
import { nothing } from '../../workflows/vocabulary/fields.ts'
import { placeKinds } from '../../workflows/places/places.ts'
import type { Bilingual } from '../../workflows/vocabulary/vocabulary.ts'
import type { Reader } from '../disclosure/reader.ts'
import type { Tx } from '../db/context.ts'
import type { Locale } from '../locale.ts'
import type { JsonSchema } from '../views/schemas.ts'
import type { PlaceView } from '../views/places.ts'
import { localizeSchema } from '../views/words.ts'
import { addressInput, conditionsInput, outInput, placeInput } from './forms.ts'
import { holderOf } from './holder.ts'
import { ownPlace, refusedNow, type PlaceAct } from './inventory.ts'
import { listPlaces } from './list.ts'
import { poolsOf } from '../../policies/pools.ts'

type Act = { label: Bilingual; input: TObject }

export const addPlace: Act = { label: { fr: 'Ajouter une place', en: 'Add a place' }, input: placeInput }

/** What a structure does with one of its places. */
export const placeActs = {
  change: { label: { fr: 'Modifier ses conditions', en: 'Change its conditions' }, input: conditionsInput },
  out: { label: { fr: 'La fermer pour un temps', en: 'Take it out of service' }, input: outInput },
  back: { label: { fr: 'La rouvrir', en: 'Bring it back' }, input: nothing },
  address: { label: { fr: 'Écrire son adresse', en: 'Write its address' }, input: addressInput }
} as const satisfies Record<PlaceAct, Act>

const shown = (command: string, { label, input }: Act, locale: Locale, reason: Bilingual | null = null) => ({
  command,
  label: label[locale],
  region: null,
  enabled: reason === null,
  reason: reason?.[locale] ?? null,
  refers: null,
  primary: false,
  input: localizeSchema(input, locale) as JsonSchema,
  basis: []
})

const filled = (form: JsonSchema, values: Record<string, unknown>): JsonSchema => ({
  ...form,
  properties: Object.fromEntries(
    Object.entries(form.properties ?? {}).map(([field, one]) => [
      field,
      { ...one, default: values[field] ?? undefined }
    ])
  )
})

/** One of the structure's own places, its form filled with what is kept. @throws NotFound for anyone else's. */
export const viewPlace = async (tx: Tx, id: string, reader: Reader): Promise<PlaceView> => {
  const { actor, locale } = reader
  const place = await ownPlace(tx, id, actor)
  const actions = (Object.keys(placeActs) as PlaceAct[]).map((act) =>
    shown(act, placeActs[act], locale, refusedNow(act, place))
  )
  return {
    version: place.version,
    label: place.label,
    place: (await listPlaces(tx, reader)).find((one) => one.id === id) ?? null,
    holder: await holderOf(tx, id, reader),
    actions: actions.map((one) =>
      one.command === 'change' ? { ...one, input: filled(one.input, place.conditions) } : one
    )
  }
}

/** The place that a structure may add: of the schemes that it may keep, and no other. */
export const newPlace = ({ actor, locale }: Pick<Reader, 'actor' | 'locale'>): PlaceView => {
  const add = shown('add', addPlace, locale)
  const kind = {
    ...add.input.properties?.['kind'],
    oneOf: poolsOf(actor).map((code) => ({ const: code, title: placeKinds[code][locale] }))
  }
  const input = { ...add.input, properties: { ...add.input.properties, kind } }
  return {
    version: 0,
    label: addPlace.label[locale],
    place: null,
    holder: null,
    actions: [{ ...add, input }]
  }
}
