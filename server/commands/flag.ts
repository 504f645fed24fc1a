import { randomBytes, randomUUID } from 'node:crypto'
import { abilityFor } from '../../policies/abilities.ts'
import type { Actor } from '../../policies/actor.ts'
import { flagging } from '../../policies/grants.ts'
import { lacking } from '../../policies/habilitations.ts'
import { configuredProblems, formProblems, siteProblems } from '../../policies/requirements/form.ts'
import { open } from '../../workflows/case/advance.ts'
import { civilDate } from '../../workflows/calendar/calendar.ts'
import type { Regions } from '../../workflows/vocabulary/states.ts'
import type { Configuration } from '../../workflows/configuration/configuration.ts'
import type { FlagInput } from '../../workflows/facts/flag.ts'
import type { Situation } from '../../workflows/guards/guards.ts'
import { zoneOf } from '../../workflows/calendar/territories.ts'
import { configurationIn } from '../cases/configuration.ts'
import { brokenConstraint } from '../db/constraints.ts'
import { setCaseScope, settleAll, inContext, type Tx } from '../db/context.ts'
import { cases } from '../db/schema/schema.ts'
import { NotAllowed } from '../errors.ts'
import { carryOut } from './apply-command.ts'
import { deskOf, type Desk } from '../outbox/notify-participants.ts'
import { caseCode } from '../cases/code.ts'
import {
  leavingTrace,
  noAnswer,
  noneOf,
  type Answering,
  type CommandRequest,
  type Done,
  type Gate
} from '../acts/command-validation.ts'
import { regimesOf } from '../cases/habilitations.ts'
import { givenBefore, underKey } from '../acts/idempotency.ts'
import { invite } from '../cases/participation.ts'
import type { CaseRow } from '../cases/store.ts'
import { followFlagged, giveTo, type Followers } from '../teams/caseload.ts'

const columnsOf = (regions: Regions) => regions as Record<keyof Regions, string>

/** The demonstration brings its own id and code, so that a world told twice is the same one. */
type Birth = {
  at: Date
  id?: string
  code?: string
  configuration?: Configuration
  /** Who follows it, where that is said; else whoever flags. */
  followers?: Followers | null
  /** Written from a file that the association kept before. */
  fromFile?: boolean
}

const newCase = (
  input: FlagInput,
  { regions, facts }: Situation,
  {
    at,
    id = randomUUID(),
    code = caseCode(randomBytes(8)),
    configuration
  }: Birth & { configuration: Configuration }
): CaseRow => ({
  id,
  code,
  version: 1,
  territory: input.territory,
  openedAt: at,
  ...columnsOf(regions),
  facts,
  configVersion: configuration.version,
  updatedAt: at,
  story: null
})

/** The version in force on the day of the flag, with the protocol of where the person was met. */
const inForce = (tx: Tx, { territory }: Pick<FlagInput, 'territory'>, at: Date) =>
  configurationIn(tx, territory, civilDate(at, zoneOf(territory)))

/** The birth of a case inside an open transaction: the flagging organisation takes part in it, then its cell. */
export const flagIn = async (desk: Desk, asked: CommandRequest & Birth): Promise<CaseRow> => {
  const { tx } = desk
  const { actor, at } = asked
  const input = asked.input as FlagInput
  const after = open(input, actor.orgType)
  const configuration = asked.configuration ?? (await inForce(tx, input, at))
  const row = newCase(input, after, { ...asked, configuration })
  await setCaseScope(tx, row.id)
  await tx.insert(cases).values(row)
  const part = { capacity: flagging[actor.role]!, basis: 'case.flag' }
  await settleAll([
    invite(tx, { caseId: row.id, orgIds: [actor.orgId], at, ...part }),
    asked.followers
      ? giveTo(tx, actor, { caseId: row.id, to: asked.followers, from: at, at })
      : followFlagged(tx, row.id, actor, at)
  ])
  const unusual = asked.fromFile ? ['form.from_file'] : []
  return carryOut(desk, row, { command: 'case.flag', input, actor, at, unusual }, { before: null, after })
}

type Checked = { tx: Tx; actor: Actor; at: Date; input: Record<string, unknown> }

/** What a flag is refused for, before anything is written; else the version that it stands under. @throws InvalidInput */
export const flaggable = async ({ tx, actor, at, input }: Checked): Promise<Configuration> => {
  noneOf([
    ...formProblems('case.flag', input, civilDate(at, zoneOf(String(input['territory'])))),
    ...siteProblems(actor, input)
  ])
  const configuration = await inForce(tx, input as FlagInput, at)
  noneOf(configuredProblems('case.flag', input, configuration))
  return configuration
}

/** @throws NotAllowed */
export const mustFlag = async (tx: Tx, actor: Actor): Promise<void> => {
  if (!abilityFor(actor).can('case.flag', 'Case')) throw new NotAllowed(`${actor.role} may not flag`)
  if (lacking('case.flag', actor.role, await regimesOf(tx, actor.orgId)))
    throw new NotAllowed('the organisation may not flag')
}

/** Two random codes are equal once in a great while: the second flag is given another. */
const againIfCodeTaken = <T>(error: unknown, work: () => Promise<T>): Promise<T> => {
  if (brokenConstraint(error) === 'case_code_unique') return work()
  throw error
}

/** A flag opens a case. @throws NotAllowed for a role that may not flag: signing in proves who you are, not that you may. */
export const flag = <T = undefined>(
  gate: Gate,
  asked: CommandRequest,
  answering: Answering<T> = noAnswer
): Promise<Done & { answer: T }> => {
  const { actor, input } = asked
  const once = underKey(gate.keys, asked, { command: 'case.flag', input })
  const open = () =>
    inContext(gate.pool, actor, async (tx, clock) => {
      await mustFlag(tx, actor)
      const at = gate.now?.() ?? clock
      const id = randomUUID()
      const before = await givenBefore(tx, once, { aggregate: 'case', id, at })
      const answered = async (done: Done, written: Desk['written'] = undefined) => ({
        ...done,
        answer: await answering(tx, { ...done, at, written: written ?? null })
      })
      if (before !== null) return answered({ id: before, version: 0, replayed: true })
      const configuration = await flaggable({ tx, actor, at, input })
      const desk = deskOf(gate, tx)
      const { version } = await flagIn(desk, { ...asked, id, at, configuration })
      return answered({ id, version, replayed: false }, desk.written)
    })
  return leavingTrace(gate, asked, 'case', () =>
    open().catch((error: unknown) => againIfCodeTaken(error, open))
  )
}
