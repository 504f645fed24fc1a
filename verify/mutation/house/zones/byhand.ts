import type { Mistake } from '../../mistake.ts'
import { inFile } from '../in-file.ts'

const commandLines = 'tests/server/command-lines.test.ts'
const linked = 'tests/server/linked/mine.test.ts'
const devices = 'tests/server/sessions/devices.test.ts'
const searched = 'tests/server/search/merged.test.ts'

/** What is run by hand, what two cases have in common, where one is signed in, what is found twice. */
export const handMistakes: readonly Mistake[] = [
  ...inFile('server/audit/verify.cli.ts', commandLines, [
    [
      'a journal that was rewritten would end as a whole one, and no watch would ring',
      'process.exitCode = faults.length + reviews.length === 0 ? 0 : 1',
      ''
    ],
    [
      'reviews of access that were altered would end as whole ones',
      'process.exitCode = faults.length + reviews.length === 0',
      'process.exitCode = faults.length === 0'
    ],
    [
      'whoever checks the journal would not read which line was altered',
      'for (const { chain, seq, fault } of faults) console.log(`${chain} ${seq}: ${fault}`)',
      ''
    ]
  ]),
  ...inFile('server/audit/extract.cli.ts', commandLines, [
    [
      'the count of what was drawn out would stand in the table itself',
      'console.error(`${counts.lines}',
      'console.log(`${counts.lines}'
    ]
  ]),
  ...inFile('server/firing/waiting.cli.ts', commandLines, [
    [
      'whoever looks at deadlines that failed would try them all again by it',
      'if (values.retry) console',
      'if (values.retry !== null) console'
    ],
    [
      'whoever keeps the server would not read what to do with deadlines that failed',
      'else if (waiting.length > 0)',
      'else if (waiting.length > 1)'
    ]
  ]),
  ...inFile('server/linked/view.ts', linked, [
    [
      'a link that another house made would be said to be one’s own',
      'mine: one.madeOrg === actor.orgId',
      'mine: one.madeOrg !== null'
    ],
    [
      'a link would be said to be made on another day than where the case is followed',
      'madeOn: civilDate(one.madeAt, zone)',
      "madeOn: civilDate(one.madeAt, 'Europe/Paris')"
    ]
  ]),
  ...inFile('server/auth/devices.ts', devices, [
    [
      'the device where one sits would stand below another',
      'order by here desc, s.seen_at desc',
      'order by s.seen_at desc'
    ],
    [
      'a device would be said to be opened when it was last used',
      's.created_at as "openedAt"',
      's.seen_at as "openedAt"'
    ],
    [
      'a device would be said to be last used when it was opened',
      'usedAt: usedAt.toISOString()',
      'usedAt: openedAt.toISOString()'
    ]
  ]),
  ...inFile('server/search/search.ts', searched, [
    [
      'a case that is found by its code and by a name would stand twice',
      'named.filter(({ id }) => !known.has(id))',
      'named.filter(({ id }) => id !== null && known.size >= 0)'
    ]
  ])
]
