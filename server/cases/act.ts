import { eq, inArray, and } from 'drizzle-orm'
import type { Actor } from '../../policies/actor.ts'
import { advance } from '../../workflows/advance.ts'
import { civilDate } from '../../workflows/calendar.ts'
import { commandRow, type CommandType } from '../../workflows/commands.ts'
import type { Situation } from '../../workflows/guards.ts'
import { openReferralStates } from '../../workflows/referral.machine.ts'
import { splitInput } from '../../workflows/split.ts'
import { zoneOf } from '../../workflows/territories.ts'
import { consentScopes, type ConsentScope } from '../../workflows/vocabulary.ts'
import type { Keys } from '../keys.ts'
import { audit } from '../audit/audit.ts'
import { enterCase, type Tx } from '../db/context.ts'
import { caseEvents, cases, compartments, consents, deadlines, referrals } from '../db/schema.ts'
import { closingsOf, openingsOf, stopDeadlines } from './deadlines.ts'
import { applyEffects, type EffectContext } from './effects.ts'
import { seal } from './sealing.ts'
import { activeParticipations, liveDeadlines, situationOf, type CaseRow } from './store.ts'
import { refreshWorklist } from './worklist.ts'
import { tell } from '../outbox/enqueue.ts'

/** One authorised act on one locked case. */
export type Act = {
  command: CommandType
  input: Record<string, unknown>
  actor: Actor
  at: Date
  late?: boolean
  offer?: EffectContext['offer']
}

/** `settling` false leaves the worklists to whoever tells many acts of one case in one transaction, and settles once. */
export type Desk = { tx: Tx; keys: Keys; telling: boolean; settling?: boolean }

const idOrNull = (id: string) => (id === '' ? null : id)

/** Writes the act down: what everyone with the class may read in the event, the rest sealed under its class. */
export const writeEvent = async ({ tx, keys }: Desk, row: { id: string; version: number; facts: { territory: string } }, act: Act) => {
  const { command, input, actor, at, late = false } = act
  const { consent, basis, input: schema } = commandRow(command)
  const { open, sealed } = splitInput(schema, input)
  const classes = Object.entries(sealed)
  await tx.insert(caseEvents).values({
    caseId: row.id,
    seq: row.version,
    at,
    command,
    input: open,
    sealed: classes.map(([dataClass]) => dataClass),
    personId: idOrNull(actor.personId),
    orgId: idOrNull(actor.orgId),
    role: actor.role,
    territory: actor.territory,
    basis: [...basis],
    basisOn: civilDate(at, zoneOf(row.facts.territory)),
    consentScope: consent,
    late
  })
  if (classes.length === 0) return
  await tx.insert(compartments).values(
    classes.map(([dataClass, values]) => {
      const id = `${row.id}:${row.version}`
      return { caseId: row.id, dataClass, seq: row.version, body: seal(keys, { table: 'compartment', id, dataClass }, values) }
    })
  )
}

const scopesIn = (situation: Situation | null) => new Set<ConsentScope>(situation?.facts.consents ?? [])

/** The history of consent follows the facts: what an act gave or took away, in which language and by which means. */
export const writeConsents = async (tx: Tx, row: { id: string; version: number }, act: Act, change: { before: Situation | null; after: Situation }) => {
  const [had, has] = [scopesIn(change.before), scopesIn(change.after)]
  const changed = (Object.keys(consentScopes) as ConsentScope[]).filter((scope) => had.has(scope) !== has.has(scope))
  if (changed.length === 0) return
  const { language, means, interpreter, expiresOn } = act.input as { language?: string; means?: string; interpreter?: boolean; expiresOn?: string }
  const how = { language: language ?? null, means: means ?? null, interpreter: interpreter ?? false, expiresOn: expiresOn ?? null }
  await tx.insert(consents).values(changed.map((scope) => ({ caseId: row.id, seq: row.version, scope, given: has.has(scope), at: act.at, ...how })))
}

/** What happened to everyone who takes part: their lists, and a word that something moved. */
export const settleParticipants = async (desk: Desk, caseId: string, situation: Situation, act: Pick<Act, 'actor' | 'at'>) => {
  if (desk.settling === false) return
  const { tx } = desk
  const taking = await activeParticipations(tx, caseId)
  const clocks = await liveDeadlines(tx, caseId)
  const open = await tx
    .select({ senderOrgId: referrals.senderOrgId, state: referrals.state })
    .from(referrals)
    .where(and(eq(referrals.caseId, caseId), inArray(referrals.state, [...openReferralStates])))
  await refreshWorklist(tx, taking, { situation, clocks, referrals: open }, act.at)
  if (desk.telling) await tell(tx, { about: 'case', id: caseId, to: taking.map(({ orgId }) => orgId).filter((orgId) => orgId !== act.actor.orgId) })
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
  const after = advance(before, { type: command, input, by: { personId: actor.personId, orgId: actor.orgId, orgType: actor.orgType } })
  const next: CaseRow = { ...row, ...after.regions, facts: after.facts, version: row.version + 1, updatedAt: at }
  await enterCase(tx, row.id)
  await tx.update(cases).set({ ...after.regions, facts: after.facts, version: next.version, updatedAt: at }).where(eq(cases.id, row.id))
  await writeEvent(desk, next, act)
  await writeConsents(tx, next, act, { before, after })
  await stopDeadlines(tx, closingsOf(command, commandRow(command).closes.length > 0 ? await liveDeadlines(tx, row.id) : []))
  const opened = openingsOf(command, input, after, { caseId: row.id, territory: after.facts.territory, at, version: row.configVersion })
  if (opened.length > 0) await tx.insert(deadlines).values(opened)
  await applyEffects(commandRow(command).effects, { tx, caseId: row.id, actor, at, command, input, before, after, version: row.configVersion, offer })
  await audit(tx, actor, at, { chain: `case:${row.id}`, action: command, object: `case:${row.id}`, outcome: 'allowed', detail: Object.keys(input).sort().join(',') })
  await settleParticipants(desk, row.id, after, act)
  return next
}
