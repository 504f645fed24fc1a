import { marked, marksOf, withPart } from '../../docs/generate/marked.ts'
import { openingParts, type Opened, type OpeningPart } from './opening.ts'
import { walkedActs, type WalkedAct, type Walked } from './acts.ts'
import type { Cost } from './count.ts'
import { answersWithin, comingNames, type ComingPage, type Most } from './coming.ts'
import type { Coming } from './slow.ts'

const marks = marksOf('walk', 'npm run walk')
const acts = Object.keys(walkedActs) as WalkedAct[]

/** Whether an act costs no more than was aimed at; null where nothing was. */
const reaches = (act: WalkedAct, { screens, clicks }: Cost): boolean | null => {
  const aim: readonly [number, number] | null = walkedActs[act].aim
  return aim && screens <= aim[0] && clicks <= aim[1]
}

const verdicts = new Map<boolean | null, string>([
  [true, 'yes'],
  [false, '**not yet**'],
  [null, '']
])

/** The acts that cost more than was aimed at. */
export const notYet = (costs: Partial<Record<WalkedAct, Cost>>): WalkedAct[] =>
  acts.filter((act) => costs[act] && reaches(act, costs[act]) === false)

const lineOf = (act: WalkedAct, cost: Cost): string => {
  const { words, aim } = walkedActs[act]
  const aimed = aim === null ? '–' : `≤ ${aim[0]}, ≤ ${aim[1]}`
  return `| ${words} | ${cost.screens} | ${cost.clicks} | ${cost.typed} | ${aimed} | ${verdicts.get(reaches(act, cost))} |`
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

const comingMarks = marksOf('slow phone', 'npm run walk')
const seconds = (ms: number) => (ms / 1000).toFixed(2)

const comingLine = ([words, { end, work, bytes, scripts, found }]: [string, Coming]): string =>
  `| ${[
    words,
    `${seconds(end)} s`,
    `${seconds(work)} s`,
    `${Math.round(bytes / 1000)} kB`,
    scripts,
    found.length,
    verdicts.get(end <= answersWithin)
  ].join(' | ')} |`

/** The page of the desks with how its pages come to a slow phone. */
export const withComing = (page: string, comings: Record<ComingPage, Coming>): string =>
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

const openingMarks = marksOf('opening', 'npm run walk')
const parts = Object.keys(openingParts) as OpeningPart[]

/** Seconds of an unhurried hand, reckoned and not measured: a screen is read, a press is thought of, aimed at and made, a field is typed. */
const reckoned = { screen: 8, press: 3, field: 10 }
export const minutesOf = ({ screens, clicks, typed }: Cost): number =>
  (screens * reckoned.screen + clicks * reckoned.press + typed * reckoned.field) / 60

const partLine = (part: OpeningPart, cost: Cost): string => {
  const { words, aim: most } = openingParts[part]
  const minutes = minutesOf(cost)
  return `| ${[
    ...[words, cost.screens, cost.clicks, cost.typed],
    ...[minutes.toFixed(1), `≤ ${most}`, verdicts.get(minutes <= most)]
  ].join(' | ')} |`
}

/** The page of the desks with what it costs to open the house. */
export const withOpening = (page: string, opened: Opened): string =>
  withPart(
    page,
    openingMarks,
    marked(
      openingMarks,
      [
        '| opening | screens | presses | typed | minutes, reckoned | aim: minutes | reached |',
        '| --- | --- | --- | --- | --- | --- | --- |',
        ...parts.map((part) => partLine(part, opened[part]))
      ].join('\n')
    )
  )

/** What the page says of how its pages come to a slow phone: the time in milliseconds. */
export const writtenComings = (page: string): Record<string, Most & { end: number }> =>
  Object.fromEntries(
    comingNames.flatMap((words) => {
      const line = page.split('\n').find((one) => one.startsWith(`| ${words} |`))
      const [end, , kB, scripts, found] = line?.split('|').slice(2, 7).map(parseFloat) ?? []
      return [end, kB, scripts, found].some((one) => one === undefined || Number.isNaN(one))
        ? []
        : [[words, { end: end! * 1000, bytes: kB! * 1000, scripts: scripts!, found: found! }]]
    })
  )

const costIn = (page: string, words: string): Cost | null => {
  const line = page.split('\n').find((one) => one.startsWith(`| ${words} |`))
  const [screens, clicks, typed] = line?.split('|').slice(2, 5).map(Number) ?? []
  return screens === undefined || clicks === undefined || typed === undefined
    ? null
    : { screens, clicks, typed }
}

const costsIn = <T extends string>(
  page: string,
  rows: Record<T, { words: string }>
): Partial<Record<T, Cost>> =>
  Object.fromEntries(
    (Object.keys(rows) as T[]).flatMap((one) => {
      const cost = costIn(page, rows[one].words)
      return cost ? [[one, cost]] : []
    })
  ) as Partial<Record<T, Cost>>

/** What the page says that each act costs, and each part of the opening. */
export const writtenCosts = (page: string): Partial<Record<WalkedAct, Cost>> => costsIn(page, walkedActs)
export const writtenOpening = (page: string): Partial<Record<OpeningPart, Cost>> =>
  costsIn(page, openingParts)
