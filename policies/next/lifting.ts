import { closedBy } from '../../workflows/case/machine.ts'
import type { CommandType } from '../../workflows/case/commands.ts'
import { guards, type GuardId, type Situation } from '../../workflows/guards/guards.ts'
import { toldFor, warnedBy } from '../action-availability.ts'
import type { Sight } from '../sight.ts'

/** The acts after which a guard holds: whoever reads that it closes another may go to them. A test does each of them. */
export const lifting = {
  positiveProposed: ['grounds.propose'],
  insufficientProposed: ['grounds.propose'],
  mergeProposed: ['merge.propose'],
  localDanger: ['facts.complete'],
  caseOpen: ['case.reopen'],
  complaintMade: ['complaint.file'],
  civilParty: ['civil_party.join'],
  compensationClaimed: ['civi.claim'],
  constraintKnown: ['forced.criminality'],
  somebodyTold: ['concern.report'],
  reportedAlready: ['minor.report_prosecutor'],
  concernTold: ['concern.report', 'minor.report_prosecutor'],
  reachable: ['runaway.found'],
  measured: ['measure.order'],
  noOtherPlace: ['housing.left'],
  childReturnAllowed: ['return.judge'],
  returnWeighed: ['return.assess', 'return.judge'],
  departed: ['return.depart'],
  closingAsked: ['closing.ask'],
  someConsent: ['consent.record']
} as const satisfies Partial<Record<GuardId, readonly CommandType[]>>

const liftsOf = (guard: GuardId): readonly CommandType[] =>
  guard in lifting ? lifting[guard as keyof typeof lifting] : []

/** What would lift the reason that this reader is told for an act that is closed: empty where no act does. */
export const liftedBy = (type: CommandType, situation: Situation, sight: Sight): readonly CommandType[] => {
  const closed = closedBy(toldFor(type, situation, sight), type, (guard) => sight.learns(guards[guard]))
  if (closed?.guard) return liftsOf(closed.guard)
  return closed?.consent ? ['consent.record'] : []
}

/** What would answer the warnings that this reader is told beside an act. */
export const answersWarning = (
  type: CommandType,
  situation: Situation,
  sight: Sight
): readonly CommandType[] => warnedBy(type, situation, sight).flatMap(liftsOf)
