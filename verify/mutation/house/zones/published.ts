import { inFile } from '../in-file.ts'

/** What is released, reported and read beside: by whom, of which year, in which order. */
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
    ],
    [
      'what waits to be told would be said to wait to be counted',
      "from outbox where kind = 'count'`",
      'from outbox`'
    ]
  ]),
  ...inFile('server/figures/releases/routes.ts', 'tests/server/figures/releases.read.test.ts', [
    ['the quarters of the last year would be missing from the series', '.slice(-5)', '.slice(0, 5)'],
    [
      'the series would show each year as it was first told',
      'rows.toSorted(byTime).at(-1)!',
      'rows.toSorted(byTime).at(0)!'
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
  ...inFile('server/figures/reports/released.ts', 'tests/server/figures/reports/released.test.ts', [
    [
      'places would be tried as if they were persons whom a partner reads',
      'partner: persons(partner) }',
      'partner }'
    ]
  ]),
  ...inFile('server/figures/reports/exact.ts', 'tests/server/figures/reports/exact.test.ts', [
    [
      'a colleague could not ask for what somebody asked for',
      "and asked_by = $3 and state = 'waiting'`",
      "and $3::uuid is not null and state = 'waiting'`"
    ],
    [
      'whoever asked for one year could not ask for another',
      'report = $1 and year = $2 and asked_by',
      'report = $1 and $2::int is not null and asked_by'
    ],
    [
      'a request would still be answered on its fifteenth day',
      'askedAt.getTime() + waitsFor * day ?',
      'askedAt.getTime() + (waitsFor + 1) * day ?'
    ],
    [
      'exact numbers would be offered to whoever allowed them',
      'take: open && own && entersBeside(actor)',
      'take: open && entersBeside(actor)'
    ],
    [
      'what was asked for last would stand last, and beyond two hundred not at all',
      'order by e.asked_at desc limit 200',
      'order by e.asked_at limit 200'
    ]
  ]),
  ...inFile('server/figures/reports/taking.ts', 'tests/server/figures/reports/exact.test.ts', [
    [
      'the journal would not say of which year exact numbers were taken',
      'detail: `${row.report},${row.year}`',
      'detail: `${row.report}`'
    ]
  ]),
  ...inFile('server/figures/reports/exact.ts', 'tests/server/figures/reports/leaving.test.ts', [
    [
      'what was refused would be taken for left, and numbers be held back for it',
      "year = $1 and state = 'allowed' and (settled_at",
      'year = $1 and (settled_at'
    ]
  ]),
  ...inFile('server/figures/reports/taking.ts', 'tests/server/figures/reports/reports.test.ts', [
    [
      'a report would be of the year that runs where none is named',
      'year ?? thisYear(now) - 1',
      'year ?? thisYear(now)'
    ]
  ]),
  ...inFile(
    'server/figures/administrative/entering.ts',
    'tests/server/figures/administrative/administrative.test.ts',
    [
      [
        'a file would be said to replace what another edition says',
        '=== subjectOf(one) && edition === one.edition',
        '=== subjectOf(one)'
      ],
      [
        'a file would be said to add what it replaces',
        "=== one.value ? 'none' : 'replace'",
        "=== one.value ? 'none' : 'add'"
      ],
      ['the journal would not say how many lines were taken over', 'return `${lines.length}`', "return ''"]
    ]
  ),
  ...inFile(
    'server/figures/administrative/lines.ts',
    'tests/server/figures/administrative/administrative.test.ts',
    [
      ['« 2a » would be refused for Corsica', "typed('territory').toUpperCase()", "typed('territory')"],
      [
        'two editions of one thing would be taken for one said twice',
        '`${subjectOf(one)} ${one.edition}`',
        '`${subjectOf(one)}`'
      ],
      [
        'a number with its thousands apart would be refused',
        "typed.replaceAll(/[\\s\\u00a0\\u202f]/g, '')",
        'typed.trim()'
      ]
    ]
  ),
  ...inFile(
    'server/figures/administrative/read.ts',
    'tests/server/figures/administrative/administrative.test.ts',
    [['what others count would be read from its oldest year', 'b.year - a.year ||', 'a.year - b.year ||']]
  )
]
