import { describe, expect, test, vi } from 'vitest'
import { actions } from '../../../web/src/routes/(app)/signaler/[step]/+page.server.ts'
import { flagInput } from '../../../web/src/lib/flag/answers.ts'
import { gapProblem } from '../../../web/src/lib/flag/gaps.ts'
import { allGaps, gapsOf, reviewOf } from '../../../web/src/lib/flag/review.ts'
import { answering } from '../../support/answering.ts'
import { form, screens, steps, fields, counting, step, fill, empty } from './form.ts'

vi.mock('$app/state', () => ({ page: {} }))

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

describe('once the flag was sent', () => {
  const draft = {
    key: 'key-of-the-draft',
    typed: { danger: ['none'], territory: ['69'], metOn: ['2026-11-24'], ageGroup: ['adult'] },
    signs: [{ code: 'papers', source: 'seen' }],
    seen: ['maintenant']
  }
  /** The key under which it would be sent again, and how many times it was sent. */
  const keptAfter = async (status: number) => {
    const { calls, fetcher } = answering((path) => ({
      status: path === '/api/cases' ? status : 200,
      body: path === '/api/flag-form' ? form : { data: JSON.stringify(draft), lifetimeHours: 72 }
    }))
    const posted = new FormData()
    for (const name of ['localDanger', 'nominativeConsent']) posted.set(name, 'false')
    const locals = { locale: 'fr', now: new Date('2026-11-24T11:00:00Z') }
    const request = { formData: () => Promise.resolve(posted) }
    await actions['send']!({ fetch: fetcher, request, locals, params: { step: 'relire' } } as never)
    const drafts = calls.flatMap(({ method, path, body }) =>
      method === 'PUT' && path === '/api/drafts/flag' ? [JSON.parse(body) as { data: string }] : []
    )
    const { key } = JSON.parse(drafts.at(-1)!.data) as { key: string }
    return [calls.filter(({ path }) => path === '/api/cases').length, key]
  }

  test('and refused, it is another act', async () => {
    for (const status of [400, 409, 429]) {
      const [sent, key] = await keptAfter(status)
      expect([status, sent, key === draft.key]).toEqual([status, 1, false])
    }
  })

  test.each([500, 502, 503])(
    'and met by a fault (%i), it keeps its key: sent again it makes no second file',
    async (status) => {
      expect(await keptAfter(status)).toEqual([1, draft.key])
    }
  )
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
