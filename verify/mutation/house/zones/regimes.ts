import type { Mistake } from '../../mistake.ts'
import { inFile } from '../in-file.ts'

const prolonging = 'tests/policies/organisations/prolonging.test.ts'
const prolonged = 'tests/server/organisations/prolonged.test.ts'

/** Of a regime that is given again while it runs. */
export const regimeMistakes: readonly Mistake[] = [
  ...inFile('policies/organisations/prolonging.ts', prolonging, [
    [
      'a regime that is prolonged would stop until the start of what follows it',
      '{ ...given, since: from, until: end, ...request }',
      '{ ...given, until: end, ...request }'
    ],
    [
      'what follows a regime behind a gap would be written over what runs',
      'if (running && !follows) return afterGap(to)',
      ''
    ]
  ]),
  ...inFile('server/organisations/applying.ts', prolonged, [
    [
      'other days of a regime would be written than those that two persons agreed on',
      'await mustBeAsAgreed(',
      'void ('
    ]
  ])
]
