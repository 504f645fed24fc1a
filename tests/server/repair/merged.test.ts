import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { forFile } from '../../support/for-file.ts'
import { fromPage, signIn } from '../../support/running/sign-in.ts'
import { openSite } from '../../support/running/site.ts'
import { insertOrganisation } from '../../support/world.ts'
import { deliverTelling } from '../../../server/outbox/tell.ts'
import { openAsking } from './asking.ts'

// What a house entered is of the house that it became.

const site = await forFile(openSite())
const { tell } = site
const { act, part, refOf, rows, undoAt, requestsOf } = openAsking(site)
for (const login of ['admin', 'admin.bis'])
  await rows('update membership set manager = true where person_id = $1', [site.as(login).personId])

const mergeInto = async (from: string, into: string) => {
  const made = await site.send('admin', `/api/organisations/${from}/proposals`, { kind: 'merge', into })
  expect(made.statusCode).toBe(200)
  const { proposals } = (await site.get('admin', `/api/organisations/${from}`)).json()
  const { id } = proposals.find(({ kind }: { kind: string }) => kind === 'merge')
  expect((await site.send('admin.bis', `/api/proposals/${id}/confirm`, undefined)).statusCode).toBe(200)
}
const staying = (type: 'police' | 'association') =>
  insertOrganisation(site.db, { key: `reste-${randomUUID()}`, name: 'Qui reste', type, territory: '69' })

const signedIn = new Map<string, string>()
/** The same person, signed in anew: their access of before ended with their house. */
const again = async (login: string) => {
  const cookie = signedIn.get(login) ?? (await signIn(site.app, login))
  signedIn.set(login, cookie)
  const get = (url: string) => site.app.inject({ url, headers: { cookie } })
  return {
    get,
    undoes: async (id: string, command: string, step: '' | '/ask' | '/decline' = '') => {
      const version = String((await get(`/api/cases/${id}`)).headers.etag)
      return site.app.inject({
        method: 'POST',
        url: `${undoAt(id, await refOf(id, command))}${step}`,
        headers: { ...fromPage(cookie), 'if-match': version, 'idempotency-key': randomUUID() },
        payload: step === '/decline' ? {} : { reason: 'wrong_person' }
      })
    }
  }
}

it('who follows less asks of it, and the house that theirs became is answered', async () => {
  const id = await tell.consenting()
  await part(id, 'police.69', 'police')
  await act('police.69', id, 'complaint.file', {
    ...{ on: '2026-11-24', unit: 'Brigade', receipt: 'R-1', offences: ['225-4-1'] }
  })
  const into = await staying('police')
  await mergeInto(site.as('police.69').orgId, into)
  const { undoes, get } = await again('police.69')
  expect((await undoes(id, 'complaint.file', '/ask')).statusCode).toBe(200)
  expect((await requestsOf(id)).map(({ state }) => state)).toEqual(['asked'])
  const accompanies = await again('asso.rhone')
  expect((await accompanies.undoes(id, 'complaint.file', '/decline')).statusCode).toBe(200)
  for (const { payload } of await rows<{ payload: never }>(
    `select payload from outbox where kind = 'tell' order by id`,
    []
  ))
    await deliverTelling(site.db.app, payload)
  const told = await rows<{ org_id: string; seq: number }>(
    `select n.org_id, n.seq from notice n join undo_request u on u.id = n.about_id where u.case_id = $1 and n.seq = 2`,
    [id]
  )
  expect(told).toEqual([{ org_id: into, seq: 2 }])
  const { items } = (await get('/api/notices')).json<{ items: { label: string }[] }>()
  expect(items.map(({ label }) => label).join()).toContain('non retenue')
})

it('whoever accompanies undoes what their house entered before it became another, and who was never of it does not', async () => {
  const id = await tell.consenting()
  await act('asso.rhone', id, 'contact.note', { on: '2026-11-24', means: 'phone' })
  const refused = await site.get('cellule.69', undoAt(id, await refOf(id, 'contact.note')))
  expect(refused.statusCode).toBe(404)
  await mergeInto(site.as('asso.rhone').orgId, await staying('association'))
  signedIn.clear()
  const { undoes } = await again('asso.rhone')
  expect((await undoes(id, 'contact.note')).statusCode).toBe(200)
  const [struck] = await rows<{ struck_for: string }>(
    `select struck_for from case_event where case_id = $1 and command = 'contact.note'`,
    [id]
  )
  expect(struck!.struck_for).toBe('wrong_person')
})
