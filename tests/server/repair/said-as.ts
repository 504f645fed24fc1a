import type { Site } from '../../support/running/site.ts'

export type Said = { text: string; values: unknown[] }

/** Says it as the role of the requests, for somebody, of a case; the word of PostgreSQL, or null where it was kept. */
export const saidAs = async (
  site: Pick<Site, 'db' | 'as'>,
  login: string,
  caseId: string,
  { text, values }: Said
) => {
  const client = await site.db.app.connect()
  const { orgId, personId, role } = site.as(login)
  try {
    await client.query('begin')
    await client.query(
      `select set_config('app.org', $1, true), set_config('app.person', $2, true), set_config('app.role', $3, true),
        set_config('app.reads', 'all', true), set_config('app.case', $4, true)`,
      [orgId, personId, role, caseId]
    )
    await client.query(text, values)
    await client.query('commit')
    return null
  } catch (error) {
    await client.query('rollback')
    return String(error)
  } finally {
    client.release()
  }
}
