import type { Mistake } from '../../mistake.ts'
import { inDatabase } from '../in-database.ts'
import { inFile } from '../in-file.ts'
import type { Kept } from './kept.ts'
import { keptAsked } from './requests.kept.ts'
import { keptMeetings, sittingMistakes } from './requests.more.ts'

const at = (name: string) => `tests/server/${name}.test.ts`

/** Whole answers taken away. */
export const broadRequests: Mistake[] = [
  ...inFile('server/config.ts', at('config'), [
    [
      'a server would start on settings that contradict each other',
      'if (problems.length > 0) throw new ConfigProblem(problems)',
      ''
    ],
    [
      'whatever is set, a server would start as it does where nothing is',
      'return toConfig(values as Environment)',
      'return toConfig(Value.Default(Environment, {}) as Environment)'
    ],
    [
      'a server of which no port is said would not stand where its page says',
      'maximum: 65535, default: 3000',
      'maximum: 65535, default: 80'
    ]
  ]),
  ...inFile('server/deadlines/disclosure.ts', at('clocks.moved'), [
    [
      'who may not know where she is would read it from her clocks',
      '(placed ? here : met())',
      '(placed === null ? met() : here)'
    ]
  ]),
  ...inFile('server/deadlines/moved.ts', at('clocks.moved'), [
    [
      'a clock whose day is sealed would be counted from a month as she moves',
      'measureOf(opened(keys, row))',
      'measureOf(row)'
    ],
    [
      'a move would cut short what the first place left her',
      'const end = Date.parse(ended.at) > Date.parse(ends.at) ? ended : ends',
      'const end = ends'
    ]
  ]),
  ...inFile('server/http/cursor.ts', at('http/cursor'), [
    ['a list would go on from whatever somebody typed', 'if (!fits) throw refused()', ''],
    [
      'a second page would begin where no page ended',
      'return key as string[]',
      'return key.slice(1) as string[]'
    ]
  ]),
  ...inFile('server/drafts/routes.ts', at('http/drafts'), [
    [
      'what is told of a person could be typed by who never flags',
      "if (!abilityFor(request.actor).can('case.flag', 'Case'))",
      'if (!abilityFor(request.actor))'
    ],
    [
      'what is typed before a flag would lie open in the database',
      'body: seal(deps.keys, sealedAt(actor.personId), data)',
      'body: Buffer.from(data)'
    ]
  ]),
  ...inFile('server/http/headers.ts', at('http/headers'), [
    [
      'a browser would be forbidden the first things alone',
      'for (const [name, value] of all) response',
      'for (const [name, value] of all.slice(0, 3)) response'
    ]
  ]),
  ...inFile('server/notices/beats.ts', at('http/beats'), [
    [
      'who waited longest on a page that listens would be forgotten at each turn',
      'for (const one of due)',
      'for (const one of due.slice(1))'
    ]
  ]),
  inDatabase(
    'what an organisation was told could be told otherwise afterwards',
    'grant update, delete on notice to mnio_app; alter table notice no force row level security',
    at('http/catalogue')
  ),
  ...inFile('server/notices/read.ts', at('http/notices.unseen'), [
    ['nobody would be told anything', 'more && shown.length <= most', 'more && shown.length > most']
  ]),
  ...inFile('server/outbox/enqueue.ts', at('http/outbox'), [
    [
      'nothing that happens would be told to anybody, nor written to them',
      'if (payloads.length === 0) return',
      'if (payloads.length >= 0) return'
    ]
  ]),
  ...inFile('server/outbox/notify-participants.ts', at('http/outbox'), [
    [
      'who may not read an act would be told that something happened',
      'told: hears(one.capacity) || (',
      'told: !hears(one.capacity) || ('
    ]
  ]),
  ...inFile('server/notices/hints.ts', at('http/stream'), [
    [
      'a page would be told of what its reader may not hear, and of nothing else',
      'if (await hears(pool, these[0]!.actor, line)) for',
      'if (!(await hears(pool, these[0]!.actor, line))) for'
    ]
  ]),
  ...inFile('server/law/routes.ts', at('law/law'), [
    [
      'a text of law that acts rest on would be in no list',
      'legalCodes.map((code) => referenceView(code, locale))',
      'legalCodes.slice(1).map((code) => referenceView(code, locale))'
    ]
  ]),
  ...inFile('server/linked/store.ts', at('linked/linked'), [
    [
      'nobody would read what two cases have in common',
      'if (ids.length === 0) return []',
      'if (ids.length >= 0) return []'
    ]
  ]),
  ...inFile('server/disclosure/linked/known.ts', at('linked/linked'), [
    [
      'who may not know of an operation could say that two persons come from it',
      'sight.origin && sight.whole(linkKinds[kind].dataClass)',
      'sight.origin'
    ]
  ]),
  ...inFile('server/links/routes.ts', at('links/opening'), [
    [
      'who answers by a letter would be thanked, and their answer lost',
      'await decideReferral(gateOf(deps), { actor, referralId: referral.id, command, ...actIn(request) })',
      ''
    ],
    [
      'who guesses at a link would learn what the form of one is',
      "throw new NotFound('not a token')",
      'throw request.validationError'
    ]
  ]),
  ...inFile('policies/requirements/history.ts', at('links/sender'), [
    [
      'a house where she sleeps could have a letter sent to itself, and an association none',
      '|| referents.includes(asked.actor.orgId)',
      '|| !referents.includes(asked.actor.orgId)'
    ]
  ]),
  ...inFile('server/errors.ts', at('lists/narrowing'), [
    [
      'a list that is narrowed by a word that it has not would be said to lack a right',
      "row(InvalidInput, 400, 'invalid_input', invalid)",
      "row(InvalidInput, 403, 'invalid_input', invalid)"
    ]
  ]),
  ...inFile('server/errors.ts', at('lists/clocks'), [
    [
      'clocks that are narrowed by a word that they have not would be said not to be there',
      "row(InvalidInput, 400, 'invalid_input', invalid)",
      "row(InvalidInput, 404, 'invalid_input', invalid)"
    ]
  ]),
  ...inFile('server/errors.ts', at('handing/before'), [
    [
      'who hands a case on without an agreement would be told to come again later',
      "row(InvalidInput, 400, 'invalid_input', invalid)",
      "row(InvalidInput, 409, 'invalid_input', invalid)"
    ]
  ]),
  ...inFile('server/lists/filter.ts', at('lists/narrowing'), [
    [
      'a list that is narrowed would be as long as before',
      'or ${p}.marks @> ${marks}::text[] and (',
      'or ${marks}::text[] is not null and ('
    ]
  ]),
  ...inFile('server/mail/letter.ts', at('mail/clear'), [
    [
      'a letter would lead to no site',
      'const url = `${site.publicUrl}${page(told)}`',
      'const url = page(told)'
    ]
  ]),
  ...inFile('server/mail/checking.ts', at('mail/checking'), [
    [
      'who doubts a letter would be told to type the address of nothing',
      'const host = new URL(publicUrl).host',
      "const host = ''"
    ]
  ]),
  ...inFile('server/links/token.ts', at('links/token'), [
    [
      'no letter would open what it was sent for',
      '.update(`${id}|${generation}`)',
      '.update(`${id}|${generation}|${performance.now()}`)'
    ]
  ]),
  ...inFile('server/mail/post.ts', at('mail/post'), [
    [
      'a letter would be said to have left, and lie nowhere',
      'if (smtpUrl === undefined) return async () => {}',
      'return async () => {}'
    ]
  ]),
  ...inFile('server/handing/proposal/ending.ts', at('handing/ending'), [
    [
      'a proposal would be over before its time, and wait for ever behind it',
      'expires_at <= wall_clock()',
      'expires_at > wall_clock()'
    ]
  ]),
  ...sittingMistakes
]

/** Why tests stay that no mistake brought down. */
export const keptRequests: Kept = { ...keptAsked, ...keptMeetings }
