import { abilityFor, asCase, type Policy } from '../../policies/abilities.ts'
import { ageChangeRefused } from '../../policies/correction-rights.ts'
import { newIn, unreadIn } from '../../policies/known.ts'
import { mustBeOpen, mustSeemOpen, toldCase } from '../../policies/action-availability.ts'
import { refusedTo } from '../../policies/refusals.ts'
import { hangsOnReferent, ownConsentRefused } from '../../policies/separation.ts'
import { civilDate } from '../../workflows/calendar/calendar.ts'
import type { Capacity } from '../../workflows/vocabulary/capacities.ts'
import { commandRow, type CommandType } from '../../workflows/case/commands.ts'
import { notesOf } from '../../workflows/vocabulary/fields.ts'
import { appointmentProblems, keptFrom } from '../../workflows/vocabulary/input.ts'
import { zoneOf } from '../../workflows/calendar/territories.ts'
import type { Bilingual } from '../../workflows/vocabulary/vocabulary.ts'
import { checkConfigured } from '../configuration/check.ts'
import { configurationOf } from '../configuration/version-cache.ts'
import { enterCase, lookingFirst, together, type Tx } from '../db/context.ts'
import { placeProblems } from '../places/offer.ts'
import { standingOf } from '../places/waiting.ts'
import { sightOf } from '../disclosure/sight.ts'
import { InvalidInput, NotAllowed, NotFound, RuleRefused, VersionConflict } from '../errors.ts'
import type { Keys } from '../keys.ts'
import { meetingRefused } from '../meetings/proof.ts'
import { actOn } from './apply-command.ts'
import {
  checkInput,
  leavingTrace,
  type Asked,
  type AskedOfCase,
  type Done,
  type Gate
} from './command-validation.ts'
import { approvalRefused, regimesNeeded } from './habilitations.ts'
import { closenessFor } from './conflict-of-interest.ts'
import { hasReferent } from '../cases/participation.ts'
import { saidProblems } from './history-conflicts.ts'
import { deskOf } from './notify-participants.ts'
import { givenBefore, rememberKey, underKey } from './idempotency.ts'
import { lockCase, partsOf, situationOf, type CaseRow } from '../cases/store.ts'
import { tagOf } from '../cases/tag.ts'

/** The first of the capacities of one's organisation that allows the act. */
const allowing = (policy: Policy, { actor, command }: Asked, capacities: readonly Capacity[]) =>
  capacities.find((capacity) => policy.can(command, asCase({ participants: [actor.orgId], capacity })))

/** The case, locked, and in which capacities the actor's organisation takes part in it now: asked for together, in this order. */
const seen = async (tx: Tx, { actor, caseId }: AskedOfCase) => {
  const [row, { held: capacities, follows }] = await together([
    lockCase(tx, caseId),
    partsOf(tx, caseId, actor)
  ])
  return { row, capacities, follows }
}

const authorised = async (
  tx: Tx,
  asked: AskedOfCase,
  {
    keys,
    policy,
    row,
    capacities,
    follows
  }: Awaited<ReturnType<typeof seen>> & { keys: Keys; policy: Policy }
): Promise<CaseRow> => {
  const { actor, command, version } = asked
  if (!row) throw new NotFound('no such case for this organisation')
  if (!allowing(policy, asked, capacities)) throw new NotAllowed(`${actor.role} may not ${command}`)
  if (version !== null && version !== tagOf(keys, follows)) throw new VersionConflict('the case has moved')
  const ageKept = ageChangeRefused(command, asked.input, { facts: row.facts, actor })
  if (ageKept) throw new InvalidInput([{ field: 'ageGroup', code: 'not_yours', message: ageKept }])
  return row
}

const unchanged: Bilingual = {
  fr: 'Rien ne change : modifiez au moins une réponse, ou revenez au dossier.',
  en: 'Nothing changes: alter one answer at least, or go back to the case.'
}

/** @throws InvalidInput for what its author may not read, or where nothing is new. */
const checkCompleted = (
  input: Record<string, unknown>,
  { facts }: CaseRow,
  capacities: readonly Capacity[]
) => {
  const unread = unreadIn(input, facts, capacities)
  if (unread.length > 0) throw new InvalidInput(unread)
  if (Object.keys(newIn(input, facts, capacities)).length === 0)
    throw new InvalidInput([{ field: '', code: 'unchanged', message: unchanged }])
}

/** Entered, because who accompanies a person is not for every reader: looked up for the one act that asks for it. */
const accompaniedFor = async (tx: Tx, command: CommandType, caseId: string) => {
  if (!hangsOnReferent(command)) return false
  await enterCase(tx, caseId)
  return hasReferent(tx, caseId)
}

type Held = { row: CaseRow; at: Date; capacities: readonly Capacity[] }

