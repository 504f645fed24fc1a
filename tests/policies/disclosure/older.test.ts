import { describe, expect, it } from 'vitest'
import { actClass, regionClass, unusualTold } from '../../../policies/disclosure.ts'
import { commandRow, commandTypes, type CommandType } from '../../../workflows/case/commands.ts'
import { heldBeside } from '../../../workflows/case/records.ts'
import type { DataClass, Seen } from '../../../workflows/vocabulary/vocabulary.ts'

// That a record is older tells of a later one, which its reader may not know of.

const threaded = commandTypes.filter((type) => commandRow(type).records && commandRow(type).thread)
const learning =
  (...classes: readonly DataClass[]) =>
  ({ sees }: { sees: Seen }) =>
    [sees].flat().every((one) => one === null || classes.includes(one))
const toldTo = (type: CommandType, one: DataClass) => unusualTold(type, ['older'], learning(one)).length > 0

describe('that a record is older than what the case knew', () => {
  it.each(threaded)('%s: is told to whoever follows it, since all of its thread are of its class', (type) => {
    const classes = new Set(heldBeside(type).map((one) => actClass(one)))
    expect([...classes]).toEqual([actClass(type)])
    expect(toldTo(type, actClass(type)!)).toBe(true)
  })

  it('is so told beyond those who see the region, as of an allowance and of support to twenty-one', () => {
    const beyond = threaded.filter((type) => actClass(type) !== regionClass(commandRow(type).region))
    expect(beyond).toEqual(
      expect.arrayContaining(['allowance.open', 'afis.open', 'allowance.end', 'young_adult.contract'])
    )
    for (const type of beyond) expect(toldTo(type, regionClass(commandRow(type).region)!)).toBe(false)
  })

  it('is not told of a place, or of a step of the protection of a child, to who learns the other alone', () => {
    expect(toldTo('place.secure', 'K')).toBe(false)
    expect(toldTo('opp.issue', 'K')).toBe(false)
    expect(toldTo('opp.issue', 'F')).toBe(true)
  })
})
