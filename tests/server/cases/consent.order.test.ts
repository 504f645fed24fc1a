import { describe, expect, it } from 'vitest'
import { forFile } from '../../support/for-file.ts'
import { openSite } from '../../support/running/site.ts'
import { noon } from '../../support/world.ts'

const site = await forFile(openSite())
const how = { language: 'fr', means: 'in_person' }
const day = (before: number) => new Date(noon.getTime() - before * 86_400_000).toISOString().slice(0, 10)

const says = async (id: string, command: string, input: object) =>
  site.act(
    'asso.rhone',
    [id, command],
    { ...how, ...input },
    { version: await site.version('asso.rhone', id) }
  )

const readBy = async (login: string, id: string) => {
  const { consents, timeline } = (await site.get(login, `/api/cases/${id}`)).json<{
    consents: { scope: string; state: string }[]
    timeline: { command: string }[]
  }>()
  return JSON.stringify({ consents, acts: timeline.map(({ command }) => command) })
}

describe('what somebody answered last holds', () => {
  it('a paper from before a withdrawal revives nothing, and is told at its field', async () => {
    const id = await site.tell.consenting(['A', 'F'])
    expect((await says(id, 'consent.withdraw', { scopes: ['F'] })).statusCode).toBe(200)
    const late = await says(id, 'consent.record', { scopes: ['F'], on: day(3) })
    expect([late.statusCode, late.body]).toEqual([400, expect.stringContaining('before_earlier')])
    expect((await says(id, 'consent.record', { scopes: ['F'] })).statusCode, 'positive control').toBe(200)
  })

  it('a refusal is read by who hears the person, and by no cell that was not given the sheet', async () => {
    const id = await site.tell.consenting(['A'])
    expect((await says(id, 'consent.refuse', { scopes: ['F'] })).statusCode).toBe(200)
    expect(await readBy('asso.rhone', id)).toMatch(/"state":"refused"/)
    expect(await readBy('cellule.69', id)).not.toMatch(/refus/)
  })
})
