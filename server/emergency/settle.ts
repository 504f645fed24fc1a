import { abilityFor, asOpening } from '../../policies/abilities.ts'
import type { Actor } from '../../policies/actor.ts'
import type { emergencyRefusals } from '../../workflows/case/emergency-access.ts'
import {
  emergencyCommands,
  emergencyStates,
  type EmergencyCommand,
  type EmergencyState
} from '../../workflows/case/emergency-access.ts'
import { audit, idOrNull } from '../acts/audit.ts'
import { mustFit, type Done, type Gate } from '../acts/command-validation.ts'
import { actOnce } from '../acts/once.ts'
import { lockCase } from '../cases/store.ts'
import { runQuery, setCaseScope, type Tx } from '../db/context.ts'
import { NotAllowed, NotFound, RuleRefused } from '../errors.ts'
import { minuteOf, tell } from '../outbox/enqueue.ts'
import { markMoved } from './second.ts'
import { lockOpening, readOpening, type Opening } from './store.ts'

export type SettlingRequest = {
  actor: Actor
  openingId: string
  command: EmergencyCommand
  input: { reason?: keyof typeof emergencyRefusals }
  key: string | null
}

const settledAlready = (state: EmergencyState) => {
  const { fr, en } = emergencyStates[state].label
  return new RuleRefused('settled already', {
    fr: `Cet accès est déjà ${fr}.`,
    en: `This access is already ${en}.`
  })
}

const write = `update glass_opening set state = $2, until = $3, settled_at = $4, settled_by = $5, refusal = $6 where id = $1`
const stopClock = `update deadline set state = 'stopped', next_at = null where id = $1 and state = 'running'`
const clockOf = `select due_at as "dueAt" from deadline where id = $1`

type Settled = Exclude<EmergencyState, 'open'>
const actions: Record<Settled, string> = {
  confirmed: 'glass.confirm',
  refused: 'glass.refuse',
  lapsed: 'glass.lapse'
}

const dueAtOf = async (tx: Tx, { id }: Opening): Promise<Date> =>
  (await runQuery<{ dueAt: Date }>(tx, clockOf, [id]))[0]!.dueAt

type Ending = { to: Settled; by: Actor; at: Date; refusal: string | null }

/** Writes how an opening ended: confirmed, it shows until its clock would have run out; else it shows nothing more. */
const end = async (tx: Tx, opening: Opening, { to, by, at, refusal }: Ending): Promise<string[]> => {
  const over = at < opening.until ? at : opening.until
  const until = to === 'confirmed' ? await dueAtOf(tx, opening) : over
  await runQuery(tx, stopClock, [opening.id])
  await runQuery(tx, write, [opening.id, to, until, at, idOrNull(by.personId), refusal])
  const detail = opening.classes.join()
  await audit(tx, by, at, { action: actions[to], object: `case:${opening.caseId}`, detail })
  const hearing = [...new Set([opening.orgId, ...opening.toldOrgs])]
  await markMoved(tx, opening.caseId, { orgs: hearing, opened: opening }, at)
  return hearing
}

const tellOf = (tx: Tx, { id, caseId }: Opening, to: readonly string[], at: Date) =>
  tell(tx, { about: 'case', id: caseId, to, line: { about: 'opening', id, seq: minuteOf(at) } })

/** @throws NotFound for whoever may not know of it, NotAllowed for who opened it and for who does not confirm. */
const authorised = async (tx: Tx, { actor, openingId }: SettlingRequest, at: Date): Promise<Opening> => {
  const known = await readOpening(tx, openingId)
  const policy = abilityFor(actor)
  if (!known || !policy.can('read', asOpening(known))) throw new NotFound('no such opening')
  if (!policy.can('glass.settle', asOpening(known))) throw new NotAllowed('a second person confirms')
  await setCaseScope(tx, known.caseId)
  // The case before all else, as every act does: whoever opens another access of it writes the same lines and the same chain.
  await lockCase(tx, known.caseId)
  const opening = (await lockOpening(tx, openingId))!
  if (opening.state !== 'open') throw settledAlready(opening.state)
  // The clock that speaks late still spoke first.
  if ((await dueAtOf(tx, opening)) <= at) throw settledAlready('lapsed')
  return opening
}

/** A second person confirms an emergency access or refuses it: once, and then it is settled. */
export const settleOpening = (gate: Gate, asked: SettlingRequest): Promise<Done> => {
  const { actor, openingId: id, command, input } = asked
  const deed = {
    command: `glass.${command}`,
    object: `opening:${id}`,
    aggregate: 'opening',
    id,
    request: { id, input }
  }
  return actOnce(gate, asked, deed, async (tx, at) => {
    const opening = await authorised(tx, asked, at)
    const { to, input: form } = emergencyCommands[command]
    mustFit(form, input)
    const hearing = await end(tx, opening, { to, by: actor, at, refusal: input.reason ?? null })
    if (gate.telling !== false) await tellOf(tx, opening, hearing, at)
  })
}

/** Nobody spoke in time: the sight ends, and the data protection officer sees why. For the clock, which has entered the case. */
export const lapseOpening = async (
  { tx, telling }: { tx: Tx; telling: boolean },
  { id, at, by }: { id: string; at: Date; by: Actor }
): Promise<void> => {
  const opening = await lockOpening(tx, id)
  if (opening?.state !== 'open') return
  const hearing = await end(tx, opening, { to: 'lapsed', by, at, refusal: null })
  if (telling) await tellOf(tx, opening, [...hearing, opening.confirmOrgId], at)
}
