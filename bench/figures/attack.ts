import { parseArgs } from 'node:util'
import type { Given } from '../../figures/gate/gate.ts'
import { drive, type Step } from '../../figures/synthetic/year.ts'
import { fractionsFrom } from '../../server/demo/world/mulberry.ts'
import { drawn, lineOf, partOfTerritory, writeLines, writePage, type Line, type Took } from './report.ts'
import { hardenAside, type Spent } from '../../server/figures/gate/run.ts'

// Drives invented years through every release, and says what the attacks of the gate recover of them: nothing, or this fails.

const { values } = parseArgs({
  options: {
    /** Of which sizes, two at a time. */
    persons: { type: 'string', default: '7300,1500' },
    /** Keeps what is found in docs/figures.json and docs/figures.md. */
    write: { type: 'boolean', default: false },
    /** For which thresholds: who reads from the second reads from the first as well. */
    from: { type: 'string', default: '11,5' },
    /** Through how many of its five releases. */
    releases: { type: 'string', default: '5' },
    /** Attacks nothing, and writes the page anew: what another gate measured is said to be out of date. */
    page: { type: 'boolean', default: false },
    /** By which draw the persons are invented. */
    seed: { type: 'string', default: String(drawn) }
  }
})

const moments = [0, 1, 2, 3, 4].slice(0, Number(values.releases))
const contributors = 2
const thresholds = values.from.split(',').map(Number)
/** A machine may have other work; how much of its processor each took is written, and held to ten minutes by a test. */
const anHour = 3_600_000
/** The least share of cells of twenty persons and more that must be left to read. */
const useful = 0.9
const territories = ['93', '976', '48']

const say = (line: string) => console.log(line)

const wrong = ({ passes, large, largeShown }: Line) => !passes || largeShown < useful * large

const oneYear = async (persons: number): Promise<boolean> => {
  const lines: Line[] = []
  let took: Took = { seconds: 0, processor: 0, wall: 0 }
  const tell = (step: Step) => {
    const line = lineOf(step, persons, took)
    lines.push(line)
    say(
      `${persons} persons, release ${step.moment + 1}, from ${step.threshold}: ${line.shown} of ${line.cells} cells shown, ${line.largeShown} of ${line.large} of twenty and more, ${line.maskedToPass} masked to pass; ${line.recovered} recovered; least squares give ${line.exact} of ${line.guessable} (a guess ${Math.round(line.guess * line.guessable)}); ${line.seconds} s on two cores, ${line.processor} s of processor time, ${line.wall} s by the clock`
    )
    for (const { who, cell, moment, side, level, reached } of step.hardened.verdict.findings.slice(0, 10))
      say(`  ${who}: ${cell}, release ${moment + 1}: ${side} ${reached.toFixed(2)}, asked for ${level}`)
    for (const code of territories) {
      const { cells, shown } = partOfTerritory(step, code)
      say(`  ${code}: ${shown} of ${cells} cells`)
    }
    if (values.write) writeLines(lines)
  }
  const year = { persons, moments, thresholds, contributors, fraction: fractionsFrom(Number(values.seed)) }
  const pass = async (given: Given) => {
    const from = performance.now()
    const spent = ({ processor, onTwo }: Spent) => void (took = { ...took, processor, seconds: onTwo })
    const hardened = await hardenAside(given, () => {}, { within: anHour, spent })
    took = { ...took, wall: (performance.now() - from) / 1000 }
    return hardened
  }
  await drive(year, pass, tell)
  return !lines.some(wrong)
}

if (values.page) {
  writePage()
  process.exit()
}
const passed = await Promise.all(values.persons.split(',').map(Number).map(oneYear))
if (passed.includes(false)) process.exitCode = 1
