import { close } from '../tracks/closure.ts'
import {
  goBack,
  hearFrom,
  planExit,
  referAbroad,
  support,
  treat,
  type CareEnd,
  type HealthEnd,
  type ReturnEnd
} from '../tracks/care.ts'
import { inform } from '../tracks/identification.ts'
import { assisted, foreigner, leftAt, presumed, recent, safe, type Recipe } from './recipe.ts'
import { days } from '../lives/script.ts'
import { changeTerritory, merge, type MergeEnd, type MoveEnd } from '../tracks/territory.ts'

const care = leftAt<CareEnd>(support, { facts: safe })
const health = leftAt<HealthEnd>(treat, { facts: safe, rest: recent })
const merging = leftAt<MergeEnd>(merge, { facts: safe, rest: recent }, presumed)
const moving = leftAt<MoveEnd>(changeTerritory, { facts: safe, rest: recent })
const going = leftAt<ReturnEnd>(goBack, { facts: { ...safe, ...foreigner }, rest: recent }, (script) =>
  inform(script, presumed(script), ['A', 'B', 'G', 'H'])
)

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
  { facts: safe, tell: (script) => planExit(script, assisted(script)) },
  care('completed'),
  { facts: safe, rest: [days(95), days(120)], tell: (script) => hearFrom(script, assisted(script)) },
  going('accepted'),
  {
    facts: safe,
    rest: recent,
    tell: (script) => referAbroad(script, inform(script, presumed(script), ['A', 'H']))
  },
  moving('taken_up'),
  merging('undone'),
  care('reviewed'),
  health('declined'),
  going('gone'),
  going('iom'),
  moving('refused'),
  {
    facts: safe,
    tell: (script) =>
      close(script, planExit(script, support(script, assisted(script), 'completed')), 'inserted')
  }
]
