import { inFile } from '../in-file.ts'

const judging = 'tests/figures/release.judging.test.ts'
const readers = 'tests/figures/release.readers.test.ts'

/** What readers of figures know beside them: who cannot be there, and what has left before. */
export const leavingMistakes = [
  ...inFile('figures/release/readers.ts', judging, [
    [
      'what noise alone lifted to eleven in a release before would be taken for a small count',
      '[...beside.partner, ...beside.lifted]',
      'beside.partner'
    ],
    [
      'of a release before it would be forgotten that what partners are shown from eleven on reaches it',
      ', over: thresholds.public',
      ''
    ]
  ]),
  ...inFile('figures/release/readers.ts', readers, [
    [
      'a release before would be read without knowing which quarters had not begun then',
      '...toCome(asOf, year)',
      '...{}'
    ]
  ]),
  ...inFile('figures/person/impossible.ts', 'tests/figures/person/impossible.test.ts', [
    [
      'somebody flagged in a quarter that runs would be taken for nobody',
      '.filter((quarter) => quarter > begun)',
      '.filter((quarter) => quarter >= begun)'
    ],
    [
      'somebody flagged by a school would be taken for nobody',
      'filter((role) => !(role in flagging))',
      "filter((role) => role !== 'asso')"
    ]
  ]),
  ...inFile('figures/release/leaving.ts', 'tests/figures/release.leaving.test.ts', [
    [
      'an exact number would be published beside a release that gives a small count away with it',
      'else telling.add(rank)',
      ''
    ],
    [
      'exact numbers would leave one after the other, and few be left between them',
      'ofExact(exact.map(national), method),',
      ''
    ],
    [
      'an exact number would give away what partners alone are shown beside',
      "(['public', 'partner'] as const)",
      "(['public'] as const)"
    ],
    [
      'of several numbers each would be taken from a sum alone, and never all of them',
      'const left = rests.map((rest) => leftBy(row, [rest])[0] ?? rest)',
      'const left = rests'
    ],
    [
      'a report would leave as if none had left before it',
      'const [earlier, own] = [before.flatMap(sumsIn), sumsIn(report)]',
      'const [earlier, own] = [before.slice(0, 0).flatMap(sumsIn), sumsIn(report)]'
    ]
  ]),
  ...inFile('figures/release/judging.ts', readers, [
    [
      'a small count of whom the code knows nobody would be left to whoever subtracts',
      'return never.filter((cell) => !held.has(cell))',
      'return [...never]'
    ]
  ])
]
