import type { Actor } from '../../policies/actor.ts'
import { handingDays, mayHandOn } from '../../policies/organisations/handing.ts'
import { civilDate } from '../../workflows/calendar/calendar.ts'
import { zoneOf } from '../../workflows/calendar/territories.ts'
import { openness } from '../../workflows/case/advance.ts'
import { audit, fieldsFilled } from '../acts/audit.ts'
import type { Done, Gate } from '../acts/command-validation.ts'
import { actOnce, type Keyed } from '../acts/once.ts'
import { referentsOf } from '../cases/participation.ts'
import { mayAccompany, mustBeStaffed } from '../cases/habilitations.ts'
import { lockCase, partsOf, situationOf, type CaseRow } from '../cases/store.ts'
import { tagOf } from '../cases/tag.ts'
import { runQuery, setCaseScope, type Tx } from '../db/context.ts'
import { NotFound, RuleRefused, VersionConflict, wrongField } from '../errors.ts'
import { tell } from '../outbox/enqueue.ts'
import { mustLive } from './proposal/store.ts'
import { told } from './proposal/telling.ts'

/** How the person agreed: as every agreement is said. */
type Agreement = { on: string; language: string; means: string; interpreter: boolean }
type Proposal = Agreement & { caseId: string; orgId: string; version: string }

const dayMs = 86_400_000

/** An association that answers for itself and may accompany, beside those of `own`. */
const receiving = `select id from organisation where id = $1 and type = 'association'
  and id <> all($2::uuid[]) and ${mayAccompany('organisation.id')}`
const lapse = `update case_handing set state = 'expired', settled_at = expires_at
  where case_id = $1 and from_org_id = $2 and state = 'proposed' and expires_at <= $3`
const waiting = `select id from case_handing where case_id = $1 and from_org_id = $2 and state = 'proposed'`
const add = `insert into case_handing (id, case_id, from_org_id, to_org_id, state, territory, agreed_on, language, means, interpreter,
    proposed_by, proposed_at, expires_at)
  values ($1, $2, $3, $4, 'proposed', $5, $6, $7, $8, $9, $10, $11, $12)`

/** @throws NotFound for whoever does not accompany the person for this association. */
const accompanied = async (tx: Tx, gate: Gate, actor: Actor, { caseId, version }: Proposal) => {
  const row = await lockCase(tx, caseId)
  const { held, follows } = await partsOf(tx, caseId, actor)
  if (!row || !mayHandOn(actor, held)) throw new NotFound('not theirs to hand on')
  if (version !== tagOf(gate.keys, follows)) throw new VersionConflict('the case has moved')
  mustLive(row)
  const open = openness(situationOf(row), 'referent.handed')
  if (!open.open) throw new RuleRefused('not in this case', open.reason)
  return row
}

const agreedBefore = (row: CaseRow, { on }: Proposal, at: Date) => {
  if (on > civilDate(at, zoneOf(row.territory)))
    throw wrongField('on', 'in_future', { fr: 'Cette date est à venir', en: 'This date lies ahead' })
}

const mayReceive = async (tx: Tx, { caseId, orgId }: Proposal) => {
  await mustBeStaffed(tx, orgId)
  const found = await runQuery(tx, receiving, [orgId, await referentsOf(tx, caseId)])
  if (found.length === 0)
    throw wrongField('orgId', 'unknown', {
      fr: 'Choisissez une association habilitée à signaler, autre que celle qui accompagne déjà',
      en: 'Choose an association accredited to flag, other than the one that accompanies already'
    })
}

const mustBeFirst = async (tx: Tx, actor: Actor, caseId: string, at: Date) => {
  await runQuery(tx, lapse, [caseId, actor.orgId, at])
  if ((await runQuery(tx, waiting, [caseId, actor.orgId])).length > 0)
    throw new RuleRefused('one waits already', {
      fr: 'Une proposition attend déjà une réponse : retirez-la d’abord.',
      en: 'A proposal is waiting for an answer: take it back first.'
    })
}

/**
 * Proposes to hand a case on, with the agreement of the person: nothing changes for anybody until the other association accepts.
 * @throws NotFound where it is not theirs to hand on.
 */
export const propose = (gate: Gate, by: Keyed, asked: Proposal): Promise<Done> => {
  const { actor } = by
  const { caseId, orgId, on, language, means, interpreter } = asked
  const deed = { command: 'handing.propose', object: `case:${caseId}`, aggregate: 'handing', request: asked }
  return actOnce(gate, by, deed, async (tx, at, id) => {
    const row = await accompanied(tx, gate, actor, asked)
    await setCaseScope(tx, caseId)
    agreedBefore(row, asked, at)
    await mayReceive(tx, asked)
    await mustBeFirst(tx, actor, caseId, at)
    const until = new Date(at.getTime() + handingDays * dayMs)
    const said = [row.facts.territory, on, language, means, interpreter, actor.personId, at, until]
    await runQuery(tx, add, [id, caseId, actor.orgId, orgId, ...said])
    await audit(tx, actor, at, {
      ...{ chain: `case:${caseId}`, action: 'handing.propose', object: `handing:${id}` },
      detail: fieldsFilled({ orgId, on, language, means, interpreter })
    })
    await tell(tx, told(id, [orgId], 'proposed'))
  })
}
