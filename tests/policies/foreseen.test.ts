import { describe, expect, it } from 'vitest'
import { foreseenFor, type Foreseen } from '../../policies/foreseen.ts'
import { sightOf } from '../../policies/sight.ts'
import { advance } from '../../workflows/case/advance.ts'
import { tells } from '../../workflows/case/machine.ts'
import { commandRow, commandTypes, type CommandType } from '../../workflows/case/commands.ts'
import { deadlineCodes, type DeadlineCode } from '../../workflows/deadlines/register.ts'
import { contestable } from '../../workflows/deadlines/running/contested.ts'
import { openedBy } from '../../workflows/deadlines/running/opening.ts'
import { stoppedBy } from '../../workflows/deadlines/running/stopping.ts'
import { withoutReason } from '../../workflows/deadlines/running/validity.ts'
import type { Situation } from '../../workflows/guards/guards.ts'
import { capacities, type Capacity } from '../../workflows/vocabulary/capacities.ts'
import { inputsOf } from '../../verify/inputs.ts'
import { starts } from '../../verify/walk/starts.ts'

type Input = Record<string, unknown>

const everybody = Object.keys(capacities) as Capacity[]
const records = commandTypes.filter((type) => commandRow(type).records && commandRow(type).offered)
const by = { personId: 'p', orgId: 'o', orgType: 'prefecture', today: '2026-11-24' }

const whole = (before: Situation, type: CommandType, running: readonly string[] = []) =>
  foreseenFor(type, before, { sight: sightOf(everybody, before.facts), running })

const done = (before: Situation, type: CommandType, input: Input): Situation | null => {
  try {
    return advance(before, { type, input, by })
  } catch {
    // A form without what it needs is refused before it comes here.
    return null
  }
}

type Walked = { type: CommandType; before: Situation; after: Situation; input: Input; said: Foreseen }

const walked = (): Walked[] =>
  starts().flatMap((before) =>
    records.flatMap((type) => {
      const said = whole(before, type)
      if (said === null) return []
      return inputsOf(type).flatMap((input) => {
        const after = done(before, type, input as Input)
        return after ? [{ type, before, after, input: input as Input, said }] : []
      })
    })
  )

describe('what an unexpected record will change', () => {
  const all = walked()

  it('is foreseen of many records, from many places', () => {
    expect(new Set(all.map(({ type }) => type)).size).toBeGreaterThan(60)
  })

  it('is where its region then stands', () => {
    expect(all.filter(({ said }) => said.region !== null).length).toBeGreaterThan(all.length / 2)
    const wrong = all.flatMap(({ type, after, said: { region } }) =>
      region && !region.to.includes(after.regions[region.id])
        ? [`${type}: ${region.to.join()} but ${after.regions[region.id]}`]
        : []
    )
    expect([...new Set(wrong)]).toEqual([])
  })

  it('is every clock that then starts, and none that is said to start surely does not', () => {
    const wrong = all.flatMap(({ type, before, after, input, said }) => {
      const opened = openedBy(type, input, { before, after })
        .filter(({ interrupts }) => !interrupts)
        .map(({ code }) => code)
      return [
        ...opened
          .filter((code) => ![...said.starts, ...said.mayStart].includes(code))
          .map((code) => `${type} starts ${code}`),
        ...said.starts.filter((code) => !opened.includes(code)).map((code) => `${type} starts no ${code}`)
      ]
    })
    expect([...new Set(wrong)]).toEqual([])
  })
})

describe('whoever may not learn of something', () => {
  const prefecture = (told: Situation, type: CommandType) =>
    foreseenFor(type, told, { sight: sightOf(['prefecture'], told.facts), running: [] })

  it('reads the same of a case where it is so as of one where it is not', () => {
    const compared = starts().flatMap((one) => {
      const regions = { ...one.regions, asylum: 'none' as const }
      const facts = { ...one.facts, asylumClaim: false }
      const other = {
        regions: { ...regions, asylum: 'pending' as const },
        facts: { ...facts, asylumClaim: true }
      }
      const knows = sightOf(['prefecture'], facts).sees('I')
      return knows
        ? []
        : records.map(
            (type) => [type, prefecture({ regions, facts }, type), prefecture(other, type)] as const
          )
    })
    expect(compared.some(([, said]) => said !== null)).toBe(true)
    for (const [type, one, other] of compared) expect([type, one]).toEqual([type, other])
  })
})

describe('of the clocks that run', () => {
  const all = walked()
  /** Where the answers lead nowhere else, what stops is known before they are given. */
  const settled = all.filter(({ said, before, after }) =>
    said.region === null
      ? JSON.stringify(before.regions) === JSON.stringify(after.regions)
      : said.region.to.length === 1
  )
  /** As the act does it: what waits for it or loses its object, and what has lost its reason where the case then stands. */
  const stops = ({ type, before, after }: Walked): DeadlineCode[] => {
    const had = withoutReason(before)
    return [
      ...stoppedBy({ command: type, quiet: tells({ type }, before) ? null : 'kept', facts: before.facts }),
      ...withoutReason(after).filter((code) => !had.includes(code))
    ]
  }

  it('those are said to stop that do, of all that run', () => {
    const wrong = settled.flatMap((one) => {
      const said = whole(one.before, one.type, deadlineCodes)!
      const does = stops(one)
      return said.stops.filter((code) => !does.includes(code)).map((code) => `${one.type} stops no ${code}`)
    })
    expect([...new Set(wrong)]).toEqual([])
    const named = settled.flatMap(({ before, type }) => whole(before, type, deadlineCodes)!.stops)
    expect(new Set(named).size).toBeGreaterThan(20)
  })

  it('none is said to stop that does not run, nor one that starts anew', () => {
    for (const { before, type } of settled) {
      const said = whole(before, type, deadlineCodes)!
      expect(said.stops.filter((code) => said.starts.includes(code))).toEqual([])
      expect(said.mayStart.filter((code) => said.starts.includes(code))).toEqual([])
      expect(whole(before, type)!.stops).toEqual([])
      const [first] = said.stops
      if (first !== undefined && !contestable(type).includes(first))
        expect(whole(before, type, [first])!.stops).toEqual([first])
    }
  })

  it('of two that one appeal may be against, neither is said to stop; of one alone, that one', () => {
    const both = settled.filter(({ type }) => contestable(type).length > 1)
    const sole = both.flatMap(({ before, type }) => {
      const [one, other] = contestable(type)
      expect(whole(before, type, [one!, other!])!.stops).toEqual([])
      return whole(before, type, [one!])!.stops
    })
    expect(sole.length).toBeGreaterThan(0)
  })

  it('what would interrupt a time starts where that time runs, and nowhere else', () => {
    const codes = ({ starts: surely, mayStart }: Foreseen) => [...surely, ...mayStart]
    const interrupting = settled.flatMap(({ before, type }) => {
      const more = codes(whole(before, type, deadlineCodes)!).filter(
        (code) => !codes(whole(before, type)!).includes(code)
      )
      return more.map((code) => `${type} ${code}`)
    })
    expect(interrupting.length).toBeGreaterThan(0)
  })

  it('a reader is told of none that they are not told of', () => {
    for (const { before, type } of settled) {
      const sight = sightOf(['prefecture'], before.facts)
      const said = foreseenFor(type, before, {
        sight,
        running: deadlineCodes.filter((code) => sight.clock(code))
      })
      for (const code of said ? [...said.stops, ...said.starts, ...said.mayStart] : [])
        expect([type, code, sight.clock(code)]).toEqual([type, code, true])
    }
  })
})
