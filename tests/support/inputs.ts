import { choiceList, type ChoiceList, type ListName } from '../../server/views/lists.ts'
import { commandRow, type CommandType } from '../../workflows/case/commands.ts'

type Json = Record<string, unknown>
type Pick = (upTo: number) => number

/** A day that has come, and one that may lie ahead, where tests live. */
const today = '2026-11-24'

const textFor = (schema: Json): string => {
  if (schema['format'] === 'date') return today
  if (schema['format'] === 'date-time') return `${today}T22:00:00Z`
  if (schema['format'] === 'hour') return '14:30'
  if (schema['format'] === 'email') return 'cabinet@exemple.test'
  if (schema['format'] === 'uuid') return '00000000-0000-4000-8000-000000000000'
  return 'mot'
}

const listed = ({ 'x-list': named }: Json) =>
  named === undefined ? undefined : choiceList((named as ChoiceList).name as ListName, 'fr').items

const choicesIn = (schema: Json): unknown[] | undefined =>
  (schema['enum'] as unknown[] | undefined) ??
  ((schema['oneOf'] ?? listed(schema)) as { const: unknown }[] | undefined)?.map((option) => option.const)

/** A value that a schema accepts; `pick` chooses where it leaves a choice. */
export const valueFor = (schema: Json, pick: Pick = () => 0): unknown => {
  if ('const' in schema) return schema['const']
  const choices = choicesIn(schema)
  if (choices && choices.length > 0) return choices[pick(choices.length)]
  if (schema['type'] === 'array') return [valueFor(schema['items'] as Json, pick)]
  if (schema['type'] === 'object') return bodyFor(schema, pick)
  if (schema['type'] === 'boolean') return pick(2) === 1
  if (schema['type'] === 'integer') return pick(3)
  return textFor(schema)
}

/** A body that a closed object accepts: what it requires, and some of the rest. */
export const bodyFor = (schema: Json, pick: Pick = () => 0): Json => {
  const required = (schema['required'] as string[] | undefined) ?? []
  const properties = Object.entries((schema['properties'] ?? {}) as Record<string, Json>)
  return Object.fromEntries(
    properties
      .filter(([field]) => required.includes(field) || pick(2) === 1)
      .map(([field, one]) => [field, valueFor(one, pick)])
  )
}

/** The least that an act accepts; who is offered the reflection period wants it, unless a test says otherwise. */
export const inputFor = (command: CommandType): Json => ({
  ...bodyFor(commandRow(command).input as unknown as Json),
  ...(command === 'reflection.offer' && { wishes: true })
})
