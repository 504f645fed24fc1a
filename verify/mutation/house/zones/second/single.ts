import { inDatabase, inFunction } from '../../in-database.ts'
import { inFile } from '../../in-file.ts'

/**
 * What every fixture had one of: two parts of a house in a case, two places of a clock, two who administer, two who wrote, two moments of a
 * count, two kinds of request. Drawn at chance, and seen by no test until then.
 */
export const singleMistakes = [
  ...inFile('server/firing/fire.ts', 'tests/server/clocks.moved.test.ts', [
    [
      'the next round of a review would tell the calendar of where a person is now',
      'met: met.territory',
      'met: territory'
    ],
    [
      'the next round of a review would begin on the morrow of a holiday of where a person is now',
      'nextRound({ code, reached, dueAt }',
      'nextRound({ code, reached: entry.dueOn, dueAt }'
    ]
  ]),
  ...inFile('server/organisations/access/unseen.ts', 'tests/server/organisations/inactivity.test.ts', [
    [
      'the last who administers would be shut out because one who left still counts',
      ' and (other.until is null or other.until > now())',
      ''
    ]
  ]),
  ...inFile('server/protocols/store.ts', 'tests/server/protocols/unsigned.test.ts', [
    [
      'whoever wrote a protocol before another of their cell could sign it',
      'writers || $4::uuid',
      'array[$4::uuid]'
    ]
  ]),
  ...inFile('server/calls/awaited.ts', 'tests/server/calls/turn.test.ts', [
    [
      'a mail and a calendar would tell the later of the two days by which a house is awaited in a case',
      'lines.toReversed().map(',
      'lines.map('
    ]
  ]),
  ...inFile('server/places/ranking.ts', 'tests/server/places/housing.declined.test.ts', [
    [
      'whoever was declined by a desk would come before those whom no house declined',
      " and r.kind = '${offerIn[pool]}'",
      ''
    ]
  ]),
  ...inFile('server/figures/releases/beside.ts', 'tests/server/figures/contributors.test.ts', [
    [
      'whoever flagged more since an earlier release would be taken to have known it then',
      'ownAt(id, at)',
      'ownAt(id, asOf)'
    ]
  ]),
  ...inFile('server/teams/due.ts', 'tests/server/teams/due.test.ts', [
    [
      'whoever leads a team would read the day of a case overseas by the clock of their own house',
      'territory ? zoneOf(territory) : zoneAt(actor)',
      'zoneAt(actor)'
    ]
  ]),
  ...inFile('server/protocols/courts.ts', 'tests/server/protocols/several.test.ts', [
    [
      'a court could sign a quorum that the cell of its département never reaches, and nobody decides',
      'courtProblems(body, effective(national, await inForce(tx, territory, first)), there)',
      'courtProblems(body, effective(national, null), there)'
    ]
  ]),
  ...inFile('server/deadlines/suspension.ts', 'tests/server/deadlines/standstill.test.ts', [
    [
      'a second question would take the days of the first from whoever has to answer',
      'stood: [...clock.stood, now] }, where)',
      'stood: [now] }, where)'
    ]
  ]),
  inDatabase(
    'once two houses are one, nobody could confirm an access that waits for the one that is gone',
    inFunction(
      'keepings_follow()',
      'update glass_opening set confirm_org_id = here where confirm_org_id = new.id;',
      ''
    ),
    'tests/server/organisations/several/merged.test.ts'
  ),
  inDatabase(
    'an address to which nothing was ever written would get a letter that names a request',
    inFunction('put_error_letters(uuid[])', 'l.mailed_at is not null and', ''),
    'tests/server/repair/strike.walls.test.ts'
  ),
  ...inFile('server/meetings/sitting.ts', 'tests/server/meetings/voices.test.ts', [
    [
      'whoever voted at one meeting could not be said to be away from the next',
      'where i.meeting_id = $1 and v.person_id = $2 limit 1`',
      'where $1::uuid is not null and v.person_id = $2 limit 1`'
    ],
    [
      'whoever is away from one meeting would be said to have been away from all',
      'and(eq(meetingMembers.meetingId, meeting.id), eq(meetingMembers.personId, personId))',
      'and(eq(meetingMembers.personId, personId))'
    ]
  ]),
  ...inFile('server/repair/look.ts', 'tests/server/repair/kept.test.ts', [
    [
      'an error would stand because another house moved a referral at that very moment',
      's.at = $2 and s.org_id = $3 and s.command',
      's.at = $2 and $3::uuid is not null and s.command'
    ],
    [
      'an error would stand because its house moved a referral on a later day',
      'where r.case_id = $1 and s.at = $2 and',
      'where r.case_id = $1 and s.at >= $2 and'
    ],
    [
      'an error would stand because of a request that nobody reads any more',
      "and kind = any($3::text[]) and state = any($4::text[])'",
      "and kind = any($3::text[]) and $4::text[] is not null'"
    ],
    [
      'an act would be taken back in a file that is archived',
      '|| row.facts.archived)',
      '|| row.facts.archived === null)'
    ],
    [
      'an act would be taken back in a file that was merged into another',
      '!guards.inThisFile.holds(stands) ||',
      '!guards.inThisFile ||'
    ]
  ]),
  ...inFile('server/repair/look.ts', 'tests/server/repair/undo.refusals.test.ts', [
    [
      'on an island an act could not be taken back on its seventh day',
      'const zone = zoneOf(by.row.territory)',
      "const zone = zoneOf('69')"
    ]
  ]),
  ...inFile('server/repair/undo.ts', 'tests/server/repair/kept.test.ts', [
    [
      'a request to another would be withdrawn with the one that was sent in error',
      'except: others.map(({ id }) => id)',
      'except: []'
    ],
    [
      'what an earlier refusal left to do would be said to be done',
      'live.filter((one) => isLive(one) && !ids.includes(one.id))',
      'live.filter((one) => !ids.includes(one.id))'
    ],
    [
      'a journal would go on being counted with the act that was taken back',
      '  await forgetStory(tx, row.id)\n',
      '  void forgetStory\n'
    ]
  ]),
  ...inFile('server/repair/view.ts', 'tests/server/repair/kept.test.ts', [
    [
      'a clock that had stopped would be said to go on',
      '.filter(({ state }) => isDated(state))',
      ".filter(({ state }) => isDated(state) || state === 'stopped')"
    ]
  ]),
  ...inFile('server/repair/ask.ts', 'tests/server/repair/kept.test.ts', [
    [
      'what a cell added after its meeting could not be asked back',
      'where case_id = $1 and case_seq = $2 limit 1',
      'where case_id = $1 and case_seq <= $2 limit 1'
    ]
  ]),
  ...inFile('server/emergency/view.ts', 'tests/server/emergency/second.test.ts', [
    [
      'an access that waits for a second person would be hidden behind one that waits for another',
      'more && listed.length <= most;)',
      'more && listed.length < most;)'
    ]
  ]),
  ...inFile('server/emergency/list.ts', 'tests/server/emergency/routes.test.ts', [
    [
      'a house would be offered the same things twice, once for each part that it has in a case',
      '[...new Set(asked.held.flatMap((as) => openable(actor.role, { as, ...asked })))].sort()',
      'asked.held.flatMap((as) => openable(actor.role, { as, ...asked })).sort()'
    ]
  ])
]
