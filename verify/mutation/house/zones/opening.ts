import { inFile } from '../in-file.ts'

const reviewsDue = 'tests/server/organisations/reviews-due.test.ts'
const pages = 'tests/web/pages/opening.test.ts'

const commandLine = 'tests/server/organisations/command-line.test.ts'

/** What whoever opens the house for real is told, and what it lets them close. */
export const openingMistakes = [
  ...inFile('server/organisations/csv.ts', 'tests/server/organisations/import.test.ts', [
    [
      'a quotation mark that nothing closes would be told as a place that is missing',
      'return quoted ? opened : null',
      'return quoted && !opened ? opened : null'
    ]
  ]),
  ...inFile('server/organisations/access/own-review.ts', reviewsDue, [
    [
      'who manages no access would be told of a review',
      "if (!managesAccess(actor)) throw new NotFound('does not manage access')",
      ''
    ],
    ['a review would be asked for that is confirmed', 'due: done.length === 0', 'due: true'],
    ['a review would press in every month', 'ends: reviewEnds(today)', 'ends: true']
  ]),
  ...inFile('web/src/lib/worklist/day.ts', pages, [
    [
      'who invited a colleague would be asked every day to invite one',
      'people.proposals.length === 0 && !asked',
      'people.proposals.length === 0'
    ],
    [
      'a cell would not read on its day’s page whom a house left with nobody',
      "inRoom(me, 'naming') ? await",
      'me.rooms.length < 0 ? await'
    ]
  ]),
  ...inFile('web/src/lib/access/due.ts', pages, [
    [
      'who manages access would read of a review in a letter alone',
      'return own?.due ? own : null',
      'return own?.due ? null : own'
    ]
  ]),
  ...inFile('web/src/routes/attente/+page.svelte', pages, [
    [
      'whose house is suspended would read that it was never accredited',
      "state === 'closed' || state === 'suspended'",
      "state === 'closed'"
    ]
  ]),
  ...inFile('web/src/routes/(app)/organisations/[id]/+page.server.ts', 'tests/web/pages/opening.test.ts', [
    [
      'an organisation would be closed for ever by one press',
      "if (!isSure(form)) return comesBack(unsure(locals.locale, 'org.close",
      "if (!form) return comesBack(unsure(locals.locale, 'org.close"
    ]
  ]),
  ...inFile('server/organisations/keep.ts', 'tests/server/organisations/ending/closing.test.ts', [
    [
      'what was proposed of a house that is closed would wait for good, refused to whoever confirms it',
      "state = 'waiting' and (org_id = $1 or into_org = $1)",
      "state = 'waiting' and into_org = $1"
    ]
  ]),
  ...inFile('server/teams/alone.ts', 'tests/server/teams/last-of-team.test.ts', [
    [
      'who ends the access of the last of a team would not be told that nobody works there then',
      'having count(distinct x.person_id) = 1',
      'having count(distinct x.person_id) = 0'
    ],
    [
      'who manages access and leads no team would learn how many cases another team follows',
      'cases: leads ? cases : null',
      'cases'
    ]
  ]),
  ...inFile('server/organisations/access/owner-refused.ts', commandLine, [
    [
      'an owner whose password was taken away, as asked, would read bare words of PostgreSQL',
      ".startsWith('28')",
      ".startsWith('99')"
    ]
  ]),
  ...inFile('server/organisations/command-line.ts', commandLine, [
    [
      'whoever may not sign in would be told to migrate what is migrated',
      '  throw error\n}',
      '  return false\n}'
    ]
  ])
]
