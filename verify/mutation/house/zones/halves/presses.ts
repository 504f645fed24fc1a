import { inFile } from '../../in-file.ts'

const pressed = 'tests/web/pages/actions.test.ts'

/** What a page does where an act is refused before any rule, and where nobody answers at all; and whether what was typed comes back. */
export const pressMistakes = [
  ...inFile('web/src/lib/api.ts', pressed, [
    [
      'where nobody answers, all that was typed would be lost with the page',
      'await calling.catch(unanswered)',
      'await calling'
    ],
    [
      'where nobody answers, the act would be said to be refused, and pressed again be a second one',
      'ok: false, status: 503, text',
      'ok: false, status: 409, text'
    ],
    [
      'where nobody answers, the act would be said to be done',
      'ok: false, status: 503, text',
      'ok: true, status: 503, text'
    ],
    [
      'after too many presses a form that is sent later would be taken for the one that was refused',
      'status >= 500 ? key : idempotencyKey()',
      'status >= 429 ? key : idempotencyKey()'
    ],
    [
      'after signing in anew a form would be taken for the one that was refused',
      'status >= 500 ? key : idempotencyKey()',
      'status >= 500 || status === 401 ? key : idempotencyKey()'
    ],
    [
      'a form read anew after somebody else’s act would be taken for the one that was refused',
      'status >= 500 ? key : idempotencyKey()',
      'status >= 500 || status === 412 ? key : idempotencyKey()'
    ]
  ]),
  ...inFile('web/src/routes/(app)/signaler/envoye/[[id]]/+page.server.ts', pressed, [
    [
      'where the next of one operation is not kept, a person would be flagged without what they have in common',
      'if (problem) return fail(problem.status, { unkept: problem })',
      ''
    ]
  ]),
  ...inFile('web/src/lib/worklist/together.ts', pressed, [
    [
      'whoever was signed out would read that a rule refused the act in each case of a list',
      'status === 401 || status === 429 || status >= 500',
      'status === 429 || status >= 500'
    ],
    [
      'acts of a list that came too fast would be told as refused by a rule',
      'status === 401 || status === 429 || status >= 500',
      'status === 401 || status >= 500'
    ],
    [
      'one case that moved in the meantime would hide what became of all others of a list',
      'status === 401 || status === 429 || status >= 500',
      'status === 401 || status === 412 || status === 429 || status >= 500'
    ]
  ]),
  ...inFile('web/src/lib/access/after.ts', pressed, [
    [
      'what was typed of a house or of its people would be lost with a refusal',
      'comesBack(sent.problem, sent.key, form)',
      'comesBack(sent.problem, sent.key)'
    ]
  ]),
  ...inFile('web/src/lib/form/unsure.ts', pressed, [
    [
      'what was typed beside a box would come back empty',
      'typed: form ? typedOf(form) : {}, key',
      'typed: {}, key'
    ]
  ]),
  ...inFile('web/src/routes/(app)/dossiers/[id]/passer/+page.server.ts', pressed, [
    [
      'to whom somebody was to be handed on would have to be chosen anew after a refusal',
      'typed: { ...said, ...ticked },',
      'typed: { ...ticked },'
    ]
  ]),
  ...inFile('web/src/routes/(app)/dossiers/[id]/entretien/+page.server.ts', pressed, [
    [
      'what was said before the person would be lost with a refusal',
      'problem: sent.problem, said, key: sent.key',
      'problem: sent.problem, said: null, key: sent.key'
    ]
  ]),
  ...inFile('web/src/routes/(app)/protocoles/+page.server.ts', pressed, [
    [
      'the title of a protocol would have to be typed again after a refusal',
      'problem: sent.problem, typed, key: sent.key',
      'problem: sent.problem, typed: {}, key: sent.key'
    ]
  ]),
  ...inFile('web/src/routes/(app)/occupation/+page.server.ts', pressed, [
    [
      'the beds that were counted would have to be typed again after a refusal',
      'problem: sent.problem, typed, key: sent.key',
      'problem: sent.problem, typed: {}, key: sent.key'
    ]
  ]),
  ...inFile('web/src/routes/(app)/annuaire/+page.server.ts', pressed, [
    [
      'what a service offers would have to be said again after a refusal',
      'problem: sent.problem, typed: body, key: sent.key',
      'problem: sent.problem, typed: {}, key: sent.key'
    ]
  ]),
  ...inFile('web/src/routes/(app)/compte/courriels/+page.server.ts', pressed, [
    [
      'when somebody wishes to be written to would have to be said again after a refusal',
      'problem: sent.problem, wish, key: sent.key',
      'problem: sent.problem, wish: null, key: sent.key'
    ]
  ]),
  ...inFile('web/src/routes/(app)/organisations/importer/+page.server.ts', pressed, [
    [
      'a file of houses would have to be given again after a refusal',
      '...{ problem: sent.problem, preview: null, csv },',
      '...{ problem: sent.problem, preview: null },'
    ]
  ])
]
