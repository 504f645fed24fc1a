import type { Mistake } from '../../mistake.ts'
import { inDatabase, inFunction } from '../in-database.ts'
import { inFile } from '../in-file.ts'

const carried = 'tests/web/pages/pressed/carried.test.ts'
const address = 'tests/web/pages/address/asked.test.ts'
const led = 'tests/web/pages/address/led.test.ts'
const standing = 'tests/server/standing.test.ts'
const columns = 'tests/server/columns.test.ts'

/** What a page sends that nobody answered, and what counts although it has ended. */
export const carriedMistakes: readonly Mistake[] = [
  ...inFile('web/src/routes/(app)/dossiers/[id]/passer/+page.server.ts', carried, [
    [
      'a file would pass to another association though nobody said that the person agrees',
      "agrees: form.has('agrees')",
      'agrees: true'
    ]
  ]),
  ...inFile('web/src/routes/(app)/equipe/+page.server.ts', carried, [
    [
      'somebody would read in the stead of another than the one who is away',
      "absentId: text('absent')",
      "absentId: text('cover')"
    ]
  ]),
  ...inFile('web/src/routes/(app)/referents/+page.server.ts', carried, [
    [
      'a court would be called at the name of its service',
      "contact: text('contact')",
      "contact: text('service')"
    ]
  ]),
  ...inFile('web/src/lib/access/people.ts', carried, [
    [
      'a seat that was asked for an alternate would be that of a holder',
      "alternate: form.get('alternate') === 'true' })),",
      "alternate: form.get('manager') === 'true' })),"
    ]
  ]),
  ...inFile('web/src/routes/(app)/occupation/+page.server.ts', carried, [
    [
      'beds would be said to be free that are taken',
      "occupied: numberIn(text('occupied'))",
      "occupied: numberIn(text('places'))"
    ]
  ]),
  ...inFile('web/src/routes/(app)/echeances/+page.server.ts', address, [
    [
      'of what fell due, as much would be left out as was read of what is to come',
      "url.searchParams.get('passees')",
      "url.searchParams.get('apres')"
    ]
  ]),
  ...inFile('web/src/routes/(app)/annuaire/+page.server.ts', address, [
    [
      'whoever looks for a language would be shown no service that speaks it',
      "offer: 'aide', language: 'langue'",
      "offer: 'langue', language: 'aide'"
    ]
  ]),
  ...inFile('web/src/routes/(app)/reunions/+page.server.ts', led, [
    [
      'whoever plans a meeting would be led to no page, and plan it again',
      'redirect(303, `/reunions/${planned.id}`)',
      'redirect(303, `/reunion/${planned.id}`)'
    ]
  ]),
  ...inFile('web/src/routes/(app)/compte/agenda/+page.server.ts', led, [
    [
      'whoever closes the address of their calendar would not be told that it is closed',
      '`${url.pathname}?fait`',
      '`${url.pathname}?ferme`'
    ]
  ]),
  ...inFile('server/organisations/people.ts', columns, [
    [
      'somebody would be said to be away from the day on which they are back',
      'm.absent_from::text as "absentFrom"',
      'm.absent_until::text as "absentFrom"'
    ]
  ]),
  ...inFile('server/meetings/convene.ts', standing, [
    [
      'an alternate would be called beside a colleague who came back to the case',
      'and not whole and ended_at is null',
      'and not whole'
    ]
  ]),
  ...inFile('server/directories/referents.ts', standing, [
    [
      'whoever has left a court would still be given as whom to call',
      'where r.removed_at is null and o.status',
      'where o.status'
    ]
  ]),
  inDatabase(
    'an institution that came back to a case would not be called to give the second opinion',
    inFunction('second_voices(uuid)', 'r.whole and r.ended_at is null', 'r.whole'),
    'tests/server/db/walls/standing.test.ts'
  ),
  inDatabase(
    'a second opinion would be awaited of an institution that may not work',
    inFunction('second_voices(uuid)', "o.status = 'accredited' and ", ''),
    'tests/server/db/walls/standing.test.ts'
  ),
  ...inFile('server/meetings/seats.ts', 'tests/server/meetings/withdrawal/alone.test.ts', [
    [
      'an alternate who is away would be called in the stead of who withdrew',
      'one.covered && !one.absent && !taken',
      'one.covered && !taken'
    ]
  ]),
  ...inFile('server/teams/close.ts', 'tests/server/teams/promised.test.ts', [
    [
      'a case that was promised to somebody would go to others when its team closes',
      'promised(next) ? next : to!',
      'to ?? next'
    ],
    [
      'a team would not close where one of its cases was promised to somebody in it',
      '\n    and n.team_id is distinct from $2',
      ''
    ],
    [
      'a case that was to pass later to a team that closes would be taken today from whoever follows it',
      'greatest(l.since, $3) as "from"',
      '$3::timestamptz as "from"'
    ],
    [
      'a case that was promised to a team once would be taken from whoever follows it when that team closes',
      'l.until > greatest(l.since, $3)',
      'l.until > $3'
    ]
  ]),
  ...inFile('server/cases/on-call.ts', 'tests/server/protocols/on-call.test.ts', [
    [
      'at night the number of a protocol would be called that another has replaced',
      'effective_on desc, signed_at desc',
      'effective_on, signed_at desc'
    ]
  ]),
  ...inFile('server/linked/make.ts', 'tests/server/linked/linked.test.ts', [
    [
      'the journal of the other file would not say that a link has ended',
      "both, action: 'link.end'",
      "both: [caseId], action: 'link.end'"
    ]
  ]),
  ...inFile('server/places/stays.ts', 'tests/server/places/housing.test.ts', [
    [
      'the offer on which the bed of somebody rests would be walked away from',
      ' || id === bed?.referralId',
      ''
    ]
  ]),
  ...inFile('policies/known.ts', 'tests/server/disclosure/second-reading.test.ts', [
    [
      'a place that is dangerous no more could not be taken from her file',
      'one.length === other.length && one.every',
      'one.every'
    ]
  ]),
  ...inFile('server/handing/view.ts', 'tests/server/handing/ending.test.ts', [
    [
      'a proposal whose time is over would keep a case from being proposed anew',
      'before.find((one) => isWaiting(one, now))?.id',
      'before[0]?.id'
    ]
  ])
]
