import { Type, type TObject, type TProperties, type TSchema } from 'typebox'
import type { Bilingual, DataClass } from './vocabulary.ts'

export type Computed = 'standing' | 'firstVoice' | 'shown'

/** What a form field says of itself beyond JSON Schema; kept under one keyword, localised when a schema leaves the server. */
export type FieldNotes = {
  label: Bilingual
  hint?: Bilingual
  /** Sealed classes are encrypted before they are stored; the others are kept in the event as they are. */
  dataClass?: DataClass
  /** What a value that stays open tells: for those who may read this class, and for who concludes on the act. */
  tells?: DataClass
  /** Words for each value of an enumeration. */
  choices?: Record<string, Bilingual>
  /** The long list that its choices are of: a form names it, and does not repeat it. */
  list?: 'courts' | 'indicators' | 'countries'
  /** A date that may lie ahead, or an appointment, which lies nowhere else; the others tell what has already happened. */
  ahead?: true | 'only'
  /** Of an appointment: for how many days it may still be written down after it was held. */
  heldWithin?: number
  /** Tells where the acts were committed, or where the person was met. */
  origin?: boolean
  /** Written by the server as the act is done, from the waiting list, from what the first voice said or from the text that was shown: no form asks for it. */
  computed?: Computed
  /**
   * What each answer to a yes or no question says, as a whole sentence, in the order in which they are offered: a bare « oui »
   * or « non » under a question or a negation can be taken for its opposite.
   */
  answers?: Record<'true' | 'false', Bilingual>
  /**
   * A question to which « I do not know » is an answer: the field is then left out. It waits for one, unless to pass it over says
   * as much (`orPassed`): what nobody knew or asked then stays unknown.
   */
  mayBeUnknown?: true | 'orPassed'
  /** Of a record: true is what the law waits for, and what is said instead makes it unusual. */
  awaited?: boolean
  /** Asked only where another field of the form has this answer, and needed there: elsewhere it does not apply. */
  onlyIf?: { field: string; is: string }
  /** Of whom alone it is asked; who may be a child counts as one, and what is asked of adults is not taken of them either. */
  askedOf?: 'adults' | 'children'
  /** The screen of the flag that asks it; what no screen asks is not asked. */
  screen?: FlagScreen
  /** Where to reach who has no account: handed to what sends it, and written neither in the event nor beside it. */
  addressee?: boolean
  /** Choices that only the server knows at that moment (organisations, places). */
  lookup?: 'associations' | 'freePlaces' | 'ownPlaces' | 'territories' | 'recipients' | 'told'
}

/** The screens of the flag that ask fields; the pages give each its chapter and its title. */
type FlagScreen =
  | 'maintenant'
  | 'rencontre'
  | 'exploitation'
  | 'age'
  | 'personne'
  | 'situation'
  | 'securite'
  | 'accord'
  | 'recit'

export const notesKeyword = 'x-mnio'

type Options = Omit<FieldNotes, 'choices'> & { maxLength?: number; minLength?: number; maximum?: number }

/** What stays beside the JSON Schema, and what goes under the keyword. */
const annotate = ({ maxLength, minLength, maximum, ...notes }: Options) => ({
  ...(maxLength !== undefined && { maxLength }),
  ...(minLength !== undefined && { minLength }),
  ...(maximum !== undefined && { maximum }),
  [notesKeyword]: notes
})

/** A closed object: nothing that the table does not name gets through. */
export const closed = <P extends TProperties>(properties: P) =>
  Type.Object(properties, { additionalProperties: false })

export const nothing = closed({})

// PostgreSQL text refuses NUL; a control character, or one that turns the line around, has no place in what people write.
const printable = '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u202a-\\u202e\\u2066-\\u2069]*$'

export const text = (options: Options) =>
  Type.String({ minLength: 1, maxLength: 200, pattern: printable, ...annotate(options) })
export const longText = (options: Options) =>
  Type.String({ minLength: 1, maxLength: 4000, pattern: printable, ...annotate(options) })
