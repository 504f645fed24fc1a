import { addDays } from '../../workflows/calendar/calendar.ts'
import type { Gate } from '../acts/command-validation.ts'
import { acting, type Keyed } from '../acts/once.ts'
import { runQuery } from '../db/context.ts'
import { RuleRefused } from '../errors.ts'
import { mustAdminister, mustBeOpen, organisationOf } from './store.ts'
import { todayOf } from './today.ts'

const end = `update habilitation set until = $3 where org_id = $1 and regime = $2 and (until is null or until > $3) returning id`

/** Taken away by one, from today on: it opened its acts until yesterday. */
export const endRegime = (gate: Gate, asked: Keyed, orgId: string, regime: string) =>
  acting(
    gate,
    asked,
    { action: 'regime.end', orgId, aggregate: 'organisation', id: orgId, request: { orgId, regime } },
    async (tx, at) => {
      mustAdminister(asked)
      mustBeOpen(await organisationOf(tx, orgId, true))
      const done = await runQuery(tx, end, [orgId, regime, addDays(todayOf(at), -1)])
      if (done.length === 0)
        throw new RuleRefused('not in force', {
          fr: 'Ce régime n’est pas en vigueur.',
          en: 'This regime is not in force.'
        })
      return { detail: regime }
    }
  )
