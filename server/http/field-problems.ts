import type { FastifySchemaValidationError } from 'fastify'
import type { Bilingual } from '../../workflows/vocabulary/vocabulary.ts'
import type { FieldProblem } from '../errors.ts'

const maxProblems = 50

/** Also where nothing was chosen: the words say what to do, and the page names the field. */
const notOffered = {
  code: 'choice',
  message: { fr: 'Choisissez l’une des réponses proposées', en: 'Choose one of the answers offered' }
}

/** What each rule of JSON Schema means to a person. A message never repeats the value: it may name someone. */
const rules: Record<string, { code: string; message: Bilingual }> = {
  required: { code: 'required', message: { fr: 'À renseigner', en: 'Required' } },
  additionalProperties: { code: 'unknown_field', message: { fr: 'Champ inconnu', en: 'Unknown field' } },
  unevaluatedProperties: { code: 'unknown_field', message: { fr: 'Champ inconnu', en: 'Unknown field' } },
  type: {
    code: 'type',
    message: { fr: 'Cette réponse n’a pas la forme attendue', en: 'Not the expected kind of answer' }
  },
  format: { code: 'format', message: { fr: 'Le format ne convient pas', en: 'Wrong format' } },
  pattern: { code: 'format', message: { fr: 'Le format ne convient pas', en: 'Wrong format' } },
  minLength: { code: 'too_short', message: { fr: 'Trop court', en: 'Too short' } },
  maxLength: { code: 'too_long', message: { fr: 'Trop long', en: 'Too long' } },
  minimum: { code: 'too_low', message: { fr: 'Trop petit', en: 'Too low' } },
  maximum: { code: 'too_high', message: { fr: 'Trop grand', en: 'Too high' } },
  minItems: { code: 'too_few', message: { fr: 'Pas assez de choix', en: 'Too few choices' } },
  wellFormed: {
    code: 'characters',
    message: {
      fr: 'Ce texte contient un caractère illisible : retapez-le',
      en: 'This text has a character that cannot be read: type it again'
    }
  },
  maxItems: { code: 'too_many', message: { fr: 'Trop de choix', en: 'Too many choices' } },
  uniqueItems: { code: 'repeated', message: { fr: 'Un choix est répété', en: 'A choice is repeated' } },
  enum: notOffered,
  const: notOffered,
  anyOf: notOffered,
  oneOf: notOffered
}
/** Where what is expected can be said, it is. */
const expected: Record<string, Bilingual> = {
  integer: { fr: 'Écrivez un nombre entier, en chiffres', en: 'Write a whole number, in digits' },
  email: {
    fr: 'Écrivez une adresse complète, comme nom@exemple.fr',
    en: 'Write a whole address, such as name@example.org'
  },
  date: {
    fr: 'Indiquez un jour qui existe : jour, mois et année',
    en: 'Give a day that exists: day, month and year'
  },
  'date-time': { fr: 'Indiquez le jour et l’heure', en: 'Give the day and the hour' },
  hour: { fr: 'Indiquez une heure, comme 14:30', en: 'Give an hour, such as 14:30' }
}

const bounds: Record<string, Bilingual> = {
  minimum: { fr: 'au moins', en: 'at least' },
  maximum: { fr: 'au plus', en: 'at most' }
}

const bounded = ({ fr, en }: Bilingual, bound: Bilingual, limit: unknown): Bilingual => ({
  fr: `${fr} : ${bound.fr} ${String(limit)}`,
  en: `${en}: ${bound.en} ${String(limit)}`
})

const noneChosen: Bilingual = { fr: 'Cochez au moins une réponse', en: 'Tick at least one answer' }

const problemOf = ({ keyword, params }: FastifySchemaValidationError) => {
  const rule = rules[keyword] ?? otherRule
  const bound = bounds[keyword]
  if (bound) return { ...rule, message: bounded(rule.message, bound, params['limit']) }
  if (keyword === 'minItems' && params['limit'] === 1) return { ...rule, message: noneChosen }
  const message = expected[String(params['format'] ?? params['type'])]
  return message && (keyword === 'type' || keyword === 'format') ? { ...rule, message } : rule
}

const otherRule = { code: 'invalid', message: { fr: 'Valeur non valide', en: 'Not valid' } }

/** Names every field that is wrong, once for each rule it breaks, by its dotted path. */
export function fieldProblems(validation: FastifySchemaValidationError[]): FieldProblem[] {
  const chosen = validation.filter(({ keyword }) => keyword === 'anyOf' || keyword === 'oneOf')
  const choices = [...new Set(chosen.map(({ schemaPath }) => `${schemaPath}/`))]
  // Inside a choice that failed, each option's own complaint says nothing more.
  const told = validation.filter(({ schemaPath }) => !choices.some((choice) => schemaPath.startsWith(choice)))
  const problems = told.map((error) => ({ field: fieldOf(error), ...problemOf(error) }))
  const unique = new Map(problems.map((problem) => [`${problem.field} ${problem.code}`, problem]))
  return [...unique.values()].slice(0, maxProblems)
}

function fieldOf({ instancePath, keyword, params }: FastifySchemaValidationError): string {
  const missing = keyword === 'required' ? [String(params['missingProperty'])] : []
  return [...instancePath.split('/').slice(1), ...missing].join('.')
}
