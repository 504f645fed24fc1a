import { eq } from 'drizzle-orm'
import { abilityFor } from '../../policies/abilities.ts'
import type { Actor } from '../../policies/actor.ts'
import { civilDate } from '../../workflows/calendar/calendar.ts'
import { dateProblems, fits } from '../../workflows/vocabulary/input.ts'
import { keptByLaw } from '../../workflows/referral/kinds.ts'
import { referralRow, type ReferralCommand, type ReferralState } from '../../workflows/referral/machine.ts'
import { zoneOf } from '../../workflows/calendar/territories.ts'
import type { ReferralKind } from '../../workflows/vocabulary/vocabulary.ts'
import { leavingTrace, type Done, type Gate } from '../commands/command-validation.ts'
import { givenBefore, rememberKey, underKey } from '../commands/idempotency.ts'
import { deskOf } from '../commands/notify-participants.ts'
import { lockCase, situationOf } from '../cases/store.ts'
import { checkRefusal } from '../configuration/check.ts'
import { configurationOf } from '../configuration/version-cache.ts'
import { setCaseScope, inContext, type Tx } from '../db/context.ts'
import { referrals } from '../db/schema/schema.ts'
import { InvalidInput, NotAllowed, NotFound, RuleRefused, VersionConflict } from '../errors.ts'
import type { ReferralEntry } from './close.ts'
import { moveReferral } from './move.ts'
import { subjectOf } from './parties.ts'

export type AskedOfReferral = {
  actor: Actor
  referralId: string
  command: ReferralCommand
  input: Record<string, unknown>
  version: number | null
  key: string | null
}

const authorised = async (
  tx: Tx,
  { actor, referralId, command }: AskedOfReferral
): Promise<ReferralEntry> => {
  const policy = abilityFor(actor)
  const [seen] = await tx.select().from(referrals).where(eq(referrals.id, referralId))
  if (!seen || !policy.can('read', subjectOf(seen)))
    throw new NotFound('no such referral for this organisation')
  if (!policy.can(command, subjectOf(seen))) throw new NotAllowed(`not for this side to ${command}`)
  return seen
}

/** The case first, then the referral: everyone locks in this order, so that nobody waits for ever. */
const locked = async (tx: Tx, seen: ReferralEntry) => {
  await setCaseScope(tx, seen.caseId)
  const caseRow = await lockCase(tx, seen.caseId)
  const [row] = await tx.select().from(referrals).where(eq(referrals.id, seen.id)).for('update')
  if (!caseRow || !row) throw new NotFound('gone')
  return { caseRow, row }
}

const checked = (
  command: ReferralCommand,
  kind: ReferralKind,
  input: Record<string, unknown>,
  today: string
) => {
  const schema = referralRow(command).input(kind)
  if (!fits(schema, input))
    throw new InvalidInput([
      { field: 'reason', code: 'invalid', message: { fr: 'Choix inconnu', en: 'Unknown choice' } }
    ])
  const problems = dateProblems(schema, input, today)
  if (problems.length > 0) throw new InvalidInput(problems)
}

/** The gate, for a referral: one transaction, in which the case it belongs to moves with it. */
export const decideReferral = (gate: Gate, asked: AskedOfReferral): Promise<Done> => {
  const { actor, referralId, command, input, version } = asked
  const once = underKey(gate.keys, asked, { referralId, command, input, version })
  return leavingTrace(gate, { actor, command: `referral.${command}` }, `referral:${referralId}`, () =>
    inContext(gate.pool, actor, async (tx, clock) => {
      const at = gate.now?.() ?? clock
      const before = await givenBefore(tx, once)
      if (before !== null) return { id: before, version: 0, replayed: true }
      const { caseRow, row } = await locked(tx, await authorised(tx, asked))
      if (version !== null && version !== row.version) throw new VersionConflict(`version ${row.version}`)
      checked(command, row.kind as ReferralKind, input, civilDate(at, zoneOf(caseRow.territory)))
      const kept = keptByLaw(row.kind as ReferralKind, command, {
        state: row.state as ReferralState,
        situation: situationOf(caseRow)
      })
      if (kept) throw new RuleRefused('the law has told it', kept)
      if (command === 'decline')
        checkRefusal(row.kind as ReferralKind, input, await configurationOf(tx, caseRow.configVersion))
      const desk = deskOf(gate, tx)
      await moveReferral(desk, { row, caseRow, command, input, actor, at })
      await rememberKey(tx, once, { aggregate: 'referral', id: referralId, at })
      return { id: referralId, version: row.version + 1, replayed: false }
    })
  )
}
