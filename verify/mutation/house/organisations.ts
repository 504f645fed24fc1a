import { inFile } from './in-file.ts'

const people = 'tests/server/organisations/people.test.ts'
const organisations = 'tests/server/organisations/organisations.test.ts'
const seats = 'tests/server/organisations/seats.test.ts'
const two = 'tests/server/organisations/two.test.ts'
const commandLine = 'tests/server/organisations/command-line.test.ts'
const inviting = 'tests/server/organisations/inviting.test.ts'
const review = 'tests/server/organisations/review.test.ts'
const teams = 'tests/server/teams/teams.test.ts'
const closing = 'tests/server/teams/closing.test.ts'

const leftAlone = 'tests/server/organisations/left-alone.test.ts'

/** Who has access, who says so, and who follows which case. */
export const organisationMistakes = [
  ...inFile('policies/organisations.ts', leftAlone, [
    [
      'whoever is left alone of two administrators would invite a second alone',
      "(type === 'platform' && everTwo)",
      "(type === 'platform' && everTwo && false)"
    ]
  ]),
  ...inFile('server/organisations/members.ts', leftAlone, [
    ['nobody would be left to administer the platform', 'if (there.now < 2)', 'if (there.now < 1)']
  ]),
  ...inFile('server/organisations/first-administrator.ts', leftAlone, [
    ['the command line would name a third administrator', 'here.length > 1 ||', '']
  ]),
  ...inFile('server/organisations/members.ts', people, [
    [
      'nobody would be left to manage the access of an organisation',
      'if (left!.n === 0) throw lastManager()',
      ''
    ],
    [
      'somebody whose access ended would work on until they sign out',
      'await runQuery(tx, signOut, [row.personId, at, id])',
      ''
    ],
    [
      'the access of a colleague of another organisation would be ended',
      'mustManage(asked.actor, row.orgId)',
      'void mustManage'
    ],
    [
      'an alternate would be named where there is no seat',
      "if (row.role !== 'cell_member')",
      "if (row.role === 'external')"
    ],
    [
      'management of access would be given by who does not have it there',
      'if (manager && !(managesAccess(actor) && actor.orgId === row.orgId)) throw',
      'if (manager && !managesAccess(actor) && actor.orgId === row.orgId) throw'
    ]
  ]),
  ...inFile('server/organisations/members.ts', seats, [
    [
      'the page would give an alternate the seat by one person',
      "await putOfSeat(tx, row, { personId: asked.actor.personId, at }, { kind: 'seat', alternate })",
      "await runQuery(tx, 'update membership set alternate = $2 where id = $1', [id, alternate])"
    ],
    [
      'the page would give a voice away by saying absent who holds the seat',
      'if (holdsSeat(row) && row.personId !== personId)',
      'if (holdsSeat(row) && row.personId === "")'
    ]
  ]),
  ...inFile('server/organisations/keep.ts', two, [
    [
      'the page would rename an accredited organisation by one person',
      "row.status !== 'pending' && changesByTwo(standingOf(row), will)",
      "row.status === 'closed' && changesByTwo(standingOf(row), will)"
    ]
  ]),
  ...inFile('server/organisations/invitations.ts', seats, [
    [
      'the page would send again a seat that one person offered',
      'if ((await runQuery(tx, byTwo, [id])).length === 0) throw offeredByOne()',
      ''
    ]
  ]),
  ...inFile('server/organisations/first-administrator.ts', commandLine, [
    [
      'whoever keeps the server would put an administrator in the place of one who works',
      'if (here.length > 1 || (here.length === 1 && !(await twoBefore(client)))) throw new Misused(exists)',
      ''
    ],
    [
      'an administrator who was mistyped would open the platform',
      'await client.query(ended, [id])',
      'void ended'
    ]
  ]),
  ...inFile('server/audit/routes.ts', 'tests/server/organisations/invited.test.ts', [
    [
      'who came into a shelter would be named in the journal',
      'aboutType !== null && houses(aboutType as OrgType) ? null : about',
      'about'
    ]
  ]),
  ...inFile('server/organisations/members.ts', 'tests/server/drafts/device.keys.test.ts', [
    [
      'what a lost device holds would open after its person was signed out',
      'await runQuery(tx, endAllOfPerson, [row.personId, at])\n    await runQuery(tx, forgetDeviceKeys, [row.personId, null])',
      'await runQuery(tx, endAllOfPerson, [row.personId, at])'
    ]
  ]),
  ...inFile('server/organisations/inviting.ts', inviting, [
    [
      'one mailbox would be invited twice at once in one role',
      'if ((await runQuery(tx, standing, [orgId, role, email, at])).length > 0)',
      'if ((await runQuery(tx, standing, [orgId, role, email, at])).length > 99)'
    ],
    ['one mailbox would be invited twice, written otherwise', 'lower(email) = lower($3)', 'email = $3']
  ]),
  ...inFile('server/organisations/invitations.ts', inviting, [
    ['a link made anew would pass for sent', ', mailed_at = null', '']
  ]),
  ...inFile('server/organisations/store.ts', inviting, [
    [
      'whoever proposed would be told that it waits for them',
      '(one) => settles(actor, one) && confirmingRefused(actor, one, administrators) === null',
      '(one) => settles(actor, one)'
    ]
  ]),
  ...inFile('server/organisations/mail.ts', 'tests/server/organisations/regimes.test.ts', [
    ['the letter of an ending regime would lead its reader nowhere', 'own: row.own }', 'own: false }']
  ]),
  ...inFile('server/teams/view.ts', 'tests/server/teams/departed.test.ts', [
    [
      'nobody would be told of a colleague who is in no team',
      'teamless: leads && rows.length > 0 ?',
      'teamless: rows.length > 99 ?'
    ]
  ]),
  ...inFile('server/organisations/sweep.ts', people, [
    ['the end of a regime would be told each hour', 'months === one.warned || ', '']
  ]),
  ...inFile('server/organisations/proposals.ts', organisations, [
    [
      'one person would propose and confirm',
      "if (refused) throw new RuleRefused('another person confirms', refused)",
      ''
    ],
    ['what was decided would be decided again', "if (row.state !== 'waiting') throw settled()", '']
  ]),
  ...inFile('server/organisations/proposals.ts', 'tests/server/organisations/merging.test.ts', [
    [
      'two organisations of different kinds would be merged',
      'into.id === orgId || into.type !== type ||',
      'into.id === orgId ||'
    ]
  ]),
  ...inFile('server/organisations/proposing/regime.ts', organisations, [
    ['a regime would be opened without a text', 'decision.trim().length < 3', 'decision.trim().length < 0']
  ]),
  ...inFile('server/organisations/review.ts', review, [
    ['a review would be confirmed that nobody has read', 'where digest = $7', "where $7 <> ''"],
    [
      'a review would be confirmed twice',
      'if ((await runQuery(tx, insert, values)).length === 0)',
      'if ((await runQuery(tx, insert, values)).length < 0)'
    ],
    [
      'a review would be confirmed from its first page',
      'next === null && asked.team === undefined ? await',
      'next !== undefined && asked.team === undefined ? await'
    ],
    [
      'who may see what would be told to who does not manage access',
      "if (!managesAccess(actor)) throw new NotFound('does not manage access')\n  const half",
      'const half'
    ]
  ]),
  ...inFile('server/teams/acts.ts', teams, [
    [
      'nobody would be left to say who follows which case',
      'leads && id !== one.id)) throw lastToLead()',
      'leads)) throw lastToLead()'
    ],
    [
      'somebody could be made to cover for another without being asked',
      '(absentId !== actor.personId && !leads)',
      '(absentId === coverId && !leads)'
    ],
    [
      'a colleague would read in somebody’s stead for years',
      'if (until > addDays(today, longestDays))',
      'if (until > addDays(today, longestDays * 20))'
    ],
    [
      'somebody who leaves a team would go on following its cases',
      'await unnameIn(tx, by.actor, { ...one, at })',
      'void unnameIn'
    ]
  ]),
  ...inFile('server/teams/hand.ts', teams, [
    [
      'a case that one does not read would be handed over',
      'if (found.length < wanted.length) throw',
      'if (found.length === 0) throw'
    ],
    [
      'a case would be handed over from a day that has passed',
      "if (from < today) throw wrong('in_past'",
      "if (from < today && from === '') throw wrong('in_past'"
    ]
  ]),
  ...inFile('server/teams/close.ts', closing, [
    [
      'the cases of a team that closes would be followed by nobody',
      'if (open.length > 0 && to === null) throw toNobody(open.length)',
      'if (open.length > 0 && to === null) return'
    ],
    ['the only team would be closed', 'if (teams.length === 1) throw onlyTeam()', ''],
    ['somebody of a closed team would stay in it', 'await runQuery(tx, left, [id, at])', 'void left']
  ]),
  ...inFile('server/audit/reviews.ts', review, [
    [
      'a review of access written over with its digest would pass for what was confirmed',
      'where not (whole and confirmed)',
      'where not whole'
    ]
  ]),
  ...inFile('server/meetings/seats.ts', 'tests/server/meetings/alternates.test.ts', [
    [
      'an institution would sit with nobody where another colleague is there',
      'where h.org_id = m.org_id and h.role = m.role and not h.alternate',
      'where h.org_id = m.org_id and not h.alternate'
    ]
  ]),
  ...inFile('server/meetings/invitation.mail.ts', 'tests/server/meetings/invitations.test.ts', [
    [
      'a member would be called to the cell at the mailbox of a place that they left',
      'and x.org_id <> s.org_id and x.since',
      'and x.org_id <> s.org_id and x.until is null and x.since'
    ]
  ]),
  ...inFile('server/teams/caseload.ts', 'tests/server/teams/teams.test.ts', [
    [
      'a person would be followed by a team that whoever met them has left',
      ' and (m.until is null or m.until > $4)',
      ''
    ]
  ])
]
