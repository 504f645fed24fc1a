import { inFile } from '../../in-file.ts'

const health = 'tests/server/db/health.test.ts'
const prepared = 'tests/server/db/prepared.test.ts'
const stories = 'tests/server/figures/store/stories.test.ts'
const tables = 'tests/server/reading/worklist.tables.test.ts'

/** Small modules that carry secrecy or say which release stands: each asked directly. */
export const smallMistakes = [
  ...inFile('server/http/metrics.ts', health, [
    [
      'whoever guesses at a token would read how much is done and how late it is',
      "timingSafeEqual(digest(headers.authorization ?? ''), digest(`Bearer ${token}`))",
      'digest(`Bearer ${token}`).length > 0'
    ],
    [
      'any words that begin with the token would open what is counted',
      "timingSafeEqual(digest(headers.authorization ?? ''), digest(`Bearer ${token}`))",
      "timingSafeEqual(digest((headers.authorization ?? '').slice(0, 7 + token.length)), digest(`Bearer ${token}`))"
    ],
    [
      'where a token is asked, whoever sits on the machine would read without one',
      'if (token !== undefined) {',
      'if (token !== undefined && headers.authorization !== undefined) {'
    ],
    [
      'without a token any machine would read what is counted',
      "['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(socket.remoteAddress ?? '')",
      'socket.remoteAddress !== undefined'
    ],
    [
      'through a proxy on the machine anybody would read what is counted',
      'forwarded === undefined && [',
      '['
    ],
    [
      'through a proxy that says so in the newer header anybody would read what is counted',
      "headers['x-forwarded-for'] ?? headers.forwarded",
      "headers['x-forwarded-for']"
    ],
    [
      'through a proxy that says so in the older header anybody would read what is counted',
      "headers['x-forwarded-for'] ?? headers.forwarded",
      'headers.forwarded'
    ],
    [
      'who watches over the service would be refused by the address of their own machine',
      "'::1', '::ffff:127.0.0.1'",
      "'::ffff:127.0.0.1'"
    ],
    [
      'the numbers of cases and the names that were searched would stand in what is counted',
      "request.routeOptions.url ?? 'none'",
      'request.url'
    ],
    [
      'how many children were reported would be read from what is counted before it is released',
      ".replace(/\\/commands\\/[^/]+$/, '/commands/:command')",
      ''
    ]
  ]),
  ...inFile('server/db/release.ts', prepared, [
    [
      'a server would serve a database that another release prepared last',
      "'select from drizzle.release where digest = $1'",
      "'select from drizzle.release where digest is not null or digest = $1'"
    ],
    [
      'a database prepared anew would stay that of the release before, and its server refuse to start',
      'do update set digest = excluded.digest',
      'do nothing'
    ],
    [
      'a release that shows less to a capacity would serve a database that shows more',
      '[vocabularies, sightRows(), september2026]',
      '[vocabularies, september2026]'
    ],
    [
      'a release with other words would serve a database that refuses them',
      '[vocabularies, sightRows(), september2026]',
      '[sightRows(), september2026]'
    ],
    [
      'a release with another first configuration would serve a database that counts by the old one',
      '[vocabularies, sightRows(), september2026]',
      '[vocabularies, sightRows()]'
    ]
  ]),
  ...inFile('server/figures/store/rows.ts', stories, [
    [
      'whoever holds the figures would find the case of each person without the key of the server',
      "keys.derive('figures:person')",
      "'figures:person'"
    ],
    ['all persons counted would be one', '.update(caseId)', '.update(caseId.slice(0, 8))'],
    [
      'the case of a person would be read from the row of figures itself',
      `createHmac('sha256', keys.derive('figures:person'))
    .update(caseId)
    .digest('hex')
    .slice(0, 2 * length)`,
      `caseId.replaceAll('-', '')`
    ],
    [
      'persons whose cases were erased would be counted as one',
      "randomBytes(length).toString('hex')",
      "'0'.repeat(2 * length)"
    ]
  ]),
  ...inFile('server/outbox/worklist.line.ts', tables, [
    [
      'a line kept before a rule changed would be shown as it was',
      "digest.update(`${path}\\n${as(path, text).replace(comments, '')}\\n`)",
      'digest.update(path)'
    ],
    [
      'every list would be made anew because a comment was reworded',
      "as(path, text).replace(comments, '')",
      'as(path, text)'
    ],
    [
      'a line kept before somebody lost a right would be shown as it was',
      "'policies',\n  'server/disclosure'",
      "'server/disclosure'"
    ],
    [
      'a line kept before a state was named otherwise would be shown as it was',
      "export const madeIn = [\n  'workflows',",
      'export const madeIn = ['
    ]
  ])
]
