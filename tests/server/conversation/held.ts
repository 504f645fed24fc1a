import { forFile } from '../../support/for-file.ts'
import { openSite, type Sent } from '../../support/running/site.ts'

/** A site, and a conversation that an association records there. */
export const openConversations = async () => {
  const site = await forFile(openSite())
  const { tell } = site
  const worker = 'asso.rhone'
  const at = (id: string) => `/api/cases/${id}/conversation`
  const how = {
    on: '2026-11-24',
    language: 'ar',
    means: 'in_person',
    interpreter: true,
    shown: 'ar-2026-11-28'
  }
  const whole = {
    ...how,
    ...{ helpWithoutConsent: true, agrees: ['B', 'C', 'E', 'F', 'G'], withdraws: [] },
    ...{ wishes: true, confidential: true }
  }
  const hold = async (id: string, said: object = whole, { version, ...sent }: Sent = {}, login = worker) =>
    site.send(login, at(id), said, {
      version: version === undefined ? await site.version(login, id) : version,
      ...sent
    })
  const rows = async <R extends object>(text: string, id: string) =>
    (await site.db.owner.query<R>(text, [id])).rows
  const story = async (id: string) =>
    rows<{ type: string; data: Record<string, unknown> }>(
      'select command as type, input as data from case_event where case_id = $1 order by seq',
      id
    )
  const acts = async (id: string) => (await story(id)).map(({ type }) => type)
  return { site, tell, worker, at, whole, hold, rows, acts, how, story }
}
