import { impossible, never } from '../person/impossible.ts'
import { columns, type ColumnId } from '../person/person.ts'
import type { Given, Hardened } from '../gate/gate.ts'
import type { Release } from '../gate/knowledge.ts'
import { heldIn, nameCells } from '../gate/names.ts'
import type { Sent } from '../gate/sent.ts'
import { thresholds } from '../mask/mask.ts'
import { related } from '../person/related.ts'
import type { ReleasedTable } from '../table/counted.ts'
import type { Attack, Earlier, Failed, Judgement, Progress, ToAttack } from './gate.ts'
import { less, most, type Masked } from './nested.ts'
import { readBy, toCome } from './readers.ts'
import type { Audience } from './rules.ts'

/**
 * What hardly ever changes of a person once it is counted: along these, counts grow from one release to the next. Where releases say
 * otherwise, the gate does without.
 */
const lasting: readonly ColumnId[] = [
  ...(['territory', 'found', 'quarter', 'channel', 'registrar_role'] as const),
  ...(['forms', 'sex', 'zone', 'citizenship'] as const)
]
/** Whoever has none of several values has a word for that, and no other. */
const covering = Object.fromEntries(
  Object.entries(columns).flatMap(([id, column]) => (column.kind === 'codes' ? [[id, column.empty]] : []))
)
/** What whoever reads the code knows of whom it counts. */
export const world = { lasting, covering, impossible, never, ...related }

type Dated = Pick<Earlier, 'asOf' | 'tables'>

const shownIn = (tables: readonly ReleasedTable[]) =>
  new Map(
    tables.flatMap((table) =>
      nameCells(table).flatMap((name, cell) => {
        const value = table.shown[cell] ?? null
        return value === null ? [] : [[`${table.id}: ${name}`, value] as const]
      })
    )
  )

const audienceIds = Object.keys(thresholds) as Audience[]

/** Whether two releases count the same: as of one instant, and no cell of them is shown with two values. */
const countsAs = (one: Dated, other: Dated) =>
  one.asOf === other.asOf &&
  audienceIds.every((who) => {
    const shown = shownIn(other.tables[who])
    return [...shownIn(one.tables[who])].every(([name, value]) => (shown.get(name) ?? value) === value)
  })

/** Which moment each of them is: a second version of what was counted as of the same instant is no other one. */
export const momentsOf = (dated: readonly Dated[]): number[] => {
  const moments: number[] = []
  dated.forEach((one, at) => {
    const same = dated.slice(0, at).findIndex((before) => countsAs(before, one))
    moments.push(same < 0 ? at : moments[same]!)
  })
  return moments
}

/** How many cells of each table were masked that the rule would show. */
const maskedIn = (
  audience: Audience,
  given: readonly ReleasedTable[],
  { release }: Hardened
): Judgement['masked'] =>
  release.tables.flatMap(({ id, shown }, at) => {
    const cells = shown.filter((value, cell) => value === null && given[at]!.shown[cell] !== null).length
    return cells === 0 ? [] : [{ audience, table: id, cells }]
  })

const attacksIn = (audience: Audience, { release, verdict }: Hardened, contributors: number): Attack[] => {
  const small = release.tables.reduce((sum, { shown }) => sum + shown.filter((one) => one === null).length, 0)
  const { findings, contradicts, squares } = verdict
  const all = findings.filter(({ who }) => who === 'everybody').length
  return [
    { id: `${audience}.programme`, passed: all === 0 && !contradicts, found: all, tried: small },
    {
      id: `${audience}.contributor`,
      passed: findings.length === all,
      found: findings.length - all,
      tried: contributors
    },
    // How many of them were right says how near the truth is, which nobody who prepares a release reads.
    {
      id: `${audience}.least_squares`,
      passed: squares.passes,
      found: squares.passes ? 0 : 1,
      tried: squares.shown
    }
  ]
}

