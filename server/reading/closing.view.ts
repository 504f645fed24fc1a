import { isClosed } from '../../workflows/vocabulary/states.ts'
import type { CommandType } from '../../workflows/case/commands.ts'
import type { DisclosedCase } from '../disclosure/door.ts'
import { holdsLast, lastDone, lastOf } from './timeline.ts'

/** What is said of a closing: that it was asked for, that it was declined, that the case was opened anew. */
const said: CommandType[] = ['closing.ask', 'closing.decline', 'case.reopen']

const isOver = ({ regions }: Pick<DisclosedCase, 'regions'>) =>
  regions.some(({ id, state }) => id === 'closure' && isClosed(state))

type Told = Pick<DisclosedCase, 'regions' | 'story'>

/** The last word on the closing, until it is said again, the case is closed, or it is opened anew. */
export const closingSaid = (told: Told) => {
  if (isOver(told)) return null
  const last = lastOf(told.story, said)
  if (last === null || last.command === 'case.reopen') return null
  return { ...last, declined: last.command === 'closing.decline' }
}

/** Whether that word is among the lines that were read, if there is one. */
export const holdsClosing = (told: Told): boolean =>
  isOver(told) || holdsLast(told.story, said) || lastDone(told.story, said) === 'case.reopen'
