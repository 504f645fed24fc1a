import type { AuditLine } from '#lib/api.types.ts'

/** Lines that say the same, as one: how many they are, and from when on. */
export type AuditGroup = { line: AuditLine; count: number; since: string }

/** What the page shows of a line beside its hour. */
const shownOf = ({ actor, act, caseId, object, outcome }: AuditLine) =>
  JSON.stringify([actor.name, actor.organisation, actor.role, act, caseId ?? object, outcome])

/** The same person reads four classes of one case in one minute: one line says it, as long as nothing came between. Pure. */
export function groupedLines(items: readonly AuditLine[]): AuditGroup[] {
  const groups: AuditGroup[] = []
  for (const line of items) {
    const last = groups.at(-1)
    if (last && shownOf(last.line) === shownOf(line)) {
      last.count += 1
      last.since = line.at
    } else groups.push({ line, count: 1, since: line.at })
  }
  return groups
}
