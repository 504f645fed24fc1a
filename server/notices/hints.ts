import type { Pool, PoolClient } from 'pg'
import type { Actor } from '../../policies/actor.ts'
import { grants } from '../../policies/grants.ts'
import type { Database } from '../db/client.ts'
import type { Log } from '../log.ts'
import type { Line } from '../outbox/enqueue.ts'
import { channel, type Hint } from '../outbox/tell.ts'
import { ofPersons } from './lines.ts'
import { lookAgain, type Look } from './beats.ts'
import type { Listeners } from './listeners.ts'
import { hears } from './read.ts'

const retryMs = 2_000
/** PostgreSQL says here of which organisation memberships, or its own state, changed. */
const rights = 'mnio_rights'
/** And here of whose sessions one ended. */
const sessions = 'mnio_sessions'

/** Whoever withdraws from a case does so alone, and an alternate comes in. */
const mayWithdraw = (role: Actor['role']) => grants[role].some(({ as }) => as === 'cell_member')

/** All of one role in an organisation hear alike, but of what is shown to persons, and but where it works in teams or sits in a cell. */
const alike = ({ about }: Line, { orgId, role, personId }: Actor, byTeam: readonly string[]) =>
  ofPersons.includes(about) || byTeam.includes(orgId) || mayWithdraw(role)
    ? `${orgId} ${role} ${personId}`
    : `${orgId} ${role}`

/** To the persons concerned, and not to all of their organisation: whoever may not hear of the line is given no hint. */
const passOn = async (pool: Pool, listeners: Listeners, { about, id, to, line, byTeam = to }: Hint) => {
  const said = Buffer.from(`event: ${about}\ndata: ${id}\n\n`)
  for (const these of Map.groupBy(listeners.of(to), ({ actor }) => alike(line, actor, byTeam)).values())
    if (await hears(pool, these[0]!.actor, line)) for (const listener of these) listener.write(said)
}

/** One connection that listens for the whole process; a lost one is taken again. Gives what ends it. */
export const hearHints = (
  db: Database,
  log: Pick<Log, 'warn'>,
  { listeners, look }: { listeners: Listeners; look: Look }
) => {
  let client: PoolClient | null = null
  let passing: Promise<unknown> = Promise.resolve()
  let closed = false
  const drop = () => {
    client?.release(true)
    client = null
  }
  const connect = async (): Promise<void> => {
    if (closed) return
    try {
      client = await db.worker.connect()
      // Closed while it was being opened: nobody will listen any more.
      if (closed) return drop()
      client.on('notification', ({ channel: said, payload }) => {
        if (said === rights) return void lookAgain(listeners.of([payload ?? '']), look)
        if (said === sessions) return void lookAgain(listeners.ofPerson(payload ?? ''), look)
        const hint = JSON.parse(payload ?? '{}') as Hint
        // One after the other: in which order they come is the order in which it happened. A hint that is lost costs nothing,
        // since what moved is there for whoever looks.
        passing = passing
          .then(() => passOn(db.app, listeners, hint))
          .catch((error: unknown) => log.warn({ err: error }, 'a hint was not passed on'))
      })
      client.once('error', (error) => {
        log.warn({ err: error }, 'the listening connection broke')
        drop()
        if (!closed) setTimeout(() => void connect(), retryMs).unref()
      })
      await client.query(`listen ${channel}; listen ${rights}; listen ${sessions}`)
    } catch {
      if (!closed) setTimeout(() => void connect(), retryMs).unref()
    }
  }
  const opening = connect()
  return async () => {
    closed = true
    await opening
    drop()
  }
}
