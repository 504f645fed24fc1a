import type { Pool } from 'pg'
import { brokenConstraint } from '../db/constraints.ts'
import type { Database } from '../db/client.ts'
import type { Keys } from '../keys.ts'
import type { Log } from '../log.ts'
import { worldOrganisations } from './world/organisations.ts'
import { worldPlaces } from './world/places.ts'
import { play, type Stage } from './lives/run.ts'
import { note, demoProgress, type Progress } from './progress.ts'
import { readReference } from './world/reference.ts'
import { steadyPool } from './lives/steady-pool.ts'
import { planFirstMeeting } from './lives/meeting.ts'
import { signFirstProtocol } from './lives/protocol.ts'
import { workInTeams } from './lives/teams.ts'
import { smallWorld, worldStories, type Story } from './lives/stories.ts'

export { demoProgress, smallWorld }

export type Seeding = {
  /** With its country already in it. */
  db: Pick<Database, 'app' | 'stats'>
  keys: Keys
  /** DEMO_SEED. */
  seed: string
  /** Of the demonstration's identity provider. */
  issuer: string
  cases: number
  log?: Log
  /** Brought by a test; otherwise the present. */
  now?: Date
  /** Stories told at the same time. */
  lanes?: number
  onProgress?: (progress: Readonly<Progress>) => void
  /** Set when the server closes: the story under way is finished, the others wait for the next start. */
  signal?: AbortSignal
}

const defaultLanes = 4

type World = { stage: Stage; stories: Iterator<Story>; told: Set<string>; taken: number }

const toldBefore = async (stats: Pool) => {
  const { rows } = await stats.query<{ id: string }>(
    `select case_id as id from stat.cases_after('00000000-0000-0000-0000-000000000000', 2000000)`
  )
  return new Set(rows.map(({ id }) => id))
}

const worldOf = async ({
  db,
  keys,
  seed,
  issuer,
  cases,
  now = new Date(),
  lanes = defaultLanes
}: Seeding): Promise<World> => {
  const organisations = worldOrganisations(seed)
  const places = worldPlaces(seed, organisations)
  const { actors, anchor } = await readReference(db.app, { seed, issuer, now, organisations })
  const stage = { pool: steadyPool(db.app, lanes), keys, anchor, actors }
  return {
    stage,
    stories: worldStories({ seed, cases, anchor, organisations, places }),
    told: await toldBefore(db.stats),
    taken: 0
  }
}

/** A story that was told by another server meanwhile is told. */
const tell = async (stage: Stage, story: Story, log: Log | undefined): Promise<'told' | 'failed'> => {
  try {
    await play(stage, story)
    return 'told'
  } catch (error) {
    if (brokenConstraint(error) === 'case_pkey') return 'told'
    log?.warn({ err: error }, 'a demonstration case could not be told')
    return 'failed'
  }
}

const lane = async (world: World, seeding: Seeding, until: number) => {
  const { stage, stories, told } = world
  while (world.taken < until && !seeding.signal?.aborted) {
    const { value: story, done } = stories.next()
    if (done) return
    world.taken += 1
    const outcome = told.has(story.id) ? 'told' : await tell(stage, story, seeding.log)
    const { done: before, failed } = demoProgress()
    note({ done: before + 1, failed: failed + Number(outcome === 'failed') })
    if ((before + 1) % 100 === 0 && before + 1 < seeding.cases) seeding.onProgress?.(demoProgress())
  }
}

const tellUntil = (world: World, seeding: Seeding, until: number, lanes: number) =>
  Promise.all(Array.from({ length: lanes }, () => lane(world, seeding, until)))

/**
 * Tells the demonstration world, as many cases as asked; those already there are left alone. Resolves once the small world
 * stands, with a promise of the rest.
 */
export const beginWorld = async (seeding: Seeding): Promise<{ rest: Promise<void> }> => {
  const { cases, lanes = defaultLanes } = seeding
  note({ done: 0, total: cases, failed: 0, state: 'telling' })
  const world = await worldOf(seeding)
  await tellUntil(world, seeding, Math.min(cases, smallWorld), lanes)
  if (cases > 0) await planFirstMeeting(world.stage, seeding.seed)
  if (cases > 0) await signFirstProtocol(world.stage, seeding.seed)
  if (cases > 0) await workInTeams(world.stage)
  const rest = tellUntil(world, seeding, cases, lanes)
    .then(() => {
      note({ state: 'told' })
      seeding.onProgress?.(demoProgress())
    })
    .finally(() => world.stage.pool.end())
  return { rest }
}

/** The whole world, told before it returns. */
export const seedWorld = async (seeding: Seeding): Promise<Readonly<Progress>> => {
  const { rest } = await beginWorld(seeding)
  await rest
  return demoProgress()
}
