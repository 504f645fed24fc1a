import type { Gate } from '../acts/command-validation.ts'
import { acting, type Keyed } from '../acts/once.ts'
import { endElsewhere } from '../auth/devices.ts'
import { hashOf } from '../auth/sealing.ts'
import { forgetDeviceKeys } from '../auth/store.ts'
import { runQuery } from '../db/context.ts'
import { NotFound, RuleRefused } from '../errors.ts'

const own = 'select id_hash = $3 as here from session where id = $1 and person_id = $2'

const nameOf = 'select id from session where id_hash = $1'

const thisOne = () =>
  new RuleRefused('the session in use', {
    fr: 'C’est la session de cet appareil : utilisez « Se déconnecter ».',
    en: 'This is the session of this device: use “Sign out”.'
  })

/** Ends one session of the actor, which is not the one that asks. One that ended already is ended. @throws NotFound for anybody else’s */
export const endSession = (gate: Gate, asked: Keyed, { id, token }: { id: string; token: string }) =>
  acting(
    gate,
    asked,
    { action: 'session.end', aggregate: 'session', id, request: { id } },
    async (tx, at) => {
      const { personId } = asked.actor
      const [row] = await runQuery<{ here: boolean }>(tx, own, [id, personId, hashOf(token)])
      if (!row) throw new NotFound('no session of this person')
      if (row.here) throw thisOne()
      await runQuery(tx, endElsewhere, [personId, at, hashOf(token), id])
    }
  )

/** Ends every session of the actor but the one that asks. */
export const endOthers = (gate: Gate, asked: Keyed, token: string) =>
  acting(gate, asked, { action: 'session.end_others', aggregate: 'session', request: {} }, async (tx, at) => {
    const { personId } = asked.actor
    await runQuery(tx, endElsewhere, [personId, at, hashOf(token), null])
    const [here] = await runQuery<{ id: string }>(tx, nameOf, [hashOf(token)])
    if (here) await runQuery(tx, forgetDeviceKeys, [personId, here.id])
  })
