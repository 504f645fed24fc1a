const group = 4
const prefix = 3

/** The public code in the groups in which it is read aloud: TEH 7K3F 9Q2M. */
export function codeGroups(code: string): string[] {
  const parts = code.split(/[\s-]+/).filter(Boolean)
  if (parts.length > 1) return parts
  const rest = code.slice(prefix)
  return [code.slice(0, prefix), ...(rest.match(new RegExp(`.{1,${group}}`, 'g')) ?? [])]
}

/** All of a code or its first half as people type it, with its prefix, spaces and dashes or without: no name has a place in an address. */
export const codePattern = String.raw`\s*(?:[Tt][Ee][Hh])?(?:[\s\-]*[2-9A-HJKMNP-Za-hjkmnp-z]){4}(?:(?:[\s\-]*[2-9A-HJKMNP-Za-hjkmnp-z]){4})?\s*`
const code = new RegExp(`^${codePattern}$`)

export const mayBeCode = (typed: string): boolean => code.test(typed)
