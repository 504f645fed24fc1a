import { and, asc, desc, eq, inArray, lte, sql } from 'drizzle-orm'
import type { Pool } from 'pg'
import { abilityFor, type Policy } from '../../../policies/abilities.ts'
import type { Actor } from '../../../policies/actor.ts'
import { isExpected } from '../../../workflows/case/advance.ts'
import { checkMerge, checkNothingLive } from '../../commands/merging.ts'
import { formProblems } from '../../../policies/requirements/form.ts'
import { readFor, refusedAtOnce, withoutForm } from '../../../policies/requirements/table.ts'
import { sightOf } from '../../../policies/sight.ts'
import { addDays, civilDate } from '../../../workflows/calendar/calendar.ts'
import { commandRow, type CommandType } from '../../../workflows/case/commands.ts'
import type { ReferralKind } from '../../../workflows/vocabulary/vocabulary.ts'
import { liveReferralStates } from '../../../workflows/referral/machine.ts'
import { zoneOf } from '../../../workflows/calendar/territories.ts'
import { actOn } from '../../commands/apply-command.ts'
import { settleParticipants, type Desk } from '../../outbox/notify-participants.ts'
import { caseCode } from '../../cases/code.ts'
import { flagIn } from '../../commands/flag.ts'
import { noneOf } from '../../acts/command-validation.ts'
import { readingsFor } from '../../commands/readings.ts'
import { situationOf, type CaseRow } from '../../cases/store.ts'
import { runQuery, setCaseScope, inContext } from '../../db/context.ts'
import { deadlines, referrals } from '../../db/schema/schema.ts'
import { fireStep } from '../../firing/fire.ts'
import { hourOf, sleepOn } from '../../deadlines/sealed.ts'
import { HeldBack, NotAllowed, RuleRefused } from '../../errors.ts'
import type { Keys } from '../../keys.ts'
import { moveReferral } from '../../referrals/move.ts'
import type { Flag } from '../world/population.ts'
import type { Step } from './script.ts'
import type { Story } from './stories.ts'
import { after, instantOf } from './timeline.ts'

export type Stage = { pool: Pool; keys: Keys; anchor: Date; actors: ReadonlyMap<string, Actor> }

type Scene = Stage & { desk: Desk; territory: string }

const policies = new WeakMap<Actor, Policy>()

/** The same coarse question as the gate's: does this role ever do that? */
const mayDo = (actor: Actor, action: Parameters<Policy['can']>[0], subject: 'Case' | 'Referral') => {
  const policy = policies.get(actor) ?? abilityFor(actor)
  policies.set(actor, policy)
  return policy.can(action, subject)
}

const actorOf = ({ actors }: Stage, key: string): Actor => {
  const actor = actors.get(key)
  if (!actor) throw new Error(`nobody acts for ${key}`)
  return actor
}

/** `org:key` stands for the id of an organisation, which only the database knows. */
const withIds = (stage: Stage, input: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(input).map(([field, value]) => [
      field,
      typeof value === 'string' && value.startsWith('org:') ? actorOf(stage, value.slice(4)).orgId : value
    ])
  )

const inputOf = (scene: Scene, { said }: Step, at: Date) => {
  const today = civilDate(at, zoneOf(scene.territory))
  return {
    today,
    input: withIds(scene, typeof said === 'function' ? said(today, (count) => addDays(today, count)) : said)
  }
}

const lastReferral = async ({ desk }: Scene, caseId: string, kind: ReferralKind) => {
  const open = inArray(referrals.state, [...liveReferralStates])
  const [row] = await desk.tx
    .select()
    .from(referrals)
    .where(and(eq(referrals.caseId, caseId), eq(referrals.kind, kind), open))
    .orderBy(desc(referrals.sentAt))
    .limit(1)
  if (!row) throw new Error(`no open referral of kind ${kind}`)
  return row
}

/** An act that reads another case does so with the eyes of whoever acts: row security shows no other case to the teller. */
const looksElsewhere = (command: CommandType) =>
  commandRow(command).effects.some(({ type }) => type === 'checkMergeTarget')

const reading = `select set_config('app.org', $1, true), set_config('app.reads', 'all', true)`

const readingAs = async <T>({ desk: { tx } }: Scene, orgId: string, act: () => Promise<T>): Promise<T> => {
  await runQuery(tx, reading, [orgId])
  const done = await act()
  await runQuery(tx, reading, [''])
  return done
}

/** A merge that something still live holds back is left out, and what would have followed from it too. */
const mergeHeldBack = async (scene: Scene, row: CaseRow, step: Step): Promise<boolean> => {
  if (step.type !== 'act' || !step.command.startsWith('merge.')) return false
  if (!isExpected(situationOf(row), step.command)) return true
  if (!looksElsewhere(step.command)) return false
  const said = step.said as { into?: unknown }
  const typed = String(said.into ?? row.facts.merging?.into ?? '')
  const { orgId } = actorOf(scene, step.by)
  const merge = { caseId: row.id, typed, before: situationOf(row) }
  // Answered before the reading ends, so that nothing else is read in her name.
  const heldBack = () =>
    checkMerge(scene.desk.tx, merge)
      .then(() => checkNothingLive(scene.desk.tx, merge))
      .then(
        () => false,
        (error: unknown) => {
          if (error instanceof RuleRefused || error instanceof HeldBack) return true
          throw error
        }
      )
  return readingAs(scene, orgId, heldBack)
}

