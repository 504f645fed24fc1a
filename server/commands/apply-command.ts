import { civilDate } from '../../workflows/calendar/calendar.ts'
import { zoneOf } from '../../workflows/calendar/territories.ts'
import { advance } from '../../workflows/case/advance.ts'
import { commandRow } from '../../workflows/case/commands.ts'
import { tells } from '../../workflows/case/machine.ts'
import { unusualIn } from '../../workflows/case/records.ts'
import type { Effect } from '../../workflows/act/command.ts'
import type { Situation } from '../../workflows/guards/guards.ts'
import { enterCase, fieldsFilled } from '../acts/audit.ts'
import { configurationOf } from '../cases/configuration.ts'
import { settleAll } from '../db/context.ts'
import { followTimes, isUponTimes } from '../deadlines/counted.ts'
import { followDoubts } from '../deadlines/anew.ts'
import { followMove } from '../deadlines/moved.ts'
import { followRecounts } from '../deadlines/recounting.ts'
import { followStandstill } from '../deadlines/suspension.ts'
import { answerByActing, answeredKinds } from '../referrals/implied-acceptance.ts'
import { openClocks, openingsOf, stillAhead } from '../deadlines/openings.ts'
import { stopDeadlines } from '../deadlines/stopping.ts'
import { applyEffects } from './effects.ts'
import { olderThanKnown } from './older.ts'
import { usual, writeConsents, writeEvent, type Act, type Taken } from './event.ts'
import { settleParticipants, type Desk } from '../outbox/notify-participants.ts'
import { situationOf, type CaseRow } from '../cases/store.ts'
import { keepStory } from '../cases/story.ts'

/** How the act is taken where the case stands. */
const takenIn = (before: Situation, { command, input, said = [] }: Act, older: boolean): Taken => {
  const quiet = tells({ type: command, older, input }, before) ? null : older ? 'older' : 'kept'
  return { quiet, unusual: unusualIn(before, command, { input, older, said, kept: quiet === 'kept' }) }
}

/** What the rules make of the act, and the case as it then stands. */
const advanced = (row: CaseRow, act: Act, older: boolean) => {
  const { command, input, actor, at } = act
  const before = situationOf(row)
  const { personId, orgId, orgType } = actor
  const by = { personId, orgId, orgType, today: civilDate(at, zoneOf(row.territory)) }
  const after = advance(before, { type: command, input, by, older })
  const next: CaseRow = {
    ...row,
    ...after.regions,
    facts: after.facts,
    territory: after.facts.territory,
    version: row.version + 1,
    updatedAt: at
  }
  return { before, after, next, taken: takenIn(before, act, older) }
}

/** A flag has no before. */
type Change = { before: Situation | null; after: Situation }

/** What needs no answer read back, in the order in which it is written. */
const writeDown = (desk: Desk, next: CaseRow, act: Act & Taken, { before, after }: Change) => {
  const { tx } = desk
  return settleAll([
    enterCase(tx, {
      caseId: next.id,
      seq: next.version,
      who: act.actor,
      at: act.at,
      action: act.command,
      detail: fieldsFilled(act.input)
    }),
    writeEvent(desk, next, act, before === null),
    keepStory(tx, next),
    writeConsents(tx, next, act, { before, after }),
    // No clock runs yet in a case that is flagged.
    before && stopDeadlines(tx, next.id, act, { before, after })
  ])
}

type Carried = { desk: Desk; next: CaseRow; act: Act & Taken; change: Change }

/**
 * What an act does beyond its region. A record that is only written down does nothing; one that comes unexpected sends nothing
 * twice, and is never refused for what was sent already.
 */
const effectsOf = ({ command, unusual, quiet }: Act & Taken): readonly Effect[] => {
  const { effects, records } = commandRow(command)
  if (quiet !== null) return []
  if (!records || unusual.length === 0) return effects
  return effects.map((one): Effect =>
    one.type === 'openReferral' ? { ...one, type: 'ensureReferral' } : one
  )
}

/** All that follows from an act that is being written: clocks, effects on other aggregates, worklists, jobs. */
const follow = async ({ desk, next, act, change }: Carried, written: Promise<unknown>): Promise<void> => {
  const { tx, keys } = desk
  const { command, input, actor, at, quiet } = act
  const { before, after } = change
  const { id: caseId, configVersion: version } = next
  const { territory } = after.facts
  const met = before ? before.facts.met : territory
  const of = { ...act, caseId, seq: next.version, territory, met, config: await configurationOf(tx, version) }
  const counted = openingsOf(command, input, change, { ...of, keys })
  const opened = quiet === 'older' ? stillAhead(counted, at) : counted
  const effects = effectsOf(act)
  const kinds = before ? answeredKinds(actor, command) : []
  // What is read back waits only for what is written through another layer; the rest leaves with it, in this order.
  if (opened.rows.length > 0 || effects.length > 0 || kinds.length > 0) await written
  await answerByActing(tx, { ...of, kinds, facts: after.facts })
  if (before && territory !== before.facts.territory) await followMove(tx, keys, caseId, of)
  await openClocks(tx, caseId, opened, { ...of, keys, mayRun: before !== null })
  if (before) await followStandstill(desk, { ...of, before, after })
  if (before) await followRecounts(tx, { ...of, keys })
  const codes = opened.rows.map(({ code }) => code)
  if (before && isUponTimes(act, codes)) await followTimes(tx, { ...of, keys })
  if (before) await followDoubts(tx, { ...of, keys, before, after })
  // Referrals are of the version that the case is under.
  await applyEffects(effects, { ...of, tx, keys, before: before ?? after, after, version })
  await settleParticipants(desk, caseId, after, {
    actor,
    at,
    metAt: act.met?.at ?? at,
    happening: { command, input, unusual: act.unusual },
    line: { about: 'case', id: caseId, seq: next.version }
  })
}

/**
 * Writes an act that is open, and all that follows from it. What it writes is over when this is, even where something
 * fails: nothing is left that would speak after the transaction.
 */
export const carryOut = async (
  desk: Desk,
  next: CaseRow,
  plain: Act & Partial<Taken>,
  change: Change
): Promise<CaseRow> => {
  const act = { ...usual, ...plain }
  const written = writeDown(desk, next, act, change)
  await settleAll([written, follow({ desk, next, act, change }, written)])
  return next
}

/**
 * Advances a locked case by one act and writes all of it.
 * @throws IllegalTransition when the rules do not open the act.
 */
export const actOn = async (desk: Desk, row: CaseRow, act: Act): Promise<CaseRow> => {
  const { next, taken, ...change } = advanced(row, act, await olderThanKnown(desk.tx, row, act))
  return carryOut(desk, next, { ...act, ...taken }, change)
}
