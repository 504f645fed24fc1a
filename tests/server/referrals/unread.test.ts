import { describe, expect, it } from 'vitest'
import { forFile } from '../../support/for-file.ts'
import { openSite } from '../../support/running/site.ts'

// What is sent to an organisation in which nobody has access: it is sent, and whoever sends it is told to call.

const site = await forFile(openSite())
const { tell, get } = site
const { owner } = site.db
const sender = 'asso.rhone'
const unread = /^Personne n’y a d’accès aujourd’hui : appelez, ou envoyez par lien/
const empty = (login: string) =>
  owner.query(`update membership set until = now() where org_id = $1 and until is null`, [
    site.as(login).orgId
  ])
const fill = (login: string) =>
  owner.query(`update membership set until = null where org_id = $1`, [site.as(login).orgId])
type Line = { id: string; summary: string; unread: string | null }
const view = async (id: string, login = sender, language = 'fr') =>
  (await get(login, `/api/referrals/${id}`, { 'accept-language': language })).json<Line>()
const lineOf = async (caseId: string, id: string) =>
  (await get(sender, `/api/cases/${caseId}`))
    .json<{ referrals: Line[] }>()
    .referrals.find((one) => one.id === id)!
const sent = async () => {
  const caseId = await tell.consenting(['A', 'B', 'E', 'G'])
  await tell.act(sender, caseId, 'health.refer', { destination: 'general' })
  return { caseId, id: await tell.referral(caseId, 'health') }
}
const titles = async (caseId: string) => {
  const { input } = (await get(sender, `/api/cases/${caseId}/actions/health.refer`)).json<{
    input: { properties: { recipientId: { oneOf: { title: string }[] } } }
  }>()
  return input.properties.recipientId.oneOf.map(({ title }) => title)
}

describe('nothing is said', () => {
  it('of a recipient in which somebody has access, be it away', async () => {
    const { caseId, id } = await sent()
    await owner.query(`update membership set absent_from = '2020-01-01' where org_id = $1`, [
      site.as('soin.69').orgId
    ])
    expect((await view(id)).unread).toBeNull()
    expect((await lineOf(caseId, id)).summary).not.toMatch(unread)
    for (const title of await titles(await tell.consenting(['A', 'B', 'E', 'G'])))
      expect(title).not.toContain('d’accès')
  })

  it('once it has answered, nor to whoever is asked', async () => {
    const { id } = await sent()
    expect((await view(id, 'soin.69')).unread).toBeNull()
    await tell.move('soin.69', id, 'accept')
    await empty('soin.69')
    expect((await view(id)).unread).toBeNull()
    await fill('soin.69')
  })
})

describe('a recipient in which nobody has access', () => {
  it('is asked all the same; whoever chooses it, and whoever sent it, is told to call', async () => {
    await empty('soin.69')
    const caseId = await tell.consenting(['A', 'B', 'E', 'G'])
    const name = site.as('soin.69').orgName
    const chosen = (await titles(caseId)).find((title) => title.startsWith(name))
    expect(chosen).toContain('personne n’y a d’accès aujourd’hui : appelez, ou envoyez par lien')
    const { id, caseId: at } = await sent()
    expect((await view(id)).unread).toMatch(unread)
    expect((await view(id, sender, 'en')).unread).toMatch(/^Nobody has access there today: call/)
    expect((await lineOf(at, id)).summary).toMatch(unread)
    await fill('soin.69')
    expect((await view(id)).unread).toBeNull()
  })
})
