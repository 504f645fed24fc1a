import { bodyOf, textsOf, type Typed } from '#lib/form/parse.ts'
import { fieldsOf, type Field } from '#lib/form/schema.ts'
import type { FlagForm, JsonForm } from '#lib/api.types.ts'
import { firstScreen, identityFields, type Screen, type Step } from './steps.ts'

/** A sign that was ticked; the source is empty until somebody says how they know. */
export type Sign = { code: string; source: string }

/** What the encrypted draft holds. The key makes a second sending of the same draft harmless. */
export type Draft = {
  key: string
  typed: Typed
  signs: Sign[]
  seen: string[]
  /** Those of the same operation who were flagged before this person: none for the first. */
  before?: Flagged[]
  /** What the last flag leaves to the next person of the same operation, until it is asked for. */
  operation?: Pick<Draft, 'typed' | 'signs'> & { flagged: Flagged[] }
}

/** A person flagged from this very draft, by the code that replaces the name; nothing when its author does not see the case. */
type Flagged = { id: string; code: string } | null

/** Place, day, danger, forms and signs are those of the operation; who somebody is, and what they said, is never carried. */
const ofOperation = ['danger', 'territory', 'site', 'metOn', 'channel', 'forms', 'forbiddenZones']

/** The draft after a flag was sent: empty, and ready for another person of the same operation. */
export const afterSending = ({ typed, signs, before = [] }: Draft, key: string, flagged: Flagged): Draft => ({
  ...emptyDraft(key),
  operation: {
    typed: Object.fromEntries(Object.entries(typed).filter(([name]) => ofOperation.includes(name))),
    signs,
    flagged: [...before, flagged]
  }
})

/** Another person of the same operation: what all have in common comes filled, and is read again before the sending. */
export const anotherPerson = ({ key, operation }: Draft): Draft => {
  if (!operation) return emptyDraft(key)
  const { flagged, ...common } = operation
  return { ...emptyDraft(key), ...common, before: flagged }
}

/** Which person of the operation this is, from the second on; null for the only or the first one. */
export const nthPerson = ({ before = [] }: Draft): number | null =>
  before.length > 0 ? before.length + 1 : null

/** Whether a screen comes filled from the person before. */
export const isCarried = ({ steps }: Screen, draft: Draft): boolean =>
  nthPerson(draft) !== null &&
  steps.some(
    ({ id, dimension, fields }) =>
      !draft.seen.includes(id) &&
      (dimension !== null || fields.some((name) => name !== 'forbiddenZones' && ofOperation.includes(name)))
  )

/** From the second person on, the last screen asks all that differs from one person to another. */
export function screensFor(screens: readonly Screen[], draft: Draft): readonly Screen[] {
  if (nthPerson(draft) === null) return screens
  const own = screens.flatMap(({ id, steps }) =>
    id === 'personne' || id === firstScreen
      ? steps.filter((step) => id === 'personne' || step.id === ofPerson)
      : []
  )
  return screens
    .filter(({ id }) => id !== 'personne')
    .map(({ id, steps }) =>
      id === 'relire'
        ? { id, steps: [...own, ...steps] }
        : { id, steps: steps.filter((step) => step.id !== ofPerson) }
    )
}
/** Asked on the first screen, of this person alone. */
const ofPerson = 'age'

export const sources = ['seen', 'person', 'third', 'document'] as const
/** How all that is ticked is known. */
export const sourceOfAll = 'sources'
const maxSigns = 120

export const emptyDraft = (key: string): Draft => ({ key, typed: {}, signs: [], seen: [] })

/** The answers of one screen; where nobody has answered yet, the reader's own territory is proposed. */
export function typedOn(step: Step, draft: Draft, territory: string | null = null): Typed {
  const proposed: Typed = territory && !draft.seen.includes(step.id) ? { territory: [territory] } : {}
  return Object.fromEntries(step.fields.map((name) => [name, draft.typed[name] ?? proposed[name] ?? []]))
}

/** A draft that begins in a settlement: how and where the person was met is answered, and read again on its screen. */
export const metIn = (key: string, { label, territory }: { label: string; territory: string }): Draft => ({
  ...emptyDraft(key),
  typed: { channel: ['settlement'], territory: [territory], site: [label] }
})

/** A draft as it came back from the API; anything that is not one counts as none. */
export function draftFrom(data: unknown): Draft | null {
  const { key, typed, signs, seen, before, operation } = objectIn(data) as Partial<Draft>
  const whole =
    typeof key === 'string' && typeof typed === 'object' && Array.isArray(signs) && Array.isArray(seen)
  return whole
    ? { key, typed: typed ?? {}, signs, seen, ...(before && { before }), ...(operation && { operation }) }
    : null
}

