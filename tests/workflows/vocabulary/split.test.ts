import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { commandRow, commandTypes } from '../../../workflows/case/commands.ts'
import { flagInput } from '../../../workflows/facts/flag.ts'
import { classOfField, splitInput } from '../../../workflows/vocabulary/split.ts'
import { sealedClasses } from '../../../workflows/vocabulary/vocabulary.ts'
import { inputs } from '../../support/cases.ts'
import { aFlagged } from '../../../verify/flags.ts'

const named = aFlagged({
  nominativeConsent: true,
  identity: { name: 'CANARI-NOM', contact: 'CANARI-CONTACT' },
  narrative: 'CANARI-RECIT',
  dangerFacts: 'CANARI-DANGER'
})

describe('an input taken apart', () => {
  it('never leaves a name or a story in the open part', () => {
    const { open, sealed } = splitInput(flagInput, named)
    expect(JSON.stringify(open)).not.toContain('CANARI')
    expect(sealed).toEqual({
      B: { name: 'CANARI-NOM', contact: 'CANARI-CONTACT' },
      C: { narrative: 'CANARI-RECIT', dangerFacts: 'CANARI-DANGER' }
    })
  })

  it('drops what the form does not know', () => {
    const { open, sealed } = splitInput(commandRow('triage.start').input, { address: 'CANARI' })
    expect({ open, sealed }).toEqual({ open: {}, sealed: {} })
  })

  it('leaves out what was not said', () => {
    expect(splitInput(commandRow('identity.record').input, { name: undefined })).toEqual({
      open: {},
      sealed: {}
    })
  })

  it('says which class a reader needs for a field', () => {
    expect(classOfField(flagInput, 'narrative')).toBe('C')
    expect(classOfField(flagInput, 'nationality')).toBe('E')
    expect(classOfField(flagInput, 'danger')).toBeUndefined()
    expect(classOfField(flagInput, 'unheard-of')).toBeUndefined()
  })

  it.each(commandTypes)('%s: each field lands in one part, and only sealed classes are sealed', (type) => {
    const { input } = commandRow(type)
    fc.assert(
      fc.property(inputs(input), (values) => {
        const { open, sealed } = splitInput(input, values)
        for (const dataClass of Object.keys(sealed)) expect(sealedClasses).toContain(dataClass)
        for (const field of Object.keys(open)) expect(sealedClasses).not.toContain(classOfField(input, field))
        const kept = [...Object.keys(open), ...Object.values(sealed).flatMap((part) => Object.keys(part))]
        expect(new Set(kept).size).toBe(kept.length)
      }),
      { seed: 1, numRuns: 30 }
    )
  })
})
