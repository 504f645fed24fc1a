import type { Mistake } from '../../mistake.ts'
import { inFile } from '../in-file.ts'
import { broadFigureServer, keptFigureServer } from './figures.more.ts'
import type { Kept } from './kept.ts'

const person = 'tests/figures/person/person.test.ts'
const exported = 'tests/figures/export/export.test.ts'
const reports = 'tests/figures/reports/reports.test.ts'
const open = 'tests/figures/open-file.test.ts'

const readElsewhere: Mistake[] = [
  ...inFile('figures/export/exported.ts', exported, [
    [
      'a file would leave without what must be known of it',
      'return ids.flatMap((id) => {',
      'return ids.slice(0, 3).flatMap((id) => {'
    ]
  ]),
  ...inFile('figures/export/csv.ts', exported, [
    [
      'a word of a file would start a formula where it is opened',
      "if (typeof value === 'number') return String(value)",
      'if (value !== undefined) return String(value)'
    ],
    [
      'a masked count would be read as nobody in a file',
      "if (value === null) return ''",
      "if (value === null) return '0'"
    ]
  ]),
  ...inFile('figures/export/json-stat.ts', exported, [
    [
      'a program would not know which words of a file are places',
      '...(geo.length > 0 && { role: { geo } }),',
      ''
    ]
  ]),
  ...inFile('figures/reports/fill.ts', reports, [
    [
      'what nobody knows would be reported as nought',
      'value: number | null = null',
      'value: number | null = 0'
    ],
    [
      'a report would withhold what is published, and add up what is masked',
      "if (found.some((one) => one === null)) return answer('masked')",
      "if (found.some((one) => one !== null)) return answer('masked')"
    ],
    [
      'what the mechanism cannot know would be said to be waited for from others',
      "if ('missing' in from) return answer('missing')",
      "if ('missing' in from) return answer('unentered')"
    ]
  ]),
  ...inFile('figures/reports/files.ts', reports, [
    [
      'a report would leave without its first line',
      'reportLines(file.report, file.language, file).map(',
      'reportLines(file.report, file.language, file).slice(1).map('
    ]
  ]),
  ...inFile('figures/synthetic/open/records.ts', open, [
    [
      'invented persons would be told by form, age and sex alone',
      'if (table) taken(',
      'if (table && step.given.length === 0) taken('
    ],
    [
      'nobody could make an open file again, and see that it holds nothing but what is published',
      'const other = below(last + 1)',
      'const other = Math.floor(Math.random() * (last + 1))'
    ]
  ])
]

const counted: Mistake[] = [
  ...inFile('figures/person/column.ts', person, [
    [
      'all that is known of a person would be counted as not known',
      "return Object.hasOwn(words, value) ? value : 'unknown'",
      "return 'unknown'"
    ],
    [
      'a person would be counted under words that no table has, and as one of whom nothing is known beside what is',
      '.filter((value) => value !== empty && Object.hasOwn(words, value))',
      ''
    ]
  ]),
  ...inFile('figures/person/column.ts', 'tests/figures/person/impossible.test.ts', [
    [
      'what whoever attacks takes for impossible would be true of everybody',
      "return Object.hasOwn(words, value) ? value : 'unknown'",
      "return 'unknown'"
    ]
  ]),
  ...inFile('figures/person/who.ts', person, [
    [
      'whoever may have been a child when exploitation began would be told to have been an adult',
      'majority,\n    ageAtStart\n',
      "majority,\n    (life) => (ageAtStart(life) === 'minor' ? 'minor' : 'adult')\n"
    ],
    [
      'whoever was flagged in the first hour of a year would be counted in the year before',
      'Number(civilDate(at, zone).slice(0, 4))',
      'Number(at.slice(0, 4))'
    ]
  ]),
  ...inFile('figures/person/person.ts', 'tests/figures/person/whose.test.ts', [
    [
      'whoever was brought with a file would be counted as flagged on that day',
      'const { takenOver } = life',
      'const takenOver = life === null'
    ]
  ]),
  ...inFile('figures/fixed/cells.ts', 'tests/figures/fixed/cells.test.ts', [
    [
      'nobody would be counted in a total',
      "return [...(typeof value === 'string' ? [value] : value), marginName]",
      "return typeof value === 'string' ? [value] : [...value]"
    ]
  ])
]

