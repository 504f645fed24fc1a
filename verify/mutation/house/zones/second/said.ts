import { inFile } from '../../in-file.ts'

/** Second pages, second sessions, second days, and what is said in another order or once more. */
export const saidMistakes = [
  ...inFile('server/auth/choice.ts', 'tests/server/auth/choice.test.ts', [
    [
      'of two sessions that a person closes to sign in, one would be in no journal',
      'for (let n = 0; n < ended; n += 1)',
      'for (let n = 0; n < Math.min(ended, 1); n += 1)'
    ]
  ]),
  ...inFile('server/auth/store.ts', 'tests/server/auth/choice.test.ts', [
    [
      'whoever signs out where they were closed from elsewhere would not be told so any more',
      "ended_from = coalesce(ended_from, 'here')",
      "ended_from = 'here'"
    ]
  ]),
  ...inFile('server/links/view.ts', 'tests/server/links/opening.test.ts', [
    [
      'whoever has accepted by a link would still read the reasons of a refusal',
      'refusals: waiting ? Object.values(kindRow(kind).refusals).map(({ label }) => label[locale]) : []',
      'refusals: Object.values(kindRow(kind).refusals).map(({ label }) => label[locale])'
    ]
  ]),
  ...inFile('server/teams/view.ts', 'tests/server/teams/paged.test.ts', [
    [
      'a case that nobody follows would stand on two pages of a caseload',
      '((l.since is not null)::int, c.code) > ($5::int, $6::text)',
      '($5::int is not null and c.code > $6::text)'
    ],
    [
      'the second page of a caseload would say again what the first one said',
      "since === null ? '0' : '1'",
      "since !== null ? '0' : '1'"
    ]
  ]),
  ...inFile('server/protocols/named.ts', 'tests/server/protocols/district.test.ts', [
    [
      'a file that is closed would stand among those to be led to the protocol of their court',
      "and c.closure not like 'closed%' and",
      'and'
    ],
    [
      'the file of somebody met elsewhere would stand among those to be led to a court’s protocol',
      "and c.facts ->> 'met' = $2\n",
      '\n'
    ]
  ]),
  ...inFile('policies/next/next-step.ts', 'tests/policies/next/next-step.test.ts', [
    [
      'an act would be said to be done before a day that is over',
      "state === 'running' && dueAt > told.at)",
      "state === 'running')"
    ],
    [
      'a refusal to settle would come before the answer that somebody waits for',
      'const referral = mine ?? toSettle',
      'const referral = toSettle ?? mine'
    ],
    [
      'of several days to come a case would name a later one first',
      "told.clocks.filter(({ state }) => state === 'running').toSorted(byDay)",
      "told.clocks.filter(({ state }) => state === 'running')"
    ],
    [
      'a request without a day would come before the one that is due tomorrow',
      '(a.dueAt?.getTime() ?? Infinity) - (b.dueAt?.getTime() ?? Infinity)',
      '(a.dueAt?.getTime() ?? 0) - (b.dueAt?.getTime() ?? 0)'
    ]
  ]),
  ...inFile('policies/duties.ts', 'tests/policies/duties.test.ts', [
    [
      'a file of a child to be closed would come before those in which the law counts',
      '  if (housekeeping.includes(duty)) return urgencies.housekeeping\n  if (isMinor({ ageGroup })) return urgencies.minor',
      '  if (isMinor({ ageGroup })) return urgencies.minor\n  if (housekeeping.includes(duty)) return urgencies.housekeeping'
    ]
  ]),
  ...inFile('policies/separation.ts', 'tests/policies/requirements/said.test.ts', [
    [
      'the cell would write down the consent to its own sheet, as long as another comes before it',
      "role === 'cell_secretary' && Array.isArray(scopes) && scopes.includes('B')",
      "role === 'cell_secretary' && Array.isArray(scopes) && scopes[0] === 'B'"
    ]
  ]),
  ...inFile('policies/known.ts', 'tests/policies/requirements/said.test.ts', [
    [
      'one zone to avoid in the stead of another would be taken for nothing new',
      'one.length === other.length && one.every((item) => other.includes(item))',
      'one.length === other.length'
    ]
  ]),
  ...inFile('policies/correction-rights.ts', 'tests/policies/requirements/said.test.ts', [
    [
      'whoever keeps no age could complete nothing where the form says it again',
      'ageGroup !== undefined && ageGroup !== facts.ageGroup && !mayChangeAge',
      'ageGroup !== undefined && !mayChangeAge'
    ]
  ]),
  ...inFile('policies/requirements/form.ts', 'tests/policies/requirements/said.test.ts', [
    [
      'what a meeting decided one way would be written the other way',
      'return decision.command === command && same ? null : byHand',
      'return same ? null : byHand'
    ]
  ]),
  ...inFile('policies/habilitations.ts', 'tests/policies/requirements/said.test.ts', [
    [
      'an approval that silence renewed would be said to end with the one before',
      '(a.to !== null && a.to < b.to) ? b : a',
      '(a.to !== null && a.to > b.to) ? b : a'
    ]
  ])
]
