/** A part of a line of a written document. */
export type Inline =
  { kind: 'text' | 'strong' | 'code'; text: string } | { kind: 'link'; text: string; href: string }
export type Block =
  | { kind: 'heading'; level: number; id: string; text: Inline[] }
  | { kind: 'paragraph' | 'quote'; text: Inline[] }
  | { kind: 'list'; ordered: boolean; items: Inline[][] }
  | { kind: 'table'; rows: Inline[][][] }

const inline = /\*\*(.+?)\*\*|`([^`]+)`|\[([^\]]+)\]\(([^)\s]+)\)/g

/** Emphasis inside a bold part or a link's words is not marked once more. */
const bare = (text: string) => text.replace(/\*\*|`/g, '').replace(/\[([^\]]+)\]\([^)]*\)/g, '$1')

/** `hrefOf`: where a link of the document leads in this house; null where it leads nowhere here, and its words alone are shown. */
export const inlinesOf = (line: string, hrefOf: (to: string) => string | null): Inline[] => {
  const parts: Inline[] = []
  let from = 0
  for (const found of line.matchAll(inline)) {
    const [all, strong, code, words = '', to = ''] = found
    if (found.index > from) parts.push({ kind: 'text', text: line.slice(from, found.index) })
    const href = hrefOf(to)
    if (strong !== undefined) parts.push({ kind: 'strong', text: bare(strong) })
    else if (code !== undefined) parts.push({ kind: 'code', text: code })
    else parts.push(href ? { kind: 'link', text: bare(words), href } : { kind: 'text', text: bare(words) })
    from = found.index + all.length
  }
  if (from < line.length) parts.push({ kind: 'text', text: line.slice(from) })
  return parts
}

const idOf = (title: string) =>
  title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, '')
    .trim()
    .replace(/\s+/g, '-')

const cellsOf = (line: string) =>
  line
    .slice(1, -1)
    .split('|')
    .map((cell) => cell.trim())
const isRule = (line: string) => /^\|[\s|:-]+\|$/.test(line)
const isItem = (line: string) => /^(?:- |\d+\. )/.test(line)

/** What a document of this house is made of, as far as those are: headings, paragraphs, lists, tables, quotes. */
export const blocksOf = (source: string, hrefOf: (to: string) => string | null): Block[] => {
  const inlines = (line: string) => inlinesOf(line, hrefOf)
  const blockOf = (lines: readonly string[]): Block => {
    const [first = ''] = lines
    const heading = /^(#+) (.+)$/.exec(first)
    if (heading) {
      const [, marks = '', title = ''] = heading
      return { kind: 'heading', level: marks.length, id: idOf(bare(title)), text: inlines(title) }
    }
    if (first.startsWith('|')) {
      const rows = lines.filter((line) => !isRule(line)).map(cellsOf)
      return { kind: 'table', rows: rows.map((cells) => cells.map(inlines)) }
    }
    if (isItem(first)) {
      const items = lines.map((line) => inlines(line.replace(/^(?:- |\d+\. )/, '')))
      return { kind: 'list', ordered: /^\d/.test(first), items }
    }
    if (first.startsWith('> '))
      return { kind: 'quote', text: inlines(lines.map((line) => line.replace(/^> ?/, '')).join(' ')) }
    return { kind: 'paragraph', text: inlines(lines.join(' ')) }
  }
  return groupsOf(source.split('\n')).map(blockOf)
}

const kindOf = (line: string) => {
  if (line.startsWith('#')) return 'heading'
  if (line.startsWith('|')) return 'table'
  if (line.startsWith('> ')) return 'quote'
  return isItem(line) ? 'list' : 'paragraph'
}

/** Lines that belong together: an empty line parts them, and so does another kind of line; a heading stands alone. */
const groupsOf = (lines: readonly string[]): string[][] => {
  const groups: string[][] = []
  let open: string[] | null = null
  for (const line of lines) {
    if (line.trim() === '') open = null
    else if (open && kindOf(line) === kindOf(open[0]!) && kindOf(line) !== 'heading') open.push(line)
    else groups.push((open = [line]))
  }
  return groups
}
