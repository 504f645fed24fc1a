import { inFile } from './in-file.ts'

const configuration = 'tests/server/configuration/configuration.test.ts'
const drafted = 'tests/server/configuration/draft.test.ts'
const move = 'tests/server/configuration/configuration.move.test.ts'
const undo = 'tests/server/configuration/configuration.undo.test.ts'

/** The rules that cases live under: who writes them, and how cases pass from one version to the next. */
export const ruleMistakes = [
  ...inFile('server/configuration/versions.ts', drafted, [
    [
      'whoever wrote the rules would publish them',
      "if (refused) throw new RuleRefused('another person publishes', refused)",
      ''
    ],
    [
      'another revision than the one that was read would be published',
      'if (row.revision !== revision) throw',
      'if (row.revision < revision) throw'
    ],
    [
      'rules with a fault would be published',
      'if (problems.length > 0) throw new InvalidInput(problems)',
      ''
    ],
    [
      'a draft that nobody agreed to would be copied',
      "if (from.state !== 'published') throw",
      "if (from.state === 'withdrawn') throw"
    ],
    [
      'whoever changed a draft would be forgotten, and publish it',
      'else writers || $4::uuid end',
      'else writers end'
    ]
  ]),
  ...inFile('server/configuration/versions.ts', configuration, [
    [
      'a version under which cases live would be taken back',
      "if (row.state === 'published' && row.effectiveOn <= civilDate(at, 'Europe/Paris'))",
      "if (row.state === 'published' && row.effectiveOn < civilDate(at, 'Europe/Paris'))"
    ],
    [
      'the rules would be read outside the administration',
      "if (!abilityFor(asked.actor).can('read', 'Configuration')) throw",
      "if (asked.actor.role === 'external') throw"
    ]
  ]),
  ...inFile('server/configuration/moves.ts', 'tests/server/configuration/configuration.undo.test.ts', [
    [
      'two moves of cases asked for at the same instant would both run',
      "await runQuery(tx, `select pg_advisory_xact_lock(hashtextextended('config_move', 0))`, [])",
      ''
    ]
  ]),
  ...inFile('server/configuration/moves.ts', move, [
    ['two moves of cases would run at once', 'if (active.length > 0) throw underWay()', ''],
    [
      'cases would be moved to rules that are not in force yet',
      "entered.state !== 'published' || entered.effectiveOn > today",
      "entered.state !== 'published'"
    ],
    [
      'cases would not be moved on the very day on which rules take effect',
      'entered.effectiveOn > today',
      'entered.effectiveOn >= today'
    ],
    [
      'cases would be moved without anybody having read what changes',
      'mustHavePreviewed(gate.keys,',
      'void (mustHavePreviewed, gate.keys,'
    ]
  ]),
  ...inFile('server/cases/configuration.ts', configuration, [
    [
      'a case flagged on the very day of a version would live under the one before',
      'and effective_on <= $1',
      'and effective_on < $1'
    ]
  ]),
  ...inFile('server/cases/configuration.ts', 'tests/server/protocols/protocols.test.ts', [
    [
      'a case flagged on the very day of a protocol would live without it',
      'and effective_on <= $2',
      'and effective_on < $2'
    ]
  ]),
  ...inFile('server/configuration/moves.ts', 'tests/server/protocols/protocols.test.ts', [
    [
      'running cases would not come under a protocol on its very day',
      'row.effectiveOn <= civilDate(at, zoneOf(territory))',
      'row.effectiveOn < civilDate(at, zoneOf(territory))'
    ]
  ]),
  ...inFile('server/cases/on-call.ts', 'tests/server/protocols/on-call.test.ts', [
    ['nobody would be found on call on the very day of a protocol', 'effective_on <= $1', 'effective_on < $1']
  ]),
  ...inFile('server/configuration/moves.ts', undo, [
    ['an undoing would start while another move runs', "if (move.state !== 'moving') await onlyOne(tx)", ''],
    [
      'a move would be undone twice',
      "if (!['moving', 'moved'].includes(move.state) && move.stuck === 0) throw notUndoable()",
      ''
    ]
  ]),
  ...inFile('server/deadlines/move-clocks.ts', undo, [
    [
      'a clock that spoke since would speak again after an undoing',
      "if (!untouched && (ahead < 0 || now.state === 'stopped')) return",
      ''
    ]
  ]),
  ...inFile('server/configuration/move-case.ts', undo, [
    [
      'an undone move would leave a person the days of the other version',
      'if (entry) await putBack(tx, before, entry, at)',
      'if (entry === null) await putBack(tx, before, entry, at)'
    ]
  ]),
  ...inFile('server/configuration/versions.ts', 'tests/server/protocols/protocols.test.ts', [
    [
      'a protocol of a court would hide that of its département from whoever publishes',
      'where later.place = p.place and',
      'where later.territory = p.territory and'
    ]
  ]),
  ...inFile('server/configuration/versions.ts', 'tests/server/configuration/in-force.test.ts', [
    [
      'a protocol that was taken back would stand against the rules of the country',
      "where p.state = 'signed' and (p.effective_on",
      'where (p.effective_on'
    ],
    [
      'a protocol that was taken back would hide the one that holds from whoever publishes',
      "later.place = p.place and later.state = 'signed'",
      'later.place = p.place'
    ],
    [
      'a protocol that another of the same day replaced would stand against the rules of the country',
      'and (later.effective_on, later.signed_at) > (p.effective_on, p.signed_at)',
      'and later.effective_on > p.effective_on'
    ]
  ]),
  ...inFile('server/configuration/read.ts', 'tests/server/configuration/draft.test.ts', [
    [
      'what stands against rules that hold already would be told as if they could be mended',
      "row.state === 'draft' ? inWords",
      "row.state !== 'withdrawn' ? inWords"
    ],
    [
      'whoever wrote a draft would be offered to publish it',
      'publicationRefused(row.writers, actor)?.[locale] ?? null',
      'publicationRefused(row.writers, actor) && null'
    ]
  ]),
  ...inFile('server/configuration/move-case.ts', 'tests/server/configuration/configuration.undo.test.ts', [
    [
      'whoever moved since would be given back the hours of where she was',
      'if (back.length > 0) await followMove(',
      'if (back.length < 0) await followMove('
    ],
    [
      'what waits for an answer would be sorted by the days of the version that it left',
      'await keepAnswerDays(tx, row.id)',
      'void keepAnswerDays'
    ]
  ]),
  ...inFile('server/configuration/preview.ts', 'tests/server/configuration/configuration.move.test.ts', [
    [
      'a clock that stays as it is would be announced as over',
      'over: line.over + Number(over && !kept)',
      'over: line.over + Number(over)'
    ],
    [
      'a case of which every clock stays as it is would be announced as one that is over',
      'over: sums.over + Number(move.clocks.some(({ over, kept }) => over && !kept))',
      'over: sums.over + Number(move.clocks.some(({ over }) => over))'
    ],
    [
      'what moves in most cases would not be named first',
      '.sort((a, b) => b.cases - a.cases)',
      '.sort((a, b) => a.cases - b.cases)'
    ],
    [
      'nobody would read that some clocks stay as they are',
      'kept: sums.kept + Number(move.clocks.some(({ kept }) => kept))',
      'kept: sums.kept'
    ]
  ])
]
