import { describe, expect, it } from 'vitest'
import { answering } from '../../support/answering.ts'
import { localizeSchema } from '../../../server/views/words.ts'
import type { FlagForm } from '../../../web/src/lib/api.types.ts'
import { flagInput as bodyOfFlag } from '../../../web/src/lib/flag/answers.ts'
import { readPlaces } from '../../../web/src/lib/flag/desk.ts'
import { laneDraft, laneFields, laneGaps, laneOf, laneQuestions } from '../../../web/src/lib/flag/lane.ts'
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
})

describe('the danger lane of those whose flag is refused without a settlement', () => {
  const asking = { ...form, schema: { ...form.schema, required: [...(form.schema.required ?? []), 'site'] } }
  const canal = { id: 'canal', label: 'Camp du canal', commune: 'Vénissieux', territory: '93' }
  const places = [canal]
  const draftOf = (entries: readonly [string, string][]) => {
    const data = new FormData()
    for (const [name, value] of entries) data.append(name, value)
    return laneDraft(asking, data, { key: 'key-of-the-lane', today: '2026-11-28', places })
  }
  const lacks = (entries: readonly [string, string][]) =>
    laneGaps(asking, draftOf(entries)).map(({ field }) => field)

  it('asks it of them alone, and where is one question: five in all', () => {
    const { where, each } = laneQuestions(laneFields(asking))
    expect(where.map(({ name }) => name)).toEqual(['territory', 'site'])
    expect(each.length + 2).toBe(5)
    expect(laneQuestions(laneFields(form)).where).toEqual([])
    expect(laneOf(form).fields).not.toContain('site')
  })

  it('says what lacks where nothing was chosen, or a place that is none of theirs', () => {
    expect(lacks(answers)).toEqual(['site'])
    expect(lacks([...answers, ['settlement', 'of-others']])).toEqual(['site'])
    expect(lacks([...answers, ['settlement', 'other']])).toEqual(['site'])
  })

  it('takes a place that they keep for its name and its département, whatever else the form bears', () => {
    const chosen: [string, string][] = [...answers, ['site', 'Un nom'], ['settlement', 'canal']]
    expect(lacks(chosen)).toEqual([])
    const body = bodyOfFlag(asking, draftOf(chosen))
    expect(body).toMatchObject({ site: 'Camp du canal', territory: '93', channel: 'settlement' })
    expect(fits(flagInput, body)).toBe(true)
  })

  it('takes another by the name that is written, and does not say how the person was met', () => {
    const body = bodyOfFlag(asking, draftOf([...answers, ['site', 'Un nom'], ['settlement', 'other']]))
    expect(body).toMatchObject({ site: 'Un nom', territory: '69', channel: 'unknown' })
    expect(fits(flagInput, body)).toBe(true)
  })

  it('reads the register for nobody else, and offers no place that is closed', async () => {
    const items = [
      { ...canal, open: true },
      { ...canal, id: 'old', open: false }
    ]
    const { fetcher, calls } = answering({ status: 200, body: { items } })
    expect(await readPlaces(fetcher, form)).toEqual([])
    expect(calls).toEqual([])
    expect((await readPlaces(fetcher, asking)).map(({ id }) => id)).toEqual(['canal'])
    expect(await readPlaces(answering({ status: 404 }).fetcher, asking)).toEqual([])
  })
})
