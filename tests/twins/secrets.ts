import { flagInput } from '../../workflows/facts/flag.ts'
import { commandRow } from '../../workflows/case/commands.ts'
import { notesOf } from '../../workflows/vocabulary/fields.ts'
import type { DataClass } from '../../workflows/vocabulary/vocabulary.ts'
import type { TObject, TSchema } from 'typebox'
import { candidatesAt, isNamed } from './lives/candidates.ts'
import { classesOf } from './classes.ts'
import { pickOf, type Below, type Json } from './lives/inputs.ts'
import type { Hideable, Script } from './lives/lives.ts'
import { nameOf, play, type Life, type Step } from './lives/play.ts'
import type { Standing } from './house/standing.ts'

/** What one twin has and the other has not: an act done in secret at some moment, or another answer in an act that both share. */
export type Secret =
  | { type: 'act'; at: number; name: string }
  | { type: 'fact'; at: number; name: string; classes: DataClass[]; step: Step }

/** How often each was hidden, how often it was tried in vain, and how many lives were led to where it is open. */
export type Tally = { hidden: Map<string, number>; vain: Map<string, number>; aimed: Map<string, number> }

/** What could not be kept weighs less than what was, or an act that is often refused would hardly ever be hidden. */
const worth = ({ hidden, vain }: Tally, name: string) =>
  (hidden.get(name) ?? 0) + Math.floor((vain.get(name) ?? 0) / 3)

const otherValue = (schema: TSchema, value: unknown): unknown => {
  const { type, items, enum: choices } = schema as { type?: string; items?: TSchema; enum?: unknown[] }
  if (choices) return choices.find((one) => one !== value)
  if (type === 'boolean') return !value
  if (type === 'array') {
    const all = (items as { enum?: unknown[] } | undefined)?.enum ?? []
    const given = value as unknown[]
    const more = all.find((one) => !given.includes(one))
    return more === undefined ? undefined : [...given, more]
  }
  if (type === 'string' && !('format' in schema)) return `${String(value)} autrement`
  return undefined
}

/** Another answer to one question of a step, of a class that the step itself does not have. */
const othersOf = (step: Step, at: number): Secret[] => {
  if (step.type !== 'flag' && step.type !== 'act') return []
  const form: TObject = step.type === 'flag' ? flagInput : commandRow(step.command).input
  const named = step.type === 'flag' ? 'case.flag' : step.command
  const flat = Object.entries(form.properties).flatMap(([field, schema]) => {
    const inner = (schema as { properties?: Record<string, TSchema> }).properties
    return inner
      ? Object.entries(inner).map(([name, one]) => ({ path: [field, name], schema: one }))
      : [{ path: [field], schema }]
  })
  return flat.flatMap(({ path, schema }) => {
    const dataClass = notesOf(schema)?.dataClass
    const holder = (path.length > 1 ? step.input[path[0]!] : step.input) as Json | undefined
    const last = path.at(-1)!
    if (!dataClass || holder?.[last] === undefined) return []
    const value = otherValue(schema, holder[last])
    if (value === undefined) return []
    const changed = { ...holder, [last]: value }
    const input = path.length > 1 ? { ...step.input, [path[0]!]: changed } : changed
    return [
      { type: 'fact', at, name: `${named}.${last}`, classes: [dataClass], step: { ...step, input } as Step }
    ]
  })
}

type Chosen = { below: Below; tally: Tally; wanted: ReadonlySet<DataClass> }

/** Where a person sleeps is told by what moves her, of whatever class that is. */
const isOf = (one: DataClass, { dataClass, movesPlace }: Hideable) =>
  dataClass === one || (movesPlace && one === 'A')

const wantedIn = (acts: readonly Hideable[], wanted: ReadonlySet<DataClass>) =>
  [...wanted].filter((one) => acts.some((act) => isOf(one, act)))

/** Of all that a life could hide, what has been hidden least so far; mostly of a wanted class, where it has any. */
export const choose = ({ steps, secrets }: Script, { below, tally, wanted }: Chosen): Secret | null => {
  const acts = secrets.flatMap((each, at) => each.map((one) => ({ type: 'act', at, ...one }) as const))
  const facts = steps.flatMap(othersOf)
  const wantedNow = below(4) > 0 ? pickOf(below)(wantedIn(acts, wanted)) : undefined
  const meant = wantedNow ? acts.filter((act) => isOf(wantedNow, act)) : []
  const others = below(4) === 0 && facts.length > 0 ? facts : acts
  const all: readonly Secret[] = meant.length > 0 ? meant : others
  if (all.length === 0) return null
  const least = Math.min(...all.map(({ name }) => worth(tally, name)))
  const pick = pickOf(below)
  // What is rarest of a class may be what its guest does, whom it tells nothing new.
  const any = meant.length > 0 && below(2) === 0
  const rarest = any ? all : all.filter(({ name }) => worth(tally, name) <= least)
  // What an act hangs on beside the tables is more often there later on.
  const [one, other] = [pick(rarest), pick(rarest)]
  return one.at > other.at ? one : other
}

const tries = 4

/** Does an act in secret, as somebody who may, with what is asked. Null where nothing of the kind is done. */
export const hide = async (
  life: Life,
  standing: Standing,
  name: string,
  below: Below
): Promise<Step | null> => {
  const { acts, answers } = candidatesAt(life, standing)
  const likely = [...acts, ...answers].filter((one) => isNamed(one, name))
  for (let attempt = 0; attempt < tries && likely.length > 0; attempt += 1) {
    const step = pickOf(below)(likely).make(below)
    if (classesOf(step).length > 0 && (await play(life, step, true)).done) return step
  }
  return null
}

const most = 6

/** What else of the same class could be done in secret now, the rarest first; nothing that says more than what is hidden already. */
export const hideMore = async (
  life: Life,
  standing: Standing,
  classes: readonly DataClass[],
  { below, tally, before }: { below: Below; tally: Tally; before: readonly Step[] }
): Promise<Step | null> => {
  if (life.secrets >= most) return null
  const done = before.map(nameOf)
  const { acts, answers } = candidatesAt(life, standing)
  const likely = [...acts, ...answers]
    .map((one) => one.make(below))
    .filter((step) => {
      const own = classesOf(step)
      return (
        own[0] === classes[0] && own.every((one) => classes.includes(one)) && !done.includes(nameOf(step))
      )
    })
    .sort((one, other) => worth(tally, nameOf(one)) - worth(tally, nameOf(other)))
  for (const step of likely.slice(0, 2)) if ((await play(life, step, true)).done) return step
  return null
}
