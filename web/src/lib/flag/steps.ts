import { fieldName } from '#lib/form/errors.ts'
import { controlId } from '#lib/form/ids.ts'
import type { FlagForm } from '#lib/api.types.ts'

export type Dimension = FlagForm['dimensions'][number]

/** Questions that are asked in one breath. */
export type Step = {
  id: string
  fields: readonly string[]
  dimension: Dimension | null
  /** Where the age is asked: the bands that an adult cannot have, and a child must. */
  minorBands?: readonly string[]
}

export const screenIds = ['maintenant', 'indices', 'personne', 'relire'] as const
/** Where a flag begins. */
export const firstScreen = 'maintenant'

/** One page of the flag. */
export type Screen = { id: (typeof screenIds)[number]; steps: readonly Step[] }

export const identityFields = [
  'identity.name',
  'identity.alias',
  'identity.birthDate',
  'identity.contact'
] as const

type Asking = Pick<FlagForm, 'dimensions' | 'minorBands' | 'schema'>

/** A question says among which it is asked; the fields of an identity stand with the agreement that they wait for. */
function asker(form: Asking) {
  const asked = Object.entries(form.schema.properties ?? {})
  return (id: string, more: Partial<Step> = {}): Step => ({
    id,
    dimension: null,
    ...more,
    fields: [
      ...asked.flatMap(([name, field]) => (field['x-screen'] === id ? [name] : [])),
      ...(more.fields ?? [])
    ]
  })
}

/**
 * Danger comes first, the sending last. Form and age come before the signs, of which they choose those that lead; what is safe and
 * what the person agrees to are asked where the flag leaves.
 */
export function screensOf(form: Asking): Screen[] {
  const step = asker(form)
  return [
    { id: firstScreen, steps: ['maintenant', 'rencontre', 'age', 'exploitation'].map((id) => step(id)) },
    { id: 'indices', steps: form.dimensions.map((one) => step(`indices-${one.id}`, { dimension: one })) },
    { id: 'personne', steps: [step('personne', { minorBands: form.minorBands }), step('situation')] },
    {
      id: 'relire',
      steps: [step('securite'), step('accord', { fields: identityFields }), step('recit')]
    }
  ]
}

/** All that is asked, in its order. */
export const stepsOf = (form: Asking): Step[] => screensOf(form).flatMap(({ steps }) => steps)

/** A screen as the contents name it. */
export type Entry = Pick<Screen, 'id'> & { seen: boolean; here: boolean }

const isSeen = ({ steps }: Screen, seen: readonly string[]) => steps.every(({ id }) => seen.includes(id))

/** The contents of the flag: what was seen may be opened again, what is to come is only named. */
export const contentsOf = (screens: readonly Screen[], seen: readonly string[], here: string): Entry[] =>
  screens.map((screen) => ({ id: screen.id, seen: isSeen(screen, seen), here: screen.id === here }))

/** Where a draft is taken up: the first screen that was not gone through, or was and still lacks something. */
export const firstOpen = (
  screens: readonly Screen[],
  seen: readonly string[],
  lacks: (screen: Screen) => boolean
): Screen['id'] => screens.find((screen) => !isSeen(screen, seen) || lacks(screen))?.id ?? 'relire'

export function neighbours(screens: readonly Screen[], id: string) {
  const at = screens.findIndex((screen) => screen.id === id)
  return { previous: screens[at - 1] ?? null, next: screens[at + 1] ?? null, done: at, of: screens.length }
}

/** Where a field of the flag is asked, so that an error can lead there. */
export function stepOfField(steps: readonly Step[], field: string): Step | null {
  const root = field.split('.')[0] ?? field
  if (root === 'indicators') return steps.find(({ dimension }) => dimension !== null) ?? null
  return steps.find(({ fields }) => fields.some((one) => one === field || one.split('.')[0] === root)) ?? null
}

/** Which screen asks each field of the flag: a plain table, for links from the last screen. */
export type Places = Record<string, string>

export const placesOf = (screens: readonly Screen[]): Places =>
  Object.fromEntries([
    ['indicators', 'indices'],
    ...screens.flatMap(({ id, steps }) =>
      steps.flatMap(({ fields, dimension }) => [
        ...fields.map((name): [string, string] => [name, id]),
        ...(dimension?.indicators ?? []).map(({ code }): [string, string] => [`sign.${code}`, id])
      ])
    )
  ])

/** From an error of the last screen to the control that mends it, there or on the screen that asks. */
export function mendHref(places: Places, path: string): string {
  const name = fieldName(path)
  const root = name.split('.')[0] ?? name
  const at = places[name] ?? places[root] ?? 'relire'
  const control = `#${controlId(name)}`
  return at === 'relire' ? control : `/signaler/${at}?revoir=1${control}`
}
