import { capacities, type Capacity } from '../workflows/capacities.ts'
import type { CommandType } from '../workflows/commands.ts'
import type { Role } from './actor.ts'

type Grant = { as: Capacity; may: readonly CommandType[] }

/** Dates and status of asylum, by who accompanies the person and by OFII; the prefecture neither writes nor sees them. */
const asylumDates = [
  'asylum.lodged',
  'asylum.lodged_beside',
  'asylum.invited',
  'asylum.decision'
] as const satisfies readonly CommandType[]

/** What is asked of the prefecture, of the commission or of the court with the person, and how it ended. */
const askingForStay = [
  'permit.refused',
  'permit.documents_received',
  'permit.renew_ask',
  'permit.lapsed',
  'residence.route',
  'unworthy_housing.apply',
  'discretion.apply',
  'coming_of_age.apply',
  'resident.apply',
  'other_permit.record',
  'exit.request',
  'ta.filed',
  'ta.granted',
  'ta.restored',
  'ta.rejected'
] as const satisfies readonly CommandType[]

const programmeActs = [
  'psp.decision',
  'psp.refuse',
  'psp.renew',
  'psp.end'
] as const satisfies readonly CommandType[]

const supporting = [
  'facts.complete',
  'identity.record',
  'person.inform',
  'child.heard',
  'consent.record',
  'consent.withdraw',
  'danger.immediate',
  'acse.request',
  'dna.request',
  'acse.declined_by_person',
  // Whoever accompanies the person records a departure too: a shelter that has lost sight of her cannot free its place.
  'housing.left',
  'housing.absconded',
  'housing.recontacted',
  'housing.other',
  'housing.no_need',
  'formal.request',
  'review.request',
  'reflection.offer',
  'prefecture.request',
  'permit.apply',
  ...askingForStay,
  ...asylumDates,
  'psp.end',
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
  'minor.report_prosecutor',
  'runaway.report',
  'search.review',
  'runaway.found',
  'majority.prepare',
  'case.close',
  'case.reopen'
] as const satisfies readonly CommandType[]

/** Acts that closing an item of an open meeting does: no button offers them, the secretary's hand carries them. */
export const decidedInSession = [
  'meeting.positive',
  'meeting.insufficient',
  'meeting.adjourned'
] as const satisfies readonly CommandType[]

/** Complaint, civil party and compensation: what is done in the person's own name, by whoever stands beside her. */
const seekingJustice = [
  'complaint.add',
  'testimony.recorded',
  'civil_party.join',
  'civi.claim',
  'civi.awarded',
  'civi.refused',
  'civi.paid'
] as const satisfies readonly CommandType[]

const constraint = ['forced.criminality', 'forced.told'] as const satisfies readonly CommandType[]

/** Public officials, whom article 40 binds. */
const officials = ['art40.report', 'prosecutor.inform'] as const satisfies readonly CommandType[]

const accompanying = [
  ...supporting,
  ...seekingJustice,
  'prosecutor.report',
  'prosecutor.inform',
  'labour.refer',
  'lawyer.refer'
] as const satisfies readonly CommandType[]

/** The labour inspection took part as police before it had a capacity of its own: those cases go on. */
const inspecting = [
  'grounds.record',
  'formal.yes',
  'formal.no',
  'facts.complete',
  'concern.report',
  'danger.immediate',
  ...officials
] as const satisfies readonly CommandType[]

const prosecuting = [
  'judgment.recognised',
  'stage.investigation',
  'stage.instruction',
  'stage.trial',
  'procedure.opened',
  'procedure.closed',
  'procedure.acquitted',
  'procedure.reopened',
  'conviction.final',
  'testimony.recorded',
  'protection.request',
  'evvi.done',
  'jirs.seized',
  'danger.immediate',
  ...constraint
] as const satisfies readonly CommandType[]

/**
 * Which acts each role may do, by the capacity in which its organisation takes part in the case.
 * Only allowances: what is not written here is refused.
 */
