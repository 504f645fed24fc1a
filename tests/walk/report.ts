import { marked, marksOf, withPart } from '../../docs/generate/marked.ts'
import { walkedActs, type WalkedAct, type Walked } from './acts.ts'
import type { Cost } from './count.ts'

const marks = marksOf('walk', 'npm run walk')
const acts = Object.keys(walkedActs) as WalkedAct[]

const verdict = ({ screens, clicks }: Cost, aim: readonly [number, number] | null): string => {
  if (aim === null) return ''
  return screens <= aim[0] && clicks <= aim[1] ? 'yes' : '**not yet**'
}

const lineOf = (act: WalkedAct, cost: Cost): string => {
  const { words, aim } = walkedActs[act]
  const aimed = aim === null ? '–' : `≤ ${aim[0]}, ≤ ${aim[1]}`
  return `| ${words} | ${cost.screens} | ${cost.clicks} | ${cost.typed} | ${aimed} | ${verdict(cost, aim)} |`
}

/** The page of the desks with the costs that were just counted. */
export const deskPage = (page: string, walked: Walked): string =>
  withPart(
    page,
    marks,
    marked(
      marks,
      [
        '| act | screens | presses | typed | aim: screens, presses | reached |',
        '| --- | --- | --- | --- | --- | --- |',
        ...acts.map((act) => lineOf(act, walked[act]))
      ].join('\n')
    )
  )

/** What the page says that each act costs. */
export const writtenCosts = (page: string): Partial<Record<WalkedAct, Cost>> =>
  Object.fromEntries(
    acts.flatMap((act) => {
      const line = page.split('\n').find((one) => one.startsWith(`| ${walkedActs[act].words} |`))
      const [screens, clicks, typed] = line?.split('|').slice(2, 5).map(Number) ?? []
      return screens === undefined || clicks === undefined || typed === undefined
        ? []
        : [[act, { screens, clicks, typed }]]
    })
  )
