import { randomUUID } from 'node:crypto'
import type { Actor } from '../../../../policies/actor.ts'
import { inContext, runQuery } from '../../../../server/db/context.ts'
import { readMinutes } from '../../../../server/meetings/minutes.view.ts'
import { viewMeeting } from '../../../../server/meetings/view.ts'
import type { openCell } from '../../../support/meetings.ts'
import { noon } from '../../../support/world.ts'

/** Short sentences for members of a cell who withdraw from a case, and for those who sit beside them. */
export const openWithdrawals = ({ world, meet }: Awaited<ReturnType<typeof openCell>>) => {
  const { owner } = world.db
  const asked = <R extends object>(actor: Actor, text: string, values: unknown[]) =>
    inContext(world.db.app, actor, (tx) => runQuery<R>(tx, text, values))
  const readerOf = (actor: Actor) => ({ actor, locale: 'fr' as const, now: noon, keys: world.db.keys })
  const viewed = (actor: Actor, id: string) =>
    inContext(world.db.app, actor, (tx) => viewMeeting(tx, id, readerOf(actor)))
  return {
    asked,
    viewed,
    /** Somebody else who sits for the institution of one of these logins. */
    beside: async (login: string, { alternate = false } = {}): Promise<Actor> => {
      const [personId, { orgId }] = [randomUUID(), world.as(login)]
      await owner.query(
        `with one as (insert into person (id, issuer, subject, display_name) values ($1::uuid, 'x', $1::uuid::text, 'Y') returning id)
         insert into membership (person_id, org_id, role, alternate) select id, $2, 'cell_member', $3 from one`,
        [personId, orgId, alternate]
      )
      return { ...world.as(login), personId }
    },
    withdraws: (actor: Actor, id: string, itemId: string, tie?: 'person' | 'institution') =>
      meet.doAs(actor, id, 'item.recuse', { itemId, ...(tie && { tie }) }),
    rejoins: (actor: Actor, id: string, itemId: string) =>
      meet.doAs(actor, id, 'item.rejoin', { itemId, reason: 'mistake' }),
    votes: (actor: Actor, id: string, itemId: string) =>
      meet.doAs(actor, id, 'vote', { itemId, voice: 'in_favour' }),
    comes: ({ personId }: Actor, id: string) =>
      meet.act('cellule.69', id, 'attend', { personId, presence: 'in_person' }),
    reads: async (actor: Actor, caseId: string) =>
      (await asked(actor, 'select id from "case" where id = $1', [caseId])).length === 1,
    seen: async (actor: Actor, id: string, itemId: string) =>
      (await viewed(actor, id)).items.find((one) => one.id === itemId),
    /** How many the page of its secretary counts as sitting. */
    sitting: async (id: string) => (await viewed(world.as('cellule.69'), id)).quorum,
    minutesFor: (actor: Actor, id: string) =>
      inContext(world.db.app, actor, (tx) => readMinutes(tx, id, readerOf(actor)))
  }
}
