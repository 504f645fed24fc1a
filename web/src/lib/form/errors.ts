import type { Field } from './schema.ts'

export type FieldError = { field: string; message: string }

/** Each error beside the name of its field, unless it says it already. */
export function namedErrors<E extends FieldError>(
  errors: readonly E[],
  labelOf: (field: string) => string | null
): E[] {
  return errors.map((error) => {
    const label = labelOf(fieldName(error.field))
    return label === null || error.message.toLowerCase().includes(label.toLowerCase())
      ? error
      : { ...error, message: `${label}\u00a0: ${error.message}` }
  })
}

type Words = { textContent: string | null } | null
type Named = { querySelector: (selector: string) => Words }
type Control = Named & { labels?: ArrayLike<Named & { firstChild: Words }> | null }
type Page = { getElementById: (id: string) => Control | null }

/** What the control that an error leads to is called where it stands; null of one that is not there, or bears no name. */
export function nameOn(page: Page, href: string): string | null {
  const control = page.getElementById(href.replace(/^#/, ''))
  const label = control?.labels?.[0]
  const words = label
    ? (label.querySelector('span > span') ?? label.firstChild)
    : control?.querySelector('legend')
  return words?.textContent?.trim() || null
}

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
