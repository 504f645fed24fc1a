import type { Actor } from '../../policies/actor.ts'
import { leads, type HandingReason, type HandingState } from '../../policies/organisations/handing.ts'
import { audit } from '../acts/audit.ts'
import type { Done, Gate } from '../acts/command-validation.ts'
import { actOnce, type Keyed } from '../acts/once.ts'
import { endParts, invite, referentsOf } from '../cases/participation.ts'
import { accompanying } from '../cases/habilitations.ts'
import { lockCase, type CaseRow } from '../cases/store.ts'
import { actOn } from '../commands/apply-command.ts'
import { handOver } from '../commands/sharing.ts'
import { runQuery, setCaseScope, type Tx } from '../db/context.ts'
import { NotFound, RuleRefused, VersionConflict } from '../errors.ts'
import { tell } from '../outbox/enqueue.ts'
import { deskOf } from '../outbox/notify-participants.ts'
import { giveTo, type Followers } from '../teams/caseload.ts'
import { followersOf } from '../teams/hand.ts'
import { standingOf } from '../teams/store.ts'
import { handingFor, isWaiting, lockWaiting, mustLive, versionOf, type Handing } from './proposal/store.ts'
import { told } from './proposal/telling.ts'

type Step = 'accept' | 'refuse' | 'withdraw'
type Stepping = { id: string; version: number; reason?: HandingReason; teamId?: string | null }
type Locked = { gate: Gate; tx: Tx; actor: Actor; at: Date; row: Handing; caseRow: CaseRow }

const leadsTo = { accept: 'accepted', refuse: 'refused', withdraw: 'withdrawn' } as const satisfies Record<
  Step,
  HandingState
>

/** @throws NotFound where the step is the other side’s. */
const isTheirs = (step: Step, row: Handing, { orgId }: Actor): void => {
  if ((step === 'withdraw' ? row.fromOrgId : row.toOrgId) !== orgId) throw new NotFound('not of this side')
}

/** The case first, then the proposal: everyone locks in this order. While they waited, it may have been answered or taken back. */
const locked = async (tx: Tx, seen: Handing, { version }: Stepping, at: Date) => {
  const { id, caseId } = seen
  await setCaseScope(tx, caseId)
  const caseRow = await lockCase(tx, caseId)
  if (!caseRow) throw new NotFound('gone')
  const row = seen.state === 'proposed' ? await lockWaiting(tx, id) : seen
  if (!row || version !== versionOf(row)) throw new VersionConflict('it was answered, or taken back')
  if (!isWaiting(row, at))
    throw new RuleRefused('no longer waits for an answer', {
      fr: 'Cette proposition n’attend plus de réponse. Une autre peut être faite.',
      en: 'This proposal waits for no answer any more. It may be proposed again.'
    })
  return { row, caseRow }
}

const settled = `update case_handing set state = $2, settled_by = $3, settled_at = $4, reason = $5 where id = $1`

const stepping = (
  gate: Gate,
  by: Keyed,
  [step, asked]: readonly [Step, Stepping],
  work: (given: Locked) => Promise<void>
): Promise<Done> => {
  const { actor } = by
  const { id, reason = null } = asked
  const object = `handing:${id}`
  const deed = { command: `handing.${step}`, object, aggregate: 'handing', id, request: { step, ...asked } }
  return actOnce(gate, by, deed, async (tx, at) => {
    const seen = await handingFor(tx, id, actor)
    isTheirs(step, seen, actor)
    const { row, caseRow } = await locked(tx, seen, asked, at)
    await work({ gate, tx, actor, at, row, caseRow })
    await runQuery(tx, settled, [id, leadsTo[step], actor.personId, at, reason])
    await audit(tx, actor, at, { chain: `case:${row.caseId}`, action: `handing.${step}`, object })
    await tell(tx, told(id, [step === 'withdraw' ? row.toOrgId : row.fromOrgId], 'settled'))
    return { version: 2 }
  })
}

/** Who follows it there: said where the association works in teams, and nobody elsewhere. @throws InvalidInput */
const followersIn = async (tx: Tx, actor: Actor, teamId: string | null): Promise<Followers | null> => {
  const { byTeam } = await standingOf(tx, actor)
  return byTeam || teamId !== null ? followersOf(tx, actor, { teamId, personId: null }) : null
}

const mustStand = async ({ tx, row: { caseId, fromOrgId, toOrgId }, caseRow }: Locked) => {
  mustLive(caseRow)
  const referents = await referentsOf(tx, caseId)
  if (!referents.includes(fromOrgId) || referents.includes(toOrgId))
    throw new RuleRefused('who accompanies has changed', {
      fr: 'Depuis cette proposition, la personne est accompagnée autrement.',
      en: 'Since this was proposed, the person is accompanied in another way.'
    })
  if ((await accompanying(tx, [toOrgId])).length === 0)
    throw new RuleRefused('holds no accreditation any more', {
      fr: 'Votre association n’est plus habilitée à signaler : elle ne peut reprendre cet accompagnement. Refusez la proposition, ou faites renouveler l’habilitation d’abord.',
      en: 'Your association is accredited to flag no more: it cannot take over. Refuse the proposal, or have the accreditation renewed first.'
    })
}

/**
 * The other association accompanies the person from now on: it reads what the first one read, is waited for where that one was, and
 * answers for what it had asked. The first one reads the case no more.
 */
export const accept = (gate: Gate, by: Keyed, asked: Stepping): Promise<Done> =>
  stepping(gate, by, ['accept', asked], async (given) => {
    const { tx, actor, at, row, caseRow } = given
    const { caseId, fromOrgId, toOrgId } = row
    await mustStand(given)
    const to = await followersIn(tx, actor, asked.teamId ?? null)
    await endParts(tx, caseId, [{ orgId: fromOrgId, capacity: leads }], at)
    await invite(tx, { caseId, orgIds: [toOrgId], capacity: leads, at, basis: 'referent.handed' })
    await handOver(tx, caseId, [fromOrgId, toOrgId])
    if (to) await giveTo(tx, actor, { caseId, to, from: at, at })
    await actOn(deskOf(gate, tx), caseRow, { command: 'referent.handed', input: {}, actor, at })
  })

const nothingMoves = () => Promise.resolve()

export const refuse = (gate: Gate, by: Keyed, asked: Stepping): Promise<Done> =>
  stepping(gate, by, ['refuse', asked], nothingMoves)

export const withdraw = (gate: Gate, by: Keyed, asked: Stepping): Promise<Done> =>
  stepping(gate, by, ['withdraw', asked], nothingMoves)
