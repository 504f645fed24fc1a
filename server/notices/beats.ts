import type { Actor } from '../../policies/actor.ts'
import type { Listener, Listeners } from './listeners.ts'

/** How long a stream is silent at most. */
export const beatMs = 20_000
const stepMs = 1_000

const beat = Buffer.from(': \n\n')

/** Who acts by each of these cookies now, as far as anybody does. */
export type Look = (tokens: readonly string[]) => Promise<ReadonlyMap<string, Actor>>

const sameRight = ({ actor }: Listener, now: Actor | undefined) =>
  now?.accredited === true && now.orgId === actor.orgId && now.role === actor.role

/**
 * Looks after those whose turn it is: a right that ended or changed in the meantime ends the stream, and so does an
 * answer that cannot be had; all others hear that somebody is there.
 */
export const beatOnce = async (listeners: Listeners, look: Look, now: number): Promise<void> => {
  const due = listeners.due(now - beatMs, now)
  if (due.length === 0) return
  const actors = await look(due.map(({ token }) => token)).catch(() => new Map<string, Actor>())
  for (const one of due)
    if (sameRight(one, actors.get(one.token))) one.write(beat)
    else one.end()
}

/** Asks again of these, at once, because their right changed; an answer that cannot be had ends them too. */
export const lookAgain = async (these: readonly Listener[], look: Look): Promise<void> => {
  if (these.length === 0) return
  const actors = await look(these.map(({ token }) => token)).catch(() => new Map<string, Actor>())
  for (const one of these) if (!sameRight(one, actors.get(one.token))) one.end()
}

/** One timer for all who listen. At each step a few are looked after, in one question, so that no moment is a busy one. */
export const keepBeating = (listeners: Listeners, look: Look): (() => void) => {
  const timer = setInterval(() => void beatOnce(listeners, look, performance.now()), stepMs).unref()
  return () => clearInterval(timer)
}
