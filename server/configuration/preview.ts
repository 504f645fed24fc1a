import { setImmediate } from 'node:timers/promises'
import { civilDate } from '../../workflows/calendar/calendar.ts'
import { zoneOf } from '../../workflows/calendar/territories.ts'
import { changesBetween } from '../../workflows/configuration/changes.ts'
import {
  movePreview,
  movingCodes,
  type Between,
  type CaseMove,
  type PinnedCase
} from '../../workflows/configuration/move.ts'
import { deadlineRegister, explain, type DeadlineCode } from '../../workflows/deadlines/deadlines.ts'
import { movedPin, type MovingPart } from '../../workflows/configuration/local/moving.ts'
import { pinName } from '../../workflows/configuration/local/pin.ts'
import { configurationAt, configurationOf } from '../cases/configuration.ts'
import { decodeCursor, encodeCursor } from '../http/cursor.ts'
import { showCode } from '../cases/code.ts'
import { isOfNoClass } from '../disclosure/clocks.ts'
import type { Reader } from '../disclosure/reader.ts'
import { runQuery, type Tx } from '../db/context.ts'
import type { Locale } from '../locale.ts'
import { casesOf, mustBeMovable } from './moves.ts'
import type { MovePreview } from '../views/configuration.ts'

const scanned = 100
const shown = 25

type Line = PinnedCase & { code: string; version: string }

/** The pairs of a move that was read so far: few, whatever the number of its cases. */
type Moving = { moving: MovingPart; now: Date; pairs: Map<string, Between> }

const page = (tx: Tx, { moving }: Moving, after: string) =>
  runQuery<Line>(
    tx,
    `select code, territory, version, deciding, clocks from config_cases($1, $2, $3, $4, ${scanned})`,
    [...casesOf(moving), after]
  )

/** Between which two configurations a case would be moved: its own pair, and that pair with one part changed. */
const betweenOf = async (
  tx: Tx,
  { moving, now, pairs }: Moving,
  { version, territory }: Line
): Promise<Between> => {
  const known = pairs.get(version)
  if (known) return known
  const to = movedPin({ pin: version, met: territory }, moving) ?? version
  const between = { from: await configurationOf(tx, version), to: await configurationOf(tx, to), now }
  pairs.set(version, between)
  return between
}

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
const toldLines = (clocks: Clocks, pairs: readonly Between[], locale: Locale): ClockLine[] =>
  [...new Set(pairs.flatMap(movingCodes))]
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
const countAll = async (tx: Tx, asked: Moving, whole: Between, locale: Locale) => {
  const clocks: Clocks = new Map()
  let sums = noneYet
  let after = ''
  for (let more = true; more;) {
    const lines = await page(tx, asked, after)
    for (const [index, line] of lines.entries()) {
      if (index % 20 === 0) await setImmediate()
      const move = movePreview(line, await betweenOf(tx, asked, line))
      sums = addTo(sums, besideCode(move))
      countClocks(clocks, move, locale)
    }
    after = lines.at(-1)?.code ?? after
    more = lines.length === scanned
  }
  return { ...sums, clocks: toldLines(clocks, [whole, ...asked.pairs.values()], locale) }
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
const changedPage = async (tx: Tx, asked: Moving, { after, locale }: { after: string; locale: Locale }) => {
  const items: MovePreview['items'] = []
  let last = after
  for (let more = true; more && items.length < shown;) {
    const lines = await page(tx, asked, last)
    more = lines.length === scanned
    for (const line of lines) {
      if (items.length === shown) return { items, next: encodeCursor([last]) }
      const move = besideCode(movePreview(line, await betweenOf(tx, asked, line)))
      if (changes(move)) items.push(itemOf(line, move, locale))
      last = line.code
    }
    if (items.length === shown && more) return { items, next: encodeCursor([last]) }
  }
  return { items, next: null }
}

/** The whole of both ends, as words are compared: a protocol over the version that is in force. */
const wholeOf = async (tx: Tx, moving: MovingPart, now: Date): Promise<Between> => {
  if (moving.territory === null)
    return { from: await configurationOf(tx, moving.from), to: await configurationOf(tx, moving.to), now }
  const { version: national } = await configurationAt(tx, civilDate(now, zoneOf(moving.territory)))
  const over = (local: string | null) => configurationOf(tx, pinName({ national, local }))
  return { from: await over(moving.from), to: await over(moving.to), now }
}

/**
 * What moving cases from one part of their pairs to another would change: counted for all, shown case by case, where each
 * person was met and by the days there. Writes nothing.
 */
export const previewMoving = async (
  tx: Tx,
  { moving, cursor }: { moving: MovingPart; cursor?: string | undefined },
  { now, locale }: Reader
): Promise<Omit<MovePreview, 'mark'>> => {
  await mustBeMovable(tx, moving, now)
  const whole = await wholeOf(tx, moving, now)
  const asked: Moving = { moving, now, pairs: new Map() }
  const after = cursor === undefined ? '' : decodeCursor(cursor, ['code'])[0]!
  return {
    from: moving.from ?? '',
    to: moving.to ?? '',
    changes: changesBetween(whole.from, whole.to).map((one) => one[locale]),
    counts: cursor === undefined ? await countAll(tx, asked, whole, locale) : null,
    ...(await changedPage(tx, asked, { after, locale }))
  }
}

/** Of the national part: from one version to another, in the whole country. */
export const previewMove = (
  tx: Tx,
  { from, to, cursor }: { from: string; to: string; cursor?: string | undefined },
  reader: Reader
) => previewMoving(tx, { moving: { territory: null, from, to }, cursor }, reader)