/** In which tables the cells stand that an attack narrows down: what may be left out of the release next. */
const failedIn = (audience: Audience, { release, verdict }: Hardened): Failed[] => {
  const found = new Set(verdict.findings.map(({ cell }) => cell))
  return release.tables.flatMap((table) => {
    const cells = nameCells(table).filter((name) => found.has(name) || found.has(`${table.id}: ${name}`))
    return cells.length === 0 ? [] : [{ audience, table: table.id, cells }]
  })
}

/** Attacks a release and masks what must be, wherever that is done. */
export type Harden = (given: Given, onProgress: (done: number, of: number) => void) => Promise<Hardened>

/**
 * What was sent, at moments among those of the releases. A number that still stands is taken for one of the release itself: that nothing
 * has changed since then is what whoever reads both takes for granted.
 */
const sentAt = (asked: ToAttack, moments: readonly number[]): Sent[] => {
  const counts = heldIn(asked.counted)
  const stands = ({ of, n }: Sent['sums'][number]) =>
    of.reduce((sum, cell) => sum + (counts.get(cell) ?? 0), 0) === n
  return asked.sent.flatMap(({ at, sums }, rank) => {
    const passed = asked.before.filter(({ asOf }) => asOf <= at).length + (asked.asOf <= at ? 1 : 0)
    // After the releases that were out by then, in the order in which they were sent.
    const between = passed - 1 + (rank + 1) / (asked.sent.length + 1)
    return [
      { moment: moments.at(-1)!, sums: sums.filter(stands) },
      { moment: between, sums: sums.filter((one) => !stands(one)) }
    ].filter((one) => one.sums.length > 0)
  })
}

const earlierFor = (audience: Audience, { before, year }: ToAttack, moments: readonly number[]): Release[] =>
  before.map((one, at) => readBy(audience, one, { moment: moments[at]!, year }))

/** Where a row of the store stands after all, it is a small count like the others: nobody is taken for nobody who is there. */
const nowhereIn = (counted: ToAttack['counted']): string[] => {
  const held = heldIn(counted)
  return never.filter((cell) => !held.has(cell))
}

/**
 * Attacks a release as its partners and as its public could. Partners first: what must be hidden from them is then hidden from everybody, so
 * that what is public tells them nothing more.
 */
export const judge = async (asked: ToAttack, harden: Harden, onProgress: Progress): Promise<Judgement> => {
  const { tables, before, counted, contributors, noise } = asked
  const method = { ...noise, ...world, never: nowhereIn(counted) }
  const moments = momentsOf([...before, asked])
  const sent = sentAt(asked, moments)
  const own = contributors.map((one) => ({
    ...one,
    before: new Map(one.before.flatMap((held, at) => (held ? [[moments[at]!, held] as const] : [])))
  }))
  const hardenFor = async (audience: Audience, masked: Masked, share: number) => {
    const release: Release = {
      ...{ moment: moments.at(-1)!, threshold: thresholds[audience], ...masked },
      ...toCome(asked.asOf, asked.year)
    }
    const all: Given = {
      ...{ release, contributors: own, truth: counted, method, sent },
      earlier: earlierFor(audience, asked, moments)
    }
    return await harden(all, (done, of) => onProgress(share + (done / of) * 0.5))
  }
  const partners = most(counted, tables.partner, { tables: tables.public, threshold: thresholds.public })
  const closed = await hardenFor('partner', partners.masked, 0)
  const open = await hardenFor('public', less(tables.public, closed.release), 0.5)
  return {
    tables: { public: open.release.tables, partner: closed.release.tables },
    attacks: [...attacksIn('public', open, own.length), ...attacksIn('partner', closed, own.length)],
    failed: [...failedIn('public', open), ...failedIn('partner', closed)],
    masked: [...maskedIn('public', tables.public, open), ...maskedIn('partner', tables.partner, closed)],
    beside: {
      public: [...(open.release.maskedToPass ?? [])],
      partner: [...partners.few, ...closed.maskedToPass],
      lifted: [...partners.lifted],
      whole: [...partners.whole]
    }
  }
}
