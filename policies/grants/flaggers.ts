import type { CommandType } from '../../workflows/case/commands.ts'
import { officials } from './acts.ts'
import type { Desk } from './grant.ts'

/** What any service that may meet a child in danger reports. */
const ofChildren = [
  'concern.report',
  'concern.again',
  'minor.report_prosecutor',
  'minor.report_again'
] as const satisfies readonly CommandType[]

const flags = ['facts.complete', ...ofChildren, 'danger.immediate'] as const satisfies readonly CommandType[]

/** Those who meet a person in their own work, flag, and follow nobody: each completes what it said, and answers for no more. */
export const flaggers = {
  school: [{ as: 'flagger', may: [...flags, ...officials] }],
  // Associations: article 40 binds public officials alone.
  school_mediation: [{ as: 'flagger', may: flags }],
  helpline: [{ as: 'flagger', may: flags }],
  prison: [{ as: 'flagger', may: [...flags, ...officials] }],
  probation: [{ as: 'flagger', may: [...flags, ...officials] }]
} as const satisfies Desk
