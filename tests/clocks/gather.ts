import type { ClientBase } from 'pg'
import { copyCase, dueOf, poison } from './crowd.ts'
import type { Story } from './stories.ts'

export type Crowd = { healthy: ReadonlyMap<string, Story>; poisoned: readonly string[]; clocks: number }

// An answer that is awaited runs out without a line in the log of the case, where two of the poisons are.
const canBeSpoilt = (story: Story, due: number) => due === 1 && story !== 'silence'

/** As many clocks in copies of the told cases, alike of each; the poisoned are copies of those in which one clock is due. */
export const gather = async (
  superuser: ClientBase,
  told: ReadonlyMap<Story, string>,
  asked: { clocks: number; poisoned: number }
): Promise<Crowd> => {
  const healthy = new Map<string, Story>()
  const spoilt: string[][] = []
  const due = new Map<Story, number>()
  for (const [story, id] of told) due.set(story, await dueOf(superuser, id))
  const inAll = [...due.values()].reduce((sum, n) => sum + n, 0)
  const each = Math.floor(asked.clocks / inAll)
  const kinds = [...due].filter(([story, n]) => canBeSpoilt(story, n)).length
  for (const [at, [story, id]] of [...told].entries()) {
    const copies = await copyCase(superuser, { id, mark: String(at), count: each - 1 })
    if (canBeSpoilt(story, due.get(story)!)) spoilt.push(copies.splice(0, Math.ceil(asked.poisoned / kinds)))
    for (const copy of [id, ...copies]) healthy.set(copy, story)
  }
  const poisoned = spoilt.flat()
  await poison(superuser, poisoned)
  return { healthy, poisoned, clocks: each * inAll }
}
