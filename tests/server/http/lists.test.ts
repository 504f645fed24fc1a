import { expect, it } from 'vitest'
import { openSite } from '../../support/running/site.ts'
import { forFile } from '../../support/for-file.ts'

const site = await forFile(openSite())

const list = (query = '', headers = {}) => site.get('asso.rhone', `/api/lists/courts${query}`, headers)

it('a list of words is read by who has signed in, and no other list than those that there are', async () => {
  expect((await site.app.inject({ url: '/api/lists/courts' })).statusCode).toBe(401)
  expect((await site.get('asso.rhone', '/api/lists/persons')).statusCode).toBe(400)
})

it('is kept for as long as one likes by its version, in its language, and else asked for again', async () => {
  const answer = await list()
  const { version, items } = answer.json()
  expect(items).toContainEqual({ const: '69.lyon', title: 'Lyon', 'x-group': 'Rhône' })
  expect(answer.headers['cache-control']).toBe('private, no-cache')
  const named = await list(`?version=${version}`, { 'accept-language': 'en' })
  expect(named.json()).toEqual(answer.json())
  expect(named.headers['cache-control']).toBe('private, max-age=31536000, immutable')
  expect((await list('?version=fr-of-before')).headers['cache-control']).toBe('private, no-cache')
  const again = await list('', { 'if-none-match': String(answer.headers['etag']) })
  expect([again.statusCode, again.body]).toEqual([304, ''])
})

it('is named by a form, which repeats it no more, with its codes where fewer are offered', async () => {
  const id = await site.tell.flagged()
  const form = async (command: string) =>
    (await site.get('asso.rhone', `/api/cases/${id}/actions/${command}`)).json()
  const { input, version } = await form('indicators.add')
  expect(input.properties.indicators.items).toEqual({
    type: 'string',
    'x-list': { name: 'indicators', version: expect.stringMatching(/^fr-/) }
  })
  expect(`"${version}"`).toBe(await site.version('asso.rhone', id))
})

it('an act is not found for a stranger, for who may never do it, and where there is none', async () => {
  const id = await site.tell.flagged()
  const status = async (login: string, command: string) =>
    (await site.get(login, `/api/cases/${id}/actions/${command}`)).statusCode
  expect(await status('asso.rhone', 'closing.ask')).toBe(200)
  expect(await status('cellule.75', 'closing.ask')).toBe(404)
  expect(await status('asso.rhone', 'case.close')).toBe(404)
  expect(await status('asso.rhone', 'no.such.act')).toBe(404)
})

it('the story is read page by page, the newest line first, none twice and none left out', async () => {
  const id = await site.tell.flagged()
  const acts = 55
  for (let done = 0; done < acts; done += 1)
    await site.tell.act('asso.rhone', id, 'facts.complete', { children: done % 2 })
  const page = async (url: string) => (await site.get('asso.rhone', url)).json()
  const first = await page(`/api/cases/${id}/events`)
  const second = await page(`/api/cases/${id}/events?cursor=${first.next}`)
  expect([first.items.length, second.next]).toEqual([50, null])
  const seqs = [...first.items, ...second.items].map(({ seq }) => seq)
  expect(seqs).toEqual(seqs.map((_one, index) => seqs.length - index))
  expect(seqs.length).toBeGreaterThan(acts)
  const whole = await page(`/api/cases/${id}?events=3`)
  expect(whole.timeline.map(({ seq }: { seq: number }) => seq)).toEqual(seqs.slice(0, 3))
  expect((await page(`/api/cases/${id}`)).timeline).toEqual([])
  expect((await site.get('asso.rhone', `/api/cases/${id}/events?cursor=x`)).statusCode).toBe(400)
})
