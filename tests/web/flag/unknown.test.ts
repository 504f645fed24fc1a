import { describe, expect, it, test } from 'vitest'
import { badgesOf } from '../../../server/disclosure/badges.ts'
import { localizeSchema } from '../../../server/views/words.ts'
import type { FlagForm } from '../../../web/src/lib/api.types.ts'
import { flagFields, flagInput as bodyOfFlag } from '../../../web/src/lib/flag/answers.ts'
import { gapsOf, wordsOf } from '../../../web/src/lib/flag/review.ts'
import { stepsOf } from '../../../web/src/lib/flag/steps.ts'
import { constraints } from '../../../workflows/places/fit.ts'
import { flagged, flagInput, type FlagInput } from '../../../workflows/facts/flag.ts'
import { languagesOrUnknown } from '../../../workflows/vocabulary/words.ts'
import { empty, fill, fields as fewFields, step as fewStep } from './form.ts'

const form = {
  schema: localizeSchema(flagInput, 'fr'),
  dimensions: [],
  territories: [],
  languages: Object.entries(languagesOrUnknown).map(([code, { fr }]) => ({ code, name: fr })),
  urgent: [],
  minorBands: []
} as unknown as FlagForm
const [steps, fields] = [stepsOf(form), flagFields(form)]
const step = (id: string) => steps.find((one) => one.id === id) ?? expect.fail(id)
const children = fields.get('children') ?? expect.fail('children')
const answering = (value: string) => ({ ...empty, typed: { children: [value] }, seen: ['personne'] })
const lacking = (value: string) =>
  gapsOf(step('personne'), fields, answering(value)).map(({ field }) => field)

describe('how many children there are', () => {
  it('is asked and forced from nobody: passed over, it is no 0 and nothing that is sent', () => {
    expect(lacking('')).not.toContain('children')
    expect(lacking('')).toContain('sex')
    expect(bodyOfFlag(form, answering(''))).not.toHaveProperty('children')
  })

  it('may be unknown: then no number is sent, and no fact is made of it', () => {
    expect(lacking('unknown')).not.toContain('children')
    expect(bodyOfFlag(form, answering('unknown'))).not.toHaveProperty('children')
    expect(flagged({ indicators: [] } as unknown as FlagInput).children).toBeNull()
    const words = { yes: '', no: '', unknown: 'Je ne sais pas', date: String }
    expect(wordsOf(children, ['unknown'], words)).toEqual(['Je ne sais pas'])
  })

  it.each([0, 2, 12])('is the number that was chosen: %i', (n) => {
    expect(lacking(String(n))).not.toContain('children')
    expect(bodyOfFlag(form, answering(String(n)))).toMatchObject({ children: n })
    expect(flagged({ indicators: [], children: n } as unknown as FlagInput).children).toBe(n)
  })
})

describe('a language, or a form of exploitation, that nobody knows yet', () => {
  it('is an answer of the flag, and is read as one', () => {
    const values = (name: string) => fields.get(name)?.choices.map(({ value }) => value)
    expect(values('language')).toContain('und')
    expect(values('forms')).toContain('unknown')
    const badges = badgesOf({ ageGroup: 'adult', language: 'und', forms: ['unknown'] } as never, 'fr')
    expect(badges.map(({ label }) => label)).toEqual(
      expect.arrayContaining(['Langue pas encore connue', 'Forme pas encore connue'])
    )
  })

  it('is held against no place; one that is known is', () => {
    const unmet = (language: string) =>
      constraints.language.unmet({ languages: ['fr'] } as never, { language } as never)
    expect([unmet('und'), unmet('bin'), unmet('fr')]).toEqual([false, true, false])
  })
})

describe('a yes to the passing on of a name', () => {
  const gaps = (answers: [string, string][]) =>
    gapsOf(fewStep('accord'), fewFields, fill(empty, 'accord', answers)).map(({ kind }) => kind)

  test('is asked for a name, and an empty one is none', () => {
    expect(gaps([['nominativeConsent', 'true']])).toEqual(['name'])
    expect(
      gaps([
        ['nominativeConsent', 'true'],
        ['identity.name', '  ']
      ])
    ).toEqual(['name'])
  })

  test('has one where a name stands, or another name; a no is asked for none', () => {
    for (const field of ['identity.name', 'identity.alias'])
      expect(
        gaps([
          ['nominativeConsent', 'true'],
          [field, 'X']
        ])
      ).toEqual([])
    expect(gaps([['nominativeConsent', 'false']])).toEqual([])
  })
})
