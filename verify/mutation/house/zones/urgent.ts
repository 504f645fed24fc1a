import { inDatabase, inFunction } from '../in-database.ts'
import { inFile } from '../in-file.ts'

const opening = 'tests/server/emergency/opening.test.ts'
const second = 'tests/server/emergency/second.test.ts'
const linked = 'tests/server/linked/linked.test.ts'

/** What an emergency opens and who answers for it; what two cases have in common. */
export const urgentMistakes = [
  ...inFile('server/emergency/limits.ts', opening, [
    [
      'what a colleague refused would be opened by asking again',
      'if (here?.refused) throw',
      'if (here === undefined) throw'
    ],
    [
      'a second hour alone would be had by opening again',
      'if (here?.waits) throw',
      'if (here === undefined) throw'
    ],
    [
      'one person would open as many cases in a day as there are',
      'if (day!.n >= openingsADay) throw',
      'if (day!.n > 10 * openingsADay) throw'
    ]
  ]),
  ...inFile('server/emergency/second.ts', opening, [
    [
      'whoever works alone would open a case that nobody ever answers for',
      'm.person_id <> $2',
      '$2::uuid is not null'
    ]
  ]),
  ...inFile('server/emergency/second.ts', second, [
    [
      'those of whom she is afraid would be told that her case was opened',
      'if (!unsafe && referents.length > 0)',
      'if (referents.length > 0)'
    ],
    [
      'a colleague of another capacity would learn that there was an emergency',
      'and capacity = any($4::text[]) and until is null',
      'and $4::text[] is not null and until is null'
    ]
  ]),
  ...inFile('server/emergency/settle.ts', second, [
    [
      'an access would be confirmed after its day',
      "if ((await dueAtOf(tx, opening)) <= at) throw settledAlready('lapsed')",
      ''
    ]
  ]),
  ...inFile('server/emergency/settle.ts', opening, [
    [
      'an access that was refused would be kept as one that lasted its hour',
      'await dueAtOf(tx, opening) : over',
      'await dueAtOf(tx, opening) : opening.until'
    ]
  ]),
  ...inFile('server/linked/make.ts', linked, [
    [
      'a case would be taken for another than itself',
      'where code = $1 and id <> $2',
      'where code = $1 and $2::uuid is not null'
    ],
    [
      'a case would be linked, and its file say nothing of it',
      'for (const one of both.toSorted())',
      'for (const one of both.slice(0, 1))'
    ]
  ]),
  ...inFile('server/linked/view.ts', linked, [
    [
      'a button would offer to take back a link that another house made',
      'mayEnd: mayEndLink(one, [here, one.there], actor)',
      'mayEnd: one.endedAt === null'
    ]
  ]),
  ...inFile('server/emergency/open.ts', 'tests/server/emergency/opening.test.ts', [
    [
      'beside one class that an emergency opens, every other that is asked for would open',
      'input.classes.every((one) =>',
      'input.classes.some((one) =>'
    ]
  ]),
  inDatabase(
    'no danger that was told in error, and taken back, would keep the police from where a person is',
    inFunction('danger_told_by_another(uuid)', 'l.seq > e.seq and l.struck_by is null', 'l.seq > e.seq'),
    'tests/server/emergency/walls.test.ts'
  ),
  ...inFile('server/emergency/second.ts', 'tests/server/emergency/second.test.ts', [
    [
      'a cell that calls an access unsafe would be told of it alone, by itself',
      'if (!cells.includes(by)) return',
      'if (cells.length > 0) return'
    ],
    [
      'the cell that is to confirm in the stead of another house would not see that a case moved',
      "[opened.capacity, opened.toldAs, 'cell']",
      '[opened.capacity, opened.toldAs]'
    ]
  ]),
  ...inFile('server/emergency/settle.ts', 'tests/server/emergency/second.test.ts', [
    [
      'an access that had shown for an hour would be said to have shown until it was refused',
      'const over = at < opening.until ? at : opening.until',
      'const over = at'
    ]
  ]),
  ...inFile('server/emergency/open.ts', 'tests/server/emergency/second.test.ts', [
    [
      'the journal would not say that telling the person was called unsafe',
      "...(input.unsafe ? ['unsafe'] : [])",
      ''
    ]
  ]),
  ...inFile('server/emergency/view.ts', 'tests/server/emergency/second.test.ts', [
    [
      'an access whose hour is over would be said to show still',
      'showing: !isIncident(state) && row.until > now',
      'showing: !isIncident(state)'
    ],
    [
      'of two accesses opened in one moment the second would be lost between two pages',
      '(g."openedAt", g.id) < ($1, $2::uuid))',
      'g."openedAt" < $1 and $2::uuid is not null)'
    ]
  ]),
  ...inFile('server/emergency/list.ts', 'tests/server/emergency/second.test.ts', [
    ['of two accesses to a case one alone would be shown', 'known.slice(0, pageSize)', 'known.slice(0, 1)']
  ])
]
