import { deadlineCodes, deadlineRegister, type DeadlineCode, type DeadlineRow } from '../deadlines.ts'
import { stopsOf } from './stopping.ts'
import { agreedTo } from '../../facts/facts.ts'
import { guards, type Situation } from '../../guards/guards.ts'
import { scopesOf } from '../../vocabulary/vocabulary.ts'

/** A clock counts while its object is there; the year of consents, while one of them is in force. */
export const stillCounts = (code: DeadlineCode, situation: Situation): boolean => {
  const [{ livesWhile: guard }, scopes] = [stopsOf(code), scopesOf(code)]
  if (scopes.length > 0) return scopes.some((scope) => agreedTo(situation.facts, scope))
  return guard === undefined || guards[guard].holds(situation)
}

/** The clocks that have lost their reason where the case stands. */
export const withoutReason = (situation: Situation): DeadlineCode[] =>
  deadlineCodes.filter((code) => !stillCounts(code, situation))

/** Whether a clock, though open, does not count where the case stands (a minor’s time before the courts). */
export const isFrozenIn = (code: DeadlineCode, situation: Situation): boolean => {
  const { frozenWhile }: DeadlineRow = deadlineRegister[code]
  return frozenWhile !== null && guards[frozenWhile].holds(situation)
}
