import { inFile } from '../../in-file.ts'

/** What a cell is proposed, in which order, and who is told of a meeting: of each there are two, one of which is over or another’s. */
export const satMistakes = [
  ...inFile('server/meetings/agenda.ts', 'tests/server/meetings/proposed.test.ts', [
    [
      'a child would wait behind every adult who was flagged before',
      "(c.facts->>'danger' = 'immediate') desc, (c.facts->>'ageGroup' <> 'adult') desc, c.opened_at, c.id\n",
      "(c.facts->>'danger' = 'immediate') desc, c.opened_at, c.id\n"
    ],
    [
      'whoever has waited longest for the cell would be looked at last',
      "(c.facts->>'ageGroup' <> 'adult') desc, c.opened_at, c.id",
      "(c.facts->>'ageGroup' <> 'adult') desc, c.opened_at desc, c.id"
    ],
    [
      'a case that a meeting in session put off would stand on no agenda until that meeting is closed',
      "i.state = 'waiting' and m.state in ('planned', 'convened', 'open')`",
      "m.state in ('planned', 'convened', 'open')`"
    ],
    [
      'a case that is added would come before those that waited',
      'position: from + index + 1',
      'position: index + 1'
    ],
    [
      'a day that nothing counts any more would be said to be the last for a decision',
      'where d.case_id = c.id and d.state in (${listed(datedStates)}) and d.code',
      'where d.case_id = c.id and d.code'
    ],
    [
      'of two days that run for a decision the later would be shown, and the first missed',
      '(select min(d.due_on)::text',
      '(select max(d.due_on)::text'
    ]
  ]),
  ...inFile('server/meetings/decide.ts', 'tests/server/meetings/proposed.test.ts', [
    [
      'a meeting that was held this morning could not be written down',
      'civilDate(new Date(startsAt), zone) < civilDate(at, zone)',
      'new Date(startsAt) < at'
    ]
  ]),
  ...inFile('server/meetings/followup.ts', 'tests/server/meetings/proposed.test.ts', [
    [
      'a running case of which something is awaited would stand behind those with a day to come',
      'order by p.waits_for is null, p.urgency, p.clock_at nulls last, c.id limit $6',
      'order by p.urgency, p.clock_at nulls last, c.id limit $6'
    ],
    [
      'a secretary would take a line off the agenda of another of their meetings',
      "where id = $1 and meeting_id = $2 returning id'",
      "where id = $1 and $2::uuid is not null returning id'"
    ]
  ]),
  ...inFile('server/meetings/list.ts', 'tests/server/meetings/proposed.test.ts', [
    [
      'the meeting that was held first of all would stand above the last',
      'case when ${over} then -1 else 1 end`',
      '1`'
    ],
    [
      'the second page of the meetings that were held would be lost',
      '($2, extract(epoch from $3::timestamptz) * case when $2 then -1 else 1 end, $4::uuid))',
      '($2, extract(epoch from $3::timestamptz), $4::uuid))'
    ],
    [
      'a case that was put off would count as one that nobody looked at',
      "i.state in ('decided', 'adjourned'))::int as settled",
      "i.state in ('decided'))::int as settled"
    ]
  ]),
  ...inFile('server/meetings/minutes.ts', 'tests/server/meetings/proposed.test.ts', [
    [
      'the minutes would say that a meeting was opened as it closed',
      'const openedAt = meeting.openedAt ?? closedAt',
      'const openedAt = closedAt'
    ]
  ]),
  ...inFile('server/meetings/handlers.ts', 'tests/server/meetings/invitations.test.ts', [
    [
      'a house whose member sits there no longer would still hear of the meeting',
      '.filter(({ sits, orgId }) => sits && orgId !== own)',
      '.filter(({ orgId }) => orgId !== own)'
    ],
    ['the secretary would not hear that a member withdrew', 'to: [meeting.orgId], line })', 'to: [], line })']
  ]),
  ...inFile('server/meetings/invitation.ts', 'tests/server/meetings/invitations.test.ts', [
    [
      'a calendar would take the last word on a meeting for an older one',
      'stampedAt: convenedAt ?? startsAt',
      'stampedAt: startsAt'
    ]
  ]),
  ...inFile('server/meetings/item.view.ts', 'tests/server/meetings/evidence.test.ts', [
    [
      'whoever abstained would be counted among those who have not spoken',
      'if (tally) return tally.inFavour + tally.against + tally.abstained',
      'if (tally) return tally.inFavour + tally.against'
    ],
    [
      'what was seen and heard of a person would stay on the agenda once it is decided',
      "if (!row || item.state !== 'waiting') return {}",
      'if (!row) return {}'
    ]
  ]),
  ...inFile('server/meetings/question.ts', 'tests/server/meetings/withdrawal/returning.test.ts', [
    [
      'a kind of institution would be waited for though nobody of it sits any more',
      'members.filter(({ sits }) => sits),\n      close',
      'members,\n      close'
    ]
  ]),
  ...inFile('server/meetings/recusal.ts', 'tests/server/meetings/withdrawal/returning.test.ts', [
    [
      'an institution would be given a second alternate, and so two voices',
      'if (stands || !next) return',
      'if (!next) return'
    ]
  ]),
  ...inFile('server/meetings/seats.ts', 'tests/server/meetings/withdrawal/returning.test.ts', [
    [
      'an alternate who took their own withdrawal back would be called no more',
      'r.case_id = $2 and r.person_id = m.person_id and r.ended_at is null)',
      'r.case_id = $2 and r.person_id = m.person_id)'
    ]
  ]),
  ...inFile('server/meetings/settle.ts', 'tests/server/meetings/withdrawal/returning.test.ts', [
    [
      'a case that was put off would be said to have been decided without an institution',
      'without: !adjourning && question.without?.length',
      'without: question.without?.length'
    ]
  ]),
  ...inFile('server/meetings/view.ts', 'tests/server/meetings/withdrawal/returning.test.ts', [
    [
      'the members would read who sits in the stead of whom, and so which institution is close to a case',
      'standsIn: seen.conducts && standsIn',
      'standsIn'
    ]
  ]),
  ...inFile('server/meetings/rules.ts', 'tests/server/meetings/courts.test.ts', [
    [
      'a meeting that is convened would forget the courts that the agenda of another says',
      "where meeting_id = $1 and court is not null'",
      "where court is not null and $1::uuid is not null'"
    ]
  ]),
  ...inFile('server/meetings/seats.ts', 'tests/server/meetings/alternates.test.ts', [
    [
      'an alternate would stay away for somebody whose seat has ended',
      'and (h.until is null or h.until > (select wall_clock())) and not is_away',
      'and not is_away'
    ]
  ]),
  ...inFile('server/meetings/sitting.ts', 'tests/server/meetings/voices.test.ts', [
    [
      'whoever voted could not be said to be there by video',
      "presence === 'absent' && (await runQuery(tx, hasVoted",
      '(await runQuery(tx, hasVoted'
    ]
  ]),
  ...inFile('server/meetings/convene.ts', 'tests/server/meetings/secretary.test.ts', [
    [
      'a secretary who has a voice would be let into cases as a member is, and sit alone',
      'const members = seats.filter(({ orgId }) => orgId !== meeting.orgId)',
      'const members = seats'
    ],
    [
      'a secretary who has a voice would get no letter of the meeting to which she is called',
      '    seats.map(({ personId }) => personId)',
      '    members.map(({ personId }) => personId)'
    ]
  ]),
  ...inFile('server/meetings/item.view.ts', 'tests/server/meetings/secretary.test.ts', [
    [
      'a secretary who flagged a person would read of herself as of somebody else',
      "member.personId === reader.actor.personId ? 'you' : 'other'",
      "member.orgId === meeting.id ? 'you' : 'other'"
    ]
  ]),
  ...inFile('server/meetings/handlers.ts', 'tests/server/meetings/secretary.test.ts', [
    [
      'nobody who sits would hear that the meeting is open',
      '    await tellMembers(act)\n    return { openedAt: act.at }',
      '    return { openedAt: act.at }'
    ],
    [
      'nobody who sits would hear that the meeting is closed',
      '    await tellMembers(act)\n    return { closedAt: at,',
      '    return { closedAt: at,'
    ],
    [
      'the secretary would not hear that a member came back',
      '    await rejoin(tx, meeting, { ...input, actor, at })\n    await tellCell(act, [])',
      '    await rejoin(tx, meeting, { ...input, actor, at })'
    ]
  ]),
  ...inFile('server/meetings/proof.ts', 'tests/server/meetings/quorum.test.ts', [
    [
      'a case would be put off by a meeting that is not in session',
      "m.id = $1 and m.state = 'open' and",
      'm.id = $1 and'
    ],
    [
      'a case would be put off twice by one vote',
      'i.case_id = $3 and i.case_seq = $4 and',
      'i.case_id = $3 and i.case_seq <= $4 and'
    ],
    [
      'a case would be settled by the vote on another',
      'and i.case_id = $3 and',
      'and $3::uuid is not null and'
    ]
  ]),
  ...inFile('server/meetings/convene.ts', 'tests/server/meetings/withdrawal/returning.test.ts', [
    [
      'an alternate would be called to the next meeting for a member who came back',
      'and not whole and ended_at is null order',
      'and not whole order'
    ],
    [
      'an alternate would be called for an institution that withdrew as a whole',
      'and not whole and ended_at is null order',
      'and ended_at is null order'
    ]
  ]),
  ...inFile('server/meetings/seats.ts', 'tests/server/meetings/withdrawal/returning.test.ts', [
    [
      'of two alternates whoever came last would be called first',
      '  order by m.since, m.person_id`',
      '  order by m.since desc, m.person_id`'
    ]
  ]),
  ...inFile('server/meetings/recusal.ts', 'tests/server/meetings/withdrawal/returning.test.ts', [
    [
      'a member would read again a case that has gone to another cell',
      "p.capacity = 'cell' and p.until is null)`",
      "p.capacity = 'cell')`"
    ]
  ])
]
