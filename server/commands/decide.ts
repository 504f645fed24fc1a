import { abilityFor, asCase, type Policy } from '../../policies/abilities.ts'
import { newIn } from '../../policies/known.ts'
import { mustBeOpen, mustSeemOpen, toldCase } from '../../policies/action-availability.ts'
import type { Readings } from '../../policies/requirements/requirement.ts'
import { bearingOn, oddIn, readFor, refusedTo } from '../../policies/requirements/table.ts'
import { answeredBy } from '../../policies/requirements/voices.ts'
import { addedIn, splitReason, withAdded, type AddedReason } from '../../workflows/configuration/added.ts'
import { civilDate } from '../../workflows/calendar/calendar.ts'
import type { Capacity } from '../../workflows/vocabulary/capacities.ts'
import { commandRow } from '../../workflows/case/commands.ts'
import { notesOf, type Computed } from '../../workflows/vocabulary/fields.ts'
import { zoneOf } from '../../workflows/calendar/territories.ts'
import { withTransaction, settleAll, type Tx } from '../db/context.ts'
import { standingOf } from '../places/ranking.ts'
import { sightOf, type Sight } from '../../policies/sight.ts'
import { NotAllowed, NotFound, RuleRefused, VersionConflict } from '../errors.ts'
import type { Keys } from '../keys.ts'
import { actOn } from './apply-command.ts'
import {
  leavingTrace,
  noAnswer,
  noneRefused,
  type CommandRequest,
  type Answering,
  type CaseCommandRequest,
  type Done,
  type Gate
} from '../acts/command-validation.ts'
import { readingsFor } from './readings.ts'
import { deskOf, type Desk } from '../outbox/notify-participants.ts'
import { givenBefore, underKey } from '../acts/idempotency.ts'
import { districtsOf, shownDistricts } from '../cases/district.ts'
import { lockCase, partsOf, situationOf, type CaseRow } from '../cases/store.ts'
import { tagOf } from '../cases/tag.ts'

/** The first of the capacities of one's organisation that allows the act. */
const allowing = (policy: Policy, { actor, command }: CommandRequest, capacities: readonly Capacity[]) =>
  capacities.find((capacity) => policy.can(command, asCase({ participants: [actor.orgId], capacity })))

/** The case, locked, and in which capacities the actor's organisation takes part in it now: asked for together, in this order. */
const seen = async (tx: Tx, { actor, caseId }: CaseCommandRequest) => {
  const [row, { held: capacities, follows }] = await settleAll([
    lockCase(tx, caseId),
    partsOf(tx, caseId, actor)
  ])
  return { row, capacities, follows }
}

type Found = Awaited<ReturnType<typeof seen>> & { keys: Keys; policy: Policy; at: Date }

const showsDistricts = ({ command }: CaseCommandRequest) =>
  commandRow(command).effects.some(({ type }) => type === 'pinToDistrict')

/** The version of the case on which the act stands: by itself, or with what naming each court would change, as its author has read it. */
const standsOn = async (
  tx: Tx,
  asked: CaseCommandRequest,
  { keys, row, follows, at }: Found
): Promise<'case' | 'shown' | null> => {
  const { version, actor } = asked
  if (version === tagOf(keys, follows)) return 'case'
  if (!row || !showsDistricts(asked)) return null
  const districts = await districtsOf(tx, { met: row.facts.met, at })
  const shown = shownDistricts(actor.personId, row.configVersion, districts)
  return version === tagOf(keys, follows, shown) ? 'shown' : null
}

const unread = () =>
  new RuleRefused('not previewed', {
    fr: 'Lisez d’abord, sur la page de cet acte, ce que chaque tribunal changerait.',
    en: 'Read first, on the page of this act, what each court would change.'
  })
type Held = {
  row: CaseRow
  at: Date
  sight: Sight
  input: Record<string, unknown>
  reason: AddedReason | null
  said: readonly string[]
  known: Readings
}

const authorised = async (tx: Tx, asked: CaseCommandRequest, found: Found) => {
  const { policy, row, capacities } = found
  const { actor, command, version } = asked
  if (!row) throw new NotFound('no such case for this organisation')
  if (!allowing(policy, asked, capacities)) throw new NotAllowed(`${actor.role} may not ${command}`)
  const on = version === null ? 'shown' : await standsOn(tx, asked, found)
  if (on === null) throw new VersionConflict('the case has moved')
  return { row, hasRead: on === 'shown' || !showsDistricts(asked) }
}

/**
 * The case, where the act may be done on it. What is not open says so first. Until all that was filled in is held, the case
 * is the one that this reader is told of: how far it came would tell the rest.
 */
