import { aloneTable, method, propertiesTable, type Set } from './report.ts'
import { storiesPart } from './stories.ts'
import type { Property } from './properties/property.ts'

const walkedBefore = /Les paires, et ce qui suit[^\n]*\n\n/
const headings = {
  method: '## Comment lire ces chiffres',
  alone: '## Chaque région',
  pairs: '## Chaque paire de régions',
  held: '## Ce qui est tenu'
}

const from = (page: string, heading: string) => {
  const at = page.indexOf(`\n${heading}\n`)
  if (at < 0) throw new Error(`docs/verify.md has no « ${heading} »: write it whole`)
  return at + 1
}

const tables = /\n(?:\|[^\n]*\n)+/

/**
 * The page with each region as it is walked today. The pairs, which take the rest of the time, stay as they were walked last, and
 * the page says on which day at the latest: the first on which they were left.
 */
export const renewed = (page: string, alone: readonly Set[], checked: readonly Property[], day: string) => {
  const [methodAt, pairsAt, heldAt] = [
    from(page, headings.method),
    from(page, headings.pairs),
    from(page, headings.held)
  ]
  const kept = page.slice(pairsAt + headings.pairs.length, heldAt).trimStart()
  const left =
    walkedBefore.exec(kept)?.[0] ??
    `Les paires, et ce qui suit jusqu’aux propriétés, sont d’un parcours du ${day} au plus tard ; chaque région, ci-dessus, a été parcourue depuis.\n\n`
  return [
    page.slice(0, methodAt),
    `${method}\n\n${storiesPart()}\n\n${headings.alone}\n\n${aloneTable(alone)}\n\n`,
    `${headings.pairs}\n\n${left}${kept.replace(walkedBefore, '')}`,
    page.slice(heldAt).replace(tables, `\n${propertiesTable(checked)}\n`)
  ].join('')
}
