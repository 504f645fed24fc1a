import { capacities, type Capacity } from '../workflows/capacities.ts'
import type { CommandType } from '../workflows/commands.ts'
import type { Role } from './actor.ts'

type Grant = { as: Capacity; may: readonly CommandType[] }

const supporting = [
  'facts.complete',
  'identity.record',
  'person.inform',
  'child.heard',
  'consent.record',
  'consent.withdraw',
  'danger.immediate',
  'acse.request',
  'acse.declined_by_person',
  // Whoever accompanies the person records a departure too: a shelter that has lost sight of her cannot free its place.
  'housing.left',
  'housing.absconded',
  'formal.request',
  'review.request',
  'reflection.offer',
  'prefecture.request',
  'permit.apply',
  'complaint.file',
  'concern.report',
  'needs.assess',
  'plan.sign',
  'plan.review',
  'plan.suspend',
  'plan.resume',
  'plan.complete',
  'health.refer',
  'exit.plan',
  'return.assess',
  'return.request',
  'return.depart',
  'contact.note',
  'case.close',
  'case.reopen'
] as const satisfies readonly CommandType[]

/** Acts that closing an item of an open meeting does: no button offers them, the secretary's hand carries them. */
export const decidedInSession = [
  'meeting.positive',
  'meeting.insufficient',
  'meeting.adjourned'
] as const satisfies readonly CommandType[]

/**
 * Which acts each role may do, by the capacity in which its organisation takes part in the case.
 * Only allowances: what is not written here is refused.
 */
export const grants: Record<Role, readonly Grant[]> = {
  asso: [
    { as: 'referent', may: [...supporting, 'acse.visio'] },
    { as: 'flagger', may: ['facts.complete', 'review.request'] }
  ],
  cell_secretary: [
    {
      as: 'cell',
      may: [
        'triage.start',
        'grounds.propose',
        'grounds.positive',
        'triage.reject',
        ...decidedInSession,
        'referent.name',
        'facts.complete',
        'formal.request',
        'prefecture.request',
        'acse.request',
        'danger.immediate',
        'concern.report',
        'person.inform',
        'consent.record',
        'consent.withdraw',
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
  cell_member: [{ as: 'cell_member', may: ['grounds.propose', 'grounds.positive', 'triage.reject'] }],
  prefecture: [
    {
      as: 'prefecture',
      may: ['receipt.handed', 'reflection.interrupt', 'permit.receipt', 'permit.issue', 'permit.renew']
    }
  ],
  prosecutor: [],
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
        'facts.complete',
        'concern.report',
        'danger.immediate'
      ]
    }
  ],
  labour_inspection: [
    {
      as: 'police',
      may: [
        'grounds.record',
        'formal.yes',
        'formal.no',
        'facts.complete',
        'concern.report',
        'danger.immediate'
      ]
    }
  ],
  acse_desk: [
    {
      as: 'acse',
      may: ['acse.offer', 'acse.no_place', 'acse.visio', 'acse.declined_by_person', 'housing.alert']
    }
  ],
  shelter: [
    {
      as: 'shelter',
      may: [
        'acse.visio',
        'acse.admission',
        'housing.alert',
        'housing.left',
        'housing.absconded',
        'housing.ended',
        'acse.declined_by_person'
      ]
    },
    { as: 'referent', may: supporting }
  ],
  ofii: [
    { as: 'ofii', may: ['allowance.open', 'return.depart'] },
    { as: 'flagger', may: ['facts.complete', 'concern.report'] }
  ],
  child_protection: [
    { as: 'child_protection', may: ['person.inform', 'child.heard', 'facts.complete'] },
    { as: 'flagger', may: ['facts.complete', 'concern.report'] }
  ],
  juvenile_judge: [{ as: 'juvenile_judge', may: ['return.judge'] }],
  ad_hoc_guardian: [],
  health: [{ as: 'flagger', may: ['facts.complete', 'concern.report'] }],
  psp: [],
  miprof: [],
  admin: [],
  dpo: [],
  external: [],
  system: []
}

/** Roles that may flag a person, and the capacity that flagging gives their organisation. */
export const flagging: Partial<Record<Role, Capacity>> = {
  asso: 'referent',
  police: 'police',
  labour_inspection: 'police',
  ofii: 'flagger',
  child_protection: 'child_protection',
  prosecutor: 'flagger',
  health: 'flagger',
  shelter: 'referent'
}

/** Acts that only the clock or another aggregate fires. */
export const firedBySystem = [
  'clock.alert',
  'clock.lapse',
  'reflection.expire',
  'acse.matched',
  'acse.refused',
  'acse.withdrawn',
  'territory.moved',
  'territory.kept',
  'merge.settle',
  'contact.lost',
  'case.archive',
  'case.erase'
] as const satisfies readonly CommandType[]

/** Whether the people of a role speak for their organisation in a capacity: one of an association's people may sit in a cell. */
export const holds = (role: Role, capacity: Capacity): boolean =>
  flagging[role] === capacity || grants[role].some(({ as }) => as === capacity)

/** The capacities for which the people of a role speak. */
export const capacitiesHeld = (role: Role): Capacity[] =>
  (Object.keys(capacities) as Capacity[]).filter((capacity) => holds(role, capacity))
