import { describe, expect, test } from 'vitest'
import { flagInput } from '../../../web/src/lib/flag/answers.ts'
import { gapProblem } from '../../../web/src/lib/flag/gaps.ts'
import { allGaps, gapsOf, reviewOf } from '../../../web/src/lib/flag/review.ts'
import { form, screens, steps, fields, counting, step, fill, empty } from './form.ts'

describe('what is sent', () => {
  const named = (age: string, agrees: string) =>
    fill(fill(empty, 'age', [['ageGroup', age]]), 'accord', [
      ['nominativeConsent', agrees],
      ['identity.name', 'X']
    ])

  test('an adult’s name leaves only with their agreement', () => {
    expect(flagInput(form, named('adult', 'true'))).toMatchObject({ identity: { name: 'X' } })
    expect(flagInput(form, named('adult', 'false'))).not.toHaveProperty('identity')
  })

  test('doubt about age protects: the name may be written', () => {
    expect(flagInput(form, named('doubt', 'false'))).toMatchObject({
      nominativeConsent: false,
      identity: { name: 'X' }
    })
  })

  test('what no longer applies is not sent', () => {
    const zones = fill(empty, 'securite', [
      ['localDanger', 'false'],
      ['forbiddenZones', '69']
    ])
    const calm = fill(zones, 'maintenant', [
      ['danger', 'none'],
      ['dangerFacts', 'before']
    ])
    expect(flagInput(form, calm)).toEqual({ danger: 'none', localDanger: false, indicators: [] })
  })
})

describe('before sending', () => {
  test('what lacks is named with its screen, and one sign at least is asked for', () => {
    const gaps = allGaps(steps, fields, fill(empty, 'rencontre', [['territory', '69']]))
    expect(gaps.map(({ step: at, field, kind }) => [at, field, kind])).toEqual([
      ['maintenant', 'danger', 'missing'],
      ['rencontre', 'metOn', 'missing'],
      ['securite', 'localDanger', 'missing'],
      ['accord', 'nominativeConsent', 'missing'],
      ['indices-freedom', 'indicators', 'signs']
    ])
  })

  test.each([
    ['adult', '15-17', 'age'],
    ['minor', '25-34', 'age'],
    ['adult', '25-34', null],
    ['minor', '15-17', null],
    ['doubt', '15-17', null],
    ['adult', '', null]
  ])('an age of %s and a band of %s is asked about on its own screen: %s', (group, band, kind) => {
    const draft = fill(fill(empty, 'age', [['ageGroup', group]]), 'personne', [['ageBand', band]])
    const [gap] = gapsOf(step('personne'), fields, draft)
    expect(gap ?? null).toEqual(kind && { step: 'personne', field: 'ageBand', label: '', kind })
  })

  test.each(['deux', '1.5', '-1', '13'])('children counted as « %s » are asked about again', (count) => {
    const gaps = gapsOf(step('personne'), counting, fill(empty, 'personne', [['children', count]]))
    expect(gaps).toMatchObject([{ field: 'children', kind: 'number' }])
    expect(gapProblem(gaps, 'fr')?.errors?.[0]?.message).toMatch(
      /écrivez un nombre entier en chiffres, de 0 à 12/
    )
  })

  test('children counted in digits are taken', () => {
    for (const count of ['0', ' 2 ', '12'])
      expect(gapsOf(step('personne'), counting, fill(empty, 'personne', [['children', count]]))).toEqual([])
  })

  test('a ticked sign asks for its source', () => {
    const draft = fill(empty, 'indices-freedom', [['indicator', 'papers']])
    expect(gapsOf(step('indices-freedom'), fields, draft)).toMatchObject([
      { field: 'sign.papers', kind: 'source' }
    ])
  })

  test('everything is read back in words, never in codes', () => {
    const draft = fill(
      fill(empty, 'rencontre', [
        ['territory', '69'],
        ['metOn', '2026-11-23']
      ]),
      'indices-freedom',
      [
        ['indicator', 'papers'],
        ['source.papers', 'person']
      ]
    )
    const words = {
      yes: 'Yes',
      no: 'No',
      unknown: 'Unknown',
      date: (day: string) => `on ${day}`,
      source: (source: string) => source
    }
    const blocks = reviewOf(screens, fields, { draft, words })
    expect(blocks.find((one) => one.screen === 'maintenant')?.lines).toEqual(
      expect.arrayContaining([
        { label: 'Where', words: ['Rhône'] },
        { label: 'Met on', words: ['on 2026-11-23'] }
      ])
    )
    // A dimension in which nothing was ticked is not read back: that says nothing.
    expect(blocks.find((one) => one.screen === 'indices')?.lines).toEqual([
      { label: 'Free?', words: ['Papers taken (person)'] }
    ])
  })
})
