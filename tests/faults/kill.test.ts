import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { verifyChains } from '../../server/audit/chain.ts'
import { spareServer } from '../support/running/server.ts'
import { fromPage, signIn } from '../support/running/sign-in.ts'
import { aFlag, peopled } from '../support/world.ts'
import { forFile } from '../support/for-file.ts'

const server = await forFile(spareServer())
const world = await peopled(server.db, server.url)
const cookie = await signIn(server.url, 'asso.rhone')

/** `number`: of the event that the act writes. `version`: what its author read. */
type Sent = { caseId: string; key: string; version: string; number: number }
type Outcome = { sent: Sent; answered: number | null }
type Answer = { status: number; version: string }

const post = async (path: string, body: unknown, { key, version }: { key: string; version?: string }) =>
  fetch(server.url + path, {
    method: 'POST',
    headers: {
      ...fromPage(cookie, server.url),
      'content-type': 'application/json',
      'idempotency-key': key,
      ...(version !== undefined && { 'if-match': version })
    },
    body: JSON.stringify(body)
  })

/** The answer, or null when nobody will ever know from the answer. */
const send = ({ caseId, key, version, number }: Sent): Promise<Answer | null> =>
  post(`/api/cases/${caseId}/commands/facts.complete`, { children: number % 9 }, { key, version })
    .then(async (answer) => {
      await answer.text()
      return { status: answer.status, version: answer.headers.get('etag') ?? '' }
    })
    .catch(() => null)

const versionRead = async (caseId: string) => {
  const answer = await fetch(`${server.url}/api/cases/${caseId}`, { headers: { cookie } })
  await answer.text()
  return answer.headers.get('etag')!
}

/** Acknowledged since the server was started last. */
let acknowledged = 0

/** One writer works on one case, each act from the version that the last one gave, until the server is gone. */
const writing = async (caseId: string, after: number, read: string): Promise<Outcome[]> => {
  const outcomes: Outcome[] = []
  let version = read
  for (let number = after + 1; ; number++) {
    const sent = { caseId, key: randomUUID(), version, number }
    const answer = await send(sent)
    outcomes.push({ sent, answered: answer?.status ?? null })
    if (answer?.status !== 200) return outcomes
    version = answer.version
    acknowledged += 1
  }
}

const versionsOf = async (caseId: string) =>
  (
    await server.db.owner.query<{ seq: number }>(
      'select seq from case_event where case_id = $1 order by seq',
      [caseId]
    )
  ).rows.map(({ seq }) => seq)

describe('a server that is killed in the middle of a stream of acts', () => {
  it('loses none that it acknowledged, repeats none, and answers those whose outcome nobody knew', async () => {
    const writers = 6
    const cases: string[] = []
    for (let index = 0; index < writers; index++) {
      const flagged = await post('/api/cases', { ...aFlag(), metOn: '2026-01-01' }, { key: randomUUID() })
      expect(flagged.status).toBe(201)
      cases.push(((await flagged.json()) as { id: string }).id)
    }
    const next = new Map(cases.map((id) => [id, 1]))
    const all: Outcome[] = []
    for (const patience of [350, 180, 260]) {
      acknowledged = 0
      // All have read before any writes: a reading that the kill cuts off is no act.
      const read = await Promise.all(cases.map(versionRead))
      const streams = cases.map((id, index) => writing(id, next.get(id)!, read[index]!))
      await sleep(patience)
      // A busy machine is given the time to acknowledge something that could be lost.
      while (acknowledged < 3) await sleep(20)
      await server.kill()
      const outcomes = (await Promise.all(streams)).flat()
      all.push(...outcomes)
      await server.start()
      for (const { sent } of outcomes.filter(({ answered }) => answered === 200))
        expect(await versionsOf(sent.caseId)).toContain(sent.number)
      for (const { sent } of outcomes.filter(({ answered }) => answered === null)) {
        expect([(await send(sent))?.status, (await send(sent))?.status]).toEqual([200, 200])
      }
      for (const id of cases) next.set(id, (await versionsOf(id)).length)
    }
    expect(all.every(({ answered }) => answered === 200 || answered === null)).toBe(true)
    // Without an act in flight at the moment of the kill, this test would prove nothing.
    expect(all.filter(({ answered }) => answered === null).length).toBeGreaterThan(0)
    expect(all.filter(({ answered }) => answered === 200).length).toBeGreaterThan(5)
    for (const id of cases) {
      const asked = all.filter(({ sent }) => sent.caseId === id)
      expect(await versionsOf(id)).toEqual(Array.from({ length: asked.length + 1 }, (_, index) => index + 1))
    }
    const keys = await server.db.owner.query<{ n: number }>('select count(*)::int as n from idempotency')
    expect(keys.rows[0]!.n).toBe(all.length + writers)
  }, 60_000)

  it('leaves as many acts as traces, in chains that verify', async () => {
    const { rows } = await server.db.owner.query(
      `select (select count(*) from case_event) = (select count(*) from audit_event where outcome = 'allowed' and action in ('case.flag', 'facts.complete')) as even`
    )
    expect(rows).toEqual([{ even: true }])
    expect((await verifyChains(server.db.owner)).faults).toEqual([])
  })

  it('leaves rows that say what their logs say, and keeps the session of the person who works', async () => {
    const { rows } = await server.db.owner.query(
      `select from "case" c where version <> (select count(*) from case_event e where e.case_id = c.id)`
    )
    expect(rows).toEqual([])
    expect((await fetch(`${server.url}/api/cases?view=all`, { headers: { cookie } })).status).toBe(200)
    expect(world.as('asso.rhone').accredited).toBe(true)
  })
})
