import { describe, expect, it } from 'vitest'
import { foreseenFor, type Foreseen } from '../../policies/foreseen.ts'
import { sightOf } from '../../policies/sight.ts'
import { advance } from '../../workflows/case/advance.ts'
import { commandRow, commandTypes, type CommandType } from '../../workflows/case/commands.ts'
import { openedBy } from '../../workflows/deadlines/running/opening.ts'
import type { Situation } from '../../workflows/guards/guards.ts'
import { capacities, type Capacity } from '../../workflows/vocabulary/capacities.ts'
import { inputsOf } from '../../verify/inputs.ts'
import { starts } from '../../verify/walk/starts.ts'

type Input = Record<string, unknown>

const everybody = Object.keys(capacities) as Capacity[]
const records = commandTypes.filter((type) => commandRow(type).records && commandRow(type).offered)
const by = { personId: 'p', orgId: 'o', orgType: 'prefecture', today: '2026-11-24' }

const whole = (before: Situation, type: CommandType) =>
  foreseenFor(type, before, { sight: sightOf(everybody, before.facts), running: [] })

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
