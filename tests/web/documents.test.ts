import { readFileSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import fr from '../../web/messages/fr.json' with { type: 'json' }
import { blocksOf, type Inline } from '../../web/src/lib/told/document.ts'

const folder = new URL('../../docs/donnees/', import.meta.url)
const names = readdirSync(folder).map((name) => name.replace(/\.md$/, ''))
const textOf = (name: string) => readFileSync(new URL(`${name}.md`, folder), 'utf8')
const nowhere = () => null
const said = (parts: readonly Inline[]) => parts.map(({ text }) => text).join('')

describe('the documents of data protection', () => {
  it('have a page each, and a name there', () => {
    const pages = readFileSync(new URL('../../web/src/lib/told/documents.ts', import.meta.url), 'utf8')
    for (const name of names) {
      expect(pages).toContain(`docs/donnees/${name}.md?raw`)
      expect(fr).toHaveProperty([`documents.${name}`])
    }
  })

  it.each(names)('%s is shown whole, with none of the marks that it is written with', (name) => {
    const blocks = blocksOf(textOf(name), nowhere)
    const lines = blocks.flatMap((one) => {
      if (one.kind === 'table') return one.rows.flat().map(said)
      return one.kind === 'list' ? one.items.map(said) : [said(one.text)]
    })
    for (const line of lines) expect(line).not.toMatch(/\*\*|\]\(|^#|^> /)
    const words = (text: string) => text.match(/\p{L}{4,}/gu)?.length ?? 0
    const written = textOf(name).replace(/\]\([^)]*\)/g, ']')
    expect(words(lines.join(' '))).toBe(words(written))
    expect(blocks[0]).toMatchObject({ kind: 'heading', level: 1 })
  })

  it('of a table each row has as many cells as its head', () => {
    for (const name of names)
      for (const one of blocksOf(textOf(name), nowhere))
        if (one.kind === 'table')
          expect([name, one.rows.map((row) => row.length)]).toEqual([
            name,
            one.rows.map(() => one.rows[0]!.length)
          ])
  })

  it('links lead to where they are told to lead, and nowhere else', () => {
    const line = 'Voir [le registre](registre.md), [le code](../server/a.ts) et **tout [lire](b.md)**'
    const hrefOf = (to: string) => (to === 'registre.md' ? '/donnees/registre' : null)
    const [block] = blocksOf(line, hrefOf)
    expect(block).toEqual({
      kind: 'paragraph',
      text: [
        { kind: 'text', text: 'Voir ' },
        { kind: 'link', text: 'le registre', href: '/donnees/registre' },
        { kind: 'text', text: ', ' },
        { kind: 'text', text: 'le code' },
        { kind: 'text', text: ' et ' },
        { kind: 'strong', text: 'tout lire' }
      ]
    })
  })
})
