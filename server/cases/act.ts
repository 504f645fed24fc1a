import type { Actor } from '../../policies/actor.ts'
import { advance } from '../../workflows/advance.ts'
import { civilDate } from '../../workflows/calendar.ts'
import { commandRow, type CommandType } from '../../workflows/commands.ts'
import type { Situation } from '../../workflows/guards.ts'
import { splitInput } from '../../workflows/split.ts'
import { zoneOf } from '../../workflows/territories.ts'
import { consentScopes, type ConsentScope } from '../../workflows/vocabulary.ts'
import { audit, fieldsFilled, idOrNull } from '../audit/audit.ts'
import { configurationOf } from '../configuration/shelf.ts'
import { enterCase, together, ask, type Tx } from '../db/context.ts'
import { compartments, consents } from '../db/schema.ts'
import { followStandstill } from '../deadlines/standstill.ts'
import { answerByActing, answeredKinds } from '../referrals/acted.ts'
import { openClocks, openingsOf, stopDeadlines } from './deadlines.ts'
import { applyEffects, type EffectContext } from './effects.ts'
import { writeMarks } from './likeness.ts'
import { seal } from './sealing.ts'
import { settleParticipants, type Desk } from './settle.ts'
import { situationOf, writeCase, type CaseRow } from './store.ts'

/** One authorised act on one locked case. */
export type Act = {
  command: CommandType
  input: Record<string, unknown>
  actor: Actor
  at: Date
  late?: boolean
  offer?: EffectContext['offer']
}

const insertEvent = `insert into case_event
  (case_id, seq, at, command, input, sealed, person_id, org_id, role, territory, basis, basis_on, consent_scope, late)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`

/** Writes the act down: what everyone with the class may read in the event, the rest sealed under its class. */
export const writeEvent = async (
  { tx, keys }: Desk,
  row: { id: string; version: number; facts: { territory: string } },
  act: Act
) => {
  const { command, input, actor, at, late = false } = act
  const { consent, basis, input: schema } = commandRow(command)
  const { open, sealed } = splitInput(schema, input)
  const classes = Object.entries(sealed)
  await ask(tx, insertEvent, [
    row.id,
    row.version,
    at,
    command,
    open,
    classes.map(([dataClass]) => dataClass),
    idOrNull(actor.personId),
    idOrNull(actor.orgId),
    actor.role,
    actor.territory,
    basis,
    civilDate(at, zoneOf(row.facts.territory)),
    consent,
    late
  ])
  if (classes.length === 0) return
  await tx.insert(compartments).values(
    classes.map(([dataClass, values]) => {
      const id = `${row.id}:${row.version}`
      return {
        caseId: row.id,
        dataClass,
        seq: row.version,
        body: seal(keys, { table: 'compartment', id, dataClass }, values)
      }
    })
  )
  if (sealed.B) await writeMarks(tx, keys, { caseId: row.id, seq: row.version, identity: sealed.B })
}

const scopesIn = (situation: Situation | null) => new Set<ConsentScope>(situation?.facts.consents ?? [])

/** The history of consent follows the facts: what an act gave or took away, in which language and by which means. */
export const writeConsents = async (
  tx: Tx,
  row: { id: string; version: number },
  act: Act,
  change: { before: Situation | null; after: Situation }
) => {
  const [had, has] = [scopesIn(change.before), scopesIn(change.after)]
  const changed = (Object.keys(consentScopes) as ConsentScope[]).filter(
    (scope) => had.has(scope) !== has.has(scope)
  )
  if (changed.length === 0) return
  const { language, means, interpreter } = act.input as {
    language?: string
    means?: string
    interpreter?: boolean
  }
  const how = {
    language: language ?? null,
    means: means ?? null,
    interpreter: interpreter ?? false
  }
  await tx.insert(consents).values(
    changed.map((scope) => ({
      caseId: row.id,
      seq: row.version,
      scope,
      given: has.has(scope),
      at: act.at,
      ...how
    }))
  )
}

/**
 * Advances a locked case by one act and writes all of it: state, event, sealed values, consents, clocks, effects on
 * other aggregates, worklists, audit, jobs.
 * @throws IllegalTransition when the rules do not open the act.
 */
export const actOn = async (desk: Desk, row: CaseRow, act: Act): Promise<CaseRow> => {
  const { tx } = desk
  const { command, input, actor, at, offer = null } = act
  const before = situationOf(row)
  const after = advance(before, {
    type: command,
    input,
    by: { personId: actor.personId, orgId: actor.orgId, orgType: actor.orgType }
  })
  const next: CaseRow = {
    ...row,
    ...after.regions,
    facts: after.facts,
    territory: after.facts.territory,
    version: row.version + 1,
    updatedAt: at
  }
  const { territory } = after.facts
  const config = await configurationOf(tx, row.configVersion)
  const opened = openingsOf(command, input, after, { caseId: row.id, territory, at, config })
  const { effects } = commandRow(command)
  const written = together([
    enterCase(tx, row.id),
    writeCase(tx, next),
    writeEvent(desk, next, act),
    writeConsents(tx, next, act, { before, after }),
    stopDeadlines(tx, row.id, command, after),
    audit(tx, actor, at, {
      chain: `case:${row.id}`,
      action: command,
      object: `case:${row.id}`,
      outcome: 'allowed',
      detail: fieldsFilled(input)
    })
  ])
  const answers = answeredKinds(actor, command)
  // What is read back waits only for what is written through another layer; the rest leaves with it, in this order.
  if (opened.rows.length > 0 || effects.length > 0 || answers.length > 0) await written
  await answerByActing(tx, { caseId: row.id, command, kinds: answers, actor, at })
  await openClocks(tx, row.id, opened)
  await followStandstill(tx, { caseId: row.id, command, before, after, at, territory, config })
  await applyEffects(effects, {
    tx,
    keys: desk.keys,
    caseId: row.id,
    actor,
    at,
    command,
    input,
    before,
    after,
    version: row.configVersion,
    offer
  })
  await together([
    written,
    settleParticipants(desk, row.id, after, {
      actor,
      at,
      happening: { command, input },
      line: { about: 'case', id: row.id, seq: next.version }
    })
  ])
  return next
}
