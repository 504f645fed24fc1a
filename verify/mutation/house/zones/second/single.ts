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
  )
]
