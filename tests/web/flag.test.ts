import { describe, expect, test } from 'vitest'
import {
  afterSending,
  anotherPerson,
  answered,
  askedAtTheEnd,
  draftFrom,
  emptyDraft,
  flagFields,
  flagInput,
  isCarried,
  nthPerson,
  typedOn,
  type Draft
} from '../../web/src/lib/flag/answers.ts'
import type { FlagForm } from '../../web/src/lib/flag/flag.types.ts'
import { allGaps, gapsOf, reviewOf } from '../../web/src/lib/flag/review.ts'
import { mendHref, neighbours, placesOf, stepOfField, stepsOf } from '../../web/src/lib/flag/steps.ts'

const yes = (title: string) => ({ type: 'boolean', title })
const form: FlagForm = {
  schema: {
    required: ['danger', 'territory', 'metOn', 'localDanger', 'nominativeConsent'],
    properties: {
      danger: {
        title: 'Danger',
        oneOf: [
          { const: 'none', title: 'None' },
          { const: 'immediate', title: 'Now' }
        ]
      },
      dangerFacts: { type: 'string', title: 'Facts' },
      territory: { type: 'string', title: 'Where' },
      metOn: { type: 'string', format: 'date', title: 'Met on' },
      ageGroup: {
        title: 'Age',
        oneOf: [
          { const: 'adult', title: 'Adult' },
          { const: 'doubt', title: 'In doubt' }
        ]
      },
      localDanger: yes('Must leave'),
      forbiddenZones: { type: 'array', title: 'Avoid' },
      nominativeConsent: yes('Agrees'),
      identity: { type: 'object', properties: { name: { type: 'string', title: 'Name' } } },
      indicators: { type: 'array', title: 'Signs' }
    }
  },
  dimensions: [
    { id: 'freedom', label: 'Free?', indicators: [{ code: 'papers', label: 'Papers taken' }] },
    { id: 'work', label: 'Work?', indicators: [{ code: 'pay', label: 'No pay' }] }
  ],
  territories: [{ code: '69', name: 'Rhône', zone: 'Europe/Paris' }],
  languages: [{ code: 'edo', name: 'Edo' }],
  minorBands: ['15-17']
}
const steps = stepsOf(form)
const fields = flagFields(form)
const step = (id: string) => steps.find((one) => one.id === id) ?? expect.fail(id)
const fill = (draft: Draft, id: string, entries: [string, string][]) => {
  const data = new FormData()
  for (const [name, value] of entries) data.append(name, value)
  return answered(draft, step(id), data)
}
const empty = emptyDraft('key-of-the-draft')

describe('the screens of the flag', () => {
  test('danger comes first, each dimension has its own, the sending is last', () => {
    expect(steps[0]?.id).toBe('danger')
    expect(steps.map(({ id }) => id)).toContain('indices-freedom')
    expect(neighbours(steps, 'relire')).toMatchObject({ next: null, done: steps.length - 1 })
  })

  test('an error leads to the screen and the control that mend it', () => {
    const places = placesOf(steps)
    expect(mendHref(places, '/metOn')).toBe('/signaler/rencontre?revoir=1#champ-metOn')
    expect(mendHref(places, '/identity/name')).toBe('/signaler/accord?revoir=1#champ-identity.name')
    expect(mendHref(places, '/indicators/0/source')).toMatch(/^\/signaler\/indices-freedom/)
    expect(stepOfField(steps, 'unheard')).toBeNull()
  })
})

