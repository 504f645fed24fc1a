import { marked, marksOf, withPart } from '../../docs/generate/marked.ts'
import { openingParts, type Opened, type OpeningPart } from './opening.ts'
import { walkedActs, type WalkedAct, type Walked } from './acts.ts'
import type { Cost } from './count.ts'
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
        ...acts.map((act) => lineOf(act, walked[act]))
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

const openingMarks = marksOf('opening', 'npm run walk')
const parts = Object.keys(openingParts) as OpeningPart[]

/** Seconds of an unhurried hand, reckoned and not measured: a screen is read, a press is thought of, aimed at and made, a field is typed. */
const reckoned = { screen: 8, press: 3, field: 10 }
const minutesOf = ({ screens, clicks, typed }: Cost): number =>
  (screens * reckoned.screen + clicks * reckoned.press + typed * reckoned.field) / 60

const partLine = (part: OpeningPart, cost: Cost): string => {
  const { words, aim: most } = openingParts[part]
  const minutes = minutesOf(cost)
  return `| ${[
    ...[words, cost.screens, cost.clicks, cost.typed],
    ...[minutes.toFixed(1), `≤ ${most}`, minutes <= most ? 'yes' : '**not yet**']
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
