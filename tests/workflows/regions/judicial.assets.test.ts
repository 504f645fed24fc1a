import { describe, expect, it } from 'vitest'
import { mayHearOf } from '../../../policies/disclosure.ts'
import { commandRow } from '../../../workflows/case/commands.ts'
import { fits } from '../../../workflows/case/input.ts'
import { notesOf } from '../../../workflows/vocabulary/fields.ts'
import { anInput } from '../../support/cases.ts'

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