const hidden: Mistake[] = [
  ...inFile('figures/noise/deviations.ts', 'tests/figures/noise.test.ts', [
    [
      'noise would go further up than is said, and further up than down',
      'return greatestEntropy(-fall, deviation, Math.min(',
      'return greatestEntropy(-fall, deviation + 1, Math.min('
    ]
  ]),
  ...inFile('figures/mask/mask.ts', 'tests/figures/mask.test.ts', [
    [
      'partners would read no more than the public',
      '< threshold ? null : count',
      '< thresholds.public ? null : count'
    ]
  ]),
  ...inFile('figures/release/rules.ts', 'tests/figures/release.rules.test.ts', [
    [
      'any release would be made that is asked for',
      "if (known.some(({ state }) => state === 'asked' || state === 'ready'))",
      "if (known) return { version: 1 }\n  if (known.some(({ state }) => state === 'asked' || state === 'ready'))"
    ]
  ]),
  ...inFile('figures/release/leaving.ts', 'tests/figures/release.leaving.test.ts', [
    ['no exact number at all might be published', 'else telling.add(rank)', 'telling.add(rank)']
  ]),
  ...inFile('figures/gate/knowledge.ts', 'tests/figures/gate/knowledge.test.ts', [
    [
      'whoever attacks would be thought to take each count with its noise for the true one',
      'boundsOf(shown, cell, release, deviation)',
      'boundsOf(shown, cell, release, 0)'
    ]
  ]),
  ...inFile('figures/gate/related.ts', 'tests/figures/gate/related.test.ts', [
    [
      'what two tables tell of the same persons would be held against nobody',
      'if (of.length < parts.length + wholes.length) return []',
      'if (of.length >= 0) return []'
    ]
  ]),
  ...inFile('figures/gate/demands.ts', 'tests/figures/gate/demands.test.ts', [
    [
      'an association that gave most of a count would learn how few others are in it',
      'const most = Math.max(threshold - 1, mine > 0 ? mine + deviation : 0)',
      'const most = threshold - 1'
    ]
  ])
]

/** Whole answers taken away. */
export const broadFigures: Mistake[] = [...readElsewhere, ...counted, ...hidden, ...broadFigureServer]

/** Why tests stay that no mistake brought down. */
export const keptFigures: Kept = {
  'tests/figures/export/export.test.ts':
    'That a version has a file name of its own is one part of one name: its loss brings down this test and no other.',
  'tests/figures/fixed/cells.test.ts':
    'The list of tables is asked for its shape: a table of one dimension too many, a word that is missing, a word with a divider in it. Each is one row, and one slip.',
  'tests/figures/gate/abreast.test.ts':
    'The fast attack is held to the slow one on drawn releases: it falls where the two differ, and a mistake that makes both wrong is seen in the tests of the gate.',
  'tests/figures/gate/again.test.ts':
    'A contributor attacks drawn releases a second time after the mask: what is asked is that the gate is at rest, which a mistake in what it looks for leaves true.',
  'tests/figures/gate/earlier.test.ts':
    'It walks the one case in which the later total alone can be masked; what its neighbours hold of earlier releases is made wrong in the list.',
  'tests/figures/gate/gate.test.ts':
    'One asks that nothing is masked in vain, the other that the zones of the product reach the gate: the first is no leak, the second is made wrong beside its own rows.',
  'tests/figures/gate/knowledge.test.ts':
    'That one count has one name in all tables is asked of two drawn tables: names that fall apart are made wrong where the gate masks by them.',
  'tests/figures/gate/reader.test.ts':
    'The solver is made to fail, which it does in no test beside: they hold the way out of its failure, of which each step has one test.',
  'tests/figures/noise.test.ts':
    'One holds that noise which cannot be had is refused, at each limit by itself, the other that the words of the page say the number that the code has.',
  'tests/figures/open-file.test.ts':
    'Both hold the file of nobody, without a person and without an attack: what is drawn of some says nothing of it.',
  'tests/figures/person/whose.test.ts':
    'It reads the whole list of countries: a country that lost its zone brings it down, and no other test.',
  'tests/figures/release.judging.test.ts':
    'Each follows one thing through the judgement: a line of a contributor, the name of a table, the moment of a version; each is one line of code and has one test.',
  'tests/figures/release.leaving.test.ts':
    'It holds the pencil work row by row with bounds that are no whole numbers, which the tests beside it never have.',
  'tests/figures/release.measures.test.ts':
    'The band of the middle and the list of durations: the limits of both are made wrong in the list, these hold what is told when nothing forbids it.',
  'tests/figures/release.nested.test.ts':
    'It asks with which of the earlier releases each reader is attacked: one argument of one call, of which the test before it asks what is masked.',
  'tests/figures/release.rules.test.ts':
    'That what is out cannot be given up, and that a table is not asked for a line which it has not: two guards of their own.',
  'tests/figures/reports/reports.test.ts':
    'Figures of others are shown edition by edition, and no line mixes them with ours: the first is one expression, the second reads the lines as they are written.',
  ...keptFigureServer
}