/** What is given is held against the act's own form, the day and the facts, and a meeting's numbers against its votes. */
const checked = async (tx: Tx, { actor, command, input }: AskedOfCase, { row, at, capacities }: Held) => {
  // What is not open says so first. The reason of a refusal tells facts: said here, where it is known who asks. Until all
  // that was filled in is held, the case is the one that this reader is told of: how far it came would tell the rest.
  const situation = situationOf(row)
  mustSeemOpen(command, situation, capacities)
  const configuration = await configurationOf(tx, row.configVersion)
  const regimes = await regimesNeeded(tx, actor, command)
  const close = await closenessFor(tx, command, { caseId: row.id, actor })
  const accompanied = await accompaniedFor(tx, command, row.id)
  const following = { held: capacities, housing: row.housing, accompanied }
  const asker = { actor, regimes, quorum: configuration.quorum, close, ...following }
  const refused = refusedTo(command, row.facts, asker)
  if (refused) throw new RuleRefused(refused.rule, refused.reason)
  const own = Array.isArray(input['scopes']) ? ownConsentRefused(command, input, actor) : null
  if (own) throw new InvalidInput([{ field: 'scopes', code: 'own_consent', message: own }])
  // The day is that of the place which the actor is told: a refusal by the hour of another would name it.
  const { territory } = sightOf(capacities, row.facts)
  const today = civilDate(at, zoneOf(territory))
  checkInput(command, input, today, toldCase(situation, capacities))
  const gone = appointmentProblems(commandRow(command).input, input, { today, at })
  if (gone.length > 0) throw new InvalidInput(gone)
  const unapproved = await approvalRefused(tx, command, { input, today })
  if (unapproved) throw new InvalidInput([{ field: 'orgId', code: 'not_approved', message: unapproved }])
  checkConfigured(command, input, configuration)
  const unfit = await placeProblems(tx, row, { actor, command, input })
  if (unfit.length > 0) throw new InvalidInput(unfit)
  if (command === 'facts.complete') checkCompleted(input, row, capacities)
  const said = await saidProblems(tx, row, { actor, command, input, territory, today })
  if (said.length > 0) throw new InvalidInput(said)
  const byHand = await meetingRefused(tx, row, { command, input, actor })
  if (byHand) throw new RuleRefused('not what a meeting decided', byHand)
  mustBeOpen(command, situation, capacities)
}

/** An offer tells by which rule and in which rank it was made: the server says so, whatever is asked. */
const standing = async (tx: Tx, { command, actor, caseId }: AskedOfCase, at: Date) =>
  'rule' in commandRow(command).input.properties ? standingOf(tx, actor, { caseId, at }) : {}

/** What only the server writes in an act is written by the server, whatever is sent. */
const withComputed = async (tx: Tx, asked: AskedOfCase, { row, at, capacities }: Held) => {
  const { properties } = commandRow(asked.command).input
  // A form that came filled in is sent back whole: the log keeps what is new in it.
  const input = asked.command === 'facts.complete' ? newIn(asked.input, row.facts, capacities) : asked.input
  const told = Object.entries(input).filter(([field]) => !notesOf(properties[field]!)?.computed)
  return {
    ...Object.fromEntries(told),
    ...(await standing(tx, asked, at)),
    ...keptFrom(row.facts, asked.command)
  }
}

const acted = async (gate: Gate, tx: Tx, asked: AskedOfCase, held: Held) => {
  const { row, at } = held
  const { command, actor } = asked
  const desk = deskOf(gate, tx)
  const input = await withComputed(tx, asked, held)
  return actOn(desk, row, { command, input, actor, at })
}

/** The gate of a case for an act that another aggregate carries: in that one's transaction, with every check of its own. */
export const decideWithin = async (gate: Gate, tx: Tx, asked: AskedOfCase, at: Date): Promise<CaseRow> => {
  const found = await seen(tx, asked)
  const row = await authorised(tx, asked, { ...found, keys: gate.keys, policy: abilityFor(asked.actor) })
  const held = { row, at, capacities: found.capacities }
  await checked(tx, asked, held)
  return acted(gate, tx, asked, held)
}

/**
 * The one gate of a case. Authenticated, validated and coarsely authorised, an act opens one transaction in which the
 * case is locked, the act authorised exactly, its rules checked, and everything it changes written; or nothing is.
 */
export const decide = (gate: Gate, asked: AskedOfCase): Promise<Done> => {
  const { actor, command, input, caseId, version } = asked
  const policy = abilityFor(actor)
  if (!policy.can(command, 'Case'))
    return leavingTrace(gate, asked, `case:${caseId}`, () =>
      Promise.reject(new NotAllowed(`${actor.role} never does ${command}`))
    )
  const once = underKey(gate.keys, asked, { caseId, command, input, version })
  return leavingTrace(gate, asked, `case:${caseId}`, () =>
    lookingFirst(gate.pool, actor, {
      look: (tx) => together([givenBefore(tx, once), seen(tx, asked)]),
      work: async (tx, clock, [before, found]) => {
        if (before !== null) return { id: before, version: 0, replayed: true }
        const at = gate.now?.() ?? clock
        const row = await authorised(tx, asked, { ...found, keys: gate.keys, policy })
        const held = { row, at, capacities: found.capacities }
        await checked(tx, asked, held)
        const [next] = await together([
          acted(gate, tx, asked, held),
          rememberKey(tx, once, { aggregate: 'case', id: caseId, at })
        ])
        return { id: caseId, version: next.version, replayed: false }
      }
    })
  )
}
