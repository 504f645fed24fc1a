import { columns, type ColumnId } from '../person/person.ts'
import type { Given, Hardened } from '../gate/gate.ts'
import { nameCells, type Release } from '../gate/knowledge.ts'
import { thresholds } from '../mask/mask.ts'
import { usualNoise } from '../noise/deviations.ts'
import { fixedTables, type TableId } from '../fixed/tables.ts'
import type { CountedTable, ReleasedTable } from '../table/counted.ts'
import type { Attack, Judgement, Progress, ToAttack } from './gate.ts'
import type { Audience } from './rules.ts'

/** What never changes of a person once it is counted: along these, counts only grow from one release to the next. */
const lasting: readonly ColumnId[] = ['territory', 'quarter', 'channel', 'registrar_role']
/** Whoever has none of several values has a word for that. */
const covering = Object.entries(columns).flatMap(([id, { kind }]) => (kind === 'codes' ? [id] : []))

const method = { ...usualNoise, lasting, covering }

/** A table of other persons than those flagged in the year: its cells are no others', whatever they are called. */
const apart = <T extends { id: string; dimensions: readonly { name: string }[] }>(table: T): T =>
  fixedTables[table.id as TableId]?.of === 'all'
    ? { ...table, dimensions: table.dimensions.map((one) => ({ ...one, name: `${table.id}.${one.name}` })) }
    : table

/** How many of its own a contributor has in each cell. */
const ownOf = (tables: readonly CountedTable[]): ReadonlyMap<string, number> =>
  new Map(
    tables
      .map(apart)
      .flatMap((table) => nameCells(table).map((name, cell) => [name, table.counts[cell]!] as const))
  )

const earlierFor = (audience: Audience, { before }: ToAttack): Release[] =>
  before.flatMap(({ tables, beside }, moment) => {
    const of = (who: Audience): Release => ({
      ...{ moment, threshold: thresholds[who], tables: tables[who].map(apart) },
      maskedToPass: new Set(beside[who])
    })
    // A partner reads what is public as well.
    return audience === 'public' ? [of('public')] : [of('public'), of('partner')]
  })

/** What the gate left of each table, by the names that its dimensions have. */
const named = (given: readonly ReleasedTable[], { release }: Hardened): ReleasedTable[] =>
  given.map((table, at) => ({ ...table, shown: release.tables[at]!.shown }))

/** How many cells of each table were masked that the rule would show. */
const maskedIn = (audience: Audience, given: Release, { release }: Hardened): Judgement['masked'] =>
  release.tables.flatMap(({ id, shown }, at) => {
    const cells = shown.filter(
      (value, cell) => value === null && given.tables[at]!.shown[cell] !== null
    ).length
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
    { id: `${audience}.least_squares`, passed: squares.passes, found: squares.exact, tried: squares.shown }
  ]
}

/** Attacks a release and masks what must be, wherever that is done. */
export type Harden = (given: Given, onProgress: (done: number, of: number) => void) => Promise<Hardened>

/** Attacks a release as its public and as its partners could, the latter with what is public beside. */
export const judge = async (asked: ToAttack, harden: Harden, onProgress: Progress): Promise<Judgement> => {
  const { tables, before, counted, contributors } = asked
  const own = contributors.map(({ name, tables: theirs }) => ({ name, own: ownOf(theirs) }))
  const hardenFor = async (audience: Audience, beside: readonly Release[], share: number) => {
    const release: Release = {
      ...{ moment: before.length, threshold: thresholds[audience], tables: tables[audience].map(apart) }
    }
    const earlier = [...earlierFor(audience, asked), ...beside]
    const given: Given = { release, earlier, contributors: own, truth: counted.map(apart), method }
    return {
      release,
      hardened: await harden(given, (done, of) => onProgress(share + (done / of) * 0.5))
    }
  }
  const open = await hardenFor('public', [], 0)
  const closed = await hardenFor('partner', [open.hardened.release], 0.5)
  return {
    tables: {
      public: named(tables.public, open.hardened),
      partner: named(tables.partner, closed.hardened)
    },
    attacks: [
      ...attacksIn('public', open.hardened, own.length),
      ...attacksIn('partner', closed.hardened, own.length)
    ],
    masked: [
      ...maskedIn('public', open.release, open.hardened),
      ...maskedIn('partner', closed.release, closed.hardened)
    ],
    beside: { public: open.hardened.maskedToPass, partner: closed.hardened.maskedToPass }
  }
}
