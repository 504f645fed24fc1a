import { inFile } from '../in-file.ts'

const gate = 'tests/figures/gate/gate.test.ts'
const knowledge = 'tests/figures/gate/knowledge.test.ts'
const empty = 'tests/figures/gate/emptiness.test.ts'

/** The attack that every release must withstand before it is published. */
export const gateMistakes = [
  ...inFile('figures/gate/gate.ts', gate, [
    [
      'a release whose noise least squares take away would be published',
      '!contradicts && squares.passes',
      '!contradicts'
    ],
    [
      'a release that contradicts itself would pass the attack',
      'if (!found) contradicts = true',
      'if (!found) contradicts = false'
    ],
    [
      'a count hidden last month would be given away by what is published today',
      '[...earlier, release, ...sent].map(',
      '[release, ...sent].map('
    ],
    [
      'a count would be given away by three releases of which no two tell it',
      '[...earlier, release, ...sent].map(',
      '[...earlier.slice(-1), release, ...sent].map('
    ],
    [
      'what was masked so that nobody is recovered would be shown',
      'new Set([...(release.maskedToPass ?? []), ...outcomes.flatMap(({ masked }) => masked)])',
      'new Set(release.maskedToPass)'
    ]
  ]),
  ...inFile('figures/gate/halves.ts', 'tests/figures/gate/halves.test.ts', [
    ['half of what everybody asks for would be asked by nobody', 'return halves[half]', 'return halves[0]']
  ]),
  ...inFile('figures/gate/reader.ts', 'tests/figures/gate/reader.test.ts', [
    [
      'what is masked would be what stood in the way of another demand',
      'if (!found) worth = against(knowledge, model)',
      ''
    ]
  ]),
  ...inFile('figures/gate/mend.ts', gate, [
    [
      'a count that is told would be taken for one that reaches as far as is asked',
      'found.push(one)',
      'found.push({ ...one, unmet: [] })'
    ],
    [
      'what is recovered would be told in an order that chance drew',
      'unmet: unmet.toSorted(inOrder)',
      'unmet'
    ]
  ]),
  ...inFile('figures/gate/abreast.ts', 'tests/figures/gate/abreast.test.ts', [
    [
      'one count would be asked to be low at one moment and high at another, in one world',
      'return demands.filter((one) => one.side === side)',
      'return demands.filter(() => side)'
    ]
  ]),
  ...inFile('figures/gate/names.ts', gate, [
    [
      'a count of several tables would be taken for as many counts, and be told by all of them together',
      "parts.toSorted().join(' & ')",
      "parts.join(' & ')"
    ],
    [
      'a cell that is masked to protect another would be shown by the next table that holds it',
      'names.has(named[cell]!) || names',
      '(table === tables[0] && names.has(named[cell]!)) || names'
    ]
  ]),
  ...inFile('figures/gate/demands.ts', 'tests/figures/gate/again.test.ts', [
    [
      'an association would work out the others of a form, who can be no more than all the others',
      'rows: rows.map((row) => ofOthers(row, ownIn(row, unknowns, own))),',
      'rows,'
    ]
  ]),
  ...inFile('figures/gate/demands.ts', gate, [
    [
      'a small count would be taken for hidden although a reader can tell that somebody is there',
      "{ at, side: 'low', level: 1 },\n    { at, side: 'high', level: threshold - 1 }\n  ]",
      "{ at, side: 'high', level: threshold - 1 }\n  ]"
    ]
  ]),
  ...inFile('figures/gate/demands.ts', 'tests/figures/gate/demands.test.ts', [
    [
      'a release for partners would be refused for a count of which a contributor knows what everybody does',
      'mine > 0 ? mine + deviation : 0',
      'mine + deviation'
    ],
    [
      'no release of a small country would be let out: of a contributor more is asked than the masks of its totals let',
      'Math.min(most, mine + room)',
      'most'
    ],
    [
      'an association that flagged all but one of a masked total would know that there is one',
      'room === 1 ? 0 : 1',
      '1'
    ],
    [
      'of a total that was told before, its mask would be held to say that few are in it',
      'Math.max(one.high, one.threshold - 1 + deviation)',
      'one.threshold - 1 + deviation'
    ]
  ]),
  ...inFile('figures/gate/demands.ts', knowledge, [
    [
      'what an association knows of its own cases would be left out of the attack',
      'Math.max(unknown.low, own(unknown) ?? 0)',
      'unknown.low'
    ]
  ]),
  ...inFile('figures/gate/demands.ts', gate, [
    [
      'what an association knows of its cases of another release would be left out of the attack',
      'most: ownIn(row, unknowns, own) || row.most',
      'most: row.most'
    ],
    [
      'a contributor whose own grew would not be asked what it learns by that',
      'grown.has(at) || (own',
      '(own'
    ]
  ]),
  ...inFile('figures/gate/knowledge.ts', knowledge, [
    [
      'what was masked to pass would be taken for a count that may be none',
      'return { low: 0, high: Infinity, threshold: null, reaches: threshold }',
      'return { low: 0, high: Infinity, threshold: null, reaches: 0 }'
    ]
  ]),
  ...inFile('figures/gate/moving.ts', 'tests/figures/gate/moving.test.ts', [
    [
      'a count would be taken for hidden in a world that its sums do not allow',
      'const still = of.reduce(',
      'const still = 0 * of.reduce('
    ]
  ]),
  ...inFile('figures/gate/since.ts', 'tests/figures/gate/earlier.test.ts', [
    [
      'a total that earlier releases tell of would be held to be small, and every later release be refused for it',
      'told[at]! >= threshold',
      'low[before.get(at) ?? at]! >= threshold'
    ],
    [
      'whom the new release shows would be left shown beside a total whose noise hides it',
      'told[at] = before.has(at) ? known[before.get(at)!]! : 0',
      'told[at] = low[at]!'
    ]
  ]),
  ...inFile('figures/gate/reaching.ts', knowledge, [
    [
      'a count that was masked to pass once would be asked nothing more of when it is small',
      'bare.has(at) ? one : {',
      'bare.size < 0 ? one : {'
    ]
  ]),
  ...inFile('figures/gate/related.ts', 'tests/figures/gate/related.test.ts', [
    [
      'the same persons under two words would be two counts, and be told by both',
      '{ parts: [one], wholes: [other], least: 0 }',
      '{ parts: [one], wholes: [other], least: -Infinity }'
    ],
    [
      'parts that are all of a whole would leave it open what is beside them',
      '{ parts, wholes: [whole], least: 0 }',
      '{ parts, wholes: [whole], least: -Infinity }'
    ],
    [
      'words that mean the same persons would do so of the whole country alone',
      '[...placed(parts[0]!).keys()].flatMap(',
      "[''].flatMap("
    ]
  ]),
  ...inFile('figures/gate/sent.ts', gate, [
    [
      'a number that was sent exactly would be taken for no more than a part of its cells',
      'signs: places.map(() => 1), least: n, most: n',
      'signs: places.map(() => 1), least: 0, most: n'
    ]
  ]),
  ...inFile('figures/gate/emptiness.ts', empty, [
    [
      'a quarter that has not begun would be thought to hold some, and hide nothing',
      'toCome.has(part) ||',
      ''
    ],
    ['a word that nobody ever has would be thought to hold some, and hide nothing', 'alone.has(part) ||', '']
  ]),
  ...inFile('figures/gate/sent.ts', empty, [
    [
      'an exact number would be thought to count some of whom there are none',
      'high: isEmpty(cell) ? 0 : Infinity',
      'high: Infinity'
    ]
  ]),
  ...inFile('figures/gate/knowledge.ts', empty, [
    [
      'that a shown count moved would not be known to say that somebody came',
      'most: hasMoved ? -1 : 0',
      'most: 0'
    ]
  ])
]
