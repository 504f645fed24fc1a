import type { Field } from './schema.ts'

export type FieldError = { field: string; message: string }

/** A field's path as a problem may write it (`/identity/name`, `body.identity.name`), as dotted name. */
export function fieldName(path: string): string {
  return path
    .replace(/^#/, '')
    .replace(/^\/+/, '')
    .replaceAll('/', '.')
    .replace(/^(body|input)\./, '')
}

/** Splits what can be said beside a field from what can only be said at the top of the form. */
export function sortErrors(fields: readonly Field[], errors: readonly FieldError[]) {
  const known = new Set(fields.map(({ name }) => name))
  const beside: Record<string, string> = {}
  const above: string[] = []
  for (const { field, message } of errors) {
    const name = [fieldName(field), fieldName(field).split('.')[0] ?? ''].find((one) => known.has(one))
    if (name === undefined) above.push(message)
    else beside[name] ??= message
  }
  return { beside, above }
}
