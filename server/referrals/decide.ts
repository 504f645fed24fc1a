import { abilityFor } from '../../policies/abilities.ts'
import type { Actor } from '../../policies/actor.ts'
import { fits } from '../../workflows/case/input.ts'
import { keptByLaw } from '../../workflows/referral/kinds/kinds.ts'
import { referralRow, type ReferralCommand } from '../../workflows/referral/machine.ts'
import type { Bilingual } from '../../workflows/vocabulary/vocabulary.ts'
import { leavingTrace, noneOf, type Done, type Gate } from '../acts/command-validation.ts'
import { givenBefore, underKey } from '../acts/idempotency.ts'
import { deskOf } from '../outbox/notify-participants.ts'
import { lockCase, situationOf } from '../cases/store.ts'
import { checkRefusal } from '../configuration/check.ts'
import { configurationOf } from '../cases/configuration.ts'
import { setCaseScope, inContext, type Tx } from '../db/context.ts'
import { discloseReferral, keptFrom } from '../disclosure/referral.ts'
import { NotAllowed, NotFound, RuleRefused, VersionConflict } from '../errors.ts'
import { moveReferral } from './move.ts'
import { lockReferral, referralFor, subjectOf, type ReferralEntry } from './store.ts'
import { whereaboutsIn } from './whereabouts.ts'

export type ReferralCommandRequest = {
  actor: Actor
  referralId: string
  command: ReferralCommand
  input: Record<string, unknown>
  version: number | null
  key: string | null
}

const authorised = async (tx: Tx, { actor, referralId, command }: ReferralCommandRequest) => {
  const seen = await referralFor(tx, referralId, actor)
  if (!abilityFor(actor).can(command, subjectOf(seen)))
    throw new NotAllowed(`not for this side to ${command}`)
  // What the sender may know is asked before the case is entered, in which all is.
  return { seen, where: (await whereaboutsIn(tx, [seen.caseId], actor)).get(seen.caseId) }
}

/** The case first, then the referral: everyone locks in this order, so that nobody waits for ever. */
const locked = async (tx: Tx, { id, caseId }: ReferralEntry) => {
  await setCaseScope(tx, caseId)
  const [caseRow, row] = [await lockCase(tx, caseId), await lockReferral(tx, id)]
  if (!caseRow || !row) throw new NotFound('gone')
  return { caseRow, row }
}

const unknownChoice: Bilingual = { fr: 'Choix inconnu', en: 'Unknown choice' }

/** No form of a referral asks for a day: one would be held against the hour of where its author is told that the person is. */
const checked = ({ command, input }: ReferralCommandRequest, { kind }: ReferralEntry) => {
  if (!fits(referralRow(command).input(kind), input))
    noneOf([{ field: 'reason', code: 'invalid', message: unknownChoice }])
}

/** The gate, for a referral: one transaction, in which the case it belongs to moves with it. */
export const decideReferral = (gate: Gate, asked: ReferralCommandRequest): Promise<Done> => {
  const { actor, referralId, command, input, version } = asked
  const once = underKey(gate.keys, asked, { referralId, command, input, version })
  return leavingTrace(gate, { actor, command: `referral.${command}` }, `referral:${referralId}`, () =>
    inContext(gate.pool, actor, async (tx, clock) => {
      const at = gate.now?.() ?? clock
      const before = await givenBefore(tx, once, { aggregate: 'referral', id: referralId, at })
      if (before !== null) return { id: before, version: 0, replayed: true }
      const { seen, where } = await authorised(tx, asked)
      const { caseRow, row } = await locked(tx, seen)
      const told = discloseReferral(row, where, actor)
      const kept = keptFrom(told, command)
      if (kept) throw new RuleRefused('not for its sender to know', kept)
      if (version !== null && version !== told.version) throw new VersionConflict(`version ${told.version}`)
      checked(asked, row)
      const { kind, state } = row
      const byLaw = keptByLaw(kind, command, { state, situation: situationOf(caseRow) })
      if (byLaw) throw new RuleRefused('the law has told it', byLaw)
      if (command === 'decline') checkRefusal(kind, input, await configurationOf(tx, caseRow.configVersion))
      await moveReferral(deskOf(gate, tx), { row, caseRow, command, input, actor, at })
      return { id: referralId, version: row.version + 1, replayed: false }
    })
  )
}
