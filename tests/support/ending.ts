/**
 * Tables whose rows end, and the words by which a statement says that it means those that stand, or says when each ended. What ended is
 * kept, so that each statement says it by itself, in the code and in PostgreSQL: once for each such table that it reads.
 */
const endings: readonly { tables: readonly string[]; says: RegExp }[] = [
  { tables: ['case_event'], says: /\bstruck_by\b/gi },
  {
    tables: ['participation', 'membership', 'team_member', 'caseload'],
    says: /\buntil is null\b|\$\{live\}|\bofReader\(|\btstzrange\(/gi
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

const beginsNext =
  'as|on|where|join|left|inner|cross|full|order|group|limit|for|union|except|set|using|returning|and|or'
const readingOf = (tables: readonly string[]) =>
  new RegExp(
    `\\b(?:from|join) (?:public\\.)?"?(${tables.join('|')})"?(?![\\w"])(?: (?:as )?(?!(?:${beginsNext})\\b)(\\w+|\\$\\{\\w+\\}))?`,
    'gi'
  )

/** By which name each reading of one of these tables is spoken of. */
const readIn = (said: string, tables: readonly string[]): string[] =>
  [...said.matchAll(readingOf(tables))].map(([, table, alias]) => alias ?? table!)

/** Of whom a word says it: by the name before its dot, or within its brackets. Null: of what stands nearest, by no name. */
const ofWhom = (words: string, before: string, after: string): string | null => {
  if (words === '${live}') return 'm'
  if (words === 'ofReader(') return /^[^()]*, '(\w+)'\)/.exec(after)?.[1] ?? 'p'
  if (words.endsWith('(')) return /^'?(\w+)/.exec(after)?.[1] ?? null
  return /^\w+(?=\.)/.exec(words)?.[0] ?? /(\w+|\$\{\w+\})\.$/.exec(before)?.[1] ?? null
}

const saidIn = (said: string, says: RegExp): (string | null)[] =>
  [...said.matchAll(says)].map(({ 0: words, index }) =>
    ofWhom(words, said.slice(0, index), said.slice(index + words.length))
  )

const times = (of: readonly (string | null)[], one: string | null) => of.filter((name) => name === one).length

/**
 * How often it is not said of a reading by the name of that one: another's word is none, and a word without a name is said of a table
 * without one, or of the only one there is.
 */
const missingIn = (said: string, tables: readonly string[], says: RegExp): number => {
  const [read, told] = [readIn(said, tables), saidIn(said, says)]
  const lacking = [...new Set(read)].map((name) => Math.max(0, times(read, name) - times(told, name)))
  const nameless = read.length === 1 ? 1 : read.filter((name) => tables.includes(name)).length
  return lacking.reduce((sum, n) => sum + n, 0) - Math.min(times(told, null), nameless)
}

/** The tables of which a statement does not say each time, of each by its own name, that it means what stands. */
export const unsaidIn = (said: string): string[] =>
  endings.flatMap(({ tables, says }) =>
    missingIn(said, tables, says) > 0 ? tables.filter((one) => readIn(said, [one]).length > 0) : []
  )

/** Whether it looks for houses by what they are or where, and does not ask that they may work. */
export const findsAnyHouse = (said: string): boolean =>
  readIn(said, ['organisation']).length > 0 &&
  /\b(?:type|territory) (?:=|in|is|<>)/i.test(said) &&
  !/\bstatus = 'accredited'|\bisStaffed\b|\bacts_today\b/i.test(said)
