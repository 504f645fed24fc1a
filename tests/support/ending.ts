/**
 * Tables whose rows end, and the words by which a statement says that it means those that stand, or says when each ended. What ended is
 * kept, so that each statement says it by itself, in the code and in PostgreSQL: once for each such table that it reads.
 */
const endings: readonly { tables: readonly string[]; says: RegExp }[] = [
  { tables: ['case_event'], says: /\bstruck_by\b/gi },
  {
    tables: ['participation', 'membership', 'team_member', 'caseload'],
    says: /\buntil is null\b|\$\{live\}|\bofReader\(|\btstzrange\(|\bworksIn\(/gi
  },
  { tables: ['team_cover'], says: /\buntil >/gi },
  { tables: ['meeting_recusal', 'case_link'], says: /\bended_at is (?:not )?null\b/gi },
  { tables: ['calendar_feed', 'session'], says: /\brevoked_at is (?:not )?null\b|\bstillOpen\(/gi },
  { tables: ['court_referent'], says: /\bremoved_at is null\b/gi },
  { tables: ['settlement', 'team'], says: /\bclosed_at is (?:not )?null\b|\bisOpen\b/gi },
  { tables: ['administrative_figure'], says: /\breplaced_at is null\b/gi },
  { tables: ['invitation'], says: /\b(?:used_at|withdrawn_at|withdrawn)\b/gi },
  {
    tables: ['stay', 'deadline'],
    says: /\bstate (?:=|in\b|not in\b)|\b[a-z]\.state\b|\bstate,|\$\{dueOfCase/gi
  }
]

const times = (said: string, what: RegExp) => said.match(what)?.length ?? 0
const reads = (said: string, tables: readonly string[]) =>
  times(said, new RegExp(`\\b(?:from|join) (?:public\\.)?"?(?:${tables.join('|')})"?(?![\\w"])`, 'gi'))

/** The tables of which a statement does not say each time that it means what stands. */
export const unsaidIn = (said: string): string[] =>
  endings.flatMap(({ tables, says }) =>
    reads(said, tables) > times(said, says) ? tables.filter((one) => reads(said, [one]) > 0) : []
  )

/** Whether it looks for houses by what they are or where, and does not ask that they may work. */
export const findsAnyHouse = (said: string): boolean =>
  reads(said, ['organisation']) > 0 &&
  /\b(?:type|territory) (?:=|in|is|<>)/i.test(said) &&
  !/\bstatus = 'accredited'|\bisStaffed\b|\bacts_today\b/i.test(said)
