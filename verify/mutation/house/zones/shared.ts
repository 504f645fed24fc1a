import { inDatabase, inFunction } from '../in-database.ts'
import { inFile } from '../in-file.ts'

const offers = 'tests/server/directories/offers.test.ts'
const directories = 'tests/server/directories/directories.test.ts'
const refused = 'tests/server/conversation/refused.test.ts'
const narrowing = 'tests/server/lists/narrowing.test.ts'
const law = 'tests/server/law/law.test.ts'
const unsigned = 'tests/server/protocols/unsigned.test.ts'

/** What several houses read of each other and of the law, what they agree on, what is said in a conversation. */
export const sharedMistakes = [
  ...inFile('server/takeover/alike.ts', 'tests/server/standing.test.ts', [
    [
      'whoever brings files would be told of one that their house follows no more',
      'and p.until is null and ${spokenFor(role)})',
      'and ${spokenFor(role)})'
    ]
  ]),
  inDatabase(
    'a person would be sent to a service that is no longer accredited',
    inFunction('offers_help(uuid)', " and status = 'accredited'", ''),
    offers
  ),
  ...inFile('server/directories/offers.ts', offers, [
    [
      'the address of a shelter would stand in a directory',
      'if (saysAddress(each[field]))',
      "if (field === 'hours' && saysAddress(each[field]))"
    ]
  ]),
  ...inFile('web/src/routes/(app)/annuaire/+page.server.ts', 'tests/web/pages/directory.test.ts', [
    [
      'a service would be offered for an act that the case does not open',
      'if (!found.ok || !found.value.enabled) return null',
      'if (!found.ok) return null'
    ]
  ]),
  ...inFile(
    'web/src/routes/(app)/dossiers/[id]/agir/[command]/+page.server.ts',
    'tests/web/pages/directory.test.ts',
    [
      [
        'an address would choose a service that the act may not name',
        'if (!field?.oneOf?.some((one) => one.const === recipient)) return form',
        'if (!field) return form'
      ],
      [
        'whoever writes a link would choose where a case is sent, and nobody would see who chose',
        'action.input !== plain ? recipient : null',
        'action.input === plain ? recipient : null'
      ]
    ]
  ),
  ...inFile('server/reading/evidence.view.ts', 'tests/server/reading/next-step.test.ts', [
    [
      'a list that says nothing of the person would read as one in which nothing weighs',
      'readingAid[locale], unweighedBecause(known, locale)]',
      'readingAid[locale]]'
    ]
  ]),
  ...inFile('server/conversation/texts.ts', 'tests/web/pages/recording.test.ts', [
    [
      'a text that was recorded would be heard by nobody',
      'recording: recording ? recordingView(recording, locale) : null',
      'recording: null'
    ]
  ]),
  ...inFile('policies/action-availability.ts', 'tests/policies/next/lifting.test.ts', [
    [
      'what answers a warning would tell it to whoever may not learn it',
      'warningsOf(toldFor(type, situation, sight), type, (guard) => sight.learns(guards[guard]))',
      'warningsOf(toldFor(type, situation, sight), type)'
    ]
  ]),
  ...inFile('server/directories/settlements.ts', 'tests/server/directories/settlements.test.ts', [
    [
      'where people live without a title would be kept with its address',
      'if (saysAddress(words))',
      "if (field === 'commune' && saysAddress(words))"
    ]
  ]),
  ...inFile('server/directories/referents.ts', directories, [
    ['the number of a court would be changed by another', 'mustKeep(by, row.courtId)', '']
  ]),
  ...inFile('server/directories/occupancy.ts', directories, [
    [
      'beds would be counted of a day that has not come',
      "if (asOf > civilDate(at, 'Europe/Paris'))",
      "if (asOf.slice(0, 4) > civilDate(at, 'Europe/Paris'))"
    ]
  ]),
  ...inFile('server/conversation/hold.ts', refused, [
    [
      'she would consent without being told that refusing takes no help away',
      'if (helpWithoutConsent === false)',
      'if (helpWithoutConsent === false && agrees.length < 0)'
    ],
    [
      'she would be asked about a delay of which nobody told her',
      'if (wishes === undefined || helpWithoutConsent !== undefined) return',
      'return'
    ],
    [
      'a consent would be asked for within the hearing of others',
      'if (wishes !== undefined && confidential !== true)',
      'if (wishes !== undefined && confidential === undefined && agrees.length < 0)'
    ]
  ]),
  ...inFile('server/lists/filter.ts', narrowing, [
    [
      'a reader would find out by a filter which case has what they may not be told',
      'if (field !== undefined)',
      "if (field === 'act')"
    ]
  ]),
  ...inFile('server/reading/deadlines.routes.ts', 'tests/server/lists/clocks.test.ts', [
    [
      'a reader would find out by the clocks which case has what they may not be told',
      'mayNarrow(reader.actor, asked)',
      ''
    ],
    [
      'clocks that fell due would hide which of them were asked for',
      'limit ${passedAsked}) p where ${asked})',
      'limit ${passedAsked}) p)'
    ],
    [
      'a list of clocks would hold whatever former tables of the code had made of a case',
      '!caseIds.includes(caseId) || found.some((part) => part.caseId === caseId)',
      "caseId !== ''"
    ]
  ]),
  ...inFile('server/lists/saved.ts', narrowing, [
    [
      'a list kept in a former role would be offered in the present one',
      '.filter(({ asked }) => isTold(actor, asked))',
      ''
    ],
    ['a person would keep lists without end', 'if (found!.n >= mostSaved)', 'if (found!.n < 0)']
  ]),
  ...inFile('server/law/references.ts', law, [
    [
      'an article that nobody has read would be said to refuse what somebody asks for',
      'refuses: isRead(code)',
      'refuses: true'
    ]
  ]),
  ...inFile('server/law/search.ts', law, [
    [
      'whoever looks for an article would be shown all others',
      'near.includes(null)',
      'near.every((one) => one === null)'
    ]
  ]),
  ...inFile('server/printed/tagged.ts', 'tests/server/meetings/routes.test.ts', [
    ['a screen reader would find nothing in what is printed', 'tagged: true', 'tagged: false'],
    ['a screen reader would read English aloud as French', 'lang: languages[locale]', 'lang: languages.fr']
  ]),
  ...inFile('server/protocols/store.ts', unsigned, [
    [
      'a protocol would be signed although its rules contradict the national ones',
      'if (problems.length > 0) throw new InvalidInput(problems)',
      ''
    ],
    [
      'whoever wrote a protocol would sign it alone',
      "if (refused) throw new RuleRefused('another person signs', refused)",
      ''
    ],
    [
      'a text would be changed under the signature that it bears',
      'if (row.given.length > 0) throw underSignature()',
      ''
    ]
  ]),
  ...inFile('server/protocols/awaiting.ts', unsigned, [
    [
      'a signatory would be asked to sign what cannot be signed yet',
      'if ((await standsAgainst(tx, row.body, now)).length === 0)',
      'if ((await standsAgainst(tx, row.body, now)).length >= 0)'
    ]
  ]),
  ...inFile('server/protocols/telling.ts', 'tests/server/protocols/told.test.ts', [
    [
      'an institution would apply a protocol that was taken back',
      'if (seq === settled.withdrawn) return',
      'if (seq > settled.withdrawn) return'
    ],
    [
      'a house that is suspended would be told what its territory agrees on',
      "and status = 'accredited' and type",
      'and type'
    ]
  ]),
  ...inFile('server/drafts/routes.ts', 'tests/server/http/drafts.test.ts', [
    [
      'a flag that somebody goes on writing would be gone three days after its first word',
      'target: [drafts.personId, drafts.orgId, drafts.kind], set: row',
      'target: [drafts.personId, drafts.orgId, drafts.kind], set: { body: row.body }'
    ]
  ]),
  ...inFile('server/takeover/takeover.ts', 'tests/server/takeover/takeover.test.ts', [
    [
      'one person who stands twice in a spreadsheet would have two files, and nobody be asked',
      'one.asLine !== null || alike.length > 0',
      'alike.length > 0'
    ]
  ])
]
