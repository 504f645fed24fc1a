import { describe, expect, it, vi } from 'vitest'
import { dataOf, reading } from './reading.ts'

vi.mock('$app/state', () => ({ page: {} }))

// Which of many a page offers to choose from, and where it leads whoever has nothing to do there.

const params = { id: 'one', name: '69-2026-11', version: '2026-12', command: 'x', token: 'token' }
type Named = { id: string }
const ids = (rows: readonly Named[]) => rows.map(({ id }) => id)

describe('what may be moved to a version', () => {
  it('of the country is what lives under another one that was published', async () => {
    const one = (version: string, state: string, cases: number) => ({ version, state, cases })
    const items = [
      one('2026-12', 'published', 3),
      one('2026-09', 'published', 2),
      one('2026-06', 'published', 0),
      one('2027-01', 'draft', 1)
    ]
    const asked = { api: { '/api/configuration': { items } }, params }
    const { others } = await dataOf<{ others: { version: string }[] }>(
      '(app)/configuration/[version]/bascule/+page',
      asked
    )
    expect(others.map(({ version }) => version)).toEqual(['2026-09'])
    const unknown = await reading('(app)/configuration/[version]/bascule/+page', {
      ...asked,
      params: { version: 'x' }
    })
    expect(unknown.status).toBe(404)
  })

  it('of a territory is what lives under another protocol that was signed', async () => {
    const one = (name: string, signedOn: string | null) => ({ name, title: name, signedOn })
    const items = [one('69-2026-11', '2026-11-02'), one('69-2026-09', '2026-09-02'), one('69-draft', null)]
    const view = (move: boolean) => ({ territory: '69', may: { move } })
    const at = '(app)/protocoles/[name]/bascule/+page'
    const found = (move: boolean) =>
      reading<{ others: { value: string }[] }>(at, {
        api: { '/api/protocols': { items }, '/api/protocols/69-2026-11': view(move) },
        params
      })
    expect((await found(false)).leadsTo).toBe('/protocoles/69-2026-11')
    expect((await found(true)).data!.others.map(({ value }) => value)).toEqual(['69-2026-09'])
  })
})

it('a house is merged into another one of its kind that is accredited, and never into itself', async () => {
  const at = '(app)/organisations/[id]/reunir/+page'
  const api = {
    '/api/organisations/one': { id: 'one', type: 'association' },
    '/api/organisations?': { items: [{ id: 'one' }, { id: 'two' }] },
    '/api/organisations/one/merge/two': { into: { id: 'two' } }
  }
  const first = await reading<{ others: Named[]; preview: null }>(at, { api, params })
  expect([ids(first.data!.others), first.data!.preview]).toEqual([['two'], null])
  expect(first.asked).toContain('/api/organisations?type=association&status=accredited')
  const then = await dataOf<{ others: Named[]; preview: object }>(at, { api, params, search: '?avec=two' })
  expect(then).toMatchObject({ others: [], preview: { into: { id: 'two' } } })
})

describe('the first steps of an empty country', () => {
  const list = (items: object[], create = true) => ({ items, administrators: 1, may: { create } })
  const steps = async (cells: object, houses: object) =>
    (
      await dataOf<{ first: { made: boolean } | null }>('(app)/configuration/+page', {
        api: {
          '/api/configuration': { items: [] },
          '/api/organisations?status=accredited&type=cell': cells,
          '/api/organisations?status=accredited&type=association': houses
        }
      })
    ).first
  const [bare, read] = [{ empty: true }, { empty: false }]

  it('are said to nobody but whoever makes organisations', async () => {
    expect(await steps(list([], false), list([], false))).toBeNull()
  })

  it('are over once somebody has access in a cell and in an association', async () => {
    expect(await steps(list([read]), list([bare, read]))).toBeNull()
    expect(await steps(list([read]), list([bare]))).toMatchObject({ made: true })
    expect(await steps(list([bare, read]), list([]))).toMatchObject({ made: false })
    expect(await steps(list([]), list([]))).toMatchObject({ made: false })
  })
})

describe('the page of places', () => {
  const line = (id: string, command: string | null) => ({ id, waitsFor: command && { command } })
  const api = {
    '/api/places': { items: [] },
    '/api/places/waiting': { items: [{ id: 'waits' }] },
    '/api/referrals': { items: [] },
    '/api/cases': { items: [line('comes', 'acse.admitted'), line('stays', 'x'), line('idle', null)] }
  }
  const places = (me: object, search = '') =>
    reading<{ expected: Named[]; waiting: object | null }>('(app)/places/+page', { api, me, search })

  it('opens for a desk on those that are free, with who waits', async () => {
    const { data, asked } = await places({ offer: 'acse', arrivals: ['acse.admitted'] })
    expect(asked).toEqual(['/api/places?status=free&limit=40', '/api/places/waiting'])
    expect(data).toMatchObject({ expected: [], waiting: { items: [{ id: 'waits' }] } })
  })

  it('opens for a structure on all of its own, with who is on the way to it', async () => {
    const { data, asked } = await places({ offer: null, arrivals: ['acse.admitted'] })
    expect(asked).toContain('/api/places?limit=100')
    expect([ids(data!.expected), data!.waiting]).toEqual([['comes'], null])
  })

  it('looks everywhere once something is sought, or all are asked for', async () => {
    const desk = { offer: 'acse', arrivals: [] }
    expect((await places(desk, '?q=nord')).asked[0]).toBe('/api/places?q=nord&limit=40')
    expect((await places(desk, '?etat=toutes')).asked[0]).toBe('/api/places?limit=40')
    expect((await places(desk, '?q=nord&etat=out')).asked[0]).toBe('/api/places?q=nord&status=out&limit=40')
  })
})

