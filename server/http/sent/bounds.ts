import type { FastifySchemaValidationError as Fault } from 'fastify'

/** Of lists and of objects; `tests/server/http/bounds.test.ts` holds both against every form. */
export const longestList = 250
export const mostValues = 4_000

type Sent = { value: unknown; path: string }

/** Each value that was sent, before what it holds: whoever stops at one never opens it. */
function* within(sent: unknown): Generator<Sent> {
  const open: Sent[] = [{ value: sent, path: '' }]
  for (let one = open.pop(); one; one = open.pop()) {
    yield one
    if (typeof one.value !== 'object' || one.value === null) continue
    for (const [key, value] of Object.entries(one.value)) open.push({ value, path: `${one.path}/${key}` })
  }
}

const fault = (keyword: string, instancePath: string): Fault => ({
  keyword,
  instancePath,
  schemaPath: `#/${keyword}`,
  params: {}
})

const lengthOf = (value: unknown): number =>
  typeof value === 'object' && value !== null ? (Array.isArray(value) ? value : Object.keys(value)).length : 0

/**
 * More than any form holds, asked before the form: it would complain of each item, and that costs more than to send them. Of the
 * names on the way only the form's own come back.
 */
export const tooMuch = (sent: unknown, fields: object): Fault[] | null => {
  let left = mostValues
  for (const { value, path } of within(sent)) {
    left -= 1
    if (left >= 0 && lengthOf(value) <= longestList) continue
    const field = path.split('/')[1] ?? ''
    return [fault('maxItems', left >= 0 && Object.hasOwn(fields, field) ? `/${field}` : '')]
  }
  return null
}

/** What PostgreSQL cannot keep and no one can read: NUL, or half of a character. Asked of what fits, so that every name is a form's. */
export const illegible = (sent: unknown): Fault[] | null => {
  const wrong: Fault[] = []
  for (const { value, path } of within(sent))
    if (typeof value === 'string' && (value.includes('\0') || !value.isWellFormed()))
      wrong.push(fault('wellFormed', path))
  return wrong.length > 0 ? wrong : null
}
