import { inFile } from '../../in-file.ts'

/** Several teams, associations that accompany, protocols of one place, files of one person, and one of them is over or to come: what no fixture had two of. */
export const severalMistakes = [
  ...inFile('server/teams/caseload.ts', 'tests/server/teams/two-of-each.test.ts', [
    [
      'the case of whoever is of two teams would go to the one into which they came last',
      'order by m.since, m.id limit 1',
      'order by m.since desc, m.id limit 1'
    ]
  ]),
  ...inFile('server/teams/hand.ts', 'tests/server/teams/two-of-each.test.ts', [
    [
      'a case that an association has left would be given to one of its teams',
      'p.org_id = $2 and p.until is null and ${spokenFor(role)} order by 1',
      'p.org_id = $2 and ${spokenFor(role)} order by 1'
    ],
    [
      'whoever leaves one of two teams would follow nothing in the other any more',
      'where org_id = $1 and team_id = $2 and person_id = $3 and until is null',
      'where org_id = $1 and $2::uuid is not null and person_id = $3 and until is null'
    ],
    [
      'a colleague of whoever leaves a team would follow their own cases no more',
      'where org_id = $1 and team_id = $2 and person_id = $3 and until is null',
      'where org_id = $1 and team_id = $2 and $3::uuid is not null and until is null'
    ],
    [
      'that a case passes to somebody would be told as of today, a year before it does',
      'const later = from > at ? { at: from } : {}',
      'const later = {}'
    ],
    [
      'a case that was to pass to whoever leaves would pass at once, and its colleagues read it no more',
      'const from = since > at ? since : at',
      'const from = at'
    ]
  ]),
  ...inFile('server/teams/acts.ts', 'tests/server/teams/two-of-each.test.ts', [
    [
      'a team that closed would bear another name',
      '$2 where id = $1 and org_id = $3 and ${isOpen} returning id',
      '$2 where id = $1 and org_id = $3 returning id'
    ]
  ]),
  ...inFile('server/teams/close.ts', 'tests/server/teams/two-of-each.test.ts', [
    [
      'a case that had left a team would be taken from those who follow it, once that team closes',
      'where l.org_id = $1 and l.team_id = $2 and (l.until is null or l.until > greatest(l.since, $3))',
      'where l.org_id = $1 and l.team_id = $2'
    ],
    [
      'whoever left a team would be said to have left it on the day on which it closed',
      'where team_id = $1 and (until is null or until > $2)',
      'where team_id = $1'
    ]
  ]),
  ...inFile('server/teams/view.ts', 'tests/server/teams/two-of-each.test.ts', [
    [
      'every team would be shown to whoever is in one as theirs',
      '{ id, name, mine: inTeam.has(id), cases, late }',
      '{ id, name, mine: inTeam.size > 0, cases, late }'
    ],
    [
      'whoever covers somebody today would be said to cover nobody, for an absence to come',
      'and a.since <= (select wall_clock()) and a.until > (select wall_clock())',
      'and a.until > (select wall_clock())'
    ],
    [
      'somebody away would be said to be covered by who comes tomorrow',
      'and r.since <= (select wall_clock()) and r.until > (select wall_clock())',
      'and r.until > (select wall_clock())'
    ],
    [
      'whoever is back could not say so, and could end the absence of another',
      'mayEnd: leads || absentId === actor.personId',
      'mayEnd: leads || absentId !== actor.personId'
    ],
    [
      'the lead would be offered to who is in no team',
      'mayTakeLead: mayTakeLead(standing) && inTeam.size > 0',
      'mayTakeLead: mayTakeLead(standing)'
    ]
  ]),
  ...inFile('server/teams/store.ts', 'tests/server/teams/two-of-each.test.ts', [
    [
      'whoever has no access any more would be put into a team',
      'where m.org_id = $1 and m.person_id = any($2::uuid[])\n  and (m.until is null or m.until > (select wall_clock()))`',
      'where m.org_id = $1 and m.person_id = any($2::uuid[])`'
    ],
    [
      'where who led has left the team nobody could lead it',
      'where t.org_id = o.id and t.leads and (t.until is null or t.until > (select wall_clock())) and',
      'where t.org_id = o.id and t.leads and'
    ],
    [
      'an association whose only manager has left could not make its first team',
      'bool_or(m.manager and m.person_id = $2) as manages\n    from membership m where m.org_id = o.id and (m.until is null or m.until > (select wall_clock()))) m',
      'bool_or(m.manager and m.person_id = $2) as manages\n    from membership m where m.org_id = o.id) m'
    ]
  ]),
  ...inFile('server/teams/due.ts', 'tests/server/teams/due.test.ts', [
    [
      'of two days of a case, whoever leads would be shown the later',
      'order by p.sort_at, p.capacity limit 1',
      'order by p.capacity limit 1'
    ]
  ]),
  ...inFile('server/teams/alone.ts', 'tests/server/teams/last-of-team.test.ts', [
    [
      'cases that are to pass to a team would be counted as followed by its last one',
      'l.since <= (select wall_clock()) and (l.until',
      '(l.until'
    ]
  ]),
  ...inFile('server/teams/telling.ts', 'tests/server/teams/told.test.ts', [
    [
      'whoever still reads a case would be told that it has passed to others',
      'return where ? null : {',
      'return {'
    ]
  ]),
  ...inFile('server/handing/settle.ts', 'tests/server/handing/several.test.ts', [
    [
      'who accompanies a person beside would be put out as another hands on',
      'await endParts(tx, caseId, [{ orgId: fromOrgId, capacity: leads }], at)',
      'await endParts(tx, caseId, (await referentsOf(tx, caseId)).map((orgId) => ({ orgId, capacity: leads })), at)'
    ],
    [
      'an association that came to accompany meanwhile would take the person a second time',
      'if (!referents.includes(fromOrgId) || referents.includes(toOrgId))',
      'if (!referents.includes(fromOrgId))'
    ]
  ]),
  ...inFile('server/handing/view.ts', 'tests/server/handing/several.test.ts', [
    [
      'the associations near a person would not be named first',
      'order by o.territory is distinct from $2, o.territory',
      'order by $2::text, o.territory'
    ],
    [
      'the language of the person would have to be looked up anew',
      'language: row.facts.language ?? null',
      'language: null'
    ],
    [
      'a proposal that waits would stand below those that are over',
      "order by state <> 'proposed', proposed_at desc, id limit 100",
      'order by proposed_at desc, id limit 100'
    ],
    [
      'proposals of long ago would be shown for ever',
      "(state = 'proposed' or proposed_at > $2::timestamptz - interval '90 days')",
      "(state = 'proposed' or $2::timestamptz is not null)"
    ],
    [
      'whoever is asked would be offered the other side’s reasons',
      'worded(asked ? refusalsOfHanding : withdrawalsOfHanding, locale)',
      'worded(asked ? withdrawalsOfHanding : refusalsOfHanding, locale)'
    ]
  ]),
  ...inFile('server/protocols/store.ts', 'tests/server/protocols/several.test.ts', [
    [
      'a draft would be copied from one that nobody has signed',
      '(source.signedAt === null || source.territory',
      '(source.territory'
    ],
    [
      'a draft would be copied from the protocol of another territory',
      '|| source.territory !== departmentOf(place)))',
      '))'
    ],
    [
      'a copy would lose the text, the parties and the rules of what it is copied from',
      ', ...kept(source.body) }',
      ' }'
    ],
    [
      'a draft that is given up would be told to a whole territory',
      "if (row.state === 'signed') await tellConcerned",
      'await tellConcerned'
    ]
  ]),
  ...inFile('server/protocols/read.ts', 'tests/server/protocols/several.test.ts', [
    [
      'whoever asks for the protocols of one territory would be shown all',
      '($2::text is null or p.territory = $2)',
      '($2::text is null or true)'
    ],
    [
      'a protocol in force would be said to be replaced',
      "row.state === 'signed' && row.name !== inForce && row.effectiveOn <=",
      "row.state === 'signed' && row.name !== inForce || row.effectiveOn <"
    ],
    [
      'a protocol that another replaced would be said to be signed and no more',
      'isReplaced(row, inForce, now) ? replaced : stateWords[row.state]',
      'stateWords[row.state]'
    ],
    [
      'what a protocol changes would be told over one that is over by then',
      'order by array_position($1, place), effective_on desc, signed_at desc limit 1',
      'order by array_position($1, place), signed_at desc limit 1'
    ],
    [
      'what a protocol changes would be told over one that begins after it',
      "and state = 'signed' and effective_on <= $3",
      "and state = 'signed' and $3::date is not null"
    ],
    [
      'the day on the paper would not be told as that of the signature',
      '(body.signedOn ?? civilDate(signedAt, zoneOf(departmentOf(place))))',
      'civilDate(signedAt, zoneOf(departmentOf(place)))'
    ],
    [
      'a text that one side has signed would be offered to be written',
      'drafted ?? (row.given.length > 0 ? halfSigned : null)',
      'drafted'
    ]
  ]),
  ...inFile('server/takeover/read.ts', 'tests/server/takeover/bounds.test.ts', [
    [
      'a third line of one person would be held against the second, which may be left',
      '.findIndex((other) => likenessOf(portraits[index]!, other).length > 0)',
      '.findLastIndex((other) => likenessOf(portraits[index]!, other).length > 0)'
    ],
    [
      'of a column given twice side by side the second would be lost unsaid',
      'names.indexOf(name) < index',
      'names.indexOf(name) < index - 1'
    ],
    [
      'one file more than may be brought would be',
      'rows.length > filesAtMost)',
      'rows.length > filesAtMost + 1)'
    ]
  ]),
  ...inFile('server/takeover/takeover.ts', 'tests/server/takeover/takeover.test.ts', [
    [
      'every file that is brought would be told by the code of the first',
      'made.find(({ id }) => id === one.caseId)?.code',
      'made[0]?.code'
    ]
  ])
]
