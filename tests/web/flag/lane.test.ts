import { describe, expect, it } from 'vitest'
import { localizeSchema } from '../../../server/views/words.ts'
import type { FlagForm } from '../../../web/src/lib/api.types.ts'
import { flagInput as bodyOfFlag } from '../../../web/src/lib/flag/answers.ts'
import { laneDraft, laneFields, laneGaps, laneOf } from '../../../web/src/lib/flag/lane.ts'
import { flagged, flagInput, type FlagInput } from '../../../workflows/facts/flag.ts'
import { fits } from '../../../workflows/case/input.ts'
import { indicators, indicatorCodes, urgentSigns } from '../../../workflows/vocabulary/indicators.ts'
import { languagesOrUnknown } from '../../../workflows/vocabulary/words.ts'

const form = {
  schema: localizeSchema(flagInput, 'fr'),
  dimensions: [
    {
      id: 'D5',
      label: '',
      indicators: indicatorCodes.map((code) => ({ code, label: indicators[code].label.fr }))
    }
  ],
  territories: [{ code: '69', name: 'Rhône', zone: 'Europe/Paris' }],
  languages: Object.entries(languagesOrUnknown).map(([code, { fr }]) => ({ code, name: fr })),
  urgent: urgentSigns,
  minorBands: []
} as unknown as FlagForm

const answers: [string, string][] = [
  ['territory', '69'],
  ['ageGroup', 'adult'],
  ['localDanger', 'true'],
  ['forms', 'sexual'],
  ['indicator', 'd_violence'],
  ['source.d_violence', 'person']
]
const posted = (entries: readonly [string, string][]) => {
  const data = new FormData()
  for (const [name, value] of entries) data.append(name, value)
  return laneDraft(form, data, { key: 'key-of-the-lane', today: '2026-11-28' })
}
const gaps = (entries: readonly [string, string][]) =>
  laneGaps(form, posted(entries)).map(({ field }) => field)

describe('the danger lane', () => {
  it('asks no more than five questions', () => {
    expect(laneFields(form).length + 1).toBe(5)
    expect(laneOf(form).dimension?.indicators.map(({ code }) => code)).toEqual(urgentSigns)
  })

  it('says what lacks, each where it is asked, and sends nothing then', () => {
    expect(gaps([])).toEqual(['territory', 'ageGroup', 'localDanger', 'forms', 'indicators'])
    expect(gaps(answers.filter(([name]) => name !== 'source.d_violence'))).toEqual(['sign.d_violence'])
  })

  it('makes a flag that the API takes as it is', () => {
    expect(gaps(answers)).toEqual([])
    const body = bodyOfFlag(form, posted(answers))
    expect(fits(flagInput, body)).toBe(true)
    expect(body).toMatchObject({
      danger: 'immediate',
      localDanger: true,
      indicators: [{ code: 'd_violence', source: 'person' }],
      metOn: '2026-11-28'
    })
  })

  it('puts no word in the place of what was not asked', () => {
    const body = bodyOfFlag(form, posted(answers))
    expect(body).toMatchObject({
      ...{ channel: 'unknown', sex: 'unknown', nationality: 'unknown', language: 'und' }
    })
    for (const field of ['nominativeConsent', 'children', 'identity', 'narrative'])
      expect(body).not.toHaveProperty(field)
    expect(flagged(body as FlagInput)).toMatchObject({ consents: [], children: null, danger: 'immediate' })
  })

  it('takes « I do not know » for the place and the form as well', () => {
    const unsure = answers.map(([name, value]): [string, string] =>
      name === 'localDanger' ? [name, 'unknown'] : name === 'forms' ? [name, 'unknown'] : [name, value]
    )
    expect(gaps(unsure)).toEqual([])
    const body = bodyOfFlag(form, posted(unsure))
    expect(body).not.toHaveProperty('localDanger')
    expect(fits(flagInput, body)).toBe(true)
  })

  it('asks where, of those whose flag is refused without it', () => {
    const asked = { ...form, schema: { ...form.schema, required: [...(form.schema.required ?? []), 'site'] } }
    expect(laneOf(asked).fields).toContain('site')
    expect(laneOf(form).fields).not.toContain('site')
  })
})
