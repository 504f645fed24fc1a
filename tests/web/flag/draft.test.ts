import { describe, expect, test } from 'vitest'
import {
  afterSending,
  anotherPerson,
  draftFrom,
  isCarried,
  metIn,
  nthPerson,
  screensFor,
  typedOn,
  type Draft
} from '../../../web/src/lib/flag/answers.ts'
import { signsOffered } from '../../../web/src/lib/flag/signs.ts'
import {
  contentsOf,
  firstOpen,
  mendHref,
  neighbours,
  placesOf,
  stepOfField
} from '../../../web/src/lib/flag/steps.ts'
import { form, screens, steps, step, fill, empty } from './form.ts'

describe('the screens of the flag', () => {
  test('danger comes first, all signs stand on one, the sending is last', () => {
    expect(screens.map(({ id }) => id)).toEqual(['maintenant', 'indices', 'personne', 'relire'])
    expect(steps[0]?.fields).toEqual(['danger', 'dangerFacts'])
    expect(screens[1]?.steps.map(({ id }) => id)).toEqual(['indices-freedom', 'indices-work'])
    expect(neighbours(screens, 'relire')).toMatchObject({ next: null, done: screens.length - 1 })
  })

  test('none is seen until all of it is; those to come are named in the contents and not opened', () => {
    const first = screens[0]!.steps.map(({ id }) => id)
    const whole = () => false
    expect(firstOpen(screens, first.slice(1), whole)).toBe('maintenant')
    expect(firstOpen(screens, first, whole)).toBe('indices')
    const all = screens.flatMap(({ steps }) => steps.map(({ id }) => id))
    expect(firstOpen(screens, all, whole)).toBe('relire')
    // One that was refused is taken up where it was.
    expect(firstOpen(screens, all, ({ id }) => id === 'personne')).toBe('personne')
    const entries = contentsOf(screens, first, 'maintenant')
    expect(entries.map(({ id }) => id)).toEqual(screens.map(({ id }) => id))
    expect(entries.filter(({ seen }) => seen).map(({ id }) => id)).toEqual(['maintenant'])
    expect(entries.filter(({ here }) => here).map(({ id }) => id)).toEqual(['maintenant'])
  })

  test('an error leads to the screen and the control that mend it', () => {
    const places = placesOf(screens)
    expect(mendHref(places, '/metOn')).toBe('/signaler/maintenant?revoir=1#champ-metOn')
    expect(mendHref(places, '/identity/name')).toBe('#champ-identity.name')
    expect(mendHref(places, '/indicators/0/source')).toBe(
      '/signaler/indices?revoir=1#champ-indicators.0.source'
    )
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

  test('the signs of the forms and of the age at hand lead, the others keep their names, and none is left out', () => {
    const offered = (typed: Draft['typed']) => {
      const { leading, others } = signsOffered(form.dimensions, { ...empty, typed })
      return [leading.map(({ code }) => code), others.map(({ id }) => id)]
    }
    expect(offered({ forms: ['sexual'] })).toEqual([['papers'], ['work']])
    expect(offered({ forms: ['labour'] })).toEqual([['pay'], ['freedom']])
    expect(offered({ forms: ['sexual'], ageGroup: ['doubt'] })).toEqual([['papers', 'pay'], []])
    for (const forms of [[], ['unknown']]) expect(offered({ forms })).toEqual([['papers'], ['work']])
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
    const asked = (draft: Draft) => screensFor(screens, draft).map(({ steps: on }) => on.map(({ id }) => id))
    expect(asked(second)).toEqual([
      ['maintenant', 'rencontre', 'exploitation'],
      ['indices-freedom', 'indices-work'],
      ['age', 'personne', 'situation', 'securite', 'accord', 'recit']
    ])
    expect(screensFor(screens, first)).toBe(screens)
    expect(asked(second).flat().toSorted()).toEqual(asked(first).flat().toSorted())
    const carried = (draft: Draft) =>
      screensFor(screens, draft)
        .filter((one) => isCarried(one, draft))
        .map(({ id }) => id)
    expect(carried(first)).toEqual([])
    expect(carried(second)).toEqual(['maintenant', 'indices'])
    const read = ['maintenant', 'rencontre', 'exploitation'].reduce(
      (draft, id) => fill(draft, id, []),
      second
    )
    expect(carried(read)).toEqual(['indices'])
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
