import { inform } from '../tracks/identification.ts'
import { comesOfAge, prepareMajority, protectMinor, protectorsOf, type MinorEnd } from '../tracks/minor.ts'
import { child, leftAt, presumed, recent, type Recipe } from './recipe.ts'
import { days, type Script } from '../lives/script.ts'
import type { Hour } from '../lives/timeline.ts'

const protectedTo = (script: Script, end: MinorEnd): Hour => {
  inform(script, presumed(script), [])
  return protectMinor(script, 0, { end, by: protectorsOf(script) })
}

const girl = { ...child, sex: 'female' } as const

const minor = leftAt<MinorEnd>(
  (script, _, end) => protectedTo(script, end),
  { facts: girl },
  () => 0
)

/** Children, from the report of concern to their majority. */
export const protectionRecipes: readonly Recipe[] = [
  minor('reported', [2, 20]),
  {
    facts: girl,
    rest: [3, 30],
    tell: (script) =>
      protectMinor(script, 0, { end: 'seized', by: { ...protectorsOf(script), judge: null, guardian: null } })
  },
  minor('ordered', [8, 60]),
  minor('seized', [8, 60]),
  minor('offered', [3, 30]),
  minor('measured', recent),
  minor('placed'),
  minor('runaway', recent),
  minor('disputed'),
  minor('sheltered'),
  minor('secure'),
  minor('common'),
  minor('found'),
  { facts: girl, tell: (script) => prepareMajority(script, protectedTo(script, 'placed')) },
  {
    facts: girl,
    rest: [days(1), days(4)],
    tell: (script) => comesOfAge(script, protectedTo(script, 'common'))
  }
]
