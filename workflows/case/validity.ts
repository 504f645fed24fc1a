import {
  deadlineCodes,
  deadlineRegister,
  type DeadlineCode,
  type DeadlineRow
} from '../deadlines/deadlines.ts'
import { agreedTo } from './facts.ts'
import { guards, type GuardId, type Situation } from '../guards/guards.ts'
import { scopesOf } from '../vocabulary/vocabulary.ts'

/** Clocks that only make sense while a fact holds: opened with it, stopped with it, whichever act changed it. */
export const livesWhile: Partial<Record<DeadlineCode, GuardId>> = {
  'MNIO-INFO': 'notInformed',
  'MNIO-IP': 'concernDue',
  'MNIO-SIGNALEMENT': 'signalementDue',
  'MNIO-MINOR-VICTIM': 'childKnownToPolice',
  'MNIO-GUARDIAN': 'underProtection',
  'MNIO-PLACEMENT-REVIEW': 'underProtection',
  'MNIO-SECURE-STAY': 'underProtection',
  'MNIO-SEARCH': 'underProtection',
  'MNIO-MINOR-HOLD': 'underProtection',
  'D-OPP-JE': 'underProtection',
  'D-OPP-DECISION': 'underProtection',
  'D-MERITS': 'underProtection',
  'D-MERITS-EXTENDED': 'underProtection',
  'D-RECEPTION': 'underProtection',
  'D-RECEPTION-RUNAWAY': 'underProtection',
  'D-IP': 'underProtection',
  'D-MAJORITY-PREPARED': 'underProtection',
  'D-MAJORITY': 'underProtection',
  'MNIO-ROUTE-FOLLOW': 'stayThreatened',
  'D-SILENCE-OTHER': 'otherAsked',
  'D-ADA': 'adaRuns',
  'MNIO-EMG': 'unsheltered',
  'MNIO-MATCH': 'placePromised',
  'MNIO-HOLD': 'placeKept',
  'MNIO-RESEARCH': 'placeSought',
  'MNIO-DNA-MATCH': 'asylumPlacePromised',
  'MNIO-DNA-HOLD': 'asylumPlacePromised',
  'MNIO-DNA-RESEARCH': 'asylumPlaceSought',
  'MNIO-DNA-MOVE': 'inAsylumPlace',
  'MNIO-DNA-STAY-REVIEW': 'inAsylumPlace',
  'MNIO-DNA-STAY-REVIEW-LATER': 'inAsylumPlace'
}

/** The year of consents counts while one of them is in force. */
export const stillCounts = (code: DeadlineCode, situation: Situation): boolean => {
  const [guard, scopes] = [livesWhile[code], scopesOf(code)]
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