export const grants: Record<Role, readonly Grant[]> = {
  asso: [
    { as: 'referent', may: [...accompanying, ...constraint, 'acse.visio'] },
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
        'dna.request',
        'danger.immediate',
        'housing.recontacted',
        'housing.other',
        'concern.report',
        'minor.report_prosecutor',
        ...officials,
        'labour.refer',
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
      may: [
        'receipt.handed',
        'reflection.interrupt',
        'resident.issue',
        'permit.receipt',
        'permit.issue',
        'permit.renew',
        'permit.documents_asked',
        'permit.documents_received',
        'permit.refuse',
        'permit.withdraw',
        'permit.lapsed',
        'unworthy_housing.issue',
        'discretion.issue',
        'coming_of_age.issue',
        'resident.refuse',
        ...programmeActs,
        'psp.permit',
        'ta.granted',
        'ta.restored',
        'ta.rejected'
      ]
    }
  ],
  prosecutor: [
    {
      as: 'prosecutor',
      may: [
        ...prosecuting,
        'judge.seize',
        'opp.issue',
        'judge.petition',
        'guardian.name',
        'age.dispute',
        'age.decide'
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
        'protection.request',
        ...officials,
        'facts.complete',
        'concern.report',
        'danger.immediate',
        'minor.report_prosecutor',
        'runaway.report',
        'search.review',
        'runaway.found',
        'age.dispute'
      ]
    }
  ],
  labour_inspection: [
    { as: 'labour', may: inspecting },
    { as: 'police', may: inspecting }
  ],
  acse_desk: [
    {
      as: 'acse',
      may: [
        'acse.offer',
        'acse.no_place',
        'acse.visio',
        'acse.declined_by_person',
        'housing.alert',
        'housing.moved'
      ]
    }
  ],
  shelter: [
    {
      as: 'shelter',
      may: [
        'acse.visio',
        'acse.admission',
        'acse.hold_extended',
        'housing.moved',
        'housing.alert',
        'housing.left',
        'housing.absconded',
        'housing.ended',
        'acse.declined_by_person'
      ]
    },
    {
      as: 'dna_centre',
      may: [
        'dna.admission',
        'acse.hold_extended',
        'housing.moved',
        'housing.review',
        'housing.rehouse',
        'housing.alert',
        'housing.left',
        'housing.absconded',
        'acse.declined_by_person'
      ]
    },
    {
      as: 'minor_shelter',
      may: [
        'minor.placement_arrival',
        'minor.placement_cancelled',
        'minor.placement_ended',
        'child.heard',
        'runaway.report',
        'search.review',
        'runaway.found'
      ]
    },
    { as: 'referent', may: accompanying }
  ],
  ofii: [
    {
      as: 'ofii',
      may: [
        ...officials,
        'dna.request',
        'dna.offer',
        'acse.no_place',
        'acse.declined_by_person',
        'housing.review',
        'housing.rehouse',
        ...asylumDates,
        'allowance.open',
        'return.depart'
      ]
    },
    {
      as: 'flagger',
      may: ['facts.complete', 'dna.request', 'concern.report', 'minor.report_prosecutor', ...officials]
    }
  ],
  child_protection: [
    {
      as: 'child_protection',
      may: [
        ...officials,
        'concern.report',
        'minor.report_prosecutor',
        'person.inform',
        'child.heard',
        'facts.complete',
        'identity.record',
        'danger.immediate',
        'place.distanced',
        'place.secure',
        'place.common',
        'placement.review',
        'minor.placement_offer',
        'minor.placement_cancelled',
        'minor.placement_ended',
        'runaway.report',
        'search.review',
        'runaway.found',
        'majority.prepare',
        'age.dispute'
      ]
    },
    { as: 'flagger', may: ['facts.complete', 'concern.report', 'minor.report_prosecutor'] }
  ],
  juvenile_judge: [
    {
      as: 'juvenile_judge',
      may: ['measure.order', 'measure.merits', 'guardian.name', 'child.heard', 'age.decide', 'return.judge']
    }
  ],
  // The child’s voice in the procedure: it complains in her name (CPP 706-50).
  ad_hoc_guardian: [
    {
      as: 'ad_hoc_guardian',
      may: ['child.heard', 'person.inform', 'complaint.file', ...seekingJustice, ...constraint]
    }
  ],
  health: [
    { as: 'flagger', may: ['facts.complete', 'concern.report', 'minor.report_prosecutor'] },
    // It reads who is to be cared for, and answers its referral: nothing of the case is its to write.
    { as: 'health', may: [] }
  ],
  psp: [{ as: 'exit_programme', may: programmeActs }],
  miprof: [],
  admin: [],
  dpo: [],
  external: [
    { as: 'lawyer', may: ['complaint.file', ...seekingJustice, ...constraint] },
    { as: 'health', may: [] }
  ],
  system: []
}

/** Roles that may flag a person, and the capacity that flagging gives their organisation. */
export const flagging: Partial<Record<Role, Capacity>> = {
  asso: 'referent',
  police: 'police',
  labour_inspection: 'labour',
  ofii: 'flagger',
  child_protection: 'child_protection',
  prosecutor: 'prosecutor',
  health: 'flagger',
  shelter: 'referent'
}

/** Acts that only the clock or another aggregate fires. */
export const firedBySystem = [
  'clock.alert',
  'clock.lapse',
  'reflection.expire',
  'reflection.bar_lifted',
  'majority.reached',
  'opp.lapsed',
  'guardian.refused',
  'minor.placement_matched',
  'acse.matched',
  'dna.matched',
  'acse.hold_lapsed',
  'acse.too_urgent',
  'acse.refused',
  'acse.withdrawn',
  'territory.moved',
  'territory.kept',
  'merge.settle',
  'contact.lost',
  'case.archive',
  'case.erase',
  'configuration.move'
] as const satisfies readonly CommandType[]

/** Whether the people of a role speak for their organisation in a capacity: one of an association's people may sit in a cell. */
export const holds = (role: Role, capacity: Capacity): boolean =>
  flagging[role] === capacity || grants[role].some(({ as }) => as === capacity)

/** The capacities for which the people of a role speak. */
export const capacitiesHeld = (role: Role): Capacity[] =>
  (Object.keys(capacities) as Capacity[]).filter((capacity) => holds(role, capacity))
