import { abilityFor } from '../../policies/abilities.ts'
import { kept as words } from '../../workflows/repair/repair.ts'
import { isLive } from '../../workflows/referral/machine.ts'
import { quietIn } from '../../workflows/case/records.ts'
import type { UndoReason } from '../../workflows/vocabulary/words.repair.ts'
import { leavingTrace, type Done, type Gate } from '../acts/command-validation.ts'
import { givenBefore, underKey } from '../acts/idempotency.ts'
import type { Keyed } from '../acts/once.ts'
import { lockCase, partsOf, situationOf, type CaseRow, type PartsHeld } from '../cases/store.ts'
import { forgetStory, outlined } from '../cases/story.ts'
import { tagOf } from '../cases/tag.ts'
import { carryOut } from '../commands/apply-command.ts'
import { runQuery, setCaseScope, settleAll, withTransaction, type Tx } from '../db/context.ts'
import { HeldBack, NotAllowed, NotFound, RuleRefused, VersionConflict } from '../errors.ts'
import { deskOf } from '../outbox/notify-participants.ts'
import { soughtOf, withdrawAll } from '../referrals/close.ts'
import type { Capacity } from '../../workflows/vocabulary/capacities.ts'
import { isHeldBack } from '../disclosure/repair/undone.ts'
import { lookAt, type Looked } from './look.ts'
import { toldBeside } from '../disclosure/repair/told.ts'
import { tellSettled } from './requests.ts'

export type Undoing = { caseId: string; ref: string; reason: UndoReason; version: string | null }

const strike = 'select strike_act($1, $2, $3, $4)'
const lettersBack = 'select put_error_letters($1::uuid[])'
const emptied = `update referral set preview = '{"told": {}}' where id = any($1::uuid[])`

type Given = {
  gate: Gate
  tx: Tx
  by: Keyed
  at: Date
  row: CaseRow
  looked: Looked
  held: readonly Capacity[]
}

/** What was asked for the wrong person is asked no more: requests that still wait are withdrawn, emptied, and said to be forgotten. */
const takeBack = async ({ tx, by: { actor }, at, row, looked: { sent, repair } }: Given) => {
  const ids = sent.map(({ id }) => id)
  if (ids.length === 0) return
  await runQuery(tx, lettersBack, [ids])
  const live = await soughtOf(tx, { caseId: row.id, kinds: sent.map(({ kind }) => kind) })
  const others = live.filter((one) => isLive(one) && !ids.includes(one.id))
  await withdrawAll(tx, [...live.filter(({ id }) => ids.includes(id)), ...others], {
    ...{ caseId: row.id, facts: repair.will.facts, actor, at, input: { inError: true } },
    except: others.map(({ id }) => id)
  })
  await runQuery(tx, emptied, [ids])
}

/** The act that takes another back, written as every act is: where the case stands is told again without the one that is struck. */
const write = async (given: Given, reason: UndoReason): Promise<number> => {
  const { gate, tx, by, at, row, looked, held } = given
  const { event, repair } = looked
  const { regions, facts } = repair.will
  const seq = row.version + 1
  const reader = { actor: by.actor, locale: 'fr' } as const
  const { learn } = await toldBeside(tx, looked, { reader, held, row })
  await setCaseScope(tx, row.id)
  await takeBack(given)
  await runQuery(tx, strike, [event.seq, seq, reason, at])
  await forgetStory(tx, row.id)
  const next = { ...row, ...regions, facts, version: seq, updatedAt: at, story: null }
  const input = {
    ...{ act: event.command, reason, of: event.seq, toldTo: learn },
    ...{ filled: outlined(event.command, event.input), classes: event.sealed, quiet: quietIn(event.unusual) }
  }
  const act = { command: 'act.undone', input, actor: by.actor, at } as const
  await carryOut(deskOf(gate, tx), next, act, { before: situationOf(row), after: repair.will })
  if (looked.request?.state === 'asked')
    await tellSettled(tx, { event, request: looked.request, actor: by.actor })
  return seq
}

/** @throws RuleRefused with a reason, or HeldBack where an act rests on it of which this person is not told. */
const mustBeFree = ({ kept, resting }: Looked, held: readonly Capacity[], row: CaseRow) => {
  if (kept === null) return
  if (kept === 'resting' && isHeldBack(resting, held, situationOf(row))) throw new HeldBack('act.undone')
  throw new RuleRefused(kept, words[kept])
}

const entered = (
  row: CaseRow | null,
  { held, follows }: PartsHeld,
  { gate, by, version }: Asked
): CaseRow => {
  if (!row || held.length === 0) throw new NotFound('no such case for this organisation')
  const policy = abilityFor(by.actor)
  if (!policy.can('read', 'Case')) throw new NotAllowed('reads no case')
  if (version !== null && version !== tagOf(gate.keys, follows))
    throw new VersionConflict('the case has moved')
  return row
}

type Asked = { gate: Gate; by: Keyed; version: string | null }

/**
 * Takes back an act that was entered in error, in one transaction, once for one key; a denial leaves its trace.
 * @throws NotFound where it is not theirs to take back.
 */
export const undo = (gate: Gate, by: Keyed, { caseId, ref, reason, version }: Undoing): Promise<Done> => {
  const { actor } = by
  const once = underKey(gate.keys, by, { caseId, command: 'act.undone', ref, reason, version })
  const claim = { aggregate: 'case', id: caseId, at: gate.now?.() ?? null }
  return leavingTrace(gate, { actor, command: 'act.undone' }, `case:${caseId}`, () =>
    withTransaction(gate.pool, actor, {
      look: (tx) =>
        settleAll([givenBefore(tx, once, claim), lockCase(tx, caseId), partsOf(tx, caseId, actor)]),
      work: async (tx, clock, [before, found, parts]) => {
        if (before !== null) return { id: before, version: 0, replayed: true }
        const at = gate.now?.() ?? clock
        const row = entered(found, parts, { gate, by, version })
        const looked = await lookAt(tx, ref, { keys: gate.keys, actor, held: parts.held, row, at })
        mustBeFree(looked, parts.held, row)
        return {
          id: caseId,
          version: await write({ gate, tx, by, at, row, looked, held: parts.held }, reason),
          replayed: false
        }
      }
    })
  )
}
