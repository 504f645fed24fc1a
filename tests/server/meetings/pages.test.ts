import { describe, expect, it } from 'vitest'
import type { MeetingList } from '../../../server/views/meetings.ts'
import { meeting } from '../../support/meetings.ts'
import { openSite } from '../../support/running/site.ts'
import { forFile } from '../../support/for-file.ts'

const site = await forFile(openSite())
const meet = meeting(site)

const list = async (login: string, query = '') =>
  (await site.get(login, `/api/meetings${query}`)).json<MeetingList>()
const ids = ({ items }: MeetingList) => items.map(({ id }) => id)

const heldOn = async (day: string, state: string) => {
  const id = await meet.planned()
  await site.db.owner.query('update meeting set starts_at = $2, state = $3 where id = $1', [id, day, state])
  return id
}
const far = await heldOn('2026-12-20T09:00:00Z', 'planned')
const near = await heldOn('2026-12-01T09:00:00Z', 'planned')
const first = await heldOn('2026-09-01T09:00:00Z', 'closed')
const latest = await heldOn('2026-10-01T09:00:00Z', 'cancelled')

describe('the meetings of a cell', () => {
  it('are not told by a cursor that this server did not write, nor more than a hundred at once', async () => {
    for (const query of ['?cursor=abc', '?limit=101'])
      expect((await site.get('cellule.69', `/api/meetings${query}`)).statusCode).toBe(400)
  })

  it('come page by page: the nearest to come first, then the latest held', async () => {
    expect(ids(await list('cellule.69'))).toEqual([near, far, latest, first])
    const seen: string[] = []
    let next: string | null = null
    do {
      const page: MeetingList = await list('cellule.69', `?limit=1${next ? `&cursor=${next}` : ''}`)
      seen.push(...ids(page))
      next = page.next
    } while (next)
    expect(seen).toEqual([near, far, latest, first])
  })

  it('are for a member those to which they were convened', async () => {
    expect(ids(await list('membre.69'))).toEqual([])
    await site.tell.act('cellule.69', await site.tell.flagged(), 'triage.start')
    const id = await meet.planned()
    await meet.act('cellule.69', id, 'convene')
    expect(ids(await list('membre.69'))).toEqual([id])
  })
})
