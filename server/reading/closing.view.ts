import { isClosed } from '../../workflows/vocabulary/states.ts'
import type { CommandType } from '../../workflows/case/commands.ts'
import type { DisclosedCase } from '../disclosure/door.ts'
import { lastOf } from './timeline.ts'

/** What is said of a closing: that it was asked for, that it was declined, that the case was opened anew. */
const said: CommandType[] = ['closing.ask', 'closing.decline', 'case.reopen']

/** The last word on the closing, until it is said again, the case is closed, or it is opened anew. */
export const closingSaid = ({ regions, events }: Pick<DisclosedCase, 'regions' | 'events'>) => {
  if (regions.some(({ id, state }) => id === 'closure' && isClosed(state))) return null
  const last = lastOf(events, said)
  if (last === null || last.command === 'case.reopen') return null
  return { ...last, declined: last.command === 'closing.decline' }
}
