import { close } from '../tracks/closure.ts'
import {
  goBack,
  hearFrom,
  planExit,
  support,
  treat,
  type CareEnd,
  type HealthEnd,
  type ReturnEnd
} from '../tracks/care.ts'
import { inform } from '../tracks/identification.ts'
import { adult, assisted, foreigner, presumed, recent, settled, type Recipe } from './recipe.ts'
import { days } from '../lives/script.ts'
import { changeTerritory, merge, type MergeEnd, type MoveEnd } from '../tracks/territory.ts'

const facts = { ...adult, localDanger: false, danger: 'none' } as const

const care = (end: CareEnd): Recipe => ({
  key: `care ${end}`,
  facts,
  rest: settled,
  tell: (script) => support(script, assisted(script), end)
})
const health = (end: HealthEnd): Recipe => ({
  key: `health ${end}`,
  facts,
  rest: recent,
  tell: (script) => treat(script, assisted(script), end)
})
const merging = (end: MergeEnd, rest: Recipe['rest'] = recent): Recipe => ({
  key: `merge ${end}`,
  facts,
  rest,
  tell: (script) => merge(script, presumed(script), end)
})
const moving = (end: MoveEnd): Recipe => ({
  key: `territory ${end}`,
  facts,
  rest: recent,
  tell: (script) => changeTerritory(script, assisted(script), end)
})
const going = (end: ReturnEnd): Recipe => ({
  key: `return ${end}`,
  facts: { ...facts, ...foreigner },
  rest: recent,
  tell: (script) => goBack(script, inform(script, presumed(script), ['A', 'B', 'G', 'H']), end)
})

/** What goes on beside: care, news, another territory, the way out. */
export const lifeRecipes: readonly Recipe[] = [
  health('asked'),
  care('signed'),
  merging('proposed'),
  moving('asked'),
  going('asked'),
  care('assessed'),
  health('accepted'),
  merging('confirmed'),
  moving('moved'),
  care('suspended'),
  { key: 'way out planned', facts, rest: settled, tell: (script) => planExit(script, assisted(script)) },
  care('completed'),
  {
    key: 'without news',
    facts,
    rest: [days(95), days(120)],
    tell: (script) => hearFrom(script, assisted(script))
  },
  going('accepted'),
  moving('taken_up'),
  merging('undone'),
  care('reviewed'),
  health('declined'),
  going('gone'),
  going('iom'),
  moving('refused'),
  {
    key: 'planned and closed',
    facts,
    rest: settled,
    tell: (script) =>
      close(script, planExit(script, support(script, assisted(script), 'completed')), 'inserted')
  }
]
