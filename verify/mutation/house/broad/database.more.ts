import type { Mistake } from '../../mistake.ts'
import { inDatabase, inFunction } from '../in-database.ts'
import { inFile } from '../in-file.ts'

const append = 'append_audit(text,timestamptz,uuid,uuid,text,text,text,text,text)'
const writesNothing = inFunction(append, 'begin\n  loop', 'begin\n  return;\n  loop')

/** The journal, mails and calendars, searches, files that are brought, teams. */
export const broadSearches: Mistake[] = [
  inDatabase(
    'nothing would be written in the journal',
    writesNothing,
    'tests/server/audit/audit.claims.test.ts'
  ),
  inDatabase('the journal would be an empty page', writesNothing, 'tests/server/audit/audit.test.ts'),
  ...inFile('web/messages/fr.json', 'tests/server/audit/audit.claims.test.ts', [
    [
      'each page would say that every reading is written down, which is untrue',
      'Sont inscrits au journal : {kept}.',
      'Chaque lecture est inscrite au journal.'
    ]
  ]),
  ...inFile('server/audit/chain.ts', 'tests/server/audit/audit.chain.test.ts', [
    [
      'a line of the journal could be made to fit a hash of which a few bytes alone are right',
      'if (!computed.equals(hash)) return',
      'if (!computed.subarray(0, 8).equals(hash.subarray(0, 8))) return'
    ]
  ]),
  ...inFile('server/calendar/routes.ts', 'tests/server/calendar/feed.test.ts', [
    [
      'a calendar whose code opens nothing would be told of a fault of ours, and ask again for ever',
      "if (!actor) throw new NotFound('no such calendar')",
      "if (!actor) throw new Error('no such calendar')"
    ]
  ]),
  ...inFile('server/calendar/feed.ts', 'tests/server/calendar/feed.test.ts', [
    [
      'no day that lies ahead would be in a calendar',
      'one !== null && one.on >= since',
      'one !== null && one.on < since'
    ]
  ]),
  ...inFile('server/calls/sweep.ts', 'tests/server/calls/mail.none.test.ts', [
    [
      'whoever wishes to be written to at once would never be',
      'if (day === null && !tellsAtOnce(one, one, one)) return',
      'if (day === null) return'
    ]
  ]),
  ...inFile('server/calls/sweep.ts', 'tests/server/calls/mail.test.ts', [
    [
      'no mail would ever be thought worth sending',
      'const asks = isWorth(one, { first: waiting.first, fresh: waiting.fresh.n }, one.now)',
      'const asks = false'
    ]
  ]),
  ...inFile('policies/calls/wish.ts', 'tests/server/calls/wish.test.ts', [
    [
      'mails would leave at any hour, again and again, to whoever wishes for none',
      "wish.mode === 'at_once' &&\n  !isQuiet(wish, here) &&\n  (until === null ||",
      '(until !== undefined ||'
    ]
  ]),
  ...inFile('server/search/search.ts', 'tests/server/search/search.test.ts', [
    [
      'nobody would be found by a name',
      "const named = kinds.includes('name') ? await casesNamed(tx, keys, typed, reader) : []",
      'const named: Named[] = []'
    ],
    [
      'neither a code nor a reference would find anything',
      'code: (typed) => (readCode(typed) ?? readHalf(typed)) !== null,\n  referral: (typed) => readReference(typed) !== null,',
      'code: () => false,\n  referral: () => false,'
    ]
  ]),
  ...inFile('server/takeover/takeover.ts', 'tests/server/takeover/takeover.test.ts', [
    [
      'whoever brings files would not be told which cases they are now',
      'return { taken: done.replayed ? null : taken }',
      'return { taken: null }'
    ]
  ]),
  ...inFile('server/takeover/take.ts', 'tests/server/takeover/takeover.test.ts', [
    [
      'of files that are brought the flag alone would be written, and none of their clocks run',
      'for (const { command, input: said } of others)',
      'for (const { command, input: said } of others.slice(others.length))'
    ]
  ]),
  ...inFile('server/takeover/read.ts', 'tests/server/takeover/bounds.test.ts', [
    [
      'nothing in the cells of a spreadsheet would be wrong, whatever they hold',
      'one.problems.length > 0 ? one.problems : withoutAgreement(one.line)',
      'one.problems.slice(one.problems.length)'
    ]
  ]),
  ...inFile('server/takeover/takeover.ts', 'tests/server/takeover/refused.test.ts', [
    [
      'a spreadsheet would be refused without a word of what is wrong in it',
      'if (problems.length > 0) return { lines: [], problems: shown(problems), csv }',
      'if (problems.length > 0) return { lines: [], problems: [], csv }'
    ]
  ]),
  ...inFile('server/teams/store.ts', 'tests/server/teams/closing.test.ts', [
    [
      'anybody of a house in teams could say who leads, and close a team',
      'if (!(await standingOf(tx, actor)).leadsSelf)',
      'if (!(await standingOf(tx, actor)).byTeam)'
    ]
  ])
]
