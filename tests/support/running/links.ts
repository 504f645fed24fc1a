import { randomUUID } from 'node:crypto'
import { Writable } from 'node:stream'
import { pino } from 'pino'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import type { Letter } from '../../../server/mail/letter.ts'
import { createLog } from '../../../server/log.ts'
import { workOff } from './queue.ts'
import { openSite, type Answer, type Site } from './site.ts'
import { noon } from '../world.ts'

export const lines: string[] = []
const listening = () => {
  const log = createLog('trace')
  const write = (chunk: Buffer, _encoding: unknown, done: () => void) => (
    lines.push(chunk.toString()),
    done()
  )
  // The very logger of the server, its words caught on the way out.
  ;(log as unknown as Record<symbol, unknown>)[pino.symbols.streamSym] = new Writable({ write })
  return log
}

export const address = 'canari.adresse@cabinet.test'
export const canaries = [
  'CANARI-NOM',
  'CANARI-CONTACT',
  'CANARI-RECIT',
  'canari.adresse',
  '"69"',
  'asso.rhone'
]
export const days = (count: number) => new Date(noon.getTime() + count * 24 * 3_600_000)

export let site: Site
export const letters: Letter[] = []
export const received = async () => {
  letters.length = 0
  await workOff(site.db, site.gate, async (letter) => letters.push(letter))
  return letters
}

export const tokenIn = (letter: Letter | undefined) => /\/lien\/([\w-]{64})/.exec(letter!.text)![1]!

/** A woman referred to care, or to a lawyer, at an address; gives the token that was mailed. */
export const referred = async (kind: 'health' | 'lawyer' = 'health') => {
  const id = await site.tell.consenting(['A', 'B', 'C', 'E', 'F', 'G'])
  await (kind === 'health'
    ? site.tell.act('asso.rhone', id, 'health.refer', { destination: 'general', address })
    : site.tell.act('asso.rhone', id, 'lawyer.refer', { address }))
  const referral = await site.tell.referral(id, kind === 'health' ? 'health' : 'compensation_lawyer')
  return { id, referral, token: tokenIn((await received()).at(-1)) }
}

export const read = (token: string, more = '') => site.app.inject(`/api/links/${token}${more}`)
const bodies: Record<string, object> = {
  decline: { reason: 'overloaded' },
  ask: { question: 'Quand ?' }
}
export const answerBy = (
  token: string,
  command: string,
  version = 1,
  key: string = randomUUID()
): Promise<Answer> =>
  site.app.inject({
    method: 'POST',
    url: `/api/links/${token}/commands/${command}`,
    headers: { 'idempotency-key': key, 'if-match': `"${version}"` },
    payload: bodies[command] ?? {}
  })
export const renewal = (token: string) =>
  site.app.inject({ method: 'POST', url: `/api/links/${token}/renewal` })
export const participates = async (caseId: string) =>
  (
    await site.db.owner.query(
      `select 1 from participation p join organisation o on o.id = p.org_id
       where p.case_id = $1 and o.type = 'external' and p.until is null`,
      [caseId]
    )
  ).rowCount

/** Opens the site before the tests of a file, listening to its log; each begins at noon. */
export const withLinks = (): void => {
  beforeAll(async () => (site = await openSite(listening())))
  afterAll(() => site.close())
  beforeEach(() => site.at(noon))
}
