import { beforeAll, describe, expect, it } from 'vitest'
import type { PlaceList, WaitingList } from '../../../server/views/places.ts'
import { openSite } from '../../support/running/site.ts'
import { forFile } from '../../support/for-file.ts'

const site = await forFile(openSite())
const waiting = [await site.tell.sought(), await site.tell.sought(), await site.tell.sought()]

const pool = async (query = '', login = 'acse') =>
  (await site.get(login, `/api/places${query}`)).json<PlaceList>()
const labels = async (query: string) => (await pool(query)).items.map(({ label }) => label)
const list = async (query = '') => (await site.get('acse', `/api/places/waiting${query}`)).json<WaitingList>()

beforeAll(async () => {
  const set = (label: string, columns: string) =>
    site.db.owner.query(`update place set ${columns} where label = $1`, [label])
  await set('foyer.azur 1', `sexes = '{female}', children = 2, accessible = false, languages = '{en}'`)
  await set('foyer.azur 2', `sexes = '{female}', children = 0, out_of_service = 'works'`)
  await set('foyer.ouest 1', `sexes = '{male}', children = 0, excluded_zones = '{69}', max_stay_months = 6`)
  await set('foyer.ouest 2', `label = 'L’Étoile', sexes = '{male}', children = 0`)
})

describe('a page of places', () => {
  it('is refused with a cursor that this server did not write, and beyond a hundred lines', async () => {
    for (const query of ['?cursor=abc', '?limit=101', '?limit=0', '?status=DROP', '?region=Atlantide'])
      expect((await site.get('acse', `/api/places${query}`)).statusCode).toBe(400)
  })

  it('goes on where the one before ended, each place once', async () => {
    const whole = await pool()
    expect([whole.items.length, whole.next]).toEqual([4, null])
    const one = await pool('?limit=3')
    const two = await pool(`?limit=3&cursor=${one.next}`)
    expect([one.items.length, two.items.length, two.next]).toEqual([3, 1, null])
    expect([...one.items, ...two.items]).toEqual(whole.items)
  })

  it('counts the whole pool whatever is sought, and what is found', async () => {
    const counts = { free: 3, reserved: 0, occupied: 0, out: 1 }
    expect(await pool('?q=rien+de+tel')).toMatchObject({ items: [], next: null, counts, found: 0 })
    expect(await pool('?limit=1')).toMatchObject({ counts, found: 4 })
    expect(await pool('?status=out')).toMatchObject({ counts, found: 1 })
  })

  it('is narrowed to a region, and says how many are free in each in which the reader sees one', async () => {
    const { regions, items } = await pool()
    const of = (name: string) => items.filter(({ region }) => region === name)
    expect(regions.length).toBeGreaterThan(0)
    for (const { name, free } of regions) {
      const found = await pool(`?region=${encodeURIComponent(name)}`)
      expect(found.items).toEqual(of(name))
      expect(free).toBe(of(name).filter(({ status }) => status === 'free').length)
    }
    expect((await pool('', 'foyer.azur')).regions.length).toBeLessThanOrEqual(1)
  })
})

describe('a search among places', () => {
  it('finds nothing where one word is nowhere', async () => {
    expect(await labels('?q=etoile+femme')).toEqual([])
  })

  it.each([
    ["l'ETOILE", ['L’Étoile']],
    ['étoile', ['L’Étoile']],
    ['femme 2 enfants', ['foyer.azur 1']],
    ['rhône', ['foyer.ouest 1']],
    ['6 mois', ['foyer.ouest 1']]
  ])(
    'finds « %s » by the names of the house and by what the place receives, without accents',
    async (q, found) => {
      expect(await labels(`?q=${encodeURIComponent(q)}`)).toEqual(found)
    }
  )

  it('narrows by state, alone or with words', async () => {
    expect(await labels('?status=out')).toEqual(['foyer.azur 2'])
    expect(await labels('?status=free&q=femme')).toEqual(['foyer.azur 1'])
  })
})

describe('a page of the waiting list', () => {
  it('is refused with a cursor that this server did not write', async () => {
    expect((await site.get('acse', '/api/places/waiting?cursor=abc')).statusCode).toBe(400)
  })

  it('goes on behind the line that ended the one before, with the rank of the whole list', async () => {
    const whole = await list()
    expect([whole.total, whole.items.length, whole.next]).toEqual([3, 3, null])
    const one = await list('?limit=2')
    const two = await list(`?limit=2&cursor=${one.next}`)
    expect([...one.items, ...two.items]).toEqual(whole.items)
    expect(two).toMatchObject({ total: 3, next: null, items: [{ rank: 3 }] })
  })

  it('loses nobody when the line that ended a page waits no more', async () => {
    const whole = await list()
    const { items, next } = await list('?limit=1')
    await site.db.owner.query(`update "case" set housing = 'no_need' where id = $1`, [items[0]!.caseId])
    const after = await list(`?limit=2&cursor=${next}`)
    expect(after.items.map(({ caseId }) => caseId)).toEqual(whole.items.slice(1).map(({ caseId }) => caseId))
    expect(after.total).toBe(waiting.length - 1)
  })
})
