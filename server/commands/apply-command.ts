import type { Actor } from '../../policies/actor.ts'
import { advance } from '../../workflows/case/advance.ts'
import { commandRow, type CommandType } from '../../workflows/case/commands.ts'
import type { Situation } from '../../workflows/guards/guards.ts'
import { audit, fieldsFilled } from '../audit/audit.ts'
import { configurationOf } from '../configuration/version-cache.ts'
import { setCaseScope, together } from '../db/context.ts'
import { followMove } from '../deadlines/moved.ts'
import { followStandstill } from '../deadlines/suspension.ts'
import { answerByActing, answeredKinds } from '../referrals/implied-acceptance.ts'
import { openClocks, openingsOf, stopDeadlines } from './deadlines.ts'
import { applyEffects, type EffectContext } from './effects.ts'
import { writeConsents, writeEvent } from './event.ts'
import { settleParticipants, type Desk } from './notify-participants.ts'
import { situationOf, writeCase, type CaseRow } from '../cases/store.ts'

/** One authorised act on one locked case. */
export type Act = {
  command: CommandType
  input: Record<string, unknown>
  actor: Actor
  at: Date
  late?: boolean
  /** Of what a clock does: when, and what it says, as counted where she was met. */
  met?: { at: Date; input: Record<string, unknown> }
  offer?: EffectContext['offer']
}

/** What the rules make of the act, and the case as it then stands. */
const advanced = (row: CaseRow, { command, input, actor, at }: Act) => {
  const before = situationOf(row)
  const { personId, orgId, orgType } = actor
  const after = advance(before, { type: command, input, by: { personId, orgId, orgType } })
  const next: CaseRow = {
    ...row,
    ...after.regions,
    facts: after.facts,
    territory: after.facts.territory,
    version: row.version + 1,
    updatedAt: at
  }
  return { before, after, next }
}

type Change = { before: Situation; after: Situation }

/** What needs no answer read back, in the order in which it is written. */
const writeDown = (desk: Desk, next: CaseRow, act: Act, { before, after }: Change) => {
  const { tx } = desk
  return together([
    setCaseScope(tx, next.id),
    writeCase(tx, next),
    writeEvent(desk, next, act),
    writeConsents(tx, next, act, { before, after }),
    stopDeadlines(tx, next.id, act.command, after),
    audit(tx, act.actor, act.at, {
      chain: `case:${next.id}`,
      action: act.command,
      object: `case:${next.id}`,
      outcome: 'allowed',
      detail: fieldsFilled(act.input)
    })
  ])
}

/** The effects of the act on other aggregates; the referrals among them are of the version that the case is under. */
const takeEffect = (
  { tx, keys }: Desk,
  { id, configVersion }: CaseRow,
  { command, input, actor, at, offer = null }: Act,
  { before, after }: Change
) =>
  applyEffects(commandRow(command).effects, {
    tx,
    keys,
    caseId: id,
    actor,
    at,
    command,
    input,
    before,
    after,
    version: configVersion,
    offer
  })

/**
 * Advances a locked case by one act and writes all of it: state, event, sealed values, consents, clocks, effects on
 * other aggregates, worklists, audit, jobs.
 * @throws IllegalTransition when the rules do not open the act.
 */
export const actOn = async (desk: Desk, row: CaseRow, act: Act): Promise<CaseRow> => {
  const { tx } = desk
  const { command, input, actor, at } = act
  const { before, after, next } = advanced(row, act)
  const { territory } = after.facts
  const caseId = row.id
  const config = await configurationOf(tx, row.configVersion)
  const where = { territory, met: row.facts.met, config }
  const opened = openingsOf(command, input, { before, after }, { ...where, caseId, at, keys: desk.keys })
  const written = writeDown(desk, next, act, { before, after })
  const answers = answeredKinds(actor, command)
  // What is read back waits only for what is written through another layer; the rest leaves with it, in this order.
  if (opened.rows.length > 0 || commandRow(command).effects.length > 0 || answers.length > 0) await written
  await answerByActing(tx, { caseId, command, input, facts: after.facts, kinds: answers, actor, at })
  if (territory !== before.facts.territory) await followMove(tx, desk.keys, caseId, where)
  await openClocks(tx, caseId, opened)
  await followStandstill(desk, { ...where, caseId, command, before, after, at })
  await takeEffect(desk, row, act, { before, after })
  await together([
    written,
    settleParticipants(desk, caseId, after, {
      actor,
      at,
      metAt: act.met?.at ?? at,
      happening: { command, input },
      line: { about: 'case', id: caseId, seq: next.version }
    })
  ])
  return next
}
