import { setImmediate } from 'node:timers/promises'
import { changesBetween } from '../../workflows/configuration/changes.ts'
import {
  movePreview,
  movingCodes,
  type Between,
  type CaseMove,
  type PinnedCase
} from '../../workflows/configuration/move.ts'
import { deadlineRegister, explain, type DeadlineCode } from '../../workflows/deadlines/deadlines.ts'
import { decodeCursor, encodeCursor } from '../http/cursor.ts'
import { showCode } from '../cases/code.ts'
import { isOfNoClass } from '../disclosure/clocks.ts'
import type { Reader } from '../disclosure/reader.ts'
import { runQuery, type Tx } from '../db/context.ts'
import type { Locale } from '../locale.ts'
import { bothOf } from './moves.ts'
import type { MovePreview } from '../views/configuration.ts'

const scanned = 100
const shown = 25

type Line = PinnedCase & { code: string }

const page = (tx: Tx, version: string, after: string) =>
  runQuery<Line>(tx, `select code, territory, deciding, clocks from config_cases($1, $2, ${scanned})`, [
    version,
    after
  ])

const changes = ({ clocks, quorum }: CaseMove) => clocks.length > 0 || quorum.length > 0

type ClockLine = NonNullable<MovePreview['counts']>['clocks'][number]
type Clocks = Map<string, ClockLine>

const none = { cases: 0, earlier: 0, later: 0, over: 0, kept: 0 }

const lineOf = (code: DeadlineCode, locale: Locale): ClockLine => ({
  code,
  label: deadlineRegister[code].label[locale],
  tens: !isOfNoClass(code),
  ...none
})

const countClocks = (clocks: Clocks, move: CaseMove, locale: Locale) => {
  for (const { code, daysMoved, over, kept } of move.clocks) {
    const line = clocks.get(code) ?? lineOf(code, locale)
    clocks.set(code, {
      ...line,
      cases: line.cases + 1,
      earlier: line.earlier + Number(daysMoved < 0),
      later: line.later + Number(daysMoved > 0),
      over: line.over + Number(over && !kept),
      kept: line.kept + Number(kept)
    })
  }
}

/**
 * Beside a case code only the clocks that everybody may see are shown. Even « one more clock » without a name would
 * tell: a version may change a single clock, and then the cases on the list are exactly those that have it.
 */
const besideCode = (move: CaseMove): CaseMove => ({
  ...move,
  clocks: move.clocks.filter(({ code }) => isOfNoClass(code))
})

const noneYet = { cases: 0, changed: 0, deciding: 0, over: 0, kept: 0 }

/** The totals are of what is shown case by case below them, and of nothing else. */
const addTo = (sums: typeof noneYet, move: CaseMove): typeof noneYet => ({
  cases: sums.cases + 1,
  changed: sums.changed + Number(changes(move)),
  deciding: sums.deciding + Number(move.quorum.length > 0),
  over: sums.over + Number(move.clocks.some(({ over, kept }) => over && !kept)),
  kept: sums.kept + Number(move.clocks.some(({ kept }) => kept))
})

const wholeTens = (n: number) => n - (n % 10)

/**
 * Of a clock that not everybody may see, whole tens: a count that follows one case would say, beside what is shown of that
 * case, that it has the clock. Such a clock is listed though no case has it.
 */
const toldLines = (clocks: Clocks, between: Between, locale: Locale): ClockLine[] =>
  movingCodes(between)
    .map((code) => clocks.get(code) ?? lineOf(code, locale))
    .filter(({ tens, cases }) => tens || cases > 0)
    .map((line) =>
      line.tens
        ? {
            ...line,
            cases: wholeTens(line.cases),
            earlier: wholeTens(line.earlier),
            later: wholeTens(line.later),
            over: wholeTens(line.over),
            kept: wholeTens(line.kept)
          }
        : line
    )
    .sort((a, b) => b.cases - a.cases)

/** Counted over every case of the version, a hundred at a time, so that a server that serves others goes on doing so. */
const countAll = async (tx: Tx, version: string, between: Between, locale: Locale) => {
  const clocks: Clocks = new Map()
  let sums = noneYet
  let after = ''
  for (let more = true; more;) {
    const lines = await page(tx, version, after)
    for (const [index, line] of lines.entries()) {
      if (index % 20 === 0) await setImmediate()
      const move = movePreview(line, between)
      sums = addTo(sums, besideCode(move))
      countClocks(clocks, move, locale)
    }
    after = lines.at(-1)?.code ?? after
    more = lines.length === scanned
  }
  return { ...sums, clocks: toldLines(clocks, between, locale) }
}

const itemOf = (line: Line, move: CaseMove, locale: Locale) => ({
  code: showCode(line.code),
  territory: line.territory,
  quorum: move.quorum.map((one) => one[locale]),
  clocks: move.clocks.map(({ code, before, after, over, kept, daysMoved }) => ({
    label: deadlineRegister[code].label[locale],
    startsOn: before.startsOn,
    before: before.dueAt,
    after: after.dueAt,
    daysMoved,
    over,
    kept,
    computation: explain(after, locale)
  }))
})

/** The cases for which something changes, in the order of their codes: one page, and where the next begins. */
const changedPage = async (
  tx: Tx,
  version: string,
  between: Between,
  { after, locale }: { after: string; locale: Locale }
) => {
  const items: MovePreview['items'] = []
  let last = after
  for (let more = true; more && items.length < shown;) {
    const lines = await page(tx, version, last)
    more = lines.length === scanned
    for (const line of lines) {
      if (items.length === shown) return { items, next: encodeCursor([last]) }
      const move = besideCode(movePreview(line, between))
      if (changes(move)) items.push(itemOf(line, move, locale))
      last = line.code
    }
    if (items.length === shown && more) return { items, next: encodeCursor([last]) }
  }
  return { items, next: null }
}

/**
 * What moving every case of one version to another would change: counted for all, shown case by case, where each person was
 * met and by the days there. Writes nothing.
 */
export const previewMove = async (
  tx: Tx,
  asked: { from: string; to: string; cursor?: string | undefined },
  { now, locale }: Reader
): Promise<Omit<MovePreview, 'mark'>> => {
  const both = await bothOf(tx, asked, now)
  const between = { ...both, now }
  const after = asked.cursor === undefined ? '' : decodeCursor(asked.cursor, ['code'])[0]!
  return {
    from: asked.from,
    to: asked.to,
    changes: changesBetween(both.from, both.to).map((one) => one[locale]),
    counts: asked.cursor === undefined ? await countAll(tx, asked.from, between, locale) : null,
    ...(await changedPage(tx, asked.from, between, { after, locale }))
  }
}
