import { constraint, heldDates, officials } from './acts.ts'
import type { Desk } from './grant.ts'

/** Prosecution, police and labour inspection. */
export const justice = {
  prosecutor: [
    {
      as: 'prosecutor',
      may: [
        'judgment.recognised',
        'stage.investigation',
        'stage.instruction',
        'stage.trial',
        'procedure.opened',
        'investigation.act',
        'procedure.closed',
        'procedure.no_case',
        'procedure.acquitted',
        'conviction.pronounced',
        'judgment.served',
        'acquittal.appealed',
        'no_case.final',
        'acquittal.final',
        'procedure.reopened',
        'conviction.final',
        'civil_interests.judged',
        'civil_interests.final',
        'testimony.recorded',
        'protection.request',
        'evvi.done',
        'jirs.seized',
        'danger.immediate',
        ...constraint,
        'judge.seize',
        'opp.issue',
        'opp.renew',
        'judge.petition',
        'guardian.name',
        'age.dispute',
        'age.decide',
        // Told at once of every placement (CESEDA L341-2).
        ...heldDates
      ]
    }
  ],
  police: [
    {
      as: 'police',
      may: [
        'grounds.record',
        'formal.yes',
        'formal.no',
        'person.inform',
        'reflection.offer',
        'complaint.file',
        'complaint.add',
        'testimony.recorded',
        'evvi.done',
        'procedure.opened',
        'investigation.act',
        'protection.request',
        ...officials,
        'facts.complete',
        'indicators.add',
        'concern.report',
        'concern.again',
        'danger.immediate',
        'acse.request',
        'minor.placement_alert',
        'minor.report_prosecutor',
        'minor.report_again',
        'search.review',
        'runaway.found',
        'age.dispute',
        // Waiting zones are decided on by the police of the borders (CESEDA R341-1).
        ...heldDates
      ]
    }
  ],
  labour_inspection: [
    {
      as: 'labour',
      may: [
        'grounds.record',
        'formal.yes',
        'formal.no',
        'facts.complete',
        'indicators.add',
        'concern.report',
        'concern.again',
        'danger.immediate',
        'acse.request',
        'inspection.open',
        'inspection.report',
        ...officials
      ]
    }
  ]
} as const satisfies Desk
