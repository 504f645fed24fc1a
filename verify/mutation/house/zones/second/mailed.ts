import { inFile } from '../../in-file.ts'

/** What is mailed, subscribed to and heard: the second of two, another house, another day. */
export const mailedMistakes = [
  ...inFile('server/calls/awaited.ts', 'tests/server/calls/turn.test.ts', [
    [
      'whoever has a hundred requests to answer would be told of one',
      "view: 'open', limit: 100 }",
      "view: 'open', limit: 1 }"
    ],
    [
      'a day overseas would be said as it falls where its reader works',
      'dueAt(at, zoneOf(territory))',
      "dueAt(at, zoneOf(territory && '75'))"
    ],
    [
      'what begins tomorrow would be awaited today',
      ' and p.since <= (select wall_clock()) order by',
      ' order by'
    ]
  ]),
  ...inFile('server/calls/awaited.ts', 'tests/server/calls/mail.test.ts', [
    [
      'of several answers the last day would be said for the first',
      'a.at.getTime() - b.at.getTime()',
      'b.at.getTime() - a.at.getTime()'
    ]
  ]),
  ...inFile('server/calls/awaited.ts', 'tests/server/calls/second.test.ts', [
    [
      'a proposal that still waits would be told for one day alone',
      'awaited.length + proposals.length',
      'awaited.length + proposed.length'
    ],
    [
      'a proposal would be told as new in each mail until it is answered',
      '(since === null || at > since) && at <= until',
      'at <= until'
    ],
    [
      'a proposal that came after a mail was asked for would be new in two',
      '(since === null || at > since) && at <= until',
      'since === null || at > since'
    ]
  ]),
  ...inFile('server/calls/readers.ts', 'tests/server/calls/address.test.ts', [
    [
      'whoever once worked elsewhere would never be written to',
      'and x.org_id <> m.org_id and x.since >= m.since)',
      'and x.org_id <> m.org_id)'
    ],
    [
      'whoever leaves next month would be written to no more',
      '(m.until is null or m.until > (select wall_clock()))',
      'm.until is null'
    ]
  ]),
  ...inFile('server/calls/mail.ts', 'tests/server/calls/mail.test.ts', [
    ['a mail program would take a second mail for the first, and not show it', '`<${call}@', '`<${person}@']
  ]),
  ...inFile('server/calls/sweep.ts', 'tests/server/calls/mail.test.ts', [
    [
      'what was told ahead of its hour would be mailed to nobody at once',
      'greatest(n.told_at, n.at) > coalesce',
      'n.told_at > coalesce'
    ]
  ]),
  ...inFile('server/notices/read.ts', 'tests/server/calls/mail.test.ts', [
    [
      'what was told ahead of its hour would be in no mail',
      'greatest(n.at, n.told_at) > $5',
      'n.told_at > $5'
    ],
    [
      'what came after a mail was asked for would be new in two',
      'greatest(n.at, n.told_at) <= $6)',
      'n.at is not null)'
    ]
  ]),
  ...inFile('server/calls/keep.ts', 'tests/server/calls/wishes.test.ts', [
    [
      'whoever moves their quiet hours would be written to in the night',
      'quiet_until = excluded.quiet_until, days_off',
      'quiet_until = mail_wish.quiet_until, days_off'
    ],
    [
      'whoever wishes to hear at once would be mailed all that came before',
      'changed_at = excluded.changed_at`',
      'changed_at = mail_wish.changed_at`'
    ],
    ['the journal would not say what somebody chose to be written of', 'detail: wish.mode }', "detail: '' }"]
  ]),
  ...inFile('server/calendar/feed.ts', 'tests/server/calendar/feed.test.ts', [
    [
      'a meeting of last week would be gone from a calendar',
      'm.starts_at > $3',
      "m.starts_at > $3::timestamptz + interval '10 days'"
    ],
    ['a calendar would drop a day before its month is over', 'one.on >= since', 'one.on > since']
  ]),
  ...inFile('server/calendar/keep.ts', 'tests/server/calendar/feed.test.ts', [
    [
      'a calendar made in one role would show the days of another',
      'where person_id = $1 and org_id = $2 and role = $3 and (until',
      'where person_id = $1 and org_id = $2 and $3::text is not null and (until'
    ],
    [
      'whoever leaves next month could make no calendar',
      'and (until is null or until > (select wall_clock()))',
      'and until is null'
    ]
  ]),
  ...inFile('server/mail/waiting.ts', 'tests/server/mail/clear.test.ts', [
    ['« 99 » would be said where there are more', 'capped ? (locale', 'capped && n < 0 ? (locale']
  ]),
  ...inFile('server/notices/listeners.ts', 'tests/server/http/stream.test.ts', [
    [
      'whoever closes a page would leave their colleagues without a word of what moves',
      'colleagues?.size === 0',
      'colleagues?.size !== 0'
    ]
  ]),
  ...inFile('server/notices/lines.ts', 'tests/server/http/notices.test.ts', [
    [
      'a notice would show what an act says, and not its label alone',
      "event.command.startsWith('clock.') ? line.fields : []",
      'line.fields'
    ],
    [
      'what was done in one case would be told of another',
      'one.caseId === aboutId && one.seq === seq',
      'one.seq === seq'
    ],
    [
      'whoever was named would be called still once the answer is there',
      'isAwaited(row) && row.awaitsPersonId',
      'row.awaitsPersonId'
    ],
    ['whoever is called to a meeting would not be told when', 'on: row.startsAt.toISOString()', 'on: null']
  ]),
  ...inFile('server/notices/read.ts', 'tests/server/http/notices.test.ts', [
    [
      'each step of a meeting or of an emergency would say the same again',
      "n.about not in ('meeting', 'opening')",
      "n.about not in ('none')"
    ]
  ]),
  ...inFile('server/notices/lines.ts', 'tests/server/http/notices.unseen.test.ts', [
    [
      'a cell would be told of an emergency access without the case that it opens',
      'caseCode: row.code && showCode(row.code), opens',
      'caseCode: null, opens'
    ]
  ])
]
