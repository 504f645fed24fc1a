import { misnumberedIn, missingIn } from '#lib/form/parse.ts'
import { unknown, type Choice, type Field } from '#lib/form/schema.ts'
import { agreed, isCitizen, mayName, ofForeigners, type Draft, type Sign } from './answers.ts'
import { stepOfField, type Screen, type Step } from './steps.ts'

/** Something to mend before the flag can leave: where it is asked, and by which control. */
export type Gap = {
  step: string
  field: string
  label: string
  kind: 'missing' | 'future' | 'number' | 'source' | 'signs' | 'age' | 'name'
  /** Of a number that is out of them. */
  bounds?: { least: number; most: number }
}

/** The fields of these names that the form of today has. */
export const fieldsNamed = (fields: ReadonlyMap<string, Field>, names: readonly string[]) =>
  names.map((name) => fields.get(name)).filter((field) => field !== undefined)

/** What still lacks of what is asked in one breath: signs need a source each. */
export function gapsOf(step: Step, fields: ReadonlyMap<string, Field>, draft: Draft, today = '9999'): Gap[] {
  const shown = shownFields(step, draft).filter((name) => !name.includes('.'))
  const asked = fieldsNamed(fields, shown)
  const missing = missingIn(asked, draft.typed).map(({ name, label }): Gap => ({
    step: step.id,
    field: name,
    label,
    kind: 'missing'
  }))
  const future = fieldsNamed(fields, step.fields)
    .filter(({ name, past }) => past && (draft.typed[name]?.[0] ?? '') > today)
    .map(({ name, label }): Gap => ({ step: step.id, field: name, label, kind: 'future' }))
  return [
    ...missing,
    ...future,
    ...misnumbered(step, asked, draft),
    ...contradictedAge(step, fields, draft),
    ...unnamed(step, fields, draft),
    ...unsourced(step, draft.signs)
  ]
}

function misnumbered(step: Step, asked: readonly Field[], { typed }: Draft): Gap[] {
  return misnumberedIn(asked, typed).map(({ name, label, minimum, maximum }) => ({
    step: step.id,
    field: name,
    label,
    kind: 'number',
    bounds: { least: minimum ?? 0, most: maximum ?? 0 }
  }))
}

/** An adult of fifteen is asked about at once, where it was written. */
function contradictedAge(step: Step, fields: ReadonlyMap<string, Field>, { typed }: Draft): Gap[] {
  const [group, band] = [typed['ageGroup']?.[0], typed['ageBand']?.[0]]
  if (!step.minorBands || !band || (group !== 'adult' && group !== 'minor')) return []
  if (step.minorBands.includes(band) === (group === 'minor')) return []
  return [{ step: step.id, field: 'ageBand', label: fields.get('ageBand')?.label ?? '', kind: 'age' }]
}

const names = ['identity.name', 'identity.alias']

/** Whoever agrees that their name is passed on has one written: their yes would open nothing. */
function unnamed(step: Step, fields: ReadonlyMap<string, Field>, draft: Draft): Gap[] {
  const asked = fieldsNamed(fields, names).filter(({ name }) => step.fields.includes(name))
  const written = names.some((name) => draft.typed[name]?.[0]?.trim())
  const [first] = asked
  if (!first || !agreed(draft) || written) return []
  return [{ step: step.id, field: first.name, label: first.label, kind: 'name' }]
}

function unsourced(step: Step, signs: readonly Sign[]): Gap[] {
  const here = step.dimension?.indicators ?? []
  return here
    .filter(({ code }) => signs.some((sign) => sign.code === code && sign.source === ''))
    .map(({ code, label }) => ({ step: step.id, field: `sign.${code}`, label, kind: 'source' }))
}

/** One sign at least, wherever the signs are asked. */
export function signless(steps: readonly Step[], { signs }: Draft): Gap[] {
  const first = stepOfField(steps, 'indicators')
  return signs.length > 0 || !first
    ? []
    : [{ step: first.id, field: 'indicators', label: first.dimension?.label ?? '', kind: 'signs' }]
}

/** What still lacks of these questions, and of the signs where they are among them. */
export const allGaps = (
  steps: readonly Step[],
  fields: ReadonlyMap<string, Field>,
  draft: Draft,
  today?: string
): Gap[] => [...steps.flatMap((step) => gapsOf(step, fields, draft, today)), ...signless(steps, draft)]

const yesNo = (answer: string, { yes, no, unknown }: Pick<ReviewWords, 'yes' | 'no' | 'unknown'>) =>
  answer === 'true' ? yes : answer === 'unknown' ? unknown : no

const isDay = /^\d{4}-\d{2}-\d{2}$/

/** One answer as it is read back: the words of the form, never its codes. Empty when nothing was answered. */
export function wordsOf(
  field: Field,
  values: readonly string[],
  words: Omit<ReviewWords, 'source'>
): string[] {
  const kept = values.map((value) => value.trim()).filter((value) => value !== '')
  if (field.kind === 'yesno' || field.kind === 'tick')
    return kept.map((one) => field.choices.find(({ value }) => value === one)?.label ?? yesNo(one, words))
  if (field.kind === 'date') return kept.map((one) => (isDay.test(one) ? words.date(one) : one))
  return kept.map((value) =>
    field.mayBeUnknown && value === unknown ? words.unknown : labelOf(field.choices, value)
  )
}

const labelOf = (choices: readonly Choice[], value: string) =>
  choices.find((choice) => choice.value === value)?.label ?? value

/** The fields that apply to this draft. */
export function shownFields(step: Step, draft: Draft): string[] {
  const is = (name: string, value: string) => draft.typed[name]?.[0] === value
  return step.fields.filter((name) => {
    if (name.startsWith('identity.')) return mayName(draft)
    if (name === 'forbiddenZones') return is('localDanger', 'true')
    if (name === 'dangerFacts') return !is('danger', 'none')
    if (ofForeigners.includes(name)) return !isCitizen(draft)
    return true
  })
}

export type ReviewBlock = { screen: Screen['id']; lines: { label: string; words: string[] }[] }
export type ReviewWords = {
  yes: string
  no: string
  unknown: string
  date: (day: string) => string
  source: (source: string) => string
}

type Read = { draft: Draft; words: ReviewWords }

/** What was answered on the screens before, read back. */
export const reviewOf = (
  screens: readonly Screen[],
  fields: ReadonlyMap<string, Field>,
  read: Read
): ReviewBlock[] =>
  screens.map(({ id, steps }) => ({
    screen: id,
    lines: steps.flatMap((step) => linesOf(step, fields, read))
  }))

function linesOf(step: Step, fields: ReadonlyMap<string, Field>, { draft, words }: Read) {
  if (step.dimension) return signLines(step, draft, words)
  return fieldsNamed(fields, shownFields(step, draft)).map((field) => ({
    label: field.label,
    words: wordsOf(field, draft.typed[field.name] ?? [], words)
  }))
}

/** Of a dimension nothing is read back where nothing was ticked: that says nothing. */
function signLines(step: Step, draft: Draft, words: ReviewWords): ReviewBlock['lines'] {
  const signs = (step.dimension?.indicators ?? []).flatMap(({ code, label }) => {
    const sign = draft.signs.find((one) => one.code === code)
    if (!sign) return []
    return [sign.source ? `${label} (${words.source(sign.source)})` : label]
  })
  return signs.length > 0 ? [{ label: step.dimension?.label ?? '', words: signs }] : []
}
