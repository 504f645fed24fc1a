import { inFile } from './in-file.ts'

const referrals = 'tests/server/referrals/referrals.test.ts'
const before = 'tests/server/referrals/referrals.before.test.ts'
const partLost = 'tests/server/referrals/part-lost.test.ts'
const silence = 'tests/server/referrals/silence.test.ts'
const refused = 'tests/server/referrals/refused.test.ts'
const moving = 'tests/server/commands/leaving.test.ts'
const access = 'tests/server/referrals/referrals.access.test.ts'

/** Who is asked, who answers, and who goes on reading. */
export const referralMistakes = [
  ...inFile('server/disclosure/hearers.ts', 'tests/server/referrals/answered.test.ts', [
    [
      'an officer without a seat would learn by an answer what the cell alone hears',
      'held.every((one) => mayHearOf(happening, one, facts))',
      'held.some((one) => mayHearOf(happening, one, facts))'
    ]
  ]),
  ...inFile('server/referrals/close.ts', access, [
    [
      'a recipient that another referral keeps in would be put out',
      'if (others.some(keeps(one))) await keepIn(tx, one.caseId, [one])',
      'if (others.length > 99) await keepIn(tx, one.caseId, [one])'
    ],
    [
      'a recipient would go on reading the case after its referral ended',
      'else await endParts(tx, one.caseId, [partOf(one)], at)',
      'else await Promise.resolve()'
    ],
    [
      'a case could be left without a cell',
      "const isGoing = ({ kind }: Leaving) => kindRow(kind).capacity !== 'cell'",
      'const isGoing = ({ kind }: Leaving) => kindRow(kind).capacity !== null'
    ],
    [
      'a recipient asked of one kind would be kept in by a request of another',
      'other.kind === kind &&\n    other.recipientOrgId === recipientOrgId &&',
      'other.recipientOrgId === recipientOrgId &&'
    ],
    [
      'a prosecutor told by two services would be put out where one of them withdraws',
      "(kindRow(kind).opensAtOnce || other.state === 'accepted')",
      "other.state === 'accepted'"
    ],
    [
      'one recipient would be kept in by a request to another',
      'other.kind === kind &&\n    other.recipientOrgId === recipientOrgId &&',
      'other.kind === kind &&'
    ],
    [
      'a recipient kept in by another referral would keep the consent of the one that ended',
      'kept.map(({ kind }) => kindRow(kind).consent)',
      'kept.map(() => null)'
    ]
  ]),
  ...inFile('server/referrals/close.ts', silence, [
    [
      'the clock of an answer would go on after the answer, and somebody be blamed',
      'where step.settled and d.referral_id = step.id',
      'where not step.settled and d.referral_id = step.id'
    ]
  ]),
  ...inFile('server/referrals/decide.ts', before, [
    [
      'a referral would be answered by its sender',
      'if (!abilityFor(actor).can(command, subjectOf(row))) throw',
      'if (row === undefined) throw'
    ]
  ]),
  ...inFile('server/referrals/decide.ts', referrals, [
    [
      'an answer to an old page would be taken after the referral has moved',
      'if (version !== null && version !== told.version) throw',
      'if (version !== null && version > told.version) throw'
    ]
  ]),
  ...inFile('server/referrals/decide.ts', partLost, [
    [
      'one who left the case while waiting for it would still take their step',
      "if (!caseRow || lines?.length === 0) throw new NotFound('gone')",
      "if (!caseRow) throw new NotFound('gone')"
    ]
  ]),
  ...inFile('server/referrals/move.ts', refused, [
    [
      'a refusal would leave its sender with nobody to ask',
      "if (awaits === 'reoffer') await leaveWith(desk.tx, row.id, awaits)",
      "if (awaits === null) await leaveWith(desk.tx, row.id, 'reoffer')"
    ],
    [
      'a refusal that needs a named person would name nobody',
      "if (awaits === 'escalate') await nameSomeone(desk.tx, move, awaits)",
      'if (awaits === null) await Promise.resolve()'
    ],
    [
      'a recipient that declines would read the case',
      'await leaveCase(desk.tx, row, at)\n  const moves',
      'const moves'
    ]
  ]),
  ...inFile('server/referrals/move.ts', referrals, [
    [
      'a recipient that accepts would read nothing',
      'else await invite(tx, { caseId, orgIds: [orgId], capacity, at, basis: kind, scope: consent })',
      'else await Promise.resolve()'
    ]
  ]),
  ...inFile('server/referrals/move.ts', access, [
    [
      'what a recipient accepted on a consent would outlive it',
      'basis: kind, scope: consent })\n  return next',
      'basis: kind, scope: null })\n  return next'
    ]
  ]),
  ...inFile('server/referrals/send.ts', before, [
    [
      'whoever is asked would read where she is now before it may',
      'facts: { ...situation.facts, territory },',
      'facts: situation.facts,'
    ]
  ]),
  ...inFile('server/referrals/refer.ts', 'tests/server/referrals/partners.test.ts', [
    [
      'a partner that has accepted would be asked again each time',
      'if (known.length === 0 && (!follows || !(await takesPart(tx, sending, parts))))',
      'if (!follows || known.length >= 0)'
    ]
  ]),
  ...inFile('server/commands/effects.ts', moving, [
    [
      'the members of the cell that a case has left would go on reading it',
      "await endParts(tx, caseId, leaving, at)\n    await endParticipation(tx, { caseId, at, capacities: ['cell_member'] })",
      'await endParts(tx, caseId, leaving, at)'
    ]
  ]),
  ...inFile('server/commands/sharing.ts', moving, [
    [
      'what a cell had to decide would wait for a person of the cell that the case has left',
      'awaits_person_id = null, escalated_to = null',
      'escalated_to = null'
    ],
    [
      'who decides of a person would be said to be somebody who reads the case no more',
      'awaits_person_id = null, escalated_to = null',
      'awaits_person_id = null'
    ]
  ]),
  ...inFile('server/outbox/notify-participants.ts', 'tests/server/commands/tags.test.ts', [
    [
      'whoever sits in the cell for a house would learn when that house acts for the person',
      '(one.orgId === actor.orgId && settles(one))',
      'one.orgId === actor.orgId'
    ]
  ]),
  ...inFile('server/outbox/notify-participants.ts', silence, [
    [
      'a silence would be left to a house that she has left, and to nobody',
      "(one.followUp !== null || one.state === 'escalated') &&",
      'one.followUp !== null &&'
    ],
    [
      'a silence that another answers for would still bear the name of who had to',
      'awaits_org_id = one.heir, awaits_person_id = null, escalated_to = null',
      'awaits_org_id = one.heir'
    ]
  ]),
  ...inFile('server/cases/participation.ts', access, [
    [
      'a consent that is withdrawn would close the case to those it does not concern',
      'and ($4::text[] is null or scope = any($4))',
      'and ($4::text[] is null or true)'
    ]
  ]),
  ...inFile('server/cases/participation.ts', 'tests/server/cases/prefecture.test.ts', [
    [
      'a suspended organisation would be asked, and nobody answer',
      "territory ${place} and status = 'accredited'",
      "territory ${place} and status <> 'closed'"
    ]
  ]),
  ...inFile('server/referrals/close.ts', 'tests/server/disclosure/discretion.sent.test.ts', [
    [
      'a request that ended in hiding would rise in the list of who may not know of it',
      'told_at = case when r.answer is null or r.sender_org_id = $4 then $2 else r.told_at end',
      'told_at = $2'
    ]
  ]),
  ...inFile('server/commands/sharing.ts', 'tests/server/handing/ending.test.ts', [
    [
      'what was agreed of a child would go on without the yes of the adult',
      'await endHandings(tx, at)\n  const pools',
      'const pools'
    ],
    [
      'another association would accept what the person no longer agrees to',
      'if (ending.length > 0) await endHandings(tx, at)',
      ''
    ]
  ]),
  ...inFile('server/referrals/recipients.ts', 'tests/server/cases/minor.passing.test.ts', [
    [
      'the whole file of a child could be passed on to any département',
      "return here === null ? rows : rows.filter(({ territory }) => here.includes(territory ?? ''))",
      'return rows'
    ]
  ])
]
