import type { Mistake } from '../../mistake.ts'
import { inFile } from '../in-file.ts'
import type { Kept } from './kept.ts'
import { broadForms, keptForms } from './pages.more.ts'

const actions = 'tests/web/pages/actions.test.ts'

const acts: Mistake[] = [
  ...inFile('web/src/lib/api.ts', actions, [
    [
      'whatever a rule refused would be said to be done',
      'if (!response.ok) {',
      'if (response.status >= 500) {'
    ],
    [
      'whatever broke down on the way would be said to be done',
      'if (!response.ok) {',
      'if (!response.ok && response.status < 500) {'
    ],
    [
      'every press of every button would be an act of its own',
      "'idempotency-key': key,",
      "'idempotency-key': idempotencyKey(),"
    ],
    [
      'what a reader may read would be taken for refused',
      'if (found.ok) return found.value',
      'if (found.ok) return null'
    ]
  ]),
  ...inFile('web/src/routes/(app)/informations/+page.server.ts', actions, [
    ['the button that says what was read would lead nowhere', '  read: async ({', '  seen: async ({']
  ]),
  ...inFile('web/src/lib/api.ts', 'tests/web/api.test.ts', [
    [
      'of a refusal nobody would read why, nor which answer is wrong',
      "code: 'unknown', ...known, status",
      "code: 'unknown', status"
    ],
    [
      'a fault would be taken for nothing that may be read',
      '[401, 403, 404].includes(found.problem.status)',
      '[401, 403, 404, 500].includes(found.problem.status)'
    ],
    [
      'a case that left its author’s sight would be said to be still there',
      'const { data = null, response } = called',
      'const { data = {}, response } = called'
    ],
    [
      'all forms would bear one key, and the second act of a day be taken for the first',
      'return crypto.randomUUID()',
      "return '00000000-0000-4000-8000-000000000000'"
    ]
  ]),
  ...inFile('web/src/lib/api.ts', 'tests/web/pages/pressed/carried.test.ts', [
    [
      'nothing that was answered would be sent',
      '...(body !== undefined && { body: JSON.stringify(body) })',
      ''
    ]
  ]),
  ...inFile('web/src/routes/(app)/equipe/+page.server.ts', 'tests/web/pages/pressed/carried.test.ts', [
    [
      'a team would be asked for its name under a word that no form has',
      "send(fetch, 'post', '/api/teams', { key, body: { name: text('name') } })",
      "send(fetch, 'post', '/api/teams', { key, body: { name: text('label-of-it') } })"
    ]
  ])
]

