import { marked, marksOf, withPart } from '../../docs/generate/marked.ts'
import { walkedActs, type WalkedAct, type Walked } from './acts.ts'
import type { Cost } from './count.ts'
import { laneSentence } from './lane.ts'
import type { Coming } from './slow.ts'

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
        ...acts.map((act) => lineOf(act, walked[act])),
        '',
        laneSentence(walked.lane)
      ].join('\n')
    )
  )

const comingMarks = marksOf('slow phone', 'npm run walk')
/** Milliseconds after which a page answers each touch, at the most. */
const aim = 2000
const seconds = (ms: number) => (ms / 1000).toFixed(2)

const comingLine = ([words, { end, work, bytes, scripts, found }]: [string, Coming]): string =>
  `| ${[
    words,
    `${seconds(end)} s`,
    `${seconds(work)} s`,
    `${Math.round(bytes / 1000)} kB`,
    scripts,
    found.length,
    end <= aim ? 'yes' : '**not yet**'
  ].join(' | ')} |`

/** The page of the desks with how its pages come to a slow phone. */
export const withComing = (page: string, comings: Record<string, Coming>): string =>
  withPart(
    page,
    comingMarks,
    marked(
      comingMarks,
      [
        '| page | last long task ends | own work | by the network | scripts | found by running others | aim ≤ 2 s |',
        '| --- | --- | --- | --- | --- | --- | --- |',
        ...Object.entries(comings).map(comingLine)
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
