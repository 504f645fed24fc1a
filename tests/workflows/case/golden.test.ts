import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { situationOf } from '../../../server/cases/store.ts'
import { advance, isExpected, open } from '../../../workflows/case/advance.ts'
import {
  commandTypes,
  isCommandType,
  regionTables,
  type CommandType
} from '../../../workflows/case/commands.ts'
import type { Region } from '../../../workflows/act/command.ts'
import { september2026 as firstVersion } from '../../../workflows/configuration/versions/2026-09.ts'
import { openDeadline, type DeadlineCode } from '../../../workflows/deadlines/deadlines.ts'
import type { FlagInput } from '../../../workflows/facts/flag.ts'
import type { Situation } from '../../../workflows/guards/guards.ts'
import type { Life, LifeStep } from '../../golden/living.ts'
import {
  recordReferrals,
  type GoldenClocks,
  type GoldenLives,
  type GoldenReferrals
} from '../../golden/record.ts'
import { translated } from '../../golden/translated.ts'

const golden = new URL('../../golden/', import.meta.url)
const versions = readdirSync(golden, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : []
)
const read = (version: string, name: string): unknown =>
  JSON.parse(readFileSync(new URL(`${version}/${name}.json`, golden), 'utf8'))

/** What the old version knew of a newer value: what was added beside is no matter of its own. */
const knownTo = (old: object, today: object) =>
  Object.fromEntries(Object.keys(old).map((key) => [key, (today as Record<string, unknown>)[key]]))

/** What was refused, or did nothing, left no trace in a log: a later version may open it. */
const withoutNulls = (old: object): object =>
  Object.fromEntries(
    Object.entries(old)
      .filter(([, value]) => value !== null)
      .map(([key, value]) => [key, typeof value === 'object' ? withoutNulls(value) : value])
  )

const told = (where: string, error: unknown) =>
  new Error(`${where}: ${error instanceof Error ? error.message : String(error)}`, { cause: error })

/** A life as a log: each act, and where the case must stand after it. */
const replayed = (life: Life, step: (number: number, step: LifeStep, type: CommandType) => Situation) => {
  let regions = life.regions
  for (const [index, one] of life.steps.entries()) {
    const where = `step ${index + 1} of ${life.steps.length}, ${one.command}`
    if (!isCommandType(one.command)) throw new Error(`${where}: this act no longer exists`)
    regions = { ...regions, ...one.moved }
    let after: Situation
    try {
      after = step(index, one, one.command)
    } catch (error) {
      throw told(where, error)
    }
    expect(knownTo(regions, after.regions), where).toEqual(regions)
  }
}

const openIn = (situation: Situation) => commandTypes.filter((type) => isExpected(situation, type))

describe.each(versions)('the lives of %s', (version) => {
  const { lives, people, commands, states } = translated(read(version, 'lives') as GoldenLives)
  const numbered = lives.map((life, index) => [index + 1, life] as const)
  const eventOf = ({ input, by }: LifeStep, type: CommandType) => ({ type, input, by: people[by]! })

  it('each act still has its name', () => {
    expect(commands.filter((type) => !isCommandType(type))).toEqual([])
  })

  it.each(Object.entries(states))('%s still has each state', (region, codes) => {
    const today: Region | undefined = (regionTables as Record<string, Region>)[region]
    expect(codes.filter((state) => !Object.hasOwn(today?.states ?? {}, state))).toEqual([])
  })

  it.each(numbered)('life %i: its log leads where it led', (_number, life) => {
    let situation = open(life.flag as FlagInput)
    expect(knownTo(life.regions, situation.regions), 'the flag').toEqual(life.regions)
    replayed(life, (_index, step, type) => (situation = advance(situation, eventOf(step, type))))
    expect(knownTo(life.end.regions, situation.regions), 'the end').toEqual(life.end.regions)
    expect(knownTo(life.end.facts, situation.facts), 'the facts at the end').toEqual(life.end.facts)
  })

  // Each step of it weighs every act twice: one life in three passes through them all.
  const third = numbered.filter(([number]) => number % 3 === 0)
  it.each(third)('life %i: it goes on from each case that was stored on the way', (_number, life) => {
    let whole = open(life.flag as FlagInput)
    replayed(life, (_index, step, type) => {
      const facts = knownTo(life.end.facts, whole.facts)
      const stored = situationOf({ ...whole.regions, facts } as unknown as Parameters<typeof situationOf>[0])
      // What came later may rest on facts that came later; what that version knew may not.
      const known = (types: CommandType[]) => types.filter((one) => commands.includes(one))
      expect(known(openIn(stored)), `what is open before ${type}`).toEqual(known(openIn(whole)))
      whole = advance(whole, eventOf(step, type))
      const after = advance(stored, eventOf(step, type))
      expect(knownTo(facts, after.facts), 'the facts').toEqual(knownTo(facts, whole.facts))
      return after
    })
  })
})

describe.each(versions)('the clocks of %s', (version) => {
  const { config: pinned, counted } = read(version, 'clocks') as GoldenClocks
  const config = [firstVersion].find((one) => one.version === pinned)!

  it.each(counted)('count from $start in $territory as they did', ({ start, now, territory, clocks }) => {
    for (const [code, before] of Object.entries(clocks)) {
      const counts = () => openDeadline(code as DeadlineCode, start, territory, { now, config })
      expect(counts, code).not.toThrow()
      const { steps, ...rest } = before as typeof before & { steps: unknown[] }
      expect(knownTo(rest, counts()), code).toEqual(rest)
      // A later version may alert once more, never less.
      expect(counts().steps, code).toEqual(expect.arrayContaining(steps))
    }
  })
})

describe.each(versions)('the referrals of %s', (version) => {
  const { moves, kinds } = read(version, 'referrals') as GoldenReferrals
  const today = recordReferrals()

  it.each(Object.entries(moves))('%s: what could be done leads where it led', (state, byCommand) => {
    expect(Object.keys(today.moves)).toContain(state)
    expect(Object.keys(today.moves[state]!)).toEqual(expect.arrayContaining(Object.keys(byCommand)))
    expect(today.moves[state]).toMatchObject(withoutNulls(byCommand))
  })

  it.each(Object.entries(kinds))('%s: each refusal is known and leads where it led', (kind, before) => {
    expect(today.kinds).toHaveProperty([kind])
    expect(today.kinds[kind]).toMatchObject(withoutNulls(before))
  })
})
