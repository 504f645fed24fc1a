import type { Actor } from '../../policies/actor.ts'

/** One open stream: who listens on it, by which cookie, and the way to them. `beatAt`: when it was last looked after. */
export type Listener = {
  actor: Actor
  token: string
  beatAt: number
  write: (said: Buffer) => void
  end: () => void
}

export type Listeners = ReturnType<typeof openListeners>

/** Who listens in this process. A hint finds the people of an organisation without asking all others. */
export const openListeners = () => {
  // A set keeps the order in which it was filled: who was looked after longest ago comes first.
  const inTurn = new Set<Listener>()
  const ofOrg = new Map<string, Set<Listener>>()
  const add = (one: Listener) => {
    inTurn.add(one)
    const { orgId } = one.actor
    const colleagues = ofOrg.get(orgId) ?? new Set()
    ofOrg.set(orgId, colleagues.add(one))
  }
  const remove = (one: Listener) => {
    inTurn.delete(one)
    const { orgId } = one.actor
    const colleagues = ofOrg.get(orgId)
    colleagues?.delete(one)
    if (colleagues?.size === 0) ofOrg.delete(orgId)
  }
  /** Those who were last looked after before an instant; from now on they are the last in turn. */
  const due = (before: number, now: number): Listener[] => {
    const found: Listener[] = []
    for (const one of inTurn) {
      if (one.beatAt > before) break
      found.push(one)
    }
    for (const one of found) {
      one.beatAt = now
      inTurn.delete(one)
      inTurn.add(one)
    }
    return found
  }
  return {
    add,
    remove,
    due,
    of: (orgs: readonly string[]): Listener[] => orgs.flatMap((orgId) => [...(ofOrg.get(orgId) ?? [])]),
    ofPerson: (personId: string): Listener[] =>
      [...inTurn].filter(({ actor }) => actor.personId === personId),
    all: (): Iterable<Listener> => inTurn
  }
}
