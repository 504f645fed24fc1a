import { inDatabase, inFunction } from './in-database.ts'
import { inFile } from './in-file.ts'

const moved = 'tests/server/disclosure/discretion.moved.test.ts'
const within = 'tests/server/disclosure/discretion.within.test.ts'
const placement = 'tests/server/cases/minor.placement.test.ts'
const sender = 'tests/server/links/sender.test.ts'
const search = 'tests/server/search/search.test.ts'

/** What a reader is told of a case beside what the walls show: by whom it was done, when it is over, where a child is kept, whose turn it is. */
export const toldMistakes = [
  ...inFile('policies/separation.ts', 'tests/policies/separation.test.ts', [
    [
      'who is not told where she sleeps would read in a refusal that an alert was raised there',
      'over && placed && !held',
      'over && !held'
    ]
  ]),
  ...inFile('server/disclosure/events.ts', within, [
    [
      'what somebody did would be read by a colleague who sits in another role',
      'isHouseOf(actor, orgId) && role === actor.role',
      'isHouseOf(actor, orgId) && role !== null'
    ]
  ]),
  ...inFile('server/disclosure/events.ts', moved, [
    [
      'an act of a day that is over there and not yet where she was met would tell that she moved overseas',
      'return word.at > event.at && word.at > now ? [] : [word]',
      'return [word]'
    ],
    [
      'an act would be told a moment late where the day of both places is over',
      'word.at > event.at && word.at > now',
      'word.at > event.at && word.at >= now'
    ]
  ]),
  ...inFile('server/referrals/view.ts', moved, [
    [
      'the moment at which a clock ran out would tell who was asked where she has gone',
      'at: toldOver(event.at, clock, told(clock))',
      'at: event.at'
    ]
  ]),
  ...inFile('server/disclosure/sealed.ts', placement, [
    [
      'where a child is kept would be opened to whoever reads where adults sleep',
      '(!tellsOfChild(dataClass, act.command) || sight.keepsChildren)',
      '(!tellsOfChild(dataClass, act.command) || act.role !== null)'
    ]
  ]),
  ...inFile('server/disclosure/door.ts', placement, [
    [
      'that a place is known for a child would be told to whoever reads where adults sleep',
      '((sight.keepsChildren && isMinor(row.facts)) ||',
      '(isMinor(row.facts) ||'
    ]
  ]),
  ...inFile('policies/data-classes.ts', 'tests/policies/disclosure/data-classes.test.ts', [
    [
      'what was opened for a child would stay open after she is of age, her placement with it',
      "if (minorsOnly && !isMinor(facts)) return { access: 'closed', opensWith: null }",
      "if (minorsOnly && facts.consents === null) return { access: 'closed', opensWith: null }"
    ]
  ]),
  ...inFile('server/referrals/by-link.ts', sender, [
    [
      'the days of a link would be told to another than who sent it',
      'const link = sentBy(asker)(row) ? await linkBehind(tx, row.id) : undefined',
      'const link = await linkBehind(tx, row.id)'
    ],
    [
      'the days of a link would be told to a colleague who sits in the cell',
      'senderOrgId === orgId && refers(role)',
      'senderOrgId === orgId && role !== null'
    ]
  ]),
  ...inFile('policies/known.ts', 'tests/server/disclosure/second-reading.test.ts', [
    [
      'an answer that its author may not read would be written over',
      '.filter((field) => !mayComplete(field, sight))',
      ".filter((field) => field === '')"
    ]
  ]),
  ...inFile('policies/awaited.ts', 'tests/policies/awaited.test.ts', [
    [
      'somebody would be waited for, and be called late, for what their role does not do',
      'grants[role].some(({ as, may }) => as === capacity && may.includes(type)) &&',
      'grants[role].length >= 0 &&'
    ]
  ]),
  ...inFile('server/outbox/worklist.ts', 'tests/server/reading/worklist.order.test.ts', [
    [
      'an act kept from a reader would put another act first in their list',
      'moved?.told ? moved.at : new Date(one.movedAt)',
      'moved?.at ?? new Date(one.movedAt)'
    ]
  ]),
  ...inFile('server/outbox/worklist.ts', 'tests/server/reading/worklist.moved.test.ts', [
    [
      'nobody would be told that their turn has come, where they may not know by what',
      'case when l.told or p.waits_for is distinct from l.waits then',
      'case when l.told then'
    ],
    [
      'a line would move by what its reader may not know of',
      'case when l.told or p.waits_for is distinct from l.waits then',
      'case when l.told or true then'
    ]
  ]),
  ...inFile('server/disclosure/duplicates.ts', search, [
    [
      'a stolen copy would say which people share a name, and how common each name is',
      '.update(`${caseId}\\n${word}`)',
      '.update(`${caseId.length}\\n${word}`)'
    ]
  ]),
  ...inFile('server/search/search.ts', search, [
    [
      'whoever is found by their name would not know who looked',
      'await traceNamed(tx, shown, reader)',
      'await traceNamed(tx, [], reader)'
    ]
  ]),
  ...inFile('server/reading/voices/second.view.ts', 'tests/server/reading/second-voice.test.ts', [
    [
      'a case whose second opinion nobody can give would be said to wait for those who cannot read it',
      'others.filter(({ reads }) => reads)',
      'others.filter(() => true)'
    ]
  ]),
  inDatabase(
    'whom a second opinion waits for would be told to whoever does not keep the file',
    inFunction('second_voices(uuid)', "takes_part(p_case, 'cell')", 'true'),
    'tests/server/reading/second-voice.test.ts'
  ),
  ...inFile('server/reading/judicial.detail.ts', 'tests/server/cases/judicial.test.ts', [
    ['what was seized would be said where it first stood', 'events.findLast(', 'events.find(']
  ]),
  ...inFile('server/reading/routes.ts', search, [
    ['a list searched by a code would leave no trace', 'if (query.q !== undefined)', 'if (query.q === null)']
  ]),
  ...inFile('server/acts/searched.ts', search, [
    [
      'the journal would not say whether anything was found',
      "any ? 'found' : 'none'",
      "any ? 'found' : 'found'"
    ]
  ]),
  ...inFile('server/search/routes.ts', 'tests/server/http/limits.test.ts', [
    [
      'somebody could try name after name as fast as pages are read',
      'limitSearches(app, perMinute)',
      'limitSearches(app, perMinute * 1000)'
    ]
  ]),
  ...inFile('server/notices/lines.ts', 'tests/server/http/notices.unseen.test.ts', [
    [
      'who takes part would be told of care, asylum or a complaint by a notice',
      'if (!said || !(side || where?.referral(kind))) return null',
      'if (!said) return null'
    ]
  ]),
  ...inFile('policies/names.ts', 'tests/policies/disclosure/names.test.ts', [
    [
      'whoever may not know whence a person came would read the names of the services there',
      "if (!origin || houses(type)) return 'another'",
      "if (houses(type)) return 'another'"
    ]
  ]),
  ...inFile('server/search/named.ts', 'tests/server/search/merged.test.ts', [
    [
      'a name would find the file that was left beside the one in which the person is followed',
      "told && row.identification !== 'duplicate_merged' ?",
      'told ?'
    ]
  ]),
  ...inFile('server/search/named.ts', 'tests/server/search/within-act.test.ts', [
    [
      'a name that stands in an act which the reader may not follow would be found',
      'if (!readsOf.get(caseId)?.(sealed)) continue',
      ''
    ]
  ])
]
