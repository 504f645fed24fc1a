import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { abilityFor } from '../../policies/abilities.ts'
import { closed } from '../../workflows/vocabulary/fields.ts'
import type { RouteDeps } from '../http/reading.ts'
import { routesOf } from '../http/routes.ts'
import { selectAll } from '../cases/store.ts'
import { seal, unseal } from '../db/sealing.ts'
import { runQuery } from '../db/context.ts'
import { drafts } from '../db/schema/schema.ts'
import { NotAllowed } from '../errors.ts'
import { orNull, text } from '../views/shapes.ts'
import { draftHours } from '../worker/kept.ts'

// One text: what a person typed, checked only when it becomes a flag, so that nothing typed is refused on the way.
const body = closed({ data: Type.String({ maxLength: 60_000 }) })
const kept = closed({
  data: orNull(text),
  expiresAt: orNull(text),
  /** How long a draft is kept after it was last written, for whoever says so before there is one. */
  lifetimeHours: Type.Integer()
})
// Its letters may take four bytes each.
const bodyLimit = 256 * 1024
const living = `${selectAll(drafts)} where person_id = $1 and org_id = $2 and expires_at > $3`
const forget = `delete from draft where person_id = $1 and org_id = $2 and kind = 'flag'`
const none = { data: null, expiresAt: null, lifetimeHours: draftHours }

/** The unfinished flag of one person in one organisation: sealed, one at a time, gone after three days. */
export const draftRoutes = async (app: FastifyInstance, deps: RouteDeps) => {
  const { reads, keeps } = routesOf(app, deps)
  const sealedAt = (personId: string) => ({ table: 'draft', id: personId, dataClass: 'C' })
  app.addHook('preHandler', async (request) => {
    if (!abilityFor(request.actor).can('case.flag', 'Case'))
      throw new NotAllowed('only those who flag keep a draft')
  })
  const url = '/api/drafts/flag'
  reads(url, { answer: kept }, async (tx, { actor, now }) => {
    const [row] = await runQuery<typeof drafts.$inferSelect>(tx, living, [actor.personId, actor.orgId, now])
    if (!row) return none
    return {
      data: unseal(deps.keys, sealedAt(actor.personId), row.body) as string,
      expiresAt: row.expiresAt.toISOString(),
      lifetimeHours: draftHours
    }
  })
  keeps(url, { method: 'PUT', bodyLimit, body, answer: kept }, async (tx, { actor, now }, { data }) => {
    const expiresAt = new Date(now.getTime() + draftHours * 3_600_000)
    const row = { body: seal(deps.keys, sealedAt(actor.personId), data), expiresAt }
    await tx
      .insert(drafts)
      .values({ personId: actor.personId, orgId: actor.orgId, kind: 'flag', ...row })
      .onConflictDoUpdate({ target: [drafts.personId, drafts.orgId, drafts.kind], set: row })
    return { data, expiresAt: expiresAt.toISOString(), lifetimeHours: draftHours }
  })
  keeps(url, { method: 'DELETE', answer: kept }, async (tx, { actor }) => {
    await runQuery(tx, forget, [actor.personId, actor.orgId])
    return none
  })
}