const read: Mistake[] = [
  ...inFile('web/src/lib/worklist/query.ts', 'tests/web/worklist.test.ts', [
    [
      'every list would show the view of its page, whatever was asked',
      'view: views.find((one) => one === asked) ?? byDefault',
      'view: byDefault'
    ]
  ]),
  ...inFile('web/src/lib/case/code.ts', 'tests/web/worklist.test.ts', [
    ['the name of a person would be looked for in an address', 'code.test(typed)', "typed !== ''"]
  ]),
  ...inFile('web/src/lib/worklist/sentence.ts', 'tests/web/worklist.test.ts', [
    [
      'a day would say that nothing waits beside an answer that does',
      'if (todo.n === 0 && day.toAnswer > 0) return',
      'if (todo.n < 0 && day.toAnswer > 0) return'
    ],
    [
      'old refusals would stand under a list in which nobody is in danger',
      'if (inDanger(list) === 0) return',
      'if (inDanger(list) < 0) return'
    ]
  ]),
  ...inFile('web/src/lib/worklist/empty.ts', 'tests/web/worklist.test.ts', [
    [
      'somebody would be told that all is done while a request waits above',
      "if (above > 0) return 'above'",
      ''
    ]
  ]),
  ...inFile('web/src/lib/urgency.ts', 'tests/web/worklist.test.ts', [
    ['what is late would be calmer than what is soon', 'if (late || past || danger)', 'if (danger)']
  ]),
  ...inFile('web/src/lib/shell/navigation.ts', 'tests/web/worklist.test.ts', [
    [
      'whoever is accredited would arrive where one waits, and whoever waits at a desk',
      'if (!me.accredited)',
      'if (me.accredited)'
    ],
    [
      'whoever only sends would be shown what is to be answered, and whoever answers not',
      "return has(me, 'referrals') && me.answers",
      "return !has(me, 'referrals') || !me.answers"
    ]
  ]),
  ...inFile('web/src/lib/places/structures.ts', 'tests/web/worklist.test.ts', [
    [
      'a structure that is full would stand before one with a free place',
      'Number(b.free > 0) - Number(a.free > 0)',
      'Number(a.free > 0) - Number(b.free > 0)'
    ]
  ]),
  ...inFile('web/src/hooks.server.ts', 'tests/web/pages/hooks.test.ts', [
    [
      'the address of a link would be told to other pages, and no other address',
      'if (/^\\/(lien|invitation|t)\\//.test(event.url.pathname))',
      'if (!/^\\/(lien|invitation|t)\\//.test(event.url.pathname))'
    ],
    [
      'pages of a case would be kept by the browser',
      "if (!event.url.pathname.startsWith('/_app/'))",
      "if (event.url.pathname.startsWith('/_app/'))"
    ]
  ]),
  ...inFile('web/src/lib/case/offered.ts', 'tests/web/pages/offered.test.ts', [
    [
      'no act would stand on the page of a case',
      'const beyond = open.slice(shownAtOnce)',
      'const beyond = open.slice(0)'
    ],
    [
      'what nobody in danger is to look for would be left out, and all the rest drawn',
      '!needed(act))',
      'needed(act))'
    ]
  ]),
  ...inFile('web/src/routes/attente/+page.svelte', 'tests/web/pages/opening.test.ts', [
    [
      'whoever belongs nowhere would be told to wait, and whoever waits that they belong nowhere',
      '$derived(!data.me.organisation.name && data.me.memberships.length === 0)',
      '$derived(Boolean(data.me.organisation.name) || data.me.memberships.length > 0)'
    ]
  ]),
  ...inFile('web/src/lib/access/done.ts', 'tests/web/pages/opening.test.ts', [
    [
      'of every act on access the page would say that it was another',
      '(one) => one === said',
      '(one) => one !== said'
    ]
  ]),
  ...inFile('web/src/lib/access/FlagOffer.svelte', 'tests/web/pages/opening.test.ts', [
    ['whose house may not flag would be sent to a refusal', '{#if me.flagRefused}', '{#if !me.flagRefused}']
  ]),
  ...inFile('web/src/routes/(app)/signaler/reprendre/+page.server.ts', 'tests/web/pages/careful.test.ts', [
    [
      'what was taken over from a file would be kept nowhere',
      'const problem = await keepDraft(fetch, { ...emptyDraft(idempotencyKey()), typed })',
      'const problem = null'
    ]
  ]),
  ...inFile('server/conversation/view.ts', 'tests/web/pages/recording.test.ts', [
    [
      'what was signed for whoever reads no text would be shown to nobody',
      'return recording ? [{ label, recording: recordingView(recording, reader.locale) }] : []',
      'return []'
    ]
  ]),
  ...inFile('web/src/lib/ordinal.ts', 'tests/web/ordinal.test.ts', [
    [
      'a day would be written in English as nowhere else in the house',
      "locale === 'fr' ? 'fr-FR' : 'en-GB'",
      "locale === 'fr' ? 'fr-FR' : 'en-US'"
    ]
  ]),
  ...inFile('web/src/routes/(app)/places/+page.server.ts', 'tests/web/pages/read/chosen.test.ts', [
    [
      'a desk would look among its places as a structure does',
      'const desk = me.offer !== null',
      'const desk = me.offer === null'
    ]
  ]),
  ...inFile('web/src/lib/worklist/day.ts', 'tests/web/pages/read/day.test.ts', [
    [
      'whoever is alone would be told so once they are not',
      'people.members.length === 1',
      'people.members.length > 1'
    ],
    ['nobody would see what waits for their signature', 'return list?.awaitsYou ?? []', 'return []']
  ])
]

/** Whole answers taken away. */
export const broadPages: Mistake[] = [...acts, ...read, ...broadForms]

/** Why tests stay that no mistake brought down. */
export const keptPages: Kept = {
  ...keptForms,
  'tests/web/api.test.ts':
    'An act on what has no version yet names none: one header, which only the call that makes something leaves out.',
  'tests/web/worklist.test.ts':
    'What a request is called without its service, and languages apart from who is received, are two sentences made by one line each.',
  'tests/web/pages/actions.test.ts':
    'Four acts that write nothing lead on while writing breaks down, each by its own page: the empty search, the export, what a link opens, and the next person where no flag was sent.',
  'tests/web/pages/address/asked.test.ts':
    'Every name asked of the API is one that it describes: a misspelt one falls with the test before it, and alone only where a page learns a word of its own.',
  'tests/web/pages/directory.test.ts':
    'The way to the directory and back, and that it says nothing of a case to others, are read on whole pages; each of its refusals is held by a mistake of its own.',
  'tests/web/pages/opening.test.ts':
    'A new organisation says who accredits it, and a table of organisations what it keeps: two sentences of two pages, each behind one condition.',
  'tests/web/pages/read/chosen.test.ts':
    'Five pages lead away or say that they are not there, each by a line of its own where there is nothing to publish, prepare, import, enter or follow.',
  'tests/web/pages/read/day.test.ts':
    'The glance over places is put together of two answers, and is drawn on the page of the one desk that has both.',
  'tests/web/pages/recording.test.ts':
    'No text has been said or signed yet: a file that is named is looked for once a row names one, and until then the sheet says that there is none.'
}
