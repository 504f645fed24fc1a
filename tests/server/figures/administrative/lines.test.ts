import { expect, it } from 'vitest'
import { linesAtMost, readFigures } from '../../../../server/figures/administrative/lines.ts'

const heading = 'source;mesure;annee;valeur;unite;edition;licence'
const line = (n: number) => `ssmsi;victims;2024;${n};persons;Édition ${n};Licence Ouverte 2.0`
const told = (lines: number) => {
  const file = [heading, ...Array.from({ length: lines }, (_, n) => line(n + 1))].join('\n')
  const { lines: read, problems } = readFigures(file, 2026)
  return [read.length, problems.map(({ message }) => message.fr)]
}

it('a file holds a thousand lines at the most, and one at least', () => {
  const refused = [0, [`Donnez de une à ${linesAtMost} lignes`]]
  expect([told(0), told(linesAtMost + 1)]).toEqual([refused, refused])
  expect([told(1), told(linesAtMost)]).toEqual([
    [1, []],
    [linesAtMost, []]
  ])
})
