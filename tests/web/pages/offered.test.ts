import { describe, expect, it } from 'vitest'
import type { OfferedAct } from '../../../web/src/lib/api.types.ts'
import {
  heldInConversation,
  offeredAtOnce,
  shelterTonight,
  shownAtOnce
} from '../../../web/src/lib/case/offered.ts'

const act = (command: string, more: Partial<OfferedAct & { lifts: string }> = {}) =>
  ({ command, label: command, enabled: true, ...more }) as OfferedAct & { lifts?: string }
const many = Array.from({ length: 25 }, (_, nth) => act(`act.${nth}`))
const commands = ({ actions }: { actions: readonly { command: string }[] }) =>
  actions.map(({ command }) => command)

describe('acts that are open on a case', () => {
  it('are no list of twenty-five: the first stand on the page, and of the others it says how many there are', () => {
    const shown = offeredAtOnce(many, null)
    expect(commands(shown)).toEqual(many.slice(0, shownAtOnce).map(({ command }) => command))
    expect(shown.further).toBe(25 - shownAtOnce)
  })

  it('are all there where they are few, the next step among them and not counted', () => {
    const few = many.slice(0, shownAtOnce + 1)
    expect(offeredAtOnce(few, 'act.0')).toEqual({ actions: few, further: 0 })
    expect(offeredAtOnce([], null)).toEqual({ actions: [], further: 0 })
  })

  it('fold a measure against the person under one name, and leave to the palette one that has no object', () => {
    const open = [act('housing.other'), act('held.record', { coerces: 'possible' })]
    const french = act('removal.notified', { coerces: 'idle' })
    const shown = offeredAtOnce([...open, french], null)
    expect(shown).toEqual({ actions: open, further: 1 })
    const [before, after] = [many.slice(0, shownAtOnce - 1), many.slice(shownAtOnce)]
    const measures = open.slice(1)
    // None of the first places is a measure’s.
    const among = offeredAtOnce([...measures, ...before, ...after], null)
    expect(commands(among)).toContain('act.6')
    // Beside many acts they stand with those that are found in the palette, and are counted there.
    expect(commands(among)).not.toContain('held.record')
    expect(among.further).toBe(before.length + after.length + 1 - shownAtOnce)
  })

  it('keep what nobody in danger is to look for, what is held with the person, and what lifts another', () => {
    const needed = [
      act(shelterTonight),
      ...heldInConversation.map((command) => act(command)),
      act('lifting'),
      act('closed', { enabled: false, lifts: 'lifting' })
    ]
    const shown = commands(offeredAtOnce([...many, ...needed], null))
    for (const { command } of needed) expect(shown).toContain(command)
    expect(shown).not.toContain('act.20')
  })
})