export const date = (options: Options) => Type.String({ format: 'date', ...annotate(options) })
/** An hour of a day that another field gives, `HH:mm`, on the clocks of the place. */
export const hour = (options: Options) => Type.String({ format: 'hour', maxLength: 5, ...annotate(options) })
// A leap second is a valid instant that no calendar of a computer can show again.
const instant = '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:[0-5]\\d(\\.\\d{1,6})?)?(Z|[+-]\\d\\d:\\d\\d)$'
export const dateTime = (options: Options) =>
  Type.String({ format: 'date-time', pattern: instant, ...annotate(options) })
/** The e-mail address of a recipient who answers by link. */
const linkHint: Bilingual = {
  fr: 'Un lien de réponse y est envoyé, sans nom ni récit.',
  en: 'A link to answer is sent there, without a name or a story.'
}

export const addressee = (options: Options) =>
  Type.String({
    format: 'email',
    maxLength: 200,
    ...annotate({ hint: linkHint, ...options, addressee: true })
  })

export const yes = (options: Options) => Type.Boolean(annotate(options))
/** An act that is nothing without this: the box must be ticked. */
export const agreed = (options: Options) =>
  Type.Unsafe<true>({ type: 'boolean', const: true, ...annotate(options) })

const isAgreed = ({ const: only }: { const?: unknown }) => only === true

const mayBeOtherwise = <S extends TSchema>(field: S): S => {
  const copy = Object.defineProperties({}, Object.getOwnPropertyDescriptors(field)) as S & {
    const?: unknown
    [notesKeyword]?: FieldNotes
  }
  delete copy.const
  return Object.assign(copy, { [notesKeyword]: { ...copy[notesKeyword], awaited: true } })
}

/** The same form where it writes down what an authority did: what should have been so may be said not to be. */
export const openly = <I extends TObject>(form: I): I => {
  const fields = Object.entries(form.properties) as [string, TSchema][]
  if (!fields.some(([, field]) => isAgreed(field))) return form
  const properties = Object.fromEntries(
    fields.map(([name, field]) => [name, isAgreed(field) ? mayBeOtherwise(field) : field])
  )
  return Object.assign(Object.defineProperties({}, Object.getOwnPropertyDescriptors(form)), {
    properties
  }) as I
}
export const count = (options: Options) => Type.Integer({ minimum: 0, maximum: 12, ...annotate(options) })
export const id = (options: Options) => Type.String({ format: 'uuid', ...annotate(options) })

/** One value among those of a table of words. */
export const choice = <C extends Record<string, Bilingual>>(choices: C, options: Options) => {
  const { [notesKeyword]: notes, ...rest } = annotate(options)
  return Type.Unsafe<keyof C & string>({
    type: 'string',
    enum: Object.keys(choices),
    ...rest,
    [notesKeyword]: { ...notes, choices }
  })
}

/** Several values among those of a table of words. */
export const choices = <C extends Record<string, Bilingual>>(
  table: C,
  options: Options & { atLeast?: number }
) => {
  const { atLeast = 1, ...own } = options
  const { [notesKeyword]: notes, ...rest } = annotate(own)
  return Type.Unsafe<(keyof C & string)[]>({
    type: 'array',
    items: { type: 'string', enum: Object.keys(table) },
    minItems: atLeast,
    maxItems: Object.keys(table).length,
    uniqueItems: true,
    ...rest,
    [notesKeyword]: { ...notes, choices: table }
  })
}

export const optional = <T extends TSchema>(schema: T) => Type.Optional(schema)

export const notesOf = (schema: TSchema): FieldNotes | undefined =>
  (schema as unknown as Record<string, FieldNotes | undefined>)[notesKeyword]

/** Beside an organisation chosen by name, for one who has no account here. */
export const orAddressee = optional(
  addressee({
    label: {
      fr: 'Ou son adresse électronique, sans compte ici',
      en: 'Or their e-mail address, without an account here'
    }
  })
)
