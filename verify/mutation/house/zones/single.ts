import { inFile } from '../in-file.ts'

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
  ])
]
