import { describe, expect, it } from 'vitest'
import { mayHearOf } from '../../../policies/disclosure.ts'
import { commandRow, type CommandType } from '../../../workflows/case/commands.ts'
import { fits } from '../../../workflows/case/input.ts'
import { unusualIn, unusualReason } from '../../../workflows/case/records.ts'
import { notesOf } from '../../../workflows/vocabulary/fields.ts'
import { aCase, anInput } from '../../support/cases.ts'

const words = (act: CommandType) =>
  Object.entries(notesOf(commandRow(act).input.properties['seizedStand']!)!.choices!).map(([id, { fr }]) => [
    id,
    fr
  ])

describe('where assets stand, before a conviction is final', () => {
  const early = ['investigation.act', 'conviction.pronounced'] as const
  const running = aCase({ regions: { judicial: 'trial' } })

  it.each(early)('%s records what only a final conviction gives, and says that it is unusual', (act) => {
    for (const seizedStand of ['confiscated', 'paid']) {
      const input = anInput(act, { seizedStand })
      expect(unusualIn(running, act, { input, older: false })).toContain('form.before_final')
      const told = unusualReason(act, 'form.before_final')
      expect(told?.reason.fr).toBe('avoirs dits confisqués ou versés avant une condamnation définitive')
    }
    for (const seizedStand of ['seized', 'agrasc', 'returned'])
      expect(unusualIn(running, act, { input: anInput(act, { seizedStand }), older: false })).toEqual([])
    const final = { ...running, facts: { ...running.facts, finalOn: '2026-10-01' } }
    const input = anInput(act, { seizedStand: 'confiscated' })
    expect(unusualIn(final, act, { input, older: false })).not.toContain('form.before_final')
  })

  it.each(early)('%s offers first what it may be, and marks the rest', (act) => {
    expect(words(act)).toEqual([
      ['seized', 'saisis'],
      ['agrasc', 'remis à l’AGRASC'],
      ['returned', 'restitués'],
      ['confiscated', 'confisqués (inhabituel avant une condamnation définitive)'],
      ['paid', 'versés à la partie civile (inhabituel avant une condamnation définitive)']
    ])
  })

  it('a final conviction may have them all, and none is unusual', () => {
    expect(words('conviction.final').map(([, fr]) => fr)).not.toContain(expect.stringContaining('inhabituel'))
    for (const [seizedStand] of words('conviction.final')) {
      const input = anInput('conviction.final', { seizedStand })
      expect(unusualIn(running, 'conviction.final', { input, older: false })).toEqual([])
    }
  })
})

describe('assets seized, on what a court decides', () => {
  const acts = ['investigation.act', 'conviction.pronounced', 'conviction.final'] as const

  it.each(acts)('are said by bands and by where they stand, or not at all: %s', (act) => {
    const form = commandRow(act).input
    const { seized: _seized, seizedStand: _stand, ...least } = anInput(act) as Record<string, unknown>
    expect(fits(form, { ...least, seized: '12 345,67 €' })).toBe(false)
    expect(fits(form, { ...least, seizedStand: 'mine' })).toBe(false)
    expect(fits(form, least)).toBe(true)
    expect(fits(form, { ...least, seized: '20_50', seizedStand: 'agrasc' })).toBe(true)
  })

  it.each(acts)(
    'are read by who follows the procedure, and by nobody who is told of it in a word: %s',
    (act) => {
      const facts = { ageGroup: 'adult' as const, consents: [] }
      for (const field of ['seized', 'seizedStand'])
        expect(notesOf(commandRow(act).input.properties[field]!)?.dataClass).toBe('F')
      type Reads = 'referent' | 'prosecutor' | 'lawyer' | 'prefecture' | 'shelter' | 'flagger'
      const reads = (capacity: Reads) =>
        mayHearOf({ command: act, input: { seized: '20_50' } }, capacity, facts)
      expect((['referent', 'prosecutor', 'lawyer'] as const).map(reads)).toEqual([true, true, true])
      expect((['prefecture', 'shelter', 'flagger'] as const).map(reads)).toEqual([false, false, false])
    }
  )
})