describe('the draft', () => {
  test('one screen changes its own answers and no other', () => {
    const first = fill(empty, 'danger', [
      ['danger', 'immediate'],
      ['role', 'admin']
    ])
    const both = fill(first, 'rencontre', [
      ['territory', '69'],
      ['metOn', '2026-11-23']
    ])
    expect(both.typed).toMatchObject({ danger: ['immediate'], territory: ['69'] })
    expect(both.typed).not.toHaveProperty('role')
    expect(both.seen).toEqual(['danger', 'rencontre'])
  })

  test('signs of another screen stay, and a sign that is unticked goes', () => {
    const freedom = fill(empty, 'indices-freedom', [
      ['indicator', 'papers'],
      ['source.papers', 'seen'],
      ['indicator', 'pay']
    ])
    const work = fill(freedom, 'indices-work', [
      ['indicator', 'pay'],
      ['source.pay', 'rumour']
    ])
    expect(work.signs).toEqual([
      { code: 'papers', source: 'seen' },
      { code: 'pay', source: '' }
    ])
    expect(fill(work, 'indices-freedom', []).signs).toEqual([{ code: 'pay', source: '' }])
  })

  test('the reader’s territory is proposed until the screen was answered', () => {
    expect(typedOn(step('rencontre'), empty, '69')).toMatchObject({ territory: ['69'] })
    expect(typedOn(step('rencontre'), fill(empty, 'rencontre', []), '69')).toMatchObject({ territory: [] })
  })

  test('what is no draft counts as none', () => {
    expect(draftFrom(null)).toBeNull()
    expect(draftFrom('{"key":1}')).toBeNull()
    expect(draftFrom('{half a dra')).toBeNull()
    expect(draftFrom(JSON.stringify(empty))).toEqual(empty)
  })
})

describe('another person of one operation', () => {
  const first = fill(
    fill(
      fill(fill(empty, 'rencontre', [['territory', '69']]), 'indices-freedom', [
        ['indicator', 'papers'],
        ['source.papers', 'seen']
      ]),
      'securite',
      [
        ['localDanger', 'true'],
        ['forbiddenZones', '69']
      ]
    ),
    'accord',
    [
      ['nominativeConsent', 'true'],
      ['identity.name', 'X']
    ]
  )
  const one = { id: 'case-1', code: 'TEH 1' }
  const second = anotherPerson(afterSending(first, 'key-2', one))

  test('takes up what all have in common, and nothing of who somebody is, what is safe or what they agreed to', () => {
    expect(second).toEqual({
      key: 'key-2',
      typed: { territory: ['69'], channel: [], metOn: [], forbiddenZones: ['69'] },
      signs: [{ code: 'papers', source: 'seen' }],
      seen: [],
      before: [one]
    })
    expect(draftFrom(JSON.stringify(second))).toEqual(second)
  })

  test('is asked on the last screen for the rest alone, and the screens taken up say so until they are read', () => {
    expect(askedAtTheEnd(steps, second).map(({ id }) => id)).toEqual([
      'personne',
      'situation',
      'securite',
      'accord'
    ])
    expect(askedAtTheEnd(steps, first)).toEqual([])
    const carried = (draft: Draft) => steps.filter((one) => isCarried(one, draft)).map(({ id }) => id)
    expect(carried(first)).toEqual([])
    expect(carried(second)).toEqual([
      'danger',
      'rencontre',
      'indices-freedom',
      'indices-work',
      'exploitation'
    ])
    expect(carried(fill(second, 'rencontre', [['territory', '69']]))).not.toContain('rencontre')
  })

  test('is counted, and everyone flagged so far is kept, until another flag begins', () => {
    expect([nthPerson(first), nthPerson(second)]).toEqual([null, 2])
    const after = afterSending(second, 'key-3', null)
    expect(after.operation?.flagged).toEqual([one, null])
    expect(nthPerson(anotherPerson(after))).toBe(3)
    expect(afterSending(fill(after, 'danger', []), 'key-4', one).operation?.flagged).toEqual([one])
    expect(anotherPerson(empty)).toEqual(empty)
  })
})

describe('what is sent', () => {
  const named = (age: string, agrees: string) =>
    fill(fill(empty, 'personne', [['ageGroup', age]]), 'accord', [
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
    const calm = fill(zones, 'danger', [
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
      ['danger', 'danger', 'missing'],
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
    const draft = fill(empty, 'personne', [
      ['ageGroup', group],
      ['ageBand', band]
    ])
    const [gap] = gapsOf(step('personne'), fields, draft)
    expect(gap ?? null).toEqual(kind && { step: 'personne', field: 'ageBand', label: '', kind })
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
    const blocks = reviewOf(steps, fields, { draft, words })
    expect(blocks.find((one) => one.step === 'rencontre')?.lines).toEqual([
      { label: 'Where', words: ['Rhône'] },
      { label: 'Met on', words: ['on 2026-11-23'] }
    ])
    expect(blocks.find((one) => one.step === 'indices-freedom')?.lines[0]?.words).toEqual([
      'Papers taken (person)'
    ])
  })
})
