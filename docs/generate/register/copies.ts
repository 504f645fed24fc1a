import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CopyId } from '../../../workflows/law/copies.ts'

/** An article as it stands in a copy of its code; `among` is how many versions stand there under one heading. */
export type Article = { text: string; among: number; identifier: string | null; inForceFrom: string | null }
type Reader = (folder: string, article: string) => Article | null

const kept = new Map<string, unknown>()
/** What a file of the folder says, read once; null where it was not put there. */
const once = <T>(path: string, read: (text: string) => T): T | null => {
  if (!kept.has(path)) kept.set(path, existsSync(path) ? read(readFileSync(path, 'utf8')) : null)
  return kept.get(path) as T | null
}

/** From the heading of an article to the next one. Of several versions the last is taken: copies put the newer behind. */
const headed = (file: string, heading: (article: string) => string, next: RegExp): Reader => {
  return (folder, article) => {
    const lines = once(join(folder, file), (text) => text.split(/\r?\n/))
    if (lines === null) return null
    const starts = lines.flatMap((line, at) => (line === heading(article) ? [at] : []))
    if (starts.length === 0) return null
    const rest = lines.slice(starts.at(-1)! + 1)
    const end = rest.findIndex((line) => next.test(line))
    const text = (end < 0 ? rest : rest.slice(0, end)).join('\n')
    return { text, among: starts.length, identifier: null, inForceFrom: null }
  }
}

const legi = (id: string) => headed(`${id}.md`, (article) => `##### Article ${article}`, /^#+ /)

type Data = { num: string; id: string; texte: string; dateDebut: number }
type Node = { type: string; data: Partial<Data>; children?: Node[] }
const articlesIn = (node: Node): Partial<Data>[] =>
  node.type === 'article' ? [node.data] : (node.children ?? []).flatMap(articlesIn)

const legiData = (id: string): Reader => {
  return (folder, article) => {
    const all = once(join(folder, `${id}.json`), (json) => articlesIn(JSON.parse(json) as Node))
    const found = all?.find(({ num }) => num === article)
    if (found?.texte === undefined) return null
    // The copy writes a day as midnight in universal time.
    const day = found.dateDebut === undefined ? null : new Date(found.dateDebut).toISOString().slice(0, 10)
    return { text: found.texte, among: 1, identifier: found.id ?? null, inForceFrom: day }
  }
}

type UnionText = { articles: { number: number; content: string }[] }

/** An article of a regulation: its number stands behind that of the regulation, « 2024-1351.46 ». */
const union = (id: string, of: string): Reader => {
  return (folder, article) => {
    const all = once(join(folder, `${id}.json`), (json) => (JSON.parse(json) as UnionText).articles)
    const found = all?.find(({ number }) => `${of}.${number}` === article)
    return found ? { text: found.content, among: 1, identifier: null, inForceFrom: null } : null
  }
}

/** « 224-1A » of the register is « 224-1 A » there. */
const lettered = (read: Reader): Reader => {
  return (folder, article) => read(folder, article.replace(/(?<=\d)([A-C])$/, ' $1'))
}

const readers: Record<CopyId, Record<string, Reader>> = {
  openData: {
    CESEDA: legi('LEGITEXT000006070158'),
    CC: legi('LEGITEXT000006070721'),
    CPC: legi('LEGITEXT000006070716'),
    CJA: legi('LEGITEXT000006070933'),
    CRPA: legi('LEGITEXT000031366350'),
    COJ: (folder, article) =>
      legi('LEGITEXT000006071164')(folder, article.replace(/^Ann(?=[IVX]+$)/, 'Annexe Tableau '))
  },
  criminalCode: { CP: lettered(legi('LEGITEXT000006070719')) },
  criminalProcedure: {
    CPP: headed('procedure_penale.md', (article) => `**Art. ${article}**`, /^(#+ |\*\*Art\. )/)
  },
  labour: { CTRAV: legiData('LEGITEXT000006072050') },
  unionMigration: { EU: union('ammr', '2024-1351') },
  publicRelations: { CRPA: legiData('LEGITEXT000031366350') },
  socialAction: {
    CASF: (folder, article) => {
      const file = `article-${article.toLowerCase()}.md`
      return headed(file, () => `# Article ${article}`, /^#+ /)(folder, article)
    }
  }
}

/** The article of a reference, « CESEDA.L425-1 », in a copy that stands in the folder; null where it does not. */
export const articleIn = (copy: CopyId, folder: string, code: string): Article | null => {
  const [text, ...rest] = code.split('.')
  return readers[copy][text!]?.(folder, rest.join('.')) ?? null
}
