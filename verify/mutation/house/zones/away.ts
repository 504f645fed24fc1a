import { inFile } from '../in-file.ts'

/** What others do for whoever is away, and who is not called while they are. */
export const awayMistakes = [
  ...inFile('server/meetings/recusal.ts', 'tests/server/meetings/withdrawal/alone.test.ts', [
    [
      'an alternate who is away would be called, and the case would lack a voice',
      'alternate && !absent && standsIn === null',
      'alternate && standsIn === null'
    ]
  ]),
  ...inFile('server/teams/acts.ts', 'tests/server/teams/teams.test.ts', [
    [
      'nobody would read for a colleague on the last day on which they are away',
      'endOfDay(until, zone)',
      'startOfDay(until, zone)'
    ]
  ])
]
