import { inFile } from './in-file.ts'

const mask = 'tests/figures/mask.test.ts'
const noise = 'tests/figures/noise.test.ts'
const judging = 'tests/figures/release.judging.test.ts'
const rules = 'tests/figures/release.rules.test.ts'
const cells = 'tests/figures/fixed/cells.test.ts'

/** What is published of everybody, so that it tells nothing of anybody. */
export const figureMistakes = [
  ...inFile('server/figures/store/count.ts', 'tests/server/figures/store/drawn.test.ts', [
    [
      'somebody who was flagged in error would be counted among the victims',
      "merged || life.regions.closure === 'closed_in_error'",
      'merged'
    ]
  ]),
  ...inFile('figures/mask/mask.ts', mask, [
    ['a count of ten persons would be published', 'public: 11', 'public: 10'],
    ['a partner would read a count of four', 'partner: 5', 'partner: 4'],
    [
      'a small count would be published because noise made it large',
      'Math.min(count, counted.counts[cell]!) < threshold ? null',
      'count < threshold ? null'
    ],
    [
      'a count of exactly the threshold in truth that noise made small would be published',
      'Math.min(count, counted.counts[cell]!) < threshold ? null',
      'counted.counts[cell]! < threshold ? null'
    ],
    [
      '« none of them » would be said of a small group',
      '< threshold ? null : count',
      '< threshold && count !== 0 ? null : count'
    ]
  ]),
  ...inFile('figures/release/measures.ts', 'tests/figures/release.measures.test.ts', [
    ['a duration of a few persons would be published', 'fewestForDays = 30', 'fewestForDays = 3'],
    [
      'a duration would be told of fewer than are shown',
      'sum(low) - noise < fewestForDays',
      'total - noise < fewestForDays'
    ],
    [
      'a duration would be told of thirty persons shown who are fewer in truth',
      'sum(low) - noise < fewestForDays',
      'sum(low) < fewestForDays'
    ],
    [
      'a duration would be told though those who are masked could move it',
      'const high = of.map((count) => count ?? masked)',
      'const high = of.map((count) => count ?? 0)'
    ]
  ]),
  ...inFile('figures/noise/noise.ts', noise, [
    ['nought would be given noise, and tell that somebody is there', 'if (count === 0) return 0', ''],
    ['the noise of a count would lie on one side alone', '(key >>> 0) / keys', '(key >>> 1) / keys'],
    ['published counts would have no noise', 'return count + least + at', 'return count + at - at'],
    [
      'large counts would have no row of noise',
      'rows[Math.min(count, rows.length) - 1]',
      'rows[Math.min(count, 1) - 1]'
    ]
  ]),
  ...inFile('figures/release/judging.ts', judging, [
    [
      'a release that contradicts itself would pass',
      'passed: all === 0 && !contradicts',
      'passed: all === 0'
    ],
    [
      'a release from which persons are recovered would pass',
      'passed: all === 0 && !contradicts',
      'passed: !contradicts'
    ],
    [
      'what an organisation knows of its own cases would give away the others',
      'passed: findings.length === all',
      'passed: true'
    ]
  ]),
  ...inFile('figures/release/judging.ts', judging, [
    [
      'what was sent exactly would be forgotten when a later release is attacked',
      'method, sent }',
      'method, sent: [] }'
    ],
    [
      'whoever prepares a release would be told how many counts were guessed right',
      'found: squares.passes ? 0 : 1',
      'found: squares.exact'
    ]
  ]),
  ...inFile('figures/release/groups.ts', judging, [
    [
      'of a small group it would be published that all of it is the same',
      '(all < fewestForDays ? few : many)',
      'many'
    ],
    [
      'all that is told of one quarter would be masked',
      'if (all === null || told.includes(along.name)) continue',
      'if (all === null) continue'
    ]
  ]),
  ...inFile('figures/synthetic/open/attack.ts', 'tests/figures/open-file.test.ts', [
    [
      'an open file of the persons themselves would pass its attack',
      'passed: advantage <= chance',
      'passed: true'
    ],
    [
      'whom an open file singles out would be looked for among others',
      'if (inMembers!.get(key) === 1)',
      'if (inHoldout!.get(key) === 1)'
    ]
  ]),
  ...inFile('figures/release/rules.ts', rules, [
    [
      'whoever prepared figures would publish them alone',
      'return askedBy === personId ? refused.ownRelease : null',
      'return null'
    ],
    [
      'figures of a quarter that is not over would be published',
      "if (quarter > lastEnded) return { field: 'quarter', why: refused.running }",
      ''
    ],
    [
      'the same counts would be out under two noises, as after the store was lost',
      'one.otherNoise && yearOf(one.quarter) === yearOf(quarter)',
      'one.otherNoise && one.quarter === quarter && one.kind === kind && erratum === null'
    ],
    [
      'figures that were not attacked would be published',
      "if (state !== 'ready') return refused.notReady",
      "if (state === 'dropped') return refused.notReady"
    ],
    [
      'a release would be published beside exact numbers that left after its attack',
      'if (overtaken) return refused.sentSince',
      ''
    ],
    [
      'two releases would be prepared at once',
      "known.some(({ state }) => state === 'asked' || state === 'ready')",
      "known.some(({ state }) => state === 'asked')"
    ],
    [
      'a table would be hidden from a release that no attack has refused',
      'if (leftOut.length > 0 && !wasRefused(known, { quarter, kind, version }))',
      'if (leftOut.length < 0)'
    ],
    [
      'a quarter would be published after a later one, and be read against it',
      'yearOf(one.quarter) === yearOf(quarter) && one.quarter > quarter',
      'one.quarter === quarter && one.quarter > quarter'
    ]
  ]),
  ...inFile('figures/fixed/cells.ts', cells, [
    [
      'a person would be counted in a table of those who were flagged without having been',
      "if (entry !== 'flagged') return []",
      ''
    ],
    [
      'a person who leaves a cell would leave their key in it, and its noise would tell',
      'round(known.keys + cell.keys)',
      'known.keys + cell.keys'
    ],
    ['a person who leaves would be counted on', 'n: known.n + sign', 'n: known.n + 1'],
    [
      'keys would not go round downwards, and noise tell who left',
      '((keys % modulus) + modulus) % modulus',
      'keys % modulus'
    ]
  ]),
  ...inFile('figures/release/slice.ts', rules, [
    [
      'a partner would be given the line of another département',
      'inner.toSpliced(at, 0, index)',
      'inner.toSpliced(at, 0, 0)'
    ]
  ]),
  ...inFile('figures/person/zones.ts', 'tests/figures/person/whose.test.ts', [
    [
      'whoever may be of the EEA would be told as a citizen of the Union',
      "nationality === 'eu' ? unionOrLike : (nationality ?? 'unknown')",
      "nationality ?? 'unknown'"
    ]
  ]),
  ...inFile('workflows/vocabulary/countries.ts', 'tests/figures/person/whose.test.ts', [
    ['Switzerland would be a state of the Union', "'AT BE BG CY CZ DE", "'AT BE BG CH CY CZ DE"]
  ]),
  ...inFile('figures/reports/fill.ts', 'tests/figures/reports/reports.test.ts', [
    [
      'a table that a release is without would be told as one that is to come',
      "leftOut.includes(id) ? 'left_out' : 'unreleased'",
      "'unreleased'"
    ]
  ]),
  ...inFile('figures/person/asked.ts', 'tests/figures/person/person.test.ts', [
    [
      'a time limit that something else ended would be told as kept',
      "return isDone(clock, life) ? 'kept' : 'lifted'",
      "return 'kept'"
    ],
    [
      'the answer of one partner would keep the time limit of another',
      'answeredAt !== null && asks(kind)',
      'answeredAt !== null'
    ]
  ])
]
