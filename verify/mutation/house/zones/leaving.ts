import { inFile } from '../in-file.ts'

const nested = 'tests/figures/release.nested.test.ts'
const readers = 'tests/figures/release.readers.test.ts'

/** What readers of figures know beside them: who cannot be there, and what has left before. */
export const leavingMistakes = [
  ...inFile('figures/release/nested.ts', nested, [
    [
      'what a partner reads would narrow down what the public does not',
      'open[at]!.shown[cell] === null && shown !== null && shown >= threshold',
      'open[at]!.shown[cell] === null && shown !== null && shown < 0'
    ],
    [
      'a partner would know that fewer than eleven stand where noise lifted them to eleven',
      'shown >= threshold',
      'shown > threshold'
    ],
    [
      'what must be hidden from partners would be published for everybody, them among it',
      'return { tables: withoutCells(tables, hidden), maskedToPass: hidden }',
      'return { tables, maskedToPass: hidden }'
    ],
    [
      'a count that is small for everybody would be told to have been masked to pass, and reach eleven',
      '.filter((name) => shown.has(name))',
      ''
    ],
    [
      'what one table alone hides from partners would be published in it',
      '? [] : [name, `${table.id}: ${name}`]',
      '? [] : [name]'
    ],
    [
      'an attack on what partners read would not know that what noise alone lifted to eleven is masked',
      'over ? { ...masked, over: over.threshold } : masked',
      'masked'
    ],
    [
      'what noise alone lifted to eleven would be attacked as a small count of partners',
      'new Set([...few, ...lifted])',
      'few'
    ]
  ]),
  ...inFile('figures/gate/knowledge.ts', 'tests/figures/gate/gate.test.ts', [
    [
      'a small count would be left beside one of which partners know that it reaches eleven',
      'shown >= over ? over : threshold',
      'threshold'
    ]
  ]),
  ...inFile('figures/release/readers.ts', nested, [
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