const permitted = async (tx: Tx, asked: CaseCommandRequest, found: Found): Promise<Held> => {
  const { actor, command } = asked
  const list = `lists.${command}.reason`
  const { input, added } = splitReason(list, asked.input)
  const { capacities, at } = found
  const { row, hasRead } = await authorised(tx, asked, found)
  const situation = situationOf(row)
  const sight = sightOf(capacities, row.facts)
  mustSeemOpen(command, situation, sight)
  // The day is that of the place which the actor is told: a refusal by the hour of another would name it.
  const { territory } = sight
  const today = civilDate(at, zoneOf(territory))
  const told = toldCase(situation, sight)
  const day = { at, today, territory, openedAt: row.openedAt }
  const filled = { actor, command, input, added, sight, told, ...day }
  const reads = readFor(command, bearingOn(filled))
  const known = await readingsFor({ tx, row, actor, command, input, at, territory }, reads)
  noneRefused(refusedTo(filled, known))
  mustBeOpen(command, situation, sight)
  if (!hasRead) throw unread()
  noneRefused(refusedTo(filled, known, true))
  const reason = added === null ? null : addedIn(list, added, known.configuration)
  return { row, at, sight, input, reason, said: oddIn(filled, known), known }
}

type Computing = (tx: Tx, asked: CaseCommandRequest, held: Held) => Promise<object>

/** What only the server writes in an act, whatever is sent. */
const computing: Record<Computed, Computing> = {
  standing: (tx, { actor, caseId }, { at }) => standingOf(tx, actor, { caseId, at }),
  firstVoice: async (_tx, { actor, command }, { row: { facts }, known: { deciding, fallen } }) => {
    const answered = answeredBy(command, facts, { actor, counting: { ...deciding, fallen } })[0]
    return answered?.reason ? { reason: answered.reason } : {}
  },
  shown: async (_tx, { shown }) => (shown === undefined ? {} : { shown })
}

const withComputed = async (
  tx: Tx,
  asked: CaseCommandRequest,
  held: Held
): Promise<Record<string, unknown>> => {
  const { input: form, notes } = commandRow(asked.command)
  const computedBy = (field: string) =>
    (form.properties[field] && notesOf(form.properties[field])?.computed) ?? null
  // A form that came filled in is sent back whole: the log keeps what is new in it.
  const input = notes ? newIn(held.input, held.sight) : withAdded(held.input, held.reason)
  const told = Object.entries(input).filter(([field]) => computedBy(field) === null)
  const sources = new Set(Object.keys(form.properties).flatMap((field) => computedBy(field) ?? []))
  const computed = await Promise.all([...sources].map((one) => computing[one](tx, asked, held)))
  return Object.assign(Object.fromEntries(told), ...computed)
}

const acted = async (desk: Desk, asked: CaseCommandRequest, held: Held) => {
  const { command, actor } = asked
  const input = await withComputed(desk.tx, asked, held)
  return actOn(desk, held.row, { command, input, actor, at: held.at, said: held.said })
}

/** `policy`: where another than that of the role decides; `said`: in codes, what is kept with a record. */
type Beyond = { policy?: Policy; said?: readonly string[] }

/** The gate of a case for an act that another aggregate carries: in that one's transaction, with every check of its own. */
export const decideWithin = async (
  gate: Gate,
  tx: Tx,
  asked: CaseCommandRequest & Beyond,
  at: Date
): Promise<CaseRow> => {
  const { policy = abilityFor(asked.actor), said = [] } = asked
  const held = await permitted(tx, asked, { ...(await seen(tx, asked)), keys: gate.keys, policy, at })
  return acted(deskOf(gate, tx), asked, { ...held, said: [...held.said, ...said] })
}

/**
 * The one gate of a case. Authenticated, validated and coarsely authorised, an act opens one transaction in which the
 * case is locked, the act authorised exactly, its rules checked, and everything it changes written; or nothing is.
 */
export const decide = <T = undefined>(
  gate: Gate,
  asked: CaseCommandRequest,
  answering: Answering<T> = noAnswer
): Promise<Done & { answer: T }> => {
  const { actor, command, input, caseId, version } = asked
  const policy = abilityFor(actor)
  if (!policy.can(command, 'Case'))
    return leavingTrace(gate, asked, `case:${caseId}`, () =>
      Promise.reject(new NotAllowed(`${actor.role} never does ${command}`))
    )
  const once = underKey(gate.keys, asked, { caseId, command, input, version })
  const claim = { aggregate: 'case', id: caseId, at: gate.now?.() ?? null }
  return leavingTrace(gate, asked, `case:${caseId}`, () =>
    withTransaction(gate.pool, actor, {
      look: (tx) => settleAll([givenBefore(tx, once, claim), seen(tx, asked)]),
      work: async (tx, clock, [before, found]) => {
        const at = gate.now?.() ?? clock
        const answered = async (done: Done, written: Desk['written'] = undefined) => ({
          ...done,
          answer: await answering(tx, { ...done, at, written: written ?? null })
        })
        if (before !== null) return answered({ id: before, version: 0, replayed: true })
        const held = await permitted(tx, asked, { ...found, keys: gate.keys, policy, at })
        const desk = deskOf(gate, tx)
        const next = await acted(desk, asked, held)
        return answered({ id: caseId, version: next.version, replayed: false }, desk.written)
      }
    })
  )
}
