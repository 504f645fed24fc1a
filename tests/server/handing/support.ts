import type { Sent, Site } from '../../support/running/site.ts'

/** Short sentences for cases that pass from one association to another through the API. */
export const openHanding = (site: Site) => {
  const rows = async <R extends object>(text: string, values: unknown[] = []) =>
    (await site.db.owner.query<R>(text, values)).rows
  const formAt = (caseId: string) => `/api/cases/${caseId}/handing`
  const agreed = { agrees: true, on: '2026-11-24', language: 'bin', means: 'in_person', interpreter: true }
  const propose = async (
    login: string,
    caseId: string,
    { version, to = 'asso.paris', ...sent }: Sent & { to?: string } = {},
    said: object = agreed
  ) =>
    site.send(
      login,
      formAt(caseId),
      { orgId: site.as(to).orgId, ...said },
      { version: version === undefined ? await site.version(login, caseId) : version, ...sent }
    )
  const step = (login: string, id: string, [what, body]: readonly [string, object], sent: Sent = {}) =>
    site.send(login, `/api/handings/${id}/${what}`, body, { version: '"1"', ...sent })
  return {
    rows,
    formAt,
    agreed,
    propose,
    step,
    /** A proposal that waits for an answer. */
    proposed: async (caseId: string) => (await propose('asso.rhone', caseId)).json<{ id: string }>().id,
    accept: (login: string, id: string, sent: Sent = {}, teamId: string | null = null) =>
      step(login, id, ['accept', { teamId }], sent),
    /** Who takes part now, and in which capacity. */
    partsOf: (caseId: string) =>
      rows<{ org_id: string; capacity: string }>(
        'select org_id, capacity from participation where case_id = $1 and until is null order by org_id, capacity',
        [caseId]
      ),
    standing: async (caseId: string) => [
      await rows('select * from "case" where id = $1', [caseId]),
      await rows('select * from participation where case_id = $1 order by org_id, capacity', [caseId]),
      await rows('select * from referral where case_id = $1 order by id', [caseId]),
      await rows('select * from deadline where case_id = $1 order by id', [caseId])
    ]
  }
}
