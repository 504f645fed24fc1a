import { inFile } from '../in-file.ts'

const settled = 'tests/server/meetings/settled.test.ts'

/** What a desk shows first, and what it leaves out. */
export const deskMistakes = [
  ...inFile('server/lists/choices.ts', 'tests/server/lists/narrowing.test.ts', [
    [
      'the words of a list would count cases that the house reads no more',
      'p.org_id = $1 and p.until is null and',
      'p.org_id = $1 and'
    ]
  ]),
  ...inFile('web/src/lib/form/schema.ts', 'tests/web/form.test.ts', [
    [
      'the place of a case would be sought among a hundred others on a telephone',
      '[here, ...choices.filter((one) => one !== here)]',
      'choices'
    ]
  ]),
  ...inFile('web/src/lib/conversation/said.ts', 'tests/web/help/conversation.test.ts', [
    [
      'whoever held a conversation would not be told that a refusal was written down',
      "'consent.refuse': (body.refuses ?? []).length > 0",
      "'consent.refuse': false"
    ]
  ]),
  ...inFile('server/teams/view.ts', 'tests/server/teams/due.test.ts', [
    ['whoever hands cases on would not see which of them is in danger', 'lineTables.digest', 'lineTables']
  ]),
  ...inFile('server/meetings/view.ts', 'tests/server/meetings/agenda.test.ts', [
    [
      'a meeting would count as one to examine a case that was settled elsewhere',
      "stored.state === 'waiting' && row !== null && !row.waits",
      'false'
    ]
  ]),
  ...inFile('server/meetings/settle.ts', settled, [
    [
      'minutes would put off to the next meeting what two opinions had settled',
      "and not ${stillWaits('$3')}",
      'and $3::text[] is null'
    ]
  ]),
  ...inFile('server/meetings/followup.ts', settled, [
    [
      'a case that is closed would be put off to be looked at again',
      "case when ${runs} then 'not_reached'",
      "case when ${runs} or true then 'not_reached'"
    ],
    [
      'minutes would count as looked at what was over before',
      '!Object.hasOwn(notReached, outcome)',
      "outcome !== 'not_reached'"
    ]
  ]),
  ...inFile('workflows/meeting/states.ts', settled, [
    [
      'a member would be told that others had settled a case which they follow no more',
      '!follows && (',
      'false && ('
    ]
  ]),
  ...inFile('server/meetings/routes.ts', 'tests/server/meetings/routes.test.ts', [
    [
      'minutes on paper would tell all who sat what their secretary knows of a case',
      "format === 'pdf'",
      'false'
    ]
  ]),
  ...inFile('policies/awaited.ts', 'tests/policies/awaited.test.ts', [
    [
      'an alert would wait behind an assessment that is due sooner',
      "...(['acse.request', 'housing.moved'] as const)",
      '...([] as const)'
    ],
    [
      'the cell would be waited for to seek a place after an alert',
      "cell: ['consent.record', 'acse.request']",
      "cell: ['consent.record']"
    ]
  ]),
  ...inFile('workflows/regions/housing/housing.ts', 'tests/policies/awaited.every.test.ts', [
    ['a place that is sought already would be waited for again', "    answersWhile: 'placeUnsafe',\n", '']
  ]),
  ...inFile('policies/duties.ts', 'tests/policies/offered.test.ts', [
    [
      'a prefecture would be offered to detain before anything else',
      'if (coercionOf(type, situation, sight) !== null) return 3',
      ''
    ],
    [
      'a person who is French would be offered to be made to leave',
      "return french ? 'idle' : 'possible'",
      "return 'possible'"
    ],
    [
      'who may not know that somebody is French would read it from a button',
      'sight.learns(guards.neverEuOrFrench) && ',
      ''
    ],
    [
      'who is not told of a detention would be offered its judge and its end before all else',
      'warns.every((guard) => sight.learns(guards[guard])) && ',
      ''
    ],
    [
      'an act of which the file knows no object would stand among the first',
      ' || lacksObject(type, situation, sight)',
      ''
    ],
    [
      'who keeps a child would be offered to appeal against a detention that nobody recorded',
      'answersNothing(type, running) || ',
      ''
    ],
    [
      'an appeal would stay at the end of the list while its time runs',
      '!running.some(waits)',
      'running.length >= 0'
    ]
  ]),
  ...inFile('web/src/lib/case/offered.ts', 'tests/web/pages/offered.test.ts', [
    [
      'a measure without object would stand on the page',
      '...beyond.filter((act) => !needed(act)), ...measures',
      '...beyond.filter((act) => !needed(act))'
    ]
  ]),
  ...inFile('web/src/lib/worklist/sentence.ts', 'tests/web/worklist.test.ts', [
    [
      'an old refusal would stand above a case in danger',
      'if (inDanger(list) === 0) return { before: [...settle], after: [] }',
      'if (inDanger(list) >= 0) return { before: [...settle], after: [] }'
    ]
  ]),
  ...inFile('web/src/lib/worklist/query.ts', 'tests/web/worklist.test.ts', [
    [
      'a list would not say by what it is narrowed',
      'choices[field].find(({ value }) => value === query[field])?.label ?? []',
      '[]'
    ]
  ]),
  ...inFile('web/src/lib/device/shown.ts', 'tests/web/device.test.ts', [
    [
      'a draft would be named on a page that is read to the person',
      '!readAloud.some((one) => path === one || path.startsWith(`${one}/`))',
      'true'
    ]
  ]),
  ...inFile('web/src/lib/flag/steps.ts', 'tests/web/flag/draft.test.ts', [
    [
      'a flag that lacks something would be taken up after what it lacks',
      '!isSeen(screen, seen) || lacks(screen)',
      '!isSeen(screen, seen)'
    ]
  ]),
  ...inFile('server/law/search.ts', 'tests/server/law/law.test.ts', [
    [
      'what people of the field write short would find nothing',
      'if (Object.hasOwn(acronyms, word))',
      'if (false)'
    ],
    ['whoever looks for CIVI would be shown what is civil', 'if (written.has(word))', 'if (false)'],
    [
      'of a short word what only begins so would stand before what says it',
      'one.near - other.near',
      '0 * (one.near - other.near)'
    ]
  ]),
  ...inFile('web/src/lib/palette/found.ts', 'tests/web/palette.test.ts', [
    ['CIVI would find the acts that are civil', 'if (acronyms.has(wanted))', 'if (false)'],
    [
      'of a short word an act that says it would stand behind those that begin so',
      'wanted.length <= short && ',
      'false && '
    ]
  ])
]
