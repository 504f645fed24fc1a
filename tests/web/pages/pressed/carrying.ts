import { dirname, join, normalize } from 'node:path'
import { sources } from '../../../support/sources.ts'
import { filled, press, type Action } from './pressing.ts'

// What becomes of each answer of a form, found out by changing one answer after another: nothing is said here of how a page does it.

/** Remembers by which names it was asked. */
class Asked extends FormData {
  readonly names = new Set<string>()
  override get(name: string) {
    this.names.add(name)
    return super.get(name)
  }
  override getAll(name: string) {
    this.names.add(name)
    return super.getAll(name)
  }
  override has(name: string) {
    this.names.add(name)
    return super.has(name)
  }
}

/** Of two of them, one at least is another answer to whatever may be asked; the last stands for a box that was left empty. */
const answers = ['true', '17', '2026-11-25', 'no', 'team:a', 'person:b:c', 'withdraw', 'x+y', null]

/** What a page puts on its way, by where it stands: `{0}` is the first thing that its address leaves open. */
export type Sent = Record<string, string>

const flat = (value: unknown, at: string): [string, string][] => {
  if (Array.isArray(value) && value.every((one) => typeof one !== 'object')) return [[at, value.join('+')]]
  if (typeof value !== 'object' || value === null) return [[at, JSON.stringify(value)]]
  return Object.entries(value).flatMap(([name, one]) => flat(one, Array.isArray(value) ? at : name))
}

export type Call = { method: string; path: string; body: string; version?: string | undefined }
export type Known = { method: string; path: string; like: RegExp }

/** All that the API answers to, as its own description has it. */
export const knownBy = (paths: Record<string, object>): Known[] =>
  Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => ({
      ...{ method: method.toUpperCase(), path },
      like: new RegExp(`^${path.replaceAll(/\{\w+\}/g, '([^/]*)')}$`)
    }))
  )

/** The operation that a call is of: of two, the one that leaves less open. */
export const operationOf = ({ method, path }: Call, known: readonly Known[]): Known | undefined =>
  known
    .filter((one) => one.method === method && one.like.test(path.replace(/\?.*$/, '')))
    .toSorted((a, b) => a.path.split('{').length - b.path.split('{').length)[0]

const sentIn = (call: Call, known: readonly Known[]) => {
  const { method, path, body, version } = call
  const of = operationOf(call, known)
  const open = [...(of?.path.matchAll(/\{(\w+)\}/g) ?? [])].map(([, name]) => name!)
  const [, ...named] = of?.like.exec(path.replace(/\?.*$/, '')) ?? []
  const said: unknown = body ? JSON.parse(body) : undefined
  const sent: Sent = Object.fromEntries([
    ...open.map((name, at) => [`{${name}}`, named[at]!]),
    ...[...new URL(path, 'http://api').searchParams].map(([name, value]) => [`?${name}`, value]),
    ...(said === undefined ? [] : flat(said, 'body')),
    ...(version === undefined ? [] : [['if-match', version]])
  ])
  return { operation: `${method.toLowerCase()} ${of?.path ?? path}`, sent, said }
}

type Values = Record<string, string | null>
type Pressing = { action: Action; known: readonly Known[] }

const pressed = async ({ action, known }: Pressing, values: Values) => {
  const form = new Asked()
  for (const [name, value] of Object.entries(values)) if (value !== null) form.append(name, value)
  const { read, written } = await press(action, { status: 200, form })
  return { names: [...form.names], calls: [...read, ...written].map((call) => sentIn(call, known)) }
}

/** By operation and place: the names of which the answer changes what stands there. */
export type Carried = Record<string, Record<string, string[]>>

/** Presses one button once for each answer to each name. `own`: names that are put together, and answers that others hang on. */
export const carriedBy = async (pressing: Pressing, borne: readonly string[], own: Values = {}) => {
  const { names } = await pressed(pressing, { ...filled, ...own })
  const asked = [...new Set([...borne, ...names, ...Object.keys(own)])]
  const usual: Values = { ...filled, ...own }
  const values = Object.fromEntries(asked.map((name) => [name, usual[name] ?? 'true']))
  const before = await pressed(pressing, values)
  const carried: Carried = {}
  for (const { operation, sent } of before.calls)
    carried[operation] = Object.fromEntries(Object.keys(sent).map((place) => [place, []]))
  for (const name of asked)
    for (const answer of answers)
      for (const { operation, sent } of (await pressed(pressing, { ...values, [name]: answer })).calls) {
        const was = before.calls.find((one) => one.operation === operation)?.sent
        for (const [place, value] of Object.entries(was ? sent : {}))
          if (was![place] !== value) (carried[operation]![place] ??= []).push(name)
      }
  for (const places of Object.values(carried))
    for (const [place, all] of Object.entries(places)) places[place] = [...new Set(all)]
  return { carried, asked: before.names, calls: before.calls }
}

const textOf = new Map(sources.map(({ path, text }) => [path, text]))

const takenBy = (path: string): string[] =>
  [...textOf.get(path)!.matchAll(/from\s*'(#lib\/|\.{1,2}\/)([^']+)'/g)]
    .map(([, from, rest]) =>
      from === '#lib/' ? `web/src/lib/${rest}` : normalize(join(dirname(path), `${from}${rest}`))
    )
    .filter((one) => textOf.has(one) && !one.endsWith('.server.ts'))

/** A page and all that it is drawn from. */
export const partsOf = (path: string, known = new Set<string>()): Set<string> => {
  if (known.has(path) || !textOf.has(path)) return known
  known.add(path)
  for (const one of takenBy(path)) partsOf(one, known)
  return known
}

/** What a page is drawn from, as it is written: what it does not name, no form of it bears. */
export const drawn = (at: string): string =>
  [...partsOf(`web/src/routes/${at}/+page.svelte`)].map((path) => textOf.get(path)!).join('\n')

/** Fields whose names stand in it. */
export const borneBy = (text: string): string[] => [
  ...new Set([...text.matchAll(/\bname="([^"{}]+)"/g)].map(([, name]) => name!))
]
