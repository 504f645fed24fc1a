import { inFile } from '../in-file.ts'

const at = (name: string) => `tests/server/${name}.test.ts`

const onClocks = [
  ...inFile('server/commands/apply-command.ts', at('deadlines/appeals'), [
    [
      'no act would stop a clock: who has appealed would be warned of the time to appeal',
      'before && stopDeadlines(tx, next.id, act, { before, after })',
      'before && null'
    ]
  ]),
  ...inFile('server/firing/taking.ts', at('deadlines/firing.workers'), [
    [
      'what a worker has taken would be free for another at once',
      "now() + $3 * interval '1 second'",
      "now() - $3 * interval '1 second'"
    ],
    [
      'what a worker has done with would wait until its time is over',
      'where leased_by = $1 and case_id <> all($2::uuid[])',
      'where leased_by = $1 and case_id = any($2::uuid[])'
    ]
  ]),
  ...inFile('server/deadlines/late.ts', at('deadlines/past'), [
    [
      'of no act would it be known from when it is late',
      'if (isIndication(entry.code)) return null',
      'return null'
    ]
  ]),
  ...inFile('server/reading/list.ts', at('deadlines/past'), [
    [
      'no line of a list would ever be late',
      'const over = ends === on ? at < now.getTime() : ends < today',
      'const over = false'
    ]
  ]),
  ...inFile('server/deadlines/openings.ts', at('deadlines/standstill'), [
    [
      'no act would start a clock, nor start one again',
      'if (all.length === 0) return',
      'if (all.length >= 0) return'
    ]
  ]),
  ...inFile('server/deadlines/openings.ts', at('deadlines/sealed.waking'), [
    [
      'no clock would count to the day on which a child comes of age',
      'if (all.length === 0) return',
      'if (all.length >= 0) return'
    ]
  ])
]

const onSight = [
  ...inFile('policies/sight.ts', at('disclosure/discretion.moved'), [
    [
      'whoever may not know where she is would count in the days of that place',
      'territory: placed ? facts.territory : metTerritory(facts)',
      'territory: facts.territory'
    ]
  ]),
  ...inFile('server/disclosure/events.ts', at('disclosure/discretion.within'), [
    [
      'of an act that somebody may follow they would read every word, asylum and the other file of hers included',
      'Object.keys(input).filter(mayRead)',
      'Object.keys(input)'
    ]
  ]),
  ...inFile('server/acts/command-validation.ts', at('disclosure/second-reading'), [
    [
      'it would be found without a reason that nothing speaks for her',
      'if (problems.length > 0) throw new InvalidInput(',
      'if (problems.length < 0) throw new InvalidInput('
    ]
  ]),
  ...inFile('server/reading/timeline.ts', at('disclosure/second-reading'), [
    [
      'the story of a case would say that something was done, and never what',
      'fields: fieldsOf(row, telling),',
      'fields: [],'
    ]
  ]),
  ...inFile('server/drafts/device.keys.ts', at('drafts/device.keys'), [
    [
      'what was typed on a device would never open again',
      '(unseal(keys, sealedAt(id), privateHalf) as string)',
      'id'
    ]
  ])
]

const onEmergencies = [
  ...inFile('server/emergency/open.ts', at('emergency/opening'), [
    [
      'who asks for a case of others in an emergency would learn that it is there',
      "throw new NotFound('no such case for this organisation')",
      "throw new NotAllowed('no such case for this organisation')"
    ]
  ]),
  ...inFile('server/emergency/store.ts', at('emergency/opening'), [
    [
      'where she sleeps would be opened to the police who called it dangerous themselves, and to no others',
      'return row?.told === true',
      'return row?.told === false'
    ]
  ]),
  ...inFile('server/disclosure/opened.ts', at('emergency/opening'), [
    [
      'an emergency access would show nothing as long as it lasts',
      'until > $5 order by until',
      'until <= $5 order by until'
    ]
  ]),
  ...inFile('server/emergency/view.ts', at('emergency/routes'), [
    [
      'nobody would hear of an emergency access, whoever must confirm it included',
      "return rows.filter((row) => policy.can('read', asOpening(row)))",
      'return []'
    ]
  ]),
  ...inFile('server/emergency/settle.ts', at('emergency/second'), [
    [
      'who may not know of an emergency access would learn that there is one',
      "throw new NotFound('no such opening')",
      "throw new NotAllowed('no such opening')"
    ],
    [
      'an emergency access that nobody confirmed would never be over',
      "if (opening?.state !== 'open') return",
      "if (opening?.state !== 'lapsed') return"
    ]
  ]),
  ...inFile('server/emergency/second.ts', at('emergency/second'), [
    [
      'who works alone would wait for a second person of their own house, where there is none',
      'if (await speaks(orgId, capacity)) return orgId',
      'if (orgId) return orgId'
    ]
  ]),
  ...inFile('server/exchange/htcds.ts', at('exchange/htcds'), [
    [
      'a case would leave the country without her agreement',
      "if (!exports(told.held)) throw new NotFound('only who accompanies the person')\n  if (!agreedTo(",
      'if (!exports(told.held) && !agreedTo('
    ],
    [
      'of a record from abroad nothing would be taken over',
      'answers: answered(answers, locale)',
      'answers: []'
    ]
  ])
]

const onRepair = [
  ...inFile('server/repair/look.ts', at('repair/asked.walls'), [
    [
      'who follows a part of a case would learn by what they ask what else rests on their act',
      'if (!follows) return {',
      'if (!follows && !own) return {'
    ]
  ]),
  ...inFile('server/errors.ts', at('repair/asked.walls'), [
    [
      'who asks that an act of others be undone would learn that it was done',
      "row(NotFound, 404, 'not_found', {",
      "row(NotFound, 403, 'not_found', {"
    ]
  ]),
  ...inFile('server/repair/undo.ts', at('repair/kept'), [
    [
      'an act would be taken back on which others rest, or that nothing can give back',
      'if (kept === null) return',
      'if (kept !== undefined) return'
    ]
  ]),
  ...inFile('server/repair/undo.ts', at('repair/undo.refusals'), [
    [
      'who entered an act long ago would take it back alone, whatever was done since',
      'if (kept === null) return',
      'if (kept !== undefined) return'
    ]
  ]),
  ...inFile('server/errors.ts', at('repair/undo.refusals'), [
    [
      'who takes back an act of others would learn that it was done',
      "row(NotFound, 404, 'not_found', {",
      "row(NotFound, 403, 'not_found', {"
    ]
  ]),
  ...inFile('server/repair/undo.ts', at('repair/undo'), [
    [
      'an act that was taken back would stand in the log as if it were right',
      'await runQuery(tx, strike, [event.seq, seq, reason, at])',
      'void strike'
    ]
  ]),
  ...inFile('server/repair/view.ts', at('repair/undo'), [
    [
      'who takes an act back would not be told who hears of it',
      'told: beside.told.map(beside.names.of),',
      'told: [],'
    ]
  ])
]

/** More of the same, of clocks, of sight, of emergencies and of what is taken back. */
export const moreCases = [...onClocks, ...onSight, ...onEmergencies, ...onRepair]