it('requests open on those that a house answers, and on its own where it answers none', async () => {
  const box = async (me: object, search = '') =>
    (
      await dataOf<{ box: string }>('(app)/orientations/+page', {
        ...{ api: { '/api/referrals': { items: [] } }, search },
        me: { nav: ['referrals'], ...me }
      })
    ).box
  expect([await box({ answers: true }), await box({ answers: false })]).toEqual(['in', 'out'])
  expect(await box({ answers: true }, '?boite=settle')).toBe('settle')
})

it('a letter that convenes is that of its reader, and whoever is not convened has none', async () => {
  const members = (me: boolean) => ({ members: [{ id: 'other' }, { id: 'own', me }] })
  const at = '(app)/reunions/[id]/convocation/+page'
  const letter = (me: boolean) =>
    reading<{ seat: Named }>(at, { api: { '/api/meetings/one': members(me) }, params })
  expect((await letter(false)).status).toBe(404)
  expect((await letter(true)).data!.seat.id).toBe('own')
})

it('emergency accesses stand above the first page of the journal, and beside nothing that was looked for', async () => {
  const api = { '/api/audit': { items: [] }, '/api/openings': { items: [{ id: 'open' }] } }
  const openings = async (search: string) =>
    (await dataOf<{ openings: Named[] }>('(app)/journal/+page', { api, search })).openings
  expect(await openings('?apres=x')).toEqual([])
  expect(await openings('?jour=2026-11-24')).toEqual([])
  expect(ids(await openings(''))).toEqual(['open'])
})

describe('the directory of services', () => {
  const me = { organisation: { zone: 'Europe/Paris', territory: { code: '69' } } }
  const chosen = async (search: string) =>
    (
      await dataOf<{ chosen: { territory: string } }>('(app)/annuaire/+page', {
        ...{ api: { '/api/offers': { items: [] } }, me, search }
      })
    ).chosen.territory

  it('opens on the département of its reader, and on every one where that was chosen', async () => {
    for (const search of ['', '?fait', '?dossier=one&acte=x']) expect(await chosen(search), search).toBe('69')
    for (const search of ['?departement=', '?aide=legal']) expect(await chosen(search), search).toBe('')
    expect(await chosen('?departement=75')).toBe('75')
  })
})

describe('a page on which there is nothing to do', () => {
  it.each([
    [
      'configuration/[version]/publier',
      '/api/configuration/2026-12',
      { state: 'published' },
      '/configuration/2026-12'
    ],
    [
      'protocoles/[name]/signer',
      '/api/protocols/69-2026-11',
      { may: { sign: { enabled: false } } },
      '/protocoles/69-2026-11'
    ],
    ['protocoles/[name]/preparer', '/api/protocols/69-2026-11', { catalogue: null }, '/protocoles/69-2026-11']
  ])('leads to what may be read there: %s', async (page, api, body, to) => {
    expect((await reading(`(app)/${page}/+page`, { api: { [api]: body }, params })).leadsTo).toBe(to)
  })

  it.each([
    ['organisations/importer', '/api/organisations', { may: { create: false }, types: [] }],
    ['chiffres/sources/saisir', '/api/figures/beside', { enters: false }]
  ])('is not there: %s', async (page, api, body) => {
    expect((await reading(`(app)/${page}/+page`, { api: { [api]: body } })).status).toBe(404)
  })

  it('of teams asks for no caseload where nobody works in them', async () => {
    const caseload = (inTeams: boolean) =>
      reading('(app)/equipe/+page', {
        api: { '/api/teams': { inTeams }, '/api/teams/caseload': { items: [] } }
      })
    expect((await caseload(false)).asked).toEqual(['/api/teams'])
    expect((await caseload(true)).asked).toHaveLength(2)
  })
})

it('a day is supposed from today where its reader works, under what was asked', async () => {
  const me = { organisation: { zone: 'Pacific/Noumea', territory: { code: '988' } } }
  const asked = async (search: string) =>
    (
      await dataOf<{ asked: object }>('(app)/echeances/simuler/+page', {
        ...{ api: { '/api/deadlines/what-if': {} }, me, search }
      })
    ).asked
  expect(await asked('')).toEqual({ startsOn: '2026-11-24', territory: '988' })
  expect(await asked('?depuis=2026-01-01&territoire=69&doute=a&doute=b')).toEqual({
    ...{ startsOn: '2026-01-01', territory: '69', doubts: 'a,b' }
  })
})
