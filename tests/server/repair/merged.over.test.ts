import { expect, it } from 'vitest'
import { forFile } from '../../support/for-file.ts'
import { signIn } from '../../support/running/sign-in.ts'
import { openSite } from '../../support/running/site.ts'
import { insertOrganisation } from '../../support/world.ts'
import { openAsking } from './asking.ts'

const site = await forFile(openSite())
const { act, ask, noticesOf, part, rows, requestsOf } = openAsking(site)
for (const login of ['admin', 'admin.bis'])
  await rows('update membership set manager = true where person_id = $1', [site.as(login).personId])

const mergeInto = async (from: string, into: string) => {
  await site.send('admin', `/api/organisations/${from}/proposals`, { kind: 'merge', into })
  const { proposals } = (await site.get('admin', `/api/organisations/${from}`)).json()
  const { id } = proposals.find(({ kind }: { kind: string }) => kind === 'merge')
  expect((await site.send('admin.bis', `/api/proposals/${id}/confirm`, undefined)).statusCode).toBe(200)
}

it('a request that its file leaves without an answer is told to the house that theirs became, and to nobody else', async () => {
  const id = await site.tell.consenting()
  await part(id, 'police.69', 'police')
  const complaint = { on: '2026-11-24', unit: 'Brigade', receipt: 'R-1', offences: ['225-4-1'] }
  await act('police.69', id, 'complaint.file', complaint)
  expect((await ask('police.69', id, 'complaint.file')).statusCode).toBe(200)
  const house = { key: 'police-reste', name: 'Qui reste', type: 'police', territory: '69' } as const
  await mergeInto(site.as('police.69').orgId, await insertOrganisation(site.db, house))
  await rows(`update "case" set facts = facts || '{"archived": true}' where id = $1`, [id])
  expect((await requestsOf(id)).map(({ state }) => state)).toEqual(['lapsed'])
  // Who accompanies asked nothing, and is told nothing.
  expect((await noticesOf('asso.rhone')).join()).not.toContain('sans suite')
  // Whoever asked came along, and is signed in anew.
  const headers = { cookie: await signIn(site.app, 'police.69') }
  const { items } = (await site.app.inject({ url: '/api/notices', headers })).json<{
    items: { label: string }[]
  }>()
  expect(items.map(({ label }) => label).join()).toContain('sans suite')
})
