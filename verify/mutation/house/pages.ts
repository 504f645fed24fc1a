import { inFile } from './in-file.ts'

const act = 'tests/web/act.test.ts'
const pressed = 'tests/web/pages/actions.test.ts'
const form = 'tests/web/form.test.ts'
const api = 'tests/web/api.test.ts'
const device = 'tests/web/device.test.ts'

/** What a page does of a press, of a refusal and of a fault; what it keeps, and what it says. */
export const pageMistakes = [
  ...inFile('web/src/lib/api.ts', pressed, [
    [
      'after a fault the same press would make a second case',
      'status >= 500 ? key : idempotencyKey()',
      'idempotencyKey()'
    ],
    [
      'a form mended after a refusal would be taken for the one that was refused',
      'status >= 500 ? key : idempotencyKey()',
      'key'
    ],
    [
      'after the plainest of faults the same press would make a second case',
      'status >= 500 ? key : idempotencyKey()',
      'status > 500 ? key : idempotencyKey()'
    ]
  ]),
  ...inFile('web/src/lib/access/after.ts', pressed, [
    [
      'after a fault the same press would invite, suspend or end an access twice',
      'comesBack(sent.problem, sent.key, form)',
      'comesBack(sent.problem, undefined, form)'
    ],
    [
      'a second press of a form of the administration would be a second act',
      "String(form.get('_key'))",
      "crypto.randomUUID() + String(form.get('_key'))"
    ]
  ]),
  ...inFile('web/src/routes/(app)/signaler/[step]/+page.server.ts', pressed, [
    [
      'a flag that was refused could not be sent once it is mended',
      'if (sent.key !== draft.key) await keepDraft(event.fetch, { ...draft, key: sent.key })',
      ''
    ],
    [
      'the flag of a second person would be taken for that of the first',
      'afterSending(draft, idempotencyKey(), flagged)',
      'afterSending(draft, draft.key, flagged)'
    ]
  ]),
  ...inFile('web/src/lib/flag/desk.ts', pressed, [
    ['what somebody typed would be said to be gone while it is kept', 'if (!sent.ok) fail(sent.problem)', '']
  ]),
  ...inFile('web/src/lib/worklist/together.ts', pressed, [
    [
      'acts of a list that met a fault would be told as refused by a rule',
      'if (!sent.ok && isNoVerdict(sent.problem)) fail(sent.problem)',
      ''
    ]
  ]),
  ...inFile('web/src/lib/form/act.ts', act, [
    [
      'after a conflict the form would be refused for ever',
      'refusal.status === 412 ? String(view.version) : version',
      'version'
    ],
    [
      'a form decided on an old page would be sent as if the page were new',
      "textOf(form, '_version') || String(view.version)",
      'String(view.version)'
    ],
    [
      'a second press of one form would be a second act',
      "textOf(form, '_key') || idempotencyKey()",
      'idempotencyKey()'
    ],
    ['an act that is not open any more would be sent all the same', 'if (!action?.enabled)', 'if (!action)'],
    [
      'an act that takes the case out of sight would lead to a page that is not there',
      'sent.value !== null || sent.version !== null',
      'true'
    ],
    [
      'what was written for an act that is not open any more would be lost',
      "value.trim().includes(' '))",
      "value.trim().includes('\\u0000'))"
    ]
  ]),
  ...inFile('web/src/lib/form/unsent.ts', act, [
    [
      'a form that met a fault of the service would be lost',
      'status === 429 || status >= 500',
      'status === 429 || status > 500'
    ],
    ['a form whose session ended would be lost', 'status === 401 || ', ''],
    ['a form that is sent too often would be lost', 'status === 429 || ', '']
  ]),
  ...inFile('web/src/lib/form/parse.ts', form, [
    [
      'what was left empty would be sent as an empty word',
      'if (value !== undefined) body[field.name] = value',
      "body[field.name] = value ?? ''"
    ],
    ['line ends of a story would come back doubled', ".map((value) => value.replaceAll('\\r\\n', '\\n'))", '']
  ]),
  ...inFile('web/src/lib/form/parse.ts', act, [
    ['a number out of its bounds would be sent', 'number < (minimum ?? -Infinity) || ', '']
  ]),
  ...inFile('web/src/lib/form/parse.ts', 'tests/web/flag/unknown.test.ts', [
    ['an unknown answer would be sent as a word', '(field.mayBeUnknown && first === unknown)', 'false']
  ]),
  ...inFile('web/src/lib/form/unfit.ts', act, [
    ['a date to come would be sent as past', 'past && (typed[name]', '!past && (typed[name]']
  ]),
  ...inFile('web/src/lib/api.ts', api, [
    [
      'a name with a slash would ask for another address',
      'encodeURIComponent(String(names[name])))',
      'String(names[name]))'
    ],
    ['an act would be sent without its key', "'idempotency-key': key,", "'idempotency-key': '',"],
    [
      'an act would be sent without the version that was read',
      '\'if-match\': `"${version}"`',
      '\'if-none-match\': `"${version}"`'
    ]
  ]),
  ...inFile('web/src/lib/away.ts', 'tests/web/clock.test.ts', [
    [
      'somebody would count on an hour that is not left',
      "{ unit: 'Hours', n: Math.floor(ms / hour) }",
      "{ unit: 'Hours', n: Math.ceil(ms / hour) }"
    ],
    [
      '« 0 minute » would be said of the last one',
      'Math.max(1, Math.floor(ms / minute))',
      'Math.floor(ms / minute)'
    ]
  ]),
  ...inFile('web/src/lib/case/clock.ts', 'tests/web/clock.test.ts', [
    [
      'a person would be told that a right is lost when only the safe day is over',
      "if (past === 'safe') return { way: 'open' }",
      ''
    ],
    [
      'an hour that is over would be said to be left',
      "left < 0 ? { way: 'late'",
      "left < -Infinity ? { way: 'late'"
    ]
  ]),
  ...inFile('web/src/lib/case/closing.ts', 'tests/web/closing.test.ts', [
    [
      'a closing would be offered to who may not decide it',
      'enabled && answers.includes(command)',
      'answers.includes(command)'
    ]
  ]),
  ...inFile('web/src/lib/case/ending.ts', 'tests/web/ending.test.ts', [
    [
      'whoever ends a case would not be told what is still awaited',
      "const live = ['sent', 'questioned', 'escalated', 'accepted']",
      "const live = ['accepted']"
    ]
  ]),
  ...inFile('web/src/lib/device/vault.ts', device, [
    [
      'what a device keeps would open without its key',
      "const key = await sharedKey(pair.privateKey, receiver, 'encrypt')",
      "const key = await sharedKey(pair.privateKey, pair.publicKey, 'encrypt')"
    ]
  ]),
  ...inFile('web/src/lib/flag/linking.ts', 'tests/web/flag/linking.test.ts', [
    [
      'a case would be linked to those of another situation',
      'read.some((one) => one.id === id) ? read',
      'read.some(() => true) ? read'
    ],
    ['a link that was refused would be said to be made', 'else refused ??= sent.problem', 'else linked += 1'],
    [
      'a link against which a rule stands would be said to be made',
      "sent.problem.code === 'stands_already'",
      'sent.problem.status === 409'
    ]
  ]),
  ...inFile('web/src/lib/flag/lane.ts', 'tests/web/flag/lane.test.ts', [
    ['an emergency would be flagged as none', "danger: ['immediate'],", "danger: ['possible'],"],
    [
      'how somebody was met would be said of who was not asked',
      "channel: ['unknown'],",
      "channel: ['other'],"
    ],
    [
      'a name would be said to be told with her agreement, which nobody asked',
      "nominativeConsent: ['unknown']",
      "nominativeConsent: ['true']"
    ],
    [
      'a service whose flag is refused without its place would not be asked for it',
      "whereMet.filter((name) => name !== 'site' || asksSite(form))",
      "whereMet.filter((name) => name !== 'site')"
    ],
    [
      'a flag from a place that somebody keeps would name neither it nor its département',
      '...(met && metIn(key, met).typed)',
      ''
    ],
    [
      'where somebody lives would be two questions of six, for whoever runs',
      'both.length === whereMet.length ? both : []',
      'both.length > whereMet.length ? both : []'
    ]
  ]),
  ...inFile('web/src/lib/flag/desk.ts', 'tests/web/flag/lane.test.ts', [
    ['a place that was closed would be offered to whoever flags in danger', '.filter(({ open }) => open)', '']
  ]),
  ...inFile('web/src/routes/(app)/chiffres/sources/saisir/+page.server.ts', pressed, [
    [
      'what is wrong with an empty file would be said of a figure that was typed',
      'ofFile: true',
      'ofFile: false'
    ]
  ]),
  ...inFile('web/src/lib/conversation/said.ts', 'tests/web/help/conversation.test.ts', [
    [
      'somebody who said no to thirty days of reflection would be recorded as asking for them',
      "wishes: said['souhait'] === 'yes', confidential",
      'wishes: wished, confidential'
    ]
  ]),
  ...inFile('web/src/hooks.server.ts', 'tests/web/pages/hooks.test.ts', [
    [
      'where an invitation leads, the next site would be told the link that opens it',
      '/^\\/(lien|invitation|t)\\//',
      '/^\\/(lien|t)\\//'
    ]
  ]),
  ...inFile('web/src/routes/(app)/reprise/+page.server.ts', 'tests/web/pages/actions.test.ts', [
    [
      'pressed twice, every file of a spreadsheet would be taken over twice',
      'body: { csv, ...to, ...decided },\n      key: keyIn(form)',
      'body: { csv, ...to, ...decided },\n      key: idempotencyKey()'
    ]
  ])
]
