import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect } from 'vitest'
import { viewCase } from '../../../server/reading/view.ts'
import { inContext } from '../../../server/db/context.ts'
import { fireDue } from '../../../server/firing/fire.ts'
import { aFlag, noon } from '../world.ts'
import { openSite, versionOf } from './site.ts'

// Stories of birth dates and of the clocks that count from them, told through the routes.

export let site: Awaited<ReturnType<typeof openSite>>

/** Opens the site before the tests of a file; in each no clock of an earlier one runs. */
export const amongBirthdays = (): void => {
  beforeAll(async () => {
    site = await openSite()
    site.gate.telling = true
  })
  beforeEach(async () => {
    site.at(noon)
    await site.db.owner.query(`delete from demonstration_clock;
      update deadline set state = 'stopped', next_at = null;
      update stay set state = 'ended', ended_at = now() where state <> 'ended'`)
  })
  afterAll(() => site.close())
}

/** The time of the walls and of the gate. */
export const standAt = async (at: string) => {
  site.at(new Date(at))
  await site.db.owner.query(
    `insert into demonstration_clock (ahead) values (greatest($1::timestamptz - now(), interval '0'))
     on conflict (single) do update set ahead = excluded.ahead`,
    [at]
  )
}
/** The worker comes by. */
export const comesBy = async (at: string) => {
  await standAt(at)
  return fireDue(site.gate, (error) => {
    throw error
  })
}

export const flagged = async (birthDate: string, different: Parameters<typeof aFlag>[0] = {}) => {
  const flag = aFlag({
    ageGroup: 'minor',
    nominativeConsent: false,
    identity: { name: 'CANARI-NOM', birthDate },
    ...different
  })
  const answer = await site.send('asso.rhone', '/api/cases', flag, { key: randomUUID() })
  expect(answer.statusCode, answer.body).toBe(201)
  return answer.json<{ id: string }>().id
}
export const acts = async (login: string, id: string, command: string, input: object = {}) => {
  const version = versionOf(await site.get(login, `/api/cases/${id}`))
  const answer = await site.act(login, [id, command], input, { version, key: randomUUID() })
  expect(answer.statusCode, `${command} ${answer.body}`).toBeLessThan(300)
}
// No session lasts for days: as time goes by, what the routes ask is asked here.
export const reader = (login: string) => ({
  actor: site.as(login),
  locale: 'fr' as const,
  now: site.gate.now!()
})
export const read = (login: string, id: string) =>
  inContext(site.db.app, site.as(login), (tx) => viewCase(tx, id, reader(login)))
export const only = (...codes: string[]) =>
  site.db.owner.query(
    `update deadline set state = 'stopped', next_at = null where not (code = any($1::text[]))`,
    [codes]
  )
export const said = async (id: string) =>
  (
    await site.db.owner.query<{ command: string; at: Date; input: Record<string, unknown>; late: boolean }>(
      `select command, at, input, late from case_event where case_id = $1 and role = 'system' order by seq`,
      [id]
    )
  ).rows

export const on = '2026-11-24'
export const complaint = {
  on,
  unit: 'Brigade',
  receipt: 'R-1',
  offences: ['225-4-1'],
  factsTerritory: '69'
}

/** Reported to the prosecutor, who orders a placement. */
export const ordered = async (id: string) => {
  await acts('asso.rhone', id, 'minor.report_prosecutor', {
    foundIn: '69',
    ground: 'grave',
    parentsInformed: 'contrary',
    facts: 'CANARI-RECIT'
  })
  await acts('parquet.lyon', id, 'opp.issue', { on, distanced: true, place: 'CANARI-LIEU' })
}

/** A woman of age, of whom it is written that she was a child when the acts ended. */
export const grownUp = async () => {
  const id = await site.tell.consenting(['C', 'E', 'F'])
  const days = { lastFactsOn: '2024-05-02', majorityOn: '2025-03-17' }
  await acts('asso.rhone', id, 'complaint.file', { ...complaint, ...days })
  return id
}
