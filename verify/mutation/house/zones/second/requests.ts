import { inFile } from '../../in-file.ts'

/** Of two refusals, two wishes, two senders, two services: what is done to the one would be done to the other, or the first stand for the last. */
export const secondMistakes = [
  ...inFile('server/referrals/send.ts', 'tests/server/referrals/second.test.ts', [
    [
      'what is asked of one service would settle what another one had refused',
      'where case_id = ${caseId} and kind = ${kind} and follow_up is not null',
      'where case_id = ${caseId} and follow_up is not null'
    ],
    [
      'whoever asks anew would take from another sender the refusal that is theirs to settle',
      'follow_up is not null and ${senderOrgId} in (sender_org_id, awaits_org_id)`',
      'follow_up is not null`'
    ],
    [
      'a request passed on would be that of who passed it on, and whoever asked would never hear of it',
      'senderOrgId: to?.senderOrgId ?? actor.orgId',
      'senderOrgId: actor.orgId'
    ]
  ]),
  ...inFile('server/referrals/close.ts', 'tests/server/referrals/second.test.ts', [
    [
      'the yes of one service would settle what another one had refused',
      'where r.case_id = step."caseId" and r.kind = step.kind and r.id <> step.id',
      'where r.case_id = step."caseId" and r.id <> step.id'
    ],
    [
      'a yes to one sender would take from another the refusal that is theirs to settle',
      'and step."doneBy" in (r.sender_org_id, r.awaits_org_id)',
      'and step."doneBy" is not null'
    ]
  ]),
  ...inFile('server/referrals/boxes.ts', 'tests/server/referrals/second.test.ts', [
    [
      'what is to be settled would begin with what nobody can save any more',
      "  keys: ['sent_at', 'id'],\n  descends: true",
      "  keys: ['sent_at', 'id']"
    ],
    [
      'a refusal in a case that is closed would wait for ever in a box',
      'r.follow_up is not null and exists (select from "case" c where c.id = r.case_id and c.closure in (${listed(live)}))',
      'r.follow_up is not null'
    ]
  ]),
  ...inFile('server/referrals/move.ts', 'tests/server/referrals/second.test.ts', [
    [
      'whoever is passed a request on would not read what was asked',
      "told: (preview['told'] ?? {}) as Record<string, unknown>",
      'told: {} as Record<string, unknown>'
    ]
  ]),
  ...inFile('server/referrals/view.ts', 'tests/server/referrals/second.test.ts', [
    [
      'a recipient whose part is over would be told that the case opens to it if it accepts',
      'return isUnanswered(row) ? notes.before : notes.over',
      'return notes.before'
    ],
    [
      'whoever is left with a refusal would not be told what to do with it',
      'return row.followUp === null ? notes.sender : notes[row.followUp]',
      'return notes.sender'
    ],
    [
      'a recipient that accepted would be told that its part is over',
      "if (row.state === 'accepted') return notes.accepted",
      "if (row.state === 'ended') return notes.accepted"
    ]
  ]),
  ...inFile('server/referrals/recipients.ts', 'tests/server/referrals/second.test.ts', [
    [
      'whoever leaves next month would be waited for no more today',
      '(m.until is null or m.until > $2)',
      '(m.until is null and $2::timestamptz is not null)'
    ]
  ]),
  ...inFile('server/referrals/refer.ts', 'tests/server/referrals/anew.test.ts', [
    [
      'a move would ask of a new service what the one before it has yet to answer',
      "if (!asked.some(({ state }) => state === 'accepted')) continue",
      'if (asked.length === 0) continue'
    ],
    [
      'a service that reads the case already would be asked again after a move',
      'if (!known && here.length > 0)',
      'if (here.length > 0)'
    ]
  ]),
  ...inFile('server/referrals/send.ts', 'tests/server/referrals/anew.test.ts', [
    [
      'what is added to one request would be written into what another service was asked',
      'where case_id = $1 and kind = $2 and state = any($3::text[])',
      'where case_id = $1 and $2::text is not null and state = any($3::text[])'
    ],
    [
      'what a service was asked first would be lost where it is asked again',
      "coalesce(preview -> 'told', '{}') || $5::jsonb",
      '$5::jsonb'
    ]
  ]),
  ...inFile('server/places/waiting.ts', 'tests/server/places/second.test.ts', [
    [
      'a refusal that was entered in error would stand as the reason of a search',
      'where e.case_id = c.id\n        and e.struck_by is null and',
      'where e.case_id = c.id\n        and'
    ],
    [
      'a desk would be told the first refusal of its search and not the last',
      'order by e.seq desc limit 1)`',
      'order by e.seq limit 1)`'
    ],
    ['a desk would be told the shortest wait as the longest', 'Math.max(...ranked', 'Math.min(...ranked']
  ]),
  ...inFile('server/places/searches.ts', 'tests/server/places/second.test.ts', [
    [
      'a request entered in error would put a person before those who have waited',
      'and ${begins} and e.struck_by is null',
      'and ${begins}'
    ],
    [
      'the wishes of a request entered in error would decide which places suit',
      'w.case_id = c.id and w.struck_by is null and w.command',
      'w.case_id = c.id and w.command'
    ],
    [
      'a place would be sought by the first wishes of a person and not by the last',
      'order by w.seq desc limit 1)`',
      'order by w.seq limit 1)`'
    ],
    [
      'whoever asks again would lose the days that they have waited',
      'select min(e.at) from',
      'select max(e.at) from'
    ]
  ]),
  ...inFile('server/reading/lookups.ts', 'tests/server/places/second.test.ts', [
    [
      'a house that was asked for one person could be asked for no other',
      'where r.case_id = $1 and r.kind = $3 and r.recipient_org_id = p.org_id',
      'where $1::uuid is not null and r.kind = $3 and r.recipient_org_id = p.org_id'
    ],
    [
      'no house could be asked while another has not answered',
      'and r.recipient_org_id = p.org_id and r.state = any($4::text[]))',
      'and r.state = any($4::text[]))'
    ]
  ]),
  ...inFile('server/places/inventory.ts', 'tests/server/places/second.test.ts', [
    [
      'an address would be read with lines in which nothing stands',
      ".filter((line) => line.trim() !== '')",
      ''
    ]
  ]),
  ...inFile('server/places/list.ts', 'tests/server/places/second.test.ts', [
    [
      'a place that another person was refused would stand as asked elsewhere for ever',
      'and state in (${quoted(openReferralStates)})`,\n    [orgId, caseId]',
      '`,\n    [orgId, caseId]'
    ]
  ])
]
