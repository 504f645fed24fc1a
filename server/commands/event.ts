import { withAddedOf } from '../../workflows/configuration/added.ts'
import type { Actor } from '../../policies/actor.ts'
import { atHour, civilDate } from '../../workflows/calendar/calendar.ts'
import { commandRow, regionIds, type CommandType } from '../../workflows/case/commands.ts'
import type { Situation } from '../../workflows/guards/guards.ts'
import { splitInput } from '../../workflows/vocabulary/split.ts'
import { zoneOf, type Zone } from '../../workflows/calendar/territories.ts'
import { consentScopes, type ConsentScope } from '../../workflows/vocabulary/vocabulary.ts'
import { idOrNull } from '../acts/audit.ts'
import type { CaseRow } from '../cases/store.ts'
import { runQuery, type Tx } from '../db/context.ts'
import { compartments, consents } from '../db/schema/schema.ts'
import type { Offer } from '../places/stays.ts'
import { writeMarks } from '../disclosure/duplicates.ts'
import { seal } from '../db/sealing.ts'
import type { Desk } from '../outbox/notify-participants.ts'

/** One authorised act on one case. */
export type Act = {
  command: CommandType
  input: Record<string, unknown>
  actor: Actor
  at: Date
  late?: boolean
  /** Codes of what its form said, of a record that is taken all the same. */
  said?: readonly string[]
  /** Of what a clock does: when, and what it says, as counted where she was met. */
  met?: { at: Date; input: Record<string, unknown> }
  /** Whose acceptance it is, where it reserves a place. */
  offer?: Offer | null
}

/** How an act was taken: of a record, what is unusual about it, and whether it does no more than be written down. */
export type Taken = {
  /** In codes; the story says them to whoever may know what each tells. */
  unusual: readonly string[]
  /** `kept`: its region stands for something else, and stays. `older`: the case knows what came after. */
  quiet: 'kept' | 'older' | null
}

export const usual: Taken = { unusual: [], quiet: null }

const insertEvent = `insert into case_event
  (case_id, seq, at, command, input, sealed, person_id, org_id, role, territory, basis, basis_on, consent_scope, late, unusual, met_at, met_input)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`
const moveCase = `with moved as (
    update "case" set version = $2, updated_at = $3, facts = $18, territory = $19,
      ${regionIds.map((id, index) => `${id} = $${index + 20}`).join(', ')} where id = $1)
  ${insertEvent}`

/**
 * Writes the act down: what everyone with the class may read in the event, the rest sealed under its class. The case as the act
 * left it goes with it; one that is flagged was written before.
 */
export const writeEvent = async ({ tx, keys }: Desk, row: CaseRow, act: Act & Taken, isNew: boolean) => {
  const { command, input, actor, at, late = false, met = null, unusual } = act
  const { consent, basis, input: schema } = commandRow(command)
  const { open, sealed } = splitInput(schema, input)
  const classes = Object.entries(sealed)
  const columns = [row.facts, row.facts.territory, ...regionIds.map((id) => row[id])]
  await runQuery(tx, isNew ? insertEvent : moveCase, [
    row.id,
    row.version,
    at,
    command,
    'reason' in open ? withAddedOf(input, open) : open,
    classes.map(([dataClass]) => dataClass),
    idOrNull(actor.personId),
    idOrNull(actor.orgId),
    actor.role,
    actor.territory,
    basis,
    civilDate(at, zoneOf(row.facts.territory)),
    consent,
    late,
    unusual,
    met?.at,
    met?.input,
    ...(isNew ? [] : columns)
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

/** What the person refused by an act, whether or not they had given it. */
const refusedIn = ({ command, input }: Act) =>
  new Set(command === 'consent.refuse' ? (input['scopes'] as ConsentScope[]) : [])

/** The moment of an answer: of one written down on a later day, that day's noon. */
const saidAt = (on: string | undefined, at: Date, zone: Zone): Date =>
  on === undefined || on >= civilDate(at, zone) ? at : new Date(atHour(on, '12:00', zone))

/** The history of consent follows the facts: what an act gave or took away, in which language and by which means. */
export const writeConsents = async (
  tx: Tx,
  row: { id: string; version: number },
  act: Act,
  change: { before: Situation | null; after: Situation }
) => {
  const [had, has] = [scopesIn(change.before), scopesIn(change.after)]
  const refused = refusedIn(act)
  const changed = (Object.keys(consentScopes) as ConsentScope[]).filter(
    (scope) => had.has(scope) !== has.has(scope) || refused.has(scope)
  )
  // An agreement that was entered in error goes with its act: nobody gave it, and nobody took it back.
  if (changed.length === 0 || act.command === 'act.undone') return
  const { on, language, means, interpreter } = act.input as {
    on?: string
    language?: string
    means?: string
    interpreter?: boolean
  }
  const over: 'withdrawn' | 'lapsed' = act.command === 'consent.withdraw' ? 'withdrawn' : 'lapsed'
  const zone = zoneOf(change.after.facts.territory)
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
      state: has.has(scope) ? ('given' as const) : refused.has(scope) ? ('refused' as const) : over,
      at: saidAt(on, act.at, zone),
      ...how
    }))
  )
}
