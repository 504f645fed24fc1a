import { regionIds } from '../workflows/case/commands.ts'
import { regions } from '../workflows/vocabulary/vocabulary.ts'
import { table } from '../docs/generate/markdown.ts'
import { marked, marksOf } from '../docs/generate/marked.ts'

// What README says of the walk is read from docs/verify.md, so that nobody copies a figure by hand.

export const marks = marksOf('verify', 'npm run verify -- --write')

const english = (text: string) => text.trim().replaceAll(/(?<=\d) (?=\d{3})/g, ',')
const countOf = (text: string) => Number(text.replaceAll(/\D/g, ''))

const inEnglish = (pair: string) =>
  pair
    .split(' × ')
    .map((name) => Object.values(regions).find(({ fr }) => fr === name)?.en ?? name)
    .join(' × ')

type Row = { name: string; situations: string; moves: string; dead: string }

const rowsUnder = (page: string, heading: string): Row[] => {
  const [, after = ''] = page.split(`\n## ${heading}\n`)
  const lines = after
    .split('\n## ')[0]!
    .split('\n')
    .filter((line) => line.startsWith('|'))
  return lines.slice(2).map((line) => {
    const [name = '', , , situations = '', moves = '', dead = ''] = line.split('|').slice(1).map(english)
    return { name, situations, moves, dead }
  })
}

const deadIn = (rows: readonly Row[]) => {
  const sum = rows.reduce((total, { dead }) => total + countOf(dead), 0)
  return sum === 0 ? 'no dead end' : `${sum} dead ends`
}

/** The numbers of the line of the page that begins so. */
const numbersAfter = (page: string, beginning: string): string[] => {
  const line = page.split('\n').find((one) => one.startsWith(`- ${beginning}`)) ?? ''
  return english(line).match(/\d+(?:,\d{3})*/g) ?? []
}

/** README's part between its marks. */
export const partOf = (page: string): string => {
  const [alone, pairs] = [rowsUnder(page, 'Chaque région'), rowsUnder(page, 'Chaque paire de régions')]
  const bySize = pairs.toSorted((one, other) => countOf(one.situations) - countOf(other.situations))
  const [least, most] = [bySize[0]!, bySize.at(-1)!]
  const [, moves, deep] = numbersAfter(page, 'De proche en proche')
  const [commands, lives] = numbersAfter(page, 'Au hasard')
  const [held, of] = numbersAfter(page, 'Propriétés tenues')
  const [compared, disagreed] = numbersAfter(page, 'Mouvements rejoués')
  return marked(
    marks,
    table(
      ['walked', 'found'],
      [
        [
          `each of the ${regionIds.length} regions alone, to its end`,
          `${alone.map(({ situations }) => situations).join(' · ')} situations; ${deadIn(alone)}`
        ],
        [
          `the ${pairs.length} pairs of regions, each to its end`,
          `from ${least.situations} situations to ${most.situations} (${inEnglish(most.name)}: ${most.moves} moves); ${deadIn(pairs)}; ${compared} moves given to the machine as well, ${disagreed} disagreements`
        ],
        [
          'the composed case: several referrals at once, places of both schemes, the clocks',
          `${moves} moves breadth first, ${deep} steps deep; ${commands} random commands in ${lives} lives; ${held} of ${of} properties held`
        ]
      ]
    )
  )
}
