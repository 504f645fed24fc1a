import { describe, expect, it } from 'vitest'
import type { MeetingView } from '../../../server/views/meetings.ts'
import { meeting } from '../../support/meetings.ts'
import { openSite } from '../../support/running/site.ts'
import { forFile } from '../../support/for-file.ts'

const site = await forFile(openSite())
const meet = meeting(site)

const session = async () => {
  const caseId = await site.tell.flagged('asso.rhone', { forms: ['labour'] })
  await site.tell.act('cellule.69', caseId, 'triage.start')
  const id = await meet.inSession()
  return { id, caseId, itemId: await meet.item(id, caseId) }
}
const itemFor = async (login: string, id: string, itemId: string) =>
  (await site.get(login, `/api/meetings/${id}`)).json<MeetingView>().items.find((one) => one.id === itemId)!

describe('what a case is decided on, in the sitting', () => {
  it('is gone once it is decided, and is never read by who is not of the cell', async () => {
    const { id, itemId } = await session()
    expect((await site.get('asso.rhone', `/api/meetings/${id}`)).statusCode).toBe(404)
    expect((await itemFor('membre.69', id, itemId)).evidence).toBeDefined()
    await meet.voted(id, itemId, ['in_favour', 'in_favour', 'in_favour'])
    await meet.decide(id, itemId)
    for (const login of ['membre.69', 'cellule.69'])
      expect([login, (await itemFor(login, id, itemId)).evidence]).toEqual([login, undefined])
  })

  it('was looked at by who abstained as well: they are of those who have spoken', async () => {
    const { id, itemId } = await session()
    await meet.voted(id, itemId, ['in_favour', 'abstained', 'against'])
    expect((await itemFor('membre.69', id, itemId)).spoken).toBeNull()
    await meet.act('cellule.69', id, 'item.adjourn', { itemId })
    expect((await itemFor('membre.69', id, itemId)).spoken).toBe(3)
  })

  it('stands beside the vote of each member as it stands on the card of the case', async () => {
    const { id, caseId, itemId } = await session()
    const { evidence } = await itemFor('membre.69', id, itemId)
    const signs = evidence!.elements.flatMap((one) => one.signs)
    expect(evidence!.elements.map((one) => one.id)).toEqual(['act', 'means', 'purpose'])
    expect(signs.filter(({ source }) => source === 'la personne l’a dit').length).toBe(2)
    const act = await site.get('membre.69', `/api/cases/${caseId}/actions/grounds.propose`)
    expect([act.statusCode, act.json().evidence]).toEqual([200, evidence])
  })
})
