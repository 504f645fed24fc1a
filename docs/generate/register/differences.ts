import { copies, type CopyId } from '../../../workflows/law/copies.ts'
import { digests, type Digest } from '../../../workflows/law/digests/digests.ts'
import type { LegalBasis } from '../../../workflows/law/register.ts'
import { articleIn, type Article } from './copies.ts'
import { digestOf } from './normal.ts'

/** What a folder of copies says of the register. */
export type Found = {
  /** What the files of `workflows/law/digests/` would hold. */
  digests: Record<string, Digest>
  /** References whose article is not in the folder, or not under that heading. */
  absent: string[]
  /** In words: another text, another day, another identifier. */
  differ: string[]
}

const copyOf = ({ source }: LegalBasis) =>
  (Object.keys(copies) as CopyId[]).find((id) => source.fr.startsWith(copies[id].source.fr))

const differencesOf = (
  code: string,
  row: LegalBasis,
  article: Article,
  kept: Digest | undefined
): string[] => {
  const said = (what: string, there: string | null, here: string | null) =>
    there === null || there === here ? [] : [`${code}: ${what} ${there} in the copy, ${here ?? 'none'} here`]
  const another = kept !== undefined && kept.digest !== digestOf(article.text)
  return [
    ...(another ? [`${code}: its text is not the one that was read`] : []),
    ...said('identifier', article.identifier, row.identifier),
    ...said('in force from', article.inForceFrom, row.inForceFrom)
  ]
}

/** Every reference whose source is a copy of a code, held against the copies of a folder. */
export const compared = (
  folder: string,
  rows: Readonly<Record<string, LegalBasis>>,
  kept: Readonly<Record<string, Digest>> = digests
): Found => {
  const found: Found = { digests: {}, absent: [], differ: [] }
  for (const [code, row] of Object.entries(rows)) {
    const copy = copyOf(row)
    if (copy === undefined) continue
    const article = articleIn(copy, folder, code)
    if (article === null) {
      found.absent.push(code)
      if (kept[code]) found.digests[code] = kept[code]
      continue
    }
    found.digests[code] = { digest: digestOf(article.text), among: article.among }
    found.differ.push(...differencesOf(code, row, article, kept[code]))
  }
  return found
}
