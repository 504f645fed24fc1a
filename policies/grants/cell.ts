import { officials } from './acts.ts'
import type { CommandType } from '../../workflows/case/commands.ts'
import type { Desk } from './grant.ts'

/** Acts that closing an item of an open meeting does: no button offers them, the secretary's hand carries them. */
export const decidedInSession = [
  'meeting.positive',
  'meeting.insufficient',
  'meeting.adjourned'
] as const satisfies readonly CommandType[]

/** The cell of the territory, and its meeting. */
export const cell = {
  cell_secretary: [
    {
      as: 'cell',
      may: [
        'triage.start',
        'grounds.propose',
        'grounds.positive',
        'triage.reject',
        'grounds.reviewed',
        ...decidedInSession,
        'district.name',
        'referent.name',
        'facts.complete',
        'indicators.add',
        'formal.request',
        'formal.drop',
        'prefecture.request',
        'prefecture.ask_again',
        'union.stay_checked',
        'acse.request',
        'danger.immediate',
        'housing.recontacted',
        'housing.other',
        'concern.report',
        'concern.again',
        'minor.report_prosecutor',
        'minor.report_again',
        ...officials,
        'labour.refer',
        'person.inform',
        'consent.record',
        'consent.refuse',
        'consent.withdraw',
        'closing.ask',
        'closing.decline',
        'case.close',
        'case.close_lost',
        'merge.propose',
        'merge.drop',
        'merge.confirm',
        'merge.undo',
        'territory.transfer',
        'territory.take_up',
        'case.reopen'
      ]
    }
  ],
  cell_member: [{ as: 'cell_member', may: ['grounds.propose', 'grounds.positive', 'triage.reject'] }]
} as const satisfies Desk
