import type { TSchema } from 'typebox'
import { commandRow, commandTypes, type CommandType } from '../../workflows/commands.ts'
import type { FieldNotes } from '../../workflows/fields.ts'
import { regions, type Bilingual, type RegionId } from '../../workflows/vocabulary.ts'
import { className, classOf, fieldsOf } from './classes.ts'
import { eachRegion, lines, page, table } from './markdown.ts'

/** French first, English under it: a page that a translator can read against itself. */
const both = ({ fr, en }: Bilingual) => `${fr}<br>_${en}_`

const lookups: Record<NonNullable<FieldNotes['lookup']>, string> = {
  associations: 'une association agréée de la liste',
  freePlaces: 'une place libre',
  ownPlaces: 'une autre place de la structure',
  territories: 'un département ou une collectivité',
  recipients: 'un destinataire de la liste'
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
}

const dateKind = ({ format }: Json, { ahead, heldWithin }: FieldNotes) => {
  const what = format === 'date' ? 'date' : 'date et heure'
  if (ahead === undefined) return `${what}, passée ou du jour`
  if (ahead === true) return `${what}, à venir ou non`
  return `${what}, à venir${heldWithin === undefined ? '' : `, ou tenu depuis ${heldWithin} jours au plus`}`
}

/** What a field takes, before its choices are named. */
const kindOf = (schema: Json, notes: FieldNotes): string => {
  if (schema.format === 'date' || schema.format === 'date-time') return dateKind(schema, notes)
  if (schema.format === 'email') return 'adresse électronique'
  if (schema.const === true) return 'case à cocher'
  if (schema.type === 'boolean') return notes.mayBeUnknown ? 'oui, non ou ne sait pas' : 'oui ou non'
  if (schema.type === 'integer') return `nombre de ${schema.minimum} à ${schema.maximum}`
  if (schema.type === 'array') return `plusieurs choix, ${schema.minItems} au moins`
  return notes.choices ? 'un choix' : `texte de ${schema.minLength ?? 0} à ${schema.maxLength} signes`
}

const answer = (schema: TSchema, notes: FieldNotes) => {
  const asked = notes.lookup ? lookups[notes.lookup] : kindOf(schema as Json, notes)
  const who = notes.computed ? ['écrit par le serveur'] : []
  return lines([
    asked,
    ...who,
    ...Object.values(notes.choices ?? {}).map(({ fr, en }) => `« ${fr} » _${en}_`)
  ])
}

const readBy = (type: CommandType, notes: FieldNotes) =>
  notes.tells ? `${className(notes.tells)}, et qui conclut` : className(classOf(type, notes))

const rowsOf = (type: CommandType): string[][] => {
  const { label, done, input } = commandRow(type)
  const act = `${both(label)}<br>\`${type}\`<br>dans l’histoire : ${both(done)}`
  const fields = fieldsOf(input)
  if (fields.length === 0) return [[act, 'rien à remplir', '', '', '', '']]
  return fields.map(({ schema, notes, required }, index) => [
    index === 0 ? act : '〃',
    both(notes.label),
    required ? 'exigé' : '',
    answer(schema, notes),
    notes.hint ? both(notes.hint) : '',
    readBy(type, notes)
  ])
}

const head = ['Acte', 'Champ', 'Exigé', 'Réponse', 'Aide', 'Lu par ceux qui ont la classe']

const part = (title: string, region: RegionId | null) =>
  `## ${title}\n\n${table(
    head,
    commandTypes.filter((type) => commandRow(type).region === region).flatMap(rowsOf)
  )}`

export const forms = () =>
  page(
    'Les formulaires',
    'Ce que chaque acte demande à qui le fait, champ par champ, dans les deux langues. Rien d’autre n’est accepté. Ce que l’acte entraîne : [les actes](acts.md). Qui peut le faire : [matrice](matrix.md).',
    [...eachRegion((region) => part(regions[region].fr, region)), part('Horloges', null)]
  )
