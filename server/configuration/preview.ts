import { setImmediate } from 'node:timers/promises'
import { changesBetween } from '../../workflows/configuration/changes.ts'
import {
  movePreview,
  movingCodes,
  type Between,
  type CaseMove,
  type PinnedCase
} from '../../workflows/configuration/move.ts'
import { deadlineRegister, explain } from '../../workflows/deadlines/deadlines.ts'
import { decodeCursor, encodeCursor } from '../reading/cursor.ts'
import { showCode } from '../commands/code.ts'
import { isOfNoClass } from '../disclosure/clocks.ts'
import type { Reader } from '../disclosure/reader.ts'
import { runQuery, type Tx } from '../db/context.ts'
import type { Locale } from '../locale.ts'
import { threshold } from '../figures/disclosure.ts'
import { bothOf } from './moves.ts'
import type { MovePreview } from './views.ts'

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
type ClockCount = { [K in keyof ClockLine]: NonNullable<ClockLine[K]> }
type Clocks = Map<string, ClockCount>

const none = { cases: 0, earlier: 0, later: 0, over: 0, kept: 0 }
const hidden = { cases: null, earlier: null, later: null, over: null, kept: null }

const countClocks = (clocks: Clocks, move: CaseMove, locale: Locale) => {
  for (const { code, daysMoved, over, kept } of move.clocks) {
    const line = clocks.get(code) ?? { code, label: deadlineRegister[code].label[locale], ...none }
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
 * Cases in which the same clocks move in the same way, counted together: the totals are made at the end, when it is
 * known which clocks are frequent enough to be told.
 */
type Alike = { move: CaseMove; cases: number }

const alikeKey = ({ clocks, quorum }: CaseMove) =>
  JSON.stringify([quorum.length > 0, clocks.map(({ code, over, kept }) => [code, over, kept])])

/**
 * Whether the number of cases with this clock may be told: of a clock that not everybody may see, only above the
 * threshold, since a small number comes near to naming people.
 */
const tellable = ({ code, cases }: Pick<ClockCount, 'code' | 'cases'>) =>
  isOfNoClass(code) || cases >= threshold

const sumOf = (alike: Iterable<Alike>, told: ReadonlySet<string>) => {
  const counts = { cases: 0, changed: 0, deciding: 0, over: 0, kept: 0 }
  for (const { move, cases } of alike) {
    const seen = { ...move, clocks: move.clocks.filter(({ code }) => told.has(code)) }
    counts.cases += cases
    counts.changed += cases * Number(changes(seen))
    counts.deciding += cases * Number(seen.quorum.length > 0)
    counts.over += cases * Number(seen.clocks.some(({ over, kept }) => over && !kept))
    counts.kept += cases * Number(seen.clocks.some(({ kept }) => kept))
  }
  return counts
}

/**
 * Changing clocks whose number of cases is hidden. A clock that no case has is hidden too, so that a hidden number
 * tells nothing beyond what the two versions say.
 */
const maskedOf = (between: Between, told: ReadonlySet<string>, locale: Locale): ClockLine[] =>
  movingCodes(between)
    .filter((code) => !isOfNoClass(code) && !told.has(code))
    .map((code) => ({ code, label: deadlineRegister[code].label[locale], ...hidden }))

/** Counted over every case of the version, a hundred at a time, so that a server that serves others goes on doing so. */
const countAll = async (tx: Tx, version: string, between: Between, locale: Locale) => {
  const clocks: Clocks = new Map()
  const alike = new Map<string, Alike>()
  let after = ''
  for (let more = true; more;) {
    const lines = await page(tx, version, after)
    for (const [index, line] of lines.entries()) {
      if (index % 20 === 0) await setImmediate()
      const move = movePreview(line, between)
      const key = alikeKey(move)
      alike.set(key, { move, cases: (alike.get(key)?.cases ?? 0) + 1 })
      countClocks(clocks, move, locale)
    }
    after = lines.at(-1)?.code ?? after
    more = lines.length === scanned
  }
  const counted = [...clocks.values()].filter(tellable)
  const told = new Set<string>(counted.map(({ code }) => code))
  const masked = maskedOf(between, told, locale)
  const sums = sumOf(alike.values(), told)
  return {
    ...(masked.length === 0 ? sums : { ...sums, changed: null, over: null, kept: null }),
    clocks: [...counted.sort((a, b) => b.cases - a.cases), ...masked]
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
