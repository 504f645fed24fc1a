import { inDatabase, inFunction } from '../in-database.ts'
import { inFile } from '../in-file.ts'

/**
 * What stands for the rarer of two cases: a name that does not come, a place that is held and not slept in yet, a later day, the
 * journal of one case.
 */
export const rarerMistakes = [
  ...inFile('server/auth/opening.ts', 'tests/server/auth/assurance.test.ts', [
    [
      'whoever signs in by a provider that sends no name would be nobody to their colleagues',
      "coalesce(nullif(excluded.display_name, ''), person.display_name)",
      'excluded.display_name'
    ]
  ]),
  inDatabase(
    'nobody would hear that the house where a place is held for a person is no more',
    inFunction('tell_fallen(uuid)', "s.state in ('reserved', 'admitted')", "s.state = 'admitted'"),
    'tests/server/organisations/asleep.test.ts'
  ),
  ...inFile('server/teams/followers.ts', 'tests/server/teams/closing.test.ts', [
    [
      'whoever follows a person from a later day would be shown as the one to call today',
      'l.org_id = $2 and l.since <= (select wall_clock())',
      'l.org_id = $2'
    ]
  ]),
  ...inFile('server/exchange/htcds.ts', 'tests/server/exchange/htcds.test.ts', [
    [
      'the journal of a case would not say that it left for another country',
      "{ chain: object, action: 'exchange.export'",
      "{ chain: 'system', action: 'exchange.export'"
    ]
  ]),
  ...inFile('server/referrals/competent.ts', 'tests/server/cases/minor.court.test.ts', [
    [
      'another court would be told of a child where the one that is named has no house',
      'const only = court === null ? houses : []',
      'const only = houses'
    ]
  ]),
  ...inFile('web/src/lib/device/keeper.ts', 'tests/journeys/drafts/over.test.ts', [
    [
      'what is typed after a session is over would be kept on the device all the same',
      'return answer === 401 ? null : held',
      'return held'
    ]
  ]),
  ...inFile('server/search/referenced.ts', 'tests/server/search/waited.test.ts', [
    [
      'whoever is waited for would not find the referral by its reference',
      "['recipient_org_id', 'sender_org_id', 'awaits_org_id']",
      "['recipient_org_id', 'sender_org_id']"
    ]
  ]),
  inDatabase(
    'whoever asked to have an act undone would not hear that the request lapsed, their house having become another',
    inFunction('undo_requests_lapse()', 'house_today(e.org_id)', 'e.org_id'),
    'tests/server/repair/merged.over.test.ts'
  ),
  ...inFile('web/src/lib/shell/SessionEnd.svelte', 'tests/journeys/drafts/over.test.ts', [
    [
      'whoever is at work in one tab would be put out of the others',
      "others?.postMessage('alive')",
      'void others'
    ]
  ]),
  ...inFile('server/commands/merging.ts', 'tests/server/commands/beside.test.ts', [
    [
      'a file would be merged into one that has gone to another territory',
      'where code = $1 and id <> $2 and territory = $3',
      'where code = $1 and id <> $2 and $3::text is not null'
    ],
    [
      'a file would be merged into one that was merged itself, where nobody reads it',
      "and identification <> 'duplicate_merged' and facts",
      'and facts'
    ],
    [
      'a merge would wait for a clock of the law that has stopped',
      'and d.state in (${listed(countingStates)}) and not exists',
      'and not exists'
    ],
    [
      'a merge would wait for ever for a clock that stands still',
      "(t.due_on <= d.due_on or 'suspended' in (t.state, d.state))",
      't.due_on <= d.due_on'
    ]
  ]),
  ...inFile('server/commands/sharing.ts', 'tests/server/commands/beside.test.ts', [
    [
      'what the former cell had been refused would be said to have been asked by the new one',
      "and kind <> 'cell' and state = any($4::text[])`",
      "and kind <> 'cell' and $4::text[] is not null`"
    ],
    [
      'what an association has to decide would pass to the new cell',
      'where case_id = $1 and awaits_org_id = $2`',
      'where case_id = $1 and $2::uuid is not null and awaits_org_id is not null`'
    ],
    [
      'what an association had asked would be withdrawn by the new cell in its stead',
      "where case_id = $1 and sender_org_id = $2 and kind <> 'cell'",
      "where case_id = $1 and $2::uuid is not null and kind <> 'cell'"
    ],
    [
      'the new cell would be said to have asked itself for the case',
      "and kind <> 'cell' and state = any",
      'and state = any'
    ]
  ])
]
