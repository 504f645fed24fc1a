import type { TSchema } from 'typebox'
import { indicatorWords } from '../../workflows/vocabulary/indicators.ts'
import { courtLabels } from '../../workflows/calendar/jurisdictions.ts'
import { notesOf, type FieldNotes } from '../../workflows/vocabulary/fields.ts'
import { offenceLabels } from '../../workflows/law/opened-by-offence.ts'
import { languages } from '../../workflows/vocabulary/words.ts'
import type { Bilingual } from '../../workflows/vocabulary/vocabulary.ts'
import { lines } from './markdown.ts'

type Words = Readonly<Record<string, Bilingual>>

/** Lists that several forms offer, or that are long: written once, at the end of the page. */
export const sharedLists: readonly { title: string; words: Words }[] = [
  { title: 'Indices', words: indicatorWords },
  { title: 'Infractions', words: offenceLabels },
  { title: 'Langues', words: languages },
  { title: 'Tribunaux', words: courtLabels }
]

const lookups: Record<NonNullable<FieldNotes['lookup']>, [one: string, several: string]> = {
  associations: ['une association agréée de la liste', 'des associations agréées de la liste'],
  freePlaces: ['une place libre', 'des places libres'],
  ownPlaces: ['une autre place de la structure', 'd’autres places de la structure'],
  territories: ['un département ou une collectivité', 'un ou plusieurs départements ou collectivités'],
  recipients: ['un destinataire de la liste', 'des destinataires de la liste'],
  told: ['une organisation', 'des organisations']
}

type Json = {
  type?: string
  format?: string
  const?: unknown
  minLength?: number
  maxLength?: number
  minimum?: number
  maximum?: number
  minItems?: number
  items?: { properties?: Record<string, unknown> }
}

const dateKind = ({ format }: Json, { ahead, heldWithin }: FieldNotes) => {
  const what = format === 'date' ? 'date' : 'date et heure'
  if (ahead === undefined) return `${what}, passée ou du jour`
  if (ahead === true) return `${what}, à venir ou non`
  return `${what}, à venir${heldWithin === undefined ? '' : `, ou tenu depuis ${heldWithin} jours au plus`}`
}

/** What a field takes, before its choices are named. */
const kindOf = (schema: Json, notes: FieldNotes): string => {
  if (notes.lookup) return lookups[notes.lookup][schema.type === 'array' ? 1 : 0]
  if (schema.format === 'date' || schema.format === 'date-time') return dateKind(schema, notes)
  if (schema.format === 'email') return 'adresse électronique'
  if (schema.const === true)
    return notes.answers ? 'un choix, dont le premier seul permet l’acte' : 'case à cocher'
  if (notes.answers) return `un choix${notes.mayBeUnknown ? ', ou ne sait pas' : ''}`
  if (schema.type === 'boolean') return notes.mayBeUnknown ? 'oui, non ou ne sait pas' : 'oui ou non'
  if (schema.type === 'integer') return `nombre de ${schema.minimum} à ${schema.maximum}`
  if (schema.type === 'array') return `plusieurs choix, ${schema.minItems} au moins`
  return notes.choices ? 'un choix' : `texte de ${schema.minLength ?? 0} à ${schema.maxLength} signes`
}

/** A name is the same in both languages, and said once. */
export const choiceText = ({ fr, en }: Bilingual) => (fr === en ? `« ${fr} »` : `« ${fr} » _${en}_`)

const listOf = (codes: readonly string[]) =>
  sharedLists.find(({ words }) => Object.keys(words).join() === codes.join())

const choicesOf = ({ choices, answers }: FieldNotes) => wordsOf(choices ?? answers ?? {})

const wordsOf = (choices: Words) => {
  const list = listOf(Object.keys(choices))
  return list ? [`dans la liste « ${list.title} »`] : Object.values(choices).map(choiceText)
}

/** Of each value of a list, more is asked: which it is, and what goes with it. */
const eachOf = ({ items }: Json): string[] =>
  Object.values(items?.properties ?? {}).flatMap((property) => {
    const notes = notesOf(property as TSchema)
    if (notes) return [`pour chacun, « ${notes.label.fr} » _${notes.label.en}_`, ...choicesOf(notes)]
    const list = listOf((property as { enum?: string[] }).enum ?? [])
    return list ? [`dans la liste « ${list.title} »`] : []
  })

/** What a field takes: its kind, its choices, and what becomes of the answer where that is not plain. */
export const answer = (schema: TSchema, notes: FieldNotes): string =>
  lines([
    kindOf(schema as Json, notes),
    ...(notes.computed ? ['écrit par le serveur'] : []),
    ...(notes.origin ? ['dit où étaient les faits, ou la rencontre'] : []),
    ...choicesOf(notes),
    ...eachOf(schema as Json)
  ])
