import type { ReferenceView } from '#lib/api.types.ts'

type Group = { text: string | null; references: ReferenceView[] }

/** References in their order, those of one text together under its name. */
export const grouped = (items: readonly ReferenceView[]): Group[] => {
  const groups: Group[] = []
  for (const one of items) {
    const text = one.text?.label ?? null
    const last = groups.at(-1)
    if (last?.text === text) last.references.push(one)
    else groups.push({ text, references: [one] })
  }
  return groups
}
