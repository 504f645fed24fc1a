/** A part of README that a program writes, between two marks that bear its name. */
export type Marks = { begin: string; end: string }

export const marksOf = (name: string, command: string): Marks => ({
  begin: `<!-- ${name}: written by ${command} -->`,
  end: `<!-- /${name} -->`
})

export const marked = ({ begin, end }: Marks, lines: string): string => `${begin}\n${lines}\n${end}`

/** The page with this part in the place of the one that stood there. */
export const withPart = (page: string, { begin, end }: Marks, part: string): string => {
  const [from, to] = [page.indexOf(begin), page.indexOf(end)]
  if (from < 0 || to < from) throw new Error(`README has no place for ${begin}`)
  return page.slice(0, from) + part + page.slice(to + end.length)
}
