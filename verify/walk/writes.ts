import { isExpected } from '../../workflows/case/advance.ts'
import { commandRow, commandTypes, type CommandType } from '../../workflows/case/commands.ts'
import type { Situation } from '../../workflows/guards/guards.ts'
import { chanceFrom } from '../chance.ts'
import { inputsOf } from '../inputs.ts'
import { starts } from './starts.ts'
import { learnt, stride } from './step.ts'

// Which facts an act may change is seen by doing it, in many places; what is walked afterwards is held against it.

const strides = 6_000
const life = 60

const known = new Map<CommandType, Map<string, Set<string>>>()

// An input is looked up millions of times, and written out once.
const keys = new WeakMap<object, string>()
const keyOf = (input: Record<string, unknown>) => {
  const before = keys.get(input)
  if (before !== undefined) return before
  const key = JSON.stringify(input)
  keys.set(input, key)
  return key
}

const note = (before: Situation, type: CommandType, input: Record<string, unknown>) => {
  const inputs = known.get(type) ?? new Map<string, Set<string>>()
  known.set(type, inputs)
  const key = keyOf(input)
  const names = inputs.get(key) ?? new Set<string>()
  inputs.set(key, names)
  const fresh = Object.keys(learnt(before, type, input)).filter((name) => !names.has(name))
  for (const name of fresh) names.add(name)
  return fresh
}

const teaching = commandTypes.filter((type) => commandRow(type).apply)

const learnAll = () => {
  const chance = chanceFrom(7)
  const from = starts()
  let situation = from[0]!
  for (let at = 0; at < strides; at += 1) {
    if (at % life === 0) situation = from[chance(from.length)]!
    const here = situation
    for (const type of teaching) for (const input of inputsOf(type)) note(here, type, input)
    const open = commandTypes.filter((type) => commandRow(type).region && isExpected(here, type))
    const type = open[chance(open.length)]
    if (!type) continue
    const inputs = inputsOf(type)
    situation = stride(here, type, inputs[chance(inputs.length)]!)
  }
}

/** The facts that an act may change, with this input. */
export const writes = (type: CommandType, input: Record<string, unknown>): ReadonlySet<string> => {
  if (known.size === 0) learnAll()
  return known.get(type)?.get(keyOf(input)) ?? new Set()
}

/** Whether an act changed a fact that it was never seen to change: a cone may then be too narrow. */
export const surprises = (before: Situation, type: CommandType, input: Record<string, unknown>) =>
  note(before, type, input).length > 0
