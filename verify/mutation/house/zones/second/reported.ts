import { inFile } from '../../in-file.ts'

/** What is reported and read beside: of which year, in which order, by which report. */
export const reportedMistakes = [
  ...inFile('server/figures/reports/taking.ts', 'tests/server/figures/reports/released.test.ts', [
    [
      'the file of a report would take a quarter for the whole year',
      'releaseKinds[release.kind][locale], quarterIn(release.quarter, locale)',
      `releaseKinds.final[locale], quarterIn(\`${'${'}yearOf(release.quarter)}-Q4\`, locale)`
    ],
    [
      'whoever reads a file of a report would not know that noise is in it',
      'filled.release && methodIn(filled.release, locale)',
      'null'
    ]
  ]),
  ...inFile('figures/export/exported.ts', 'tests/figures/export/export.test.ts', [
    [
      'small counts that partners alone are shown would leave under an open licence',
      `reader ? 'partner' : 'public', language`,
      `'public', language`
    ]
  ]),
  ...inFile('figures/person/residence.ts', 'tests/figures/person/person.test.ts', [
    [
      'thirty days of reflection that still run beside a permit asked for would be told as run to their end',
      `isReflecting(life) ? 'running' : 'ran'`,
      `residence === 'reflection_running' ? 'running' : 'ran'`
    ]
  ]),
  ...inFile('server/figures/reports/released.ts', 'tests/server/figures/reports/released.test.ts', [
    [
      'places would be tried as if they were persons whom a partner reads',
      'partner: persons(partner) }',
      'partner }'
    ],
    [
      'what leaves would be tried by another noise than that of the release it stands beside',
      'noise: method ? { deviation',
      'noise: method && !number ? { deviation'
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
    ],
    [
      'the year that runs could not be asked of a report',
      'new Set([thisYear(now), thisYear(now) - 1, ...known])',
      'new Set([thisYear(now) - 1, ...known])'
    ],
    [
      'a report would be offered from its oldest year',
      '...known])].toSorted((a, b) => b - a)',
      '...known])].toSorted((a, b) => a - b)'
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
    [
      ['what others count would be read from its oldest year', 'b.year - a.year ||', 'a.year - b.year ||'],
      [
        'of one year all that came after it would be shown',
        'all.filter((one) => year === null || one.year === year)',
        'all.filter((one) => year === null || one.year >= year)'
      ]
    ]
  ),
  ...inFile('server/figures/reports/filling.ts', 'tests/server/figures/reports/reports.test.ts', [
    [
      'a report would be filled with what others counted in another year',
      'beside: await besideFigures(tx, year)',
      'beside: await besideFigures(tx, null)'
    ]
  ]),
  ...inFile('server/figures/administrative/lines.ts', 'tests/server/figures/administrative/lines.test.ts', [
    [
      'a file of any length would be read at once',
      'rows.length > linesAtMost',
      'rows.length > linesAtMost * 9'
    ]
  ]),
  ...inFile('server/figures/reports/filling.ts', 'tests/server/figures/reports/leaving.test.ts', [
    [
      'an exact report would not say of how many associations it is',
      'const panel = (await releasedOf(tx, year))?.panel ?? null',
      'const panel = (await releasedOf(tx, year)) && null'
    ]
  ])
]
