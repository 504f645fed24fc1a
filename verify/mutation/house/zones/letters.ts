import { inFile } from '../in-file.ts'

const calls = (name: string) => `tests/server/calls/${name}.test.ts`
const feed = 'tests/server/calendar/feed.test.ts'
const clear = 'tests/server/mail/clear.test.ts'

/** What leaves the house by mail and calendar, and what is heard of it inside. */
export const letterMistakes = [
  ...inFile('server/calendar/keep.ts', feed, [
    [
      'the address of a calendar would open it still, once it was made anew because somebody else had it',
      'await runQuery(tx, revoking, [...whose(actor), at])',
      ''
    ],
    [
      'a calendar that its person closed would go on showing their days',
      'await runQuery(tx, revoking, [...whose(asked.actor), at])',
      'await Promise.resolve([revoking, tx, at])'
    ]
  ]),
  ...inFile('server/calendar/feed.ts', feed, [
    [
      'two calendars would call one entry alike, and tell whoever holds both who works on one case',
      '`${feed}|${of}`',
      '`${feed.length}|${of}`'
    ],
    [
      'a meeting that was cancelled would stay in a calendar',
      "('convened', 'open')",
      "('convened', 'open', 'cancelled')"
    ]
  ]),
  ...inFile('server/outbox/tell.ts', 'tests/server/http/stream.test.ts', [
    ['who is told a later hour would hear at the true one that something moved', 'if (at > clock) return', '']
  ]),
  ...inFile('server/calls/readers.ts', calls('address'), [
    [
      'what concerns one place would be mailed to the address of another',
      'then null else p.email end as email',
      'then p.email else p.email end as email'
    ]
  ]),
  ...inFile('server/calls/mail.ts', calls('mail.none'), [
    [
      'somebody would be written to in the night',
      'if (isQuiet(wish, { now, territory: actor.territory })) {',
      "if (isQuiet(wish, { now, territory: actor.territory }) && wish.mode === 'off') {"
    ],
    [
      'a mail that waited for the morning would be lost',
      'await db.worker.query(givenBack, [person, during.since, asked.digestOn, during.until])',
      'await Promise.resolve([givenBack, asked.digestOn])'
    ]
  ]),
  ...inFile('server/calls/sweep.ts', calls('mail'), [
    [
      'a person would be mailed again for each hour in which no letter could leave',
      "and not exists (select from outbox b where b.kind = 'mail_call' and b.payload ->> 'person' = p.id::text)",
      ''
    ],
    [
      'by the hour of a later mail would be told that something was hidden before it',
      'asks ? until : one.until, digestOn',
      'until, digestOn'
    ]
  ]),
  ...inFile('server/mail/sender.ts', clear, [
    [
      'a letter would say that a prosecution, a hospital or a prison asks about somebody',
      'type !== undefined && toldByKind.includes(type) ?',
      'type !== undefined ?'
    ]
  ]),
  ...inFile('server/views/formats.ts', 'tests/web/ordinal.test.ts', [
    [
      'the first of a month would be said « 1 décembre » in letters, papers and pages',
      "language.startsWith('fr') ? 'fr' : 'en'",
      "'en'"
    ]
  ]),
  ...inFile('server/demo/desk/clock.page.ts', 'tests/web/ordinal.test.ts', [
    [
      'the clock of the demonstration would say a day in its own way',
      'dateIn(language, at, {',
      'at.toLocaleString(language, {'
    ]
  ]),
  ...inFile('server/mail/clear.ts', clear, [
    [
      'whoever sits in a cell overseas would be called to the hour of Paris',
      "isTerritory(territory) ? zoneOf(territory) : 'Europe/Paris'",
      "isTerritory(territory) ? 'Europe/Paris' : 'Europe/Paris'"
    ]
  ]),
  ...inFile('server/mail/waiting.ts', clear, [
    ['what is late would be written of as if there were time', 'due.at < now', 'due.at > now']
  ]),
  ...inFile('server/mail/post.ts', 'tests/server/mail/post.test.ts', [
    [
      'the link to a request would leave in clear, wherever the mail server offers nothing better',
      'requireTLS: !isLoopback(smtpUrl)',
      'requireTLS: false'
    ]
  ]),
  ...inFile('server/config.ts', 'tests/server/config.test.ts', [
    [
      'letters would leave with no number by which whoever doubts them asks',
      "values['SMTP_URL'] && !values['LETTERS_CALL_BACK']",
      "values['SMTP_URL'] === ''"
    ]
  ]),
  ...inFile('server/mail/checking.ts', 'tests/server/mail/checking.test.ts', [
    [
      'whoever doubts a letter would be told to call a number that is none',
      "if (!callBack) return { fr: '', en: '' }",
      ''
    ]
  ]),
  ...inFile('server/mail/post.ts', 'tests/server/links/unsent.test.ts', [
    [
      'a letter would be marked as sent by a server that can send none',
      'return null',
      'return async () => {}'
    ]
  ]),
  ...inFile('server/notices/beats.ts', 'tests/server/http/beats.test.ts', [
    [
      'whoever was suspended would go on hearing what moves',
      'now?.accredited === true && now.orgId === actor.orgId',
      'now?.orgId === actor.orgId'
    ],
    [
      'whoever changed roles would go on hearing what the former one hears',
      'now.orgId === actor.orgId && now.role === actor.role',
      'now.orgId === actor.orgId'
    ]
  ]),
  ...inFile('server/mail/leaving.ts', 'tests/server/mail/leaving.test.ts', [
    [
      'whoever invites would read that a letter is on its way from a server that can send none',
      'demonstration || smtpUrl !== undefined',
      'demonstration || smtpUrl !== null'
    ],
    [
      'a process that answers requests alone would say that nothing leaves while its workers send',
      "config.mode === 'web' || lettersLeave(config)",
      'lettersLeave(config)'
    ]
  ]),
  ...inFile('server/notices/hints.ts', 'tests/server/http/stream.test.ts', [
    [
      'of an association that works in teams all would hear of what one team follows',
      'byTeam.includes(orgId) || mayWithdraw(role)',
      'mayWithdraw(role)'
    ],
    ['who withdrew from a case would hear of it with their colleague', ' || mayWithdraw(role)', '']
  ]),
  ...inFile('server/notices/read.ts', 'tests/server/http/notices.test.ts', [
    [
      'what was read would come back as new where an older page is closed after a newer one',
      'greatest(notice_read.until, excluded.until)',
      'excluded.until'
    ],
    [
      'what will be told tomorrow would be read already',
      'least($3::timestamptz, wall_clock())',
      '$3::timestamptz'
    ]
  ]),
  ...inFile('server/calls/awaited.ts', 'tests/server/calendar/feed.test.ts', [
    ['a mail or a calendar would bear a birthday', 'return at && !month ?', 'return at ?']
  ])
]
