import { deliverTelling } from '../../../server/outbox/tell.ts'
import type { CommandType } from '../../../workflows/case/commands.ts'
import { inputFor } from '../../support/inputs.ts'
import type { Sent, Site } from '../../support/running/site.ts'
import { noon } from '../../support/world.ts'
import { openRepair } from './support.ts'

type View = {
  kept: string | null
  resting: object[]
  request: { state: string; label: string } | null
  may: { undo: boolean; ask: boolean; decline: boolean; withdraw: boolean }
}

type Asked = Sent & { body?: object }

/** Short sentences for acts that those who entered them ask to have taken back. */
export const openAsking = (site: Site) => {
  const repair = openRepair(site)
  const { undoAt, refOf, rows } = repair
  let seconds = 0
  const later = () => site.at(new Date(noon.getTime() + ++seconds * 1000))
  const sending =
    (step: 'ask' | 'decline' | 'withdraw') =>
    async (login: string, id: string, command: string, { version, body, ...sent }: Asked = {}) =>
      site.send(
        login,
        `${undoAt(id, await refOf(id, command))}/${step}`,
        body ?? (step === 'ask' ? { reason: 'wrong_person' } : {}),
        { version: version ?? (await site.version(login, id).catch(() => '"none"')), ...sent }
      )
  const delivered = async () => {
    const waiting = await rows<{ payload: never }>(
      `select payload from outbox where kind = 'tell' order by id`,
      []
    )
    for (const { payload } of waiting) await deliverTelling(site.db.app, payload)
  }
  return {
    ...repair,
    later,
    act: async (login: string, id: string, command: CommandType, input: object = inputFor(command)) => {
      later()
      await site.tell.act(login, id, command, input as never)
      later()
    },
    /** An organisation has long taken part in a case, whatever gave it that part. */
    part: (id: string, login: string, capacity: string) =>
      rows(
        `insert into participation (case_id, org_id, capacity, since, basis, moved_at)
         values ($1, $2, $3, now() - interval '400 days', 'test', now())`,
        [id, site.as(login).orgId, capacity]
      ),
    ask: sending('ask'),
    decline: sending('decline'),
    withdraw: sending('withdraw'),
    viewOf: async (login: string, id: string, command: string) =>
      site.get(login, undoAt(id, await refOf(id, command))),
    seen: async (login: string, id: string, command: string) =>
      (await site.get(login, undoAt(id, await refOf(id, command)))).json<View>(),
    requestsOf: (id: string) =>
      rows<{ state: string; seq: number }>(
        'select state, seq from undo_request where case_id = $1 order by asked_at, id',
        [id]
      ),
    /** What an organisation's notices say, once all that waits is delivered, and what each opens. */
    noticesOf: async (login: string) => {
      await delivered()
      const { items } = (await site.get(login, '/api/notices')).json<{
        items: { label: string; opens: { what: string } }[]
      }>()
      return items.map(({ label, opens }) => `${label} [${opens.what}]`)
    },
    /** The organisations that were told of a request, whether or not they may hear of it. */
    toldOf: async (id: string) =>
      rows<{ name: string }>(
        `select distinct o.name from notice n join organisation o on o.id = n.org_id
          join undo_request u on u.id = n.about_id where n.about = 'undo' and u.case_id = $1 order by 1`,
        [id]
      ),
    waitingFor: async (login: string) =>
      (await site.get(login, '/api/undo-requests')).json<{ items: { caseId: string; label: string }[] }>()
        .items
  }
}