function objectIn(data: unknown): object {
  try {
    const value: unknown = typeof data === 'string' ? JSON.parse(data) : null
    return typeof value === 'object' && value !== null ? value : {}
  } catch {
    return {}
  }
}

/** The fields of the flag by name, with the lists that only the server knows. */
export function flagFields(form: FlagForm): Map<string, Field> {
  const top = fieldsOf(form.schema)
  const identity = form.schema.properties?.['identity'] ?? {}
  const nested = fieldsOf(identity).map((field) => ({ ...field, name: `identity.${field.name}` }))
  const fields = new Map([...top, ...nested].map((field) => [field.name, field]))
  const territories = form.territories.map(({ code, name }) => ({ value: code, label: name }))
  const languages = form.languages.map(({ code, name }) => ({ value: code, label: name }))
  offer(fields, 'territory', { kind: 'select', choices: territories })
  offer(fields, 'language', { kind: 'select', choices: languages })
  // As the form lists them, under their regions; in one row where it lists none.
  if (fields.get('forbiddenZones')?.choices.length === 0)
    offer(fields, 'forbiddenZones', { kind: 'checks', choices: territories })
  offer(fields, 'narrative', { kind: 'paragraph' })
  offer(fields, 'dangerFacts', { kind: 'paragraph' })
  return fields
}

function offer(fields: Map<string, Field>, name: string, own: Partial<Field>) {
  const field = fields.get(name)
  if (field) fields.set(name, { ...field, ...own })
}

/** The draft after one screen: its own answers replaced, all others kept. */
export function answered(draft: Draft, step: Step, form: FormData): Draft {
  const typed = {
    ...draft.typed,
    ...Object.fromEntries(step.fields.map((name) => [name, textsOf(form, name)]))
  }
  const seen = draft.seen.includes(step.id) ? draft.seen : [...draft.seen, step.id]
  return { ...draft, typed, seen, signs: step.dimension ? signsAfter(draft, step, form) : draft.signs }
}

function signsAfter(draft: Draft, step: Step, form: FormData): Sign[] {
  const here = new Set(step.dimension?.indicators.map(({ code }) => code))
  const ticked = textsOf(form, 'indicator').filter((code) => here.has(code))
  const elsewhere = draft.signs.filter(({ code }) => !here.has(code))
  // One answer may stand for all that is ticked; one that is given beside a sign is that sign's own.
  const every = sourceOf(form.get(sourceOfAll))
  const now = ticked.map((code) => ({ code, source: sourceOf(form.get(`source.${code}`)) || every }))
  return [...elsewhere, ...now].slice(0, maxSigns)
}

const sourceOf = (value: unknown) => sources.find((one) => one === value) ?? ''

export const maybeMinor = (draft: Draft) => ['minor', 'doubt'].includes(draft.typed['ageGroup']?.[0] ?? '')
/** A citizen of the Union, or of France, is asked for no permit, nor whether they seek asylum. */
export const isCitizen = (draft: Draft) => ['french', 'eu'].includes(draft.typed['nationality']?.[0] ?? '')
export const ofForeigners = ['stay', 'asylumClaim']
export const agreed = (draft: Draft) => draft.typed['nominativeConsent']?.[0] === 'true'

/** A name may be written with the person's agreement, or to protect a child. */
export const mayName = (draft: Draft) => agreed(draft) || maybeMinor(draft)

/** The flag as the API takes it. What no longer applies (a name without agreement, zones without danger) is not sent. */
export function flagInput(form: FlagForm, draft: Draft): Record<string, unknown> {
  const schema = form.schema
  const fields = [...flagFields(form).values()]
  const simple = fields.filter(
    ({ name }) => !name.includes('.') && !['indicators', 'identity'].includes(name)
  )
  const body = bodyOf(schema, simple, draft.typed)
  if (body['localDanger'] !== true) delete body['forbiddenZones']
  if (isCitizen(draft)) for (const name of ofForeigners) delete body[name]
  if (body['danger'] === 'none') delete body['dangerFacts']
  const identity = identityOf(schema, fields, draft)
  return { ...body, indicators: draft.signs, ...(mayName(draft) && identity && { identity }) }
}

function identityOf(schema: JsonForm, fields: readonly Field[], draft: Draft) {
  const nested = fields
    .filter(({ name }) => (identityFields as readonly string[]).includes(name))
    .map((field) => ({ ...field, name: field.name.slice('identity.'.length) }))
  const typed = Object.fromEntries(nested.map(({ name }) => [name, draft.typed[`identity.${name}`] ?? []]))
  const body = bodyOf(schema.properties?.['identity'] ?? {}, nested, typed)
  return Object.keys(body).length > 0 ? body : null
}