const isPast = (row: CaseRow, step: Step) =>
  step.type === 'act' && step.ifOpen === true && !isExpected(situationOf(row), step.command)

const perform = async (scene: Scene, row: CaseRow, step: Step, at: Date): Promise<CaseRow> => {
  if (isPast(row, step) || (await mergeHeldBack(scene, row, step))) return row
  const actor = actorOf(scene, step.by)
  const { input, today } = inputOf(scene, step, at)
  if (!mayDo(actor, step.command, step.type === 'act' ? 'Case' : 'Referral'))
    throw new NotAllowed(`${actor.role} never does ${step.command}`)
  if (step.type === 'referral') {
    const referral = await lastReferral(scene, row.id, step.kind)
    // Who acted on the case has answered by it.
    if (step.command === 'accept' && referral.state === 'accepted') return row
    return moveReferral(scene.desk, { row: referral, caseRow: row, command: step.command, input, actor, at })
  }
  const { command } = step
  noneOf(formProblems(command, input, today))
  const known = await readingsFor(
    { tx: scene.desk.tx, row, actor, command, input, at, territory: row.facts.territory },
    readFor(command, withoutForm)
  )
  const sight = sightOf([], row.facts)
  const refused = refusedAtOnce({ command, actor, sight, told: situationOf(row) }, known)
  if (refused) throw new RuleRefused('not theirs to do', refused)
  const act = () => actOn(scene.desk, row, { command: step.command, input, actor, at })
  return looksElsewhere(step.command) ? readingAs(scene, actor.orgId, act) : act()
}

/** Fires what fell due meanwhile, each clock at its own hour, as the worker would have. */
const passTime = async (scene: Scene, row: CaseRow, until: Date): Promise<CaseRow> => {
  const { tx } = scene.desk
  const [entry] = await tx
    .select()
    .from(deadlines)
    .where(and(eq(deadlines.caseId, row.id), eq(deadlines.state, 'running'), lte(deadlines.nextAt, until)))
    .orderBy(asc(deadlines.nextAt))
    .limit(1)
  if (!entry) return row
  const due = hourOf(scene.desk.keys, entry)(entry.steps[entry.nextStep]!)
  if (entry.sealed !== null && due > entry.nextAt!) {
    await sleepOn(tx, entry, { at: entry.nextAt!, territory: row.territory })
    return passTime(scene, row, until)
  }
  const at = after(entry.nextAt!, row.updatedAt)
  const next = await fireStep({ desk: scene.desk, entry, caseRow: row, at, lateSeconds: 0 })
  return passTime(scene, next, until)
}

const flagOf = ({ met }: Story, today: string): Flag => {
  const named = met.withIdentity && (met.flag.nominativeConsent || met.flag.ageGroup !== 'adult')
  return { ...met.flag, metOn: today, ...(named && { identity: { name: met.name } }) }
}

const begin = async (scene: Scene, story: Story, at: Date): Promise<CaseRow> => {
  const actor = actorOf(scene, story.flaggedBy)
  const today = civilDate(at, zoneOf(scene.territory))
  const input = flagOf(story, today)
  if (!mayDo(actor, 'case.flag', 'Case')) throw new NotAllowed(`${actor.role} may not flag`)
  noneOf(formProblems('case.flag', input, today))
  return flagIn(scene.desk, {
    actor,
    command: 'case.flag',
    input,
    key: null,
    at,
    id: story.id,
    code: caseCode(story.codeBytes)
  })
}

// Acts of one day are told without asking the clocks in between.
const shortestClock = 18 * 3_600_000

/**
 * Plays one life up to the present in one transaction: each act at its own hour, through the gate's own steps, with the
 * clocks fired where they would have been. The worklists are written once, at the end: nobody read them in between.
 */
export const play = (stage: Stage, story: Story): Promise<void> =>
  inContext(stage.pool, { orgId: null, personId: null, role: 'system' }, async (tx) => {
    // A world that is lost by a crash is told again.
    await tx.execute(sql`set local synchronous_commit = off`)
    const scene: Scene = {
      ...stage,
      territory: story.met.flag.territory,
      desk: { tx, keys: stage.keys, telling: false, settling: false }
    }
    let row = await begin(scene, story, instantOf(story.openedAt, stage.anchor))
    let actor = actorOf(stage, story.flaggedBy)
    for (const step of story.steps) {
      const at = after(instantOf(story.openedAt + step.at, stage.anchor), row.updatedAt)
      if (story.openedAt + step.at >= 0 || at >= stage.anchor) break
      if (at.getTime() - row.updatedAt.getTime() > shortestClock) row = await passTime(scene, row, at)
      row = await perform(scene, row, step, after(at, row.updatedAt))
      actor = actorOf(stage, step.by)
    }
    row = await passTime(scene, row, stage.anchor)
    await setCaseScope(tx, row.id)
    await settleParticipants({ ...scene.desk, settling: true }, row.id, situationOf(row), {
      actor,
      at: row.updatedAt,
      happening: { command: 'case.flag', input: {} },
      line: { about: 'case', id: row.id, seq: row.version }
    })
  })
