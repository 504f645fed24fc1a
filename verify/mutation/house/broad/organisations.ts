import type { Mistake } from '../../mistake.ts'
import { inFile } from '../in-file.ts'
import type { Kept } from './kept.ts'
import { keptHousesAndOthers } from './organisations.kept.ts'
import { broadPlacesAndReferrals } from './organisations.more.ts'

const inHouse = (name: string) => `tests/server/organisations/${name}.test.ts`
const imports = inHouse('import')
const closing = inHouse('ending/closing')
const unsigned = 'tests/server/protocols/unsigned.test.ts'

const giving = 'await runQuery(tx, giving, [orgId, regime, since, until, askedOn, completeOn, rest.decision])'

const houseMistakes = [
  ...inFile('server/organisations/store.ts', inHouse('organisations'), [
    [
      'anybody would make a house, and suspend one',
      'if (!administers(actor)) throw new NotFound(`${actor.role} keeps no organisation`)',
      ''
    ]
  ]),
  ...inFile('server/organisations/applying.ts', inHouse('organisations'), [
    ['a regime that two persons agreed on would be given to nobody', giving, '']
  ]),
  ...inFile('server/organisations/applying.ts', inHouse('ending/prolonged'), [
    ['a regime that two persons prolonged would end on its old day', giving, '']
  ]),
  ...inFile('server/organisations/regimes.ts', inHouse('regimes'), [
    [
      'no page would say where a regime stands',
      "const state = one && endOf(one, today) ? 'endsSoon' : (found?.state ?? 'none')",
      "const state: keyof typeof states = found ? 'none' : 'none'"
    ]
  ]),
  ...inFile('server/organisations/store.ts', closing, [
    [
      'what concerns a house that is closed would go on changing',
      "if (status === 'closed')",
      "if (status === ('gone' as string))"
    ]
  ]),
  ...inFile('server/organisations/keep.ts', closing, [
    [
      'who is invited into a house would have to be invited anew after each suspension of it',
      "await runQuery(tx, `update organisation set status = 'suspended' where id = $1`, [orgId])",
      "await runQuery(tx, withdrawing, [orgId, asked.actor.personId, at])\n        await runQuery(tx, `update organisation set status = 'suspended' where id = $1`, [orgId])"
    ]
  ]),
  ...inFile('server/organisations/csv.ts', imports, [
    [
      'a directory that is separated by commas would be read as one column',
      '.toSorted((a, b) => heading.split(b).length - heading.split(a).length)[0]!',
      '[0]!'
    ]
  ]),
  ...inFile('server/organisations/directory.ts', imports, [
    [
      'whatever is wrong in a line of a directory would be taken over unsaid',
      'return { line, problems: [...typed, ...started, ...described] }',
      'return { line, problems: [] }'
    ],
    [
      'a kind would be known by its code alone, and a directory be refused for a capital letter',
      '.some((one) => bare(one) === bare(word))',
      '.some((one) => one === word)'
    ]
  ]),
  ...inFile('server/organisations/importing/plan.ts', imports, [
    [
      'each import would make every house of a directory once more',
      "if (!found) return as('create', null)",
      "if (!found?.closed) return as('create', null)"
    ]
  ]),
  ...inFile('server/mnio.cli.ts', inHouse('command-line'), [
    [
      'whoever keeps a server and reads no French would be told nothing',
      'out(`${words.fr}\\n${words.en}`)',
      'out(words.fr)'
    ]
  ]),
  ...inFile('server/organisations/invitations.ts', inHouse('two'), [
    [
      'whoever manages a house would ask for a seat of the cell and never hear why it fails',
      'if (await takesTwo(tx, actor, row, one.role)) {',
      'if (row.id !== actor.orgId) {'
    ]
  ]),
  ...inFile('server/organisations/keep.ts', inHouse('two'), [
    [
      'whoever changed a house could confirm what they made of it',
      "else if (row.status === 'pending') await restated(tx, by, await organisationOf(tx, orgId))",
      ''
    ]
  ]),
  ...inFile('server/organisations/review.ts', inHouse('review'), [
    [
      'a review of access would name cases and not what is seen of them',
      'sees: labelled(alwaysSeen(one.capacity), reader),',
      'sees: [],'
    ]
  ])
]

const otherMistakes = [
  ...inFile('server/protocols/store.ts', unsigned, [
    [
      'whoever has no part in a protocol would be told of a fault and not that it is not theirs',
      'if (!preparesProtocol(actor, place)) throw new NotAllowed(`${actor.role} prepares no protocol there`)',
      ''
    ],
    ['a draft that was given up would be written again', "if (row.state !== 'draft') throw notADraft()", '']
  ]),
  ...inFile('server/protocols/read.ts', 'tests/server/protocols/district.test.ts', [
    ['no protocol would be shown to be in force', 'inForce: row.name === inForce,', 'inForce: false,']
  ]),
  ...inFile('server/protocols/store.ts', 'tests/server/protocols/told.test.ts', [
    [
      'nobody would hear that a protocol was signed',
      'await tellConcerned(tx, row, { seq: settled.signed, at })',
      ''
    ]
  ]),
  ...inFile('server/reading/voices/second.view.ts', 'tests/server/reading/second-voice.test.ts', [
    [
      'a case would wait for a second opinion and no page say from whom',
      "if (next.is !== 'nothing' || !mayAsk(told, deciding)) return next",
      'if (told) return next'
    ]
  ])
]

/** Whole answers taken away. */
export const broadOrganisations: Mistake[] = [...houseMistakes, ...otherMistakes, ...broadPlacesAndReferrals]

/** Why tests stay that no mistake brought down. */
export const keptOrganisations: Kept = keptHousesAndOthers
