import { describe, expect, test } from 'vitest'
import {
  afterSending,
  anotherPerson,
  askedAtTheEnd,
  draftFrom,
  isCarried,
  metIn,
  nthPerson,
  typedOn,
  type Draft
} from '../../../web/src/lib/flag/answers.ts'
import {
  afterSigns,
  contentsOf,
  mendHref,
  neighbours,
  ordered,
  placesOf,
  stepOfField
} from '../../../web/src/lib/flag/steps.ts'
import { steps, step, fill, empty } from './form.ts'

describe('the screens of the flag', () => {
  test('danger comes first, each dimension has its own, the sending is last', () => {
    expect(steps[0]?.id).toBe('maintenant')
    expect(steps.map(({ id }) => id)).toContain('indices-freedom')
    expect(neighbours(steps, 'relire')).toMatchObject({ next: null, done: steps.length - 1 })
  })

  test('those to come are named in the contents and not opened; those seen are', () => {
    const entries = contentsOf(steps, ['maintenant', 'rencontre'], 'rencontre')
    expect(entries.map(({ id }) => id)).toEqual(steps.map(({ id }) => id))
    expect(entries.filter(({ seen }) => seen).map(({ id }) => id)).toEqual(['maintenant', 'rencontre'])
    expect(entries.filter(({ here }) => here).map(({ id }) => id)).toEqual(['rencontre'])
    expect(entries.find(({ id }) => id === 'indices-freedom')).toMatchObject({ title: 'Free?', seen: false })
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
    const first = fill(empty, 'maintenant', [
      ['danger', 'immediate'],
      ['role', 'admin']
    ])
    const both = fill(first, 'rencontre', [
      ['territory', '69'],
      ['metOn', '2026-11-23']
    ])
    expect(both.typed).toMatchObject({ danger: ['immediate'], territory: ['69'] })
    expect(both.typed).not.toHaveProperty('role')
    expect(both.seen).toEqual(['maintenant', 'rencontre'])
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

  test('one source may stand for all signs of a screen, and a sign’s own goes before it', () => {
    const told = fill(empty, 'indices-freedom', [
      ['indicator', 'papers'],
      ['sources', 'person']
    ])
    expect(told.signs).toEqual([{ code: 'papers', source: 'person' }])
    const seen = fill(empty, 'indices-freedom', [
      ['indicator', 'papers'],
      ['sources', 'person'],
      ['source.papers', 'seen']
    ])
    expect(seen.signs).toEqual([{ code: 'papers', source: 'seen' }])
    const none = fill(empty, 'indices-freedom', [['sources', 'person']])
    expect(none.signs).toEqual([])
  })

  test('the signs of the forms at hand lead, those of other forms come last, and none is left out', () => {
    const sign = (code: string, form: string | null) => ({ code, label: code, form })
    const dimension = {
      id: 'work',
      label: '',
      indicators: [sign('b', 'begging'), sign('any', null), sign('s', 'sexual')]
    }
    const codes = (forms: string[]) =>
      ordered({ ...step('indices-work'), dimension }, forms).dimension?.indicators.map(({ code }) => code)
    expect(codes(['sexual'])).toEqual(['s', 'any', 'b'])
    expect(codes([])).toEqual(['b', 'any', 's'])
  })

  test('whoever saw nothing more goes on to what follows the last signs', () => {
    expect(afterSigns(steps)?.id).toBe('personne')
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

describe('a flag that begins in a settlement', () => {
  const draft = metIn('key', { label: 'Terrain des Brosses', territory: '93' })

  test('says how and where the person was met, whatever territory the reader works in, and has seen no screen', () => {
    expect(typedOn(step('rencontre'), draft, '69')).toMatchObject({
      channel: ['settlement'],
      territory: ['93'],
      site: ['Terrain des Brosses'],
      metOn: []
    })
    expect(draft.seen).toEqual([])
    expect(draftFrom(JSON.stringify(draft))).toEqual(draft)
  })

  test('leaves its place to the next person of the same operation', () => {
    expect(anotherPerson(afterSending(draft, 'key-2', null)).typed['site']).toEqual(['Terrain des Brosses'])
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
      typed: { territory: ['69'], site: [], channel: [], metOn: [], forbiddenZones: ['69'] },
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
      'maintenant',
      'rencontre',
      'exploitation',
      'indices-freedom',
      'indices-work'
    ])
    expect(carried(fill(second, 'rencontre', [['territory', '69']]))).not.toContain('rencontre')
  })

  test('is counted, and everyone flagged so far is kept, until another flag begins', () => {
    expect([nthPerson(first), nthPerson(second)]).toEqual([null, 2])
    const after = afterSending(second, 'key-3', null)
    expect(after.operation?.flagged).toEqual([one, null])
    expect(nthPerson(anotherPerson(after))).toBe(3)
    expect(afterSending(fill(after, 'maintenant', []), 'key-4', one).operation?.flagged).toEqual([one])
    expect(anotherPerson(empty)).toEqual(empty)
  })
})
