import { fieldName } from '#lib/form/errors.ts'
import { controlId } from '#lib/form/ids.ts'
import type { FlagForm } from '#lib/api.types.ts'

export const chapters = [
  'danger',
  'meeting',
  'signs',
  'person',
  'safety',
  'agreement',
  'account',
  'review'
] as const
/** Where a flag begins. */
export const firstScreen = 'maintenant'

export type Chapter = (typeof chapters)[number]
export type Dimension = FlagForm['dimensions'][number]

/** One screen of the flag: one question, or two that are asked in one breath. */
export type Step = {
  id: string
  chapter: Chapter
  fields: readonly string[]
  dimension: Dimension | null
  /** Of a screen of one question: that question, in the words of the form; else it has a title of its own among the messages. */
  title: string | null
  /** Where the age is asked: the bands that an adult cannot have, and a child must. */
  minorBands?: readonly string[]
}

export const identityFields = [
  'identity.name',
  'identity.alias',
  'identity.birthDate',
  'identity.contact'
] as const

/** Danger comes first, the sending last; the signs take one screen for each dimension that the lists of today hold. */
export function stepsOf(form: Pick<FlagForm, 'dimensions' | 'minorBands' | 'schema'>): Step[] {
  const asked = Object.entries(form.schema.properties ?? {})
  // A question says on which screen it stands; the fields of an identity stand with the agreement that they wait for.
  const screen = (id: string, chapter: Chapter): Step => ({
    id,
    chapter,
    fields: asked.flatMap(([name, field]) => (field['x-screen'] === id ? [name] : [])),
    dimension: null,
    title: null
  })
  const asking = (question: string, one: Step): Step => ({
    ...one,
    title: form.schema.properties?.[question]?.title ?? null
  })
  const agreement = screen('accord', 'agreement')
  return [
    asking('danger', screen(firstScreen, 'danger')),
    screen('rencontre', 'meeting'),
    // The form comes first: the signs that speak of it then lead each screen.
    screen('exploitation', 'signs'),
    ...form.dimensions.map((dimension) => signs(dimension)),
    { ...screen('personne', 'person'), minorBands: form.minorBands },
    screen('situation', 'person'),
    asking('localDanger', screen('securite', 'safety')),
    asking('nominativeConsent', { ...agreement, fields: [...agreement.fields, ...identityFields] }),
    screen('recit', 'account'),
    screen('relire', 'review')
  ]
}

/** A screen of signs with those of the forms at hand first, and those of other forms last: none is left out. */
export function ordered(step: Step, forms: readonly string[]): Step {
  if (!step.dimension) return step
  const rank = (form: string | null) =>
    form === null ? 1 : forms.includes(form) ? 0 : forms.length > 0 ? 2 : 1
  const indicators = step.dimension.indicators.toSorted((one, other) => rank(one.form) - rank(other.form))
  return { ...step, dimension: { ...step.dimension, indicators } }
}

/** The screen after the last signs: for whoever saw and heard nothing more. */
export const afterSigns = (steps: readonly Step[]): Step | null =>
  steps[steps.findLastIndex(({ dimension }) => dimension !== null) + 1] ?? null

const signs = (dimension: Dimension): Step => ({
  id: `indices-${dimension.id}`,
  chapter: 'signs',
  fields: [],
  dimension,
  title: dimension.label
})

/** A screen as the contents name it. */
export type Entry = Pick<Step, 'id' | 'title'> & { seen: boolean; here: boolean }

/** The contents of the flag: what was seen may be opened again, what is to come is only named. */
export const contentsOf = (steps: readonly Step[], seen: readonly string[], here: string): Entry[] =>
  steps.map(({ id, title }) => ({
    id,
    title,
    seen: seen.includes(id),
    here: id === here
  }))

export function neighbours(steps: readonly Step[], id: string) {
  const at = steps.findIndex((step) => step.id === id)
  return { previous: steps[at - 1] ?? null, next: steps[at + 1] ?? null, done: at, of: steps.length }
}

/** The screen where a field of the flag is asked, so that an error can lead there. */
export function stepOfField(steps: readonly Step[], field: string): Step | null {
  const root = field.split('.')[0] ?? field
  if (root === 'indicators') return steps.find(({ dimension }) => dimension !== null) ?? null
  return steps.find(({ fields }) => fields.some((one) => one === field || one.split('.')[0] === root)) ?? null
}

/** Which screen asks each field of the flag: a plain table, for links from the last screen. */
export type Places = Record<string, string>

export function placesOf(steps: readonly Step[]): Places {
  const signs = stepOfField(steps, 'indicators')?.id ?? firstScreen
  const fields = steps.flatMap((step) => step.fields.map((name): [string, string] => [name, step.id]))
  const own = steps.flatMap((step) =>
    (step.dimension?.indicators ?? []).map(({ code }): [string, string] => [`sign.${code}`, step.id])
  )
  return Object.fromEntries([...fields, ...own, ['indicators', signs]])
}

/** From an error of the last screen to the screen and the control that mend it. */
export function mendHref(places: Places, path: string): string {
  const name = fieldName(path)
  const root = name.split('.')[0] ?? name
  return `/signaler/${places[name] ?? places[root] ?? 'relire'}?revoir=1#${controlId(name)}`
}
