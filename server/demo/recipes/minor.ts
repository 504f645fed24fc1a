import { inform } from '../tracks/identification.ts'
import { comesOfAge, prepareMajority, protectMinor, type MinorEnd } from '../tracks/minor.ts'
import { child, presumed, recent, settled, type Recipe } from './recipe.ts'
import { days, type Script } from '../lives/script.ts'
import type { Hour } from '../lives/timeline.ts'

const protectedTo = (script: Script, end: MinorEnd): Hour => {
  inform(script, presumed(script), [])
  const { prosecution, judge, guardian } = script.cast
  const by = { prosecutor: prosecution, judge, guardian, foundIn: script.met.flag.territory }
  return protectMinor(script, 0, { end, by })
}

const girl = { ...child, sex: 'female' } as const

const minor = (end: MinorEnd, rest: Recipe['rest'] = settled): Recipe => ({
  key: `child ${end}`,
  facts: girl,
  rest,
  tell: (script) => protectedTo(script, end)
})

/** Children, from the report of concern to their majority. */
export const protectionRecipes: readonly Recipe[] = [
  minor('reported', [2, 20]),
  {
    key: 'child for the guardian and the judge to answer',
    facts: girl,
    rest: [3, 30],
    tell: (script) => {
      const { prosecution } = script.cast
      const by = { prosecutor: prosecution, judge: null, guardian: null, foundIn: script.met.flag.territory }
      return protectMinor(script, 0, { end: 'seized', by })
    }
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
  {
    key: 'majority prepared',
    facts: girl,
    rest: settled,
    tell: (script) => prepareMajority(script, protectedTo(script, 'placed'))
  },
  {
    key: 'of age',
    facts: girl,
    rest: [days(1), days(4)],
    tell: (script) => comesOfAge(script, protectedTo(script, 'common'))
  }
]
