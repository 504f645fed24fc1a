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
  ])
]
