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
  ])
]
