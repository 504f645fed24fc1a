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
  )
]
