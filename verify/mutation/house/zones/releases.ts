import { inFile } from '../in-file.ts'

/** What the server makes of a release, and of what leaves beside one. */
export const releaseMistakes = [
  ...inFile('server/figures/quarters.ts', 'tests/server/figures/quarters.test.ts', [
    [
      'what happened on the first day of a quarter would be counted in the one before',
      'addDays(dayAfter(quarter), -1)',
      'dayAfter(quarter)'
    ]
  ]),
  ...inFile('server/figures/releases/refused.ts', 'tests/server/figures/releases.refused.test.ts', [
    [
      'one that was asked for again would be asked for a second time',
      'one.number > row.number && wasRefused([one], row)',
      'one.number < row.number && wasRefused([one], row)'
    ]
  ]),
  ...inFile('server/demo/world/releases.ts', 'tests/server/demo/releases.refused.test.ts', [
    [
      'a past year that is refused would keep the demonstration from its last quarter',
      "if (made?.state === 'ready') await publishRelease",
      "if (made?.state !== 'ready') return; await publishRelease"
    ]
  ]),
  ...inFile('server/figures/reports/released.ts', 'tests/server/figures/reports/released.test.ts', [
    [
      'a report would leave with counts that the public is not to read',
      "tablesOf(tx, number, 'public')",
      "tablesOf(tx, number, 'partner')"
    ],
    [
      'a report would leave with figures that nobody has published',
      "state === 'published' && yearOf(quarter)",
      "state !== 'dropped' && yearOf(quarter)"
    ],
    [
      'a report would be filled with the figures of another year',
      'yearOf(quarter) === year',
      'yearOf(quarter) >= year'
    ]
  ]),
  ...inFile('server/figures/releases/making.ts', 'tests/server/figures/releases.refused.test.ts', [
    [
      'what is left out of a release would be made and kept all the same',
      '!row.leftOut.includes(id)',
      'row.leftOut.length < 99'
    ]
  ]),
  ...inFile('server/figures/reports/taking.ts', 'tests/server/figures/reports/leaving.test.ts', [
    [
      'what was released before would be forgotten when exact numbers leave',
      'telling: await tellingOf(tx, filled, row)',
      'telling: new Set()'
    ],
    [
      'a report that left before would be forgotten when exact numbers leave',
      'const before = (await leftBefore(tx, row)).map(',
      'const before = (await leftBefore(tx, row)).slice(0, 0).map('
    ]
  ]),
  ...inFile('server/figures/reports/released.ts', 'tests/server/figures/reports/leaving.test.ts', [
    [
      'places would be taken for persons, and nothing that leaves be held against a release',
      'all.filter(({ id }) => id !== bedsTable.id)',
      'all'
    ]
  ]),
  ...inFile('server/figures/reports/exact.ts', 'tests/server/figures/reports/leaving.test.ts', [
    [
      'exact numbers would leave while a release is published, and neither be held against the other',
      'await alone(tx)\n    const row',
      'const row'
    ]
  ]),
  ...inFile('server/figures/releases/store.ts', 'tests/server/figures/releases.overtaken.test.ts', [
    [
      'exact numbers of another year would keep a release from being published',
      'and e.year = left(quarter, 4)::int)',
      ')'
    ],
    [
      'exact numbers that the attack knew would keep a release from being published',
      "coalesce((select (report ->> 'sent')::int from release_report where release = number), 0) as overtaken",
      '0 as overtaken'
    ]
  ]),
  ...inFile('server/figures/releases/views.ts', 'tests/server/figures/releases.test.ts', [
    [
      'whoever prepares a release would be told which counts noise has lifted over a threshold',
      'partner: [...partner, ...lifted], whole }',
      'partner, lifted, whole }'
    ]
  ]),
  ...inFile('server/figures/releases/sent.ts', 'tests/server/figures/sent.test.ts', [
    [
      'exact numbers would be held against a release as they stand now, and not as they were sent',
      'then < since ? asOf : then',
      'then < since ? asOf : asOf'
    ],
    [
      'what left would be taken for held against a release that came out later',
      'outSince !== undefined && outSince <= at',
      'outSince !== undefined'
    ]
  ]),
  ...inFile('server/figures/releases/beside.ts', 'tests/server/figures/beds.test.ts', [
    [
      'whoever guesses who lives in a pool could try it against its noise',
      "createHmac('sha256', keys.derive('figures:places'))",
      "createHmac('sha256', 'figures:places')"
    ]
  ]),
  ...inFile('server/figures/releases/noise.ts', 'tests/server/figures/releases.noise.test.ts', [
    [
      'what was decided of the noise would protect no release',
      '{ ...usualNoise, variance: rows[0]!.variance }',
      'usualNoise'
    ],
    ['noise decided for years to come would protect this one', 'from_year <= ${year}', 'from_year <= 9999']
  ]),
  ...inFile('server/figures/releases/making.ts', 'tests/server/figures/releases.failed.test.ts', [
    [
      'counts would be read, given up and asked for again, and nobody would subtract the ones from the others',
      "inArray(releases.state, ['published', 'dropped'])",
      "inArray(releases.state, ['published'])"
    ],
    [
      'an earlier year would be held against a release, and none of its own',
      'sql`left(${releases.quarter}, 4) = ${`${year}`}`',
      'sql`left(${releases.quarter}, 4) < ${`${year}`}`'
    ]
  ])
]
