import type { ActionView, EventView, RegionView } from '#lib/api.types.ts'
import { latestOf } from './story.ts'

type Told = { timeline: readonly EventView[]; regions: readonly RegionView[] }

/** How a closing stands that was asked for, by the act that says so; null where none waits and none was declined. */
export type ClosingSaid = { declined: boolean; event: EventView }

const ask = 'closing.ask'
const decline = 'closing.decline'
/** What a reader may do about it. */
const answers = ['case.close', decline]

/** The last word on the closing, until it is said again, the case is closed, or it is opened anew. */
export function closingSaid({ timeline, regions }: Told): ClosingSaid | null {
  if (regions.some(({ id, state }) => id === 'closure' && state.startsWith('closed'))) return null
  const event = latestOf(timeline, [ask, decline, 'case.reopen'])
  if (event === undefined || event.command === 'case.reopen') return null
  return { declined: event.command === decline, event }
}

export const closingAnswers = (actions: readonly ActionView[]) =>
  actions.filter(({ command, enabled }) => enabled && answers.includes(command))
