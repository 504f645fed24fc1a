import { inFile } from '../../in-file.ts'

/** What is released: counted when, tried against whom, read by whom. */
export const publishedMistakes = [
  ...inFile('server/figures/releases/beside.ts', 'tests/server/figures/contributors.test.ts', [
    [
      'a release would be tried against whoever knows least of a département',
      'order by ${place}, n desc, id`',
      'order by ${place}, n, id`'
    ],
    [
      'a release would be tried against those who flagged fewest in the country',
      'order by sum(n) desc, id limit',
      'order by sum(n), id limit'
    ]
  ]),
  ...inFile('server/figures/releases/beside.ts', 'tests/server/figures/releases.failed.test.ts', [
    [
      'the police would be counted among the associations that flagged',
      "and registrar_role = 'asso' and",
      'and'
    ],
    [
      'a release would tell that all whom it counts come from one or two associations',
      'n < fewestInPanel ? null : n',
      'n < 1 ? null : n'
    ]
  ]),
  ...inFile('server/figures/releases/stopped.ts', 'tests/server/figures/releases.failed.test.ts', [
    [
      'a release that is made at its last attempt would be called dead',
      '(attempts < max_attempts or locked_at is not null)',
      'attempts < max_attempts'
    ]
  ]),
  ...inFile('server/figures/releases/half-year.ts', 'tests/server/figures/releases.views.test.ts', [
    ['a paper would not say what it mends', 'if (row.erratum) write(', "if (row.erratum === '') write("],
    ['a paper would call three quarters a year', "quarter.endsWith('Q4')", "quarter.endsWith('Q3')"],
    [
      'a paper would not say that something is masked',
      'labels.filter((_, at) => shown[at] === null)',
      'labels.filter((_, at) => shown[at] === undefined)'
    ],
    [
      'a paper would name all of which there is nobody',
      '|| count === undefined || count === 0 ?',
      '|| count === undefined ?'
    ]
  ]),
  ...inFile('server/figures/releases/views.ts', 'tests/server/figures/releases.views.test.ts', [
    [
      'whoever prepares a release would read ten minutes for seven',
      'Math.floor((now.getTime() - since.getTime()) / 60_000)',
      'Math.ceil((now.getTime() - since.getTime()) / 60_000)'
    ],
    [
      'an attack that found more than by guessing would be said to have found nothing',
      'return passed ? titles.guessed : titles.better',
      'return passed ? titles.better : titles.guessed'
    ],
    [
      'the map would show ten times fewer victims than there are',
      'Math.round((value / population) * 1e7) / 100',
      'Math.round((value / population) * 1e6) / 100'
    ],
    [
      'whoever prepares a release would wait for the wrong day',
      'longDate(dayAfter(next(lastEnded(now))), locale)',
      'longDate(dayAfter(lastEnded(now)), locale)'
    ]
  ]),
  ...inFile('server/figures/releases/views.ts', 'tests/server/figures/releases.test.ts', [
    [
      'which cells were masked to pass would be told after a release is out',
      "beside: row.state === 'ready' ? besideIn(row.report, locale) : []",
      'beside: besideIn(row.report, locale)'
    ]
  ]),
  ...inFile('server/figures/releases/asking.ts', 'tests/server/figures/releases.test.ts', [
    [
      'the journal would say of which quarter, and not which release was asked for',
      'object: await work(tx, at) })',
      'object: (await work(tx, at)) && object })'
    ]
  ]),
  ...inFile('server/figures/store/count.ts', 'tests/server/figures/releases.test.ts', [
    [
      'a year in which nobody is counted any more would be offered',
      "p.year = one.year and p.known_until = 'infinity')",
      'p.year = one.year)'
    ]
  ]),
  ...inFile('server/figures/releases/routes.ts', 'tests/server/figures/releases.read.test.ts', [
    ['the quarters of the last year would be missing from the series', '.slice(-5)', '.slice(0, 5)'],
    [
      'the series would show each year as it was first told',
      'rows.toSorted(byTime).at(-1)!',
      'rows.toSorted(byTime).at(0)!'
    ],
    [
      'partners would be told that less than eleven are masked where it is less than five',
      '`${audiences[audience]}`)',
      '`${audiences.public}`)'
    ]
  ]),
  ...inFile('server/figures/releases/taking.ts', 'tests/server/figures/releases.read.test.ts', [
    [
      'the paper of partners would bear the name of the public one',
      "report.audience === 'public' ? [] : ['partenaires']",
      "report.audience === 'public' ? [] : []"
    ]
  ]),
  ...inFile('server/figures/releases/store.ts', 'tests/server/figures/reports/released.test.ts', [
    [
      'a provisional release would stand before the final one of its quarter',
      "kind = 'final' desc, version desc",
      "kind = 'final', version desc"
    ]
  ]),
  ...inFile('server/figures/releases/sent.ts', 'tests/server/figures/sent.test.ts', [
    [
      'what left would be held against an older release than the one that was out',
      '.toSorted((one, other) => one.asOf - other.asOf)',
      '.toSorted((one, other) => other.asOf - one.asOf)'
    ]
  ]),
  ...inFile('server/figures/releases/making.ts', 'tests/server/figures/releases.failed.test.ts', [
    ['a release would be counted before all that was done is', 'await untilCounted(stats)', '']
  ]),
  ...inFile('server/figures/releases/askable.ts', 'tests/server/figures/releases.test.ts', [
    [
      'what is out would be offered no more, and never be mended',
      "return !('why' in made) || made.field === 'erratum'",
      "return !('why' in made)"
    ]
  ]),
  ...inFile('server/figures/releases/half-year.ts', 'tests/server/figures/releases.read.test.ts', [
    [
      'the paper of a département would not say that the rest is of the country',
      'if (place !== null) write(',
      "if (place === '') write("
    ],
    [
      'a paper would bear the threshold of other readers',
      'threshold: audiences[audience], ...row.method',
      "threshold: audiences[audience === 'public' ? 'partner' : 'public'], ...row.method"
    ]
  ]),
  ...inFile('server/figures/store/recount.ts', 'tests/server/figures/contributors.test.ts', [
    [
      'whoever was counted from that very instant on would be missing from a release',
      'p.known_from <= ${at}::timestamptz',
      'p.known_from < ${at}::timestamptz'
    ],
    [
      'whoever was nobody any more at that very instant would be counted twice',
      'p.known_until > ${at}::timestamptz',
      'p.known_until >= ${at}::timestamptz'
    ]
  ]),
  ...inFile('server/figures/releases/files.ts', 'tests/server/figures/releases.read.test.ts', [
    [
      'a file of partners would say that less than eleven are masked',
      '...{ threshold: audiences[audience], ...row.method }',
      '...{ threshold: audiences.public, ...row.method }'
    ]
  ])
]
