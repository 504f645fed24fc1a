import { textOf } from '#lib/form/parse.ts'

export const text = (form: FormData, name: string) => textOf(form, name).trim()
export const all = (form: FormData, name: string) => form.getAll(name).map(String)
// What is not a number goes as it was typed: the server refuses it by name, and nothing is guessed.
export const numberOf = (typed: string) => (/^\d{1,5}$/.test(typed) ? Number(typed) : typed)

/** Lines of a list, one control for each of their fields; a line left empty is no line. */
export const linesOf = (
  form: FormData,
  list: string,
  fields: readonly string[]
): Record<string, string>[] => {
  const columns = fields.map((field) => all(form, `${list}:${field}`))
  return (columns[0] ?? [])
    .map((_, index) =>
      Object.fromEntries(fields.map((field, at) => [field, (columns[at]?.[index] ?? '').trim()]))
    )
    .filter((line) => fields.slice(1).some((field) => line[field] !== ''))
}

/** Reasons that a version or a protocol adds. */
export const addedOf = (form: FormData) =>
  linesOf(form, 'added', ['of', 'code', 'fr', 'en', 'leadsTo'])
    .filter(({ code, fr, en }) => [code, fr, en].some((typed) => typed !== ''))
    .map(({ of, code, fr, en, leadsTo }) => ({ of, code, label: { fr, en }, leadsTo: leadsTo || null }))

/** Who concludes between meetings, where the version or the protocol says it. */
export const concludesOf = (form: FormData) =>
  all(form, 'sets').includes('concludes') ? { concludes: all(form, 'concludes') } : {}
