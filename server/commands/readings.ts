import type { Actor } from '../../policies/actor.ts'
import type { Readings } from '../../policies/requirements/requirement.ts'
import type { Voicing } from '../../policies/requirements/voices.ts'
import type { CommandType } from '../../workflows/case/commands.ts'
import { heldAgainst } from '../../workflows/case/precedence.ts'
import { barsOffer } from '../../workflows/places/fit.ts'
import { permitClocks } from '../../workflows/vocabulary/states.ts'
import { lostReferentsOf, referentsOf } from '../cases/participation.ts'
import type { CaseRow } from '../cases/store.ts'
import { configurationOf, decidingIn } from '../cases/configuration.ts'
import { runQuery, setCaseScope, settleAll, type Tx } from '../db/context.ts'
import { listed } from '../db/schema/columns.ts'
import { decisionOf } from '../meetings/proof.ts'
import { neededIn, placeById } from '../places/list.ts'
import { placesBeside } from '../places/stays.ts'
import { unansweredOf } from '../referrals/refer.ts'
import { fallenVoices, ownCloseness } from '../disclosure/conflict-of-interest.ts'
import { approvalOf, regimesOf } from '../cases/habilitations.ts'

/** The act for which is read, and the case that it is of, locked. */
type Scene = {
  tx: Tx
  row: CaseRow
  actor: Actor
  command: CommandType
  input: Record<string, unknown>
  at: Date
  /** Where the actor is told that the person is. */
  territory: string
}
type Loaders<K extends keyof Readings = keyof Readings> = { [R in K]: (scene: Scene) => Promise<Readings[R]> }

const offered = `select input ->> 'on' as said from case_event
  where case_id = $1 and struck_by is null and command = 'reflection.offer' order by seq desc limit 1`
const aged = `select org_id as said from case_event
  where case_id = $1 and struck_by is null and input ? 'ageGroup' order by seq desc limit 1`
const ends = `select max(due_on)::text as said from deadline
  where case_id = $1 and code in (${listed(permitClocks)}) and state in ('running', 'fired')`
const dated = `select command, input, at from case_event
  where case_id = $1 and struck_by is null and command = any($2::text[]) order by seq desc`

const said =
  (sql: string) =>
  async ({ tx, row }: Scene) =>
    (await runQuery<{ said: string | null }>(tx, sql, [row.id]))[0]?.said ?? null

/** Read under the actor's own right. */
const own = {
  configuration: ({ tx, row }) => configurationOf(tx, row.configVersion),
  deciding: ({ tx, row: { configVersion, facts }, territory, at }) =>
    decidingIn(tx, { pin: configVersion, met: facts.met, territory, at }),
  regimes: ({ tx, actor }) => regimesOf(tx, actor.orgId),
  closeness: ({ tx, row, actor }) => ownCloseness(tx, row.id, actor),
  fallen: ({ tx, row }) => runQuery<Voicing>(tx, fallenVoices, [row.id]),
  approval: async ({ tx, input: { orgId } }) => (typeof orgId === 'string' ? approvalOf(tx, orgId) : null),
  bars: async ({ tx, row, actor, input }) => {
    const place = await placeById(tx, actor.orgId, String(input['placeId']))
    return place && barsOffer(place, await neededIn(tx, row, place.kind))
  },
  meetingDecision: ({ tx, row, ...asked }) => decisionOf(tx, row, asked)
} as const satisfies Partial<Loaders>

/** Read of a case that was entered: the log and who accompanies a person are not for every reader. */
const entered: Loaders<Exclude<keyof Readings, keyof typeof own>> = {
  accompanied: async ({ tx, row }) => (await referentsOf(tx, row.id)).length > 0,
  bereft: async ({ tx, row }) => (await lostReferentsOf(tx, row.id)).length > 0,
  lastOfferOfReflection: said(offered),
  permitEnds: said(ends),
  lastAgeSaid: said(aged),
  referents: ({ tx, row }) => referentsOf(tx, row.id),
  earlier: ({ tx, row, command }) => runQuery(tx, dated, [row.id, heldAgainst(command)]),
  unanswered: ({ tx, row, ...asked }) => unansweredOf(tx, row, asked),
  places: ({ tx, row, actor }) => placesBeside(tx, row.id, actor)
}

/** What these requirements read, and nothing else. */
export const readingsFor = async (scene: Scene, reads: readonly (keyof Readings)[]): Promise<Readings> => {
  const loaded = async (loaders: Partial<Loaders>) =>
    settleAll(
      reads.filter((one) => one in loaders).map(async (one) => [one, await loaders[one]!(scene)] as const)
    )
  const mine = await loaded(own)
  if (reads.some((one) => one in entered)) await setCaseScope(scene.tx, scene.row.id)
  return Object.fromEntries([...mine, ...(await loaded(entered))]) as Readings
}
