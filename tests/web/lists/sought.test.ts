import { describe, expect, it, vi } from 'vitest'
import type { PlaceLine, ReferenceView, SavedView } from '../../../web/src/lib/api.types.ts'
import { grouped } from '../../../web/src/lib/law/grouped.ts'
import { hrefOf } from '../../../web/src/lib/notices/links.ts'
import { placesHref, readPlaceQuery } from '../../../web/src/lib/places/search.ts'
import { byStructure } from '../../../web/src/lib/places/structures.ts'
import { csvIn, csvText } from '../../../web/src/lib/takeover/csv.ts'
import { isShown, keepable, savedHref, savedLabel } from '../../../web/src/lib/worklist/saved.ts'

vi.mock('$app/state', () => ({ page: { data: { locale: 'fr' } } }))

const at = (search: string) => new URL(`http://mnio.test/places${search}`)

describe('places that are sought', () => {
  it('stand where the page opens, unless another state or a word was asked for', () => {
    expect(readPlaceQuery(at(''), 'free').status).toBe('free')
    expect(readPlaceQuery(at('?q=nord'), 'free').status).toBe('')
    expect(readPlaceQuery(at('?q=nord&etat=out'), 'free').status).toBe('out')
    expect(readPlaceQuery(at('?etat=toutes'), 'free').status).toBe('')
  })

  it('are read back from the address of either list', () => {
    const query = { q: 'nord', status: 'out', region: 'Bretagne', cursor: 'a', waiting: 'b' } as const
    expect(readPlaceQuery(new URL(placesHref(query), 'http://mnio.test'), 'free')).toEqual(query)
    const none = { q: '', status: '', region: '', cursor: null, waiting: null } as const
    expect(readPlaceQuery(new URL(placesHref(none), 'http://mnio.test'), 'free')).toEqual(none)
  })

  it('stand by region and name among those of which none is free', () => {
    const place = (structure: string, region: string, status = 'occupied') =>
      ({ id: structure, structure, region, status, constraints: [] }) as unknown as PlaceLine
    const lines = [
      ...[place('B', 'Bretagne'), place('A', 'Occitanie'), place('Z', 'Bretagne', 'free')],
      ...[place('C', 'Bretagne', 'reserved'), place('Z', 'Bretagne', 'out'), place('Y', 'Alsace', 'out')]
    ]
    expect(byStructure(lines).map(({ name, region, free }) => [name, region, free])).toEqual([
      ['Z', 'Bretagne', 1],
      ['Y', 'Alsace', 0],
      ['B', 'Bretagne', 0],
      ['C', 'Bretagne', 0],
      ['A', 'Occitanie', 0]
    ])
  })
})

describe('a list that was kept', () => {
  const saved = (...asked: [name: string, value: string][]): SavedView =>
    ({ id: 'one', label: 'Mineurs', asked: asked.map(([name, value]) => ({ name, value })) }) as SavedView
  const query = { view: 'late', q: '', cursor: 'next', only: 'minor' } as const

  it('is its view and what narrows it, on whichever page of it', () => {
    expect(keepable({ ...query, q: '7K3F' })).toEqual({ view: 'late', only: 'minor' })
  })

  it('is the one on the page where both ask the same, and no code is sought', () => {
    const kept = saved(['view', 'late'], ['only', 'minor'])
    expect(isShown(kept, { ...query, q: '7K3F' })).toBe(false)
    expect(isShown(kept, { ...query, sort: 'since' })).toBe(false)
    expect(isShown(saved(['view', 'late']), query)).toBe(false)
    expect(isShown(saved(['view', 'todo'], ['only', 'minor']), query)).toBe(false)
    expect(isShown(kept, query)).toBe(true)
  })

  it('is named by its view, and leads to it', () => {
    const kept = saved(['view', 'late'], ['only', 'minor'])
    expect(savedLabel(kept)).toMatch(/ · Mineurs$/)
    expect(savedLabel(saved(['only', 'minor']))).toBe('Mineurs')
    expect(savedHref('/dossiers', kept)).toBe('/dossiers?vue=late&personnes=minor')
  })
})

it('a notice leads to what it is of', () => {
  const led = (what: Parameters<typeof hrefOf>[0]['opens']['what']) => hrefOf({ opens: { what, id: 'a/b' } })
  expect(led('team')).toBe('/equipe')
  expect(led('case')).toBe('/dossiers/a%2Fb')
  expect(led('referral')).toBe('/orientations/a%2Fb')
  expect(led('meeting')).toBe('/reunions/a%2Fb')
  expect(led('opening')).toBe('/acces-urgence/a%2Fb')
  expect(led('handing')).toBe('/passages/a%2Fb')
  expect(led('undo')).toBe('/annulations/a%2Fb')
  expect(led('protocol')).toBe('/protocoles/a%2Fb')
})

it('references of one text stand together as long as no other comes between', () => {
  const of = (code: string, label: string | null) =>
    ({ code, text: label && { label } }) as unknown as ReferenceView
  const groups = grouped([of('a', 'CPP'), of('b', 'CPP'), of('c', null), of('d', null), of('e', 'CPP')])
  expect(groups.map(({ text, references }) => [text, references.map(({ code }) => code).join('')])).toEqual([
    ['CPP', 'ab'],
    [null, 'cd'],
    ['CPP', 'e']
  ])
})

describe('a table that was brought', () => {
  const file = (...bytes: number[]) => new File([Uint8Array.from(bytes)], 'table.csv')

  it('is read as it was written, by Excel in French too', async () => {
    expect(await csvText(file(0xc3, 0xa9))).toBe('é')
    expect(await csvText(file(0xe9, 0x80))).toBe('é€')
  })

  it('is the file, and what was pasted where there is none or it is empty', async () => {
    const sent = (...bytes: number[]) => {
      const form = new FormData()
      form.set('csv', 'pasted')
      form.set('file', file(...bytes))
      return form
    }
    expect(await csvIn(sent(0x61))).toBe('a')
    expect(await csvIn(sent())).toBe('pasted')
  })
})
